"""What a strength would be if something were otherwise, without computing everything anew.

Base scores can be moved, and arguments taken away or taken for true; only what lies between these
and the topics is computed again. An argument that is taken away has no strength, which counts like
not being there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from argmap.reasoning.cycles import blocks
from argmap.reasoning.grading import Formula, Scales, Weights, heeded

ROUNDS = 150  # that a circle takes to settle, or about as many


class Probe:
    """Strengths of some topics, as base scores move and arguments come and go.

    >>> from argmap.reasoning.grading import Bonds, dfquad
    >>> attacks = Bonds([1], [0], [1.0])
    >>> probe = Probe(Weights([0.8, 0.5], attacks, Bonds()), Formula("product", dfquad), [0])
    >>> probe.strength(0), probe.moved(1, 0.75).strength(0), probe.without(1).strength(0)
    (0.4, 0.19999999999999996, 0.8)
    """

    def __init__(self, weights: Weights, formula: Formula, topics: Sequence[int]) -> None:
        read = heeded(weights, formula)
        self.bases = list(read.bases)
        self.weights = replace(read, bases=self.bases)
        self.values = list(read.bases)
        self.scales = Scales(self.weights, formula, self.values)
        self.topics = tuple(topics)
        self.sources = self.weights.sources()
        found = self.scales.run().strengths
        self.fixed: dict[int, float] = {}
        self.lost = {self.place[one] for one in self.place if found[one] is None}
        self.paths: dict[int, list[int]] = {}

    @cached_property
    def upstream(self) -> frozenset[int]:
        """The topics and all that bears on them."""
        found = dict.fromkeys(self.topics)
        queue = list(found)
        for here in queue:
            for one in self.sources[here]:
                if one not in found:
                    found[one] = None
                    queue.append(one)
        return frozenset(found)

    @cached_property
    def blocks(self) -> list[list[int]]:
        """What is upstream, in blocks that depend on themselves, each after what it depends on."""
        return [one for one in blocks(self.sources) if one[0] in self.upstream]

    @cached_property
    def place(self) -> Mapping[int, int]:
        """By argument, the number of its block."""
        return {one: n for n, block in enumerate(self.blocks) for one in block}

    @cached_property
    def circles(self) -> frozenset[int]:
        """The numbers of the blocks that go in a circle."""
        return frozenset(
            n
            for n, block in enumerate(self.blocks)
            if len(block) > 1 or block[0] in self.sources[block[0]]
        )

    @cached_property
    def targets(self) -> Mapping[int, list[int]]:
        """By argument, what is upstream and depends on it."""
        found: dict[int, list[int]] = {one: [] for one in self.upstream}
        for one in sorted(self.upstream):
            for source in dict.fromkeys(self.sources[one]):
                found[source].append(one)
        return found

    def strength(self, topic: int) -> float | None:
        """Return the strength of a topic, as things stand; None where it does not settle."""
        return None if self.lost else self.values[topic]

    def moved(self, one: int, base: float) -> "Probe":
        """Give an argument another base score."""
        self.bases[one] = base
        return self.refreshed(one)

    def without(self, one: int) -> "Probe":
        """Take an argument away."""
        return self.known(one, 0.0)

    def known(self, one: int, strength: float) -> "Probe":
        """Give an argument a strength, whatever bears on it."""
        self.fixed[one] = strength
        return self.refreshed(one)

    def again(self, one: int) -> "Probe":
        """Bring an argument back, or let it have its own strength again."""
        self.fixed.pop(one, None)
        return self.refreshed(one)

    def path(self, one: int) -> list[int]:
        """Return the numbers of the blocks from an argument to the topics."""
        if one not in self.paths:
            found = {one: None} if one in self.upstream else {}
            queue = list(found)
            for here in queue:
                for target in self.targets[here]:
                    if target not in found:
                        found[target] = None
                        queue.append(target)
            self.paths[one] = sorted({self.place[here] for here in found})
        return self.paths[one]

    def cost(self, one: int) -> int:
        """Return about how many strengths are computed when something about an argument changes."""
        return sum(
            len(self.blocks[n]) * (ROUNDS if n in self.circles else 1) for n in self.path(one)
        )

    def signs(self, topic: int) -> Mapping[int, int]:
        """Return, by argument, 1 or -1 where more of it never means less, or more, of the topic.

        0 where it reaches the topic on ways of both sorts, or through a circle.
        """
        into = {1: self.weights.supports.into(len(self.values)),
                -1: self.weights.attacks.into(len(self.values))}  # fmt: skip
        found: dict[int, set[int]] = {topic: {1}}
        queue = [(topic, 1)]
        for here, sign in queue:
            links = [(one, sign) for one in self.weights.premises.get(here, ())]
            links += [(one, sign * turn) for turn, side in into.items() for one, _ in side[here]]
            for one, new in links:
                if new not in found.setdefault(one, set()):
                    found[one].add(new)
                    queue.append((one, new))
        round_ = {one for one in found if not self.circles.isdisjoint(self.path(one))}
        return {
            one: next(iter(ones)) if len(ones) == 1 and one not in round_ else 0
            for one, ones in found.items()
        }

    def refreshed(self, one: int) -> "Probe":
        """Compute again what lies between an argument and the topics."""
        for number in self.path(one):
            block = [n for n in self.blocks[number] if n not in self.fixed]
            for here in self.fixed.keys() & self.blocks[number]:
                self.values[here] = self.fixed[here]
            if number not in self.circles:
                for here in block:
                    self.values[here] = self.scales.strength(here)
            elif not block or self.scales.settle(block):
                self.lost.discard(number)
            else:
                self.lost.add(number)
        return self
