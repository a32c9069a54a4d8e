"""Branches hung in columns: our own layout of trees, which Graphviz draws as it is given."""

from collections.abc import Iterable
from itertools import pairwise

from argmap.drawing import Layout, Sketch
from argmap.picture.branching import Branch, Point
from argmap.picture.diagram import Box, Link
from argmap.picture.dotwriting import RADIUS, dot
from argmap.picture.fitting import LEADING, Fitted
from argmap.picture.routing import Plan, plan
from argmap.picture.stacking import arrange
from argmap.picture.theming import Theme

AROUND = (64.0, 260.0)  # what margins, title and legend add to a picture's width and height
LINES = 2.7  # of text, in a usual box
ARROW = 8.0  # Graphviz's arrow stands before the end of its line
_ORDER = ("part", "option", "support", "warrant", "attack", "undercut")


def write(sketch: Sketch) -> str:
    """Return a diagram as DOT with a place for every box and line."""
    rows = trees(sketch)
    arrange(rows, sketch.theme.page, AROUND)
    made, sizes = plan(rows), sketch.fitted
    places = {key: _centre(made, key, sizes.get(key)) for key in made.corners}
    routes = {link.key: _route(made, link) for link in sketch.diagram.links}
    return dot(sketch, {"splines": "line"}, places=(places, routes))


def trees(sketch: Sketch) -> list[Branch]:
    """Return the trees of a diagram: those of the thesis and options first, then the others."""
    diagram, fitted = sketch.diagram, sketch.fitted
    branches = {box.key: _branch(box, fitted[box.key], sketch.theme) for box in diagram.boxes}
    size = 2 * RADIUS
    for joint in diagram.joints:
        branches[joint.key] = Branch(joint.key, size, size, RADIUS, size, joint=True)
    for upper, links in _by_upper(diagram.links).items():
        sorts: dict[str, list[Branch]] = {}
        for link in links:
            sorts.setdefault("part" if link.part else link.sign, []).append(branches[link.lower])
        branches[upper].groups = [sorts[sort] for sort in _ORDER if sort in sorts]
    hanging = {link.lower for link in diagram.links}
    roots = [box for box in diagram.boxes if box.key not in hanging]
    main = [branches[box.key] for box in roots if box.role != "loose"]
    loose = [branches[box.key] for box in roots if box.role == "loose"]
    return [_together(some) for some in (main, loose) if some]


def _branch(box: Box, fitted: Fitted, theme: Theme) -> Branch:
    shape = theme.shapes[box.role]
    lines = LINES * shape.text + (shape.label if box.label else 0)
    return Branch(
        box.key,
        fitted.width,
        fitted.height,
        fitted.entry,
        2 * shape.down + LEADING * lines,
        centred=box.role in ("thesis", "question"),
        apart=box.role == "question",
    )


def _together(branches: list[Branch]) -> Branch:
    """Return several trees side by side as one."""
    return branches[0] if len(branches) == 1 else Branch("", 0, 0, 0, 0, [branches], bare=True)


def _by_upper(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.upper, []).append(link)
    return found


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
