"""Changes to a file in terms of paths of keys, and the text edits that make them.

A rule or a program says *what* is to change: `Replace`, `Rename`, `Remove`, `Insert`. `edits`
turns that into replacements of stretches of text, so that comments and layout stay as they are.
Where this cannot be done without losing something else, such as a comment or an anchor, there is
no edit, and the user is left to do it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from argmap.positions import Path, Span
from argmap.problems import Edit
from argmap.spelling import Plain, spelt
from argmap.yamlfile.yamltext import Halt, nodes


@dataclass(frozen=True, slots=True)
class Replace:
    """The value at `path` becomes `value`."""

    path: Path
    value: Plain


@dataclass(frozen=True, slots=True)
class Rename:
    """The last key of `path` becomes `key`."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Remove:
    """The entry or item at `path` goes, and what holds it where it was the only one."""

    path: Path


@dataclass(frozen=True, slots=True)
class Insert:
    """A new entry or item at `path`, whose last key is the new one; `first` before all others.

    An item goes before the one that has its number now. Where a plain text stands that could as
    well be a mapping with `text`, it becomes one, and the entry goes before or behind that text.
    """

    path: Path
    value: Plain
    first: bool = False


Change = Replace | Rename | Remove | Insert
_LINE_END = re.compile(r"\r\n|\r|\n")


class Impossible(Exception):
    """A change that cannot be made in this text without losing something."""


def edits(source: "Source", changes: Iterable[Change | Edit]) -> tuple[Edit, ...] | None:
    """Return the edits that make the changes, or None where one of them cannot be made.

    >>> source = Source("thesis: {ref: wett}")
    >>> [one.text for one in edits(source, [Replace(("thesis", "ref"), "wet")])]
    ['wet']
    """
    try:
        return tuple(
            edit
            for one in changes
            for edit in ([one] if isinstance(one, Edit) else source.made(one))
        )
    except (Impossible, Halt, yaml.YAMLError):
        return None


