"""The picture as D2, the diagram language of terrastruct, to be laid out and styled there.

Texts are in double quotes, in which only the quote, the backslash and the dollar sign mean anything
(D2's language tour, "Strings"). Lines have a word and a dash as well as a colour.
"""

from collections.abc import Iterator

from argmap.drawing import Renderer, Sketch
from argmap.phrasing import phrases
from argmap.picture.captioning import captions
from argmap.picture.diagram import Box, Joint
from argmap.picture.dotwriting import sort_of

_DASHES = {"attack": 6, "undercut": 2}


def render(sketch: Sketch) -> str:
    """Return the picture as D2."""
    return "".join(f"{line}\n" for line in _lines(sketch))


def _lines(sketch: Sketch) -> Iterator[str]:
    drawn, say = sketch.once, phrases("picture", sketch.language)
    parts: list[Box | Joint] = [*drawn.boxes, *drawn.joints]
    names = {one.key: f"n{number}" for number, one in enumerate(parts, 1)}
    yield f"# argmap sha256:{sketch.stamp}"
    yield "direction: up"
    yield from _classes(sketch, sorted({sort_of(one) for one in parts}))
    yield f"title: {_quoted(drawn.title)} {{near: top-center; shape: text; style.font-size: 32}}"
    for box in drawn.boxes:
        lines = [line for part in captions(box) for line in part]
        yield f"{names[box.key]}: {_quoted(chr(10).join(lines))} {{class: {sort_of(box)}}}"
    for joint in drawn.joints:
        told = f"shape: circle; width: 24; height: 24; class: {sort_of(joint)}"
        yield f'{names[joint.key]}: "" {{{told}}}'
    for link in drawn.links:
        plain = link.part or link.sign in ("", "option")
        word = "" if plain else say(f"legend-{link.sign}")
        arrow = "--" if plain else "->"
        told = f"class: line-{link.sign or 'option'}"
        yield f"{names[link.lower]} {arrow} {names[link.upper]}: {_quoted(word)} {{{told}}}"


def _classes(sketch: Sketch, sorts: list[str]) -> Iterator[str]:
    """Yield how each sort of box and of line looks."""
    light = sketch.theme.light
    yield "classes: {"
    for sort in sorts:
        paint = light.paints()[sort]
        look = (
            f'fill: "{paint.fill}"; stroke: "{paint.line}"; font-color: "{paint.ink or light.ink}"'
        )
        yield f"  {sort}: {{style: {{{look}; border-radius: 8}}}}"
    for sign in sorted({link.sign or "option" for link in sketch.diagram.links}):
        dash = f"; stroke-dash: {_DASHES[sign]}" if sign in _DASHES else ""
        look = f'stroke: "{light.paints()[sign].line}"; stroke-width: 2{dash}'
        yield f"  line-{sign}: {{style: {{{look}}}}}"
    yield "}"


def _quoted(text: str) -> str:
    r"""Return a text as a string of D2's.

    >>> _quoted('a "b" ${c} \\d'), _quoted("two" + chr(10) + "lines")
    ('"a \\"b\\" \\${c} \\\\d"', '"two\\nlines"')
    """
    for sign in ("\\", '"', "$"):
        text = text.replace(sign, f"\\{sign}")
    safe = "".join(one if one >= " " or one == "\n" else "\ufffd" for one in text)
    return '"' + safe.replace("\n", "\\n") + '"'


RENDERER = Renderer("d2", ".d2", render, stamped=True)
