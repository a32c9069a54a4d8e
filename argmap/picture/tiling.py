"""Posters: a picture too large for one sheet of paper, spread over several that are glued together.

Letters stay as large as one can read on a wall or a desk; where a sheet ends is chosen so that as
few boxes as can be are cut. All lengths are in points, 72 an inch.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from argmap.errors import UnknownName
from argmap.picture.retracing import Area

MM = 72 / 25.4
FORMATS = {  # width and height in points; the A series is ISO 216, the others are ANSI's
    **{
        f"a{n}": (w * MM, h * MM)
        for n, (w, h) in enumerate(
            ((841, 1189), (594, 841), (420, 594), (297, 420), (210, 297), (148, 210))
        )
    },
    "letter": (612.0, 792.0),
    "legal": (612.0, 1008.0),
    "tabloid": (792.0, 1224.0),
}
MARGIN = 10 * MM  # what most printers leave white
FLAP = 8 * MM  # how much of the next sheet a sheet repeats, to be glued under it
LEAST = 9.0  # the size of the smallest letters on paper
MOST = 1.5  # how much larger than usual (0.75 points a pixel) a small picture becomes
_PIXEL = 0.75
_AIR = 4.0  # pixels between a box and a cut beside it
_TRIED = 100  # of the places for one cut, how many are looked at


@dataclass(frozen=True, slots=True)
class Tile:
    """One sheet: its name (`B2` is the second of the second column), and what it shows, in pixels.

    `own` is what is its own, `shown` is that and the flaps; `right` and `below` name the sheets
    that are glued onto them.
    """

    name: str
    own: Area
    shown: Area
    right: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """The sheets of a picture, from the left and from above; `scale` is in points a pixel."""

    page: tuple[float, float]
    scale: float
    tiles: tuple[Tile, ...]


def poster(
    size: tuple[float, float],
    areas: Sequence[Area],
    smallest: float,
    page: str,
    larger: float = 1.0,
) -> Poster:
    """Return how a picture (its size and boxes in its own unit) is spread over sheets of a format.

    One sheet, upright or on its side, if its smallest letters have `LEAST` points there, or as
    many times more as all is `larger`; else as few as can be.

    Raises `UnknownName` for a format that there is not.
    """
    if page not in FORMATS:
        raise UnknownName("pages", page, sorted(FORMATS))
    wide, high = FORMATS[page]
    return min(
        (_spread(size, areas, smallest / larger, one) for one in ((wide, high), (high, wide))),
        key=lambda one: (len(one.tiles), -one.scale),
    )


def _spread(
    size: tuple[float, float], areas: Sequence[Area], smallest: float, page: tuple[float, float]
) -> Poster:
    room = (page[0] - 2 * MARGIN, page[1] - 2 * MARGIN)
    fit = min(room[0] / size[0], room[1] / size[1], max(MOST * _PIXEL, LEAST / smallest))
    if fit * smallest >= LEAST:
        whole = (0.0, 0.0, *size)
        return Poster(page, fit, (Tile("A1", whole, whole),))
    scale = LEAST / smallest
    step = tuple((one - FLAP) / scale for one in room)
    columns = cuts(size[0], step[0], [(left, right) for left, _, right, _ in areas])
    rows = cuts(size[1], step[1], [(top, bottom) for _, top, _, bottom in areas])
    return Poster(page, scale, tuple(_tiles(columns, rows, size, FLAP / scale)))


def _tiles(
    columns: Sequence[float], rows: Sequence[float], size: tuple[float, float], flap: float
) -> Iterable[Tile]:
    for x, (left, right) in enumerate(pairwise(columns)):
        for y, (top, bottom) in enumerate(pairwise(rows)):
            shown = (left, top, min(right + flap, size[0]), min(bottom + flap, size[1]))
            yield Tile(
                _name(x, y),
                (left, top, right, bottom),
                shown,
                _name(x + 1, y) if right < size[0] else "",
                _name(x, y + 1) if bottom < size[1] else "",
            )


def cuts(length: float, step: float, spans: Sequence[tuple[float, float]]) -> list[float]:
    """Return where a length is cut, with its ends: into as few pieces of `step` as can be.

    The cuts go through as few spans as so many pieces allow.

    >>> cuts(100, 60, [(10, 45), (50, 90)])
    [0.0, 46.0, 100]
    >>> cuts(100, 100, []), cuts(100, 60, [])
    ([0.0, 100], [0.0, 60, 100])
    """
    starts, ends = sorted(one for one, _ in spans), sorted(one for _, one in spans)
    places = sorted({one + _AIR for one in ends} | {one - _AIR for one in starts})

    def through(place: float) -> int:
        return bisect_left(starts, place) - bisect_left(ends, place)

    count, most = ceil(length / step), step * (1 + 1e-9)  # but for rounding
    ways: dict[float, tuple[int, list[float]]] = {0.0: (0, [0.0])}
    for number in range(1, count):
        low, high = length - (count - number) * step, number * step
        near = places[bisect_left(places, low) : bisect_left(places, high)]
        tried = sorted({high, *near}, key=lambda one: (through(one), -one))[:_TRIED]
        ways = {
            one: min((cost + through(one), [*way, one]) for cost, way in reached)
            for one in {*tried, high}
            if (reached := [ways[last] for last in ways if last < one <= last + most])
        }
    return [*min(way for last, way in ways.items() if length <= last + most)[1], length]


def _name(column: int, row: int) -> str:
    """Return the name of a sheet: a letter for its column, a number for its row.

    >>> _name(0, 0), _name(27, 9)
    ('A1', 'AB10')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