class Source:
    """A text and its YAML nodes, which know where they stand."""

    def __init__(self, text: str, root: Any = None) -> None:
        self.text = text.removeprefix("\ufeff")
        self.known = root  # the node of the whole document, where it has been read already
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.here: dict[int, list[bool]] = {}

    @cached_property
    def root(self) -> Any:
        """The node of the whole document."""
        return nodes(self.text)[0] if self.known is None else self.known

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(one.end() for one in _LINE_END.finditer(self.text))]

    def made(self, change: Change) -> list[Edit]:
        """Return the edits for one change."""
        match change:
            case Replace(path, value):
                return [self.edit(*self.extent(self.node(path)), spelt(value))]
            case Rename(path, key):
                return [self.edit(*self.extent(self.key(path)), spelt(key))]
            case Remove(path):
                return [self.removed(path)]
            case Insert(path, value, first):
                return self.inserted(path, value, first=first)

    def edit(self, start: int, end: int, text: str) -> Edit:
        """Return the edit of a stretch between two offsets."""
        return Edit(Span(*self.position(start), *self.position(end)), text)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def entries(self, node: Any) -> list[tuple[Any, Any]]:
        """Return what a collection holds, as pairs of key (an item is its own) and value."""
        if isinstance(node, yaml.MappingNode):
            return list(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [(one, one) for one in node.value]
        raise Impossible

    def held(self, node: Any) -> list[tuple[Any, Any]]:
        """Return the entries of a collection, all of which are written in it, none an alias."""
        if all(self.in_place(node)):
            return self.entries(node)
        raise Impossible

    def in_place(self, node: Any) -> list[bool]:
        """Tell of each entry whether it is written here; an alias is the node of its anchor."""
        if id(node) not in self.here:
            self.here[id(node)] = list(_in_place(node, self.entries(node)))
        return self.here[id(node)]

    def number(self, node: Any, key: str | int) -> int:
        """Return which entry of a collection a key is."""
        keys: Any = range(len(node.value))
        if not isinstance(node, yaml.SequenceNode):
            keys = [one.value for one, _ in self.entries(node)]
        if key not in keys:
            raise Impossible
        return int(keys.index(key))

    def node(self, path: Path) -> Any:
        """Return the node at a path; what stands elsewhere, by an alias, cannot be changed."""
        node = self.root
        for key in path:
            number = self.number(node, key)
            if not self.in_place(node)[number]:
                raise Impossible
            one = node.value[number]
            node = one[1] if isinstance(node, yaml.MappingNode) else one
        return node

    def key(self, path: Path) -> Any:
        """Return the node of the last key of a path."""
        parent = self.node(path[:-1])
        if not isinstance(parent, yaml.MappingNode):
            raise Impossible
        return parent.value[self.number(parent, path[-1])][0]

    def extent(self, node: Any) -> tuple[int, int]:
        """Return where a value that can be replaced begins and ends."""
        start, end = node.start_mark.index, self.end(node)
        block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        if block or self.text[start : start + 1] in {"&", "!", "*"}:
            raise Impossible
        return start, end

    def end(self, node: Any) -> int:
        """Return where a node's last character is, without the space that follows it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            return self.end(self.held(node)[-1][1])
        start = int(node.start_mark.index)
        return start + len(self.text[start : node.end_mark.index].rstrip())

    def line(self, offset: int) -> tuple[int, int]:
        """Return where the line around an offset begins, and where its last character is."""
        begin = max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1
        found = re.compile(r"[\r\n]").search(self.text, offset)
        return begin, found.start() if found else len(self.text)

    def removed(self, path: Path) -> Edit:
        """Return the edit that takes an entry out."""
        parent = self.node(path[:-1])
        number, found = self.number(parent, path[-1] if path else ""), self.held(parent)
        if len(found) == 1:
            return self.removed(path[:-1])
        key, value = found[number]
        start, end = key.start_mark.index, self.end(value)
        if parent.flow_style:
            if number + 1 < len(found):
                return self.cut(start, found[number + 1][0].start_mark.index, end)
            return self.cut(self.end(found[number - 1][1]), end, end)
        begin, _ = self.line(start)
        lead = self.text[begin:start].strip()
        if lead == ("-" if key is value else ""):
            return self.lines(begin, end)
        if key is value or number + 1 == len(found):
            raise Impossible
        return self.cut(start, found[number + 1][0].start_mark.index, end)

    def cut(self, start: int, end: int, content: int) -> Edit:
        """Return the edit that takes a stretch out whose content ends earlier; keeps comments."""
        if "#" in self.text[content:end]:
            raise Impossible
        return self.edit(start, end, "")

    def lines(self, begin: int, end: int) -> Edit:
        """Return the edit that takes whole lines out."""
        _, stop = self.line(end)
        after = re.compile(r"\r\n|\r|\n").match(self.text, stop)
        return self.edit(begin, after.end() if after else stop, "")

    def inserted(self, path: Path, value: Plain, *, first: bool) -> list[Edit]:
        """Return the edits that put an entry in."""
        parent, last = self.node(path[:-1]), path[-1]
        entry = spelt(value) if isinstance(last, int) else f"{spelt(last)}: {spelt(value)}"
        if isinstance(parent, yaml.ScalarNode):
            return self.unfolded(parent, path, entry, first=first)
        found = self.held(parent)
        item = isinstance(parent, yaml.SequenceNode)
        if isinstance(last, int) != item:
            raise Impossible
        if not found:
            return [self.edit(*self.extent(parent), f"[{entry}]" if item else f"{{{entry}}}")]
        number = last if isinstance(last, int) else 0 if first else len(found)
        if number < len(found):
            return [self.before(parent, found[number][0].start_mark.index, entry)]
        end = self.end(found[-1][1])
        if parent.flow_style:
            return [self.edit(end, end, f", {entry}")]
        _, stop = self.line(end)
        return [self.edit(stop, stop, self.lead(parent) + entry)]

    def before(self, parent: Any, start: int, entry: str) -> Edit:
        """Return the edit that puts an entry before another."""
        return self.edit(
            start, start, f"{entry}, " if parent.flow_style else entry + self.lead(parent)
        )

    def lead(self, parent: Any) -> str:
        """Return what stands between two entries of a block collection."""
        dash = "- " if isinstance(parent, yaml.SequenceNode) else ""
        return f"{self.newline}{' ' * int(parent.start_mark.column)}{dash}"

    def unfolded(self, node: Any, path: Path, entry: str, *, first: bool) -> list[Edit]:
        """Return the edits that make a mapping with `text` of a plain text, with a new entry."""
        if not isinstance(node.tag, str):
            raise Impossible
        start, end = self.extent(node)
        holder = self.node(path[:-2])
        if holder.flow_style:
            text = f"text: {spelt(node.value)}"
            pair = f"{entry}, {text}" if first else f"{text}, {entry}"
            return [self.edit(start, end, f"{{{pair}}}")]
        if node.style in ("|", ">") and re.match(r"[|>]\S*[1-9+]", self.text[start:end]):
            raise Impossible  # the number of spaces is told and would be wrong, or lines count
        inner = [
            m.end() + start for m in re.finditer(r"(?:\r\n|\r|\n)(?=[ \t])", self.text[start:end])
        ]
        deeper = [self.edit(at, at, "  ") for at in inner]
        is_item = isinstance(holder, yaml.SequenceNode)
        column = int(node.start_mark.column if is_item else holder.start_mark.column + 2)
        lead = f"{self.newline}{' ' * column}"
        if first:
            before, behind = f"{entry}{lead}text: ", []
        else:
            stop = self.line(self.end(node))[1]
            before, behind = "text: ", [self.edit(stop, stop, lead + entry)]
        if is_item:
            return [self.edit(start, start, before), *deeper, *behind]
        gap = start - len(self.text[:start]) + len(self.text[:start].rstrip(" "))
        return [self.edit(gap, start, lead + before), *deeper, *behind]


def _in_place(outer: Any, entries: Iterable[tuple[Any, Any]]) -> Iterator[bool]:
    reached = outer.start_mark.index
    for pair in entries:
        here = all(one.start_mark.index >= reached for one in pair)
        reached = max(reached, *(one.end_mark.index for one in pair)) if here else reached
        yield here
