"""`argmap explain`: why a claim has its verdict, and what would change it."""

import sys
from enum import StrEnum
from typing import Annotated, cast, get_args

from typer import Argument, Option

from argmap.cli import Command
from argmap.converting import content, decoded, sound
from argmap.plugins import names
from argmap.reasoning.clarifying import Asked, printed
from argmap.verdict import Reading, Support

How = StrEnum("How", {name: name for name in get_args(Support)})  # type: ignore[misc]
USUAL = How("necessary")
KNOWN = ", ".join(name.replace("_", "-") for name in names("semantics"))

File = Annotated[str, Argument(metavar="FILE", help="A map, or - for standard input.")]
About = Annotated[
    str, Argument(metavar="CLAIM", help="An id, or how the id or the text of one claim begins.")
]
Names = Annotated[
    str, Option("--semantics", "-s", metavar="NAMES", help=f"With commas between: {KNOWN}.")
]
Json = Annotated[bool, Option("--json", help="As JSON, with the certificate.")]
Reads = Annotated[How, Option(help="How supporting arguments are read.")]
Needs = Annotated[
    bool, Option("--needs-support", help="Claims with nothing behind them do not stand.")
]
Every = Annotated[
    bool, Option("--all", help="Every step, every id, what tips the strength, long lists in full.")
]
Technical = Annotated[bool, Option("--technical", help="The terms of the field as well.")]
Verify = Annotated[bool, Option("--verify", help="Check the certificate, from the definitions.")]
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


def run(  # noqa: PLR0913, PLR0917  each is an option
    file: File,
    claim: About,
    semantics: Names = "",
    as_json: Json = False,
    support: Reads = USUAL,
    needs_support: Needs = False,
    every: Every = False,
    technical: Technical = False,
    verify: Verify = False,
    time_limit: Seconds = 10,
    was: From = "",
    stakeholder: Who = "",
    lang: Lang = "",
) -> None:
    """Say why a claim stands or falls, what makes it strong, and what would change that.

    Also which new answers would turn the verdict, which least change of trust would tip the
    strength, and which open question to look into first. Verdicts are those of `argmap evaluate`.
    """
    text = decoded(sys.stdin.buffer.read() if file == "-" else content(file), file)
    reading = Reading(cast(Support, support.value), needs_support)
    asked = Asked(
        claim=claim,
        semantics=semantics,
        reading=reading,
        seconds=time_limit,
        as_json=as_json,
        every=every,
        technical=technical,
        verify=verify,
        lang=lang,
        stakeholder=stakeholder,
    )
    printed(sound(text, file, was), asked, sys.stdout)


COMMAND = Command("explain", run)
