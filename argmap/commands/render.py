"""`argmap render`: maps as pictures."""

import shlex
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from argmap.audit.auditing import named
from argmap.audit.opening import opened
from argmap.audit.project import Project, project
from argmap.cli import Command
from argmap.drawing import USUAL, Manner, Press, sketch, verify
from argmap.errors import InvalidMap, Unsupported
from argmap.loading import Cache
from argmap.model import ArgMap
from argmap.picture.parting import (
    Collapse,
    Criterion,
    Depth,
    Focus,
    Side,
    Stakeholder,
    Tag,
    scoped,
)
from argmap.picture.theming import DEFAULT
from argmap.rendering import Outcome, Wish, render, sound
from argmap.text import printable
from argmap.yamlfile.supplying import Source

Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="[PATH]..."),
]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE or DIR", help="Where; - for the screen.")
]
Form = Annotated[
    str, typer.Option("--format", metavar="NAME", help="svg, dot; else by the file's suffix.")
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
Width = Annotated[int, typer.Option(min=0, show_default=False, help="PNG: width in pixels.")]
Dpi = Annotated[int, typer.Option(min=0, show_default=False, help="PNG: pixels an inch.")]
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
Split = Annotated[
    bool, typer.Option("--split", help="An overview and a sheet for each branch, in a folder.")
]
Lang = Annotated[str, typer.Option(help="The language, where maps are in several.")]
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
    here = project()
    words = tuple(paths or here.paths or (".",))
    sources = named(here.given(paths=words), sys.stdin.buffer, "")
    scope = scoped(focus, depth, side, stakeholder, criterion, tag, collapse)
    press, look = Press(page, width, dpi, font, embed), theme or here.theme or DEFAULT
    manner = Manner(layout, engine, look, press, scope, direction=direction, view=view)
    judged = semantics or (USUAL if verdicts else "")
    manner = replace(manner, verdicts=judged, before=_before(compare, sources))
    wish = Wish(words, output, form, lang, manner, force, split, compare)
    if output == "-" or (words == ("-",) and not output):
        _print(sources, wish, here)
    else:
        _draw(render(sources, wish, here, _notify, check=check), wish, quiet=quiet, check=check)


def _before(compare: str, sources: Sequence[Source]) -> ArgMap | None:
    """Return the map that one other is to be compared with, if any."""
    if compare and len(sources) > 1:
        raise Unsupported(f"{len(sources)} maps are not compared with one; name one")
    return opened(compare) if compare else None


def _draw(outcomes: Iterable[Outcome], wish: Wish, *, quiet: bool, check: bool) -> None:
    """Say of each picture what came of it, and end with the exit code of the worst."""
    counted: Counter[str] = Counter()
    for one in outcomes:
        counted[one.state] += 1
        _tell(one, wish, quiet=quiet)
    if not quiet and not check and counted["current"]:
        print(f"{counted['current']} up to date", file=sys.stderr)
    if counted["failed"] or counted["unread"]:
        raise typer.Exit(2)
    raise typer.Exit(int(any(counted[state] for state in FINDINGS)))


def _print(sources: Sequence[Source], wish: Wish, here: Project) -> None:
    """Write the one picture that was asked for to standard output."""
    if len(sources) > 1:
        raise Unsupported(f"{len(sources)} maps do not go to standard output; name one")
    argmap, problems = sound(sources[0], Cache(), here)
    if argmap is None:
        raise InvalidMap(problems)
    verify(wish.manner, wish.renderer)
    content = wish.renderer.render(sketch(argmap, wish.language, wish.manner, _notify))
    sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def _tell(one: Outcome, wish: Wish, *, quiet: bool) -> None:
    """Say what came of a picture: findings on standard output, all else on standard error."""
    where = printable(str(one.path))
    if one.state == "former":
        print(f"{where}: is no sheet of {printable(one.source)} any more")
    elif one.state == "missing":
        print(f"{where}: there is no picture of {printable(one.source)}")
    elif one.state == "stale":
        how = f"argmap render {printable(one.source)}" if wish.is_whole else "without --check this"
        print(f"{where}: is out of date; {how} draws it")
    elif one.state == "failed":
        print(f"argmap: {printable(one.source)}: {one.error}", file=sys.stderr)
    elif one.state in ("drawn", "removed") and not quiet:
        print(f"{'drew' if one.state == 'drawn' else 'removed'} {where}", file=sys.stderr)
        if one.claims:
            print(_advice(one, wish), file=sys.stderr)
    for problem in one.problems:
        place = printable(f"{problem.path}:{problem.span.line}:{problem.span.column}")
        print(f"{place}: {problem.code} {problem.message}", file=sys.stderr)


def _advice(one: Outcome, wish: Wish) -> str:
    """Return how a large map is drawn so that it is legible on paper."""
    words = ["argmap", "render", one.source, "--split"]
    words += ["-o", wish.output] if wish.output and not wish.is_file else []
    return (
        f"{one.claims} claims are many for a picture: {printable(shlex.join(words))} makes sheets"
    )


def _notify(message: str) -> None:
    if sys.stderr.isatty():
        print(message, file=sys.stderr)


FINDINGS = ("invalid", "stale", "missing", "former")
COMMAND = Command("render", run)
