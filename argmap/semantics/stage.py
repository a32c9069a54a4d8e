"""Stage semantics: the consistent positions that leave as little undecided as can be.

A conflict-free set whose range, itself and what it attacks, is part of no other's larger range
(Verheij 1996, "Two approaches to dialectical argumentation"). It need not defend itself, so that
a circle of three attacks has three stage positions. With needs, the set must be coherent, and its
range is itself and what can no longer be had without something that it attacks.
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice
from argmap.reasoning.labelling import DECIDED

SEMANTICS = labelled("stage", Choice(conflict_free=True, aim=DECIDED), code="STG")
