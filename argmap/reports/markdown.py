"""Tables for a comment on a pull request, or for the summary of a job.

What a map says is text there: no markup, no link, no picture, and nobody is called by name. What
would not fit into a comment is left out and counted.
https://github.github.com/gfm/
"""

import re
from collections.abc import Iterator, Sequence

from argmap.phrasing import phrases
from argmap.problems import Problem, Severity
from argmap.reporting import Report, Style, address, remedy, summary
from argmap.review.outcome import Checked
from argmap.review.pinning import rooted
from argmap.text import one_line

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}
_ROOM = 60_000  # characters, of the 65,536 that GitHub takes in a comment
_MARKUP = re.compile(r"([\\`*_{}\[\]|~$]|:(?=//)|(?<=\bwww)\.|(?<=\bmailto):)", re.I)
_CALL = re.compile(r"[@#](?=\w)")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write(files: Sequence[Checked], style: Style) -> str:
    """Return a headline and a table for each file in which there is something."""
    parts = [f"**argmap**: {text(summary(files, style.lang))}\n"]
    room, left_out = _ROOM, 0
    for part, findings in _parts(files, style.lang):
        room -= len(part)
        if room >= 0:
            parts.append(part)
        else:
            left_out += findings
    if left_out:
        parts.append(f"\n{phrases('check', style.lang)('more', count=left_out)}\n")
    return "".join(parts)


def _parts(files: Sequence[Checked], lang: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of all sections, and how many findings each tells."""
    say = phrases("check", lang)
    heads = "".join(f" {say(key)} |" for key in ("place", "finding", "remedy"))
    for one in files:
        if one.problems or one.crashes:
            yield f"\n{code(rooted(one.path))}\n", 0
        if one.problems:
            yield f"\n|{heads}\n|---|---|---|\n", 0
        for problem in one.problems:
            yield _row(problem, say(problem.severity)), 1
        for crash in one.crashes:
            yield f"\n{text(say('crashed', error=crash))}\n", 0


def _row(problem: Problem, severity: str) -> str:
    cells = (
        f"{problem.span.line}:{problem.span.column}",
        f"{_SIGNS[problem.severity]} {severity} [{problem.code}]({address(problem.code)}): "
        f"{text(problem.message)}",
        text(remedy(problem)),
    )
    return f"| {' | '.join(cells)} |\n"


def text(words: str) -> str:
    r"""Return a text as it can stand in a cell, nothing in it taken for more than it says.

    >>> print(text("a|b *c* <d> [e](f) https://g.h @you #7 & `i`"))
    a\|b \*c\* &lt;d&gt; \[e\](f) https\://g.h @&#8203;you #&#8203;7 &amp; \`i\`
    """
    plain = _MARKUP.sub(r"\\\1", one_line(words).translate(_ENTITIES))
    return _CALL.sub(lambda found: f"{found[0]}&#8203;", plain)


def code(words: str) -> str:
    """Return a text as code, whatever is in it.

    >>> print(code("a.yaml"), code("`a`"))
    `a.yaml` `` `a` ``
    """
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    fence, gap = "`" * (longest + 1), " " if "`" in words else ""
    return f"{fence}{gap}{words}{gap}{fence}"


REPORT = Report("markdown", write)
