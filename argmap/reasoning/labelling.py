"""Labels of abstract arguments, and what is asked of a search for them.

Arguments are numbers here. A label is one bit, so that a set of labels is a mask.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal, Protocol

from argmap.errors import ArgmapError

IN, OUT, UNDECIDED = 1, 2, 4
DECIDED = IN | OUT
NOT_IN, NOT_OUT = OUT | UNDECIDED, IN | UNDECIDED
ANY = IN | OUT | UNDECIDED

Labels = Sequence[int]
Demand = tuple[int, int]  # an argument, and the mask of labels of which it must have one
EngineName = Literal["", "own", "sat"]


class NotDecided(ArgmapError):
    """A search that was given up when its time was over."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"not decided in {seconds:g} s")


@dataclass(frozen=True)
class Effort:
    """How long to search and with what; the clock runs from when this is made.

    `engine` is `own`, `sat` (python-sat), or empty for whatever suits the size.
    """

    seconds: float = 10.0
    engine: EngineName = ""
    until: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "until", monotonic() + self.seconds)

    def check(self) -> None:
        """Raise `NotDecided` when the time is over."""
        if monotonic() > self.until:
            raise NotDecided(self.seconds)


class Engine(Protocol):
    """A search for labellings of one framework; what is once required holds ever after."""

    def require(self, demands: Sequence[Demand]) -> None:
        """Demand that at least one of these is met."""

    def solve(self, demands: Sequence[Demand] = ()) -> Labels | None:
        """Return a labelling that meets all of these as well, or None where there is none."""
