"""Pieces of SVG: texts, boxes, lines and signs, as strings whose every text is escaped."""

from collections.abc import Sequence
from html import escape as _escape

from argmap.picture.fitting import Chip, Line
from argmap.picture.theming import Palette, Theme

Point = tuple[float, float]
FONT = "Arial, 'Liberation Sans', Arimo, Helvetica, 'Noto Sans', sans-serif"
ROUND = 8.0  # radius of boxes and of bends
SIGN = 9.0  # radius of the signs
_GLYPHS = {
    "support": "M-4.5 0H4.5M0-4.5V4.5",
    "attack": "M-4.5 0H4.5",
    "undercut": "M-3.4-3.4L3.4 3.4M-3.4 3.4L3.4-3.4",
}
_DASHES = {"attack": "8 5", "undercut": "2 4"}
_STRAIGHT = 0.05
_FLAGS = {  # paths about their middle, and whether they are filled
    "in": ("M-5 0.5L-1.5 4L5-4", False),
    "out": ("M-4-4L4 4M-4 4L4-4", False),
    "undecided": ("M-3-2.5C-3-6 3-6 3-2.5C3-0.5 0-0.5 0 1.5M0 4.9V5", False),
    "unknown": ("M-4 0H-3.9M0 0H0.1M4 0H4.1", False),
    "strength": ("M-4 4V1M0 4V-1M4 4V-4", False),
    "added": ("M0-5L5 0L0 5L-5 0Z", True),
    "removed": ("M-4-4L4 4M-4 4L4-4", False),
    "changed": ("M-5-1C-3-5-1-3 0-1.5S4 1 5-2.5M-5 4C-3 0-1 2 0 3.5S4 6 5 2.5", False),
}


def escape(text: str) -> str:
    """Return a text as it may stand in an element or an attribute.

    >>> escape('</svg> "&"')
    '&lt;/svg&gt; &quot;&amp;&quot;'
    """
    return _escape(text, quote=True)


def number(value: float) -> str:
    """Return a coordinate with at most one decimal.

    >>> number(12.0), number(0.25), number(-0.01)
    ('12', '0.2', '0')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def text(line: Line, x: float, y: float, ink: str) -> str:
    """Return a line of text that is as wide as it was measured, in whatever font."""
    if not line.text:
        return ""
    bold = ' font-weight="bold"' if line.bold else ""
    way = ' direction="rtl"' if line.rtl else ""
    fit = f' textLength="{number(line.width)}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text class="{line.tone}" x="{number(x + line.x)}" y="{number(y + line.y)}"'
        f' font-size="{line.size:g}" fill="{ink}"{bold}{way}{fit if line.width > 4 else ""}'
        f' xml:space="preserve">{escape(line.text)}</text>'
    )


def linked(inside: str, href: str, *, here: bool = False, name: str = "") -> str:
    """Return markup as a link: within the picture or `here`, or to a page that opens beside it.

    `name` is what a screen reader says of one whose markup is hidden from it.
    """
    if not href:
        return inside
    beside = "" if here or href.startswith("#") else ' target="_blank" rel="noopener noreferrer"'
    named = f' aria-label="{escape(name)}"' if name else ""
    return f'<a href="{escape(href)}"{beside}{named}>{inside}</a>'


def rectangle(
    corners: Sequence[float],
    look: str,
    paint: tuple[str, str],
    border: float,
    dashes: str = "",
    radius: float = ROUND,
) -> str:
    """Return a rounded box from left, top, right and bottom."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    left, top, right, bottom = corners
    radius = min(radius, (bottom - top) / 2)
    return (
        f'<rect class="{look}" x="{number(left)}" y="{number(top)}" width="{number(right - left)}"'
        f' height="{number(bottom - top)}" rx="{number(radius)}" fill="{paint[0]}"'
        f' stroke="{paint[1]}" stroke-width="{border:g}"{dashed}/>'
    )


def flag(kind: str, x: float, y: float, ink: str) -> str:
    """Return the sign of a flag, by its middle."""
    path, filled = _FLAGS.get(kind, _FLAGS["unknown"])
    look = f'fill="{ink}"' if filled else 'fill="none"'
    return (
        f'<path class="f{" full" if filled else ""}" transform="translate({number(x)} {number(y)})"'
        f' d="{path}" {look} stroke="{ink}" stroke-width="2" stroke-linecap="round"'
        ' stroke-linejoin="round"/>'
    )


def meter(left: float, right: float, y: float, share: float, ink: str) -> str:
    """Return a bar that is full to a share of its length."""
    shown = left + (right - left) * min(max(share, 0), 1)
    frame = f'stroke="{ink}" stroke-width="1"'
    return (
        f'<rect class="f" x="{number(left)}" y="{number(y - 4)}" width="{number(right - left)}"'
        f' height="8" fill="none" {frame}/>'
        f'<rect class="f full" x="{number(left)}" y="{number(y - 4)}"'
        f' width="{number(shown - left)}" height="8" fill="{ink}" {frame}/>'
    )


def stacked(corners: Sequence[float], paint: tuple[str, str], border: float) -> str:
    """Return two sheets that look out from below a box: more lies under it."""
    left, top, right, bottom = corners
    upper = max(top + 4, bottom - 24)
    return "".join(
        rectangle((left + 2 * by, upper, right - 2 * by, bottom + by), "b", paint, border)
        for by in (5, 2.5)
    )


