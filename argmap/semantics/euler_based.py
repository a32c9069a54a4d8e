"""Euler-based semantics: supports minus attacks, as an exponent.

1 - (1 - base²) / (1 + base · e^E), with E the sum of supporters minus that of attackers (Amgoud &
Ben-Naim 2018, "Evaluation of arguments in weighted bipolar graphs"). A base score of 0 or 1 stays.
"""

from math import exp

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    return 1 - (1 - base * base) / (1 + base * exp(min(support - attack, 700.0)))


SEMANTICS = graded("euler-based", Formula("sum", influence))
