"""What the readings and semantics there are say of one map, and where they do not agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.evaluating import Case, Semantics
from argmap.model import ArgMap
from argmap.plugins import members
from argmap.reasoning.labelling import Effort
from argmap.verdict import Label, Reading, Support, Verdict

READINGS: tuple[Support, ...] = ("necessary", "deductive", "ignore")
EVEN = 0.5  # a strength above it speaks for a claim, one below it against it
NEAR = 1e-9


@dataclass(frozen=True)
class Opinion:
    """What one semantics says under one reading of support; strengths have no such reading."""

    semantics: str
    support: Support | None
    verdict: Verdict

    @property
    def name(self) -> str:
        """What it is called: `grounded (deductive)`, `df-quad`."""
        return f"{self.semantics} ({self.support})" if self.support else self.semantics

    def label(self, claim: str) -> Label | None:
        """Return what it says of a claim, if anything."""
        if any(note.key == "no-outcome" for note in self.verdict.notes):
            return None
        strength = self.verdict.strengths.get(claim)
        if strength is not None and abs(strength - EVEN) > NEAR:
            return "in" if strength > EVEN else "out"
        return self.verdict.labels.get(claim)


def opinions(argmap: ArgMap, *, needs_support: bool = False, seconds: float = 10) -> list[Opinion]:
    """Return what all semantics say of a map; each may take so many seconds.

    Complete semantics agree on the same as grounded. Formulas that read no supporters are asked
    where there are none.
    """
    return list(_opinions(argmap, needs_support, seconds))


def disagreements(argmap: ArgMap, found: list[Opinion]) -> dict[str, Mapping[Label, list[Opinion]]]:
    """Return the claims on which opinions differ, with who says what."""
    differing: dict[str, Mapping[Label, list[Opinion]]] = {}
    for claim in argmap.claims:
        said: dict[Label, list[Opinion]] = {"in": [], "out": [], "undecided": []}
        for one in found:
            label = one.label(claim)
            if label:
                said[label].append(one)
        spoken = {label: ones for label, ones in said.items() if ones}
        if len(spoken) > 1:
            differing[claim] = spoken
    return differing


def _opinions(argmap: ArgMap, needs_support: bool, seconds: float) -> Iterator[Opinion]:
    known = members("semantics", Semantics)
    supports = any(one.polarity == "support" for one in argmap.arguments.values())
    for support in READINGS:
        reading = Reading(support, needs_support)
        for name, one in known.items():
            if one.choice and name != "complete":
                yield Opinion(name, support, one.judge(Case(argmap, reading, Effort(seconds))))
    case = Case(argmap, Reading("necessary", needs_support), Effort(seconds))
    for name, one in known.items():
        partial = supports and one.formula and one.formula.attacks_only
        if not one.choice and not partial:
            yield Opinion(name, None, one.judge(case))
