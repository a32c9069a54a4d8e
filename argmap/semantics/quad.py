"""QuAD: the mean of what the attackers leave and what the supporters make; for comparison.

With only attackers the base score times what they leave open, with only supporters the like
towards 1, and with both the mean of the two (Baroni, Romano, Toni, Aurisicchio & Bertanza 2015,
"Automatic evaluation of design alternatives with quantitative argumentation"). It leaps: a
supporter of hardly any strength changes a lot.
"""

from argmap.evaluating import graded
from argmap.reasoning.grading import Formula


def influence(base: float, attack: float, support: float) -> float:
    """Return the strength."""
    lowered, raised = base * attack, 1 - (1 - base) * support
    if support == 1:
        return lowered
    return raised if attack == 1 else (lowered + raised) / 2


SEMANTICS = graded("quad", Formula("product", influence))
