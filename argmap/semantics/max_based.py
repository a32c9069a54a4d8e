"""Weighted max-based semantics: only the strongest attacker counts, and supports are not read.

base / (1 + the strongest attacker): quality before quantity (Amgoud, Ben-Naim, Doder & Vesic
2017, "Acceptability semantics for weighted argumentation frameworks").
"""

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    return base / (1 + attack)


SEMANTICS = graded("max-based", Formula("top", influence, attacks_only=True))
