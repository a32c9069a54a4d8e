"""What a form of output is: from the findings in files to a text.

To add one, add a file to `argmap/reports/` that binds a `Report`.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

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


def style(stream: TextIO, lang: str = "en") -> Style:
    """Return what a stream can show; colours and links are for terminals alone."""
    terminal = stream.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    bounded = terminal or "COLUMNS" in os.environ
    return Style(
        lang=lang,
        colour=terminal and not plain,
        links=terminal and not plain,
        width=shutil.get_terminal_size().columns if bounded else 0,
    )


def report(name: str) -> Report:
    """Return a form by name, or raise `UnknownName`."""
    return member("reports", Report, name)


def problems(files: Sequence[Checked]) -> Iterator[tuple[Checked, Problem]]:
    """Yield every problem with its file, in order."""
    return ((one, problem) for one in files for problem in one.problems)
