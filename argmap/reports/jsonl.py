"""One object a line, the same as those of `json`, for programs that read a stream."""

from collections.abc import Sequence

from argmap.reporting import Report, Style, data, entry, problems
from argmap.review.outcome import Checked


def write(files: Sequence[Checked], _: Style) -> str:
    """Return the lines."""
    return "".join(f"{data(entry(one.path, problem), None)}\n" for one, problem in problems(files))


REPORT = Report("jsonl", write)
