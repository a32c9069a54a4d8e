"""How much the strength of one argument, the topic, grows with the base score of each.

All slopes are found in one walk from the topic down: what an argument passes on to the topic is
the sum, over all that it bears on, of what these pass on times how much they heed it (the adjoint
of the fixpoint equations; gradient attribution: Yin, Potyka & Toni 2023, "Argument attribution
explanations in quantitative bipolar argumentation frameworks"). Arguments that depend on each
other are solved for together (implicit function theorem).

Where a formula has a corner, the mean of the slopes on both sides is carried on; where it leaps,
nothing. Formulas that do not state their slopes are measured over steps of 1e-6. Where numpy is
installed, large graphs are walked with it, which changes a slope by less than 1e-9.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from math import prod
from typing import Any

from argmap.reasoning.cycles import blocks
from argmap.reasoning.descending import descend
from argmap.reasoning.grading import (
    LARGE,
    Formula,
    Weights,
    dfquad,
    gathered,
    grade,
    heeded,
)

STEP, LEAP = 1e-6, 1e4  # of measured slopes: how far apart, and what is too steep to be one
Heeds = Mapping[int, tuple[float, list[tuple[int, float]]]]
DENSE = 120  # arguments that depend on each other and are solved for by elimination


def gradients(
    weights: Weights,
    formula: Formula,
    topic: int,
    *,
    strengths: Sequence[float | None] | None = None,
    numpy: bool = True,
) -> list[float] | None:
    """Return, by argument, by how much the topic's strength grows with its base score.

    None where the topic has no strength, or where it depends so much on itself that there is no
    such number. `strengths` are what `grade` gives, where they are known already.
    """
    weights = heeded(weights, formula)
    known = grade(weights, formula, numpy=numpy).strengths if strengths is None else strengths
    if known[topic] is None:
        return None
    values = [0.0 if one is None else one for one in known]
    if numpy and len(values) >= LARGE and not weights.premises and find_spec("numpy"):
        links = [
            (one.sources, one.targets, one.weights) for one in (weights.attacks, weights.supports)
        ]
        found = descend(
            values, weights.bases, (links[0], links[1]), topic, formula.gather, slopes_of(formula)
        )
        if found is not None:
            return found
    return _Descent(weights, formula, values).run(topic)


def dfquad_slopes(base: Any, attack: Any, support: Any) -> tuple[Any, Any, Any]:
    """Return by how much DF-QuAD's strength grows with each of the three.

    >>> dfquad_slopes(0.5, 0.25, 1.0), dfquad_slopes(0.2, 0.5, 0.5)
    ((0.25, 0.5, -0.5), (1.0, 0.5, -0.5))
    """
    balance = attack - support
    sign = (balance > 0) * 1.0 - (balance < 0) * 1.0
    moved = ((1 - base) * (1 + sign) + base * (1 - sign)) / 2
    return 1 - abs(balance), moved, -moved


def slopes_of(formula: Formula) -> "Measured":
    """Return by how much a formula's strength grows with base, attack and support."""
    return Measured(formula)


class Measured:
    """The slopes that a formula states, or those that are measured."""

    def __init__(self, formula: Formula) -> None:
        self.formula, self.stated = formula, formula.slopes

    def __call__(self, base: float, attack: float, support: float) -> tuple[float, float, float]:
        """Return the three slopes at one place."""
        if self.stated:
            return self.stated(base, attack, support)
        top = 1.0 if self.formula.gather == "product" else float("inf")
        here = (base, attack, support)
        found = [self._along(here, n, 1.0 if n == 0 else top) for n in range(3)]
        return found[0], found[1], found[2]

    def _along(self, here: Sequence[float], axis: int, top: float) -> float:
        """Return the mean slope on both sides, as far as these are in range."""
        ends = []
        for step in (-STEP, STEP):
            there = list(here)
            there[axis] = min(top, max(0.0, here[axis] + step))
            ends.append((there[axis], self.formula.influence(*there)))
        slope = (ends[1][1] - ends[0][1]) / (ends[1][0] - ends[0][0])
        return slope if abs(slope) < LEAP else 0.0


