"""Pictures of maps: what layouts, engines and renderers agree on, and `draw`, which runs them.

A layout writes a diagram as DOT, the language of Graphviz; an engine hands the DOT to Graphviz and
brings back where everything went; a renderer makes the file. The DOT holds all that a picture
depends on, so that its hash tells whether a picture is up to date.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property
from hashlib import sha256

from argmap.errors import UnknownName, Unsupported
from argmap.graph import Graph
from argmap.model import ArgMap
from argmap.phrasing import phrases, spoken
from argmap.picture.contrasted import Contrast, contrasted
from argmap.picture.cropping import cut
from argmap.picture.diagram import Diagram
from argmap.picture.diagramming import diagram
from argmap.picture.fitting import Fitted, fit
from argmap.picture.flagging import compared, judged
from argmap.picture.grouping import grouped
from argmap.picture.scoping import WHOLE, Cut, Scope, Sheet
from argmap.picture.svgreading import Placed
from argmap.picture.theming import DEFAULT, Theme, theme
from argmap.plugins import member, members
from argmap.translating import languages, translated
from argmap.viewing import View, rest, view

AUTO = "auto"
USUAL = "usual"
"""The semantics that `argmap evaluate` takes when none is named."""
DIRECTIONS = ("right", "down")
TANGLE = 60  # claims; Graphviz's own layout of more is too wide for any page

Notify = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to arrange a diagram, as DOT; `program` is the one of Graphviz that is to draw it.

    A `shared` layout wants each claim once, with as many lines as it has uses.
    """

    name: str
    program: str
    write: Callable[["Sketch"], str]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to run Graphviz: from DOT and a program's name to where everything goes."""

    name: str
    place: Callable[[str, str, Notify], Placed]


