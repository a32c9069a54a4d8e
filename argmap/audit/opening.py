"""The map that somebody names on the command line: a file, or `-` for standard input."""

import sys
from pathlib import Path

from argmap.errors import InvalidMap, Unreadable
from argmap.loading import document, read
from argmap.model import ArgMap
from argmap.problems import Severity

STDIN = "-"
_UNREADABLE = frozenset(("AM007", "AM008", "AM009"))  # what these say is said of no text


def opened(name: str) -> ArgMap:
    """Return a map that is sound.

    Raises `InvalidMap` with the errors in it, or `Unreadable` where there is nothing to read.
    """
    found = document(sys.stdin.buffer.read(), STDIN) if name == STDIN else read(name)
    errors = [one for one in found.problems if one.severity is Severity.ERROR]
    if any(one.code in _UNREADABLE for one in errors if one.path == found.path):
        raise Unreadable(errors[0].message)
    if errors or found.map is None:
        raise InvalidMap(errors)
    return found.map


def stem(name: str) -> str:
    """Return what files that are made of a map are called after.

    >>> stem("maps/uniforms.yaml"), stem("-")
    ('uniforms', 'map')
    """
    return "map" if name == STDIN else Path(name).stem
