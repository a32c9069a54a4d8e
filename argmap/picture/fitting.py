"""How a box's words fill it: lines, chips on its border, and the size that follows."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from argmap.picture.diagram import Box, Flag
from argmap.picture.measuring import balanced, width, wrap
from argmap.picture.theming import Theme

LEADING = 1.32  # of a line's height to its letters'
CHIP = 17 / 11  # how high a chip is, by the height of its letters
OUT = 8.5  # how far a chip stands out above its box
CORNER = 16.0  # from a box's side to where chips may begin
BELOW_CHIPS = 2.0  # more room above the words of a box that has chips
FOLD = 3.0  # more room above the words that say what is folded away
HEADINGS = (17.0, 14.0)  # sizes of the titles of regions: of one line, and of several
HEADROOM = 40.0  # for the title of a region, if it is no longer than two lines
SIGNED, BAR = 19.0, 52.0  # room for the sign of a flag; how long the bar of a strength is
AIR = 7.0  # between a chip's words and its ends
_EVEN = ("thesis", "question")  # boxes that are as wide as their words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, from the left end (of right-to-left text, the right end) of its base."""

    x: float
    y: float
    text: str
    width: float
    size: float
    bold: bool = False
    tone: str = "ink"
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """A small label on the upper border of a box, from its upper left corner.

    `inner` is how wide its words are, which stand in its middle.
    """

    x: float
    y: float
    width: float
    inner: float
    text: str
    look: str
    height: float


@dataclass(frozen=True, slots=True)
class Flagged:
    """Where the sign of a flag stands, by its middle; of a strength, the bar and how full it is."""

    kind: str
    x: float
    y: float
    bar: tuple[float, float, float] | None = None


@dataclass(slots=True)
class Fitted:
    """A box with its words in place; `entry` is how far down a line enters it."""

    width: float
    height: float
    entry: float
    lines: list[Line] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    flags: list[Flagged] = field(default_factory=list)


def fit(box: Box, theme: Theme) -> Fitted:
    """Return a box with its words in place."""
    return _Filler(box, theme).filled()


def paragraph(text: str, room: float, size: float, tone: str) -> list[Line]:
    """Return the lines of a paragraph, from its upper left corner."""
    rtl = _is_rtl(text)
    return [
        Line(
            room * rtl, size * (n * LEADING + 1), words, width(words, size), size, False, tone, rtl
        )
        for n, words in enumerate(wrap(text, room, size))
    ]


def heading(words: str, room: float) -> list[Line]:
    """Return the title of a region: one large line, or as many small ones as it takes."""
    large, small = HEADINGS
    size = large if len(wrap(words, room, large, bold=True)) == 1 else small
    return [
        Line(0, size * (n * 1.2 + 0.9), one, width(one, size, bold=True), size, bold=True)
        for n, one in enumerate(wrap(words, room, size, bold=True))
    ]


def headroom(words: str, room: float) -> float:
    """Return how high the title of a region is, with the room below it.

    >>> headroom("Pro", 200), headroom("One after another, " * 9, 200) > 100
    (40.0, True)
    """
    return max(HEADROOM, heading(words, room)[-1].y + 16)


