"""From a map to what `argmap evaluate` prints: a table or its JSON, or where readings differ."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from argmap.classroom.requesting import request
from argmap.deciding.lensing import sight
from argmap.evaluating import Case, chosen, merged
from argmap.model import ArgMap
from argmap.phrasing import phrases
from argmap.reasoning.disagreeing import disagreements, opinions
from argmap.reasoning.labelling import Effort
from argmap.reasoning.reciting import compared, form
from argmap.reasoning.tabling import Look, blinkers, differences, table
from argmap.reporting import style
from argmap.verdict import Reading

Shown = tuple[dict[str, Any], Iterable[str]]


@dataclass(frozen=True)
class Asked:
    """What is to be printed of a map; with `every`, where all semantics and readings differ."""

    semantics: Sequence[str]
    reading: Reading
    seconds: float
    every: bool = False
    as_json: bool = False
    ids: bool = False
    lang: str = ""
    stakeholder: str = ""


def printed(argmap: ArgMap, asked: Asked, stream: TextIO) -> None:
    """Write what is asked to a stream."""
    wanted = request(argmap, asked.lang)
    shape = style(stream, wanted.language)
    look = Look(phrases("verdicts", shape.lang), shape.width, shape.colour, asked.ids)
    seen = sight(wanted.map, asked.stakeholder)
    data, lines = (_compared if asked.every else _judged)(seen.map, asked, look)
    if asked.stakeholder:
        data |= {"stakeholder": asked.stakeholder, "left_out": list(seen.left_out)}
        lines = [*lines, *blinkers(wanted.map, asked.stakeholder, seen.left_out, look)]
    if asked.as_json:
        lines = json.dumps(data, ensure_ascii=False, indent=2).split("\n")
    stream.writelines(f"{line}\n" for line in lines)
    stream.flush()


def _judged(argmap: ArgMap, asked: Asked, look: Look) -> Shown:
    names = list(dict.fromkeys(name.strip() for name in asked.semantics if name.strip()))
    wanted = chosen(Case(argmap, asked.reading, Effort(asked.seconds)), names)
    verdicts = [one.judge(Case(argmap, asked.reading, Effort(asked.seconds))) for one in wanted]
    shown = verdicts[: len(names)] if names else verdicts[::-1]
    data = form(argmap, merged(verdicts), shown, asked.reading)
    return data, table(argmap, shown, asked.reading, look)


def _compared(argmap: ArgMap, asked: Asked, look: Look) -> Shown:
    needs = asked.reading.needs_support
    found = opinions(argmap, needs_support=needs, seconds=asked.seconds)
    differing = disagreements(argmap, found)
    data = _judged(argmap, asked, look)[0] | compared(argmap, found, differing)
    return data, differences(argmap, differing, found, look)
