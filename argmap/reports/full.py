"""Every finding with the lines it is about, what is marked in them, and what to do.

The marks are drawn for the width that each character takes on a terminal; lines that are too long
for it are cut on both sides of what is marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import NamedTuple

from argmap.phrasing import phrases
from argmap.positions import Span
from argmap.problems import Problem, Severity
from argmap.reporting import Report, Style
from argmap.review.outcome import Checked
from argmap.text import columns, lines, printable

_TAB = "    "
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BLUE, _BOLD = "34", "1"


def write(files: Sequence[Checked], style: Style) -> str:
    """Return all findings, each a paragraph."""
    return "".join(
        paragraph
        for one in files
        for paragraph in Page(one.path, lines(one.text) if one.text else [], style).paragraphs(
            one.problems
        )
    )


class Mark(NamedTuple):
    """What is underlined in one line, and what is said of it."""

    start: int
    end: int
    main: bool = True
    label: str = ""

    @property
    def sign(self) -> str:
        """What underlines it."""
        return "^" if self.main else "-"

    def moved(self, by: int, limit: int) -> "Mark":
        """Return the mark in a part of its line."""
        return Mark(max(0, self.start + by), min(self.end + by, limit), self.main, self.label)

    def columns(self, line: str) -> tuple[int, int]:
        """Return how many columns of a line stand before the mark, and how many it takes."""
        if line.isascii() and line.isprintable():
            before, end = min(self.start, len(line)), min(self.end, len(line))
            return before, max(1, end - before)
        before = columns(shown(line[: self.start]))
        return before, max(1, columns(shown(line[self.start : self.end])))


@dataclass(frozen=True, slots=True)
class Page:
    """One file's lines, and how findings in them are shown."""

    path: str
    lines: list[str]
    style: Style

    def paragraphs(self, problems: Sequence[Problem]) -> Iterator[str]:
        """Yield a paragraph for each finding."""
        words = phrases("check", self.style.lang)
        told = self.paint(words("help"), _BOLD)
        for one in problems:
            colour = _COLOURS[one.severity]
            head = self.paint(f"{words(one.severity)}[{one.code}]", colour, _BOLD)
            marked = self.marks(one)
            gap = " " * len(str(max(marked, default=1)))
            rows = [
                f"{head}{self.paint(f': {one.message}', _BOLD)}",
                f"{self.paint(f'{gap}-->', _BLUE)} {self.place(one)}",
            ]
            if marked:
                bar = self.paint(f"{gap} |", _BLUE)
                rows.append(bar)
                self.snippet(rows, marked, bar, len(gap), colour)
                rows.append(bar)
            for remark in self.remarks(one, told):
                rows.append(f"{self.paint(f'{gap} =', _BLUE)} {remark}")
            yield "\n".join(rows) + "\n\n"

    def remarks(self, problem: Problem, word: str) -> Iterator[str]:
        """Yield what there is to say below the lines: places in other files, and what to do."""
        for one in problem.related:
            if one.path:
                place = f"{printable(one.path)}:{one.span.line}:{one.span.column}"
                yield f"{place}: {one.message}"
        if told := problem.fix.title if problem.fix else problem.help:
            yield f"{word}: {told}"

    def place(self, problem: Problem) -> str:
        """Return where a finding is, as a link where the terminal knows links."""
        shown = f"{printable(self.path)}:{problem.span.line}:{problem.span.column}"
        if not self.style.links or not (target := FilePath(self.path)).is_file():
            return shown
        return f"\x1b]8;;{target.resolve().as_uri()}\x1b\\{shown}\x1b]8;;\x1b\\"

    def marks(self, problem: Problem) -> dict[int, list[Mark]]:
        """Return the lines to be shown by number, each with its marks."""
        found: dict[int, list[Mark]] = {}
        if problem.span.line <= len(self.lines):
            found[problem.span.line] = [self.mark(problem.span, "", main=True)]
        for one in problem.related:
            if not one.path and one.span.line <= len(self.lines):
                mark = self.mark(one.span, one.message, main=False)
                found.setdefault(one.span.line, []).append(mark)
        before = problem.span.line - 1
        if found and 0 < before <= len(self.lines) and self.lines[before - 1].strip():
            found.setdefault(before, [])
        return dict(sorted(found.items()))

    def mark(self, span: Span, label: str, *, main: bool) -> Mark:
        """Return what a span marks in its first line, which is one column at least."""
        line = self.lines[span.line - 1]
        end = span.end_column - 1 if span.line == span.end_line else len(line)
        return Mark(span.column - 1, max(end, span.column), main, label)

    def snippet(
        self, rows: list[str], marked: dict[int, list[Mark]], bar: str, room: int, colour: str
    ) -> None:
        """Add the lines with their numbers and marks; what is left out between them is a gap."""
        last = 0
        for number, every in marked.items():
            if last and number > last + 1:
                rows.append(self.paint("...", _BLUE))
            last = number
            line, marks = self.fitted(self.lines[number - 1], every, room)
            rows.append(f"{self.paint(f'{number:>{room}} |', _BLUE)} {shown(line)}".rstrip())
            for one in marks:
                before, width = one.columns(line)
                text = f"{one.sign * width} {one.label}".rstrip()
                told = self.paint(text, colour if one.main else _BLUE)
                rows.append(f"{bar} {' ' * before}{told}")

    def fitted(self, line: str, marks: list[Mark], room: int) -> tuple[str, list[Mark]]:
        """Return as much of a line around its first mark as there is room for."""
        width = self.style.width - room - 3
        if not self.style.width or columns(shown(line)) <= width:
            return line, marks
        focus = marks[0].start if marks else 0
        start, taken = focus, 2  # an ellipsis on either side
        before = width // 2 if columns(shown(line[:focus])) < width // 2 else width // 3
        while start > 0 and taken + columns(shown(line[start - 1])) <= before:
            start -= 1
            taken += columns(shown(line[start]))
        end = focus
        while end < len(line) and taken + columns(shown(line[end])) <= width:
            taken += columns(shown(line[end]))
            end += 1
        left = "…" if start else ""
        kept = f"{left}{line[start:end]}{'…' if end < len(line) else ''}"
        shift = len(left) - start
        return kept, [one.moved(shift, len(kept)) for one in marks if one.start < end]

    def paint(self, text: str, *codes: str) -> str:
        """Return a text in a colour, where there is colour."""
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.style.colour else text


def shown(text: str) -> str:
    r"""Return a line as it is shown: tabs as spaces, nothing that could steer the terminal.

    >>> shown("\ta\x1b[2J")
    '    a [2J'
    """
    return printable(text).replace("\t", _TAB)


REPORT = Report("full", write)
