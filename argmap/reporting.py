"""What a form of output is: from the findings in files to a text.

To add one, add a file to `argmap/reports/` that binds a `Report`.
"""

import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from argmap.phrasing import phrases
from argmap.plugins import member
from argmap.positions import Span
from argmap.problems import Fix, Problem, Severity
from argmap.review.outcome import Checked
from argmap.text import printable

HOME = "https://argmap.dev"
UNREADABLE = frozenset({"AM007", "AM008", "AM009"})
_STALE = "AM098"  # is found in a baseline, which is no map


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is made up: the language of its words, and what a terminal can show.

    `width` is 0 where lines may be of any length. `root` is the folder from which paths are given
    to services that know the repository; `fail_on` the least grave finding that makes a check fail.
    """

    lang: str = "en"
    colour: bool = False
    links: bool = False
    width: int = 0
    root: str = ""
    fail_on: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Report:
    """One form of output; `write` gives all that goes to standard output or into a file."""

    name: str
    write: Callable[[Sequence[Checked], Style], str]


def style(stream: TextIO, lang: str = "en") -> Style:
    """Return what a stream can show; colours and links are for terminals alone."""
    terminal = stream.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    bounded = terminal or "COLUMNS" in os.environ
    return Style(
        lang=lang,
        colour=terminal and not plain,
        links=terminal and not plain,
        width=shutil.get_terminal_size().columns if bounded else 0,
    )


def report(name: str) -> Report:
    """Return a form by name, or raise `UnknownName`."""
    return member("reports", Report, name)


def problems(files: Sequence[Checked]) -> Iterator[tuple[Checked, Problem]]:
    """Yield every problem with its file, in order."""
    return ((one, problem) for one in files for problem in one.problems)


def summary(files: Sequence[Checked], lang: str) -> str:
    """Return one line on all files: how many, and how many problems of each severity."""
    say = phrases("check", lang)
    told = counts(files, lang)
    fixable = sum(one.fix is not None and one.fix.safe for _, one in problems(files))
    silenced = sum(one.silenced for one in files)
    aside = [say(key, count=n) for key, n in (("fixable", fixable), ("silenced", silenced)) if n]
    if aside:
        told += f" ({', '.join(aside)})"
    if crashed := sum(bool(one.crashes) for one in files):
        told += f"; {_counted(lang, 'failed', crashed)}"
    maps = sum(not one.problems or any(p.code != _STALE for p in one.problems) for one in files)
    return say("summary", files=_counted(lang, "files", maps), found=told)


def counts(files: Sequence[Checked], lang: str) -> str:
    """Return how many problems of each severity there are."""
    grades = Counter(one.severity for _, one in problems(files))
    parts = [_counted(lang, f"{grade}s", grades[grade]) for grade in Severity if grades[grade]]
    return ", ".join(parts) or phrases("check", lang)("nothing")


def _counted(lang: str, key: str, count: int) -> str:
    return phrases("check", lang)(f"{key}-one" if count == 1 else key, count=count)


def line(path: str, problem: Problem) -> str:
    """Return one finding's line, as editors and `grep` like it.

    >>> line("a.yaml", Problem("AM103", Severity.ERROR, "no claim 'wett'"))
    "a.yaml:1:1: AM103 no claim 'wett'"
    """
    span = problem.span
    return f"{printable(path)}:{span.line}:{span.column}: {problem.code} {problem.message}"


def remedy(problem: Problem) -> str:
    """Return what to do about a problem, in one sentence."""
    return problem.fix.title if problem.fix else problem.help


def address(code: str) -> str:
    """Return where a code is explained."""
    return f"{HOME}/rules/{code}"


def entry(path: str, problem: Problem) -> dict[str, Any]:
    """Return one finding as plain data."""
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.message,
        "path": path,
        **_place(problem.span),
        "fix": _mended(problem.fix) if problem.fix else None,
    }


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _mended(fix: Fix) -> dict[str, Any]:
    edits = [_place(one.span) | {"text": one.text} for one in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def data(value: Any, indent: int | None = 2) -> str:
    r"""Return plain data as JSON in UTF-8, in which nothing but `\n` ends a line.

    >>> print(data(["é", "\udc80\u2028"], None))
    ["é", "\udc80\u2028"]
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _NOT_PLAIN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


_NOT_PLAIN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
