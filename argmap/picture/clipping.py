"""A part of a picture as a picture of its own, which holds only what can be seen of it there."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from argmap.picture.retracing import Area, area_of

_NS = "http://www.w3.org/2000/svg"
_SVG = f"{{{_NS}}}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_AROUND = 20.0  # pixels by which signs, chips and heads of lines reach out of what they belong to


class Clipper:
    """Cuts pieces out of one picture, of which it takes the measures once."""

    def __init__(self, svg: str) -> None:
        register_namespace("", _NS)
        self.root = fromstring(svg)  # our own markup, made a moment ago
        self.layers = [
            (layer, [(_around(one), one) for one in layer])
            for layer in self.root.iter(f"{_SVG}g")
            if layer.get("class") in ("head", "links", "boxes", "foot")
        ]

    def piece(self, area: Area, name: str) -> str:
        """Return the part of the picture that lies in an area, as SVG; `name` is its title."""
        left, top, right, bottom = area
        size = (right - left, bottom - top)
        piece = Element(
            f"{_SVG}svg",
            {
                "width": f"{size[0]:.2f}",
                "height": f"{size[1]:.2f}",
                "viewBox": f"{left:.2f} {top:.2f} {size[0]:.2f} {size[1]:.2f}",
                "font-family": self.root.get("font-family", ""),
                "lang": self.root.get("lang", ""),
            },
        )
        SubElement(piece, f"{_SVG}title").text = name
        for layer, parts in self.layers:
            group = SubElement(piece, f"{_SVG}g", layer.attrib)
            group.extend(one for around, one in parts if _meet(around, area))
        return tostring(piece, encoding="unicode")


def _around(group: Element) -> Area:
    """Return the area outside of which nothing of a group is drawn."""
    corners = list(_corners(group))
    if not corners:
        return 0.0, 0.0, 0.0, 0.0
    lefts, tops, rights, bottoms = zip(*corners, strict=True)
    return min(lefts) - _AROUND, min(tops) - _AROUND, max(rights) + _AROUND, max(bottoms) + _AROUND


def _corners(one: Element) -> Iterator[Area]:
    moved = one.get("transform")
    if moved:  # what is within stands around that point
        x, y = (float(part) for part in _NUMBER.findall(moved)[:2])
        yield x, y, x, y
        return
    if one.tag in (f"{_SVG}rect", f"{_SVG}text"):
        yield area_of(one)
    elif one.tag == f"{_SVG}path":
        numbers = [float(part) for part in _NUMBER.findall(one.get("d", ""))]
        xs, ys = numbers[::2], numbers[1::2]
        if xs and ys:
            yield min(xs), min(ys), max(xs), max(ys)
    for part in one:
        yield from _corners(part)


def _meet(one: Area, other: Area) -> bool:
    across = one[0] <= other[2] and other[0] <= one[2]
    return across and one[1] <= other[3] and other[1] <= one[3]
