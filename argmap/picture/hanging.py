"""From a diagram to branches: what hangs from what, by sort, each with its size."""

from collections.abc import Iterable, Mapping

from argmap.picture.branching import Branch
from argmap.picture.diagram import Box, Diagram, Link
from argmap.picture.dotwriting import RADIUS
from argmap.picture.fitting import LEADING, Fitted
from argmap.picture.theming import Theme

LINES = 2.7  # of text, in a usual box
_ORDER = ("part", "option", "support", "warrant", "attack", "undercut")


def trees(diagram: Diagram, fitted: Mapping[str, Fitted], theme: Theme) -> list[Branch]:
    """Return the trees of a diagram: those of the thesis and options first, then the others."""
    branches = {box.key: _branch(box, fitted[box.key], theme) for box in diagram.boxes}
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
