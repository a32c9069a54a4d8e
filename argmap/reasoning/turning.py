"""The fewest new answers that would make a claim stand, or fall: attacks, or reasons.

A new answer is a claim that nobody has an answer to. It attacks a claim, or is a reason for one.
(Enforcement: Baumann & Brewka 2010, "Expanding argumentation frameworks: enforcing and monotonicity
results"; Wallner, Niskanen & Järvisalo 2017.) Verdicts are those of the grounded semantics.

That a claim stands is broken by one answer, which attacks the claim itself; all single answers that
do it are found by trying them. To make a claim stand, what blocks it has to be cleared: of all
answers that bear on one obstacle, at least one must be given. All sets of answers are searched by
size that this leaves, so that a set of up to `LARGEST` answers, found with fewer than `TRIALS`
trials, is a smallest one; a larger one is only a bound.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from argmap.reasoning.defending import derivation
from argmap.reasoning.frameworks import Framework, grounded
from argmap.reasoning.labelling import IN, OUT

LARGEST = 6
TRIALS = 1_200


@dataclass(frozen=True, slots=True, order=True)
class Answer:
    """A new claim that attacks one, or is a reason for it; by the number of the latter."""

    claim: int
    sort: Literal["attack", "reason"]


Answers = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Flips:
    """Sets of answers, each of which does it; all of the same size.

    `least` tells that fewer answers cannot do it, and `every` that no other set of that size does.
    """

    sets: tuple[Answers, ...]
    least: bool
    every: bool


@dataclass(frozen=True)
class Field:
    """Where answers can be given: a framework, which nodes each attack on a claim hits.

    An attack on a claim hits the claim, and with deductive support all that implies it. `needy` are
    the claims for which a new reason counts.
    """

    framework: Framework
    hits: Mapping[int, Sequence[int]]
    needy: frozenset[int] = frozenset()
    meant: Mapping[int, Sequence[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Turn the hits round: by node, the claims an attack on which hits it."""
        meant: dict[int, list[int]] = {}
        for claim, ones in self.hits.items():
            for one in ones:
                meant.setdefault(one, []).append(claim)
        object.__setattr__(self, "meant", meant)

    def after(self, answers: Iterable[Answer]) -> Framework:
        """Return the framework with some answers; these come last in it, in their order."""
        attackers = list(self.framework.attackers)
        groups = dict(self.framework.groups)
        for one in answers:
            new = len(attackers)
            attackers.append([])
            if one.sort == "attack":
                for hit in self.hits[one.claim]:
                    attackers[hit] = [*attackers[hit], new]
            else:
                groups[one.claim] = [[*group, new] for group in groups[one.claim]]
        return Framework(attackers, groups)


def flips(where: Field, topic: int) -> Flips | None:
    """Return the smallest sets of answers with which the topic stands, or no longer stands.

    None where no answers can do it: where a claim attacks itself, for example.

    >>> field = Field(Framework([[1, 2], [], []]), {0: [0], 1: [1], 2: [2]})
    >>> [[(one.sort, one.claim) for one in ones] for ones in flips(field, 0).sets]
    [[('attack', 1), ('attack', 2)]]
    """
    if grounded(where.framework)[topic] == IN:
        return Flips(tuple((one,) for one in _breaking(where, topic)), True, True)
    return _Search(where, topic).run()


def _breaking(where: Field, topic: int) -> Iterator[Answer]:
    """Yield every single answer with which the topic no longer stands, attacks on it first."""
    singles = [Answer(claim, "attack") for claim in where.hits]
    singles += [Answer(claim, "reason") for claim in sorted(where.needy)]
    for one in sorted(singles, key=lambda one: one.claim != topic):
        if grounded(where.after([one]))[topic] != IN:
            yield one


