"""The picture as SVG: whole sentences in boxes, readable in any viewer, by ear, on paper, in the dark.

All markup is written here; of the engine's drawing only the coordinates are used. Plain attributes
give the light look, which print and simple viewers show; the style sheet, only for screens, adds
the dark one.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files

from argmap.diagram import Box, Joint, Link
from argmap.dotwriting import anchor, box_id, line_id, paint_of, sort_of
from argmap.drawing import Renderer, Sketch
from argmap.fitting import LEADING, Fitted, Line, paragraph
from argmap.inking import (
    FONT,
    chip,
    escape,
    head,
    line,
    number,
    rectangle,
    sign,
    text,
)
from argmap.measuring import balanced, width
from argmap.phrasing import phrases
from argmap.theming import Palette, Theme

MARGIN = 32.0
LEAST = 560.0  # how wide the page is at least, for the title's sake


def render(sketch: Sketch) -> str:
    """Return the picture as SVG."""
    return "".join(_Page(sketch).parts())


class _Page:
    """One picture; its coordinates are those of the engine, shifted below the title."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch, self.diagram, self.theme = sketch, sketch.diagram, sketch.theme
        self.light = sketch.theme.light
        self.placed = sketch.placed
        self.rising: dict[str, list[Link]] = {}
        for link in self.diagram.links:
            self.rising.setdefault(link.lower, []).append(link)

    @cached_property
    def extent(self) -> tuple[float, float, float, float]:
        """How far boxes and lines reach, in the engine's coordinates."""
        corners = list(self.placed.boxes.values())
        points = [point for points in self.placed.lines.values() for point in points]
        across = [x for c in corners for x in (c[0], c[2])] + [x for x, _ in points] or [0.0]
        down = [y for c in corners for y in (c[1], c[3])] + [y for _, y in points] or [0.0]
        return min(across), min(down), max(across), max(down)

    @cached_property
    def inner(self) -> float:
        """How wide the page is between its margins."""
        return max(round(self.extent[2] - self.extent[0]), LEAST)

    def parts(self) -> Iterator[str]:
        """Yield the file piece by piece."""
        header, top = self._header()
        left, upper, right, lower = self.extent
        self.dx = round(MARGIN + (self.inner - (right - left)) / 2 - left)
        self.dy = round(top - upper)
        footer, bottom = self._footer(lower + self.dy + 26)
        yield from self._opening(self.inner + 2 * MARGIN, bottom + MARGIN - 8)
        yield '<g class="head">\n' + "".join(header) + "</g>\n"
        yield '<g class="links">\n'
        yield from map(self._link, self.diagram.links)
        yield '</g>\n<g class="boxes">\n'
        joints = {joint.key: joint for joint in self.diagram.joints}
        yield from map(self._joint, joints.values())
        yield from map(self._box, self.diagram.boxes)
        yield "</g>\n" + "".join(footer) + "</svg>\n"

    def _opening(self, wide: float, high: float) -> Iterator[str]:
        diagram, name = self.diagram, self.sketch.stamp[:8]
        size = f'{number(wide)}" height="{number(high)}'
        kind = phrases("picture", diagram.language)("kind")
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f"<!-- argmap sha256:{self.sketch.stamp} -->\n"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="argmap" width="{size}"'
            f' viewBox="0 0 {number(wide)} {number(high)}" lang="{escape(diagram.language)}"'
            f' xml:lang="{escape(diagram.language)}" role="graphics-document document"'
            f' aria-roledescription="{kind}" aria-labelledby="t-{name}"'
            f' aria-describedby="d-{name}" font-family="{FONT}">\n'
        )
        yield f'<title id="t-{name}">{escape(diagram.title)}</title>\n'
        yield f'<desc id="d-{name}">{escape(diagram.description)}</desc>\n'
        yield f"<style>\n{_style(self.theme)}</style>\n"
        yield f'<rect class="paper" width="100%" height="100%" fill="{self.light.paper}"/>\n'

    def _header(self) -> tuple[list[str], float]:
        """Return title, question and summary, and where they end."""
        shapes, diagram = self.theme.shapes, self.diagram
        size, y, parts = shapes["title"].text, MARGIN - 4, []
        room = min(shapes["title"].room, self.inner)
        for words in balanced(diagram.title, room, size, bold=True):
            wide = width(words, size, bold=True)
            parts.append(text(Line(0, size, words, wide, size, True), MARGIN, y, self.light.ink))
            y += size * LEADING
        if diagram.question:
            size = shapes["question"].text
            found = paragraph(diagram.question, 0, 4, room, size)
            parts += [text(one, MARGIN, y, self.light.ink) for one in found]
            y += len(found) * size * LEADING + 6
        if diagram.summary:
            shape = shapes["note"]
            found = paragraph(diagram.summary, 0, 6, min(shape.room, self.inner), shape.text, "quiet")
            parts += [text(one, MARGIN, y, self.light.quiet) for one in found]
            y += len(found) * shape.text * LEADING + 8
        return [f"{part}\n" for part in parts], round(y + 24)

    def _footer(self, y: float) -> tuple[list[str], float]:
        """Return legend and sources, and where they end."""
        parts, y = self._legend(y)
        if not self.diagram.credits:
            return parts, y
        size, say = self.theme.shapes["foot"].text - 1, phrases("picture", self.diagram.language)
        title = say("source" if len(self.diagram.credits) == 1 else "sources") + ": "
        indent = width(title, size, bold=True) + 4
        y += 6
        parts.append('<g class="sources">\n')
        label = Line(0, size, title, indent - 4, size, True, "quiet")
        parts.append(text(label, MARGIN, y, self.light.quiet) + "\n")
        for credit in self.diagram.credits:
            found = paragraph(credit.text, indent, 0, self.inner - indent, size, "quiet")
            words = "".join(text(one, MARGIN, y, self.light.quiet) for one in found)
            parts.append(_linked(words, credit.href) + "\n")
            y += len(found) * size * LEADING + 2
        return [*parts, "</g>\n"], y

    def _legend(self, y: float) -> tuple[list[str], float]:
        """Return the signs that occur with what they mean, in as many rows as it takes."""
        size = self.theme.shapes["foot"].text
        parts, x = ['<g class="legend">\n'], 0.0
        for key, words in self.diagram.legend:
            wide = width(words, size)
            if x and x + 46 + wide > self.inner:
                x, y = 0.0, y + 26
            parts.append(_icon(key, MARGIN + x, y + 10, self.theme))
            one = Line(x + 46, 10 + size * 0.36, words, wide, size, False, "quiet")
            parts.append(text(one, MARGIN, y, self.light.quiet) + "\n")
            x += 46 + wide + 26
        return [*parts, "</g>\n"], y + 26 if self.diagram.legend else y

    def _link(self, link: Link) -> str:
        points = [(x + self.dx, y + self.dy) for x, y in self.placed.lines[line_id(link.key)]]
        paint = self.light.paints().get(link.sign)
        colour, sort = (paint.line, link.sign) if paint and link.sign != "option" else (self.light.line, "plain")
        drawn = line(points, "" if link.part else link.sign, colour, 4 if link.part else 2)
        tip = "" if link.part else head(points, link.sign, colour, self.light.paper)
        return (
            f'<g id="{line_id(link.key)}" class="link is-{sort}" role="graphics-symbol">'
            f"<title>{escape(link.name)}</title>{drawn}{tip}</g>\n"
        )

    def _joint(self, joint: Joint) -> str:
        left, top, right, bottom = self._corners(joint.key)
        colour = paint_of(joint, self.theme).line
        drawn = sign(joint.sign, (left + right) / 2, (top + bottom) / 2, colour, self.light.paper)
        return (
            f'<g id="{box_id(joint.key)}" class="joint is-{sort_of(joint)}" role="graphics-symbol">'
            f"<title>{escape(joint.name)}</title>{drawn}</g>\n"
        )

    def _corners(self, key: str) -> tuple[float, float, float, float]:
        left, top, right, bottom = self.placed.boxes[box_id(key)]
        return left + self.dx, top + self.dy, right + self.dx, bottom + self.dy

    def _box(self, box: Box) -> str:
        left, top, right, bottom = self._corners(box.key)
        fitted, paint, sort = self.sketch.fitted[box.key], paint_of(box, self.theme), sort_of(box)
        border = self.theme.shapes[box.role].border
        fill = self.light.paper if box.role == "see" else paint.fill
        frame = rectangle((left, top, right, bottom), "b", (fill, paint.line), border)
        words = "".join(self._words(box, fitted, left, top, paint.ink))
        chips = "".join(chip(one, left, top, self.theme, sort) for one in fitted.chips)
        inside = f'{frame}<g aria-hidden="true">{words}{chips}{self._signs(box)}</g>'
        if box.role == "see":
            inside = _linked(inside, f"#{box_id(box.href)}")
        about = f' data-claim="{escape(box.claim)}"' if box.claim else ""
        name = f"{box.name} [{box.claim}]" if box.claim else box.name
        return (
            f'<g id="{box_id(box.key)}" class="box {box.role} is-{sort}" role="graphics-object"'
            f"{about}><title>{escape(name)}</title>{inside}</g>\n"
        )

    def _words(self, box: Box, fitted: Fitted, x: float, y: float, ink: str) -> Iterator[str]:
        quiet = ink or self.light.quiet
        for one in fitted.lines:
            drawn = text(one, x, y, (ink or self.light.ink) if one.tone == "ink" else quiet)
            linked = one.tone == "mark" and box.href
            yield _linked(drawn, box.href) if linked else drawn

    def _signs(self, box: Box) -> str:
        """Return the signs where lines arrive at a box; parts of a joint have theirs there."""
        found = []
        for link in self.rising.get(box.key, ()):
            if not link.part:
                x, y = self.placed.lines[line_id(link.key)][-1]
                colour = self.light.paints()[link.sign].line if link.sign else self.light.line
                found.append(sign(link.sign, x + self.dx, y + self.dy, colour, self.light.paper))
        return "".join(found)


