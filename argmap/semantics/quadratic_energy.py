"""Quadratic energy: supports minus attacks, squared and bounded, move the base score.

With E the sum of supporters minus that of attackers and h = E² / (1 + E²), the strength is
base + (1 - base) h for positive E, and base - base h else (Potyka 2018, "Continuous dynamical
systems for weighted bipolar argumentation"). Small reasons do little, and none saturates.
"""

from typing import Any

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    energy = support - attack
    share = energy * energy / (1 + energy * energy)
    return base + (1 - base) * share if energy >= 0 else base - base * share


def slopes(base: Any, attack: Any, support: Any) -> tuple[Any, Any, Any]:
    """Return by how much the strength grows with each of the three."""
    energy = support - attack
    square = energy * energy
    room = (1 - base) * (energy > 0) - base * (energy < 0)
    moved = 2 * energy / (1 + square) ** 2 * room
    return 1 - square / (1 + square), -moved, moved


SEMANTICS = graded("quadratic-energy", Formula("sum", influence, slopes=slopes))
