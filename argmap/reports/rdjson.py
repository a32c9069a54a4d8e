"""Reviewdog's diagnostic format, with what could be written instead as suggestions.

Columns count the bytes of UTF-8, and the end of a range is exclusive.
https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from collections.abc import Sequence
from typing import Any

from argmap.positions import Span
from argmap.problems import Problem, Related
from argmap.reporting import HOME, Report, Style, address, data, problems, remedy
from argmap.review.outcome import Checked
from argmap.review.pinning import Ruler, rooted


def write(files: Sequence[Checked], _: Style) -> str:
    """Return one diagnostic result."""
    rulers = {one.path: Ruler(one.text, "utf-8") for one in files if one.problems}
    found = [_diagnostic(one.path, problem, rulers[one.path]) for one, problem in problems(files)]
    return data({"source": {"name": "argmap", "url": HOME}, "diagnostics": found}) + "\n"


def _diagnostic(path: str, problem: Problem, ruler: Ruler) -> dict[str, Any]:
    made: dict[str, Any] = {
        "message": "\n".join(part for part in (problem.message, remedy(problem)) if part),
        "location": {"path": rooted(path), "range": _range(problem.span, ruler)},
        "severity": str(problem.severity).upper(),
        "code": {"value": problem.code, "url": address(problem.code)},
    }
    if mended := ruler.mended(problem.fix) if problem.fix else None:
        span, text = mended
        made["suggestions"] = [{"range": _range(span, ruler), "text": text}]
    if problem.related:
        made["related_locations"] = [_related(path, one, ruler) for one in problem.related]
    return made


def _related(path: str, related: Related, ruler: Ruler) -> dict[str, Any]:
    """Return a second place; of one in another file, whose text is not here, the lines alone."""
    span = related.span
    here = not related.path
    lines = {"start": {"line": span.line}, "end": {"line": span.end_line}}
    place = {"path": rooted(related.path or path), "range": _range(span, ruler) if here else lines}
    return {"message": related.message, "location": place}


def _range(span: Span, ruler: Ruler) -> dict[str, Any]:
    return {
        "start": {"line": span.line, "column": ruler.column(span.line, span.column)},
        "end": {"line": span.end_line, "column": ruler.column(span.end_line, span.end_column)},
    }


REPORT = Report("rdjson", write)
