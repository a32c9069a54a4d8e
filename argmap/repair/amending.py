"""Edits made to a text, and the difference that they make.

Lines and columns of all edits are those of the text before any of them is made.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from difflib import unified_diff
from itertools import pairwise

from argmap.positions import Span
from argmap.problems import Edit, Fix

_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
Stretch = tuple[int, int]  # where it begins and ends, as offsets


class Amendable:
    r"""A text that knows where its lines begin.

    >>> edits = Edit(Span(2, 4, 2, 5), "x"), Edit(Span(1, 5, 1, 5), "\nc: 3")
    >>> Amendable("a: 1\r\nb: 2").amended(edits)
    'a: 1\r\nc: 3\r\nb: x'
    """

    def __init__(self, text: str) -> None:
        self.text = text
        ends = list(_END.finditer(text))
        self.starts = [0, *(one.end() for one in ends)]
        self.ends = [*(one.start() for one in ends), len(text)]
        self.newline = ends[0][0] if ends else "\n"

    def stretch(self, span: Span) -> Stretch:
        """Return where a span begins and ends; what is not in the text is as near as can be."""
        begin = self._offset(span.line, span.column)
        return begin, max(begin, self._offset(span.end_line, span.end_column))

    def _offset(self, line: int, column: int) -> int:
        if line > len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, self.ends[line - 1])

    def amended(self, edits: Iterable[Edit]) -> str:
        """Return the text with edits made, none of which overlaps another."""
        parts, reached = [], 0
        for (begin, end), new in sorted(
            ((self.stretch(one.span), one.text) for one in edits), key=lambda one: one[0]
        ):
            parts += [self.text[reached:begin], _END.sub(self.newline, new)]
            reached = end
        return "".join([*parts, self.text[reached:]])

    def moved(self, offset: int, edits: Iterable[Edit]) -> int:
        """Return where a place will be when edits have been made."""
        made = ((self.stretch(one.span), one.text) for one in edits)
        shifts = (
            len(_END.sub(self.newline, new)) - (end - begin)
            for (begin, end), new in made
            if end <= offset
        )
        return offset + sum(shifts)

    def disjoint(self, fixes: Iterable[Fix]) -> list[bool]:
        """Tell of each fix, in this order, whether it can be made along with those before it.

        Two that touch cannot, where one of them only inserts: it is not known which goes first.
        """
        taken: list[Stretch] = []
        found = []
        for fix in fixes:
            mine = sorted(self.stretch(one.span) for one in fix.edits)
            clear = not any(_is_taken(taken, one) for one in mine)
            found.append(clear and not any(one[1] > other[0] for one, other in pairwise(mine)))
            if found[-1]:
                for one in mine:
                    insort(taken, one)
        return found


def _is_taken(taken: list[Stretch], mine: Stretch) -> bool:
    at = bisect_left(taken, mine)
    return any(_overlap(mine, one) for one in taken[max(0, at - 1) : at + 1])


def _overlap(one: Stretch, other: Stretch) -> bool:
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def difference(before: str, after: str, path: str) -> str:
    r"""Return what `diff -u` would say of two states of a file.

    >>> print(difference("a: 1\nb: 2\n", "a: 1\nb: 3", "x.yaml"))
    --- x.yaml
    +++ x.yaml
    @@ -1,2 +1,2 @@
     a: 1
    -b: 2
    +b: 3
    \ No newline at end of file
    <BLANKLINE>
    """
    found = unified_diff(_LINE.findall(before), _LINE.findall(after), path, path)
    return "".join(
        one if one[-1] in "\r\n" else f"{one}\n\\ No newline at end of file\n" for one in found
    )
