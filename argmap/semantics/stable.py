"""Stable semantics: the positions that leave nothing undecided.

A conflict-free set that attacks all that is not in it (Dung 1995, definition 13). There may be
none: one claim that attacks itself, and that nothing else attacks, is enough.
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice

SEMANTICS = labelled(
    "stable",
    Choice(total=True),
    code="ST",
    within=("semi-stable", "stage", "preferred", "complete"),
)