class _Filler:
    """Fills one box from the top down."""

    def __init__(self, box: Box, theme: Theme) -> None:
        self.box, self.shape = box, theme.shapes[box.role]
        self.small = theme.shapes["small"].text
        self.lines: list[Line] = []
        self.flags: list[Flagged] = []
        self.y = self.shape.down
        self.widest = 0.0

    def filled(self) -> Fitted:
        """Put in chips, heading, label, text and mark; what chips have no room go first."""
        box, shape = self.box, self.shape
        outer = shape.room + 2 * shape.across
        chips, left_over = self._chips(outer)
        if chips:
            self.widest = outer - min(one.x for one in chips) + CORNER - 2 * shape.across
            self.y += BELOW_CHIPS + max(chips[0].height - 2 * OUT, 0)
        top = self.y
        for text, size, tone in self._parts(left_over):
            self._write(text, size, tone == "label", "quiet" if tone == "quiet" else "ink")
        self._mark()
        if box.folded and box.folded.text:
            self.y += FOLD
            self._write(box.folded.text, self.small + 1, True, "fold")
        for flag in box.flags:
            self._flag(flag)
        if box.role in _EVEN:
            narrower = max(shape.room - self.widest, 0)
            outer -= narrower
            chips = [replace(one, x=one.x - narrower) for one in chips]
        first = self.lines[0].size if self.lines else shape.text
        entry, height = round(top + first * LEADING / 2), round(self.y + shape.down + 0.49)
        return Fitted(round(outer + 0.49), height, entry, self.lines, chips, self.flags)

    def _parts(self, left_over: list[str]) -> Iterator[tuple[str, float, str]]:
        yield from ((text, self.small, "quiet") for text in left_over)
        if self.box.heading:
            yield self.box.heading, self.small, "quiet"
        if self.box.label:
            yield self.box.label, self.shape.label, "label"
        bold = self.box.role in ("thesis", "question") and not self.box.label
        yield (
            self.box.text,
            self.shape.label if bold else self.shape.text,
            "label" if bold else "text",
        )

    def _write(self, text: str, size: float, bold: bool, tone: str) -> None:
        break_up = balanced if self.box.role in _EVEN or bold else wrap
        rtl = _is_rtl(text)
        x = self.shape.across + (self.shape.room if rtl else 0)
        for words in break_up(text, self.shape.room, size, bold=bold):
            wide = width(words, size, bold=bold)
            self.widest = max(self.widest, wide)
            base = self.y + size * (0.5 * LEADING + 0.36)
            self.lines.append(Line(x, base, words, wide, size, bold, tone, rtl))
            self.y += size * LEADING
        self.y += 2 if bold else 0

    def _flag(self, flag: Flag) -> None:
        """Put a sign and a word on a line of their own, and a bar with its number."""
        self.y += FOLD
        size, left = self.small + 1, self.shape.across
        wide, high = width(flag.text, size, bold=True), size * LEADING
        middle, base = self.y + high / 2, self.y + size * (0.5 * LEADING + 0.36)
        self.lines.append(Line(left + SIGNED, base, flag.text, wide, size, True, "flag"))
        bar, end = None, SIGNED + wide
        if flag.strength is not None:
            number = f"{flag.strength:.2f}"
            long = width(number, size)
            bar = (left + end + 10, left + end + 10 + BAR, flag.strength)
            self.lines.append(Line(bar[1] + 6, base, number, long, size, False, "flag"))
            end += 16 + BAR + long
        self.flags.append(Flagged(flag.kind, left + 7, middle, bar))
        self.widest = max(self.widest, min(end, self.shape.room))
        self.y += high
        if flag.before:
            self._write(flag.before, self.small, False, "quiet")

    def _mark(self) -> None:
        """Put the mark of the source at the right end of the last line, or on its own."""
        mark, size, room = self.box.mark, self.small, self.shape.room
        if not mark:
            return
        last = self.lines[-1]
        long = width(mark, size)
        if long + 10 + last.width > room or last.rtl:
            self.y += size * LEADING
            if long > room:
                self.y -= size * LEADING
                self._write(mark, size, False, "mark")
                return
            base = self.y - size * (0.5 * LEADING - 0.36)
        else:
            base = last.y
        self.widest = max(self.widest, min(room, last.width + 10 + long))
        right = self.shape.across + (self.widest if self.box.role in _EVEN else room)
        self.lines.append(Line(right - long, base, mark, long, size, False, "mark"))

    def _chips(self, outer: float) -> tuple[list[Chip], list[str]]:
        """Return the chips that the upper border has room for, from the right, and other words."""
        found, left_over, right, left = [], [], outer - 8, CORNER
        high = self.small * CHIP
        if self.box.joined:
            wide = width(self.box.joined, self.small, bold=True)
            whole = wide + 2 * AIR
            found.append(Chip(left, -OUT, whole, wide, self.box.joined, "linked", high))
            left += whole + 6
        for text, look in self._chip_words():
            wide = width(text, self.small, bold=True)
            whole = max(wide + 2 * AIR, high)
            if right - whole < left:
                left_over.append(text)
                continue
            found.append(Chip(right - whole, -OUT, whole, wide, text, look, high))
            right -= whole + 5
        return found, left_over

    def _chip_words(self) -> Iterator[tuple[str, str]]:
        if self.box.letter:
            yield self.box.letter, "pointer" if self.box.role == "see" else "letter"
        if self.box.badge:
            yield self.box.badge, "badge"
        yield from ((state, "state") for state in self.box.states)


def _is_rtl(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first letter that has a direction."""
    if text.isascii():
        return False
    for char in text:
        if (kind := unicodedata.bidirectional(char)) in ("L", "R", "AL"):
            return kind != "L"
    return False
