"""The picture as SVG: whole sentences in boxes, to be read in any viewer, by ear, on paper.

All markup is written here; of the engine's drawing only the coordinates are used. Plain attributes
give the light look; the style sheet, only for screens, adds the dark one.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from argmap.drawing import Renderer, Sketch
from argmap.phrasing import phrases
from argmap.picture.colouring import style_sheet
from argmap.picture.diagram import Box, Joint, Link, Region
from argmap.picture.dotwriting import box_id, line_id, paint_of, sort_of
from argmap.picture.fitting import LEADING, Fitted, Line, heading, paragraph
from argmap.picture.gridding import HEAD, PAD
from argmap.picture.inking import (
    FONT,
    chip,
    escape,
    head,
    line,
    linked,
    number,
    rectangle,
    sign,
    stacked,
    text,
)
from argmap.picture.legending import legend
from argmap.picture.lettering import embedded
from argmap.picture.measuring import balanced, width

MARGIN = 32.0
ORDINARY, LARGEST = 1500.0, 1.35  # a page so wide has words of the usual size; how much larger
INDENT, DEEPEST = 22.0, 12  # of the way to what is drawn: a step to the right, and how many
REGIONS = "@media screen{.argmap .r{stroke:var(--line)}}\n"
LEAST = 560.0  # how wide the page is at least, for the title's sake

Corners = tuple[float, float, float, float]


def render(sketch: Sketch) -> str:
    """Return the picture as SVG.

    Raises `ToolMissing` and `Unsupported` where letters are to be brought along and cannot be.
    """
    made = "".join(_Page(sketch).parts())
    return embedded(made, sketch.press.embed) if sketch.press.embed else made


class _Page:
    """One picture; its coordinates are those of the engine, shifted below the title."""

    def __init__(self, sketch: Sketch) -> None:
        self.sketch, self.diagram, self.theme = sketch, sketch.diagram, sketch.theme
        self.light, self.placed = sketch.theme.light, sketch.placed
        self.say = phrases("picture", self.diagram.language)
        self.joints = {joint.key for joint in self.diagram.joints}
        self.above: dict[str, list[Link]] = {}
        for link in self.diagram.links:
            self.above.setdefault(link.lower, []).append(link)

    def parts(self) -> Iterator[str]:
        """Yield the file piece by piece."""
        header, top = self._header()
        left, upper, right, lower = self.extent
        self.dx = round(MARGIN + (self.inner - (right - left)) / 2 - left)
        self.dy = round(top - upper)
        footer, bottom = self._footer(round(lower + self.dy) + 26)
        yield from self._opening(self.inner + 2 * MARGIN, bottom + MARGIN - 10)
        yield f'<g class="head">\n{"".join(header)}</g>\n<g class="links">\n'
        yield from map(self._link, self.diagram.links)
        yield '</g>\n<g class="boxes">\n'
        yield from map(self._joint, self.diagram.joints)
        for box in self.diagram.boxes:
            if box.key in self.frames:
                yield self._region(box.key)
            yield self._box(box)
        yield f'</g>\n<g class="foot">\n{"".join(footer)}</g>\n</svg>\n'

    @cached_property
    def extent(self) -> tuple[float, float, float, float]:
        """How far boxes and lines reach, in the engine's coordinates."""
        points = [point for line in self.placed.lines.values() for point in line]
        frames = (corners for _, corners in self.frames.values())
        for left, top, right, bottom in (*self.placed.boxes.values(), *frames):
            points += ((left, top), (right, bottom))
        across, down = zip(*points or [(0.0, 0.0)], strict=True)
        return min(across), min(down), max(across), max(down)

    @cached_property
    def frames(self) -> Mapping[str, tuple[Region, Corners]]:
        """The regions and how far they reach, each by the key of its first box."""
        found: dict[str, tuple[Region, Corners]] = {}
        for region in self.diagram.regions:
            corners = [self.placed.boxes[box_id(key)] for key in region.keys]
            lines = {link.key for link in self.diagram.links if link.lower in region.keys}
            across = [x for key in lines for x, _ in self.placed.lines[line_id(key)]]
            left = min(*(one[0] for one in corners), *across, corners[0][0]) - PAD
            top = min(one[1] for one in corners) - PAD - HEAD
            right, bottom = (max(one[side] for one in corners) + PAD for side in (2, 3))
            found[region.keys[0]] = (region, (left, top, right, bottom))
        return found

    def _region(self, key: str) -> str:
        """Return the frame and title of a region."""
        region, (left, top, right, bottom) = self.frames[key]
        corners = (left + self.dx, top + self.dy, right + self.dx, bottom + self.dy)
        x, y = corners[0] + PAD, corners[1] + 13
        mark, colour = region.sign, self.light.paints()[region.sign or "loose"].line
        drawn = sign(mark, x + 9, y + 10, colour, self.light.paper) if mark else ""
        x += 26 if mark else 0
        title = "".join(
            text(one, x, y, self.light.ink) for one in heading(region.title, corners[2] - PAD - x)
        )
        many = sum(box.key in region.keys and box.role != "see" for box in self.diagram.boxes)
        counts = self.say(f"claims-{'one' if many == 1 else 'many'}", n=many)
        name = escape(self.say("name-region", title=region.title, counts=counts))
        frame = rectangle(corners, "r", ("none", self.light.line), 1.5)
        return (
            f'<g class="region is-{mark or "loose"}" role="graphics-object"><title>{name}</title>'
            f'<g aria-hidden="true">{frame}{drawn}{title}</g></g>\n'
        )

    @cached_property
    def inner(self) -> float:
        """How wide the page is between its margins."""
        return max(round(self.extent[2] - self.extent[0]), LEAST)

    @cached_property
    def scale(self) -> float:
        """How much larger than usual the words around the boxes are: more on a large page."""
        return round(min(max(self.inner / ORDINARY, 1), LARGEST), 2)

    def _opening(self, wide: float, high: float) -> Iterator[str]:
        diagram, name = self.diagram, self.sketch.stamp[:8]
        size = f"{number(wide)} {number(high)}"
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f"<!-- argmap sha256:{self.sketch.stamp} -->\n"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="argmap" width="{number(wide)}"'
            f' height="{number(high)}" viewBox="0 0 {size}" lang="{escape(diagram.language)}"'
            f' xml:lang="{escape(diagram.language)}" role="graphics-document document"'
            f' aria-roledescription="{escape(self.say("kind"))}" aria-labelledby="t-{name}"'
            f' aria-describedby="d-{name}" font-family="{FONT}">\n'
        )
        yield f'<title id="t-{name}">{escape(diagram.title)}</title>\n'
        yield f'<desc id="d-{name}">{escape(diagram.description)}</desc>\n'
        more = REGIONS if diagram.regions else ""
        yield f"<style>\n{style_sheet(self.theme)}{more}</style>\n"
        yield f'<rect class="paper" width="100%" height="100%" fill="{self.light.paper}"/>\n'

    def _header(self) -> tuple[list[str], float]:
        """Return title, question and summary, and where they end."""
        shapes, diagram, y = self.theme.shapes, self.diagram, MARGIN - 4
        size, parts = shapes["title"].text * self.scale, []
        room = min(shapes["title"].room * self.scale, self.inner)
        for words in balanced(diagram.title, room, size, bold=True):
            title = Line(0, size, words, width(words, size, bold=True), size, bold=True)
            parts.append(text(title, MARGIN, y, self.light.ink) + "\n")
            y += size * LEADING
        for words, sort, tone in (
            (diagram.question, "question", "ink"),
            (diagram.summary, "note", "quiet"),
        ):
            if words:
                size = shapes[sort].text * self.scale
                room = shapes["title" if tone == "ink" else sort].room * self.scale
                room = min(room, self.inner)
                found, high = self._paragraph(words, MARGIN, y + 6, room, size, tone)
                parts.append(found)
                y += 6 + high
        drawn, high = self._crumbs(y + 12)
        return [*parts, *drawn], round(y + high + 26)

    def _crumbs(self, y: float) -> tuple[list[str], float]:
        """Return the way from the thesis to what is drawn, a step a line, and how high it is."""
        size, parts, top = self.theme.shapes["foot"].text * self.scale, [], y
        if words := self.diagram.sheet:
            wide = width(words, size, bold=True)
            drawn = text(Line(0, size, words, wide, size, bold=True), MARGIN, y, self.light.ink)
            parts.append(linked(drawn, self.diagram.overview, here=True) + "\n")
            y += size * LEADING + 6
        for step, one in enumerate(self.diagram.crumbs):
            paint = self.light.paints()[one.sign or "loose"]
            x, middle = MARGIN + 9 + INDENT * min(step, DEEPEST), y + size * LEADING / 2
            mark = sign(one.sign, x, middle, paint.line, self.light.paper)
            here, left = one is self.diagram.crumbs[-1], x + (16 if mark else -9)
            wide = width(one.text, size, bold=here)
            said = Line(0, size * 1.02, one.text, wide, size, here, "ink" if here else "quiet")
            drawn = text(said, left, y, self.light.ink if here else self.light.quiet)
            parts.append(f'<g class="crumb is-{one.sign or "loose"}">')
            parts.append(f"{mark}{linked(drawn, one.href, here=True)}</g>\n")
            y += size * LEADING + 5
        if words := self.diagram.elsewhere:
            found, high = self._paragraph(words, MARGIN, y, self.inner, size, "quiet")
            parts.append(found)
            y += high
        return parts, y - top + 12 if parts else 0.0

    def _paragraph(
        self, words: str, x: float, y: float, room: float, size: float, tone: str
    ) -> tuple[str, float]:
        """Return a paragraph's markup, and how high it is."""
        lines = paragraph(words, room, size, tone)
        ink = self.light.ink if tone == "ink" else self.light.quiet
        return "".join(text(one, x, y, ink) + "\n" for one in lines), len(lines) * size * LEADING

    def _footer(self, y: float) -> tuple[list[str], float]:
        """Return legend and sources, and where they end."""
        parts, high = legend(self.diagram.legend, self.theme, (MARGIN, y), self.inner, self.scale)
        y += high + 8
        if not self.diagram.credits:
            return parts, y
        size = (self.theme.shapes["foot"].text - 1) * self.scale
        name = self.say("source" if len(self.diagram.credits) == 1 else "sources") + ":"
        indent = width(name, size, bold=True) + 8
        title = Line(0, size, name, indent - 8, size, bold=True, tone="quiet")
        parts.append(text(title, MARGIN, y, self.light.quiet) + "\n")
        for credit in self.diagram.credits:
            room = self.inner - indent
            found, high = self._paragraph(credit.text, MARGIN + indent, y, room, size, "quiet")
            parts.append(linked(found, credit.href))
            y += high + 2
        return parts, y

    def _link(self, link: Link) -> str:
        key = line_id(link.key)
        points = [(x + self.dx, y + self.dy) for x, y in self.placed.lines[key]]
        paint = self.light.paints()[link.sign or "option"]
        drawn = line(points, "" if link.part else link.sign, paint.line, 4 if link.part else 2)
        half = 3.5 if link.upper in self.joints else 5
        tip = "" if link.part else head(points, link.sign, paint.line, self.light.paper, half)
        return (
            f'<g id="{key}" class="link is-{link.sign or "option"}" role="graphics-symbol"'
            f' data-upper="{box_id(link.upper)}" data-lower="{box_id(link.lower)}">'
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
        corners, sort = self._corners(box.key), sort_of(box)
        fitted, paint = self.sketch.fitted[box.key], paint_of(box, self.theme)
        fill = self.light.paper if box.role == "see" else paint.fill
        border = self.theme.shapes[box.role].border
        frame = rectangle(corners, "b", (fill, paint.line), border)
        words = "".join(self._words(box, fitted, *corners[:2], paint.ink))
        chips = "".join(chip(one, *corners[:2], self.theme, sort) for one in fitted.chips)
        if box.folded:
            frame = stacked(corners, (fill, paint.line), border) + frame
        inside = f'{frame}<g aria-hidden="true">{words}{chips}{self._signs(box)}</g>'
        if box.role == "see":
            inside = linked(inside, f"#{box_id(box.href)}")
        about = f' data-claim="{escape(box.claim)}"' if box.claim else ""
        said = f"{box.name} {box.folded.name}" if box.folded else box.name
        name = f"{said} [{box.claim}]" if box.claim else said
        return (
            f'<g id="{box_id(box.key)}" class="box {box.role} is-{sort}" role="graphics-object"'
            f"{about}><title>{escape(name)}</title>{inside}</g>\n"
        )

    def _words(self, box: Box, fitted: Fitted, x: float, y: float, ink: str) -> Iterator[str]:
        inks = {"ink": ink or self.light.ink}
        for one in fitted.lines:
            drawn = text(one, x, y, inks.get(one.tone, ink or self.light.quiet))
            if one.tone == "fold":
                yield linked(drawn, box.folded.href, here=True) if box.folded else drawn
            else:
                yield linked(drawn, box.href) if one.tone == "mark" else drawn

    def _signs(self, box: Box) -> str:
        """Return the signs where lines arrive at a box; parts of a joint have theirs there."""
        found = []
        for link in self.above.get(box.key, ()):
            if link.sign and not link.part:
                x, y = self.placed.lines[line_id(link.key)][-1]
                colour = self.light.paints()[link.sign].line
                found.append(sign(link.sign, x + self.dx, y + self.dy, colour, self.light.paper))
        return "".join(found)


RENDERER = Renderer("svg", ".svg", render, stamped=True, takes=frozenset(("embed",)))
