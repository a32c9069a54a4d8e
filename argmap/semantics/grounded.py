"""Grounded semantics: what must be accepted by whoever accepts anything.

The least complete labelling (Dung 1995, definition 20): in is what is not attacked, out what that
attacks, and so on. With needs it is the well-founded model (Van Gelder, Ross & Schlipf 1991) of
the framework read as a logic program.
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice
from argmap.reasoning.frameworks import Framework, grounded
from argmap.reasoning.labelling import Effort, Labels


def least(framework: Framework, effort: Effort) -> Labels:
    """Return the grounded labelling."""
    return grounded(framework)


SEMANTICS = labelled("grounded", Choice(single=least, local=True), code="GR", within=("complete",))
