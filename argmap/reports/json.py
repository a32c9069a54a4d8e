"""A list of objects, for programs; lines and columns count from 1, columns in code points."""

from collections.abc import Sequence

from argmap.reporting import Report, Style, data, entry, problems
from argmap.review.outcome import Checked


def write(files: Sequence[Checked], _: Style) -> str:
    """Return the list."""
    return data([entry(one.path, problem) for one, problem in problems(files)]) + "\n"


REPORT = Report("json", write)
