"""`argmap explain`: why a claim has its verdict, and what would change it."""

import sys
from typing import Annotated, cast

from typer import Argument, Option

from argmap.cli import Command
from argmap.converting import content, decoded, sound
from argmap.reasoning.briefing import (
    USUAL,
    File,
    From,
    Lang,
    Names,
    Needs,
    Reads,
    Seconds,
    Who,
)
from argmap.reasoning.clarifying import Asked, printed
from argmap.verdict import Reading, Support

About = Annotated[
    str, Argument(metavar="CLAIM", help="An id, or how the id or the text of one claim begins.")
]
Json = Annotated[bool, Option("--json", help="As JSON, with the certificate.")]
Every = Annotated[
    bool, Option("--all", help="Every step, every id, what tips the strength, long lists in full.")
]
Technical = Annotated[bool, Option("--technical", help="The terms of the field as well.")]
Verify = Annotated[bool, Option("--verify", help="Check the certificate, from the definitions.")]


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