class _Search:
    """Looks for answers that make a topic stand."""

    def __init__(self, where: Field, topic: int) -> None:
        self.where, self.topic = where, topic
        self.trials = 0

    def run(self) -> Flips | None:
        """Return the smallest sets of answers."""
        ways = self.obstacles(())
        if ways is None:
            return None
        for size in range(max(1, _apart(ways)), LARGEST + 1):
            self.seen: set[Answers] = set()
            found = self.within((), size)
            if self.trials > TRIALS:
                break
            if found:
                every = [found] if size > 1 else self.singles()
                return Flips(tuple(every), True, size == 1)
        simple = self.simple()
        return Flips((simple,), False, False) if simple else None

    def singles(self) -> list[Answers]:
        """Return all single answers that do it."""
        ways = self.obstacles(()) or [[]]
        options = dict.fromkeys(one for way in ways for one in way)
        return [(one,) for one in options if self.stands((one,))]

    def stands(self, answers: Answers) -> bool:
        """Tell whether the topic stands with these answers."""
        return grounded(self.where.after(answers))[self.topic] == IN

    def within(self, answers: Answers, size: int) -> Answers | None:
        """Return a set of at most this size that holds these answers and does it."""
        key = tuple(sorted(answers))
        if key in self.seen or self.trials > TRIALS:
            return None
        self.seen.add(key)
        self.trials += 1
        ways = self.obstacles(answers)
        if ways == []:
            return answers
        if ways is None or len(answers) + _apart(ways) > size:
            return None
        for one in min(ways, key=len):
            found = self.within((*answers, one), size)
            if found is not None:
                return found
        return None

    def obstacles(self, answers: Answers) -> list[list[Answer]] | None:
        """Return, for all that blocks the topic, the answers of which one is needed.

        None where something blocks it that no answer can clear.
        """
        walk = _Walk(self.where, answers)
        if walk.labels[self.topic] == IN:
            return []
        ways = [_Walk(self.where, answers, walk).clear(one) for one in walk.blocks(self.topic)]
        return None if not all(ways) else ways

    def simple(self) -> Answers | None:
        """Return answers to all that stands against the topic, as few of them as will do."""
        found: list[Answer] = []
        while not self.stands(tuple(found)):
            ways = self.obstacles(tuple(found))
            if not ways or len(found) > self.where.framework.size:
                return None
            found.append(ways[0][0])
        for one in list(found):
            if self.stands(tuple(other for other in found if other != one)):
                found.remove(one)
        return tuple(found)


Block = tuple[int, Sequence[int]]  # an argument, and its attacker alone or what it might rest on


class _Walk:
    """Gathers the answers that could clear one obstacle, from it down."""

    def __init__(self, where: Field, answers: Answers, like: "_Walk | None" = None) -> None:
        self.where, self.old = where, where.framework.size
        self.framework: Framework = like.framework if like else where.after(answers)
        self.labels: list[int] = like.labels if like else grounded(self.framework)
        self.alive: list[bool] = [label != OUT for label in self.labels]
        self.found: dict[Answer, None] = {}
        self.entered: set[int] = set()
        self.killed: set[int] = set()

    def blocks(self, argument: int) -> list[Block]:
        """Return what keeps an argument from standing."""
        found: list[Block] = [
            (argument, (one,)) for one in self.framework.attackers[argument] if self.alive[one]
        ]
        for group in self.framework.groups.get(argument, ()):
            if not any(self.labels[one] == IN for one in group):
                found.append((-1 - argument, group))
        return found

    def clear(self, block: Block) -> list[Answer]:
        """Return all answers of which at least one is needed to clear an obstacle."""
        queue = [block]
        while queue:
            owner, others = queue.pop(0)
            if owner >= 0:
                queue += self.killing(others[0])
            else:
                if -1 - owner in self.where.needy:
                    self.found[Answer(-1 - owner, "reason")] = None
                queue += [one for other in others for one in self.entering(other)]
        return list(self.found)

    def killing(self, argument: int) -> Iterator[Block]:
        """Note what attacks an argument, or what it stands on; yield what keeps others from it."""
        if argument >= self.old:
            return  # nobody has an answer to it
        for one in derivation(self.framework, self.alive, argument):
            if one in self.killed:
                continue
            self.killed.add(one)
            for claim in self.where.meant.get(one, ()):
                self.found[Answer(claim, "attack")] = None
            for attacker in self.framework.attackers[one]:
                yield from self.entering(attacker)

    def entering(self, argument: int) -> list[Block]:
        """Return one thing that keeps an argument from standing; clearing it is needed."""
        if argument in self.entered:
            return []
        self.entered.add(argument)
        found = self.blocks(argument)
        stuck = [one for one in found if one[0] >= 0 and one[1][0] >= self.old]
        return stuck[:1] or found[:1]


def _apart(ways: Iterable[Sequence[Answer]]) -> int:
    """Return how many of these have, one by one, nothing in common with those counted before."""
    taken: set[Answer] = set()
    count = 0
    for one in sorted(ways, key=len):
        if taken.isdisjoint(one):
            taken.update(one)
            count += 1
    return count
