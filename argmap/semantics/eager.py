"""Eager semantics: the most that can be defended, of what all semi-stable positions accept.

The largest admissible set that is part of every semi-stable one (Caminada 2007, "Comparing two
unique extension semantics for formal argumentation: ideal and eager").
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice
from argmap.reasoning.frameworks import Framework
from argmap.reasoning.labelling import DECIDED, IN, Effort, Labels, NotDecided
from argmap.reasoning.sharing import shared, strongest


def eager(framework: Framework, effort: Effort) -> Labels:
    """Return the labelling of the eager set."""
    common = shared(Choice(aim=DECIDED), framework, effort)
    if not all(common.sure):
        raise NotDecided(effort.seconds)
    return strongest(framework, [mask == IN for mask in common.masks])


SEMANTICS = labelled("eager", Choice(single=eager), code="EA", within=("complete",))
