"""What stands around the boxes of a picture: title, way, notes, regions, legend and sources."""

from functools import cached_property

from argmap.phrasing import Phrases, phrases
from argmap.picture.diagram import Diagram, Region
from argmap.picture.fitting import LEADING, Line, heading, headroom, paragraph
from argmap.picture.gridding import PAD
from argmap.picture.inking import escape, linked, rectangle, sign, text
from argmap.picture.legending import legend
from argmap.picture.measuring import balanced, width
from argmap.picture.theming import Theme

MARGIN = 32.0
ORDINARY, LARGEST = 1500.0, 1.35  # a page so wide has words of the usual size; how much larger
INDENT, DEEPEST = 22.0, 12  # of the way to what is drawn: a step to the right, and how many

Corners = tuple[float, float, float, float]


SIGNED = 26.0  # room for the sign of a region


def title_high(region: Region, wide: float) -> float:
    """Return how high the title of a region is that is so wide."""
    return headroom(region.title, _title_room(region, wide))


def _title_room(region: Region, wide: float) -> float:
    return wide - 2 * PAD - (SIGNED if region.sign else 0)


class Surround:
    """Draws around the boxes, on a page that is `inner` wide between its margins."""

    def __init__(self, diagram: Diagram, theme: Theme, inner: float) -> None:
        self.diagram, self.theme, self.inner = diagram, theme, inner
        self.light = theme.light
        self.say: Phrases = phrases("picture", diagram.language)

    @cached_property
    def scale(self) -> float:
        """How much larger than usual the words around the boxes are: more on a large page."""
        return round(min(max(self.inner / ORDINARY, 1), LARGEST), 2)

    def header(self) -> tuple[list[str], float]:
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
        for words in (self.diagram.elsewhere, *self.diagram.notes):
            if not words:
                continue
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

    def footer(self, y: float) -> tuple[list[str], float]:
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

    def region(self, region: Region, corners: Corners, many: int) -> str:
        """Return the frame and title of a region, in which so many claims are drawn."""
        x, y = corners[0] + PAD, corners[1] + 13
        mark, colour = region.sign, self.light.paints()[region.sign or "loose"].line
        drawn = sign(mark, x + 9, y + 10, colour, self.light.paper) if mark else ""
        x += SIGNED if mark else 0
        room = _title_room(region, corners[2] - corners[0])
        title = "".join(text(one, x, y, self.light.ink) for one in heading(region.title, room))
        counts = self.say(f"claims-{'one' if many == 1 else 'many'}", n=many)
        name = escape(self.say("name-region", title=region.title, counts=counts))
        frame = rectangle(corners, "r", ("none", self.light.line), 1.5)
        return (
            f'<g class="region is-{mark or "loose"}" role="graphics-object"><title>{name}</title>'
            f'<g aria-hidden="true">{frame}{drawn}{title}</g></g>\n'
        )
