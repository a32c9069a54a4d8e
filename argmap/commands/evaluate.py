"""`argmap evaluate`: which claims of a map stand, and how strongly."""

import json
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, cast, get_args

from typer import Argument, Option

from argmap.asking import answer
from argmap.cli import Command
from argmap.converting import content, decoded, sound
from argmap.disagreeing import disagreements, opinions
from argmap.evaluating import Case, chosen, merged
from argmap.iccma import parsed, recognised
from argmap.labelling import Effort
from argmap.model import ArgMap
from argmap.phrasing import phrases
from argmap.plugins import names
from argmap.reciting import compared, form
from argmap.reporting import style
from argmap.requesting import request
from argmap.tabling import Look, differences, table
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
    asked = request(sound(text, file, was), lang)
    shape = style(sys.stdout, asked.language)
    look = Look(phrases("verdicts", shape.lang), shape.width, shape.colour, ids)
    reading = Reading(cast(Support, support.value), needs_support)
    if every:
        data, lines = _compared(asked.map, reading, time_limit, look)
    else:
        data, lines = _judged(asked.map, semantics.split(","), reading, time_limit, look)
    if as_json:
        lines = json.dumps(data, ensure_ascii=False, indent=2).split("\n")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


Shown = tuple[dict[str, Any], Iterable[str]]


def _judged(
    argmap: ArgMap, semantics: list[str], reading: Reading, seconds: float, look: Look
) -> Shown:
    names = list(dict.fromkeys(name.strip() for name in semantics if name.strip()))
    wanted = chosen(Case(argmap, reading, Effort(seconds)), names)
    verdicts = [one.judge(Case(argmap, reading, Effort(seconds))) for one in wanted]
    shown = verdicts[: len(names)] if names else verdicts[::-1]
    return form(argmap, merged(verdicts), shown, reading), table(argmap, shown, reading, look)


def _compared(argmap: ArgMap, reading: Reading, seconds: float, look: Look) -> Shown:
    found = opinions(argmap, needs_support=reading.needs_support, seconds=seconds)
    differing = disagreements(argmap, found)
    data = _judged(argmap, [], reading, seconds, look)[0] | compared(argmap, found, differing)
    return data, differences(argmap, differing, found, look)


COMMAND = Command("evaluate", run)
