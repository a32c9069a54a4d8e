"""A diagram as DOT: every box with its words, size and look, so that any Graphviz can draw it."""

import re
from collections.abc import Mapping
from typing import Protocol

from graphviz import Digraph, escape, nohtml

from argmap.picture.diagram import Box, Diagram, Joint, Link
from argmap.picture.fitting import Fitted
from argmap.picture.theming import Paint, Theme

LOOK = 3
"""Raised whenever the same DOT gives another picture, so that all pictures are drawn anew."""
RADIUS = 9.0
"""Of joints, and of the signs on boxes, in pixels."""
BLANK = " "
"""Stands in for a line without words, on which Graphviz now and then breaks down."""
_UNSAFE = re.compile(r"[^A-Za-z0-9_.+?~/-]")
_STYLES = {"attack": "dashed", "undercut": "dotted"}
_TAILS = {"support": "normal", "attack": "tee", "undercut": "tee", "warrant": "empty"}


Places = tuple[Mapping[str, str], Mapping[str, str]]


class Outline(Protocol):
    """What DOT is written from."""

    @property
    def diagram(self) -> Diagram:
        """What the picture shows."""

    @property
    def fitted(self) -> Mapping[str, Fitted]:
        """The boxes with their words in place."""

    @property
    def theme(self) -> Theme:
        """How it looks."""


def anchor(key: str) -> str:
    """Return the name of a box, joint or line in DOT and SVG: no letter of it needs escaping.

    >>> anchor("truth/us-disruption"), anchor('a "b"')
    ('truth/us-disruption', 'a=20==22=b=22=')
    """
    return _UNSAFE.sub(lambda found: f"={ord(found[0]):x}=", key)


def box_id(key: str) -> str:
    """Return the id of a box or joint in a picture."""
    return f"c-{anchor(key)}"


def line_id(key: str) -> str:
    """Return the id of a line in a picture."""
    return f"l-{anchor(key)}"


def paint_of(box: Box | Joint, theme: Theme) -> Paint:
    """Return the light colours of a box or joint."""
    paints = theme.light.paints()
    return paints[sort_of(box)]


def sort_of(box: Box | Joint) -> str:
    """Return by which name a theme knows the colours of a box or joint."""
    if isinstance(box, Box) and box.role in ("question", "thesis", "option", "loose"):
        return box.role
    return box.sign if box.sign in ("support", "attack", "undercut", "warrant") else "loose"


def dot(
    sketch: Outline,
    graph: Mapping[str, str],
    *,
    edge: Mapping[str, str] | None = None,
    places: Places | None = None,
) -> str:
    """Return a diagram as DOT; `graph` and `edge` are said of the whole and of all lines.

    `places` gives the `pos` of boxes and that of lines by their keys, where they are known.
    """
    diagram, fitted, theme = sketch.diagram, sketch.fitted, sketch.theme
    made = Digraph(
        "argmap",
        graph_attr={**graph, **_given(_about(diagram, theme))},
        node_attr={"shape": "box", "fixedsize": "true", "fontname": "Arial", "style": "filled"},
        edge_attr={"dir": "back", "arrowsize": "0.8", "penwidth": "2", **(edge or {})},
    )
    boxes, lines = places or ({}, {})
    for box in diagram.boxes:
        attributes = _given(_node(box, fitted[box.key], theme))
        made.node(anchor(box.key), **attributes, pos=boxes.get(box.key))
    for joint in diagram.joints:
        made.node(anchor(joint.key), **_joint(joint, theme), pos=boxes.get(joint.key))
    for link in diagram.links:
        ends = anchor(link.upper), anchor(link.lower)
        made.edge(*ends, **_edge(link, theme), pos=lines.get(link.key))
    return str(made.source)


def _given(attributes: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in attributes.items() if value}


def _about(diagram: Diagram, theme: Theme) -> dict[str, str]:
    """Return what the picture says beside its boxes, and in which look."""
    credits = [f"{one.text} <{one.href}>" for one in diagram.credits]
    return {
        "title": escape(diagram.title),
        "question": escape(diagram.question),
        "summary": escape(diagram.summary),
        "way": escape(" | ".join(f"{one.sign}: {one.text} <{one.href}>" for one in diagram.crumbs)),
        "sheet": escape(f"{diagram.sheet} <{diagram.overview}>") if diagram.sheet else "",
        "regions": escape(
            " | ".join(f"{r.sign} {r.title}: {' '.join(r.keys)}" for r in diagram.regions)
        ),
        "notes": escape(" | ".join(diagram.notes)),
        "legend": escape(" | ".join(f"{key}: {words}" for key, words in diagram.legend)),
        "sources": escape(" | ".join(credits)),
        "description": escape(diagram.description),
        "language": escape(diagram.language),
        "theme": f"{theme.name} {theme.version}",
        "look": str(LOOK),
    }


def _node(box: Box, fitted: Fitted, theme: Theme) -> dict[str, str]:
    paint, shape = paint_of(box, theme), theme.shapes[box.role]
    lines = "".join(f"{escape(line.text or BLANK)}\\l" for line in fitted.lines)
    return {
        "label": nohtml(lines),
        "id": box_id(box.key),
        "class": f"{box.role} {box.sign}".strip(),
        "width": _inches(fitted.width),
        "height": _inches(fitted.height),
        "fillcolor": paint.fill,
        "color": paint.line,
        "fontcolor": paint.ink or theme.light.ink,
        "penwidth": f"{shape.border:g}",
        "fontsize": f"{shape.text:g}",
        "chips": escape(" | ".join(f"{chip.look}: {chip.text}" for chip in fitted.chips)),
        "link": escape(box.href),
        "flags": escape(" | ".join(f"{one.kind} {one.strength}" for one in box.flags)),
        "folded": escape(box.folded.href) if box.folded else "",
        "tooltip": escape(box.name),
    }


def _joint(joint: Joint, theme: Theme) -> dict[str, str]:
    paint = paint_of(joint, theme)
    return {
        "label": "",
        "shape": "circle",
        "id": box_id(joint.key),
        "class": f"joint {joint.sign}",
        "width": _inches(2 * RADIUS),
        "height": _inches(2 * RADIUS),
        "fillcolor": paint.line,
        "color": paint.line,
        "tooltip": escape(joint.name),
    }


def _edge(link: Link, theme: Theme) -> dict[str, str]:
    paints = theme.light.paints()
    style = "" if link.part else _STYLES.get(link.sign, "")
    return {
        "id": line_id(link.key),
        "class": f"{link.sign} part" if link.part else link.sign,
        "color": paints[link.sign].line if link.sign in paints else theme.light.line,
        "name": escape(link.name),
        "arrowtail": "none" if link.part else _TAILS.get(link.sign, "none"),
        **({"style": style} if style else {}),
        **({"change": link.change} if link.change else {}),
        **({"penwidth": "4"} if link.part else {}),
    }


def _inches(pixels: float) -> str:
    return f"{pixels / 72:.4f}"
