"""Put the nodes of a text in order: what YAML allows and argmap does not is noted and taken out.

Tags, merge keys, keys given twice, aliases that would never end. What is left makes plain data, as
much of it as can be had, so that one slip does not hide what is below it.
"""

import re
from collections.abc import Iterator

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from argmap.positions import Span
from argmap.problems import Edit
from argmap.yamlfile.flaws import MOST, Flaw, shown
from argmap.yamlfile.placing import Layout
from argmap.yamlfile.quoting import quoted
from argmap.yamlfile.yamltext import MAX_DEPTH, MAX_PARTS, number

_MARKED = re.compile(r"(?:^|[\s\[{,:])(?:[*&]\S|!)")
_PROPERTY = re.compile(r"(?:&(?P<anchor>[^\s,\[\]{}]+)|(?P<tag>!\S*))[ \t]*")
_ALIAS = re.compile(r"\*([^\s,\[\]{}]+)")
Pair = tuple[Node, Node]


def is_plain(text: str) -> bool:
    """Tell whether a text surely has no tag, anchor, alias or merge key in it.

    >>> is_plain("text: R&D costs! (2 * 3)"), is_plain("text: *very* much")
    (True, False)
    """
    marked = ("&" in text or "*" in text or "!" in text) and _MARKED.search(text)
    return not marked and not ("<" in text and "<<" in text)  # one character is found sooner


def tidied(layout: Layout, text: str) -> tuple[list[Flaw], frozenset[str]]:
    """Put nodes in order; return what was wrong with them, and the ids in what was taken out."""
    tidier = _Tidier(layout, text)
    tidier.visit(layout.root)
    return tidier.flaws[:MOST], frozenset(tidier.lost)


