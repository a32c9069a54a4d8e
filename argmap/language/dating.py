"""Dates as people write them below a source: what year they name, and whether such a day exists."""

import calendar
import re
from functools import lru_cache

When = tuple[int, ...]  # year; year and month; or year, month and day

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_YEAR = re.compile(r"(?<![\d.,])\d{4}(?![\d.,]*\d)")
_ANCIENT = re.compile(
    r"""(?ix) \b(\d{1,4}) \s* (?: (?P<before>b\.?\s?c\.?(?:\s?e\.?)? | a\.?\s?c\.?)
    | a\.?\s?d\.? | d\.?\s?c\.? ) (?!\w)"""
)
_UNDATED = re.compile(
    r"(?i)[\[(]?\s*(?:n\.? ?d|no date|undated|s\.? ?[fd]|s/f|sin fecha)\b\.?\s*[\])]?\s*\Z"
)


@lru_cache(maxsize=1024)
def when(date: str | int | None) -> When | None:
    """Return the year, month and day that a date gives, as far as it does; None without a year.

    >>> when("2025-11-22"), when("2025-11"), when(2025), when("3 May 2024"), when("last year")
    ((2025, 11, 22), (2025, 11), (2025,), (2024,), None)
    >>> when("350 B.C."), when("44 a. C."), when("AD 79"), when("397 d. C."), when("2023-24")
    ((-350,), (-44,), None, (397,), (2023,))
    """
    if date is None or isinstance(date, int):
        return None if date is None else (date,)
    if iso := _ISO.match(date.strip()):
        found = tuple(int(part) for part in iso.groups() if part)
        return found[:1] if _is_season(found) else found
    if year := _YEAR.search(date):
        return (int(year[0]),)
    if ancient := _ANCIENT.search(date):
        return (-int(ancient[1]) if ancient["before"] else int(ancient[1]),)
    return None


def _is_season(date: When) -> bool:
    """Tell whether a date is rather that of a school year or a season, as 2023-24."""
    return len(date) == 2 and date[1] > 12 and date[1] == (date[0] + 1) % 100


def is_undated(date: str | int | None) -> bool:
    """Tell whether a date says that the work bears none.

    >>> is_undated("n.d."), is_undated("s. f."), is_undated("[undated]"), is_undated("nd2025")
    (True, True, True, False)
    """
    return isinstance(date, str) and _UNDATED.match(date.strip()) is not None


def is_possible(date: When) -> bool:
    """Tell whether there is such a day or month.

    >>> is_possible((2024, 2, 29)), is_possible((2025, 2, 29)), is_possible((2025, 13))
    (True, False, False)
    """
    year, month, day = (*date, 1, 1)[:3]
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= calendar.monthrange(max(year, 1), month)[1]


def is_before(one: When, other: When) -> bool:
    """Tell whether a date is surely before another: what only one of them gives is left open.

    >>> is_before((2024,), (2024, 5)), is_before((2024, 4, 30), (2024, 5))
    (False, True)
    """
    known = min(len(one), len(other))
    return one[:known] < other[:known]
