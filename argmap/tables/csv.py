"""CSV as RFC 4180 has it: a row for each option, from best to worst, for spreadsheets and programs.

Of each criterion there is a column with what the cell is worth and one with the reasons in it. A
text that a spreadsheet would take for a formula has an apostrophe before it.
"""

import csv
import io

from argmap.deciding.comparing import Standing
from argmap.deciding.exporting import rounded
from argmap.deciding.recounting import Recount
from argmap.reasoning.ranking import OTHER
from argmap.tabulating import Table, View
from argmap.text import one_line

FIXED = (
    "option", "name", "status-quo", "score", "low", "high", "range-exact",
    "rank", "best", "worst", "rank-exact", "first",
)  # fmt: skip
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(view: View) -> str:
    """Return a comparison as CSV."""
    recount = view.recount
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    head = list(FIXED)
    for one in recount.contest.tally.columns:
        name = one.id if one.id != OTHER else "(other)"
        head += [f"{name} (weight {one.weight:g})", f"{name} reasons"]
    writer.writerow([guarded(one) for one in head])
    for standing in recount.contest.standings:
        writer.writerow([_written(one) for one in _row(recount, standing)])
    return stream.getvalue()


def _row(recount: Recount, one: Standing) -> list[object]:
    row: list[object] = [
        one.option, one_line(recount.contest.map.claims[one.option].name),
        one.option == recount.contest.as_now, one.score, one.low, one.high, one.exact,
        one.rank, one.best, one.worst, one.firm, one.share,
    ]  # fmt: skip
    for column, value in zip(recount.contest.tally.columns, one.cells, strict=True):
        row += [value, _reasons(recount, one.option, column.id)]
    return row


def _reasons(recount: Recount, option: str, column: str) -> str:
    parts = []
    for polarity in ("support", "attack"):
        named = [one for one in recount.reasons(option, column) if one.polarity == polarity]
        if named:
            parts.append(f"{recount.say(polarity)}: {', '.join(map(recount.called, named))}")
    return "; ".join(parts)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{rounded(value):.6f}".rstrip("0").rstrip(".")
    return "" if value is None else guarded(value) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("a=b"), guarded("  @x")
    ("'=1+1", 'a=b', "'  @x")
    """
    return f"'{text}" if text.lstrip(" ").startswith(_RISKY) else text


TABLE = Table("csv", (".csv",), write)
