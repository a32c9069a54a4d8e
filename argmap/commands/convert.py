"""`argmap convert`: other formats in and out, with a report of what is lost."""

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from argmap.cli import Command
from argmap.converting import content, converted, decoded
from argmap.errors import InvalidMap
from argmap.positions import NOWHERE
from argmap.problems import Problem
from argmap.saving import save
from argmap.text import one_line


def run(
    source: Annotated[str, typer.Argument(metavar="IN", help="A file, or - for standard input.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="A file, or - for standard output.")],
    was: Annotated[
        str, typer.Option("--from", metavar="FORMAT", help="What IN is written in.")
    ] = "",
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="What to write OUT in.")] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 when anything is lost.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say what is lost.")] = False,
) -> None:
    """Write a map in another format.

    The formats follow from the names of the files, and from the text where that leaves a doubt.
    What the other format cannot hold is said on standard error.
    """
    data = sys.stdin.buffer.read() if source == "-" else content(source)
    try:
        written = converted(decoded(data, source), source, target, was=was, to=to)
    except InvalidMap as error:
        _say(error.problems, source)
        print("argmap: nothing is converted while the map has errors", file=sys.stderr)
        raise typer.Exit(2) from error
    if target == "-":
        sys.stdout.write(written.text)
    else:
        save(target, written.text)
    if not quiet:
        _say(written.lost, target)
    if strict and written.lost:
        raise typer.Exit(1)


def _say(problems: Iterable[Problem], path: str) -> None:
    """Print problems on standard error; those of the text that was read say where they are."""
    for one in problems:
        place = "" if one.span == NOWHERE else f":{one.span.line}:{one.span.column}"
        print(one_line(f"{one.path or path}{place}: {one.code} {one.message}"), file=sys.stderr)


COMMAND = Command("convert", run)
