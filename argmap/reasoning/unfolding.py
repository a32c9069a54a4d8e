"""From a verdict to the steps that lead to it: why a claim stands, falls or hangs in the balance.

A step is one thing that can be said in one sentence: of a claim or an argument, and of those that
make it so. The steps begin at the claim, and each later one explains what an earlier one names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.reasoning.frameworks import Framework
from argmap.reasoning.labelling import IN, OUT, UNDECIDED, Labels


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence: `sort` is the phrase's key, `of` whom it is about, `by` who makes it so.

    free        nothing attacks it, and it needs nothing
    rests       it needs a reason, and `by` is one that stands
    answered    `by` are an attacker, and what switches it off
    baseless    `by` are an attacker, and what it needs in vain
    attacked    `by` attacks it and stands
    lacking     none of `by`, of which it needs one, stands
    bare        it needs a reason and has none
    looping     it and `by` only hold up each other
    waiting     what `by`, which attacks it, comes to is open
    hoping      what `by`, which it needs, comes to is open
    circle      it and `by` go round in a circle
    """

    sort: str
    of: int
    by: tuple[int, ...] = ()


class Unfolding:
    """Tells the steps, with the arguments of a set as those that are shown to stand."""

    def __init__(self, framework: Framework, chosen: Iterable[int], labels: Labels) -> None:
        self.framework, self.labels = framework, labels
        self.chosen = frozenset(chosen)
        self.steps: list[Step] = []
        self.told: set[int] = set()
        self.queue: list[int] = []

    def stands(self, argument: int) -> list[Step]:
        """Tell why an argument of the set stands."""
        self.queue.append(argument)
        return self._told()

    def falls(self, argument: int) -> list[Step]:
        """Tell why an argument that the set switches off falls."""
        self._fall(argument)
        return self._told()

    def hangs(self, argument: int) -> list[Step]:
        """Tell why an argument is undecided: on whom it waits, and where these go in circles."""
        ahead, round_ = self._circle(argument)
        path = [*ahead, round_[0]]
        found = [self._waits(one, other) for one, other in pairwise(path)]
        found += [
            self._waits(one, other)
            for one, other in zip(round_, [*round_[1:], round_[0]], strict=True)
        ]
        return [*found, Step("circle", round_[0], tuple(round_[1:]))]

    def _told(self) -> list[Step]:
        while self.queue:
            here = self.queue.pop(0)
            if here not in self.told:
                self.told.add(here)
                self._stand(here)
        return self.steps

    def _stand(self, one: int) -> None:
        attackers = self.framework.attackers[one]
        groups = self.framework.groups.get(one, ())
        if not attackers and not groups:
            self.steps.append(Step("free", one))
        for group in groups:
            reason = next(member for member in group if member in self.chosen)
            self.steps.append(Step("rests", one, (reason,)))
            self.queue.append(reason)
        for attacker in attackers:
            killer = self._killer(attacker)
            if killer is not None:
                self.steps.append(Step("answered", one, (attacker, killer)))
                self.queue.append(killer)
            else:
                self.steps.append(Step("baseless", one, (attacker, *self._lacked(attacker))))
                self._fall(attacker, told=True)

    def _fall(self, one: int, *, told: bool = False) -> None:
        """Tell why an argument falls; with `told`, it was said already what it lacks."""
        if one in self.told:
            return
        self.told.add(one)
        killer = self._killer(one)
        if killer is not None:
            self.steps.append(Step("attacked", one, (killer,)))
            self.queue.append(killer)
            return
        lacked = self._lacked(one)
        loops = self._is_loop(one)
        if loops:
            self.steps.append(Step("looping", one, lacked))
        elif not told:
            self.steps.append(Step("lacking" if lacked else "bare", one, lacked))
        for member in lacked:
            if not (loops and self._is_loop(member)):
                self._fall(member)

    def _killer(self, one: int) -> int | None:
        return next((a for a in self.framework.attackers[one] if a in self.chosen), None)

    def _lacked(self, one: int) -> tuple[int, ...]:
        """Return the members of a group of which none stands."""
        groups = self.framework.groups.get(one, ())
        off = [tuple(g) for g in groups if all(self.labels[member] == OUT for member in g)]
        return min(off, key=len) if off else ()

    def _is_loop(self, one: int) -> bool:
        """Tell whether an argument falls only because what it needs comes back to it."""
        queue, seen = list(self._lacked(one)), set()
        while queue:
            here = queue.pop()
            if here in seen or self._killer(here) is not None:
                continue
            seen.add(here)
            queue += self._lacked(here)
        return one in seen

    def _waits(self, one: int, other: int) -> Step:
        return Step(
            "waiting" if other in self.framework.attackers[one] else "hoping", one, (other,)
        )

    def _open(self, one: int) -> list[int]:
        """Return what is open and keeps an argument undecided."""
        attackers = [a for a in self.framework.attackers[one] if self.labels[a] == UNDECIDED]
        groups = [
            group
            for group in self.framework.groups.get(one, ())
            if not any(self.labels[member] == IN for member in group)
        ]
        needed = [m for group in groups for m in group if self.labels[m] == UNDECIDED]
        return list(dict.fromkeys([*attackers, *needed]))

    def _circle(self, start: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return the way to the nearest circle, and the shortest circle there."""
        before: dict[int, int] = {start: start}
        queue = [start]
        for here in queue:
            found = self._round(here)
            if found:
                path = [here]
                while path[-1] != start:
                    path.append(before[path[-1]])
                return path[:0:-1], found
            for one in self._open(here):
                if one not in before:
                    before[one] = here
                    queue.append(one)
        raise ValueError("nothing undecided goes in a circle")  # cannot be: it would be decided

    def _round(self, start: int) -> list[int]:
        """Return the shortest circle through an argument, itself first; empty if there is none."""
        before: dict[int, int] = {}
        queue = [start]
        for here in queue:
            for one in self._open(here):
                if one == start:
                    return _way(before, start, here)
                if one not in before:
                    before[one] = here
                    queue.append(one)
        return []


def _way(before: Mapping[int, int], start: int, end: int) -> list[int]:
    path = [end]
    while path[-1] != start:
        path.append(before[path[-1]])
    return path[::-1]
