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
from argmap.picture.fitting import Fitted
from argmap.picture.gridding import PAD
from argmap.picture.inking import (
    FONT,
    chip,
    escape,
    flag,
    head,
    line,
    linked,
    meter,
    number,
    rectangle,
    sign,
    stacked,
    text,
)
from argmap.picture.lettering import embedded
from argmap.picture.surrounding import MARGIN, Corners, Surround, title_high

FLAGS = (
    "@media screen{.argmap .f{stroke:var(--ink)}.argmap .full{fill:var(--ink)}"
    ".argmap .foot .f{stroke:var(--quiet)}.argmap .foot .full{fill:var(--quiet)}}\n"
)
BORDERS = {  # by flag: how much wider the border of a box is, and its dashes
    "in": (0.75, ""),
    "out": (0.5, "7 4"),
    "undecided": (0.5, "2 4"),
    "added": (1.75, ""),
    "removed": (0.5, "7 4"),
    "changed": (0.5, "12 3 2 3"),
}
REGIONS = "@media screen{.argmap .r{stroke:var(--line)}}\n"
LEAST = 560.0  # how wide the page is at least, for the title's sake


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
        header, top = self.around.header()
        left, upper, right, lower = self.extent
        self.dx = round(MARGIN + (self.inner - (right - left)) / 2 - left)
        self.dy = round(top - upper)
        footer, bottom = self.around.footer(round(lower + self.dy) + 26)
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
            right, bottom = (max(one[side] for one in corners) + PAD for side in (2, 3))
            top = min(one[1] for one in corners) - PAD - title_high(region, right - left)
            found[region.keys[0]] = (region, (left, top, right, bottom))
        return found

    def _region(self, key: str) -> str:
        """Return the frame and title of a region."""
        region, (left, top, right, bottom) = self.frames[key]
        corners = (left + self.dx, top + self.dy, right + self.dx, bottom + self.dy)
        many = sum(box.key in region.keys and box.role != "see" for box in self.diagram.boxes)
        return self.around.region(region, corners, many)

    @cached_property
    def around(self) -> Surround:
        """What stands around the boxes."""
        return Surround(self.diagram, self.theme, self.inner)

    @cached_property
    def inner(self) -> float:
        """How wide the page is between its margins."""
        return max(round(self.extent[2] - self.extent[0]), LEAST)

    def _opening(self, wide: float, high: float) -> Iterator[str]:
        diagram, name, scale = self.diagram, self.sketch.stamp[:8], self.theme.scale
        size = f"{number(wide)} {number(high)}"
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f"<!-- argmap sha256:{self.sketch.stamp} -->\n"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="argmap" width="{number(wide * scale)}"'
            f' height="{number(high * scale)}" viewBox="0 0 {size}"'
            f' lang="{escape(diagram.language)}"'
            f' xml:lang="{escape(diagram.language)}" role="graphics-document document"'
            f' aria-roledescription="{escape(self.say("kind"))}" aria-labelledby="t-{name}"'
            f' aria-describedby="d-{name}" font-family="{FONT}">\n'
        )
        yield f'<title id="t-{name}">{escape(diagram.title)}</title>\n'
        yield f'<desc id="d-{name}">{escape(diagram.description)}</desc>\n'
        more = REGIONS if diagram.regions else ""
        more += FLAGS if any(box.flags for box in diagram.boxes) else ""
        yield f"<style>\n{style_sheet(self.theme)}{more}</style>\n"
        yield f'<rect class="paper" width="100%" height="100%" fill="{self.light.paper}"/>\n'

    def _link(self, link: Link) -> str:
        key = line_id(link.key)
        points = [(x + self.dx, y + self.dy) for x, y in self.placed.lines[key]]
        paint = self.light.paints()[link.sign or "option"]
        wide = {"added": 3.5, "removed": 1.0}.get(link.change, 2.0)
        sort = "" if link.part else link.sign
        drawn = line(points, sort, paint.line, 4 if link.part else wide)
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
        border, dashes = self.theme.shapes[box.role].border, ""
        for one in box.flags:
            wider, dashes = BORDERS.get(one.kind, (0.0, dashes))
            border += wider
        frame = rectangle(corners, "b", (fill, paint.line), border, dashes)
        words, links = self._words(box, fitted, *corners[:2], paint.ink)
        chips = "".join(chip(one, *corners[:2], self.theme, sort) for one in fitted.chips)
        if box.folded:
            frame = stacked(corners, (fill, paint.line), border) + frame
        flags = self._flags(fitted, *corners[:2], paint.ink or self.light.ink)
        inside = f'{frame}<g aria-hidden="true">{words}{chips}{flags}{self._signs(box)}</g>'
        inside += links
        about = f' data-claim="{escape(box.claim)}"' if box.claim else ""
        said = f"{box.name} {box.folded.name}" if box.folded else box.name
        said = " ".join((said, *(one.name for one in box.flags)))
        name = f"{said} [{box.claim}]" if box.claim else said
        if box.role == "see":
            inside = linked(inside, f"#{box_id(box.href)}", name=name)
        return (
            f'<g id="{box_id(box.key)}" class="box {box.role} is-{sort}" role="graphics-object"'
            f"{about}><title>{escape(name)}</title>{inside}</g>\n"
        )

    def _words(self, box: Box, fitted: Fitted, x: float, y: float, ink: str) -> tuple[str, str]:
        """Return what is written in a box, and what of it is a link: that is heard by itself."""
        words: list[str] = []
        links: list[str] = []
        inks = dict.fromkeys(("ink", "flag"), ink or self.light.ink)
        gone = any(one.kind == "removed" for one in box.flags)
        for one in fitted.lines:
            drawn = text(one, x, y, inks.get(one.tone, ink or self.light.quiet))
            if gone and one.tone == "ink":
                drawn = drawn.replace("<text ", '<text text-decoration="line-through" ', 1)
            folded = one.tone == "fold" and box.folded
            to = folded.href if folded else box.href if one.tone == "mark" else ""
            (links if to else words).append(linked(drawn, to, here=bool(folded)))
        return "".join(words), "".join(links)

    def _flags(self, fitted: Fitted, x: float, y: float, ink: str) -> str:
        """Return the signs of what is said of a claim on top, and the bars of strengths."""
        found = []
        for one in fitted.flags:
            found.append(flag(one.kind, x + one.x, y + one.y, ink))
            if one.bar:
                left, right, share = one.bar
                found.append(meter(x + left, x + right, y + one.y, share, ink))
        return "".join(found)

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
