"""A tree of boxes from left to right: what bears on a box stands to the right of it, in order.

Each box stands at the middle of what hangs from it. What a claim says changes only how high its
box is, so that rewording moves boxes up or down a little and never past each other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.picture.branching import GUTTER, JOINT, ROW, Branch, Point, entry, preorder
from argmap.picture.routing import Placed, Plan, beside

CHANNEL = 64.0  # from a box to those on its right
LANE = 11.0  # between the lines of two sorts
APART = 22.0  # between two boxes one above the other
NEAR = 16.0  # so far a line is moved to run straight
PAUSE = 12.0  # more of it beside one from which others hang


@dataclass(slots=True)
class _Block:
    """How high the room of a branch is, and how far down its box begins."""

    high: float
    down: float = 0.0


def fan(rows: Sequence[Branch]) -> Plan:
    """Return where everything goes in trees, one below the other."""
    made, top = Plan(), 0.0
    for root in rows:
        blocks = _blocks(root)
        waiting: Placed = [(root, 0.0, top)]
        while waiting:
            branch, x, y = waiting.pop()
            waiting.extend(reversed(_place(made, branch, blocks, x, y)))
        top += blocks[id(root)].high + ROW
    return made


def _blocks(root: Branch) -> dict[int, _Block]:
    """Return how much room each branch takes, from the leaves up, by its identity."""
    found: dict[int, _Block] = {}
    for branch in reversed(list(preorder(root))):
        inner = [found[id(item)] for item in branch.items]
        below = sum(block.high + _gap(item) for item, block in _pairs(branch, inner))
        below -= _gap(branch.items[-1]) if inner else 0
        high = max(branch.height, below)
        if branch.joint or branch.bare:
            found[id(branch)] = _Block(max(below, 2 * JOINT if branch.joint else 0))
        else:
            found[id(branch)] = _Block(high, _down(branch, inner, high, below))
    return found


def _down(branch: Branch, inner: Sequence[_Block], high: float, below: float) -> float:
    """Return how far down its room a box stands: in the middle of the boxes right of it."""
    if not inner or below <= branch.height:
        return round((high - branch.height) / 2)
    first, last = inner[0], inner[-1]
    upper = first.down + entry(branch.items[0])
    lower = below - last.high + last.down + entry(branch.items[-1])
    middle = (upper + lower) / 2
    return round(min(max(middle - branch.height / 2, 0), high - branch.height))


def _pairs(branch: Branch, inner: Sequence[_Block]) -> Iterator[tuple[Branch, _Block]]:
    return zip(branch.items, inner, strict=True)


def _gap(item: Branch) -> float:
    return APART + (PAUSE if item.groups else 0)


def _indent(branch: Branch) -> float:
    """Return how far to the right of a branch's left side its children stand."""
    if branch.bare:
        return 0.0
    if branch.joint:
        return GUTTER
    return branch.width + CHANNEL + LANE * max(len(branch.groups) - 1, 0)


def _place(
    made: Plan, branch: Branch, blocks: dict[int, _Block], x: float, y: float
) -> list[tuple[Branch, float, float]]:
    """Note where a box stands and its lines run; return what hangs from it, with its room."""
    block = blocks[id(branch)]
    inner = [blocks[id(item)] for item in branch.items]
    used = sum(one.high + _gap(item) for item, one in _pairs(branch, inner))
    used -= _gap(branch.items[-1]) if inner else 0
    down = y + (round((block.high - used) / 2) if not branch.joint else 0)
    rooms: Placed = []
    for item, one in _pairs(branch, inner):
        rooms.append((item, x + _indent(branch), down))
        down += one.high + _gap(item)
    boxes = [(item, left, top + _top(item, blocks)) for item, left, top in rooms]
    if branch.joint:
        first = boxes[0]
        made.corners[branch.key] = (x, first[2] + entry(first[0]) - JOINT)
        made.lines.update(beside(branch, x, y, boxes))
    elif not branch.bare:
        made.corners[branch.key] = (x, y + block.down)
        made.lines.update(_across(branch, x, y + block.down, boxes))
    return rooms


def _top(branch: Branch, blocks: dict[int, _Block]) -> float:
    """Return how far down its room the box of a branch, or a joint's first, begins."""
    while branch.joint and branch.groups:
        branch = branch.groups[0][0]
    return blocks[id(branch)].down


def _across(
    branch: Branch, x: float, y: float, boxes: Placed
) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the lines from a box to those on its right, each sort in a lane of its own."""
    many, right = len(branch.groups), x + branch.width
    sorts = {id(item): n for n, group in enumerate(branch.groups) for item in group}
    middle, lowest = y + branch.height / 2, y + branch.height - 8
    apart = min(2 * LANE, branch.height / (many + 1))
    lower = [top + entry(item) for item, _, top in boxes if sorts[id(item)] == 0]
    first_is_long = bool(lower) and lower[-1] > middle
    for item, left, top in boxes:
        sort, at = sorts[id(item)], top + entry(item)
        start = float(round(middle + (sort - (many - 1) / 2) * apart))
        if len(branch.groups[sort]) == 1 and abs(start - at) < NEAR and y + 8 < at < lowest:
            start = at  # rather straight than with a kink
        lane = many - 1 - sort if first_is_long else sort
        bus = right + 24 + LANE * lane
        turn = ((bus, start), (bus, at)) if abs(start - at) > 0.5 else ()
        yield item.key, ((right, start), *turn, (left, at))