def _linked(inside: str, href: str) -> str:
    if not href:
        return inside
    if href.startswith("#"):
        return f'<a href="{escape(href)}">{inside}</a>'
    return f'<a href="{escape(href)}" target="_blank" rel="noopener noreferrer">{inside}</a>'


def _icon(key: str, x: float, y: float, theme: Theme) -> str:
    """Return the sign that a line of the legend explains."""
    paints, paper = theme.light.paints(), theme.light.paper
    if key in ("support", "attack", "undercut", "warrant"):
        colour = paints[key].line
        points = [(x + 8, y), (x + 8, y), (x + 38, y), (x + 38, y)]
        drawn = line(points, key, colour) + head(points, key, colour, paper)
        return f'<g class="link is-{key}">{drawn}{sign(key, x + 30, y, colour, paper)}</g>'
    if key == "linked":
        colour = paints["support"].line
        boxes = "".join(
            rectangle((x + 22, y + d, x + 38, y + d + 8), "b", (paints["support"].fill, colour), 1.25)
            for d in (-10, 2)
        )
        path = f"M{number(x + 22)} {number(y - 6)}H{number(x + 12)}V{number(y + 6)}H{number(x + 22)}"
        bracket = f'<path class="l" d="{path}" fill="none" stroke="{colour}" stroke-width="4"/>'
        return f'<g class="link box is-support">{bracket}{boxes}</g>'
    if key == "mark":
        size = theme.shapes["small"].text
        one = Line(0, 4, "¶8.2", width("¶8.2", size), size, False, "mark")
        return text(one, x + 10, y, theme.light.quiet)
    corners = (x + 8, y - 8.5, x + 38, y + 8.5) if key == "badge" else (x + 15, y - 8.5, x + 32, y + 8.5)
    paint = paints["badge" if key == "badge" else "letter"]
    look = "badge" if key == "badge" else "letter"
    size = theme.shapes["small"].text
    letter = Line(0, 4, "A", width("A", size, bold=True), size, True, "chip")
    words = "" if key == "badge" else text(letter, x + 19.5, y, paint.ink)
    return f'<g class="chip {look}">{rectangle(corners, "c", (paint.fill, paint.line), 1.25)}{words}</g>'


