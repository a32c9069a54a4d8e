"""A picture as a document of typst: one page of its size, or the sheets of a poster."""

from collections.abc import Callable, Iterator

from argmap.phrasing import phrases
from argmap.picture.clipping import Clipper
from argmap.picture.retracing import Area, Traced
from argmap.picture.tiling import FLAP, MARGIN, Poster, Tile, poster

_PIXEL = 0.75  # points
_SMALL = 8  # points of the words in the margin
_LINE = '(paint: luma(110), thickness: 0.5pt, dash: "dashed")'

Say = Callable[..., str]


def document(svg: str, traced: Traced, page: str) -> dict[str, str]:
    """Return the files of which typst makes the PDF, by their names; `picture.typ` is the first.

    `page` is a format of paper, or nothing for one page as large as the picture.

    Raises `UnknownName` for a format of paper that there is not.
    """
    head = (
        f"#set document(title: {_quoted(traced.title)}, date: none)\n"
        f'#set text(lang: {_quoted(traced.language[:2])}, font: "FiraGO", size: {_SMALL}pt)\n'
    )
    if not page:
        return {"picture.typ": head + _single(traced), "whole.svg": svg}
    areas = [one.area for one in traced.frames]
    size = (traced.width, traced.height)
    made = poster(size, areas, traced.smallest, page, max(traced.scale, 1))
    say = phrases("picture", traced.language)
    clip = Clipper(svg)
    files = {f"{one.name}.svg": clip.piece(one.shown, traced.title) for one in made.tiles}
    pages = [_sheet(one, made, traced, say) for one in made.tiles]
    if len(made.tiles) > 1:
        pages.insert(0, _overview(made, traced, say))
        files["whole.svg"] = svg
    wide, high = made.page
    sized = f"#set page(width: {wide:.2f}pt, height: {high:.2f}pt, margin: 0pt)\n"
    return {"picture.typ": head + sized + "#pagebreak()\n".join(pages), **files}


def _single(traced: Traced) -> str:
    """Return one page that is as large as the picture."""
    whole = (0.0, 0.0, traced.width, traced.height)
    point = _PIXEL * traced.scale
    wide, high = traced.width * point, traced.height * point
    links = "".join(_links(traced, whole, (0.0, 0.0), point, lambda frame: (1, frame[:2])))
    return (
        f"#set page(width: {wide:.2f}pt, height: {high:.2f}pt, margin: 0pt)\n"
        + _image("whole", (0, 0), wide, _told(traced, whole, traced.description))
        + links
    )


def _sheet(tile: Tile, made: Poster, traced: Traced, say: Say) -> str:
    """Return one sheet: its part of the picture, where it is cut and glued, and its name."""
    left, top, right, bottom = (one * made.scale for one in tile.shown)
    several = len(made.tiles) > 1
    corner = (
        (MARGIN, MARGIN)
        if several
        else ((made.page[0] - right + left) / 2, (made.page[1] - bottom + top) / 2)
    )
    what = f"{traced.title}, {tile.name}" if several else traced.description
    parts = [_image(tile.name, corner, right - left, _told(traced, tile.own, what))]
    parts += _links(traced, tile.own, corner, made.scale, _finder(made, several))
    if several:
        parts += _marks(tile, made, say)
    return "".join(parts)


def _finder(made: Poster, several: bool) -> Callable[[Area], tuple[int, tuple[float, float]]]:
    """Return a function from a box to its page and its place there, in points."""

    def find(frame: Area) -> tuple[int, tuple[float, float]]:
        for number, one in enumerate(made.tiles, 2 if several else 1):
            if one.own[0] <= frame[0] <= one.own[2] and one.own[1] <= frame[1] <= one.own[3]:
                return number, (frame[0] - one.own[0], frame[1] - one.own[1])
        return 1, (0.0, 0.0)

    return find