def chip(one: Chip, x: float, y: float, theme: Theme, sort: str) -> str:
    """Return a small label on the border of a box."""
    palette = theme.light
    left, top = x + one.x, y + one.y
    ink, fill, line = _chip_colours(one.look, palette, sort)
    corners = (left, top, left + one.width, top + one.height)
    size = theme.shapes["small"].text
    base = one.height / 2 + size * 0.36
    words = Line((one.width - one.inner) / 2, base, one.text, one.inner, size, True, "chip")
    return (
        f'<g class="chip {one.look}">{rectangle(corners, "c", (fill, line), 1.25)}'
        f"{text(words, left, top, ink)}</g>"
    )


def _chip_colours(look: str, palette: Palette, sort: str) -> tuple[str, str, str]:
    paints = palette.paints()
    if look == "letter":
        paint = paints["letter"]
        return paint.ink or palette.ink, paint.fill, paint.line
    if look == "linked":
        line = paints[sort].line
        return palette.paper, line, line
    paint = paints["badge"]
    return palette.ink, paint.fill, paint.line


def sign(sort: str, x: float, y: float, colour: str, paper: str) -> str:
    """Return the round sign of a support, attack or undercut; of anything else nothing."""
    if sort not in _GLYPHS:
        return ""
    return (
        f'<g class="sign" transform="translate({number(x)} {number(y)})">'
        f'<circle r="{SIGN:g}" fill="{colour}" stroke="{paper}" stroke-width="1.5"/>'
        f'<path d="{_GLYPHS[sort]}" fill="none" stroke="{paper}" stroke-width="2.25"'
        f' stroke-linecap="round"/></g>'
    )


def line(points: Sequence[Point], sort: str, colour: str, wide: float = 2) -> str:
    """Return a line through Bézier points; if its pieces are straight, with round bends."""
    dashes = f' stroke-dasharray="{_DASHES[sort]}"' if sort in _DASHES else ""
    d = _bent(_corners(points)) if _is_straight(points) else _curved(points)
    return (
        f'<path class="l" d="{d}" fill="none" stroke="{colour}" stroke-width="{wide:g}"{dashes}/>'
    )


def head(points: Sequence[Point], sort: str, colour: str, paper: str, half: float = 5) -> str:
    """Return what stands at the upper end of a line: an arrow, a bar, or nothing."""
    (x, y), (dx, dy) = points[0], _direction(points)
    tip = (x - 8 * dx, y - 8 * dy)
    if sort in ("support", "warrant"):
        left = (x + 1.5 * dx - half * dy, y + 1.5 * dy + half * dx)
        right = (x + 1.5 * dx + half * dy, y + 1.5 * dy - half * dx)
        fill = colour if sort == "support" else paper
        path = f"M{_pair(tip)}L{_pair(left)}L{_pair(right)}Z"
        look = "a" if sort == "support" else "a open"
        return (
            f'<path class="{look}" d="{path}" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'
        )
    if sort in ("attack", "undercut"):
        middle = (x - 4 * dx, y - 4 * dy)
        half *= 1.25
        left = (middle[0] - half * dy, middle[1] + half * dx)
        right = (middle[0] + half * dy, middle[1] - half * dx)
        path = f"M{_pair(left)}L{_pair(right)}M{_pair(middle)}L{_pair((x, y))}"
        return f'<path class="a" d="{path}" fill="none" stroke="{colour}" stroke-width="3"/>'
    return ""


def _direction(points: Sequence[Point]) -> Point:
    """Return the unit vector along which a line starts."""
    x, y = points[0]
    for other in points[1:]:
        dx, dy = other[0] - x, other[1] - y
        if (long := (dx * dx + dy * dy) ** 0.5) > _STRAIGHT:
            return dx / long, dy / long
    return 0.0, 1.0


def _is_straight(points: Sequence[Point]) -> bool:
    return all(
        _same(points[n], points[n + 1]) and _same(points[n + 2], points[n + 3])
        for n in range(0, len(points) - 3, 3)
    )


def _same(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < _STRAIGHT and abs(one[1] - other[1]) < _STRAIGHT


def _corners(points: Sequence[Point]) -> list[Point]:
    found = [points[0]]
    for point in points[3::3]:
        if not _same(point, found[-1]):
            found.append(point)
    return found


def _bent(corners: Sequence[Point]) -> str:
    """Return a path along corners, each rounded as far as its sides allow."""
    parts = [f"M{_pair(corners[0])}"]
    for before, here, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(ROUND, _distance(before, here) / 2, _distance(here, after) / 2)
        start, end = _towards(here, before, radius), _towards(here, after, radius)
        parts.append(f"L{_pair(start)}Q{_pair(here)} {_pair(end)}")
    if len(corners) > 1:
        parts.append(f"L{_pair(corners[-1])}")
    return "".join(parts)


def _curved(points: Sequence[Point]) -> str:
    return f"M{_pair(points[0])}C" + " ".join(_pair(point) for point in points[1:])


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _towards(here: Point, other: Point, far: float) -> Point:
    share = far / max(_distance(here, other), 0.01)
    return here[0] + (other[0] - here[0]) * share, here[1] + (other[1] - here[1]) * share


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
