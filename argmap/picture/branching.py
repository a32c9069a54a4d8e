"""A box and all that hangs from it, and how much room that takes, hung or in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

RAIL = 11.0  # from a box's left side to its outermost rail
LANE = 15.0  # between two rails
STEP = 20.0  # from a rail to the box that hangs from it
DROP = 22.0  # from a box to the first that hangs from it
GAP = 14.0  # between two boxes that hang from one rail
PAUSE = 8.0  # more of a gap after one that has children
ROW = 50.0  # between a tree and the next below it
BUS = 46.0  # from a box to the columns below it, and LANE more for each further sort
BETWEEN = 24.0  # from a column to the next rail
JOINT = 9.0  # a joint's radius
GUTTER = 2 * JOINT + 12.0  # from the left end of a joint to the boxes that hang from it

Point = tuple[float, float]


class Form(NamedTuple):
    """A way to arrange a branch: in `columns` no higher than `bound`, or hung, no wider than it."""

    width: float
    height: float
    columns: int = 0
    bound: float = 0.0


@dataclass(slots=True, eq=False)
class Branch:
    """A box and what hangs from it, by sort; of a joint, `width` is twice its radius.

    `entry` is how far down its left side a line enters, `usual` how high a box of its sort is
    whatever it says, by which forms are chosen. A `joint` stands beside its first child,
    a `bare` branch is no box but holds several trees together. `centred` boxes stand above the
    middle of their columns. `apart` keeps the children in columns of their own.

    `columns` says, when it is arranged, what stands in which, with the number of its sort.
    """

    key: str
    width: float
    height: float
    entry: float
    usual: float = 0.0
    groups: list[list["Branch"]] = field(default_factory=list)
    joint: bool = False
    bare: bool = False
    centred: bool = False
    apart: bool = False
    forms: list[Form] = field(default_factory=list)
    size: Point = (0.0, 0.0)
    columns: list[tuple[int, list["Branch"]]] = field(default_factory=list)

    @property
    def items(self) -> list["Branch"]:
        """All children, in order."""
        return [item for group in self.groups for item in group]


def preorder(root: Branch) -> Iterator[Branch]:
    """Yield a branch and all below it, each before those below it."""
    waiting = [root]
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting.extend(reversed(branch.items))


def entry(branch: Branch) -> float:
    """Return how far down a branch the line from above enters it."""
    while branch.joint and branch.groups:
        branch = branch.groups[0][0]
    return branch.entry


def indent(branch: Branch) -> float:
    """Return how far to the right of a branch stands what hangs from it."""
    if branch.bare:
        return 0
    return GUTTER if branch.joint else RAIL + LANE * (len(branch.groups) - 1) + STEP


def bus(branch: Branch) -> float:
    """Return how far below a box its columns begin."""
    return 0 if branch.bare else BUS + LANE * (len(branch.groups) - 1)


def gap(item: Branch) -> float:
    """Return how much room to leave below a branch that hangs."""
    return GAP + (PAUSE if item.groups else 0)


def across(branch: Branch, widest: float) -> float:
    """Return how wide a column is, with its rail."""
    return widest if branch.bare else STEP + widest


def hung(branch: Branch, items: Sequence[Branch], sizes: Sequence[Point]) -> Point:
    """Return the size of a branch whose children, of these sizes, hang below one another."""
    below = sum(size[1] + gap(item) for item, size in zip(items, sizes, strict=True))
    below -= gap(items[-1])
    wide = indent(branch) + max(size[0] for size in sizes)
    if branch.joint:
        return wide, max(below, entry(items[0]) + JOINT)
    top = 0 if branch.bare else branch.height + DROP
    return max(branch.width, wide), top + below


def spread(branch: Branch, columns: Sequence[Sequence[tuple[Branch, Sequence[float]]]]) -> Point:
    """Return the size of a branch whose children, with their sizes, stand in columns."""
    wide = sum(across(branch, max(size[0] for _, size in column)) for column in columns)
    wide += BETWEEN * (len(columns) - 1)
    if not branch.centred and not branch.bare:
        wide += RAIL
    high = max(sum(size[1] + gap(item) for item, size in c) - gap(c[-1][0]) for c in columns)
    return max(branch.width, wide), branch.height + bus(branch) + high


def size_of(branch: Branch) -> Point:
    """Return the size of a branch that is arranged, as are those below it."""
    if not branch.columns:
        return branch.width, branch.height
    if len(branch.columns) == 1:
        return hung(branch, branch.items, [item.size for item in branch.items])
    return spread(branch, [[(item, item.size) for item in c] for _, c in branch.columns])