class _Tidier:
    """Visits each node once. `done` holds how large and how deep it is, aliases written out."""

    def __init__(self, layout: Layout, text: str) -> None:
        self.layout, self.text = layout, text
        self.flaws: list[Flaw] = []
        self.lost: set[str] = set()
        self.aliases = frozenset(_ALIAS.findall(text))
        self.done: dict[int, tuple[int, int, Node]] = {}
        self.above: set[int] = set()

    def visit(self, node: Node) -> tuple[int, int]:
        """Put a node in order, and what is in it; return its size and depth."""
        if id(node) in self.done:
            return self.done[id(node)][:2]
        self.properties(node)
        size, depth = 1, 1
        if isinstance(node, CollectionNode):
            self.above.add(id(node))
            for one in self.children(node):
                inner, deeper = self.visit(one)
                size, depth = size + inner, max(depth, deeper + 1)
            self.above.discard(id(node))
        if size > MAX_PARTS or depth > MAX_DEPTH:
            code, limit = ("AM028", MAX_PARTS) if size > MAX_PARTS else ("AM030", MAX_DEPTH)
            self.flaws.append(Flaw(code, self.layout.head(node), {"limit": str(limit)}))
            self.lost.update(_ids(node))
            node.value, size, depth = [], 1, 1
        self.done[id(node)] = size, depth, node
        return size, depth

    def children(self, node: CollectionNode) -> Iterator[Node]:
        """Put the entries of a collection in order, and yield its keys and values."""
        if isinstance(node, SequenceNode):
            node.value = [self.finite(one) for one in node.value if not self.included(one)]
            yield from node.value
            return
        kept: dict[str, Pair] = {}
        merged: list[Node] = []
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.note("AM027", key)
            elif key.value == "<<" and not key.style:
                self.note("AM025", key)
                merged += value.value if isinstance(value, SequenceNode) else [value]
            elif not self.included(value):
                self.keep(kept, key, value)
        for key, value in self.merged(merged):
            kept.setdefault(key.value, (key, value))
        node.value = list(kept.values())
        for pair in node.value:
            yield from pair

    def keep(self, kept: dict[str, Pair], key: ScalarNode, value: Node) -> None:
        """Keep an entry of a mapping; join it to the first one with its key."""
        if key.value not in kept:
            kept[key.value] = key, self.finite(value)
            return
        first, other = kept[key.value]
        if len(self.flaws) < MOST:
            slots, related = {"key": shown(key.value)}, self.layout.of(first)
            self.flaws.append(Flaw("AM026", self.layout.of(key), slots, related=related))
        if id(other) in self.done or not _join(other, value):
            self.lost.update(_ids(value))

    def merged(self, nodes: list[Node]) -> Iterator[Pair]:
        """Yield the entries that merge keys bring in."""
        for one in nodes:
            if isinstance(one, MappingNode) and id(one) not in self.above:
                yield from ((key, self.finite(value)) for key, value in one.value if _named(key))

    def finite(self, node: Node) -> Node:
        """Return a node, or a text in place of one that is within itself."""
        if id(node) not in self.above:
            return node
        self.flaws.append(Flaw("AM029", self.layout.head(node)))
        text = ScalarNode("…", "…", node.start_mark, node.start_mark)
        self.done[id(text)] = 1, 1, text
        return text

    def included(self, node: Node) -> bool:
        """Tell whether a node is `!include`, which is taken out where it stands."""
        if _tag(self.text, node) != "!include":
            return False
        slots = {"file": shown(node.value) if isinstance(node, ScalarNode) else "…"}
        self.flaws.append(Flaw("AM024", self.layout.of(node), slots))
        return True

    def properties(self, node: Node) -> None:
        """Take out a tag, and an anchor that is none."""
        start = node.start_mark.index
        if self.text[start : start + 1] not in ("&", "!"):
            return
        tag, anchor = _tag(self.text, node), _anchor(self.text, node)
        if isinstance(node, ScalarNode) and not node.style:
            local = tag and not tag.startswith(("!!", "!<"))
            if local or (anchor and not tag and anchor not in self.aliases):
                self.misread(node)
                return
        if tag:
            self.tagged(node, tag)

    def misread(self, node: ScalarNode) -> None:
        """Note a text that begins with a sign which means something else in YAML."""
        source = self.text[node.start_mark.index : node.end_mark.index]
        node.value = node.tag = " ".join(source.split())
        if len(self.flaws) < MOST:
            span, better = self.layout.of(node), quoted(source)
            slots = {"sign": source[0], "better": shown(better)}
            edits = (Edit(span, better),)
            self.flaws.append(Flaw("AM017", span, slots, _SIGNS[source[0]], edits))

    def tagged(self, node: Node, tag: str) -> None:
        """Note a tag; go on with what stands behind it."""
        span = self.layout.of(node)
        edits: tuple[Edit, ...] = ()
        if isinstance(node, ScalarNode):
            forced = tag == "!!str" or node.style
            node.tag = node.value if forced else number(node.value)  # type: ignore[assignment]
            better = quoted(node.value) if forced else node.value
            if span.line == span.end_line and not _anchor(self.text, node):
                edits = (Edit(span, better),)
        else:
            node.tag = ""
        place = Span(span.line, span.column, span.line, span.column + len(tag))
        self.flaws.append(Flaw("AM023", place, {"tag": shown(tag)}, edits=edits))

    def note(self, code: str, node: Node) -> None:
        """Note a flaw at a node that needs no more words."""
        self.flaws.append(Flaw(code, self.layout.of(node)))


_SIGNS = {"&": "ampersand", "!": "exclamation"}


def _tag(text: str, node: Node) -> str:
    start = node.start_mark.index
    if text[start : start + 1] == "&":
        match = _PROPERTY.match(text, start)
        start = match.end() if match else start
    match = _PROPERTY.match(text, start)
    return (match["tag"] or "") if match else ""


def _anchor(text: str, node: Node) -> str:
    match = _PROPERTY.match(text, node.start_mark.index)
    return (match["anchor"] or "") if match else ""


def _join(first: Node, second: Node) -> bool:
    """Add to a list or mapping what stands in another under the same key, where that can be."""
    if first is second or type(first) is not type(second) or isinstance(first, ScalarNode):
        return False
    first.value = first.value + second.value
    return True


def _ids(root: Node) -> Iterator[str]:
    """Yield the ids that are written in a part of the text."""
    seen, waiting = {id(root)}, [root]
    while waiting:
        node = waiting.pop()
        pairs = node.value if isinstance(node, MappingNode) else []
        items = node.value if isinstance(node, SequenceNode) else []
        yield from (
            value.value
            for key, value in pairs
            if key.value == "id" and isinstance(value, ScalarNode)
        )
        for one in (*items, *(value for _, value in pairs)):
            if isinstance(one, CollectionNode) and id(one) not in seen:
                seen.add(id(one))
                waiting.append(one)


def _named(key: Node) -> bool:
    return isinstance(key, ScalarNode)
