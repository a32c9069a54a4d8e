"""Trees of boxes in columns: where each box goes, and how the lines run to it.

What hangs from a box stands below it, indented, along a rail for each sort of child. Where that
grows taller than a limit, the children are dealt out, in order, to columns side by side, each
with a rail of its own. The limit is tried out: the one wins whose picture is the largest on a page
of the wanted proportion. Boxes never overlap: a branch has a rectangle to itself. Linear in the
number of boxes but for the few limits tried; nothing is recursive, so that depth is no matter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

RAIL = 12.0  # from a box's left side to its outermost rail
LANE = 16.0  # between two rails
STEP = 24.0  # from a rail to the box that hangs from it
DROP = 24.0  # from a box to the first that hangs from it
GAP = 14.0  # between two boxes that hang from one rail
PAUSE = 8.0  # more of a gap after one that has children
BUS = 46.0  # from a box to the columns below it, and LANE more for each further sort
BETWEEN = 26.0  # from a column to the next rail
JOINT = 9.0  # a joint's radius
GUTTER = 2 * JOINT + 14.0  # from the left end of a joint to the boxes that hang from it

LEAST = 120.0  # no limit on height is lower than this
SMALL = 860.0  # how high a page is that is small enough for any wall, desk or screen
SHARES = (1.0, 0.85, 0.7, 0.55)  # of the limit, to which columns of several children are filled

Point = tuple[float, float]


@dataclass(slots=True, eq=False)
class Branch:
    """A box and what hangs from it, by sort; of a joint, `width` is twice its radius.

    `entry` is how far down its left side a line enters. A `joint` stands beside its first child,
    a `bare` branch is no box but holds several trees together. `centred` boxes stand above the
    middle of their columns. `apart` keeps the children in columns of their own.
    """

    key: str
    width: float
    height: float
    entry: float
    groups: list[list["Branch"]] = field(default_factory=list)
    joint: bool = False
    bare: bool = False
    centred: bool = False
    apart: bool = False
    size: Point = (0.0, 0.0)
    columns: list[tuple[int, list["Branch"]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plan:
    """Upper left corners of boxes, and lines from above to each box that hangs, by its key."""

    corners: dict[str, Point]
    lines: dict[str, tuple[Point, ...]]
    width: float
    height: float


def stack(root: Branch, page: float, around: Point = (0.0, 0.0)) -> Plan:
    """Return where everything goes so that it fills a page `page` times as wide as high.

    `around` is how much wider and higher the page is than the tree. What fits a small page anyway
    is as well in one form as in another; then the root's children stand side by side.
    """
    order = list(_preorder(root))
    for branch in reversed(order):
        _hang(branch)
    best, chosen = (float("inf"), True), (root.size[1], 1.0)
    for limit in _limits(root.size[1]):
        for share in SHARES:
            width, height = _deal(root, limit, share, final=False)
            cost = max((width + around[0]) / page, height + around[1], SMALL)
            found = (cost, len(root.columns) < 2)
            if found < best:
                best, chosen = found, (limit, share)
    for branch in reversed(order):
        _hang(branch)
    _deal(root, *chosen, final=True)
    return _positions(root)


def _limits(tall: float) -> Iterator[float]:
    """Yield heights to try, from that of all in one column down."""
    limit = tall
    while limit > tall / 80 and limit > LEAST / 2:
        yield limit
        limit /= 1.07
    yield 1.0


def _preorder(root: Branch) -> Iterator[Branch]:
    waiting = [root]
    while waiting:
        branch = waiting.pop()
        yield branch
        for group in reversed(branch.groups):
            waiting.extend(reversed(group))


def _hang(branch: Branch) -> None:
    """Hang all children below one another."""
    items = [item for group in branch.groups for item in group]
    branch.columns = [(0, items)] if items else []
    branch.size = _hung(branch, items)


def _hung(branch: Branch, items: Sequence[Branch]) -> Point:
    if not items:
        return branch.width, branch.height
    below, indent = _height(items), _indent(branch)
    across = indent + max(item.size[0] for item in items)
    if branch.joint:
        return across, max(below, items[0].entry + JOINT)
    top = 0 if branch.bare else branch.height + DROP
    return max(branch.width, across), top + below


def _indent(branch: Branch) -> float:
    if branch.bare:
        return 0
    return GUTTER if branch.joint else RAIL + LANE * (len(branch.groups) - 1) + STEP


def _height(items: Sequence[Branch]) -> float:
    return sum(item.size[1] + _gap(item) for item in items) - _gap(items[-1])


def _gap(item: Branch) -> float:
    return GAP + (PAUSE if item.groups else 0)


def _bus(branch: Branch) -> float:
    return 0 if branch.bare else BUS + LANE * (len(branch.groups) - 1)


def _head(branch: Branch) -> float:
    return 2 * JOINT if branch.joint else branch.height


def _deal(root: Branch, limit: float, share: float, *, final: bool) -> Point:
    """Deal children out to columns wherever a branch is taller than its limit."""
    tall: list[tuple[Branch, float]] = []
    waiting = [(root, limit)]
    while waiting:
        branch, room = waiting.pop()
        if branch.groups and (branch.size[1] > room or branch.apart):
            room = max(room - _head(branch) - _bus(branch), LEAST)
            tall.append((branch, room))
            waiting.extend((item, room) for group in branch.groups for item in group)
    sizes = [branch.size for branch, _ in tall]
    for branch, room in reversed(tall):
        branch.columns = [
            (number, column)
            for number, group in enumerate(branch.groups)
            for column in _columns(group, 0 if branch.apart else room * share, final)
        ]
        if len(branch.columns) == 1:
            branch.size = _hung(branch, branch.columns[0][1])
        else:
            branch.size = _spread(branch)
    found = root.size
    if not final:
        for (branch, _), size in zip(tall, sizes, strict=True):
            branch.size = size
    return found


def _columns(group: list[Branch], room: float, final: bool) -> list[list[Branch]]:
    """Split a group into columns no higher than `room`, if its members are not; in order."""
    found = _filled(group, room)
    if not final or len(found) < 2 or room == 0:
        return found
    low, high = max(item.size[1] for item in group), room
    while high - low > 4:  # the same number of columns, but as even as can be
        middle = (low + high) / 2
        tried = _filled(group, middle)
        if len(tried) > len(found):
            low = middle
        else:
            high, found = middle, tried
    return found


def _filled(group: list[Branch], room: float) -> list[list[Branch]]:
    found: list[list[Branch]] = []
    used = room + 1
    for item in group:
        if not found or used + item.size[1] > room:
            found.append([])
            used = 0.0
        found[-1].append(item)
        used += item.size[1] + _gap(item)
    return found


def _spread(branch: Branch) -> Point:
    wide = sum(_across(branch, items) for _, items in branch.columns)
    wide += BETWEEN * (len(branch.columns) - 1)
    if not branch.centred and not branch.bare:
        wide += RAIL
    high = max(_height(items) for _, items in branch.columns)
    return max(branch.width, wide), _head(branch) + _bus(branch) + high


def _across(branch: Branch, items: Sequence[Branch]) -> float:
    return (0 if branch.bare else STEP) + max(item.size[0] for item in items)


def _positions(root: Branch) -> Plan:
    plan = Plan({}, {}, *root.size)
    waiting = [(root, 0.0, 0.0)]
    while waiting:
        branch, x, y = waiting.pop()
        if len(branch.columns) > 1:
            placed = _place_columns(plan, branch, x, y)
        else:
            placed = _place_rail(plan, branch, x, y)
        waiting.extend(reversed(placed))
    return plan


def _place_rail(plan: Plan, branch: Branch, x: float, y: float) -> list[tuple[Branch, float, float]]:
    items = branch.columns[0][1] if branch.columns else []
    top = y if branch.joint or branch.bare else y + branch.height
    if branch.joint:
        plan.corners[branch.key] = (x, y + (items[0].entry if items else JOINT) - JOINT)
    elif not branch.bare:
        plan.corners[branch.key] = (x, y)
    lanes = {id(item): n for n, group in enumerate(branch.groups) for item in group}
    left, down = x + _indent(branch), top + (0 if branch.joint or branch.bare else DROP)
    placed = []
    for item in items:
        at = down + item.entry
        lane = len(branch.groups) - 1 - lanes[id(item)]
        if branch.joint:
            centre = y + items[0].entry
            rail = x + JOINT + 7 * (lane - (len(branch.groups) - 1) / 2)
            start = (x + 2 * JOINT, centre) if item is items[0] else (rail, centre + JOINT)
            route = [start, (rail, at), (left, at)] if item is not items[0] else [start, (left, at)]
        else:
            rail = x + RAIL + LANE * lane
            route = [(rail, top), (rail, at), (left, at)]
        if not branch.bare:
            plan.lines[item.key] = tuple(route)
        placed.append((item, left, down))
        down += item.size[1] + _gap(item)
    return placed


def _place_columns(
    plan: Plan, branch: Branch, x: float, y: float
) -> list[tuple[Branch, float, float]]:
    top = y + _head(branch)
    first = x if branch.centred or branch.bare else x + RAIL
    rails, at = [], first
    wide = branch.size[0] if branch.centred else 0
    block = sum(_across(branch, c) for _, c in branch.columns) + BETWEEN * (len(branch.columns) - 1)
    if branch.centred:
        at = first = x + (wide - block) / 2
    for _, items in branch.columns:
        rails.append(at)
        at += _across(branch, items) + BETWEEN
    left = x + (wide - branch.width) / 2 if branch.centred else x
    if not branch.bare:
        plan.corners[branch.key] = (round(left), y)
    trunks, lanes = _trunks(branch, round(left), top, rails)
    placed = []
    for (group, items), rail in zip(branch.columns, rails, strict=True):
        down = top + _bus(branch)
        for item in items:
            height = down + item.entry
            start = rail + (0 if branch.bare else STEP)
            if not branch.bare:
                trunk, lane = trunks[group], lanes[group]
                turn = [(trunk, lane), (rail, lane)] if abs(trunk - rail) > 0.5 else []
                plan.lines[item.key] = ((trunk, top), *turn, (rail, height), (start, height))
            placed.append((item, start, down))
            down += item.size[1] + _gap(item)
    return placed


def _trunks(
    branch: Branch, left: float, top: float, rails: list[float]
) -> tuple[list[float], list[float]]:
    """Return where the lines to each group leave a box, and how far below it they turn.

    Groups stand from left to right. A later group turns higher up, and so passes above the
    earlier one's columns; but where its columns begin left of the first trunk, it turns lower.
    """
    many = len(branch.groups)
    if branch.centred:
        middle = round(left + branch.width / 2)
        trunks = [middle + (n - (many - 1) / 2) * 2 * LANE for n in range(many)]
    else:
        trunks = [left + RAIL + LANE * n for n in range(many)]
    first = [rail for (group, _), rail in zip(branch.columns, rails, strict=True) if group]
    crossing = bool(first) and first[0] < trunks[0]
    depth = [n if crossing else many - 1 - n for n in range(many)]
    return trunks, [top + DROP + LANE * n for n in depth]
