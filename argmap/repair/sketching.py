"""A YAML text as its writer laid it out: its parts, and the comments that belong to each.

A comment on a line of its own belongs to the entry below it, or stands at the foot of the list or
mapping that it is indented like. A comment behind something belongs to that.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from argmap.text import columns
from argmap.yamlfile.commenting import LOADER, Tokens


class Unsketched(Exception):
    """A text with something in it that has no place in a sketch, as an alias for a key."""


@dataclass(slots=True)
class Remark:
    """A comment; `blank` tells that a blank line goes before it, `column` where it stood."""

    text: str
    column: int = 0
    blank: bool = False

    @property
    def is_glued(self) -> bool:
        """Whether it may have been meant as text: no space follows its sign, as in `We are #1`."""
        return self.text[1:2] not in ("", " ", "\t", "#")

    @property
    def is_order(self) -> bool:
        """Whether it tells argmap something about a line, as what silences a rule does."""
        return "argmap:" in self.text


@dataclass(slots=True)
class Part:
    """A text, number or alias, or a list or mapping with its entries; `foot` follows the last.

    `kind` is scalar, alias, list or mapping; `style` is the mark that a scalar begins with.
    """

    kind: str
    start: int
    value: str = ""
    style: str = ""
    anchor: str = ""
    flow: bool = False
    end: int = 0
    on_one_line: bool = True
    entries: list["Entry"] = field(default_factory=list)
    foot: list[Remark] = field(default_factory=list)

    @property
    def is_collection(self) -> bool:
        """Whether it has entries."""
        return self.kind in ("list", "mapping")


@dataclass(slots=True)
class Entry:
    """An item of a list, or a key and its value, with the comments above and beside it."""

    value: Part
    start: int
    column: int
    blank: bool = False
    key: Part | None = None
    above: list[Remark] = field(default_factory=list)
    beside: list[Remark] = field(default_factory=list)


@dataclass(slots=True)
class Sketch:
    """A whole text: the directives and comments on top, and the root."""

    root: Part
    head: list[Remark] = field(default_factory=list)
    directives: list[str] = field(default_factory=list)


def sketch(text: str) -> Sketch:
    r"""Return a text that can be read, with `\n` for line ends, as its parts and comments.

    >>> found = sketch("# top\na: 1 # one\nb:\n  # two\n  - x\n# end\n")
    >>> entries = found.root.entries
    >>> found.head[0].text, entries[0].beside[0].text, entries[1].value.entries[0].above[0].text
    ('# top', '# one', '# two')
    """
    return _Sketcher(text).sketched()


class _Sketcher:
    """Goes through a text twice: for its tokens, and for its structure."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blank_lines: set[int] = set()
        self.starts: list[int] = []
        offset = 0
        for number, line in enumerate(text.split("\n")):
            self.starts.append(offset)
            offset += len(line) + 1
            if not line.strip():
                self.blank_lines.add(number)
        self.tokens = Tokens(text)
        self.last: tuple[int, int] = (-1, 0)  # of a comment: the chain it had, and its level

    def sketched(self) -> Sketch:
        """Return the sketch."""
        events = yaml.parse(self.text, Loader=LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        found = Sketch(self.part(next(events), events), directives=self.tokens.directives)
        if not found.root.is_collection:
            raise Unsketched
        for offset, words in self.tokens.comments():
            self.attach(found, offset, words)
        return found

    def part(self, event: Any, events: Iterator[Any]) -> Part:
        """Return the part that begins with an event."""
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            return Part("alias", start, str(event.anchor), end=end)
        if event.tag is not None:
            raise Unsketched
        anchor = event.anchor or ""
        if isinstance(event, yaml.ScalarEvent):
            found = Part("scalar", start, event.value, event.style or "", anchor, end=end)
        else:
            kind = "list" if isinstance(event, yaml.SequenceStartEvent) else "mapping"
            found = Part(kind, start, anchor=anchor, flow=bool(event.flow_style))
            inner: Any = next(events)
            while not _ends(inner):
                found.entries.append(self.entry(inner, events, found))
                inner = next(events)
            found.end = inner.end_mark.index
        found.on_one_line = "\n" not in self.text[start : found.end].rstrip()
        return found

    def entry(self, event: Any, events: Iterator[Any], holder: Part) -> Entry:
        """Return the entry that begins with an event."""
        first = self.part(event, events)
        start = first.start
        key, value = None, first
        if holder.kind == "mapping":
            if first.kind != "scalar":
                raise Unsketched
            key, value = first, self.part(next(events), events)
        elif not holder.flow:
            dashes = self.tokens.dashes
            start = dashes[bisect_left(dashes, start) - 1]
        line = bisect_left(self.starts, start + 1) - 1
        blank = not holder.flow and line - 1 in self.blank_lines
        return Entry(value, start, start - self.starts[line], blank, key)

    def attach(self, found: Sketch, offset: int, words: str) -> None:
        """Give a comment to what it belongs to."""
        line = bisect_left(self.starts, offset + 1) - 1
        begin = self.starts[line]
        before = self.text[begin:offset]
        alone = not before.strip()
        remark = Remark(words, columns(before), alone and line - 1 in self.blank_lines)
        chain = self.chain(found.root, offset, alone=alone)
        owner = next((part.entries[at] for part, at in reversed(chain) if at >= 0), None)
        if owner is None:
            found.head.append(remark)
        elif not alone:
            owner.beside.append(remark)
        elif chain[-1][1] >= 0 and offset < owner.value.start:
            owner.above.append(remark)
        else:
            self.alone(chain, remark, owner.start)

    def chain(self, root: Part, offset: int, *, alone: bool) -> list[tuple[Part, int]]:
        """Return the lists and mappings around a place, each with its last entry before it."""
        found = []
        part = root
        while True:
            at = bisect_left([one.start for one in part.entries], offset) - 1
            found.append((part, at))
            if at < 0:
                return found
            value = part.entries[at].value
            if not value.is_collection or (value.flow and offset >= value.end):
                return found
            if offset < value.start and (value.flow or not alone):
                return found
            part = value

    def alone(self, chain: list[tuple[Part, int]], remark: Remark, after: int) -> None:
        """Give a comment with a line of its own to the entry below, or to the foot of a part."""
        goal = next(
            (level for level in range(len(chain) - 1, -1, -1) if _has_next(*chain[level])), -1
        )
        level = goal
        if chain[-1][0].flow:
            level = len(chain) - 1
        elif goal < len(chain) - 1:
            ended = range(goal + 1, len(chain))
            edge = chain[goal][0].entries[0].column if goal >= 0 else -1
            inner = [one for one in ended if chain[one][0].entries[0].column <= remark.column]
            level = inner[-1] if inner and remark.column > edge else max(goal, 0)
        if self.last[0] == after:
            level = min(level, self.last[1])
        self.last = after, level
        part, at = chain[level]
        if _has_next(part, at):
            part.entries[at + 1].above.append(remark)
        else:
            part.foot.append(remark)


def _ends(event: Any) -> bool:
    return isinstance(event, yaml.CollectionEndEvent)


def _has_next(part: Part, at: int) -> bool:
    return at + 1 < len(part.entries)
