"""Semi-stable semantics: the complete positions that leave as little undecided as can be.

A complete set whose range, itself and what it attacks, is part of no other's larger range
(Caminada 2006, "Semi-stable semantics"; Verheij 1996 has them as admissible stage extensions).
Where there are stable positions, these are the semi-stable ones.
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice
from argmap.reasoning.labelling import DECIDED

SEMANTICS = labelled(
    "semi-stable", Choice(aim=DECIDED), code="SST", within=("preferred", "complete")
)
