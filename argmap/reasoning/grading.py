"""How strong each argument is, from base scores and from what bears on it: gradual semantics.

A strength is computed from a base score, the strengths of attackers and those of supporters
(Potyka 2018; Mossakowski & Neuhaus 2018; Baroni, Rago & Toni 2019). What depends on nothing is
computed first. Where arguments depend on each other, their strengths are moved from the base
scores towards what the formula gives, all at once: first the whole way, and where that comes to no
rest, a shorter way each time (the continuous models of Potyka 2018). What does not settle has no
strength, nor has what depends on it.

The order in which bonds are given makes no difference: numbers are sorted before they are
multiplied, and sums are exact before they are rounded. Where numpy is installed it gathers what
bears on many arguments at once, which changes a strength by less than 1e-12.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from math import fsum, prod
from typing import Any, Literal

from argmap.reasoning.cycles import blocks
from argmap.reasoning.sweeping import sweep

Gather = Literal["product", "sum", "top", "count"]
Influence = Callable[[float, float, float], float]
Slopes = Callable[[Any, Any, Any], tuple[Any, Any, Any]]

STEPS = 200_000  # of one argument; a block of many has fewer
WAYS = (1.0, 0.5, 0.2, 0.05, 0.01)  # how much of the way to what the formula gives
LARGE = 2_000  # arguments from which on numpy is worth its import


@dataclass(frozen=True)
class Formula:
    """How a strength is computed.

    `gather` says what becomes of the strengths on one side: the product of what they leave open
    (1 for none), their sum, the largest of them, or how many they are plus their mean (0 for
    none). `influence` makes a strength of the base score and of what the attackers and the
    supporters come to; with `attacks_only` there are no supporters. `slopes` gives by how much it
    grows with each of the three, given numbers or numpy arrays; at a corner, the mean slope.
    """

    gather: Gather
    influence: Influence
    attacks_only: bool = False
    slopes: Slopes | None = None


@dataclass(slots=True)
class Bonds:
    """Links in columns: from which argument, to which, and how much of the strength counts."""

    sources: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add(self, source: int, target: int, weight: float = 1.0) -> None:
        """Add one link."""
        self.sources.append(source)
        self.targets.append(target)
        self.weights.append(weight)

    def into(self, size: int) -> list[list[tuple[int, float]]]:
        """Return, by argument, the sources and weights of what leads into it."""
        found: list[list[tuple[int, float]]] = [[] for _ in range(size)]
        for source, target, weight in zip(self.sources, self.targets, self.weights, strict=True):
            found[target].append((source, weight))
        return found


@dataclass(frozen=True, slots=True)
class Weights:
    """Arguments 0 to n-1 with base scores, and what attacks and supports them.

    `premises` holds arguments of another kind: such a step is as strong as the weakest of its
    premises, times its own base score as attacks and supports change it by DF-QuAD's formula.
    """

    bases: Sequence[float]
    attacks: Bonds
    supports: Bonds
    premises: Mapping[int, Sequence[int]] = field(default_factory=dict)

    def sources(self) -> list[list[int]]:
        """Return, by argument, all arguments that its strength depends on."""
        found = [list(self.premises.get(n, ())) for n in range(len(self.bases))]
        for bonds in (self.attacks, self.supports):
            for source, target in zip(bonds.sources, bonds.targets, strict=True):
                found[target].append(source)
        return found


@dataclass(frozen=True, slots=True)
class Graded:
    """Strengths; None where one did not settle. `steps` is the most that any block took.

    `residual` is by how much the formula would still change a strength that did not settle.
    """

    strengths: list[float | None]
    steps: int = 0
    residual: float = 0.0


def grade(weights: Weights, formula: Formula, *, numpy: bool = True) -> Graded:
    """Return the strength of every argument."""
    weights = heeded(weights, formula)
    values = list(weights.bases)
    if numpy and len(values) >= LARGE and not weights.premises and find_spec("numpy"):
        sides = [
            (one.sources, one.targets, one.weights) for one in (weights.attacks, weights.supports)
        ]
        if sweep(values, sides[0], sides[1], formula.gather, formula.influence):
            return Graded(list(values))
    return Scales(weights, formula, values).run()


def heeded(weights: Weights, formula: Formula) -> Weights:
    """Return what a formula reads: without supporters, where it knows of none."""
    return replace(weights, supports=_of_steps(weights)) if formula.attacks_only else weights


def dfquad(base: float, attack: float, support: float) -> float:
    """Return DF-QuAD's strength; attack and support are what their strengths leave open.

    >>> dfquad(0.5, 1 - 0.75, 1.0), dfquad(0.5, 1.0, 1 - 0.75)
    (0.125, 0.875)
    """
    balance = attack - support
    return base + (1 - base) * balance if balance >= 0 else base + base * balance


def gathered(gather: Gather, strengths: list[float]) -> float:
    """Return what the strengths on one side come to.

    >>> gathered("product", [0.5, 0.5]), gathered("sum", [0.5, 0.5]), gathered("count", [0.5, 0])
    (0.25, 1.0, 1.5)
    """
    if gather == "product":
        return prod(sorted(1 - one for one in strengths))
    if gather == "sum":
        return fsum(strengths)
    if gather == "top":
        return max(strengths, default=0.0)
    found = [one for one in strengths if one]
    return len(found) + fsum(found) / len(found) if found else 0.0


def _of_steps(weights: Weights) -> Bonds:
    kept = Bonds()
    given = weights.supports
    for source, target, weight in zip(given.sources, given.targets, given.weights, strict=True):
        if target in weights.premises:
            kept.add(source, target, weight)
    return kept


class Scales:
    """Computes strengths, one block of mutually dependent arguments after another."""

    def __init__(self, weights: Weights, formula: Formula, values: list[float]) -> None:
        self.weights, self.formula, self.values = weights, formula, values
        self.attackers = weights.attacks.into(len(values))
        self.supporters = weights.supports.into(len(values))
        self.neutral = 1.0 if formula.gather == "product" else 0.0
        self.steps, self.residual = 0, 0.0

    def run(self) -> Graded:
        """Return all strengths."""
        sources = self.weights.sources()
        unsettled: set[int] = set()
        for block in blocks(sources):
            if unsettled and any(one in unsettled for here in block for one in sources[here]):
                unsettled.update(block)
            elif len(block) == 1 and block[0] not in sources[block[0]]:
                self.values[block[0]] = self.strength(block[0])
            elif not self.settle(block):
                unsettled.update(block)
        return Graded(
            [None if n in unsettled else value for n, value in enumerate(self.values)],
            self.steps,
            self.residual,
        )

    def strength(self, one: int) -> float:
        """Return what the formula gives for an argument, as things stand."""
        attackers, supporters, base = (
            self.attackers[one], self.supporters[one], self.weights.bases[one],
        )  # fmt: skip
        if one in self.weights.premises:
            return self.step(one)
        if not attackers and not supporters:
            return base
        return self.formula.influence(base, self.side(attackers), self.side(supporters))

    def side(self, bonds: Iterable[tuple[int, float]]) -> float:
        """Return what one side comes to."""
        values = self.values
        strengths = [values[source] * weight for source, weight in bonds]
        return gathered(self.formula.gather, strengths) if strengths else self.neutral

    def step(self, one: int) -> float:
        """Return the strength of a step from several premises, or of one that is disputed."""
        values = self.values
        attack, support = (
            gathered("product", [values[source] * weight for source, weight in side[one]])
            for side in (self.attackers, self.supporters)
        )
        weakest = min(values[premise] for premise in self.weights.premises[one])
        return weakest * dfquad(self.weights.bases[one], attack, support)

    def settle(self, block: list[int]) -> bool:
        """Move the strengths of a block until they rest; tell whether they do."""
        most = max(STEPS // len(block), 2_000)
        taken, off = 0, 0.0
        for way in WAYS:
            for one in block:
                self.values[one] = self.weights.bases[one]
            walk = _Walk()
            while taken < most and not walk.stuck:
                taken += 1
                new = [self.strength(one) for one in block]
                change = [way * (x - self.values[one]) for one, x in zip(block, new, strict=True)]
                for one, x, by in zip(block, new, change, strict=True):
                    self.values[one] = x if way == 1 else self.values[one] + by
                if walk.rests(change):
                    self.steps = max(self.steps, taken)
                    return True
                if leap := walk.leap(change):
                    for one, by in zip(block, change, strict=True):
                        self.values[one] = min(1.0, max(0.0, self.values[one] + leap * by))
                walk.before = change
                off = max(map(abs, change)) / way
        self.steps, self.residual = max(self.steps, taken), max(self.residual, off)
        return False


class _Walk:
    """Watches the changes of one walk: whether it comes to rest, and whether it never will."""

    WINDOW = 100

    def __init__(self) -> None:
        self.steps = 0
        self.stuck = False
        self.before: Sequence[float] = ()
        self.sizes: list[float] = []

    def rests(self, change: Sequence[float]) -> bool:
        """Take note of a step; tell whether what is left to go is less than 1e-11.

        A walk that hardly shortens its steps is stuck, unless it goes straight on.
        """
        size = max(map(abs, change))
        self.steps += 1
        self.sizes.append(size)
        if len(self.sizes) == 2 * self.WINDOW:
            straight = _along(change, self.before)[0] > 0.9
            now, then = self.sizes[self.WINDOW :], self.sizes[: self.WINDOW]
            self.stuck = max(now) > (0.9999 if straight else 0.95) * max(then)
            self.sizes = now
        if size == 0:
            return True
        if size > 2e-15 or len(self.sizes) < 12:
            return False
        if _along(change, self.before)[0] < 0.5:  # back and forth by the last digit, and nowhere
            return True
        rate: float = (size / self.sizes[-11]) ** 0.1
        return rate < 1 and size * rate / (1 - rate) <= 1e-11

    def leap(self, change: Sequence[float]) -> float:
        """Return by how many more such steps the walk would end, where it creeps (Aitken 1926).

        It creeps when each step is the last one times the same number. 0 where it does not.
        """
        if self.steps % self.WINDOW or not self.sizes[-1] < 0.01:
            return 0.0
        cosine, rate = _along(change, self.before)
        if abs(cosine) < 0.9999 or not 0.5 < abs(rate) < 0.999999:
            return 0.0
        self.sizes = []
        return rate / (1 - rate)


def _along(one: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """Return the cosine between two steps, and how long the one is in terms of the other."""
    product, square = (fsum(x * y for x, y in zip(s, other, strict=True)) for s in (one, other))
    norm = (fsum(x * x for x in one) * square) ** 0.5
    return (product / norm, product / square) if norm else (1.0, 0.0)
