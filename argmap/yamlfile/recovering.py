"""Read a text as far as it goes: where it cannot be read, note why, mend it in memory, read on.

So a slip in line 3 does not hide the one in line 30. The text in memory keeps its lines, and every
place in it is led back to where it is in the file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import yaml
from yaml.nodes import Node
from yaml.reader import ReaderError

from argmap.positions import Span
from argmap.text import slug
from argmap.yamlfile.closing import opened
from argmap.yamlfile.decoding import cleaned, is_odd
from argmap.yamlfile.diagnosing import diagnosed, unclear
from argmap.yamlfile.flaws import Flaw
from argmap.yamlfile.patching import Patchwork
from argmap.yamlfile.placing import Layout, lines_of
from argmap.yamlfile.surveying import Repair, Scene, Trouble
from argmap.yamlfile.tidying import is_plain
from argmap.yamlfile.tracing import KEYS, PROSE
from argmap.yamlfile.yamltext import FAST, Halt, Parsers, is_harmless, nodes, plain, understood

MAX_REPAIRS = 25
_WORK = 6_000_000  # characters that may be parsed again, so that a large file takes no longer
_NAME = re.compile(r"\bid: *[\"']?([\w-]+)|^ *(?:- +)?[\"']?([\w-]+)[\"']?:")
_GUESSED = frozenset({"AM016", "AM018", "AM035"})  # whose repair may not be what was meant


@dataclass(frozen=True)
class Reading:
    """What could be read of a text: its nodes, the text they are of, and the flaws on the way.

    `data` is what the nodes stand for, where they are in order already. `damaged` holds the lines,
    from 0, that had to be passed over, and `lost` what may be ids on them.
    """

    text: str
    layout: Layout | None = None
    flaws: tuple[Flaw, ...] = ()
    damaged: frozenset[int] = frozenset()
    lost: frozenset[str] = frozenset()
    data: Any = None


def reading(text: str, parsers: Parsers = FAST) -> Reading:
    """Return the nodes of a text, of as much of it as can be had."""
    try:
        return _Recovery(text, parsers).reading() if is_odd(text) else _read(text, parsers)
    except (yaml.YAMLError, UnicodeEncodeError):  # the latter for half of a surrogate pair
        return _Recovery(text, parsers).reading()
    except Halt as halt:
        if halt.flaw.code == "AM030":
            return _Recovery(text, parsers).reading()
        return Reading(text, None, (halt.flaw,))


def _read(text: str, parsers: Parsers) -> Reading:
    """Return what a text without faults of syntax is."""
    data, simple = None, is_plain(text)
    quick = simple and is_harmless(text)
    root, more = nodes(text, parsers, quick=quick)
    if simple and root is not None:
        try:
            data = understood(root) if quick else plain(root)
        except (TypeError, ValueError):
            root, more = nodes(text, parsers)
    layout = Layout(root, text) if root is not None else None
    return Reading(text, layout, _beside(root, more), data=data)


def _beside(root: Node | None, more: Span | None) -> tuple[Flaw, ...]:
    """Return the flaws of a text that could be parsed: that it is empty, or two."""
    if root is None:
        return (Flaw("AM006", Span(1, 1, 1, 1)),)
    return (Flaw("AM031", more),) if more else ()


class _Recovery:
    """A text on its way to one that can be read."""

    def __init__(self, text: str, parsers: Parsers) -> None:
        clean, flaws = cleaned(text)
        self.parsers = parsers
        self.flaws = list(flaws)
        self.patchwork = Patchwork(lines_of(clean))
        if self.patchwork.lines[-1]:
            self.patchwork.lines.append("")  # the parser sees one more line where the last is open
        self.left = max(2, min(MAX_REPAIRS, _WORK // (len(text) + 1)))
        self.damaged: set[int] = set()
        self.lost: set[str] = set()
        self.last: tuple[Trouble, Repair, Patchwork] | None = None

    def reading(self) -> Reading:
        """Repair and read, until it can be read or has been tried too often."""
        while True:
            text = "\n".join(self.patchwork.lines)
            try:
                root, more = nodes(text, self.parsers)
            except yaml.MarkedYAMLError as error:
                if not self.left:
                    return Reading(text, None, tuple(self.flaws))
                self.left -= 1
                self.repair(Trouble.of(error))
                continue
            except ReaderError:  # only what `cleaned` leaves, and it leaves nothing
                return Reading(text, None, tuple(self.flaws))
            except Halt as halt:
                self.flaws.append(self.written(halt.flaw))
                if halt.flaw.code != "AM030" or not self.left:
                    return Reading(text, None, tuple(self.flaws))
                self.left -= 1
                self.skip(halt.flaw.span.line - 1)
                continue
            if root is None:
                return Reading(text, None, tuple(self.flaws) or _beside(root, more))
            layout = Layout(root, text, self.patchwork.moved)
            flaws = (*self.flaws, *_beside(root, more))
            return Reading(text, layout, flaws, frozenset(self.damaged), frozenset(self.lost))

    def repair(self, trouble: Trouble) -> None:
        """Note a trouble and mend it; where the last mending was in vain, take it back first."""
        if self.last and self.is_vain(trouble):
            trouble, _, self.patchwork = self.last
            self.flaws.pop()
            repair = unclear(self.scene(trouble))
            self.last = None
        else:
            repair = diagnosed(self.scene(trouble))
            self.last = trouble, repair, self.patchwork.copy()
        self.flaws.append(self.flaw(repair))
        if not repair.exact:
            self.damage(line for line, *_ in repair.changes)
        self.patchwork.apply(repair.changes)

    def damage(self, numbers: Iterable[int]) -> None:
        """Remember lines that are passed over."""
        for number in numbers:
            line = self.patchwork.lines[number]
            self.damaged.add(number)
            self.lost.update(one[1] or one[2] for one in _NAME.finditer(line))
            self.lost.add(slug(line))

    def scene(self, trouble: Trouble) -> Scene:
        """Return a trouble among the lines as they are now."""
        return Scene(trouble, self.patchwork.lines, KEYS, PROSE)

    def skip(self, number: int) -> None:
        """Pass over the whole entry of the map in which a line stands."""
        lines = self.patchwork.lines
        while number > 0 and lines[number][:1] in ("", " ", "#", "-"):
            number -= 1
        changes = self.scene(Trouble(number, 0, "")).passed_over(number)
        self.damage(line for line, *_ in changes)
        self.patchwork.apply(changes)
        self.last = None

    def written(self, flaw: Flaw) -> Flaw:
        """Return a flaw of the text in memory at its place in the file."""
        span = flaw.span
        return replace(
            flaw, span=self.patchwork.span(span.line - 1, span.column - 1, span.end_column - 1)
        )

    def is_vain(self, trouble: Trouble) -> bool:
        """Tell whether the parser stops where it did, or at what was meant to help."""
        if self.last is None:
            return False
        before, repair, patchwork = self.last
        if repair.code == "AM015" and opened(self.scene(trouble)) not in (None, repair.related):
            return False  # one bracket is closed, and those around it are still open
        here = self.patchwork.moved(trouble.line, trouble.column)
        there = patchwork.moved(before.line, before.column)
        return here == there or (
            here < there and trouble.line in {line for line, *_ in repair.changes}
        )

    def flaw(self, repair: Repair) -> Flaw:
        """Return the flaw that a repair mends."""
        patchwork = self.patchwork
        related = None
        if repair.related:
            line, column = repair.related
            related = patchwork.span(line, column, column + 1)
        return Flaw(
            repair.code,
            patchwork.span(repair.line, repair.start, repair.end),
            repair.slots,
            repair.variant,
            patchwork.edits(repair.changes) if repair.offered else (),
            repair.code not in _GUESSED,
            related,
        )
