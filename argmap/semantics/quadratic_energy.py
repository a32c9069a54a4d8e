"""Quadratic energy: supports minus attacks, squared and bounded, move the base score.

With E the sum of supporters minus that of attackers and h = E² / (1 + E²), the strength is
base + (1 - base) h for positive E, and base - base h else (Potyka 2018, "Continuous dynamical
systems for weighted bipolar argumentation"). Small reasons do little, and none saturates.
"""

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    energy = support - attack
    share = energy * energy / (1 + energy * energy)
    return base + (1 - base) * share if energy >= 0 else base - base * share


SEMANTICS = graded("quadratic-energy", Formula("sum", influence))
