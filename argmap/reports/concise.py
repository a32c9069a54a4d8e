"""One line a finding, `path:line:column: CODE message`, as editors and `grep` like it.

A finding that `--fix` mends ends in `[*]`.
"""

from collections.abc import Sequence

from argmap.problems import Problem
from argmap.reporting import Report, Style, line, problems
from argmap.review.outcome import Checked


def write(files: Sequence[Checked], _: Style) -> str:
    """Return the lines of all findings."""
    return "".join(
        f"{line(one.path, problem)}{mark(problem)}\n" for one, problem in problems(files)
    )


def mark(problem: Problem) -> str:
    """Return the mark of what can be mended."""
    return " [*]" if problem.fix and problem.fix.safe else ""


REPORT = Report("concise", write)
