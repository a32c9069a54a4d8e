"""A text that is changed line by line, and that knows where each place of it was at first."""

from collections.abc import Iterable, Sequence

from argmap.positions import Span
from argmap.problems import Edit
from argmap.yamlfile.surveying import Change


class Patchwork:
    """The lines of a text with changes in them; no change adds or removes a line.

    >>> patchwork = Patchwork(["text: Smith says: no # sure"])
    >>> patchwork.apply([(0, 6, 20, '"Smith says: no"')])
    >>> patchwork.lines, patchwork.moved(0, 22), patchwork.moved(0, 8)
    (['text: "Smith says: no" # sure'], (0, 20), (0, 8))
    """

    def __init__(self, lines: Sequence[str]) -> None:
        """Begin with the lines of a text; whatever stands behind them stands at their end."""
        self.lines = list(lines)
        self.end = len(self.lines) - 1, len(self.lines[-1])
        self.moves: dict[int, list[tuple[int, int, int]]] = {}

    def apply(self, changes: Iterable[Change]) -> None:
        """Make changes, of which no two overlap."""
        for line, start, end, text in sorted(changes, key=lambda one: one[:3], reverse=True):
            old = self.lines[line]
            self.lines[line] = old[:start] + text + old[end:]
            if end - start != len(text):
                self.moves.setdefault(line, []).append((start, end - start, len(text)))

    def moved(self, line: int, column: int) -> tuple[int, int]:
        """Return where a place was before all changes."""
        for start, removed, added in reversed(self.moves.get(line, ())):
            if column >= start + added:
                column += removed - added
            elif column > start:
                column = min(column, start + removed)
        return min((line, column), self.end)

    def span(self, line: int, start: int, end: int) -> Span:
        """Return the span that a part of a line had before all changes."""
        line, first = self.moved(line, start)
        last = self.moved(line, end)[1]
        return Span(line + 1, first + 1, line + 1, max(last, first) + 1)

    def edits(self, changes: Iterable[Change]) -> tuple[Edit, ...]:
        """Return changes as edits of the text as it was at first."""
        return tuple(
            Edit(self.span(line, start, end), text) for line, start, end, text in sorted(changes)
        )

    def copy(self) -> "Patchwork":
        """Return one that can be changed on its own."""
        made = Patchwork(self.lines)
        made.end = self.end
        made.moves = {line: list(moves) for line, moves in self.moves.items()}
        return made
