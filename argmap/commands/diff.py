"""`argmap diff`: what differs between two maps, in terms of claims, and what that does."""

import os
import sys
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer

from argmap.classroom.requesting import request
from argmap.cli import Command
from argmap.converting import content, decoded, sound
from argmap.errors import InvalidMap, Unreadable
from argmap.model import ArgMap
from argmap.phrasing import phrases
from argmap.plugins import names
from argmap.reporting import data, style
from argmap.versions.contrasting import contrast, form
from argmap.versions.retelling import markdown, terminal

STDIN = "-"
KNOWN = ", ".join(name.replace("_", "-") for name in names("semantics"))


class Form(StrEnum):
    """How differences are written."""

    text = "text"
    markdown = "markdown"
    json = "json"


Old = Annotated[str, typer.Argument(metavar="OLD", help="A map, or - for standard input.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="Another, or - for standard input.")]
Format = Annotated[Form, typer.Option("--format", help="How the differences are written.")]
Json = Annotated[bool, typer.Option("--json", help="As JSON; the same as --format json.")]
Names = Annotated[
    str, typer.Option("--semantics", "-s", metavar="NAMES", help=f"With commas between: {KNOWN}.")
]
Code = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where there are differences.")]
At = Annotated[
    str,
    typer.Option(
        "--path",
        metavar="FILE",
        help="Where both maps belong, so that what they include is found: for git.",
    ),
]
Lang = Annotated[str, typer.Option(metavar="LANG", help="The language: en, es.")]


def run(  # noqa: PLR0913, PLR0917  each is an option
    old: Old,
    new: New,
    shape: Format = Form.text,
    as_json: Json = False,
    semantics: Names = "",
    exit_code: Code = False,
    path: At = "",
    lang: Lang = "",
) -> None:
    """Say what differs between two maps: claims, arguments, what is said of them, and verdicts.

    Of each verdict that differs, the smallest set of differences that alone makes it is named.
    Comments, layout and the order of siblings are no differences. The maps may be in any format
    that `argmap convert` reads; an empty file is a map without claims.
    """
    maps = [_opened(one, path or (other if one == STDIN else one))
            for one, other in ((old, new), (new, old))]  # fmt: skip
    wanted = [request(one, lang) for one in maps]
    asked = tuple(name.strip() for name in semantics.split(",") if name.strip())
    found = contrast(maps[0], maps[1], asked)
    shown = replace(found, old=wanted[0].map, new=wanted[1].map)
    look = style(sys.stdout, wanted[1].language)
    say = phrases("differences", look.lang)
    if as_json or shape is Form.json:
        lines = iter(data(form(found)).split("\n"))
    elif shape is Form.markdown:
        lines = markdown(shown, say)
    else:
        lines = terminal(shown, say, head=path, colour=look.colour)
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()
    if exit_code and found.differences:
        raise typer.Exit(1)


def _opened(name: str, place: str) -> ArgMap:
    """Return a map that is sound; one with errors cannot be compared."""
    if name == os.devnull:
        return ArgMap()
    text = decoded(sys.stdin.buffer.read() if name == STDIN else content(name), name)
    if not text.strip():
        return ArgMap()
    try:
        return sound(text, "" if place == STDIN else place)
    except InvalidMap as error:
        first = error.problems[0]
        at = f"{first.path or name}:{first.span.line}:{first.span.column}"
        more = f" (and {len(error.problems) - 1} more)" if len(error.problems) > 1 else ""
        raise Unreadable(
            f"cannot compare {name}: {at}: {first.code} {first.message}{more}"
        ) from error


COMMAND = Command("diff", run)
