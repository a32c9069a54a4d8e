"""From a path of keys to the place in a text, by walking the nodes when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from argmap.positions import Path, Span

Moved = Callable[[int, int], tuple[int, int]]  # from where a thing was read to where it was written


@dataclass(frozen=True, slots=True)
class Spot:
    """What a path leads to: the key (None for an item), the value, and how far the path went."""

    key: Node | None
    value: Node
    depth: int

    @property
    def is_collection(self) -> bool:
        """Whether it is a mapping or a list."""
        return isinstance(self.value, CollectionNode)


@dataclass(frozen=True)
class Layout:
    """The nodes of a text, and the text they were read from.

    `moved` leads from a line and column of that text, from 0, to those of the text as written,
    where a repair in between has moved what stands behind it.
    """

    root: Node
    text: str
    moved: Moved | None = None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, without their ends."""
        return lines_of(self.text)

    def spot(self, path: Path) -> Spot:
        """Return what a path leads to, or the nearest thing above it that there is."""
        key, value, depth = None, self.root, 0
        for part in path:
            found = _child(value, part)
            if found is None and not (isinstance(part, int) and isinstance(value, MappingNode)):
                break  # an item number leads to a mapping where a list has but one, bare item
            if found is not None:
                key, value = found
            depth += 1
        return Spot(key, value, depth)

    def span(self, path: Path, *, key: bool = False) -> Span:
        """Return where the value (or the key) at a path stands, or the nearest above it."""
        spot = self.spot(path)
        if not key:
            return self.of(spot.value)
        if spot.key is not None:
            return self.of(spot.key)
        return self.head(spot.value)

    def head(self, node: Node) -> Span:
        """Return the first key of a mapping, or all of anything else."""
        if isinstance(node, MappingNode) and node.value:
            return self.of(node.value[0][0])
        return self.of(node)

    def of(self, node: Node) -> Span:
        """Return the span of a node, without the space that follows it."""
        start = node.start_mark.line, node.start_mark.column
        end = self.end(node)
        return self.between(start, end if end > start else (start[0], start[1] + 1))

    def stretch(self, line: int, start: int, end: int) -> Span:
        """Return the span of a part of a line, all counted from 0."""
        return self.between((line, start), (line, end))

    def between(self, start: tuple[int, int], end: tuple[int, int]) -> Span:
        """Return the span from one line and column to another, counted from 0."""
        if self.moved:
            start, end = self.moved(*start), self.moved(*end)
        return Span(start[0] + 1, start[1] + 1, end[0] + 1, end[1] + 1)

    def end(self, node: Node) -> tuple[int, int]:
        """Return the line and column, from 0, behind the last character of a node."""
        while isinstance(node, CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            if isinstance(last, tuple) and not _empty(last[1]):
                last = last[1]
            following = last[0] if isinstance(last, tuple) else last
            if following is node or following.start_mark.index < node.start_mark.index:
                break  # an alias: what it stands for is further up
            node = following
        line, column = node.end_mark.line, node.end_mark.column
        if column == 0 or node.__class__ is not ScalarNode or node.style in ("|", ">"):
            return self.clipped(node.start_mark.line, line, column)
        return line, column

    def clipped(self, first: int, line: int, column: int) -> tuple[int, int]:
        """Return the end of what is written before a place, back to a line at the earliest."""
        while line >= first:
            text = self.lines[line][:column] if line < len(self.lines) else ""
            if text.strip() and not (line > first and text.lstrip().startswith("#")):
                return line, len(text.rstrip())
            line, column = line - 1, 1 << 30
        return first, 0


def _empty(node: Node) -> bool:
    return bool(node.start_mark.index == node.end_mark.index)


def _child(node: Node, part: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part and isinstance(key, ScalarNode):
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and 0 <= part < len(node.value):
        return None, node.value[part]
    return None


def lines_of(text: str) -> tuple[str, ...]:
    r"""Return the lines of a text without their ends, as the parser counts them.

    >>> lines_of("a\r\nb\rc\n")
    ('a', 'b', 'c', '')
    """
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
