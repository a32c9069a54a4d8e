"""`argmap show`: a map as a tree in the terminal."""

import sys
from dataclasses import replace
from typing import Annotated

import typer

from argmap.audit.opening import opened
from argmap.classroom.requesting import request
from argmap.classroom.showing import Look, show
from argmap.cli import Command
from argmap.graph import Graph
from argmap.picture.cropping import cut
from argmap.picture.describing import Describer
from argmap.picture.parting import Collapse, Criterion, Focus, Side, Stakeholder, Tag
from argmap.picture.scoping import scoped
from argmap.reporting import style


def run(  # noqa: PLR0913, PLR0917  each is an option
    file: Annotated[str, typer.Argument(metavar="FILE", help="A map, or - for standard input.")],
    depth: Annotated[
        int, typer.Option(min=0, metavar="N", help="How many levels below the root; 0 for all.")
    ] = 0,
    ascii_only: Annotated[
        bool, typer.Option("--ascii", help="No signs and letters beyond ASCII.")
    ] = False,
    width: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="How wide lines are; 0 for the terminal's width."),
    ] = 0,
    ids: Annotated[bool, typer.Option("--ids", help="The id of every claim.")] = False,
    focus: Focus = "",
    side: Side = "",
    stakeholder: Stakeholder = "",
    criterion: Criterion = "",
    tag: Tag = "",
    collapse: Collapse = "",
    lang: Annotated[
        str, typer.Option(metavar="LANG", help="The language, where the map is in several.")
    ] = "",
) -> None:
    """Show a map as a tree: + supports, − attacks, × undercuts a step, ∵ says why a step holds.

    What a part of the map leaves out is counted where it hangs.

    A claim that is used twice is shown once, with its #id, and elsewhere as "see id".
    """
    asked = request(opened(file), lang)
    scope = scoped(
        collapse, focus=focus, side=side, stakeholder=stakeholder, criterion=criterion, tag=tag
    )
    part = cut(asked.map, scope)
    says = Describer(part, Graph(part.map), asked.language, asked.map)
    asked = replace(asked, map=part.map)
    shape = style(sys.stdout, asked.language)
    plain = ascii_only or not _can_draw(sys.stdout.encoding)
    look = Look(
        width=width or shape.width or 100,
        depth=depth,
        ascii=plain,
        colour=shape.colour,
        ids=ids,
        folds={key: says.folded(fold).text for key, fold in part.folds.items()},
        path=" ".join(words for words in (says.way(), says.elsewhere()) if words),
    )
    sys.stdout.writelines(f"{line}\n" for line in show(asked, look))
    sys.stdout.flush()


def _can_draw(encoding: str | None) -> bool:
    try:
        "├−∵".encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


COMMAND = Command("show", run)