def _style(theme: Theme) -> str:
    """Return the style sheet: all of it for screens, so that print and others see plain attributes."""
    rules = (files("argmap") / "assets/picture.css").read_text("utf-8")
    dark = _variables(theme.dark, ":not([data-theme=light])")
    return (
        f"@media screen{{\n{_variables(theme.light, '')}{rules}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n"
        f"@media screen{{\n{_variables(theme.dark, '[data-theme=dark]')}}}\n"
        "@media screen and (forced-colors:active){\n"
        ".argmap .b,.argmap .c,.argmap .paper{fill:Canvas;stroke:CanvasText}\n"
        ".argmap text,.argmap .box text{fill:CanvasText}\n"
        ".argmap .sign circle{fill:CanvasText;stroke:Canvas}.argmap .sign path{stroke:Canvas}\n"
        ".argmap .link .l,.argmap .link .a{stroke:CanvasText}\n}\n"
    )


def _variables(palette: Palette, when: str) -> str:
    """Return the colours of a palette as variables."""
    paints: Mapping[str, str] = {}
    found = [
        f".argmap{when}{{--paper:{palette.paper};--ink:{palette.ink};--quiet:{palette.quiet};"
        f"--line:{palette.line};"
        + "".join(
            f"--{key}-fill:{paint.fill};--{key}-line:{paint.line};--{key}-ink:{paint.ink or palette.ink};"
            for key, paint in palette.paints().items()
            if key in ("badge", "letter")
        )
        + "}\n"
    ]
    for key, paint in palette.paints().items():
        if key not in ("badge", "letter"):
            found.append(
                f".argmap{when} .is-{key}{{--fill:{paint.fill};--edge:{paint.line};"
                f"--line:{paint.line};--text:{paint.ink or palette.ink};"
                f"--soft:{paint.ink or palette.quiet}}}\n"
            )
    return "".join(found)


RENDERER = Renderer("svg", ".svg", render)
