"""Complete semantics: every position that is consistent and says all that it can defend.

A set is complete when it attacks none of its own, defends all of them, and holds all that it
defends (Dung 1995, definition 23). What all complete positions share is the grounded one.
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice

SEMANTICS = labelled("complete", Choice(local=True), code="CO")
