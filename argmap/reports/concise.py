"""One line a finding, `path:line:column: CODE message`, as editors and `grep` like it.

A finding that `--fix` mends ends in `[*]`.
"""

from collections.abc import Sequence

from argmap.checking import Checked
from argmap.problems import Problem
from argmap.reporting import Report, Style, problems
from argmap.text import printable


def write(files: Sequence[Checked], _: Style) -> str:
    """Return the lines of all findings."""
    return "".join(f"{line(one.path, problem)}\n" for one, problem in problems(files))


def line(path: str, problem: Problem) -> str:
    """Return one finding's line.

    >>> from argmap.problems import Severity
    >>> line("a.yaml", Problem("AM103", Severity.ERROR, "no claim 'wett'"))
    "a.yaml:1:1: AM103 no claim 'wett'"
    """
    mark = " [*]" if problem.fix and problem.fix.safe else ""
    span = problem.span
    return f"{printable(path)}:{span.line}:{span.column}: {problem.code} {problem.message}{mark}"


REPORT = Report("concise", write)
