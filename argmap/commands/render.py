"""`argmap render`: maps as pictures."""

import sys
from typing import Annotated

import typer

from argmap.audit.project import project
from argmap.audit.retaining import Gallery
from argmap.cli import Command
from argmap.picture.parting import Collapse, Criterion, Depth, Focus, Side, Stakeholder, Tag

Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="[PATH]..."),
]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE or DIR", help="Where; - for the screen.")
]
Form = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="NAME",
        help="svg, html, pdf, png, mermaid, d2, dot; else by the file's suffix.",
    ),
]
Layout = Annotated[
    str, typer.Option(metavar="NAME", help="tree, dot; or auto, by the map's shape.")
]
Direction = Annotated[
    str, typer.Option(metavar="WAY", help="right or down; else down, or as suits the layout.")
]
Engine = Annotated[
    str, typer.Option(metavar="NAME", help="embedded; or dot, the Graphviz of this machine.")
]
Theme = Annotated[str, typer.Option(metavar="NAME", help="How it looks.")]
Page = Annotated[
    str, typer.Option(metavar="FORMAT", help="PDF over pages: a4, a3, letter, legal, tabloid.")
]
Width = Annotated[
    int, typer.Option(min=0, show_default=False, metavar="N", help="PNG: width in pixels.")
]
Dpi = Annotated[
    int, typer.Option(min=0, show_default=False, metavar="N", help="PNG: pixels an inch.")
]
Font = Annotated[str, typer.Option(metavar="FILE", help="PNG, PDF: a font for what ours lacks.")]
Embed = Annotated[
    str,
    typer.Option("--embed-font", metavar="NAME or FILE", help="SVG: bring letters along: firago."),
]
View = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="In regions: sides, stakeholders, sources, criteria, branches."
    ),
]
Verdicts = Annotated[
    bool, typer.Option("--verdicts", help="Which claims stand, and how strongly, in each box.")
]
Semantics = Annotated[
    str, typer.Option(metavar="NAMES", help="By which, with commas between; as in evaluate.")
]
Compare = Annotated[
    str, typer.Option(metavar="OLD", help="What came, went and changed since this map.")
]
Notes = Annotated[bool, typer.Option("--notes", help="HTML: with your private notes.")]
Split = Annotated[
    bool, typer.Option("--split", help="An overview and a sheet for each branch, in a folder.")
]
Lang = Annotated[str, typer.Option(metavar="LANG", help="The language, where maps are in several.")]
Check = Annotated[
    bool, typer.Option("--check", help="Draw nothing; name each picture that is out of date.")
]
Force = Annotated[bool, typer.Option("--force", help="Draw what is up to date as well.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")]


def run(  # noqa: PLR0913, PLR0917  each is an option
    paths: Paths = None,
    output: Output = "",
    form: Form = "",
    layout: Layout = "auto",
    direction: Direction = "",
    engine: Engine = "embedded",
    theme: Theme = "",
    page: Page = "",
    width: Width = 0,
    dpi: Dpi = 0,
    font: Font = "",
    embed: Embed = "",
    notes: Notes = False,
    focus: Focus = "",
    depth: Depth = 0,
    side: Side = "",
    stakeholder: Stakeholder = "",
    criterion: Criterion = "",
    tag: Tag = "",
    collapse: Collapse = "",
    view: View = "",
    verdicts: Verdicts = False,
    semantics: Semantics = "",
    compare: Compare = "",
    split: Split = False,
    lang: Lang = "",
    check: Check = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Draw argument maps as pictures.

    Without PATH the project's maps are drawn: the `paths` of its settings, or this folder. Pictures
    go to the `output` folder of the settings, or beside the maps. One that is up to date is left
    as it is. A picture of a part is called after it, motion.focus-ID.svg, motion.depth-2.svg;
    sheets go to a folder, motion.sheets.
    """
    options = dict(locals())
    here = project()
    words = tuple(paths or here.paths or (".",))
    gallery = Gallery(here, words, options)
    many = gallery.count()
    if many is None:
        from argmap.drafting import draft  # noqa: PLC0415  most often nothing has changed

        draft(here, words, options, gallery)
    elif not quiet and not check:
        print(f"{many} up to date", file=sys.stderr)


COMMAND = Command("render", run)
