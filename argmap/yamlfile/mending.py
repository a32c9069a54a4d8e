"""Data that does not fit the format, changed step by step until it does.

The nodes change along with it, so that a path in the mended data still leads to a place in the
text.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from argmap.positions import Path
from argmap.text import slug
from argmap.yamlfile.placing import Layout

Way = Literal["drop", "set", "wrap", "unwrap", "key", "join", "rename"]  # made in this order


@dataclass(frozen=True, slots=True)
class Mend:
    """A change at a path: to drop it, set it, put it in a list or out of one, make its items a
    mapping by their ids, join it to the list under another key, or rename its key.
    """

    way: Way
    path: Path
    value: Any = None


class Draft:
    """Data on its way to a tree, with the nodes that it was made of.

    `lost` collects the ids that were written in what had to be dropped.
    """

    def __init__(self, data: Any, layout: Layout, damaged: frozenset[int]) -> None:
        self.data, self.layout, self.damaged = data, layout, damaged
        self.lost: set[str] = set()
        self._ids: set[str] | None = None

    def at(self, path: Path) -> Any:
        """Return the data at a path, or None where there is none."""
        here = self.data
        for part in path:
            try:
                here = here[part]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def source(self, path: Path) -> str:
        """Return a scalar as it is written, without its quotes."""
        spot = self.layout.spot(path)
        return str(spot.value.value) if isinstance(spot.value, ScalarNode) else ""

    def has_id(self, name: str) -> bool:
        """Tell whether a claim has an id, or will have when its own is mended."""
        if self._ids is None:
            claims = self.at(("claims",))
            found = {*_ids(self.data, ()), *(claims if isinstance(claims, dict) else ())}
            self._ids = found | {slug(one, 60) for one in found} | set(_derived(self.data))
        return bool(name) and (name in self._ids or "/" in name)

    def is_damaged(self, path: Path) -> bool:
        """Tell whether a line had to be passed over within what is at a path, or right below."""
        if not self.damaged:
            return False
        spot = self.layout.spot(path)
        first = (spot.key or spot.value).start_mark.line
        last = spot.value.end_mark.line
        lines = self.layout.lines
        while last + 1 < len(lines) and not lines[last + 1].strip():
            last += 1
        return any(first <= line <= last for line in self.damaged)

    def mend(self, mends: Iterable[Mend]) -> None:
        """Make changes; what is dropped goes last, from the end, so that no path shifts."""
        ways: dict[str, list[Mend]] = {}
        for one in mends:
            ways.setdefault(one.way, []).append(one)
        for way, change in _CHANGES.items():
            for one in sorted(ways.get(way, ()), key=_order, reverse=True):
                change(self, one.path, one.value)

    def drop(self, path: Path, _: Any = None) -> None:
        """Take out what is at a path."""
        if not path:
            self.data = None
            return
        holder, last = self.at(path[:-1]), path[-1]
        if isinstance(holder, dict):
            if last not in holder:
                return
        elif not isinstance(holder, list) or not isinstance(last, int) or last >= len(holder):
            return
        self.lost.update(_ids(holder[last], path))
        del holder[last]
        node = self.layout.spot(path[:-1]).value
        if isinstance(node, MappingNode):
            node.value = [pair for pair in node.value if pair[0].value != last]
        elif isinstance(node, SequenceNode) and isinstance(last, int) and last < len(node.value):
            node.value = node.value[:last] + node.value[last + 1 :]

    def set(self, path: Path, value: Any) -> None:
        """Put a value at a path."""
        holder = self.at(path[:-1])
        if isinstance(holder, dict | list):
            holder[path[-1]] = value  # type: ignore[index]
        elif not path:
            self.data = value

    def rename(self, path: Path, key: str) -> None:
        """Give a key another name, in its place."""
        holder, last = self.at(path[:-1]), path[-1]
        if not isinstance(holder, dict) or last not in holder:
            return
        if key in holder and key != last:  # two keys are meant as one
            names = list(holder)
            self.join(path, key, ahead=names.index(last) < names.index(key))
            return
        entries = [(key if name == last else name, value) for name, value in holder.items()]
        holder.clear()
        holder.update(entries)
        spot = self.layout.spot(path)
        if spot.depth == len(path) and isinstance(spot.key, ScalarNode):
            spot.key.value = key

    def wrap(self, path: Path, _: Any = None) -> None:
        """Make a list of a single value."""
        spot = self.layout.spot(path)
        if spot.depth == len(path):
            self.replace(path, spot.value, _list_of([spot.value]))
        self.set(path, [self.at(path)])

    def unwrap(self, path: Path, _: Any = None) -> None:
        """Take the only item of a list out of it."""
        items = self.at(path)
        if not isinstance(items, list) or len(items) != 1:
            return
        spot = self.layout.spot(path)
        if spot.depth == len(path) and isinstance(spot.value, SequenceNode):
            self.replace(path, spot.value, spot.value.value[0])
        self.set(path, items[0])

    def key(self, path: Path, names: list[str]) -> None:
        """Make a mapping of a list, with a name for each of its items."""
        items = self.at(path)
        spot = self.layout.spot(path)
        if spot.depth == len(path) and isinstance(spot.value, SequenceNode):
            pairs = [
                (ScalarNode(name, name, node.start_mark, node.start_mark), node)
                for name, node in zip(names, spot.value.value, strict=False)
            ]
            made = MappingNode("", pairs, spot.value.start_mark, spot.value.end_mark)
            self.replace(path, spot.value, made)
        self.set(path, {name: _nameless(one) for name, one in zip(names, items, strict=True)})

    def join(self, path: Path, key: str, *, ahead: bool = False) -> None:
        """Add the items of a list to those under another key of the same mapping."""
        other = (*path[:-1], key)
        first, second = self.at(other), self.at(path)
        nodes = self.layout.spot(other).value, self.layout.spot(path).value
        if isinstance(first, list) and isinstance(second, list):
            first[:] = second + first if ahead else first + second
            if all(isinstance(one, SequenceNode) for one in nodes):
                above, below = reversed(nodes) if ahead else nodes
                nodes[0].value = above.value + below.value
            self.set(path, [])
        self.drop(path)

    def replace(self, path: Path, old: Node, new: Node) -> None:
        """Put a node in the place of another."""
        holder = self.layout.spot(path[:-1]).value
        if isinstance(holder, MappingNode):
            holder.value = [(key, new if value is old else value) for key, value in holder.value]
        elif isinstance(holder, SequenceNode):
            holder.value = [new if value is old else value for value in holder.value]


_CLAIMED = frozenset(
    {"text", "thesis", "options", "premises", "support", "attack", "undercut", "warrant"}
)

_CHANGES: dict[Way, Callable[[Draft, Path, Any], None]] = {
    "set": Draft.set,
    "wrap": Draft.wrap,
    "unwrap": Draft.unwrap,
    "key": Draft.key,
    "join": Draft.join,
    "drop": Draft.drop,
    "rename": Draft.rename,
}


def _list_of(nodes: list[Node]) -> SequenceNode:
    return SequenceNode("", nodes, nodes[0].start_mark, nodes[-1].end_mark)


def _nameless(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return {key: value for key, value in item.items() if key != "id"}


def _order(mend: Mend) -> tuple[tuple[int, int, str], ...]:
    return tuple((1, part, "") if isinstance(part, int) else (0, 0, part) for part in mend.path)


def _ids(value: Any, path: Path) -> Iterator[str]:
    """Yield the ids that are written in a part of the data."""
    if path[:1] == ("claims",) and len(path) == 1 and isinstance(value, dict):
        yield from value
    elif path[:1] == ("claims",) and len(path) == 2:
        yield str(path[1])
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = one.get("id")
            if isinstance(name, str):
                yield name
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _derived(value: Any) -> Iterator[str]:
    """Yield the ids that would be derived of the claims in a part of the data."""
    waiting = [("", value)]
    while waiting:
        key, one = waiting.pop()
        if isinstance(one, dict):
            waiting.extend(one.items())
        elif isinstance(one, list):
            waiting.extend((key, item) for item in one)
        elif isinstance(one, str) and key in _CLAIMED:
            yield slug(one)