class _Descent:
    """Walks from the topic down, one block of mutually dependent arguments after another."""

    def __init__(self, weights: Weights, formula: Formula, values: Sequence[float]) -> None:
        self.weights, self.formula, self.values = weights, formula, values
        self.slopes = slopes_of(formula)
        self.attackers = weights.attacks.into(len(values))
        self.supporters = weights.supports.into(len(values))
        self.passed = [0.0] * len(values)

    def run(self, topic: int) -> list[float] | None:
        """Return the slopes."""
        sources = self.weights.sources()
        self.passed[topic] = 1.0
        found = [0.0] * len(self.values)
        for block in reversed(blocks(sources)):
            if not any(self.passed[one] for one in block):
                continue
            heeds = {one: self.heeds(one) for one in block}
            is_circle = len(block) > 1 or block[0] in sources[block[0]]
            if is_circle and not self.settle(block, heeds):
                return None
            inside = set(block)
            for one, (own, links) in heeds.items():
                found[one] = self.passed[one] * own
                for source, slope in links:
                    if source not in inside:
                        self.passed[source] += self.passed[one] * slope
        return found

    def settle(self, block: list[int], heeds: Heeds) -> bool:
        """Find what each of a block passes on; tell whether that is a number."""
        solved = _solved([self.passed[one] for one in block], block, heeds)
        for one, value in zip(block, solved or (), strict=False):
            self.passed[one] = value
        return solved is not None

    def heeds(self, one: int) -> tuple[float, list[tuple[int, float]]]:
        """Return how much an argument's strength grows with its base score, and with what."""
        attackers, supporters = self.attackers[one], self.supporters[one]
        if one in self.weights.premises:
            return self.step(one)
        if not attackers and not supporters:
            return 1.0, []
        gather = self.formula.gather
        sides = [
            gathered(gather, [self.values[source] * weight for source, weight in side])
            for side in (attackers, supporters)
        ]
        own, *both = self.slopes(self.weights.bases[one], sides[0], sides[1])
        return own, self.through(gather, attackers, both[0]) + self.through(
            gather, supporters, both[1]
        )

    def through(
        self, gather: str, bonds: Sequence[tuple[int, float]], slope: float
    ) -> list[tuple[int, float]]:
        """Return how much one side of an argument heeds each of its members."""
        parts = _parts(gather, [self.values[source] * weight for source, weight in bonds])
        return [
            (source, slope * part * weight)
            for (source, weight), part in zip(bonds, parts, strict=True)
        ]

    def step(self, one: int) -> tuple[float, list[tuple[int, float]]]:
        """Return the like for a step from several premises, or for one that is disputed."""
        base = self.weights.bases[one]
        attack, support = (
            gathered("product", [self.values[source] * weight for source, weight in side[one]])
            for side in (self.attackers, self.supporters)
        )
        own, by_attack, by_support = dfquad_slopes(base, attack, support)
        premises = list(dict.fromkeys(self.weights.premises[one]))
        weakest = min(self.values[premise] for premise in premises)
        parts = _highest([-self.values[premise] for premise in premises])
        lift = dfquad(base, attack, support)
        links = [(premise, lift * part) for premise, part in zip(premises, parts, strict=True)]
        links += self.through("product", self.attackers[one], weakest * by_attack)
        links += self.through("product", self.supporters[one], weakest * by_support)
        return weakest * own, links


def _parts(gather: str, strengths: Sequence[float]) -> list[float]:
    """Return by how much what one side comes to grows with each of its strengths.

    >>> _parts("product", [0.5, 0.2]), _parts("top", [0.5, 0.5, 0.2])
    ([-0.8, -0.5], [0.5, 0.5, 0.0])
    """
    if gather == "product":
        left = [1 - one for one in strengths]
        whole, zeros = prod(sorted(one for one in left if one)), left.count(0)
        return [
            -(whole / one if one and not zeros else whole if not one and zeros == 1 else 0.0)
            for one in left
        ]
    if gather == "sum":
        return [1.0] * len(strengths)
    if gather == "top":
        return _highest(strengths)
    count = sum(1 for one in strengths if one)
    return [1 / count if one else 0.0 for one in strengths]


def _highest(values: Sequence[float]) -> list[float]:
    """Return by how much the highest value grows with each; with several, half as much."""
    top = max(values, default=0.0)
    many = sum(1 for one in values if one == top)
    return [(1.0 if many == 1 else 0.5) if one == top else 0.0 for one in values]


def _solved(given: list[float], block: list[int], heeds: Heeds) -> list[float] | None:
    """Return what each of a block passes on in the end; None where that is without bounds."""
    place = {one: n for n, one in enumerate(block)}
    links = [
        (place[source], place[one], slope)
        for one in block
        for source, slope in heeds[one][1]
        if source in place
    ]
    return (_eliminated if len(block) <= DENSE else _iterated)(given, links)


def _eliminated(given: list[float], links: Iterable[tuple[int, int, float]]) -> list[float] | None:
    """Solve by elimination with pivots."""
    size = len(given)
    rows = [[float(n == m) for m in range(size)] + [given[n]] for n in range(size)]
    for source, target, slope in links:
        rows[source][target] -= slope
    for n in range(size):
        best = max(range(n, size), key=lambda m: abs(rows[m][n]))
        if abs(rows[best][n]) < 1e-12:
            return None
        rows[n], rows[best] = rows[best], rows[n]
        for row in rows[n + 1 :]:
            if row[n]:
                by = row[n] / rows[n][n]
                row[n:] = [x - by * y for x, y in zip(row[n:], rows[n][n:], strict=True)]
    found = [0.0] * size
    for n in reversed(range(size)):
        rest = sum(rows[n][m] * found[m] for m in range(n + 1, size))
        found[n] = (rows[n][size] - rest) / rows[n][n]
    return found


def _iterated(given: list[float], links: Sequence[tuple[int, int, float]]) -> list[float] | None:
    """Solve by going round, the whole way or, where that does not end, a shorter way each time."""
    for way in (1.0, 0.5, 0.1):
        found = list(given)
        for _ in range(2_000):
            new = list(given)
            for source, target, slope in links:
                new[source] += slope * found[target]
            off = max(abs(x - y) for x, y in zip(new, found, strict=True))
            found = [y + way * (x - y) for x, y in zip(new, found, strict=True)]
            if off < 1e-13 or off > 1e100:
                break
        if off < 1e-13:
            return found
    return None
