"""Make the fixes of what a check finds in one text, round by round, until there are none left.

After each round the text is read and checked anew. Fixes that bring in new errors, or lose a
comment that they are not about, are undone; fixes that overlap others wait for the next round.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

from argmap.checking import examine
from argmap.loading import Document
from argmap.problems import Problem, Severity
from argmap.repair.amending import Amendable
from argmap.review.choosing import Plan
from argmap.review.outcome import Checked
from argmap.text import lines
from argmap.yamlfile.commenting import is_lost

_READINGS = 200  # so often is one text read anew at the most
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of a text: what was fixed in it, and what is left."""

    text: str
    checked: Checked
    fixed: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _State:
    """A text, what it says, and what is found in it."""

    document: Document
    checked: Checked

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return lines(self.text)

    @cached_property
    def faults(self) -> Counter[str]:
        """How often each error of the file as such is in it."""
        return _errors(self.document.problems)

    @cached_property
    def errors(self) -> Counter[str]:
        """How often each error is in it."""
        return _errors(self.checked.problems)


def _errors(problems: Sequence[Problem]) -> Counter[str]:
    return Counter(one.code for one in problems if one.severity is Severity.ERROR)


def repaired(
    document: Document, read: Callable[[str], Document], todo: Plan, *, unsafe: bool = False
) -> Repaired:
    """Return a document's text with the fixes that the rules of a plan and the faults of it have.

    `read` makes a document of a text. Fixes that may change what a map says are `unsafe`.
    """
    return _Repair(document, read, todo, unsafe).done()


class _Repair:
    """One text on its way. `refused` holds the fixes that were undone."""

    def __init__(
        self, document: Document, read: Callable[[str], Document], todo: Plan, unsafe: bool
    ) -> None:
        self.read, self.todo, self.unsafe = read, todo, unsafe
        self.here = _State(document, examine(document, todo))
        self.seen = {self.here.text}
        self.refused: set[Key] = set()
        self.fixed: list[Problem] = []
        self.left = _READINGS

    def done(self) -> Repaired:
        """Make fixes until there are none left that can be made."""
        while self.left > 0 and (wanted := self.wanted()):
            self.step(wanted)
        return Repaired(self.here.text, self.here.checked, tuple(self.fixed))

    def wanted(self) -> list[Problem]:
        """Return what is to be fixed next: faults of the file first, as they hide the rest."""
        found = [
            one
            for one in self.here.checked.problems
            if one.fix and (one.fix.safe or self.unsafe) and self.key(one) not in self.refused
        ]
        faults = {one.code for one in self.here.document.problems}
        return [one for one in found if one.code in faults] or found

    def step(self, wanted: list[Problem]) -> None:
        """Make as many fixes as can be made at once; of those that do harm, refuse the first."""
        amendable = Amendable(self.here.text)
        fixes = [one.fix for one in wanted if one.fix]
        chosen = list(compress(wanted, amendable.disjoint(fixes)))
        while chosen and self.left > 0:
            self.left -= 1
            edits = [edit for one in chosen if one.fix for edit in one.fix.edits]
            document = self.read(amendable.amended(edits))
            new = _State(document, examine(document, self.todo))
            if not self.is_harmful(new, amendable, chosen):
                self.here = new
                self.seen.add(new.text)
                self.fixed += chosen
                return
            if len(chosen) == 1:
                break
            chosen = chosen[: len(chosen) // 2]
        self.refused.update(self.key(one) for one in chosen or wanted)

    def is_harmful(self, new: _State, amendable: Amendable, chosen: Sequence[Problem]) -> bool:
        """Tell whether fixes have led nowhere, or to something worse."""
        places = [amendable.stretch(one.span)[0] for one in chosen]
        return (
            new.text in self.seen
            or is_lost(self.here.text, new.text, places)
            or _is_worse(self.here, new)
            or _is_vain(self.here, new, amendable, chosen)
        )

    def key(self, problem: Problem) -> Key:
        """Return what a fix is known by, wherever in the text it moves."""
        line = "".join(self.here.lines[problem.span.line - 1 : problem.span.line])
        title = problem.fix.title if problem.fix else ""
        return problem.code, problem.message, title, line.strip()


def _is_worse(before: _State, after: _State) -> bool:
    """Tell whether a text has new errors.

    As long as the file as such is faulty, what its faults hid does not count as new.
    """
    if len(after.checked.crashes) > len(before.checked.crashes):
        return True
    if before.document.built is None:
        return after.faults.total() > before.faults.total()
    if after.faults != before.faults:
        return bool(after.faults - before.faults)
    return bool(after.errors - before.errors)


def _is_vain(
    before: _State, after: _State, amendable: Amendable, chosen: Sequence[Problem]
) -> bool:
    """Tell whether a problem that should be fixed is still found where it was."""
    edits = [edit for one in chosen if one.fix for edit in one.fix.edits]
    there = Amendable(after.text)
    found = {(one.code, one.message, there.stretch(one.span)[0]) for one in after.checked.problems}
    tried, old, new = (
        Counter((one.code, one.message) for one in several)
        for several in (chosen, before.checked.problems, after.checked.problems)
    )
    for one in chosen:
        name = one.code, one.message
        if new[name] > old[name] - tried[name]:
            place = amendable.moved(amendable.stretch(one.span)[0], edits)
            if (*name, place) in found:
                return True
    return False