@dataclass(frozen=True, slots=True)
class Press:
    """What pictures on paper and in pixels are made with; other renderers take none of it.

    `page` is a format of paper to tile, else one page is as large as the picture; `width` is in
    pixels, `dpi` in pixels an inch; `font` is a file, for letters that the usual font lacks. With
    `embed`, an SVG brings the letters along that it needs: of `firago`, or of a font's file.
    A page that may be for oneself alone has the private `notes` too.
    """

    page: str = ""
    width: int = 0
    dpi: int = 0
    font: str = ""
    embed: str = ""
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Renderer:
    """A form of file; what it does not ask of a sketch is not computed.

    One that is `stamped` says `argmap sha256:…`, with the sketch's stamp, near one of its ends.
    `takes` names what of the `Press` it goes by.
    """

    name: str
    suffix: str
    render: Callable[["Sketch"], str | bytes]
    stamped: bool = False
    takes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sketch:
    """A picture on its way, each step made when it is first asked for."""

    map: ArgMap
    language: str
    theme: Theme
    layout: Layout
    engine: Engine
    notify: Notify
    press: Press = Press()
    scope: Scope = WHOLE
    sheet: Sheet | None = None
    direction: str = ""
    view: View | None = None
    verdicts: str = ""
    contrast: Contrast | None = None

    @cached_property
    def part(self) -> Cut:
        """What of the map is drawn, what is folded away, and the way to it from above."""
        if not self.sheet:
            return cut(self.map, self.scope)
        return replace(cut(self.map, self.sheet.scope), sheet=self.sheet)

    @cached_property
    def diagram(self) -> Diagram:
        """What the picture shows, with what is said of it on top."""
        if self.contrast:
            return compared(self._plain(), self.contrast)
        if not self.verdicts:
            return self._plain()
        from argmap.evaluating import evaluate  # noqa: PLC0415  few pictures need it

        names = "" if self.verdicts == USUAL else self.verdicts
        return judged(self._plain(), evaluate(self.map, names))

    def _plain(self) -> Diagram:
        shared, part = self.layout.shared, self.part
        if not self.view:
            return diagram(self.map, language=self.language, shared=shared, part=part)
        say = phrases("picture", self.language)
        groups = self.view.groups(Graph(part.map), say)
        if not any(group.claims for group in groups):
            raise Unsupported(f"there is nothing to group by in the view {self.view.name!r}")
        return grouped(
            self.map,
            groups,
            rest(self.view, say),
            language=self.language,
            part=part,
            nested=self.view.nested,
        )

    @cached_property
    def once(self) -> Diagram:
        """What the picture shows with each claim once, however often it is used."""
        return replace(self, layout=member("layouts", Layout, "dot")).diagram

    @cached_property
    def fitted(self) -> Mapping[str, Fitted]:
        """The boxes with their words in place."""
        return {box.key: fit(box, self.theme) for box in self.diagram.boxes}

    @cached_property
    def dot(self) -> str:
        """The picture as DOT."""
        return self.layout.write(self)

    @cached_property
    def stamp(self) -> str:
        """The hash of the DOT (and press), by which a picture is known to be up to date."""
        told = "" if self.press == Press() else repr(self.press)
        return sha256((self.dot + told).encode("utf-8")).hexdigest()

    @cached_property
    def placed(self) -> Placed:
        """Where everything is."""
        return self.engine.place(self.dot, self.layout.program, self.notify)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a picture is to be made: its layout, engine and theme by their names, and of what."""

    layout: str = AUTO
    engine: str = "embedded"
    theme: str = DEFAULT
    press: Press = Press()
    scope: Scope = WHOLE
    sheet: Sheet | None = None
    direction: str = ""
    view: str = ""
    verdicts: str = ""
    before: ArgMap | None = None


def draw(
    argmap: ArgMap, form: str = "svg", *, language: str = "", manner: Manner | None = None
) -> str | bytes:
    """Return the picture of a map as a file of a form: `svg`, `png`, `pdf`, `dot` and others.

    Raises `UnknownName` where there is no such form, language, layout, engine or theme,
    `Unsupported` where the form takes no such press, and `DrawingFailed` where Graphviz gives up.
    """
    by, manner = renderer(form), manner or Manner()
    verify(manner, by)
    return by.render(sketch(argmap, language, manner))


def sketch(
    argmap: ArgMap,
    language: str = "",
    manner: Manner | None = None,
    notify: Notify = lambda message: None,
) -> Sketch:
    """Return a picture on its way, of which nothing is computed yet."""
    language, manner = language or argmap.language, manner or Manner()
    if language not in (known := languages(argmap)) and language not in spoken("picture"):
        raise UnknownName("languages", language, sorted({*known, *spoken("picture")}))
    layout = _layout(argmap, manner)
    shown, contrast = translated(argmap, language), None
    if manner.before:
        contrast = contrasted(translated(manner.before, language), shown)
        shown = contrast.map
    return Sketch(
        shown,
        language,
        theme(manner.theme),
        member("layouts", Layout, layout),
        member("engines", Engine, manner.engine),
        notify,
        manner.press,
        manner.scope,
        manner.sheet,
        manner.direction,
        view(manner.view) if manner.view else None,
        manner.verdicts,
        contrast,
    )


def _layout(argmap: ArgMap, manner: Manner) -> str:
    """Return the name of the layout that is asked for, or else suits."""
    if not manner.view:
        return suited(argmap) if manner.layout == AUTO else manner.layout
    if manner.layout not in (AUTO, "tree"):
        raise Unsupported(f"the layout {manner.layout!r} draws no views")
    return "tree"


def verify(manner: Manner, by: Renderer) -> None:
    """Raise `UnknownName` for a layout, engine or theme that there is not.

    Raises `Unsupported` where the renderer takes no such page, width, dots an inch or font.
    """
    for one in fields(Press):
        if getattr(manner.press, one.name) and one.name not in by.takes:
            raise Unsupported(f"{by.name} takes no {one.name}")
    if manner.direction and manner.direction not in DIRECTIONS:
        raise UnknownName("directions", manner.direction, DIRECTIONS)
    if manner.verdicts and manner.before:
        raise Unsupported("a picture shows verdicts or a comparison, not both")
    if manner.view:
        view(manner.view)
    if manner.layout != AUTO:
        member("layouts", Layout, manner.layout)
    member("engines", Engine, manner.engine)
    theme(manner.theme)


def renderer(name: str) -> Renderer:
    """Return a renderer by name, or raise `UnknownName`."""
    return member("renderers", Renderer, name)


def renderers() -> Mapping[str, Renderer]:
    """Return all renderers by name."""
    return members("renderers", Renderer)


def suited(argmap: ArgMap) -> str:
    """Return the name of the layout that suits a map: `tree`, or `dot` where it is none.

    A tree with some claims used twice is still best read as a tree. Not so a small map of which
    no claim is the thesis and which goes in circles, as examples of theories do.
    """
    graph = Graph(argmap)
    tangled = not argmap.roots and any(graph.components)
    return "dot" if tangled and len(argmap.claims) <= TANGLE else "tree"
