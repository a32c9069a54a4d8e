"""Charts as SVG, piece by piece: texts, bars with patterns, lines, and what a screen reader says.

Plain attributes give the light look; a style sheet, for screens alone, adds the dark one. Bars are
told apart by pattern and letter as well as by colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from argmap.picture.fitting import LEADING, Line
from argmap.picture.inking import FONT, escape, number, text
from argmap.picture.measuring import balanced, width, wrap
from argmap.picture.theming import DEFAULT, theme
from argmap.text import printable

MARGIN = 28.0
FILLS = (  # of bars, in light and in dark; quiet tints on which ink stands out
    ("#cfe6f5", "#1d4a68"), ("#fde2b4", "#66480f"), ("#cbeee1", "#12533f"), ("#f4d6e7", "#5f2d4d"),
    ("#f6f0ad", "#585212"), ("#dcdff0", "#3c4263"), ("#f8cfba", "#6c351d"), ("#e4e4e4", "#44484e"),
)  # fmt: skip
PATTERNS = (  # what is drawn over a fill, in a tile of 8 by 8
    "", "M0 8L8 0M-2 2L2 -2M6 10L10 6", "M0 4H8", "M0 0L8 8M-2 6L2 10M6 -2L10 2", "M4 0V8",
    "M4 3V5M3 4H5", "M0 4H8M4 0V8", "M0 0L8 8M0 8L8 0",
)  # fmt: skip
KINDS = len(FILLS) * len(PATTERNS)


Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: its size, weight and tone, and what of it stands at its place."""

    size: float = 14.0
    bold: bool = False
    tone: Literal["ink", "quiet"] = "ink"
    anchor: Anchor = "start"


TITLE, BODY = Type(24.0, bold=True), Type()
LEAD = Type(15.0, tone="quiet")
NAME, SMALL = Type(bold=True), Type(12.0, tone="quiet")
MARK = Type(12.0, bold=True, anchor="middle")


class Plot:
    """A chart that is being drawn; parts are added from top to bottom."""

    def __init__(self, wide: float, language: str) -> None:
        self.wide, self.language = wide, language
        self.light, self.dark = theme(DEFAULT).light, theme(DEFAULT).dark
        self.parts: list[str] = []
        self.used: dict[int, None] = {}

    def words(self, told: str, place: tuple[float, float], room: float, face: "Type") -> float:
        """Add a paragraph from its upper left corner; return where it ends."""
        x, y = place
        for one in wrap(printable(told), room, face.size, bold=face.bold):
            self.line(one, (x, y + face.size), face)
            y += face.size * LEADING
        return y

    def heading(self, told: str, y: float) -> float:
        """Add a title; return where it ends."""
        for one in balanced(printable(told), self.wide - 2 * MARGIN, TITLE.size, bold=True):
            self.line(one, (MARGIN, y + TITLE.size), TITLE)
            y += TITLE.size * LEADING
        return y

    def line(self, told: str, place: tuple[float, float], face: "Type") -> None:
        """Add one line of text at its base."""
        long = width(told, face.size, bold=face.bold)
        shift = {"start": 0.0, "middle": long / 2, "end": long}[face.anchor]
        ink = self.light.ink if face.tone == "ink" else self.light.quiet
        line = Line(0, 0, told, long, face.size, face.bold, face.tone)
        self.parts.append(text(line, place[0] - shift, place[1], ink))

    def bar(self, kind: int, corners: Sequence[float], name: str) -> None:
        """Add a bar from left, top, right and bottom, with a fill, a pattern and a name."""
        left, top, right, bottom = corners
        kind %= KINDS
        self.used[kind] = None
        shape = (
            f'x="{number(left)}" y="{number(top)}" width="{number(max(right - left, 0.1))}"'
            f' height="{number(bottom - top)}"'
        )
        fill, pattern = kind % len(FILLS), _pattern(kind)
        over = f'<rect {shape} fill="url(#p{pattern})"/>' if PATTERNS[pattern] else ""
        self.parts.append(
            f'<g role="graphics-symbol"><title>{escape(printable(name))}</title>'
            f'<rect class="f{fill}" {shape} fill="{FILLS[fill][0]}"/>{over}'
            f'<rect class="edge" {shape} fill="none" stroke="{self.light.ink}" stroke-width="1.2"/>'
            "</g>"
        )

    def stroke(self, points: Sequence[float], *, wide: float = 1.0, dashes: str = "") -> None:
        """Add a straight line from one point to another."""
        x, y, to_x, to_y = map(number, points)
        look = "rule" if wide <= 1 else "edge"
        colour = self.light.line if wide <= 1 else self.light.ink
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<path class="{look}" d="M{x} {y}L{to_x} {to_y}" fill="none" stroke="{colour}"'
            f' stroke-width="{wide:g}"{dashed}/>'
        )

    def span(self, low: float, high: float, y: float) -> None:
        """Add a line with a bar at either end: how far something reaches."""
        self.stroke((low, y, high, y), wide=2)
        for x in (low, high):
            self.stroke((x, y - 5, x, y + 5), wide=2)

    def svg(self, high: float, title: str, about: str) -> str:
        """Return the whole chart as a file."""
        title, about = printable(title), printable(about)
        name = sha256(f"{title}{about}".encode("utf-8", "replace")).hexdigest()[:8]
        size = f"{number(self.wide)} {number(high)}"
        return "\n".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {size}"'
                f' width="{number(self.wide)}" height="{number(high)}" role="img"'
                f' lang="{escape(self.language)}" xml:lang="{escape(self.language)}"'
                f' aria-labelledby="t-{name} d-{name}" font-family="{FONT}">',
                f'<title id="t-{name}">{escape(title)}</title>',
                f'<desc id="d-{name}">{escape(about)}</desc>',
                f"<style>{''.join(self._style())}</style>",
                f"<defs>{''.join(self._patterns())}</defs>",
                f'<rect class="paper" width="100%" height="100%" fill="{self.light.paper}"/>',
                *self.parts,
                "</svg>\n",
            )
        )

    def _style(self) -> Iterator[str]:
        dark = self.dark
        yield "@media screen and (prefers-color-scheme:dark){"
        yield f".chart .paper{{fill:{dark.paper}}}.chart text.ink{{fill:{dark.ink}}}"
        yield f".chart text.quiet{{fill:{dark.quiet}}}.chart .edge{{stroke:{dark.ink}}}"
        yield f".chart .rule{{stroke:{dark.line}}}.chart .tile{{stroke:{dark.ink}}}"
        yield from (f".chart .f{n}{{fill:{pair[1]}}}" for n, pair in enumerate(FILLS))
        yield "}"

    def _patterns(self) -> Iterator[str]:
        for pattern in sorted({_pattern(kind) for kind in self.used}):
            if PATTERNS[pattern]:
                look = f'stroke="{self.light.ink}" stroke-width="0.8" stroke-opacity="0.35"'
                yield (
                    f'<pattern id="p{pattern}" width="8" height="8" patternUnits="userSpaceOnUse">'
                    f'<path class="tile" d="{PATTERNS[pattern]}" fill="none" {look}/></pattern>'
                )


def _pattern(kind: int) -> int:
    """Return the pattern of a kind; after as many kinds as fills, they are matched anew."""
    return (kind + kind // len(FILLS)) % len(PATTERNS)


def letter(place: int) -> str:
    """Return the letter of a place.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    rest, last = divmod(place, 26)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)
