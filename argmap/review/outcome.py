"""What comes of a check: the problems of each file, and faults of argmap's own."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.problems import Problem

_TOLD = 3  # so many are told in a line


@dataclass(frozen=True, slots=True)
class Crash:
    """A fault of argmap's own: the rule (or nothing, when it was no rule) and the file."""

    code: str
    path: str
    error: str
    trace: str

    def __str__(self) -> str:
        what = f"rule {self.code}" if self.code else "reading"
        return f"{what} failed on {self.path or 'the text'}: {self.error}"


class Failed(Exception):
    """Rules that failed: a fault of argmap's own, not of a map."""

    def __init__(self, crashes: Sequence[Crash]) -> None:
        self.crashes = tuple(crashes)
        more = len(crashes) - _TOLD
        told = [str(one) for one in crashes[:_TOLD]] + ([f"and {more} more"] if more > 0 else [])
        super().__init__("; ".join(told))
        for one in crashes:
            self.add_note(one.trace)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file; the text is kept only where there is a problem to show in it.

    `includes` are the files that it includes, and those that they include.
    """

    path: str
    text: str = ""
    problems: tuple[Problem, ...] = ()
    silenced: int = 0
    crashes: tuple[Crash, ...] = ()
    includes: tuple[str, ...] = ()
