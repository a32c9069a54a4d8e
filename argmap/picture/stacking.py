"""How a tree of boxes is stacked: what hangs below what, and what stands in columns side by side.

What hangs from a box stands below it, indented, along a rail for each sort of child; or it is
dealt out, in order, to columns, each with a rail of its own. From the leaves up, every branch gets
its forms: the ways to arrange it of which none is both narrower and lower than another. The root's
form that is largest on a page of the wanted proportion wins. All this is decided with boxes of
their usual heights, so that a reworded claim moves nothing but what stands below it. A branch has
a rectangle to itself, so that boxes never overlap. Linear in the number of boxes, and without
recursion.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import log2

from argmap.picture.branching import (
    GAP,
    ROW,
    Branch,
    Form,
    Point,
    gap,
    hung,
    preorder,
    size_of,
    spread,
)

AROUND = (64.0, 260.0)  # what margins, title and legend add to a picture's width and height
SMALL = 860.0  # how high a page is that is small enough for any wall, desk or screen
LOW = 330.0  # branches lower than this are not dealt out
EMPTY = 0.35  # of a column that must be filled, below any but a root
MEMORY = 8  # columns, of which a further child may still go into any
FINER = 0.95  # how much lower a wider form must be to be worth keeping
TRIES, TRIES_OF_ROOT = 10, 60


def arrange(rows: Sequence[Branch], page: float, around: Point = (0.0, 0.0)) -> None:
    """Arrange trees, one below the other, to fill a page `page` times as wide as high.

    `around` is how much wider and higher the page is than the trees. What fits a small page anyway
    is as well in one form as in another; then the root's children stand side by side.
    """
    order = [branch for root in rows for branch in preorder(root)]
    actual = [branch.height for branch in order]
    scale = _scale(sum(actual), sum(branch.usual for branch in order))
    for branch in order:
        branch.height = branch.usual * scale
    for branch in reversed(order):
        branch.forms = _forms(branch, is_root=branch in rows)
    for root, form in zip(rows, _chosen(rows, page, around), strict=True):
        _settle(root, form)
    for branch, height in zip(order, actual, strict=True):
        branch.height = height
    for branch in reversed(order):
        branch.size = size_of(branch)


def _scale(actual: float, usual: float) -> float:
    """Return how much higher than usual the boxes of a map are, in large steps."""
    return 2 ** (round(2 * log2(actual / usual)) / 2) if actual and usual else 1.0


def _chosen(rows: Sequence[Branch], page: float, around: Point) -> list[Form]:
    """Return the forms of trees, one below the other, that are largest on the page."""
    best, chosen = (float("inf"), 0), [root.forms[0] for root in rows]
    for room in sorted({form.width for root in rows for form in root.forms}):
        picked = [_within_width(root.forms, room) for root in rows]
        high = sum(form.height + ROW for form in picked) - ROW
        wide = max(form.width for form in picked)
        cost = max((wide + around[0]) / page, high + around[1], SMALL)
        found = (cost, sum(not form.columns for form in picked))
        if found < best:
            best, chosen = found, picked
    return chosen


def _forms(branch: Branch, *, is_root: bool) -> list[Form]:
    """Return the ways to arrange a branch, the narrowest first."""
    items = branch.items
    if not items:
        return [Form(branch.width, branch.height)]
    apart = branch.apart and len(items) > 1
    found = [] if apart else list(_hung_forms(branch, items))
    high = is_root or apart or found[0].height > LOW
    if high and not branch.joint and len(items) > 1:
        found += _column_forms(branch, items, TRIES_OF_ROOT if is_root else TRIES)
    return _worthwhile(found)


def _worthwhile(forms: Iterable[Form]) -> list[Form]:
    """Return the forms of which none is narrower and lower than another, thinned out."""
    found: list[Form] = []
    for form in sorted(forms):
        if not found or form.height < found[-1].height * FINER:
            found.append(form)
    return found


def _hung_forms(branch: Branch, items: Sequence[Branch]) -> Iterator[Form]:
    least = max(item.forms[0].width for item in items)
    widths = sorted({f.width for item in items for f in item.forms if f.width > least})
    for wide in [least, *widths[:: max(1, len(widths) // TRIES)]]:
        sizes = [_within_width(item.forms, wide) for item in items]
        yield Form(*hung(branch, items, [form[:2] for form in sizes]), 0, wide)


def _column_forms(branch: Branch, items: Sequence[Branch], tries: int) -> Iterator[Form]:
    low = max(item.forms[-1].height for item in items)
    if branch.apart:
        heights = sorted(
            {form.height for item in items for form in item.forms if form.height > low}
        )
        limits = [low, *heights[:: max(1, len(heights) // tries)]]
    else:
        high = sum(item.forms[0].height + GAP for item in items)
        step = (high / low) ** (1 / tries)
        limits = [low * step**n for n in range(tries)]
    for limit in limits:
        columns = _dealt(branch, limit)
        free = branch.apart or tries > TRIES
        if len(columns) > 1 and (free or not _lopsided(columns, limit)):
            yield Form(*spread(branch, [c for _, c in columns]), len(columns), limit)


def _lopsided(columns: Sequence[tuple[int, "_Sized"]], limit: float) -> bool:
    """Tell whether some column would be all but empty."""
    used = (sum(form.height + gap(item) for item, form in column) for _, column in columns)
    return min(used) < EMPTY * limit


_Sized = list[tuple[Branch, Form]]


def _dealt(branch: Branch, limit: float) -> list[tuple[int, _Sized]]:
    """Deal the children out to columns that are no higher than a limit if they can be."""
    found: list[tuple[int, _Sized]] = []
    for number, group in enumerate(branch.groups):
        sized = _sized(group, limit)
        columns = [[one] for one in sized] if branch.apart else _filled(sized, limit)
        found.extend((number, column) for column in columns)
    return found


def _filled(group: _Sized, limit: float) -> list[_Sized]:
    """Put each child into the leftmost column that has room and need least grow wider for it."""
    found: list[_Sized] = []
    used: list[float] = []
    wide: list[float] = []
    for item, form in group:
        best, least = -1, float("inf")
        for number in range(max(0, len(found) - MEMORY), len(found)):
            wider = max(form.width - wide[number], 0)
            if wider < least and used[number] + form.height <= limit:
                best, least = number, wider
        if best < 0:
            found.append([])
            used.append(0.0)
            wide.append(0.0)
        found[best].append((item, form))
        used[best] += form.height + gap(item)
        wide[best] = max(wide[best], form.width)
    return found


def _evened(group: Sequence[Branch], limit: float) -> list[_Sized]:
    """Fill columns as `_filled` does, none more and none wider, but as evenly as can be."""
    found = _filled(_sized(group, limit), limit)
    if len(found) < 2:
        return found
    wide = sum(max(form.width for _, form in column) for column in found)
    low, high = max(item.forms[-1].height for item in group), limit
    while high - low > 4:
        middle = (low + high) / 2
        tried = _filled(_sized(group, middle), middle)
        wider = sum(max(form.width for _, form in column) for column in tried) > wide
        if len(tried) > len(found) or wider:
            low = middle
        else:
            high, found = middle, tried
    return found


def _sized(group: Iterable[Branch], limit: float) -> _Sized:
    return [(item, _within_height(item.forms, limit)) for item in group]


def _within_width(forms: Sequence[Form], room: float) -> Form:
    """Return the lowest form that is no wider than a bound, or else the narrowest."""
    return forms[max(0, bisect_right(forms, (room, float("inf"))) - 1)]


def _within_height(forms: Sequence[Form], room: float) -> Form:
    """Return the narrowest form that is no higher than a bound, or else the lowest."""
    return next((form for form in forms if form.height <= room), forms[-1])


def _settle(root: Branch, form: Form) -> None:
    """Arrange a tree in the form that was chosen for it."""
    waiting = [(root, form)]
    while waiting:
        branch, form = waiting.pop()
        if not form.columns:
            hung = [(item, _within_width(item.forms, form.bound)) for item in branch.items]
            sized = [(0, hung)] if hung else []
        elif branch.apart:
            sized = _dealt(branch, form.bound)
        else:
            sized = [
                (number, column)
                for number, group in enumerate(branch.groups)
                for column in _evened(group, form.bound)
            ]
        branch.columns = [(number, [item for item, _ in column]) for number, column in sized]
        waiting.extend(pair for _, column in sized for pair in column)
