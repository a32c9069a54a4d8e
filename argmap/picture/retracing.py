"""What a picture says about itself, read back from its SVG: its size, its boxes, its links.

So what is made of a picture (PDF, posters) follows it, whoever drew it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

_SVG = "{http://www.w3.org/2000/svg}"

Area = tuple[float, float, float, float]
"""Left, top, right and bottom, in the unit of the picture."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A box in a picture: its id, where it is, and what a screen reader says of it."""

    id: str
    area: Area
    name: str


@dataclass(frozen=True, slots=True)
class Traced:
    """A picture's size, its language, what it says, and what leads elsewhere from where.

    Lengths are in the picture's own unit, of which `scale` says how many pixels it is.
    `texts` is all that is written in it and `smallest` the size of its smallest letters; a link's
    target begins with `#` where it is a box of the same picture.
    """

    width: float
    height: float
    language: str
    title: str
    description: str
    frames: tuple[Frame, ...]
    links: tuple[tuple[str, Area], ...]
    texts: str
    smallest: float
    scale: float = 1.0


def retrace(svg: str) -> Traced:
    """Return what an SVG written by argmap says about itself.

    >>> found = retrace('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="4" lang="en">'
    ...   '<title>T</title><desc>D</desc><a href="#c"><rect x="1" y="2" width="3" height="1"/></a>'
    ...   '<text font-size="9">hm</text></svg>')
    >>> found.width, found.title, found.links, found.smallest
    (9.0, 'T', (('#c', (1.0, 2.0, 4.0, 3.0)),), 9.0)
    """
    root = fromstring(svg)  # our own markup, made a moment ago
    sizes = (float(one.get("font-size", "0")) for one in root.iter(f"{_SVG}text"))
    wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
    *_, width, height = map(float, root.get("viewBox", f"0 0 {wide} {high}").split())
    return Traced(
        width=width,
        height=height,
        language=root.get("lang", "en"),
        title=root.findtext(f"{_SVG}title", ""),
        description=root.findtext(f"{_SVG}desc", ""),
        frames=tuple(_frames(root)),
        links=tuple(_links(root)),
        texts="\n".join(one.text or "" for one in root.iter(f"{_SVG}text")),
        smallest=min((size for size in sizes if size), default=12.0),
        scale=wide / width if width else 1.0,
    )


def _frames(root: Element) -> Iterator[Frame]:
    for group in root.iter(f"{_SVG}g"):
        frame = group.find(f".//{_SVG}rect[@class='b']")
        if group.get("id") and frame is not None:
            yield Frame(group.get("id", ""), area_of(frame), group.findtext(f"{_SVG}title", ""))


def _links(root: Element) -> Iterator[tuple[str, Area]]:
    for anchor in root.iter(f"{_SVG}a"):
        parts = [area_of(one) for one in anchor.iter() if one.tag in (f"{_SVG}rect", f"{_SVG}text")]
        if parts:
            left, top, right, bottom = zip(*parts, strict=True)
            yield anchor.get("href", ""), (min(left), min(top), max(right), max(bottom))


def area_of(one: Element) -> Area:
    """Return where a rectangle is, or a line of text, whose letters stand upon its `y`."""
    x, y = float(one.get("x", "0")), float(one.get("y", "0"))
    if one.tag == f"{_SVG}rect":
        return x, y, x + float(one.get("width", "0")), y + float(one.get("height", "0"))
    size = float(one.get("font-size", "12"))
    return x, y - size, x + float(one.get("textLength", "0")), y + size / 4
