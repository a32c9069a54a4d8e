"""A list of objects, for programs; lines and columns count from 1, columns in code points."""

import json
from collections.abc import Sequence
from typing import Any

from argmap.checking import Checked
from argmap.problems import Fix, Problem
from argmap.reporting import Report, Style, problems


def write(files: Sequence[Checked], _: Style) -> str:
    """Return the list."""
    found = [entry(one.path, problem) for one, problem in problems(files)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def entry(path: str, problem: Problem) -> dict[str, Any]:
    """Return one finding as plain data."""
    span = problem.span
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "path": path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "fix": mended(problem.fix) if problem.fix else None,
    }


def mended(fix: Fix) -> dict[str, Any]:
    """Return a fix as plain data."""
    edits = [
        {
            "line": one.span.line,
            "column": one.span.column,
            "end_line": one.span.end_line,
            "end_column": one.span.end_column,
            "text": one.text,
        }
        for one in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


REPORT = Report("json", write)
