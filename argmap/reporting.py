"""What a form of output is: from the findings in files to a text.

To add one, add a file to `argmap/reports/` that binds a `Report`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from argmap.checking import Checked
from argmap.plugins import member
from argmap.problems import Problem


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is made up: the language of its words, and what a terminal can show.

    `width` is 0 where lines may be of any length.
    """

    lang: str = "en"
    colour: bool = False
    links: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """One form of output; `write` gives all that goes to standard output or into a file."""

    name: str
    write: Callable[[Sequence[Checked], Style], str]


def report(name: str) -> Report:
    """Return a form by name, or raise `UnknownName`."""
    return member("reports", Report, name)


def problems(files: Sequence[Checked]) -> Iterator[tuple[Checked, Problem]]:
    """Yield every problem with its file, in order."""
    return ((one, problem) for one in files for problem in one.problems)
