"""Weighted h-categoriser: each attack makes less of a claim, and supports are not read.

base / (1 + the sum of the attackers) (Besnard & Hunter 2001; with base scores, Amgoud, Ben-Naim,
Doder & Vesic 2017, "Acceptability semantics for weighted argumentation frameworks").
"""

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    return base / (1 + attack)


SEMANTICS = graded("h-categoriser", Formula("sum", influence, attacks_only=True))
