"""`argmap schema`: print the JSON Schema by which editors complete and check maps."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap import schema
from argmap.cli import Command
from argmap.saving import save


def run(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to a file, not to the screen."),
    ] = None,
) -> None:
    """Print the JSON Schema of maps, by which editors complete and check them.

    An editor finds it by the first line of a map, which names its file or address after
    "# yaml-language-server: $schema=".
    """
    if output is None or str(output) == "-":
        sys.stdout.write(schema.text())
    else:
        save(output, schema.text())


COMMAND = Command("schema", run)
