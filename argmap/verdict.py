"""What stands in a map, and how strongly: the result of an evaluation, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Label = Literal["in", "out", "undecided"]
Support = Literal["necessary", "deductive", "ignore", "carneades"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a map is read before it is judged.

    `support` says what a supporting argument does. With `necessary`, a claim that has reasons
    for it needs at least one of them; with `deductive`, who accepts a reason accepts what it
    supports; with `ignore`, only attacks count; with `carneades`, reasons are weighed by proof
    standards. With `needs_support`, a claim without a reason, a source, a basis or the other
    side's concession does not stand.
    """

    support: Support = "necessary"
    needs_support: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict on one claim or argument; None is what could not be found out in time."""

    label: Label | None
    strength: float | None
    base: float | None


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader of a verdict must know: a phrase of the word list `verdicts`, and its slots."""

    key: str
    slots: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one semantics, or one for labels and one for strengths, says of a map.

    `labels` and `strengths` are by the ids of claims and of arguments. A label is `in` or `out`
    where every outcome that the semantics allows agrees on it. What was not decided in time is
    missing from `labels`, and a strength that did not settle from `strengths`; `notes` says so.
    `possible` holds what at least one outcome accepts.
    """

    semantics: str
    labels: Mapping[str, Label] = field(default_factory=dict)
    strengths: Mapping[str, float] = field(default_factory=dict)
    bases: Mapping[str, float] = field(default_factory=dict)
    possible: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()

    def __getitem__(self, key: str) -> Standing:
        """Return the verdict on one claim or argument.

        >>> Verdict(semantics="grounded", labels={"a": "in"})["a"]
        Standing(label='in', strength=None, base=None)
        """
        return Standing(self.labels.get(key), self.strengths.get(key), self.bases.get(key))
