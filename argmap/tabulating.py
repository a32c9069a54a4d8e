"""Write a comparison of options down: on the terminal, as a page, a spreadsheet, or for programs.

A table is a member of `tables/`: a name, the suffixes of its files, and a function.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path as FilePath

from argmap.deciding.recounting import Recount
from argmap.errors import UnknownName
from argmap.plugins import member, members

DEFAULT = "terminal"


@dataclass(frozen=True, slots=True)
class View:
    """A comparison, in whose words and for which screen; a `width` of 0 is any."""

    recount: Recount
    language: str = "en"
    width: int = 0
    colour: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One way to write a comparison down."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[View], str | bytes]


def table(name: str = "", path: FilePath | str = "") -> Table:
    """Return the table of a name, else that of a file's suffix, else the one for the terminal.

    >>> table().name, table("csv").suffixes, table(path="options.htm").name
    ('terminal', ('.csv',), 'html')
    """
    suffix = FilePath(path).suffix.lower()
    if name or not suffix:
        found = members("tables", Table) if name else {}
        if name and name not in found:
            raise UnknownName("formats", name, found)
        return found[name] if name else member("tables", Table, DEFAULT)
    every = members("tables", Table).values()
    for one in every:
        if suffix in one.suffixes:
            return one
    raise UnknownName("formats", suffix, [known for one in every for known in one.suffixes])
