"""Find the texts that end at a `#`, because what follows it is a comment to YAML."""

import re
from collections.abc import Iterator
from itertools import islice

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from argmap.problems import Edit
from argmap.yamlfile.flaws import MOST, Flaw, shown
from argmap.yamlfile.placing import Layout
from argmap.yamlfile.quoting import quoted
from argmap.yamlfile.surveying import uncommented

_MARK = re.compile(r"[ \t]#(?=[^\s#])")  # what is meant as a comment has a space behind the sign
_PROSE = frozenset(
    {"text", "label", "title", "summary", "question", "note", "quote", "qualifier"}
)  # where even one word before the sign is a text


def swallowed(layout: Layout, text: str) -> list[Flaw]:
    """Return a flaw for each text that a `#` cuts short or hides altogether.

    One that is hidden is given its text, so that it is not reported as missing too.
    """
    before = text.split("#")[:-1]  # what stands in front of each sign
    if not any(part.endswith((" ", "\t")) for part in before) or not _MARK.search(text):
        return []
    marks = {
        number: match.start() + 1
        for number, line in enumerate(layout.lines)
        if (match := _MARK.search(line)) and not line.lstrip().startswith("#")
    }
    found = (
        _swallowed(layout, key, node, marks[node.end_mark.line])
        for key, node in (_scalars(layout.root) if marks else ())
        if node.end_mark.line in marks and not node.style
    )
    return list(islice((flaw for flaw in found if flaw), MOST))


def _swallowed(layout: Layout, key: str, node: ScalarNode, column: int) -> Flaw | None:
    number, end = node.end_mark.line, node.end_mark.column
    line = layout.lines[number]
    behind = uncommented(line[column:])
    if end > column or line[end:column].strip():
        return None
    if node.value == "":
        if key and key not in _PROSE:
            return None
        node.value = node.tag = behind
        span = layout.stretch(number, column, column + len(behind))
        better = quoted(behind)
        return Flaw("AM033", span, {"better": shown(better)}, edits=(Edit(span, better),))
    if " " not in node.value and key not in _PROSE:
        return None
    span = layout.stretch(number, column, column + len(behind))
    edits: tuple[Edit, ...] = ()
    slots, variant = {"text": shown(node.value, 30), "better": "…"}, "lines"
    if node.start_mark.line == number:
        better = quoted(line[node.start_mark.column : column] + behind)
        slots["better"], variant = shown(better), ""
        whole = layout.stretch(number, node.start_mark.column, column + len(behind))
        edits = (Edit(whole, better),)
    return Flaw("AM032", span, slots, variant, edits, safe=False)


def _scalars(root: Node) -> Iterator[tuple[str, ScalarNode]]:
    """Yield every scalar that is a value or an item, with its key, in order."""
    seen: set[int] = set()
    waiting: list[tuple[str, Node]] = [("", root)]
    while waiting:
        key, node = waiting.pop()
        if isinstance(node, ScalarNode):
            yield key, node
        elif isinstance(node, CollectionNode) and id(node) not in seen:
            seen.add(id(node))
            if isinstance(node, MappingNode):
                entries = [(str(name.value), value) for name, value in node.value]
            else:
                entries = [("", value) for value in node.value]
            waiting.extend(reversed(entries))
