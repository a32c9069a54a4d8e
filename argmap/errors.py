"""The exceptions: each says that a call could not be done.

ArgmapError                    the base; the command line prints one line and exits with 2
├─ InvalidMap(problems)        the document is no argument map (a ValueError too)
├─ UnknownName(family, name)   no such rule, format, theme…; says which there are (a KeyError too)
├─ Unsupported                 a format cannot be read or written, or cannot hold something
├─ Unreadable                  a file cannot be read or written (an OSError too)
├─ BadSetting                  a configuration file says something that cannot be
├─ DrawingFailed               the layout engine gave up: too large, too slow, or a fault in it
└─ ToolMissing(program)        a program or an optional package is not installed; says how to get it

A fault in the user's text is no exception but a `Problem`.
"""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from argmap.problems import Problem

_SINGULAR = {"semantics": "semantics", "criteria": "criterion"}
MANY = 24
"""Names that are told where one is unknown."""


class ArgmapError(Exception):
    """The base of every exception that argmap raises on purpose."""


class InvalidMap(ArgmapError, ValueError):
    """A document that is no argument map; `problems` says why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            "; ".join(
                f"{p.path}:{p.span.line}:{p.span.column}: {p.code} {p.message}"
                for p in self.problems
            )
        )


class UnknownName(ArgmapError, KeyError):
    """A member that no family has."""

    def __init__(self, family: str, name: str, known: Iterable[str]) -> None:
        self.family, self.name, self.known = family, name, tuple(known)
        near = get_close_matches(name, self.known, 1, 0.7)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        one = _SINGULAR.get(family, family.removesuffix("s"))
        more = len(self.known) - MANY
        there = (*self.known[:MANY], f"and {more} more") if more > 0 else self.known
        which = f"there are: {', '.join(there)}" if there else "there are none"
        self.message = f"no {one} {name!r}{hint} ({which})"
        super().__init__(self.message)

    def __str__(self) -> str:
        return self.message


class Unsupported(ArgmapError):
    """Something that a format or an engine cannot do."""


class Unreadable(ArgmapError, OSError):
    """A file that cannot be read or written."""


class BadSetting(ArgmapError, ValueError):
    """A configuration that says something that cannot be."""


class DrawingFailed(ArgmapError):
    """A picture that the layout engine could not make."""


class ToolMissing(ArgmapError):
    """A program or an optional package that is not installed."""

    def __init__(self, what: str, how: str) -> None:
        super().__init__(f"{what} is not installed: {how}")
