"""Branches hung in columns: our own layout of trees, which Graphviz draws as it is given."""

from collections.abc import Iterable

from argmap.diagram import Link
from argmap.dotwriting import RADIUS, dot
from argmap.drawing import Layout, Sketch
from argmap.fitting import Fitted
from argmap.stacking import Branch, Plan, Point, stack

AROUND = (64.0, 260.0)  # what margins, title and legend add to a picture's width and height
ARROW = 8.0  # Graphviz's arrow stands before the end of its line
_ORDER = ("part", "option", "support", "warrant", "attack", "undercut")


def write(sketch: Sketch) -> str:
    """Return a diagram as DOT with a place for every box and line."""
    plan = stack(_tree(sketch), sketch.theme.page, AROUND)
    sizes = sketch.fitted
    places = {key: _centre(plan, key, sizes.get(key)) for key in plan.corners}
    for link in sketch.diagram.links:
        places[link.key] = _route(plan, link)
    return dot(sketch.diagram, sizes, sketch.theme, {"splines": "line"}, places)


def _tree(sketch: Sketch) -> Branch:
    """Return the diagram's trees as one."""
    diagram, fitted = sketch.diagram, sketch.fitted
    branches = {
        box.key: Branch(
            box.key,
            fitted[box.key].width,
            fitted[box.key].height,
            fitted[box.key].entry,
            centred=box.role in ("thesis", "question"),
            apart=box.role == "question",
        )
        for box in diagram.boxes
    }
    for joint in diagram.joints:
        branches[joint.key] = Branch(joint.key, 2 * RADIUS, 2 * RADIUS, RADIUS, joint=True)
    for upper, links in _by_upper(diagram.links).items():
        sorts: dict[str, list[Branch]] = {}
        for link in links:
            sorts.setdefault("part" if link.part else link.sign, []).append(branches[link.lower])
        branches[upper].groups = [sorts[sort] for sort in _ORDER if sort in sorts]
    hanging = {link.lower for link in diagram.links}
    roots = [branch for key, branch in branches.items() if key not in hanging]
    return roots[0] if len(roots) == 1 else Branch("", 0, 0, 0, [roots], bare=True)


def _by_upper(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.upper, []).append(link)
    return found


def _centre(plan: Plan, key: str, fitted: Fitted | None) -> str:
    x, y = plan.corners[key]
    wide, high = (fitted.width, fitted.height) if fitted else (2 * RADIUS, 2 * RADIUS)
    return f"{x + wide / 2:.1f},{-y - high / 2:.1f}"


def _route(plan: Plan, link: Link) -> str:
    """Return a line as the Bézier curve that Graphviz wants, with room for an arrow at its start."""
    points = plan.lines[link.lower]
    start = ""
    if not link.part and link.sign != "option":
        start = f"s,{_point(points[0])} "
        points = (_nearer(points[0], points[1]), *points[1:])
    bends = [_point(points[0])]
    for before, after in zip(points, points[1:], strict=False):
        bends += [_point(before), _point(after), _point(after)]
    return start + " ".join(bends)


def _nearer(start: Point, towards: Point) -> Point:
    dx, dy = towards[0] - start[0], towards[1] - start[1]
    long = max(abs(dx) + abs(dy), 0.1)
    return start[0] + dx / long * ARROW, start[1] + dy / long * ARROW


def _point(point: Point) -> str:
    return f"{point[0]:.1f},{-point[1]:.1f}"


LAYOUT = Layout("tree", "nop2", write)
