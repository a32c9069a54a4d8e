"""Problems as plain data and back, to be kept in a file.

What comes back is looked at closely: it may have been written by anyone.

>>> kept = packed(Problem("AM103", Severity.ERROR, "no claim 'wett'", Span(3, 5, 3, 9), "a.yaml"))
>>> kept
['AM103', 'error', "no claim 'wett'", [3, 5, 3, 9], '', [], None]
>>> unpacked(kept, "b.yaml").path
'b.yaml'
"""

from typing import Any

from argmap.positions import Span
from argmap.problems import Edit, Fix, Problem, Related, Severity

_SEVERITIES = {str(one): one for one in Severity}


def packed(problem: Problem) -> list[Any]:
    """Return a problem as JSON can hold it, without the path of its file."""
    fix = problem.fix
    return [
        problem.code,
        str(problem.severity),
        problem.message,
        _numbers(problem.span),
        problem.help,
        [[_numbers(one.span), one.message, one.path] for one in problem.related],
        fix and [fix.title, [[_numbers(one.span), one.text] for one in fix.edits], fix.safe],
    ]


def unpacked(said: Any, path: str) -> Problem:
    """Return the problem of a file, or raise `TypeError`, `ValueError` or `KeyError` for none."""
    code, severity, message, span, advice, related, fix = said
    return Problem(
        _text(code),
        _SEVERITIES[severity],
        _text(message),
        _span(span),
        path,
        _text(advice),
        tuple([Related(_span(at), _text(note), _text(where)) for at, note, where in related]),
        None if fix is None else _fix(*fix),
    )


def _fix(title: Any, edits: Any, safe: Any) -> Fix:
    made = tuple(Edit(_span(span), _text(text)) for span, text in edits)
    return Fix(_text(title), made, safe is True)


def _numbers(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]


def _span(numbers: Any) -> Span:
    line, column, end_line, end_column = numbers
    if not (type(line) is type(column) is type(end_line) is type(end_column) is int):
        raise TypeError(numbers)
    if min(numbers) < 1:
        raise ValueError(numbers)
    return Span(line, column, end_line, end_column)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError(value)
    return value
