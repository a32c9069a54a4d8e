"""What decides between two options: the least change that turns them round, and what moves most.

A weight enters a lead as a straight line, so that its turning point is computed. A confidence is
looked for by halves where the lead rises or falls with it all along, which a map without circles
tells, and by small steps elsewhere.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, fsum, inf

from argmap.deciding.ranging import HIGH, Bounds, Spread, movable
from argmap.reasoning.ranking import LEVEL, Tally, weighted

STEP = 0.005  # of a confidence, where its effect may turn round
HALVES = 40


@dataclass(frozen=True, slots=True)
class Flip:
    """A change of one confidence or weight after which the second option leads.

    `what` is a claim's or a criterion's id. The lead turns at `limit`; `enough` is a number with
    few digits just beyond it, at which the second one leads indeed.
    """

    what: str
    now: float
    limit: float
    enough: float

    @property
    def size(self) -> float:
        """How large the change is."""
        return abs(self.limit - self.now)


@dataclass(frozen=True, slots=True)
class Lever:
    """What a claim's confidence or a criterion's weight does to a lead within its spread.

    `low` and `high` are the leads at the least and the most that it can be, which are `between`.
    """

    what: str
    weight: bool
    between: tuple[float, float]
    low: float
    high: float


class Duel:
    """Two options of a tally, the first ahead of the second."""

    def __init__(self, tally: Tally, first: str, second: str) -> None:
        self.tally = tally.narrowed(first, second)
        self.cells = self.tally.cells(self.tally.bases)

    def lead(self, cells: Sequence[Sequence[float | None]], weights: Sequence[float]) -> float:
        """Return by how much the first option's score is above the second's."""
        one, other = (weighted(row, weights) for row in cells)
        return inf if one is None or other is None else one - other

    @cached_property
    def now(self) -> float:
        """The lead as things stand."""
        return self.lead(self.cells, self.tally.weights)

    def at(self, place: int, base: float) -> float:
        """Return the lead where one of the keys has another base score."""
        bases = list(self.tally.bases)
        bases[place] = base
        return self.lead(self.tally.cells(bases), self.tally.weights)

    def under(self, column: int, weight: float) -> float:
        """Return the lead where one column has another weight."""
        weights = list(self.tally.weights)
        weights[column] = weight
        return self.lead(self.cells, weights)

    def by_weight(self) -> Flip | None:
        """Return the least change of one weight that turns the order."""
        found = [one for n in range(len(self.tally.columns)) if (one := self._turned(n))]
        return min(found, key=lambda one: (one.size, one.what), default=None)

    def _turned(self, column: int) -> Flip | None:
        """Return how one weight turns the order, where it does: lead · total = sum of the parts."""
        weights = self.tally.weights
        parts = [0.0 if a is None or b is None else a - b for a, b in zip(*self.cells, strict=True)]
        if abs(parts[column]) <= LEVEL or not LEVEL < self.now < inf:
            return None
        now = weights[column]
        products = (weight * part for weight, part in zip(weights, parts, strict=True))
        limit = now - fsum(products) / parts[column]
        if limit <= 0:
            return None
        found = _written(limit, limit > now, lambda value: self.under(column, value) < -LEVEL, inf)
        return None if found is None else Flip(self.tally.columns[column].id, now, limit, found)

    def by_confidence(self) -> Flip | None:
        """Return the least change of one confidence that turns the order."""
        best: Flip | None = None
        if not LEVEL < self.now < inf:
            return None
        for key in sorted(movable(self.tally)):
            place = self.tally.numbers[key]
            now = self.tally.bases[place]
            for end in (0.0, 1.0):
                size = best.size if best else inf
                far = max(now - size, 0.0) if end == 0 else min(now + size, 1.0)
                limit = self._crossing(place, now, far)
                if limit is not None and abs(limit - now) < size - LEVEL:
                    best = self._flip(key, place, limit) or best
        return best

    def _flip(self, key: str, place: int, limit: float) -> Flip | None:
        now = self.tally.bases[place]
        found = _written(limit, limit > now, lambda base: self.at(place, base) < -LEVEL, 1.0)
        return None if found is None else Flip(key, now, limit, found)

    def _crossing(self, place: int, now: float, far: float) -> float | None:
        """Return where the order turns on the way from one base score to another, if it does."""
        steady = self.is_steady(place)
        if not steady and not self._may_turn(place, now, far):
            return None
        near = now
        for here in (far,) if steady else _steps(now, far):
            if self.at(place, here) < -LEVEL:
                return self._halved(place, near, here)
            near = here
        return None

    def _may_turn(self, place: int, now: float, far: float) -> bool:
        """Tell whether the bounds let the second option lead on that way."""
        if not self._bounds.known:
            return True
        within = [(base, base) for base in self.tally.bases]
        within[place] = (min(now, far), max(now, far))
        return Bounds(self.tally, Spread(0, 0), within).lead(1, 0) > 0

    def _halved(self, place: int, near: float, far: float) -> float:
        for _ in range(HALVES):
            middle = (near + far) / 2
            if self.at(place, middle) < -LEVEL:
                far = middle
            else:
                near = middle
        return far

    def is_steady(self, place: int) -> bool:
        """Tell whether the lead only rises, or only falls, with a base score."""
        if not self._bounds.known:
            return False
        ours, theirs = self._reached
        rises = 2 * place + HIGH in ours or 2 * place in theirs
        falls = 2 * place in ours or 2 * place + HIGH in theirs
        return not (rises and falls)

    @cached_property
    def _bounds(self) -> Bounds:
        return Bounds(self.tally, Spread())

    @cached_property
    def _reached(self) -> tuple[set[int], set[int]]:
        return self._bounds.reached(0), self._bounds.reached(1)

    def levers(self, spread: Spread) -> list[Lever]:
        """Return what moves the lead within a spread, what moves it most first."""
        found = [*self._weights(spread), *self._confidences(spread)]
        moving = [
            one
            for one in found
            if max(abs(one.low - self.now), abs(one.high - self.now)) > LEVEL
            and inf not in (one.low, one.high)
        ]
        return sorted(moving, key=lambda one: (-abs(one.high - one.low), one.weight, one.what))

    def _weights(self, spread: Spread) -> Iterator[Lever]:
        for n, column in enumerate(self.tally.columns):
            now = self.tally.weights[n]
            low, high = now * (1 - spread.weights), now * (1 + spread.weights)
            leads = self.under(n, low), self.under(n, high)
            yield Lever(column.id, True, (low, high), *leads)

    def _confidences(self, spread: Spread) -> Iterator[Lever]:
        for key in sorted(movable(self.tally)):
            place = self.tally.numbers[key]
            now = self.tally.bases[place]
            low, high = max(0.0, now - spread.confidences), min(1.0, now + spread.confidences)
            yield Lever(key, False, (low, high), self.at(place, low), self.at(place, high))


def _steps(now: float, far: float) -> Iterator[float]:
    count = ceil(abs(far - now) / STEP)
    return (now + (far - now) * n / count for n in range(1, count + 1))


def _written(limit: float, up: bool, turns: Callable[[float], bool], most: float) -> float | None:
    """Return a number with as few digits as can be, just beyond a limit, that turns the order.

    >>> _written(0.123, True, lambda value: value > 0.123, 1.0)
    0.13
    """
    for digits in range(2, 10):
        scale = 10.0**digits
        value = (ceil(limit * scale) if up else floor(limit * scale)) / scale
        for one in (value, value + (1 if up else -1) / scale):
            if 0 <= one <= most and turns(round(one, digits)):
                return round(one, digits)
    return None
