"""Which verdicts two maps differ in, and which differences alone made each of them.

Of the differences that can bear on a verdict, a cause is a set that alone, made in the old map,
gives the verdict of the new one. Up to `EXACT` differences, all sets are tried, the small ones
first, so that none is smaller. Of more, one after the other is left out as long as the label stays
that of the new map; what remains is a cause, none of which can be spared, but perhaps there is a
smaller one. For a strength, on which nearly all of many differences bear a little, all are named.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from argmap.evaluating import Case, Semantics, chosen, merged
from argmap.model import ArgMap, Argument
from argmap.reasoning.labelling import Effort
from argmap.verdict import Reading, Standing, Verdict
from argmap.versions.differing import Difference
from argmap.versions.matching import Match
from argmap.versions.replaying import Replay

EXACT = 10  # differences of which every set is tried
MOST = 200  # differences of which one after the other is left out
SHOWN = 3  # decimals that `argmap evaluate` prints
_CYCLIC = "quadratic-energy"  # what takes the place of DF-QuAD where one map has circles
_WEIGHED = frozenset({"confidence", "strength"})

Holds = Callable[[Standing], bool]
How = Literal["smallest", "small", "all"]


@dataclass(frozen=True, slots=True)
class Cause:
    """The numbers, from 0, of differences that alone made a verdict.

    `smallest` where there is no smaller set, `small` where perhaps there is, and `all` where these
    are all that bear on it.
    """

    numbers: tuple[int, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Turn:
    """A claim whose verdict differs, by its id in both maps; and why, where that is known."""

    old: str
    new: str
    before: Standing
    after: Standing
    label: Cause | None = None
    strength: Cause | None = None

    @property
    def is_relabelled(self) -> bool:
        """Whether its label differs."""
        return _differ(self.before.label, self.after.label)

    @property
    def is_moved(self) -> bool:
        """Whether its strength differs, as it is printed."""
        return _differ(shown(self.before.strength), shown(self.after.strength))


def shown(strength: float | None) -> str | None:
    """Return a strength as it is printed."""
    return None if strength is None else f"{strength:.{SHOWN}f}"


def _differ(one: str | None, other: str | None) -> bool:
    return None not in (one, other) and one != other


class Judge:
    """The semantics by which both maps are judged, the same for both."""

    def __init__(self, maps: Sequence[ArgMap], names: Sequence[str], seconds: float) -> None:
        self.seconds = seconds
        found = [chosen(self.case(one), names) for one in maps]
        cyclic = (ones for ones in found if any(one.name == _CYCLIC for one in ones))
        self.semantics: list[Semantics] = next(cyclic, found[0])

    @property
    def name(self) -> str:
        """What the semantics are called."""
        return ", ".join(dict.fromkeys(one.name for one in self.semantics))

    @property
    def is_local(self) -> bool:
        """Whether a verdict depends on nothing but what bears on the claim."""
        return all(
            one.formula or (one.choice is not None and one.choice.local) for one in self.semantics
        )

    def case(self, argmap: ArgMap) -> Case:
        """Return a map as it is judged."""
        return Case(argmap, Reading(), Effort(self.seconds))

    def __call__(self, argmap: ArgMap) -> Verdict:
        """Return the verdict on a map."""
        return merged([one.judge(self.case(argmap)) for one in self.semantics])


def turns(
    replay: Replay, some: Sequence[Difference], judge: Judge, *, why: bool = True
) -> tuple[Turn, ...]:
    """Return the claims of both maps whose verdicts differ, in the order of the new map."""
    before, after = judge(replay.old), judge(replay.new)
    found = [
        turn
        for old, new in _in_order(replay.new, replay.found)
        if (turn := Turn(old, new, before[old], after[new])).is_relabelled or turn.is_moved
    ]
    if not why or not found:
        return tuple(found)
    search = _Search(replay, some, judge)
    return tuple(search.explained(one) for one in found)


def _in_order(new: ArgMap, found: Match) -> Iterator[tuple[str, str]]:
    olds = {new: old for old, new in found.claims.items()}
    return ((olds[key], key) for key in new.claims if key in olds)


class _Search:
    """A search for causes, which judges each set of differences once."""

    def __init__(self, replay: Replay, some: Sequence[Difference], judge: Judge) -> None:
        self.replay, self.some, self.judge = replay, some, judge
        self.known: dict[frozenset[int], Verdict] = {}
        self.into: dict[str, list[Argument]] = {}
        for argmap in (replay.arguments, replay.new.arguments):
            for one in argmap.values():
                self.into.setdefault(one.conclusion, []).append(one)

    def explained(self, turn: Turn) -> Turn:
        """Return a verdict with its causes."""
        near = self.bearing(turn.new)
        label = strength = None
        if turn.is_relabelled:
            label = self.cause(turn.new, near, lambda one: one.label == turn.after.label)
        if turn.is_moved:
            value = shown(turn.after.strength)
            strength = (
                self.cause(turn.new, near, lambda one: shown(one.strength) == value)
                if len(near) <= EXACT
                else Cause(tuple(near), "all")
            )
        return Turn(turn.old, turn.new, turn.before, turn.after, label, strength)

    def cause(self, claim: str, near: Sequence[int], holds: Holds) -> Cause | None:
        """Return the smallest set of differences that makes a verdict, or a small one."""
        if len(near) <= EXACT:
            for size in range(1, len(near) + 1):
                for some in combinations(near, size):
                    if holds(self.verdict(some)[claim]):
                        return Cause(some, "smallest")
            return None
        if len(near) > MOST or not holds(self.verdict(near)[claim]):
            return Cause(tuple(near), "all")
        return Cause(self.spared(claim, near, holds), "small")

    def spared(self, claim: str, near: Sequence[int], holds: Holds) -> tuple[int, ...]:
        """Leave out what can be spared: halves, quarters, at last one difference at a time."""
        kept, size = list(near), len(near) // 2
        while size:
            start, before = 0, len(kept)
            while start < len(kept):
                fewer = kept[:start] + kept[start + size :]
                if holds(self.verdict(fewer)[claim]):
                    kept = fewer
                else:
                    start += size
            size = size if size == 1 and len(kept) < before else size // 2
        return tuple(kept)

    def verdict(self, some: Collection[int]) -> Verdict:
        """Return what is said of the old map with some of the differences made."""
        key = frozenset(some)
        if key not in self.known:
            self.known[key] = self.judge(self.replay.after(self.some[n] for n in sorted(key)))
        return self.known[key]

    def bearing(self, claim: str) -> list[int]:
        """Return the numbers of the differences that can bear on a claim's verdict."""
        near = self.below(claim) if self.judge.is_local else None
        return [n for n, one in enumerate(self.some) if _weighs(one) and self.is_in(one, near)]

    def is_in(self, one: Difference, near: Collection[str] | None) -> bool:
        """Tell whether a difference is about one of these claims and arguments."""
        return near is None or bool({one.new, self.replay.key(one.old), *one.claims} & {*near})

    def below(self, claim: str) -> Mapping[str, None]:
        """Return all that bears on a claim in either map, and the claim."""
        found = {claim: None}
        queue = [claim]
        for here in queue:
            for one in self.into.get(here, ()):
                new = [key for key in (one.id, *one.premises) if key not in found]
                found.update(dict.fromkeys(new))
                queue += new
        return found


def _weighs(one: Difference) -> bool:
    """Tell whether a difference can change a verdict at all."""
    if one.kind in {"added", "removed"}:
        return one.thing == "argument"
    if one.kind == "moved":
        return True
    own = one.field.startswith("x-")
    return (
        one.kind == "changed"
        and one.thing in {"claim", "argument"}
        and (own or one.field in _WEIGHED)
    )
