"""SARIF 2.1.0, for code scanning: findings with their rules, second places, fixes, fingerprints.

Columns count UTF-16 code units, paths are relative to the root of the sources.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (§ numbers below are of that text)
"""

import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import Any
from urllib.parse import quote

from argmap.linting import rules
from argmap.phrasing import phrases
from argmap.positions import Span
from argmap.problems import Fix, Problem, Severity
from argmap.reporting import HOME, Report, Style, address, data, problems, remedy
from argmap.review.codes import Code, codes
from argmap.review.outcome import Checked
from argmap.review.pinning import Ruler, fingerprints, rooted
from argmap.version import __version__
from argmap.yamlfile.faults import faults

Json = dict[str, Any]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ADVICE = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LIMIT = 1024  # characters of a description that GitHub shows
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_LINK = re.compile(r"\[(?=[^\]]*\]\()")


def write(files: Sequence[Checked], style: Style) -> str:
    """Return a log of one run."""
    found = sorted({problem.code for _, problem in problems(files)})
    known = _known(found, style.lang)
    entries = [_rule(known[code], style.lang) if code in known else {"id": code} for code in found]
    numbers = {code: number for number, code in enumerate(found)}
    run = {
        "tool": {"driver": _driver(entries, style.lang)},
        "invocations": [_invocation(files, style.root)],
        "originalUriBaseIds": {_BASE: {"description": {"text": "the root of the sources"}}},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [result for one in files for result in _results(one, numbers, style.root)],
    }
    return data({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _known(found: Sequence[str], lang: str) -> Mapping[str, Code]:
    """Return what there is to say about codes; nothing of those that nobody explains."""
    named = [code for code in found if code in faults() or code in rules()]
    return {one.code: one for one in codes(named, lang)} if named else {}


def _driver(entries: Sequence[Json], lang: str) -> Json:
    return {
        "name": "argmap",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "language": lang,
        "rules": entries,
    }


def _invocation(files: Sequence[Checked], root: str) -> Json:
    """Say whether the check went through, and what of argmap's own failed."""
    crashes = [(one, crash) for one in files for crash in one.crashes]
    made: Json = {"executionSuccessful": not crashes}
    if crashes:
        made["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": _message(str(crash)),
                "locations": [{"physicalLocation": {"artifactLocation": _file(one.path, root)}}],
            }
            for one, crash in crashes
        ]
    return made


def _rule(code: Code, lang: str) -> Json:
    """Return what a code means (§3.49); `help` is what GitHub shows below a finding."""
    say = phrases("check", lang)
    what = _sentence(code.what)
    full = f"{what} {' '.join(code.why.split())}"
    return {
        "id": code.code,
        "name": "".join(word.capitalize() for word in code.slug.split("-")),
        "shortDescription": {"text": what},
        "fullDescription": {"text": textwrap.shorten(full, _LIMIT, placeholder=" …")},
        "help": {
            "text": f"{full}\n\n{say('remedy')}: {code.remedy}",
            "markdown": _explained(code, lang),
        },
        "helpUri": address(code.code),
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {
            "tags": [say(f"family-{code.family}")],
            "problem.severity": _ADVICE[code.severity],
        },
    }


def _sentence(text: str) -> str:
    """Return a message as a sentence of its own.

    >>> _sentence("…: there is no key `…`")
    'There is no key `…`.'
    """
    text = text.removeprefix("…: ")
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"


def _explained(code: Code, lang: str) -> str:
    """Return what a code means as Markdown, with its examples."""
    say = phrases("check", lang)
    parts = [_sentence(code.what), code.why, f"**{say('remedy')}:** {code.remedy}"]
    for key, examples in (("bad", code.bad), ("good", code.good)):
        for one in examples:
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", one) or [""]))
            parts.append(f"**{say(key)}:**\n\n{fence}yaml\n{one.rstrip()}\n{fence}")
    return "\n\n".join(part for part in parts if part)


def _results(one: Checked, numbers: Mapping[str, int], root: str) -> list[Json]:
    if not one.problems:
        return []
    page = _Page(_file(one.path, root), Ruler(one.text))
    prints = fingerprints(one, root)
    return [
        page.result(problem, numbers[problem.code], known, root)
        for problem, known in zip(one.problems, prints, strict=True)
    ]


class _Page:
    """One file and its lines, and how findings in it are written."""

    def __init__(self, file: Json, ruler: Ruler) -> None:
        self.file, self.ruler = file, ruler

    def result(self, problem: Problem, number: int, fingerprint: str, root: str) -> Json:
        """Return one finding (§3.27)."""
        told = remedy(problem)
        made: Json = {
            "ruleId": problem.code,
            "ruleIndex": number,
            "level": _LEVELS[problem.severity],
            "message": _message(problem.message + (f"\n{told}" if told else "")),
            "locations": [{"physicalLocation": self.place(problem.span)}],
            "partialFingerprints": {"argmap/v1": fingerprint},
        }
        if problem.related:
            made["relatedLocations"] = [
                {
                    "id": place,
                    "message": _message(one.message),
                    "physicalLocation": _elsewhere(_file(one.path, root), one.span)
                    if one.path
                    else self.place(one.span),
                }
                for place, one in enumerate(problem.related, 1)
            ]
        if problem.fix:
            made["fixes"] = [self.fix(problem.fix)]
        return made

    def place(self, span: Span) -> Json:
        """Return a place with its text and that of its lines (§3.29)."""
        lines = self.ruler.lines[span.line - 1 : span.end_line]
        return {
            "artifactLocation": self.file,
            "region": self.region(span) | {"snippet": {"text": self.ruler.spanned(span)}},
            "contextRegion": {
                "startLine": span.line,
                "endLine": span.end_line,
                "snippet": {"text": "\n".join(lines)},
            },
        }

    def region(self, span: Span) -> Json:
        """Return a stretch of text (§3.30), whose end is exclusive there too."""
        return {
            "startLine": span.line,
            "startColumn": self.ruler.column(span.line, span.column),
            "endLine": span.end_line,
            "endColumn": self.ruler.column(span.end_line, span.end_column),
        }

    def fix(self, fix: Fix) -> Json:
        """Return a fix, whose replacements belong together (§3.55)."""
        replacements = [
            {"deletedRegion": self.region(one.span), "insertedContent": {"text": one.text}}
            for one in fix.edits
        ]
        return {
            "description": _message(fix.title),
            "artifactChanges": [{"artifactLocation": self.file, "replacements": replacements}],
            "properties": {"safe": fix.safe},
        }


def _elsewhere(file: Json, span: Span) -> Json:
    """Return a place in a file whose text is not at hand, so that its columns are not known."""
    lines = {"startLine": span.line, "endLine": span.end_line}
    return {"artifactLocation": file, "region": lines}


def _file(path: str, root: str) -> Json:
    """Return a file by its URI, relative to the root of the sources where it is in there (§3.4)."""
    name = rooted(path, root)
    if FilePath(name).is_absolute():
        return {"uri": FilePath(name).as_uri()}
    return {"uri": quote(name), "uriBaseId": _BASE}


def _message(text: str) -> Json:
    r"""Return a message in which nothing is a placeholder or a link (§3.11.5, §3.11.6).

    >>> _message("{0} of [a](b), [c]")["text"]
    '{{0}} of \\[a](b), [c]'
    """
    return {"text": _LINK.sub(r"\[", _PLACEHOLDER.sub(r"{{\1}}", text))}


REPORT = Report("sarif", write)
