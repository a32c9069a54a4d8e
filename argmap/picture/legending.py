"""The legend of a picture: each sign that occurs, with what it means."""

from collections.abc import Iterable

from argmap.picture.fitting import CHIP, Chip, Line
from argmap.picture.inking import (
    Point,
    chip,
    flag,
    head,
    line,
    meter,
    number,
    rectangle,
    sign,
    text,
)
from argmap.picture.measuring import width
from argmap.picture.theming import Theme

HIGH = 27.0  # a row
ICON = 46.0  # how wide the room of a sign is
APART = 26.0
EXAMPLES = {"mark": "¶8.2", "criterion": "Abc", "see": "A", "badge": ""}


def legend(
    rows: Iterable[tuple[str, str]], theme: Theme, corner: Point, room: float, scale: float
) -> tuple[list[str], float]:
    """Return the legend's markup, in as many rows as it takes, and how high it is."""
    size = theme.shapes["foot"].text * scale
    (left, top), parts, x, y = corner, [], 0.0, 0.0
    for key, words in rows:
        wide = width(words, size)
        if x and x + ICON + wide > room:
            x, y = 0.0, y + HIGH
        middle = top + y + HIGH / 2
        said = Line(ICON, size * 0.36, words, wide, size, tone="quiet")
        parts.append(_icon(key, left + x, middle, theme))
        parts.append(text(said, left + x, middle, theme.light.quiet) + "\n")
        x += ICON + wide + APART
    return parts, y + HIGH if parts else 0.0


def _icon(key: str, x: float, y: float, theme: Theme) -> str:
    """Return a sign, in the middle of its room."""
    if key in ("support", "attack", "undercut", "warrant"):
        return _link(key, x, y, theme)
    if key == "linked":
        return _linked(x, y, theme)
    if key == "fold":
        return _folded(x, y, theme)
    if key.startswith("flag-"):
        ink, kind = theme.light.quiet, key.removeprefix("flag-")
        bar = kind == "strength"
        return meter(x, x + ICON - 8, y, 0.7, ink) if bar else flag(kind, x + ICON - 16, y, ink)
    return _label(key, x, y, theme)


def _label(key: str, x: float, y: float, theme: Theme) -> str:
    """Return an example of a small label."""
    size = theme.shapes["small"].text
    words, plain = EXAMPLES[key], key in ("mark", "criterion")
    wide = width(words, size, bold=not plain)
    if plain:
        said = Line(0, size * 0.36, words, wide, size, tone="mark")
        return text(said, x + ICON - 8 - wide, y, theme.light.quiet)
    high = size * CHIP
    whole = 28.0 if key == "badge" else high
    look = "badge" if key == "badge" else "letter"
    one = Chip(ICON - 8 - whole, -high / 2, whole, wide, words, look, high)
    return chip(one, x, y, theme, "loose")


def _folded(x: float, y: float, theme: Theme) -> str:
    paint = theme.light.paints()["loose"]
    left, top, right, bottom = x + 10, y - 9, x + ICON - 8, y + 4
    drawn = "".join(
        rectangle(
            (left + by, top, right - by, bottom + by), "b", (paint.fill, paint.line), 1.25, "", 3
        )
        for by in (5, 2.5, 0)
    )
    return f'<g class="box is-loose">{drawn}</g>'


def _link(key: str, x: float, y: float, theme: Theme) -> str:
    colour, paper = theme.light.paints()[key].line, theme.light.paper
    start, end = (x + 8, y), (x + ICON - 8, y)
    points = (start, start, end, end)
    drawn = line(points, key, colour) + head(points, key, colour, paper)
    shown = sign(key, x + ICON - 17, y, colour, paper)
    return f'<g class="link is-{key}">{drawn}{shown}</g>'


def _linked(x: float, y: float, theme: Theme) -> str:
    paint = theme.light.paints()["support"]
    left, right = x + 20, x + ICON - 8
    boxes = (
        rectangle((left, y + down, right, y + down + 9), "b", (paint.fill, paint.line), 1.25)
        for down in (-11, 2)
    )
    d = f"M{number(left)} {number(y - 6.5)}H{number(left - 10)}V{number(y + 6.5)}H{number(left)}"
    bracket = f'<path class="l" d="{d}" fill="none" stroke="{paint.line}" stroke-width="4"/>'
    return f'<g class="link box is-support">{bracket}{"".join(boxes)}</g>'
