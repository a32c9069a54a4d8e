"""From a map and a claim to what `argmap explain` prints: sentences, or their JSON."""

import json
from dataclasses import dataclass
from typing import TextIO

from argmap.classroom.requesting import request
from argmap.deciding.lensing import sight
from argmap.model import ArgMap
from argmap.phrasing import phrases
from argmap.reasoning.accounting import explain, found
from argmap.reasoning.mentioning import Manner
from argmap.reasoning.narrating import narrated
from argmap.reasoning.recording import recorded
from argmap.reasoning.tabling import Look, blinkers
from argmap.reporting import style
from argmap.verdict import Reading


@dataclass(frozen=True)
class Asked:
    """What is to be explained, and how."""

    claim: str
    semantics: str
    reading: Reading
    seconds: float
    as_json: bool = False
    every: bool = False
    technical: bool = False
    verify: bool = False
    lang: str = ""
    stakeholder: str = ""


def printed(argmap: ArgMap, asked: Asked, stream: TextIO) -> None:
    """Write an explanation to a stream."""
    wanted = request(argmap, asked.lang)
    shape = style(stream, wanted.language)
    say = phrases("explain", shape.lang)
    seen = sight(wanted.map, asked.stakeholder)
    told = explain(
        seen.map,
        found(wanted.map, asked.claim),
        asked.semantics,
        support=asked.reading.support,
        needs_support=asked.reading.needs_support,
        seconds=asked.seconds,
    )
    if asked.verify and not told.is_certified:
        raise RuntimeError(f"the certificate for {told.claim!r} does not hold")
    if asked.as_json:
        lens = {"stakeholder": asked.stakeholder, "left_out": list(seen.left_out)}
        form = recorded(told) | (lens if asked.stakeholder else {})
        lines = json.dumps(form, ensure_ascii=False, indent=2).split("\n")
    else:
        manner = Manner(say, shape.width, shape.colour, asked.every, asked.technical)
        lines = [*narrated(seen.map, told, manner)]
        if asked.stakeholder:
            look = Look(phrases("verdicts", shape.lang), shape.width, shape.colour)
            lines += ["", *blinkers(wanted.map, asked.stakeholder, seen.left_out, look)]
        lines += (
            ["", say("certified" if told.certificate["strength"] else "certified-label")]
            if asked.verify
            else []
        )
    stream.writelines(f"{line}\n" for line in lines)
    stream.flush()
