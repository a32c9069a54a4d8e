"""Workflow commands, which GitHub shows beside the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices a step; the log has them all. A finding over
several lines has no columns, for GitHub takes none there.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Mapping, Sequence

from argmap.problems import Problem, Severity
from argmap.reporting import Report, Style, line, problems, remedy
from argmap.review.outcome import Checked
from argmap.review.pinning import rooted

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def write(files: Sequence[Checked], style: Style) -> str:
    """Return a command for each finding, on a line of its own."""
    return "".join(
        f"{_finding(rooted(one.path, style.root), problem)}\n" for one, problem in problems(files)
    )


def _finding(path: str, problem: Problem) -> str:
    span = problem.span
    places: dict[str, object] = {"file": path, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        places |= {"col": span.column, "endColumn": max(span.column, span.end_column)}
    text = "\n".join(part for part in (line(path, problem), remedy(problem)) if part)
    return command(_LEVELS[problem.severity], {**places, "title": f"argmap {problem.code}"}, text)


def command(name: str, properties: Mapping[str, object], text: str) -> str:
    r"""Return one command, with whatever would end a part of it escaped.

    >>> command("error", {"file": "a,b.yaml", "line": 7}, "100%\n: no")
    '::error file=a%2Cb.yaml,line=7::100%25%0A: no'
    """
    named = ",".join(f"{key}={str(one).translate(_PROPERTY)}" for key, one in properties.items())
    return f"::{name} {named}::{text.translate(_DATA)}"


REPORT = Report("github", write)
