"""How wide a text is, and where its lines break: the same numbers on every machine.

The widths are those of Arial, in thousandths of an em; pictures are made to fit them whatever
font a viewer has. East Asian characters are one em wide, emoji 1.34; letters of scripts that the
table lacks are as wide as those of their script are on average.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_WIDE = "\u2e80-\u2fff\u3003-\u3007\u3021-\ua4cf\uf900-\ufaff\U00020000-\U0003fffd"
_OPENERS = "\u3008\u300a\u300c\u300e\u3010\u3014\uff08\uff3b\uff5b"
_CLOSERS = (
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015"
    "\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d"
)
_PIECE = re.compile(
    rf"[ \t]+"
    rf"|[{_OPENERS}]*[{_WIDE}][{_CLOSERS}]*"
    rf"|[^ \t{_WIDE}{_OPENERS}]+?(?:[-\u2010\u2013\u2014/](?=[^\W\d])|(?=[ \t{_WIDE}{_OPENERS}])|$)"
    rf"|[{_OPENERS}]+"
)
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_ZWJ = "\u200d"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is in one line.

    >>> width("mm", 10), width("国", 10), width("e\\u0301", 10) == width("e", 10)
    (16.66, 10.0, True)
    """
    table = _table(bold)
    if _ZWJ in text:  # what follows a joiner merges with what stands before it
        text = re.sub(f"{_ZWJ}.", "", text)
    return sum(map(table.__getitem__, text)) * size / 1000


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text that may be `room` wide; longer words are broken, none is cut.

    >>> wrap("All that is solid melts", 60, 10)
    ['All that is', 'solid melts']
    >>> wrap("Donaudampfschiff", 40, 10)
    ['Donaud', 'ampfsch', 'iff']
    """
    return [line for part in _LINE_END.split(text) for line in _lines(part, room, size, bold)]


def balanced(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return as few lines as `wrap` would, of lengths as even as can be.

    >>> balanced("The more it snows, the more it goes on snowing", 200, 10)
    ['The more it snows, the', 'more it goes on snowing']
    """
    lines = wrap(text, room, size, bold=bold)
    if not 1 < len(lines) <= 6:
        return lines
    low, high = room / 2, room
    while high - low > size / 4:
        middle = (low + high) / 2
        tried = wrap(text, middle, size, bold=bold)
        if len(tried) > len(lines):
            low = middle
        else:
            high, lines = middle, tried
    return lines


def _lines(text: str, room: float, size: float, bold: bool) -> Iterator[str]:
    table, limit = _table(bold), room * 1000 / size + 0.01
    line, used, gap = "", 0.0, ""
    for piece in _PIECE.findall(text):
        if piece[0] in " \t":
            gap = " "
            continue
        space, long = (table[" "] if gap else 0.0), sum(map(table.__getitem__, piece))
        if line and used + space + long <= limit:
            line, used, gap = line + gap + piece, used + space + long, ""
            continue
        if line:
            yield line
        if long > limit:
            *whole, line = _broken(piece, limit, table)
            yield from whole
        else:
            line = piece
        used, gap = sum(map(table.__getitem__, line)), ""
    yield line


def _broken(word: str, limit: float, table: "_Widths") -> list[str]:
    """Break a word that is longer than a line, never within a character and its marks."""
    parts, start, used = [], 0, 0.0
    for position, char in enumerate(word):
        wide = table[char]
        joined = wide == 0 or (position and word[position - 1] == _ZWJ)
        if used + wide > limit and position > start and not joined:
            parts.append(word[start:position])
            start, used = position, 0.0
        used += wide
    return [*parts, word[start:]]


class _Widths(dict[str, float]):
    """Widths of characters; of those that the font lacks, guesses."""

    def __missing__(self, char: str) -> float:
        self[char] = found = _guess(char)
        return found


def _guess(char: str) -> float:
    code = ord(char)
    if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc") or 0x1F3FB <= code <= 0x1F3FF:
        return 0
    if 0x2600 <= code <= 0x27BF or (code >= 0x1F000 and not 0x20000 <= code <= 0x3FFFF):
        return 670 if 0x1F1E6 <= code <= 0x1F1FF else 1340  # two regional letters make one flag
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    return {"AL": 490, "R": 550}.get(unicodedata.bidirectional(char), 620)


@cache
def _table(bold: bool) -> _Widths:
    raw = json.loads((files("argmap") / "assets/arial_widths.json").read_text("utf-8"))
    found = _Widths({c: float(w) for w, group in raw["b" if bold else "r"].items() for c in group})
    found["\u00ad"] = 0  # a hyphen that shows only where a word is broken
    return found
