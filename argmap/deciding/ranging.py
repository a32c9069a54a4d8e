"""Within what bounds cells, scores and ranks stay when weights and confidences may change a little.

The bounds hold whatever changes together. They come from one more judgement, of a web in which each
claim stands twice, once as weak and once as strong as it can be: what attacks the weak one is
strong, what supports it weak, and the other way round for the strong one. Where no claim both
helps and harms an option, the bounds of its score are reached, so they are exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from argmap.reasoning.cycles import is_cyclic
from argmap.reasoning.grading import Bonds, Weights, grade
from argmap.reasoning.ranking import Tally

LOW, HIGH = 0, 1
_NOTHING = 1e-12  # what arithmetic may leave of a difference that is none


@dataclass(frozen=True, slots=True)
class Spread:
    """How much may change: each weight by a share of it, each confidence by so much of the scale.

    What begins at 0 or 1 stays within the scale. The options' own confidences do not change.
    """

    weights: float = 0.2
    confidences: float = 0.1


@dataclass(frozen=True, slots=True)
class Corner:
    """One extreme of all that may change: base scores and weights."""

    bases: tuple[float, ...]
    weights: tuple[float, ...]


class Bounds:
    """The bounds of a tally whose claims do not depend on themselves.

    `within` gives the lowest and highest base score of each key; without it the spread does.
    """

    def __init__(
        self, tally: Tally, spread: Spread, within: Sequence[tuple[float, float]] = ()
    ) -> None:
        self.tally = tally
        self.sides = within or sides(tally, spread)
        share = spread.weights
        self.lightest = [one * (1 - share) for one in tally.weights]
        self.heaviest = [one * (1 + share) for one in tally.weights]

    @cached_property
    def known(self) -> bool:
        """Tell whether bounds are known: where claims go in circles they are not."""
        return not is_cyclic(self.tally.web.sources())

    @cached_property
    def doubled(self) -> Weights:
        """The web with each of its claims twice, the weak one first."""
        web = self.tally.web
        return Weights(
            [base for pair in self.sides for base in pair],
            _twice(web.attacks, turned=True),
            _twice(web.supports, turned=False),
            {
                2 * one + side: tuple(2 * premise + side for premise in premises)
                for one, premises in web.premises.items()
                for side in (LOW, HIGH)
            },
        )

    @cached_property
    def cells(self) -> tuple[list[list[float]], list[list[float]]]:
        """The least and the most that each cell can be worth."""
        found = grade(self.doubled, self.tally.formula).strengths
        weak, strong = found[LOW::2], found[HIGH::2]
        return self._filled(weak, strong), self._filled(strong, weak)

    def _filled(
        self, helpers: Sequence[float | None], harmers: Sequence[float | None]
    ) -> list[list[float]]:
        """Return the cells where what supports an option has one strength, what attacks another."""
        tally = self.tally
        rows = []
        for option in tally.options:
            row = []
            for column in tally.columns:
                reasons = tally.reasons.get((option, column.id), ())
                supports, attacks = (
                    [tally.worth(one, side) or 0.0 for one in reasons if one.polarity == polarity]
                    for polarity, side in (("support", helpers), ("attack", harmers))
                )
                row.append(tally.influenced(option, attacks, supports))
            rows.append(row)
        return rows

    def score(self, option: int) -> tuple[float, float] | None:
        """Return the least and the most that an option's score can be; None without weights."""
        low, high = (cells[option] for cells in self.cells)
        if not any(self.heaviest):
            return None
        return self._extreme(low, LOW)[0], self._extreme(high, HIGH)[0]

    def _extreme(self, row: Sequence[float], side: int) -> tuple[float, list[float]]:
        """Return the least or greatest mean of some cells, and the weights that give it.

        It is reached where all cells on one side of some value are heavy and all others light.
        """
        found: list[tuple[float, list[float]]] = []
        for limit in sorted(set(row)):
            weights = [
                heavy if (value <= limit if side == LOW else value >= limit) else light
                for value, light, heavy in zip(row, self.lightest, self.heaviest, strict=True)
            ]
            if total := fsum(weights):
                products = (value * weight for value, weight in zip(row, weights, strict=True))
                found.append((fsum(products) / total, weights))
        return min(found) if side == LOW else max(found)

    def is_exact(self, option: int) -> bool:
        """Tell whether an option's bounds are reached: no claim both helps and harms it."""
        reached = self.reached(option)
        return not any(
            2 * one in reached and 2 * one + 1 in reached
            for one, (low, high) in enumerate(self.sides)
            if low < high
        )

    def reached(self, option: int) -> set[int]:
        """Return the doubled claims on which the most that an option's score can be depends."""
        tally = self.tally
        found: set[int] = set()
        for column, weight in zip(tally.columns, tally.weights, strict=True):
            for one in tally.reasons.get((tally.options[option], column.id), ()) if weight else ():
                key = one.id if one.id in tally.numbers else one.premises[0]
                found.add(2 * tally.numbers[key] + (HIGH if one.polarity == "support" else LOW))
        queue = list(found)
        for here in queue:
            new = set(self._sources[here]) - found
            found |= new
            queue.extend(new)
        return found

    @cached_property
    def _sources(self) -> list[list[int]]:
        return self.doubled.sources()

    def corners(self, option: int) -> tuple[Corner, Corner]:
        """Return what is worst and what is best for an option."""
        reached = self.reached(option)
        low, high = (cells[option] for cells in self.cells)
        return self._corner(reached, low, LOW), self._corner(reached, high, HIGH)

    def _corner(self, reached: set[int], row: Sequence[float], side: int) -> Corner:
        bases = []
        for one, (base, pair) in enumerate(zip(self.tally.bases, self.sides, strict=True)):
            helps, harms = 2 * one + HIGH in reached, 2 * one + LOW in reached
            bases.append(base if helps == harms else pair[side] if helps else pair[1 - side])
        return Corner(tuple(bases), tuple(self._extreme(row, side)[1]))

    def rank(self, option: int) -> tuple[int, int]:
        """Return the best and the worst rank that nothing rules out."""
        others = [n for n in range(len(self.tally.options)) if n != option]
        always = sum(self.lead(option, n) < -_NOTHING for n in others)
        ever = sum(self.lead(n, option) > _NOTHING for n in others)
        return 1 + always, 1 + ever

    def lead(self, one: int, other: int) -> float:
        """Return more than one option can lead another by, times all weights, or just that."""
        low, high = self.cells
        return fsum(
            (heavy if a > b else light) * (a - b)
            for a, b, light, heavy in zip(
                high[one], low[other], self.lightest, self.heaviest, strict=True
            )
        )


def sides(tally: Tally, spread: Spread) -> list[tuple[float, float]]:
    """Return the lowest and the highest base score of each key; they are one where it is fixed."""
    free = movable(tally)
    return [
        (max(0.0, base - spread.confidences), min(1.0, base + spread.confidences))
        if key in free
        else (base, base)
        for key, base in zip(tally.keys, tally.bases, strict=True)
    ]


def movable(tally: Tally) -> frozenset[str]:
    """Return the claims whose confidence may change: all that count but the options themselves."""
    return frozenset(key for key in tally.keys if key in tally.map.claims) - set(tally.map.options)


def _twice(bonds: Bonds, *, turned: bool) -> Bonds:
    """Return bonds between doubled claims: from each side to the same, or to the other, side."""
    found = Bonds()
    for source, target, weight in zip(bonds.sources, bonds.targets, bonds.weights, strict=True):
        for side in (LOW, HIGH):
            found.add(2 * source + (1 - side if turned else side), 2 * target + side, weight)
    return found
