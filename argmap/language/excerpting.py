"""A value as it is written in its file, with quotes, line ends and all, and places in it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from io import StringIO

from argmap.loading import Document
from argmap.positions import Path, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The source of a value; `whole` is where it stands in the file."""

    text: str
    whole: Span

    def span(self, start: int, end: int) -> Span:
        """Return the place in the file of what stands between two offsets."""
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line, column = self.whole.line, self.whole.column
        for one in _LINE.findall(self.text):
            if offset < len(one) or not one.endswith(("\n", "\r")):
                break
            offset -= len(one)
            line, column = line + 1, 1
        return line, column + offset


def excerpt(document: Document, path: Path) -> Excerpt:
    """Return the source of the value at a path, or of the nearest above it."""
    whole = document.locate(path)
    stretch = list(_lines(document.text)[whole.line - 1 : whole.end_line])
    if stretch:
        stretch[-1] = stretch[-1][: whole.end_column - 1]
        stretch[0] = stretch[0][whole.column - 1 :]
    return Excerpt("".join(stretch), whole)


def part(document: Document, path: Path, text: str, start: int, end: int) -> Span | None:
    """Return where a stretch of a text stands in the file, or None where it is written otherwise.

    What is one space in a text may be the end of a line in the file.
    """
    sought = text[start:end].split()
    if not sought:
        return None
    pattern = re.compile(r"\s+".join(re.escape(one) for one in sought))
    before = sum(1 for one in pattern.finditer(text) if one.start() < start)
    source = excerpt(document, path)
    for number, match in enumerate(pattern.finditer(source.text)):
        if number == before:
            return source.span(match.start(), match.end())
    return None


@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(StringIO(text.removeprefix("\ufeff"), newline="").readlines())
