"""Write sheets as files: HTML to print from a browser, Markdown to edit, and others.

A paper is a member of `papers/`: a name, a suffix, and a function from sheet to file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path as FilePath

from argmap.classroom.pages import Sheet
from argmap.errors import UnknownName
from argmap.plugins import member, members

DEFAULT = "markdown"


@dataclass(frozen=True, slots=True)
class Paper:
    """One way to write a sheet down; `suffixes` are those of its files, its own first."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Sheet], str | bytes]


def papers() -> dict[str, Paper]:
    """Return all papers by name."""
    return members("papers", Paper)


def paper(name: str = "", path: FilePath | str = "") -> Paper:
    """Return the paper of a name, else that of a file's suffix, else Markdown.

    >>> paper().name, paper("html").suffixes, paper(path="brief.htm").name
    ('markdown', ('.html', '.htm'), 'html')
    """
    suffix = FilePath(path).suffix.lower()
    if name:
        if name not in (known := papers()):
            raise UnknownName("formats", name, known)
        return known[name]
    if not suffix:
        return member("papers", Paper, DEFAULT)
    every = papers().values()
    for one in every:
        if suffix in one.suffixes:
            return one
    raise UnknownName("formats", suffix, [known for one in every for known in one.suffixes])
