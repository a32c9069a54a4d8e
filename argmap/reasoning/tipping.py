"""The least change of one base score that carries a strength across a line, or past a rival.

Where every way from a claim to the topic has the same number of attacks, odd or even, more of the
claim never means both more and less of the topic (monotonicity: Baroni, Rago & Toni 2019). The
least change is then found by bisection, to 1e-9. Elsewhere 60 base scores are tried, half of
them drawn with a fixed seed, and the nearest that does it is refined: what is found holds, but a
smaller change might do as well. (Counterfactuals: Yin, Potyka & Toni 2024, "CE-QArg".)
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from argmap.reasoning.grading import Formula, Weights
from argmap.reasoning.probing import Probe

CLOSE = 1e-9  # how close to the line a change is found, and what counts as on the line
TRIES, TRIED = 60, 12  # base scores that are tried of a claim, and claims at most
WORK = 240_000  # strengths computed in all for that, or about as many


@dataclass(frozen=True, slots=True)
class Goal:
    """A line that the topic's strength is to cross: a number, or the strength of a rival."""

    topic: int
    level: float = 0.5
    rival: int | None = None


@dataclass(frozen=True, slots=True)
class Tip:
    """A change of one base score that does it; `exact` where no smaller one of this claim does."""

    claim: int
    before: float
    after: float
    exact: bool

    @property
    def size(self) -> float:
        """How large the change is."""
        return abs(self.after - self.before)


def tip(weights: Weights, formula: Formula, goal: Goal, claim: int) -> Tip | None:
    """Return the least change of one claim's base score that does it, if any does.

    >>> from argmap.reasoning.grading import Bonds, dfquad
    >>> weights = Weights([0.8, 0.2], Bonds([1], [0], [1.0]), Bonds())
    >>> found = tip(weights, Formula("product", dfquad), Goal(0), 1)
    >>> round(found.after, 6), found.exact
    (0.375, True)
    """
    return Tipping(weights, formula, goal).of(claim)


class Tipping:
    """Looks for changes that carry one topic across one line."""

    def __init__(self, weights: Weights, formula: Formula, goal: Goal) -> None:
        self.goal, self.bases = goal, list(weights.bases)
        rivals = () if goal.rival is None else (goal.rival,)
        self.probe = Probe(weights, formula, (goal.topic, *rivals))
        self.up = dict(self.probe.signs(goal.topic))
        self.against = {} if goal.rival is None else dict(self.probe.signs(goal.rival))
        self.gap = self._gap()
        self.complete = True

    def of(self, claim: int, within: float = 1.0) -> Tip | None:
        """Return the least change of a claim's base score that does it, if one of a size does."""
        if self.gap is None or abs(self.gap) <= CLOSE or claim not in self.probe.upstream:
            return None
        before = self.bases[claim]
        sign = self._sign(claim)
        ends = [(before, min(1.0, before + within)), (before, max(0.0, before - within))]
        if sign:
            ends = [ends[0] if (sign > 0) == (self.gap < 0) else ends[1]]
            brackets = [one for one in ends if self._does(claim, one[1])]
        else:
            brackets = list(self._tried(claim, before, within))
        found = [self._narrowed(claim, *one) for one in brackets]
        self.probe.moved(claim, before)
        best = min(found, key=lambda after: abs(after - before), default=None)
        return None if best is None else Tip(claim, before, best, bool(sign))

    def least(self, claims: Iterable[int]) -> Tip | None:
        """Return the least change of any of these claims; the first of them on a tie.

        Of claims whose base scores have to be tried, only the first dozen are, or fewer where
        that takes long. `complete` is then False: there may be changes that were not looked at.
        """
        best: Tip | None = None
        left = WORK
        for one in claims:
            if not self._sign(one):
                self.complete = False
                left -= max(WORK // TRIED, TRIES * self.probe.cost(one))
                if left < 0:
                    continue
            found = self.of(one, best.size - CLOSE if best else 1.0)
            if found and (best is None or found.size < best.size):
                best = found
        return best

    def _sign(self, claim: int) -> int:
        """Return whether the gap grows with the claim, shrinks with it, or may do both."""
        up, against = self.up.get(claim), self.against.get(claim)
        if up is None or against is None:
            return up or -(against or 0)
        return up if up == -against else 0

    def _gap(self) -> float | None:
        topic = self.probe.strength(self.goal.topic)
        level = self.goal.level
        rival = level if self.goal.rival is None else self.probe.strength(self.goal.rival)
        return None if topic is None or rival is None else topic - rival

    def _does(self, claim: int, base: float) -> bool:
        """Tell whether the topic is no longer on its side of the line."""
        self.probe.moved(claim, base)
        gap = self._gap()
        return gap is not None and self.gap is not None and gap * self.gap <= 0

    def _narrowed(self, claim: int, near: float, far: float) -> float:
        does: Callable[[float], bool] = lambda base: self._does(claim, base)  # noqa: E731
        while abs(far - near) > CLOSE / 4:
            middle = (near + far) / 2
            near, far = (near, middle) if does(middle) else (middle, far)
        return far

    def _tried(self, claim: int, before: float, within: float) -> Iterable[tuple[float, float]]:
        """Yield, on either side, the nearest pair of tries between which the line is crossed."""
        dice = random.Random(0)
        tries = [n / (TRIES // 2) for n in range(TRIES // 2 + 1)]
        tries += [dice.random() for _ in range(TRIES // 2)]
        tries += [max(before - within, 0.0), min(before + within, 1.0)]
        near = sorted(one for one in tries if abs(one - before) <= within + CLOSE)
        for side in (
            [one for one in near if one > before],
            [one for one in reversed(near) if one < before],
        ):
            last = before
            for one in side:
                if self._does(claim, one):
                    yield last, one
                    break
                last = one
