"""Read from Graphviz's SVG where it put everything; of its markup nothing is kept."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from argmap.errors import DrawingFailed

Point = tuple[float, float]

_GROUP = re.compile(r'<g id="([cl](?:-|&#45;)[^"]*)" class="(?:node|edge)')
_POINTS = re.compile(r'<(?:polygon|path)[^>]*? (?:points|d)="([^"]*)"')
_CIRCLE = re.compile(r'<ellipse[^>]*? cx="([^"]*)" cy="([^"]*)" rx="([^"]*)" ry="([^"]*)"')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[-+]?\d+)?")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where boxes are, as (left, top, right, bottom), and lines, as Bézier points, by their ids."""

    boxes: Mapping[str, tuple[float, float, float, float]]
    lines: Mapping[str, tuple[Point, ...]]


def placed(svg: str) -> Placed:
    """Return the rectangles of boxes and the points of lines by their ids."""
    boxes: dict[str, tuple[float, float, float, float]] = {}
    lines: dict[str, tuple[Point, ...]] = {}
    parts = _GROUP.split(svg)
    for key, markup in zip(map(unescape, parts[1::2]), parts[2::2], strict=True):
        if found := _CIRCLE.search(markup):
            x, y, rx, ry = map(float, found.groups())
            boxes[key] = (x - rx, y - ry, x + rx, y + ry)
            continue
        if not (shape := _POINTS.search(markup)):
            raise DrawingFailed(f"Graphviz gave no place to {key[2:]!r}")
        numbers = [float(one) for one in _NUMBER.findall(shape[1])]
        across, down = numbers[::2], numbers[1::2]
        if key.startswith("l-"):
            lines[key] = tuple(zip(across, down, strict=True))
        else:
            boxes[key] = (min(across), min(down), max(across), max(down))
    return Placed(boxes, lines)
