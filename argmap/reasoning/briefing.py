"""The options by which commands are told how a map is to be judged."""

from enum import StrEnum
from typing import Annotated, get_args

from typer import Argument, Option

from argmap.plugins import names
from argmap.verdict import Support

How = StrEnum("How", {name: name for name in get_args(Support)})  # type: ignore[misc]
USUAL = How("necessary")
_KNOWN = ", ".join(name.replace("_", "-") for name in names("semantics"))

File = Annotated[str, Argument(metavar="FILE", help="A map, or - for standard input.")]
Names = Annotated[
    str, Option("--semantics", "-s", metavar="NAMES", help=f"With commas between: {_KNOWN}.")
]
Reads = Annotated[How, Option(help="How supporting arguments are read.")]
Needs = Annotated[
    bool, Option("--needs-support", help="Claims with nothing behind them do not stand.")
]
Seconds = Annotated[float, Option(min=0, metavar="SECONDS", help="For each semantics.")]
From = Annotated[str, Option("--from", metavar="FORMAT", help="What FILE is written in.")]
Who = Annotated[
    str,
    Option(
        metavar="KEY",
        help="Of the reasons at the thesis and options, count only those that concern one.",
    ),
]
Lang = Annotated[str, Option(metavar="LANG", help="The language: en, es.")]
