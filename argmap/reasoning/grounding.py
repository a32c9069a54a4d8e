"""What an explanation of a label consists of, as values that are in terms of the map."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from argmap.verdict import Label

Form = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A step, by ids; see `unfolding.Step` and `hearing`. `weight` is that of an argument."""

    sort: str
    of: str
    by: tuple[str, ...] = ()
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A new answer, by id of the claim that it attacks or is a reason for."""

    sort: str
    claim: str


@dataclass(frozen=True, slots=True)
class Change:
    """Sets of new answers that change a label; see `turning.Flips`."""

    sets: tuple[tuple[Given, ...], ...]
    least: bool
    every: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for a label: an outcome in which a claim has it, and what shows that.

    `grounded` tells that it has this label in every outcome. `shown` are the ids of the set.
    """

    label: Label
    grounded: bool
    steps: tuple[Told, ...]
    shown: tuple[str, ...]
    exact: bool
    certificate: Form


def heaviest(told: Sequence[Told]) -> list[Told]:
    """Return steps with what weighs most on each side first, and what counts for nothing last."""
    weighed = sorted((one for one in told if one.weight), key=lambda one: -(one.weight or 0.0))
    first = [
        next((one for one in weighed if (one.sort == "con") is con), None) for con in (False, True)
    ]
    rest = [one for one in weighed if one not in first]
    others = [one for one in told if not one.weight]
    others.sort(key=lambda one: not one.sort.endswith("-waits"))
    return [*(one for one in first if one), *rest, *others]
