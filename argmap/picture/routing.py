"""Where the boxes of an arranged tree stand, and how the lines run to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from argmap.picture.branching import (
    BETWEEN,
    DROP,
    JOINT,
    LANE,
    RAIL,
    ROW,
    Branch,
    Point,
    across,
    bus,
    entry,
    gap,
    indent,
)

Placed = list[tuple[Branch, float, float]]  # branches with their upper left corners
Route = tuple[str, tuple[Point, ...]]  # to the box of a key, from the one above it


@dataclass(frozen=True, slots=True)
class Plan:
    """Upper left corners of boxes, and lines from above to each box that hangs, by its key."""

    corners: dict[str, Point] = field(default_factory=dict)
    lines: dict[str, tuple[Point, ...]] = field(default_factory=dict)


def plan(rows: Sequence[Branch]) -> Plan:
    """Return where everything goes in trees that are arranged, one below the other."""
    made, top = Plan(), 0.0
    wide = max((root.size[0] for root in rows), default=0.0)
    for root in rows:
        waiting: Placed = [(root, round((wide - root.size[0]) / 2), top)]
        while waiting:
            branch, x, y = waiting.pop()
            place = _columns if len(branch.columns) > 1 else _rail
            waiting.extend(reversed(place(made, branch, x, y)))
        top += root.size[1] + ROW
    return made


def _rail(made: Plan, branch: Branch, x: float, y: float) -> Placed:
    """Hang a box's children below it, or a joint's beside it."""
    if not branch.bare:
        made.corners[branch.key] = (x, y + entry(branch) - JOINT if branch.joint else y)
    left = x + indent(branch)
    down = y if branch.joint or branch.bare else y + branch.height + DROP
    placed: Placed = []
    for item in branch.items:
        placed.append((item, left, down))
        down += item.size[1] + gap(item)
    if placed and not branch.bare:
        route = beside if branch.joint else _below
        made.lines.update(route(branch, x, y, placed))
    return placed


def _below(branch: Branch, x: float, y: float, placed: Placed) -> Iterator[Route]:
    """Yield the lines from a box to what hangs below it: the first sort on the inner rail."""
    lanes = {id(item): n for n, group in enumerate(reversed(branch.groups)) for item in group}
    top = y + branch.height
    for item, left, down in placed:
        rail, at = x + RAIL + LANE * lanes[id(item)], down + entry(item)
        yield item.key, ((rail, top), (rail, at), (left, at))


def beside(joint: Branch, x: float, y: float, placed: Placed) -> Iterator[Route]:
    """Yield the lines from a joint: straight to the first premise, along rails to the others."""
    first, left, down = placed[0]
    middle = down + entry(first)
    yield first.key, ((x + 2 * JOINT, middle), (left, middle))
    rest = [[item for item in group if item is not first] for group in joint.groups]
    rails = [group for group in rest if group]
    lanes = {id(item): n for n, group in enumerate(reversed(rails)) for item in group}
    for item, left, down in placed[1:]:
        aside = (lanes[id(item)] - (len(rails) - 1) / 2) * (JOINT - 1)
        rail, start = x + JOINT + aside, middle + (JOINT**2 - aside**2) ** 0.5
        at = down + entry(item)
        yield item.key, ((rail, start), (rail, at), (left, at))


def _columns(made: Plan, branch: Branch, x: float, y: float) -> Placed:
    """Set a box's children in columns below it, each with a rail on its left."""
    left, rails = _rails(branch, x)
    placed: Placed = []
    for (_, items), rail in zip(branch.columns, rails, strict=True):
        down = y + branch.height + bus(branch)
        for item in items:
            placed.append((item, rail + across(branch, 0), down))
            down += item.size[1] + gap(item)
    if not branch.bare:
        made.corners[branch.key] = (left, y)
        made.lines.update(_from_bus(branch, left, y + branch.height, rails, placed))
    return placed


def _rails(branch: Branch, x: float) -> tuple[float, list[float]]:
    """Return where a box begins and where the rails of its columns run."""
    widths = [across(branch, max(item.size[0] for item in items)) for _, items in branch.columns]
    left, first = x, x if branch.bare else x + RAIL
    if branch.centred:
        block = sum(widths) + BETWEEN * (len(widths) - 1)
        left = round(x + (branch.size[0] - branch.width) / 2)
        first = round(x + (branch.size[0] - block) / 2)
    return left, [first + sum(widths[:n]) + BETWEEN * n for n in range(len(widths))]


def _from_bus(
    branch: Branch, left: float, top: float, rails: Sequence[float], placed: Placed
) -> Iterator[Route]:
    """Yield the lines from a box down, across, down the rail of a column, and to each child."""
    trunks, lanes = _trunks(branch, left, top, rails)
    columns = [
        (group, rail)
        for (group, items), rail in zip(branch.columns, rails, strict=True)
        for _ in items
    ]
    for (item, start, down), (group, rail) in zip(placed, columns, strict=True):
        trunk, lane, at = trunks[group], lanes[group], down + entry(item)
        turn = [(trunk, lane), (rail, lane)] if abs(trunk - rail) > 0.5 else []
        yield item.key, ((trunk, top), *turn, (rail, at), (start, at))


def _trunks(
    branch: Branch, left: float, top: float, rails: Sequence[float]
) -> tuple[list[float], list[float]]:
    """Return where the lines to each sort of child leave a box, and how far down they turn.

    Sorts stand from left to right. A later one turns higher up, and so passes above the earlier
    one's columns; but where its columns begin left of the first trunk, it turns lower.
    """
    many = len(branch.groups)
    if branch.centred:
        middle = round(left + branch.width / 2)
        trunks = [middle + (n - (many - 1) / 2) * 2 * LANE for n in range(many)]
        near = [[rail for rail in rails if abs(rail - trunk) < LANE] for trunk in trunks]
        trunks = [found[0] if found else trunk for trunk, found in zip(trunks, near, strict=True)]
    else:
        trunks = [left + RAIL + LANE * n for n in range(many)]
    later = [rail for (group, _), rail in zip(branch.columns, rails, strict=True) if group]
    crossing = bool(later) and later[0] < trunks[0]
    depth = [n if crossing else many - 1 - n for n in range(many)]
    return trunks, [top + DROP + LANE * n for n in depth]
