"""The JSON form of verdicts, for other programs."""

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.model import ArgMap
from argmap.phrasing import phrases
from argmap.reasoning.disagreeing import Opinion
from argmap.verdict import Label, Reading, Verdict

Form = dict[str, Any]


def form(argmap: ArgMap, verdict: Verdict, others: Sequence[Verdict], reading: Reading) -> Form:
    """Return a verdict, and what each semantics that was asked says of every claim.

    A label or strength that could not be found out is null; `possible` says that some outcome
    accepts the claim.
    """
    return {
        "semantics": verdict.semantics,
        "support": reading.support,
        "needs_support": reading.needs_support,
        "verdicts": {key: _standing(verdict, key) for key in argmap.claims},
        "arguments": {key: _standing(verdict, key, base=False) for key in argmap.arguments},
        "readings": {one.semantics: said(argmap, one) for one in others},
        "notes": told([verdict, *others]),
    }


def compared(
    argmap: ArgMap,
    asked: Sequence[Opinion],
    differing: Mapping[str, Mapping[Label, Sequence[Opinion]]],
) -> Form:
    """Return what all opinions say, and who says what where they differ."""
    return {
        "readings": {one.name: said(argmap, one.verdict) for one in asked},
        "disagreements": {
            claim: {label: [one.name for one in ones] for label, ones in by_label.items()}
            for claim, by_label in differing.items()
        },
        "notes": told([one.verdict for one in asked]),
    }


def said(argmap: ArgMap, verdict: Verdict) -> Form:
    """Return the label or the strength of every claim."""
    found: Mapping[str, object] = verdict.strengths if verdict.bases else verdict.labels
    return {key: found.get(key) for key in argmap.claims}


def told(verdicts: Sequence[Verdict]) -> list[str]:
    """Return what a reader must know of verdicts, each thing once."""
    say = phrases("verdicts")
    return list(dict.fromkeys(say(n.key, **n.slots) for one in verdicts for n in one.notes))


def _standing(verdict: Verdict, key: str, *, base: bool = True) -> Form:
    one = verdict[key]
    found = {"label": one.label, "strength": one.strength, "possible": key in verdict.possible}
    return found | {"base": one.base} if base else found
