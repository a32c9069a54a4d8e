"""Where the regions of a picture stand: each arranged by itself, then side by side or in rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.picture.branching import Branch, Point, preorder
from argmap.picture.routing import Plan

PAD = 20.0  # from the frame of a region to its boxes
BETWEEN = 26.0  # from a region to the next
RATIOS = (0.2, 0.35, 0.55, 0.8, 1.1, 1.5, 2.1, 3.0, 4.5, 7.0)
LEAST = 860.0  # how high a page is that is small enough

Planner = Callable[[Sequence[Branch], float], Plan]
"""Arranges trees for a page so many times as wide as high."""
Trees = Callable[[], list[Branch]]


class Plot(NamedTuple):
    """A region before it is arranged: its trees, and how high its title is if it is so wide."""

    trees: Trees
    head: Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Tile:
    """A region that is arranged, and how large it is."""

    plan: Plan
    left: float
    top: float
    wide: float
    high: float
    head: float


def grid(
    roots: Trees, regions: Sequence[Plot], planner: Planner, page: float, *, columns: bool
) -> Plan:
    """Return where everything goes: roots on top, regions below, to fill a page of a proportion.

    With `columns`, all regions stand side by side.
    """
    tried = [[_tile(region, planner, ratio) for region in regions] for ratio in RATIOS]
    widths = [max(tile.wide for tile in tiles) for tiles in tried]
    rooms = [float("inf")] if columns else sorted({w * n for w in widths for n in (1, 2, 3, 4)})
    best, chosen = float("inf"), (tried[0], float("inf"))
    for tiles in tried:
        for room in rooms:
            wide, high = _extent(_shelves(tiles, room))
            cost = max(wide / page, high, LEAST)
            if cost < best:
                best, chosen = cost, (tiles, room)
    rows = _shelves(*chosen)
    wide, _ = _extent(rows)
    made = Plan()
    first = roots()
    top = 0.0
    if first:
        tile = _tile(Plot(lambda: first, lambda _: 0.0), planner, 9.0, pad=0)
        _put(made, tile, max((wide - tile.wide) / 2, 0), 0)
        top = tile.high + 2 * BETWEEN
    for row in rows:
        left = 0.0
        for tile in row:
            _put(made, tile, left + PAD, top + PAD + tile.head)
            left += tile.wide + BETWEEN
        top += max(tile.high for tile in row) + BETWEEN
    return made


def _tile(region: Plot, planner: Planner, ratio: float, *, pad: float = PAD) -> Tile:
    rows = region.trees()
    plan = planner(rows, ratio)
    sizes = {one.key: (one.width, one.height) for root in rows for one in preorder(root)}
    ends = [(x + sizes[key][0], y + sizes[key][1]) for key, (x, y) in plan.corners.items()]
    points = [point for line in plan.lines.values() for point in line]
    left = min(x for x, _ in (*plan.corners.values(), *points))
    top = min(y for _, y in (*plan.corners.values(), *points))
    wide, high = max(x for x, _ in ends) - left, max(y for _, y in ends) - top
    head = region.head(wide + 2 * pad)
    return Tile(plan, left, top, wide + 2 * pad, high + 2 * pad + head, head)


def _shelves(tiles: Sequence[Tile], room: float) -> list[list[Tile]]:
    """Put regions side by side as long as there is room, in order."""
    rows: list[list[Tile]] = []
    used = 0.0
    for tile in tiles:
        if not rows or used + tile.wide > room:
            rows.append([])
            used = 0.0
        rows[-1].append(tile)
        used += tile.wide + BETWEEN
    return rows


def _extent(rows: Sequence[Sequence[Tile]]) -> Point:
    wide = max((sum(tile.wide + BETWEEN for tile in row) - BETWEEN for row in rows), default=0.0)
    return wide, sum(max(tile.high for tile in row) + BETWEEN for row in rows)


def _put(made: Plan, tile: Tile, left: float, top: float) -> None:
    dx, dy = round(left - tile.left), round(top - tile.top)
    for key, (x, y) in tile.plan.corners.items():
        made.corners[key] = (x + dx, y + dy)
    for key, line in tile.plan.lines.items():
        made.lines[key] = tuple((x + dx, y + dy) for x, y in line)
