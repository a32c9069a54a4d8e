"""The picture as a Mermaid flowchart, for READMEs, wikis and issue trackers that draw them.

The syntax is that of mermaid 10 and later (`flowchart`, quoted texts, entity codes). Lines have a
word and a shape as well as a colour, so that all can tell them apart.
"""

from collections.abc import Iterator

from argmap.drawing import Renderer, Sketch
from argmap.phrasing import phrases
from argmap.picture.captioning import captions
from argmap.picture.diagram import Box, Diagram, Joint
from argmap.picture.dotwriting import sort_of

_ARROWS = {"support": "-->", "warrant": "-->", "attack": "-.-x", "undercut": "-.-x"}
_SIGNS = {"support": "+", "attack": "−", "undercut": "×"}
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-()'!?:/")


def render(sketch: Sketch) -> str:
    """Return the picture as Mermaid."""
    return "".join(f"{line}\n" for line in _lines(sketch))


def _lines(sketch: Sketch) -> Iterator[str]:
    drawn = sketch.once
    names = _names(drawn)
    say = phrases("picture", sketch.language)
    yield f"%% argmap sha256:{sketch.stamp}"
    yield "flowchart BT"
    yield f"  accTitle: {_escaped(drawn.title)}"
    yield f"  accDescr: {_escaped(drawn.description)}"
    for box in drawn.boxes:
        yield f'  {names[box.key]}["{_text(box)}"]'
    for joint in drawn.joints:
        yield f'  {names[joint.key]}(("{_escaped(_SIGNS.get(joint.sign, "+"))}"))'
    for link in drawn.links:
        word = "" if link.part or link.sign in ("", "option") else say(f"legend-{link.sign}")
        arrow = "---" if link.part else _ARROWS.get(link.sign, "---")
        told = f'|"{_escaped(word)}"|' if word else ""
        yield f"  {names[link.lower]} {arrow}{told} {names[link.upper]}"
    yield from _paints(sketch, drawn, names)


def _names(drawn: Diagram) -> dict[str, str]:
    """Return a name without any special letter for each box and joint."""
    keys = (*(box.key for box in drawn.boxes), *(joint.key for joint in drawn.joints))
    return {key: f"n{number}" for number, key in enumerate(keys, 1)}


def _text(box: Box) -> str:
    above, below = captions(box)
    lines = [*(f"<b>{_escaped(one)}</b>" for one in above), *map(_escaped, below)]
    return "<br/>".join(lines) or " "  # no words at all are a syntax error


def _paints(sketch: Sketch, drawn: Diagram, names: dict[str, str]) -> Iterator[str]:
    """Yield the colours: a class for each sort of box, a style for each sort of line."""
    paints = sketch.theme.light.paints()
    sorts: dict[str, list[str]] = {}
    parts: list[Box | Joint] = [*drawn.boxes, *drawn.joints]
    for part in parts:
        sorts.setdefault(sort_of(part), []).append(names[part.key])
    for sort, members in sorts.items():
        paint = paints[sort]
        ink = paint.ink or sketch.theme.light.ink
        look = f"fill:{paint.fill},stroke:{paint.line},color:{ink},stroke-width:2px"
        yield f"  classDef {sort} {look}"
        yield f"  class {','.join(members)} {sort}"
    lines: dict[str, list[str]] = {}
    for number, link in enumerate(drawn.links):
        lines.setdefault(link.sign or "option", []).append(str(number))
    for sort, numbers in lines.items():
        yield f"  linkStyle {','.join(numbers)} stroke:{paints[sort].line},stroke-width:2px"


def _escaped(text: str) -> str:
    """Return a text of which Mermaid and HTML take nothing for their own.

    >>> _escaped('a "b" <c> #d; 50%')
    'a #34;b#34; #60;c#62; #35;d#59; 50#37;'
    """
    return "".join(one if one in _PLAIN or one > "\x7f" else f"#{ord(one)};" for one in text)


RENDERER = Renderer("mermaid", ".mmd", render, stamped=True)
