"""Branches in columns or to the right: our own layouts of trees, drawn by Graphviz as given."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from argmap.drawing import Layout, Sketch
from argmap.picture.branching import Branch, Point
from argmap.picture.diagram import Diagram, Link
from argmap.picture.dotwriting import RADIUS, dot
from argmap.picture.fanning import fan
from argmap.picture.fitting import Fitted
from argmap.picture.gridding import Plot, grid
from argmap.picture.hanging import trees
from argmap.picture.routing import Plan, plan
from argmap.picture.stacking import AROUND, arrange
from argmap.picture.surrounding import title_high

ARROW = 8.0  # Graphviz's arrow stands before the end of its line


def write(sketch: Sketch) -> str:
    """Return a diagram as DOT with a place for every box and line."""
    made, sizes = planned(sketch), sketch.fitted
    places = {key: _centre(made, key, sizes.get(key)) for key in made.corners}
    routes = {link.key: _route(made, link) for link in sketch.diagram.links}
    return dot(sketch, {"splines": "line"}, places=(places, routes))


def planned(sketch: Sketch) -> Plan:
    """Return where everything goes: downward, which fills a page of any shape, or to the right."""
    diagram, page = sketch.diagram, sketch.theme.page

    def place(rows: Sequence[Branch], ratio: float) -> Plan:
        if sketch.direction == "right":
            return fan(rows)
        arrange(rows, ratio, AROUND)
        return plan(rows)

    def trees_of(keys: frozenset[str]) -> list[Branch]:
        return trees(_only(diagram, keys), sketch.fitted, sketch.theme)

    if not diagram.regions:
        return place(trees(diagram, sketch.fitted, sketch.theme), page)
    regions = [
        Plot(partial(trees_of, frozenset(region.keys)), partial(title_high, region))
        for region in diagram.regions
    ]
    inside = {key for region in diagram.regions for key in region.keys}
    roots = frozenset(box.key for box in diagram.boxes if box.key not in inside)
    columns = bool(sketch.view and sketch.view.columns)
    return grid(partial(trees_of, roots), regions, place, page, columns=columns)


def _only(diagram: Diagram, keys: frozenset[str]) -> Diagram:
    """Return a part of a diagram."""
    return replace(
        diagram,
        boxes=tuple(box for box in diagram.boxes if box.key in keys),
        joints=tuple(joint for joint in diagram.joints if joint.key in keys),
        links=tuple(link for link in diagram.links if link.lower in keys),
    )


def _centre(made: Plan, key: str, fitted: Fitted | None) -> str:
    x, y = made.corners[key]
    wide, high = (fitted.width, fitted.height) if fitted else (2 * RADIUS, 2 * RADIUS)
    return f"{x + wide / 2:.1f},{-y - high / 2:.1f}"


def _route(made: Plan, link: Link) -> str:
    """Return a line as a Bézier curve, with room for the arrow at its start."""
    points = made.lines[link.lower]
    start = ""
    if not link.part and link.sign != "option":
        start = f"s,{_point(points[0])} "
        points = (_nearer(points[0], points[1]), *points[1:])
    bends = [_point(points[0])]
    for before, after in pairwise(points):
        bends += [_point(before), _point(after), _point(after)]
    return start + " ".join(bends)


def _nearer(start: Point, towards: Point) -> Point:
    dx, dy = towards[0] - start[0], towards[1] - start[1]
    long = max(abs(dx) + abs(dy), 0.1)
    return start[0] + dx / long * ARROW, start[1] + dy / long * ARROW


def _point(point: Point) -> str:
    return f"{point[0]:.1f},{-point[1]:.1f}"


LAYOUT = Layout("tree", "nop2", write)
