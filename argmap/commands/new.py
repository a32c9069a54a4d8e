"""`argmap new`: a commented starter to fill with a text of one's own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap.classroom.starting import starter, templates
from argmap.cli import Command
from argmap.errors import Unreadable
from argmap.saving import save


def run(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file to write, or - for the screen.")
    ],
    template: Annotated[
        str, typer.Option(metavar="NAME", help=f"Which starter: {', '.join(templates())}.")
    ] = "pro-con",
    title: Annotated[str, typer.Option(metavar="TEXT", help="The title of the map.")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Do not say what comes next.")
    ] = False,
) -> None:
    """Write a small map with comments, to start a map of your own from.

    A FILE without a suffix gets .yaml; its folder is made where it is missing.
    """
    if str(file) == "-":
        sys.stdout.buffer.write(starter(template, title).encode())
        sys.stdout.buffer.flush()
        return
    path = file if file.suffix else file.with_suffix(".yaml")
    text = starter(template, title, path.parent)
    if path.exists() and not force:
        raise Unreadable(f"{path} is there already; --force writes over it")
    save(path, text)
    if not quiet:
        print(f"wrote {path}; next: argmap check {path}", file=sys.stderr)


COMMAND = Command("new", run)
