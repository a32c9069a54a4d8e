"""A picture as a nested list: all that it says, in reading order, every relation named.

Deep maps are written without recursion.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from argmap.phrasing import Phrases
from argmap.picture.branching import Branch, preorder
from argmap.picture.diagram import Box, Diagram, Joint, Link
from argmap.text import printable


def outline(
    rows: Sequence[Branch], diagram: Diagram, words: Phrases, *, anchored: bool = True
) -> Iterator[str]:
    """Yield the markup of a list of all boxes; `anchored` claims bear their ids."""
    writer = _Writer(diagram, words, anchored)
    yield "<ul>\n"
    for level, key, last in _levels(rows):
        yield f"<li{writer.attributes(key)}><p>{writer.line(key)}</p>"
        yield "\n<ul>\n" if last < 0 else "</li>\n" + "</ul></li>\n" * min(last, level)
    yield "</ul>\n"


def _levels(rows: Sequence[Branch]) -> Iterator[tuple[int, str, int]]:
    """Yield each box and joint with its level, and how many lists end after it (−1: one begins)."""
    depth: dict[int, int] = {}
    found = []
    for root in rows:
        for branch in preorder(root):
            level = depth.setdefault(id(branch), 0)
            depth.update((id(item), level + (not branch.bare)) for item in branch.items)
            if not branch.bare:
                found.append((level, branch.key))
    for (level, key), (below, _) in pairwise([*found, (0, "")]):
        yield level, key, level - below


class _Writer:
    """Words the lines of one list."""

    def __init__(self, diagram: Diagram, words: Phrases, anchored: bool) -> None:
        self.words, self.anchored = words, anchored
        self.boxes: Mapping[str, Box] = {box.key: box for box in diagram.boxes}
        self.joints: Mapping[str, Joint] = {joint.key: joint for joint in diagram.joints}
        self.above: Mapping[str, Link] = {link.lower: link for link in diagram.links}

    def attributes(self, key: str) -> str:
        """Return the id of a claim's own item, and of which sort it is."""
        box = self.boxes.get(key)
        sign = (box or self.joints[key]).sign
        look = f' class="is-{sign}"' if sign else ""
        own = box and box.role != "see" and box.claim
        return f' id="{_safe(own)}"{look}' if own and self.anchored else look

    def line(self, key: str) -> str:
        """Return what a box or a joint says."""
        if key in self.joints:
            relation = self._relation(self.joints[key].sign)
            if self.joints[key].linked:
                relation = self.words("is-together", relation=relation)
            return f"<b>{_safe(relation)}:</b>"
        box, link = self.boxes[key], self.above.get(key)
        relation = "" if link and link.part else self._relation(box.sign)
        return " ".join(part for part in self._parts(box, relation) if part)

    def _parts(self, box: Box, relation: str) -> Iterable[str]:
        """Yield a box's relation, heading, label, text, marks and source."""
        if relation:
            yield f"<b>{_safe(relation)}:</b>"
        if box.heading:
            yield f"<b>{_safe(box.heading)}:</b>"
        if box.label:
            yield f"<strong>{_safe(box.label)}.</strong>"
        yield f"<bdi>{_safe(box.text)}</bdi>"
        marks = [mark for mark in (box.badge, *box.states) if mark]
        if marks:
            yield f"<small>({_safe('; '.join(marks))})</small>"
        if box.role == "see":
            yield f'<a href="#{_safe(box.claim)}">({_safe(box.letter)})</a>'
            return
        if box.letter:
            yield f'<span class="letter">{_safe(box.letter)}</span>'
        if box.mark:
            mark = f"<cite>{_safe(box.mark)}</cite>"
            beside = 'target="_blank" rel="noopener noreferrer"'
            yield f'<a href="{_safe(box.href)}" {beside}>{mark}</a>' if box.href else mark

    def _relation(self, sign: str) -> str:
        return self.words(f"is-{sign}") if f"is-{sign}" in self.words else ""


def _safe(text: str) -> str:
    return escape(printable(text), quote=True)
