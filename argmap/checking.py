"""Check one file: run the rules, find the places, fill the words, heed what is silenced."""

import traceback
from dataclasses import replace
from pathlib import Path as FilePath

from argmap.building import Built
from argmap.linting import Rule, Scan, Silenced
from argmap.loading import Document, read
from argmap.positions import Path
from argmap.problems import Problem, Severity
from argmap.review.choosing import Plan, plan
from argmap.review.outcome import Checked, Crash, Failed
from argmap.review.silencing import Silencing, silencings
from argmap.review.stating import Statement
from argmap.settings import Settings


def check(
    source: Document | FilePath | str, settings: Settings | None = None
) -> tuple[Problem, ...]:
    """Return every problem of a file, or of a document that is read already, in order of place."""
    todo = plan(settings or Settings())
    document = source if isinstance(source, Document) else read(source, language=todo.lang)
    found = examine(document, todo)
    if found.crashes:
        raise Failed(found.crashes)
    return found.problems


def examine(document: Document, todo: Plan) -> Checked:
    """Run the rules of a plan over a document; one that fails does not stop the others."""
    run = _Run(document, todo)
    if document.built is not None:
        run.rules(document.built)
    problems = tuple(sorted(run.kept, key=lambda one: one.place))
    text = document.text if problems else ""
    return Checked(document.path, text, problems, run.silenced, tuple(run.crashes))


class _Run:
    """One file under the rules of a plan."""

    def __init__(self, document: Document, todo: Plan) -> None:
        self.document, self.todo = document, todo
        self.statement = Statement(document, todo.lang)
        self.kept: list[Problem] = []
        self.crashes: list[Crash] = []
        self.comments: tuple[Silencing, ...] = ()
        if document.built:
            self.comments = silencings(document.text, lambda: document.layout)
        self.used: set[tuple[Silencing, str]] = set()
        self.silenced = 0
        for one in document.problems:
            self.fault(one)

    def fault(self, fault: Problem) -> None:
        """Take up a fault of the file, which no comment silences; an error stays what it is."""
        if fault.severity is Severity.ERROR:
            self.kept.append(fault)
        elif fault.code not in self.todo.hidden:
            grade = self.todo.graded.get(fault.code, fault.severity)
            self.kept.append(replace(fault, severity=grade))

    def rules(self, built: Built) -> None:
        """Run the rules, those that look at the others' findings last."""
        scan = Scan(self.document, built, self.todo.thresholds, words=self.todo.words)
        sound = self.document.is_sound
        chosen = [rule for rule in self.todo.rules if sound or not rule.whole]
        for rule in chosen:
            if not rule.last and (found := self.found(rule, scan)):
                self.kept += (one for one in found if not self.heeded(one))
        ran = frozenset(rule.code for rule in chosen)
        silenced = Silenced(self.comments, frozenset(self.used), self.todo.known, ran)
        for rule in chosen:
            if rule.last:
                self.kept += self.found(rule, replace(scan, silenced=silenced))

    def found(self, rule: Rule, scan: Scan) -> list[Problem]:
        """Run one rule; an exception in it is a fault of ours, and no reason to stop."""
        found = []
        try:
            for one in rule.check(scan):
                if self.document.mended and self.is_mended(one.path):
                    continue
                severity = self.todo.severity(rule, one.variant)
                found.append(self.statement.problem(rule, one, severity))
        except Exception as error:
            told = f"{type(error).__name__}: {error}"
            crash = Crash(rule.code, self.document.path, told, traceback.format_exc())
            self.crashes.append(crash)
        return found

    def is_mended(self, path: Path) -> bool:
        """Tell whether a place is at fault already, and what is found there may be no more."""
        return any(path[: len(one)] == one for one in self.document.mended)

    def heeded(self, problem: Problem) -> bool:
        """Tell whether a comment silences a problem, and remember that it did."""
        if not self.comments:
            return False
        known = self.todo.known
        uses = [
            (comment, name)
            for comment in self.comments
            if comment.covers(problem.span)
            for name, _ in comment.names
            if known.get(name) == problem.code
        ]
        self.used.update(uses)
        self.silenced += bool(uses)
        return bool(uses)
