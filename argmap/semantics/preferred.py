"""Preferred semantics: the positions that accept as much as can be defended.

A complete set that is part of no larger one (Dung 1995, definition 7). There is always one, and
often several: each way to side with one party of a conflict that nothing else decides.
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice
from argmap.reasoning.labelling import IN

SEMANTICS = labelled("preferred", Choice(aim=IN, local=True), code="PR", within=("complete",))
