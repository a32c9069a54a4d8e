"""Pin findings down for other programs: paths from a root, columns in their units, fingerprints."""

import os
from collections import Counter
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from pathlib import Path as FilePath

from argmap.positions import Span
from argmap.problems import Fix
from argmap.review.outcome import Checked
from argmap.text import lines, printable

_UNIT = {"utf-8": 1, "utf-16-le": 2}  # bytes
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def root() -> str:
    """Return the folder of the repository that a CI system names, if we are in it, or nothing."""
    here = os.path.realpath(os.curdir)
    for name in _ROOTS:
        folder = os.path.realpath(os.environ.get(name) or os.sep)
        if os.environ.get(name) and FilePath(here).is_relative_to(folder):
            return folder
    return ""


def rooted(path: str, folder: str = "") -> str:
    """Return a path from a folder on (or from this one) with slashes; outside of it, as it is.

    >>> rooted("maps/a.yaml"), rooted(os.path.abspath("maps/a.yaml")), rooted("../a.yaml")
    ('maps/a.yaml', 'maps/a.yaml', '../a.yaml')
    """
    shown = printable(FilePath(path).as_posix()) if path else ""
    if not folder and not os.path.isabs(path):
        return shown
    above, name = os.path.split(os.path.abspath(path))
    target = FilePath(os.path.realpath(above), name)
    base = os.path.realpath(folder or os.curdir)
    return printable(target.relative_to(base).as_posix()) if target.is_relative_to(base) else shown


class Ruler:
    """The lines of one file's text, and what stands in them; `unit` is what columns count.

    What is asked of a place that the text does not have is answered for the nearest that it has.
    """

    def __init__(self, text: str, unit: str = "utf-16-le") -> None:
        self.text, self.unit = text, unit
        self.lines = lines(text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins in the text."""
        found, at = [], 0
        for line in self.lines:
            found.append(at)
            at += len(line)
            at += 2 if self.text.startswith("\r\n", at) else 1
        return found

    def line(self, number: int) -> str:
        """Return a line, by its number from 1."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def column(self, number: int, column: int) -> int:
        """Return a column in code units, from 1, of one in code points.

        >>> Ruler("a😀é").column(1, 3), Ruler("a😀é", "utf-8").column(1, 4)
        (4, 8)
        """
        before = self.line(number)[: column - 1]
        return len(before.encode(self.unit, "surrogatepass")) // _UNIT[self.unit] + 1

    def spanned(self, span: Span) -> str:
        r"""Return what stands at a span, with the line ends that it has.

        >>> Ruler("abc\r\ndef").spanned(Span(1, 3, 2, 2))
        'c\r\nd'
        """
        begin, end = self._offset(span.line, span.column), self._offset(*_end(span))
        return self.text[begin:end]

    def _offset(self, number: int, column: int) -> int:
        if number > len(self.lines):
            return len(self.text)
        return self.starts[number - 1] + min(column - 1, len(self.line(number)))

    def mended(self, fix: Fix) -> tuple[Span, str] | None:
        """Return all edits of a fix as one: its span and new text; None where they overlap.

        >>> from argmap.problems import Edit
        >>> edits = Edit(Span(1, 1, 1, 2), "x"), Edit(Span(2, 1, 2, 1), "y")
        >>> Ruler("ab\\ncd").mended(Fix("both", edits))
        (Span(line=1, column=1, end_line=2, end_column=1), 'xb\\ny')
        """
        edits = sorted(fix.edits, key=lambda one: one.span)
        places = [
            (self._offset(one.span.line, one.span.column), self._offset(*_end(one.span)))
            for one in edits
        ]
        if not edits or any(a[1] > b[0] for a, b in pairwise(places)):
            return None
        parts, at = [], places[0][0]
        for one, (begin, end) in zip(edits, places, strict=True):
            parts += [self.text[at:begin], one.text]
            at = end
        first, last = edits[0].span, edits[-1].span
        return Span(first.line, first.column, *_end(last)), "".join(parts)


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column


def fingerprints(one: Checked, folder: str = "") -> list[str]:
    """Return what each problem of a file is known by, wherever in the file it moves.

    It is made of the code, the path, the text of the line and, of several that are alike in these,
    which of them it is.
    """
    ruler, seen, found = Ruler(one.text), Counter[str](), []
    path = rooted(one.path, folder)
    for problem in one.problems:
        key = "\0".join((problem.code, path, ruler.line(problem.span.line).strip()))
        seen[key] += 1
        named = f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")
        found.append(sha256(named).hexdigest()[:32])
    return found
