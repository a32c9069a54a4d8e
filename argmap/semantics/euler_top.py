"""Euler-based semantics of the strongest: only the top supporter and the top attacker count.

As Euler-based, with E the strongest supporter minus the strongest attacker (Kampik, Potyka, Yin,
Čyras & Toni 2024, "Contribution functions for quantitative bipolar argumentation graphs").
"""

from math import exp

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    return 1 - (1 - base * base) / (1 + base * exp(support - attack))


SEMANTICS = graded("euler-top", Formula("top", influence))
