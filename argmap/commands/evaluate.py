"""`argmap evaluate`: which claims of a map stand, and how strongly."""

import sys
from typing import Annotated, cast

from typer import Option

from argmap.cli import Command
from argmap.converting import content, decoded, sound
from argmap.exchange.iccma import parsed, recognised
from argmap.reasoning.asking import answer
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
from argmap.reasoning.labelling import Effort
from argmap.verdict import Reading, Support

Every = Annotated[
    bool, Option("--all", help="Which verdicts depend on the semantics and the reading.")
]
Json = Annotated[bool, Option("--json", help="As JSON.")]
Ids = Annotated[bool, Option("--ids", help="The id of every claim.")]
Task = Annotated[
    str,
    Option(metavar="TASK", help="Of an abstract framework, as in ICCMA: SE-PR, DC-CO, DS-ST…"),
]
About = Annotated[
    str, Option("--argument", "-a", metavar="NAME", help="The argument that DC and DS ask about.")
]


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
