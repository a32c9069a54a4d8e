"""A picture as data from which the script of a page draws it: sizes and words, but no places.

Words are broken into lines here, so that they stand in the page as they stand in the picture. The
script lays out what is open by the columns that were chosen for the whole, so that closing one
branch leaves all others arranged as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from argmap.picture.branching import Branch, preorder
from argmap.picture.diagram import Box, Diagram, Joint, Link
from argmap.picture.dotwriting import sort_of
from argmap.picture.fitting import Chip, Fitted, Line, fit
from argmap.picture.theming import Theme

NARROW = 290.0  # how wide the words of the largest boxes may be on a small screen

Node = dict[str, Any]


def nodes(
    rows: Sequence[Branch], diagram: Diagram, fitted: Mapping[str, Fitted], theme: Theme
) -> list[Node]:
    """Return what stands in arranged trees, in reading order; children are given by their place.

    What is empty is left out. A node without a key holds several trees side by side.
    """
    order = [branch for root in rows for branch in preorder(root)]
    places = {id(branch): place for place, branch in enumerate(order)}
    boxes = {box.key: box for box in diagram.boxes}
    joints = {joint.key: joint for joint in diagram.joints}
    above = {link.lower: link for link in diagram.links}
    found = []
    for branch in order:
        node = _tree(branch, places)
        if branch.key in boxes:
            node |= _box(boxes[branch.key], fitted[branch.key], theme)
            node |= _narrow(boxes[branch.key], theme)
        elif branch.key in joints:
            node |= _joint(joints[branch.key])
        if link := above.get(branch.key):
            node |= _link(link)
        found.append({key: value for key, value in node.items() if value not in ("", [], False)})
    return found


def _tree(branch: Branch, places: Mapping[int, int]) -> Node:
    """Return the size of a branch, and what hangs from it by sort and by column."""

    def of(items: Sequence[Branch]) -> list[int]:
        return [places[id(item)] for item in items]

    columns = [[number, of(items)] for number, items in branch.columns]
    return {
        "key": branch.key,
        "size": [branch.width, branch.height, branch.entry],
        "joint": branch.joint,
        "bare": branch.bare,
        "centred": branch.centred,
        "groups": [of(group) for group in branch.groups],
        "columns": columns if len(columns) > 1 else [],
    }


def _box(box: Box, fitted: Fitted, theme: Theme) -> Node:
    return {
        "role": box.role,
        "sort": sort_of(box),
        "sign": box.sign,
        "claim": box.claim,
        "name": " ".join((box.name, *_more(box))),
        "text": box.text,
        "label": box.label,
        "to": box.href if box.role == "see" else "",
        "border": theme.shapes[box.role].border,
        "folded": [box.folded.name, box.folded.href] if box.folded else [],
        "look": next((flag.kind for flag in box.flags if flag.kind != "strength"), ""),
        **_words(fitted, theme),
    }


def _more(box: Box) -> Iterator[str]:
    """Yield what is said of a box on top: what is folded away at it, verdicts, differences."""
    if box.folded:
        yield box.folded.name
    yield from (flag.name for flag in box.flags)


def _words(fitted: Fitted, theme: Theme) -> Node:
    """Return all that is written in a box."""
    return {
        "lines": [_line(line) for line in fitted.lines],
        "chips": [[*_chip(chip), theme.shapes["small"].text] for chip in fitted.chips],
        "flags": [[one.kind, one.x, one.y, *(one.bar or ())] for one in fitted.flags],
    }


def _narrow(box: Box, theme: Theme) -> Node:
    """Return how a box is filled where there is no room for its usual width."""
    shape = theme.shapes[box.role]
    if shape.room <= NARROW:
        return {}
    slim = {**theme.shapes, box.role: shape.model_copy(update={"room": NARROW})}
    fitted = fit(box, theme.model_copy(update={"shapes": slim}))
    return {
        "narrow": {
            "size": [fitted.width, fitted.height, fitted.entry],
            **_words(fitted, theme),
        }
    }


def _joint(joint: Joint) -> Node:
    return {"sort": sort_of(joint), "sign": joint.sign, "name": joint.name, "linked": joint.linked}


def _link(link: Link) -> Node:
    """Return what is known of the line from above; its argument is that of the joint if a part."""
    return {"sign": link.sign, "part": link.part, "argument": link.upper if link.part else link.key}


def _line(line: Line) -> list[Any]:
    """Return a line as a list from the right of which what is usual is left out."""
    found = [
        round(line.x, 1), round(line.y, 1), line.text, round(line.width, 1), line.size,
        line.tone, int(line.bold), int(line.rtl),
    ]  # fmt: skip
    while found[-1] in (0, "ink"):
        found.pop()
    return found


def _chip(chip: Chip) -> list[Any]:
    return [round(chip.x, 1), chip.y, round(chip.width, 1), round(chip.inner, 1), chip.text,
            chip.look, chip.height]  # fmt: skip
