"""Which options nothing speaks for beside another, and which criteria tell none of them apart."""

from collections.abc import Sequence

from argmap.reasoning.ranking import LEVEL, Cells, Tally


def dominated(tally: Tally, cells: Cells) -> tuple[tuple[str, str], ...]:
    """Return pairs of options, the first at least as good on every criterion and better on one.

    Criteria that weigh nothing do not count.
    """
    counted = [n for n, weight in enumerate(tally.weights) if weight]
    rows = {key: [row[n] for n in counted] for key, row in zip(tally.options, cells, strict=True)}
    return tuple(
        (one, other)
        for one in tally.options
        for other in tally.options
        if one != other and is_better(rows[one], rows[other])
    )


def is_better(one: Sequence[float | None], other: Sequence[float | None]) -> bool:
    """Tell whether no cell of one row is worse than that of another, and some cell is better.

    >>> is_better([0.5, 0.7], [0.5, 0.6]), is_better([0.5], [0.5]), is_better([0.9, 0.1], [0.2] * 2)
    (True, False, False)
    """
    gains = []
    for mine, theirs in zip(one, other, strict=True):
        if mine is None or theirs is None:
            return False
        gains.append(mine - theirs)
    return all(gain >= -LEVEL for gain in gains) and any(gain > LEVEL for gain in gains)


def idle(tally: Tally, cells: Cells) -> tuple[str, ...]:
    """Return the columns in which all options are worth the same, where there are several."""
    found = []
    for n, column in enumerate(tally.columns):
        values = [row[n] for row in cells]
        known = [value for value in values if value is not None]
        same = len(known) == len(values) > 1 and max(known) - min(known) <= LEVEL
        if same and len(tally.columns) > 1:
            found.append(column.id)
    return tuple(found)
