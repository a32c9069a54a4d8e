"""`argmap evaluate`: which claims of a map stand, and how strongly."""

import sys
from enum import StrEnum
from typing import Annotated, cast, get_args

from typer import Argument, Option

from argmap.cli import Command
from argmap.converting import content, decoded, sound
from argmap.exchange.iccma import parsed, recognised
from argmap.plugins import names
from argmap.reasoning.asking import answer
from argmap.reasoning.labelling import Effort
from argmap.verdict import Reading, Support

How = StrEnum("How", {name: name for name in get_args(Support)})  # type: ignore[misc]
USUAL = How("necessary")
KNOWN = ", ".join(name.replace("_", "-") for name in names("semantics"))


File = Annotated[str, Argument(metavar="FILE", help="A map, or - for standard input.")]
Names = Annotated[
    str, Option("--semantics", "-s", metavar="NAMES", help=f"With commas between: {KNOWN}.")
]
Every = Annotated[
    bool, Option("--all", help="Which verdicts depend on the semantics and the reading.")
]
Json = Annotated[bool, Option("--json", help="As JSON.")]
Reads = Annotated[How, Option(help="How supporting arguments are read.")]
Needs = Annotated[
    bool, Option("--needs-support", help="Claims with nothing behind them do not stand.")
]
Ids = Annotated[bool, Option("--ids", help="The id of every claim.")]
Seconds = Annotated[float, Option(min=0, metavar="SECONDS", help="For each semantics.")]
Task = Annotated[
    str,
    Option(metavar="TASK", help="Of an abstract framework, as in ICCMA: SE-PR, DC-CO, DS-ST…"),
]
About = Annotated[
    str, Option("--argument", "-a", metavar="NAME", help="The argument that DC and DS ask about.")
]
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
    semantics: Names = "",
    every: Every = False,
    as_json: Json = False,
    support: Reads = USUAL,
    needs_support: Needs = False,
    ids: Ids = False,
    time_limit: Seconds = 10,
    task: Task = "",
    argument: About = "",
    was: From = "",
    stakeholder: Who = "",
    lang: Lang = "",
) -> None:
    """Say which claims of a map stand, and how strongly.

    Without --semantics: grounded labels, and strengths by DF-QuAD (by quadratic energy where
    claims go in circles). FILE may be in any format that `argmap convert` reads.
    """
    text = decoded(sys.stdin.buffer.read() if file == "-" else content(file), file)
    if task:
        given = parsed(text, was or recognised(text, file), file)
        print(answer(task, argument, given, Effort(time_limit)))
        return
    from argmap.reasoning.judging import Asked, printed  # noqa: PLC0415  a task starts without them

    reading = Reading(cast(Support, support.value), needs_support)
    asked = Asked(semantics.split(","), reading, time_limit, every, as_json, ids, lang, stakeholder)
    printed(sound(text, file, was), asked, sys.stdout)


COMMAND = Command("evaluate", run)
