"""A Code Quality report, which GitLab shows in merge requests.

It is a list of issues as Code Climate defines them, of which GitLab reads some keys; a finding is
known again by its fingerprint, so that lines may move.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections.abc import Sequence
from typing import Any

from argmap.positions import Span
from argmap.problems import Problem, Severity
from argmap.reporting import Report, Style, data, remedy
from argmap.review.outcome import Checked
from argmap.review.pinning import fingerprints, rooted

_GRADES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_BUGS = ("AM0", "AM1")  # what is wrong with the file and its structure; all else is style


def write(files: Sequence[Checked], style: Style) -> str:
    """Return the list of issues."""
    issues = [
        _issue(one.path, problem, fingerprint, style.root)
        for one in files
        for problem, fingerprint in zip(one.problems, fingerprints(one, style.root), strict=True)
    ]
    return data(issues) + "\n"


def _issue(path: str, problem: Problem, fingerprint: str, root: str) -> dict[str, Any]:
    issue: dict[str, Any] = {
        "type": "issue",
        "check_name": problem.code,
        "description": f"{problem.code} {problem.message}",
        "categories": ["Bug Risk" if problem.code.startswith(_BUGS) else "Style"],
        "severity": _GRADES[problem.severity],
        "fingerprint": fingerprint,
        "location": _location(rooted(path, root), problem.span),
    }
    if told := remedy(problem):
        issue["content"] = {"body": told}
    if problem.related:
        issue["other_locations"] = [
            _location(rooted(one.path or path, root), one.span) for one in problem.related
        ]
    return issue


def _location(path: str, span: Span) -> dict[str, Any]:
    return {
        "path": path,
        "positions": {
            "begin": {"line": span.line, "column": span.column},
            "end": {"line": span.end_line, "column": span.end_column},
        },
    }


REPORT = Report("gitlab", write)
