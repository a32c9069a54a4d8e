"""`argmap show`: a map as a tree in the terminal."""

import sys
from typing import Annotated

import typer

from argmap.audit.opening import opened
from argmap.classroom.requesting import request
from argmap.classroom.showing import Look, show
from argmap.cli import Command
from argmap.reporting import style


def run(
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
    lang: Annotated[str, typer.Option(help="The language, where the map is in several.")] = "",
) -> None:
    """Show a map as a tree: + supports, − attacks, × undercuts a step, ∵ says why a step holds.

    A claim that is used twice is shown once, with its #id, and elsewhere as "see id".
    """
    asked = request(opened(file), lang)
    shape = style(sys.stdout, asked.language)
    plain = ascii_only or not _can_draw(sys.stdout.encoding)
    look = Look(
        width=width or shape.width or 100, depth=depth, ascii=plain, colour=shape.colour, ids=ids
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
