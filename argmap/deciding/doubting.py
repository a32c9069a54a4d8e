"""Cruxes: the claims whose reversal would change the order of the options.

To reverse a claim is to take it for false where it stands, at a strength of 0.5 or more, and for
certain where it does not; whatever bears on it then bears no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.deciding.ranging import movable
from argmap.reasoning.grading import Bonds, grade
from argmap.reasoning.ranking import LEVEL, Tally, ranks

MOST = 3


@dataclass(frozen=True, slots=True)
class Crux:
    """A claim, its strength, what that is reversed to, and the options' ranks and winners then.

    `pairs` counts the pairs of options whose order changes.
    """

    claim: str
    strength: float
    reversed: float
    ranks: tuple[int, ...]
    winners: tuple[str, ...]
    pairs: int


def cruxes(tally: Tally) -> tuple[Crux, ...]:
    """Return the claims whose reversal changes most: the winner, then pairs, then scores."""
    now = tally.scores(tally.cells(tally.bases), tally.weights)
    strengths = tally.strengths(tally.bases)
    before = ranks(now)
    found = []
    for key in sorted(movable(tally)):
        strength = strengths[tally.numbers[key]]
        if strength is None:
            continue
        to = 0.0 if strength >= 0.5 - LEVEL else 1.0
        then = tally.scores(tally.filled(forced(tally, key, to)), tally.weights)
        after = ranks(then)
        if None in before or None in after or before == after:
            continue
        crux = _crux(tally, key, (strength, to), (before, after))
        moved = max(abs((a or 0) - (b or 0)) for a, b in zip(now, then, strict=True))
        won = crux.winners != _winners(tally, before)
        found.append(((-won, -crux.pairs, -round(moved, 9), key), crux))
    return tuple(crux for _, crux in sorted(found, key=lambda one: one[0])[:MOST])


def forced(tally: Tally, key: str, value: float) -> list[float | None]:
    """Return the strengths where one claim has a given one, whatever bears on it."""
    place, web = tally.numbers[key], tally.web
    bases = list(web.bases)
    bases[place] = value
    attacks, supports = (_without(bonds, place) for bonds in (web.attacks, web.supports))
    held = replace(web, bases=bases, attacks=attacks, supports=supports)
    return grade(held, tally.formula).strengths


def _without(bonds: Bonds, target: int) -> Bonds:
    found = Bonds()
    for one in zip(bonds.sources, bonds.targets, bonds.weights, strict=True):
        if one[1] != target:
            found.add(*one)
    return found


def _crux(
    tally: Tally,
    key: str,
    turned: tuple[float, float],
    places: tuple[Sequence[int | None], Sequence[int | None]],
) -> Crux:
    before, after = ([one or 0 for one in side] for side in places)
    pairs = sum(
        _order(before[a], before[b]) != _order(after[a], after[b])
        for a in range(len(before))
        for b in range(a)
    )
    return Crux(key, *turned, tuple(after), _winners(tally, after), pairs)


def _winners(tally: Tally, places: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(key for key, rank in zip(tally.options, places, strict=True) if rank == 1)


def _order(one: int, other: int) -> int:
    return (one > other) - (one < other)
