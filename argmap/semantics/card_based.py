"""Weighted card-based semantics: the number of attackers counts most; supports are not read.

base / (1 + the number of attackers + their mean), counting attackers that have any strength:
quantity before quality (Amgoud, Ben-Naim, Doder & Vesic 2017, "Acceptability semantics for
weighted argumentation frameworks").
"""

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    return base / (1 + attack)


SEMANTICS = graded("card-based", Formula("count", influence, attacks_only=True))
