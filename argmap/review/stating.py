"""From what a rule has found to a problem: a place in the text, words in a language, a fix."""

import re
from collections.abc import Mapping
from functools import cached_property

from argmap.linting import Also, Found, Mend, Rule, Wording
from argmap.loading import Document
from argmap.phrasing import Phrases, phrases
from argmap.positions import Path, Span
from argmap.problems import Edit, Fix, Problem, Related, Severity
from argmap.repair.editing import Change, Insert, Remove, Rename, Replace, Source, edits
from argmap.spelling import spelt
from argmap.text import lines, one_line


class Statement:
    """How findings in one document are stated in one language."""

    def __init__(self, document: Document, lang: str) -> None:
        self.document, self.lang = document, lang

    @cached_property
    def source(self) -> Source:
        """The text as fixes need it."""
        layout = self.document.layout
        return Source(self.document.text, layout.root if layout else None)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return lines(self.document.text)

    @cached_property
    def phrases(self) -> Phrases:
        """The words that belong to no single rule."""
        return phrases("check", self.lang)

    def problem(self, rule: Rule, found: Found, severity: Severity) -> Problem:
        """Return the problem that a finding is."""
        said = rule.said(found.variant)
        message = self.fill(said.message, found.values)
        mend = found.mend
        if found.near is not None:
            message = self.phrases("near", message=message, near=found.near)
            mend = mend or Mend((_renaming(found, found.near),), safe=False)
        return Problem(
            code=rule.code,
            severity=severity,
            message=message,
            span=found.span or self.place(found.path, key=found.key),
            path=self.document.path,
            help=self.fill(said.help or rule.help, found.values),
            related=tuple(self.related(rule, one) for one in found.also),
            fix=self.fix(rule, found, mend) if mend else None,
        )

    def place(self, path: Path, *, key: bool) -> Span:
        """Return where a finding is shown: of what takes many lines, only the key or first key."""
        span = self.document.locate(path, key=key)
        if span.line != span.end_line and self.document.is_collection(path):
            return self.document.locate(path, key=True)
        return span

    def fill(self, wording: Wording, values: Mapping[str, object]) -> str:
        """Return a sentence in the user's language with its slots filled, on one line."""
        template = wording.get(self.lang) or wording["en"]
        return one_line(template.format_map(values))

    def related(self, rule: Rule, also: Also) -> Related:
        """Return a second place with its label."""
        span = self.place(also.path, key=also.key)
        return Related(span, self.fill(rule.notes[also.note], also.values))

    def fix(self, rule: Rule, found: Found, mend: Mend) -> Fix | None:
        """Return the fix, or None where the text does not allow it."""
        made = edits(self.source, mend.changes)
        if made is None:
            return None
        title = (
            self.fill(rule.notes[mend.title], found.values)
            if mend.title
            else self.named(mend.changes[0])
        )
        return Fix(title, made, mend.safe)

    def named(self, change: Change | Edit) -> str:
        """Say what a change does."""
        old = new = ""
        match change:
            case Edit(span, new):
                old = self.at(span)
            case Replace(path, value):
                old, new = self.at(self.document.locate(path)), str(value)
            case Rename(path, new):
                old = str(path[-1])
            case Remove(path):
                key = path[-1]
                old = key if isinstance(key, str) else self.at(self.document.locate(path))
            case Insert(path, value):
                key = path[-1]
                new = spelt(value) if isinstance(key, int) else f"{key}: {spelt(value)}"
        does = "insert" if not old else "replace" if new else "remove"
        return self.phrases(does, old=old, new=one_line(new))

    def at(self, span: Span) -> str:
        """Return what stands in the first line of a span, if it is not too long to be quoted."""
        line = self.lines[span.line - 1]
        end = span.end_column - 1 if span.line == span.end_line else len(line)
        text = one_line(_QUOTES.sub(r"\2", line[span.column - 1 : end]))
        return text if len(text) <= _QUOTABLE else f"{text[:_QUOTABLE]}…"


_QUOTABLE = 60
_QUOTES = re.compile(r"\A(['\"])(.*)\1\Z")


def _renaming(found: Found, name: str) -> Change | Edit:
    """Return the change that puts a name where a wrong one stands."""
    if found.span:
        return Edit(found.span, name)
    return Rename(found.path, name) if found.key else Replace(found.path, name)