def _marks(tile: Tile, made: Poster, say: Say) -> Iterator[str]:
    """Yield the lines along which a sheet is glued, with the names of those that come there."""
    width, height = ((tile.own[n + 2] - tile.own[n]) * made.scale for n in (0, 1))
    right, below = MARGIN + width, MARGIN + height
    if tile.right:
        yield _place(right, MARGIN, f"line(angle: 90deg, length: {height:.2f}pt, stroke: {_LINE})")
        words = _quoted(say("poster-glue", name=tile.right))
        turned = f"rotate(90deg, reflow: true, text(fill: luma(90), {words}))"
        yield _place(right + FLAP + 2, MARGIN, turned)
    if tile.below:
        yield _place(MARGIN, below, f"line(length: {width:.2f}pt, stroke: {_LINE})")
        words = _quoted(say("poster-glue", name=tile.below))
        yield _place(MARGIN, below + FLAP + 2, f"text(fill: luma(90), {words})")
    if tile.own[:2] != (0, 0):  # where its white edges are cut off
        yield _place(MARGIN - 12, MARGIN, "line(length: 9pt, stroke: 0.5pt)")
        yield _place(MARGIN, MARGIN - 12, "line(angle: 90deg, length: 9pt, stroke: 0.5pt)")
    name = _quoted(say("poster-sheet", name=tile.name, n=len(made.tiles)))
    yield _place(MARGIN, MARGIN / 2 - _SMALL / 2, f'text(weight: "bold", fill: luma(90), {name})')


def _overview(made: Poster, traced: Traced, say: Say) -> str:
    """Return the page that shows how the sheets go together."""
    room = (made.page[0] - 2 * MARGIN, made.page[1] - 4 * MARGIN)
    scale = min(room[0] / traced.width, room[1] / traced.height)
    top = 3 * MARGIN
    how = _quoted(say("poster-how", n=len(made.tiles)))
    parts = [
        _place(MARGIN, MARGIN, f'text(size: 14pt, weight: "bold", {_quoted(traced.title)})'),
        _place(MARGIN, MARGIN + 20, f"block(width: {room[0]:.2f}pt, text(size: 10pt, {how}))"),
        _image("whole", (MARGIN, top), traced.width * scale, traced.description),
    ]
    for one in made.tiles:
        left, upper, right, lower = (side * scale for side in one.own)
        name = f'text(size: 16pt, weight: "bold", {_quoted(one.name)})'
        name = f'box(fill: rgb("#ffffffd0"), inset: 4pt, radius: 3pt, {name})'
        box = (
            f"rect(width: {right - left:.2f}pt, height: {lower - upper:.2f}pt,"
            f" stroke: {_LINE}, align(center + horizon, {name}))"
        )
        parts.append(_place(MARGIN + left, top + upper, box))
    return "".join(parts)


def _links(
    traced: Traced,
    area: Area,
    corner: tuple[float, float],
    scale: float,
    find: Callable[[Area], tuple[int, tuple[float, float]]],
) -> Iterator[str]:
    """Yield what can be followed from an area, each where it is seen."""
    frames = {f"#{one.id}": one.area for one in traced.frames}
    for target, (left, top, right, bottom) in traced.links:
        if not (area[0] <= left < area[2] and area[1] <= top < area[3]):
            continue
        if target in frames:
            page, (x, y) = find(frames[target])
            where = f"(page: {page}, x: {x * scale:.2f}pt, y: {y * scale:.2f}pt)"
        elif target.startswith("#"):
            continue
        else:
            where = _quoted(target)
        size = f"width: {(right - left) * scale:.2f}pt, height: {(bottom - top) * scale:.2f}pt"
        x, y = corner[0] + (left - area[0]) * scale, corner[1] + (top - area[1]) * scale
        yield _place(x, y, f"link({where}, box({size}))")


def _told(traced: Traced, area: Area, first: str) -> str:
    """Return what a screen reader says of a part of a picture: its boxes, as one reads them."""
    inside = (
        one.name
        for one in traced.frames
        if area[0] <= one.area[0] < area[2] and area[1] <= one.area[1] < area[3]
    )
    return "\n".join((first, *inside))


def _image(name: str, corner: tuple[float, float], width: float, told: str) -> str:
    drawn = f'image("{name}.svg", width: {width:.2f}pt, alt: {_quoted(told)})'
    return _place(*corner, drawn)


def _place(x: float, y: float, what: str) -> str:
    return f"#place(top + left, dx: {x:.2f}pt, dy: {y:.2f}pt, {what})\n"


def _quoted(text: str) -> str:
    """Return a text as a string of typst's, in which nothing of it can be code.

    >>> _quoted('a "b" #c \\\\d')
    '"a \\\\"b\\\\" #c \\\\\\\\d"'
    """
    safe = "".join(one if one >= " " or one == "\n" else "\ufffd" for one in text)
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
