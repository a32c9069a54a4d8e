"""MLP-based semantics: a map read as a neural network.

logistic(ln(base / (1 - base)) + E), with E the sum of supporters minus that of attackers (Potyka
2021, "Interpreting neural networks as quantitative argumentation frameworks"). A base score of 0
or 1 stays as it is.
"""

from math import exp, log

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    if base in (0, 1):
        return base
    energy = log(base / (1 - base)) + support - attack
    if energy >= 0:
        return 1 / (1 + exp(-energy))
    return exp(energy) / (1 + exp(energy))


SEMANTICS = graded("mlp-based", Formula("sum", influence))
