"""The numbered outline: everything that the picture says, in words and in order.

It is the map's accessible form: headings and nested lists, each relation named, nothing in colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from argmap.classroom.pages import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    Run,
    Runs,
    Sheet,
    nested,
    runs,
)
from argmap.classroom.requesting import Request
from argmap.classroom.telling import Role, Stop, numbers, tell
from argmap.errors import UnknownName
from argmap.model import Criterion
from argmap.preparing import Handout

_RELATIONS: tuple[Role, ...] = ("support", "attack", "undercut", "warrant")
DEEPEST = 7  # levels that are set in; what is deeper goes on in a part of its own


@dataclass(frozen=True)
class Told:
    """The stops of a map with their numbers; `onward` leads from a stop to where it goes on."""

    request: Request
    stops: Sequence[Stop]
    numbers: Sequence[str]
    onward: dict[int, int]


def write(
    request: Request,
    *,
    claim: Annotated[str, "only what bears on this claim, by its id"] = "",
) -> tuple[Sheet, ...]:
    """Return the outline of a map, or of one claim in it."""
    if claim and claim not in request.map.claims:
        raise UnknownName("claims", claim, request.map.claims)
    stops = tell(request.graph, (claim,) if claim else (), DEEPEST)
    onward = {
        stop.parent: here
        for here, stop in enumerate(stops)
        if stop.role == "continued" and stop.parent is not None
    }
    told = Told(request, stops, numbers(stops), onward)
    body = [block for part in _parts(stops) for block in _part(told, part)]
    cited = {stop.claim for stop in stops if stop.claim}
    blocks = (*_front(told), *body, *request.sources(cited))
    return (request.sheet("outline", *blocks),)


def _front(told: Told) -> Iterator[Block]:
    """Yield what stands before the claims: question, summary, criteria, definitions."""
    request = told.request
    if request.map.question:
        yield Paragraph(runs(Run(request.say("question"), "strong"), " ", request.map.question))
    if request.map.summary:
        yield Paragraph(runs(request.map.summary))
    yield _key(told)
    if request.map.criteria:
        yield Heading(2, runs(request.say("criteria")))
        yield Listing(tuple(_criterion(request, one) for one in request.map.criteria))
    yield from request.definitions()


def _criterion(request: Request, one: Criterion) -> Item:
    weight = Run(request.say("weight", number=f"{one.weight:g}"), "small")
    return Item(runs(Run(one.id, "strong"), ": ", one.text, " ", weight))


def _key(told: Told) -> Paragraph:
    """Return what the words for the relations mean, as far as they occur."""
    say = told.request.say
    roles = {stop.role for stop in told.stops}
    joints = any(not stop.claim for stop in told.stops)
    again = any(stop.again is not None for stop in told.stops)
    kinds: list[str] = [role for role in _RELATIONS if role in roles]
    kinds += [key for key, there in (("together", joints), ("see", again)) if there]
    return Paragraph(runs(" ".join(say(f"about-{kind}") for kind in kinds)), "note")


def _parts(stops: Sequence[Stop]) -> list[range]:
    """Return the stretches of stops that begin at depth 0."""
    starts = [here for here, stop in enumerate(stops) if stop.depth == 0]
    return [range(*pair) for pair in pairwise([*starts, len(stops)])]


def _part(told: Told, part: range) -> Iterator[Block]:
    """Yield a root, or a part that is continued, and all below it."""
    first = told.stops[part.start]
    anchor = _anchor(told, part.start)
    if first.role == "continued":
        yield Heading(3, _continuing(told, part.start), anchor)
        yield Listing(nested(_items(told, part[1:])), "numbered")
        return
    claim = told.request.map.claims[first.claim]
    number = told.numbers[part.start]
    title = " ".join(word for word in (told.request.say(first.role), number) if word)
    yield Heading(2, runs(f"{title}: {claim.label}" if claim.label else title), anchor)
    yield Paragraph(told.request.claim(first.claim, label=False))
    tops = [here for here in part[1:] if told.stops[here].depth == 1]
    if not any(_label(told, here) for here in tops):
        if tops:
            yield Listing(nested(_items(told, part[1:])), "numbered")
        return
    for here, end in pairwise([*tops, part.stop]):
        yield from _contention(told, range(here, end))


def _contention(told: Told, part: range) -> Iterator[Block]:
    """Yield a reason right below a root under a heading of its own."""
    here = part.start
    stop = told.stops[here]
    title = f"{told.numbers[here]} {_relation(told, stop)}"
    label = _label(told, here)
    yield Heading(3, runs(f"{title}: {label}" if label else title), _anchor(told, here))
    if stop.claim:
        yield Paragraph(_saying(told, here, label=False))
    if len(part) > 1:
        yield Listing(nested(_items(told, part[1:])), "numbered")


def _items(told: Told, part: range) -> list[tuple[int, Item]]:
    """Return the stops of a part as items with their depth below its first."""
    top = told.stops[part.start].depth if part else 0
    return [
        (
            told.stops[here].depth - top,
            Item(_line(told, here), number=told.numbers[here], anchor=_anchor(told, here)),
        )
        for here in part
    ]


def _line(told: Told, here: int) -> Runs:
    """Return a stop in a line: its relation, then what it says."""
    stop = told.stops[here]
    if stop.role == "premise":
        return _saying(told, here)
    relation = Run(_relation(told, stop) + ":", "sign")
    return runs(relation, " ", _saying(told, here)) if stop.claim else _saying_of_joint(told, here)


def _relation(told: Told, stop: Stop) -> str:
    """Return what a stop is to what it bears on, in words."""
    say = told.request.say
    words = say(f"is-{stop.role}")
    return words if stop.claim else say("is-together", relation=words)


def _saying(told: Told, here: int, *, label: bool = True) -> Runs:
    """Return what a stop says; where it was told before, its text and where that was."""
    stop, request = told.stops[here], told.request
    argument = request.map.arguments.get(stop.argument) if stop.role != "premise" else None
    if stop.again is None:
        told_here = request.claim(stop.claim, argument, label=label)
        return runs(told_here, _onward(told, here))
    claim = request.map.claims[stop.claim]
    tactic = request.say(argument.tactic) if argument and argument.tactic else ""
    return runs(
        request.text(claim),
        runs(" ", Run(f"({tactic})", "small")) if tactic else (),
        " ", _pointer(told, "see", stop.again), _onward(told, here),
    )  # fmt: skip


def _saying_of_joint(told: Told, here: int) -> Runs:
    """Return the line above linked premises."""
    stop = told.stops[here]
    argument = told.request.map.arguments[stop.argument]
    tactic = f" ({told.request.say(argument.tactic)})" if argument.tactic else ""
    return runs(Run(_relation(told, stop) + tactic + ":", "sign"), _onward(told, here))


def _onward(told: Told, here: int) -> Runs:
    """Return where a stop goes on that is too deep to go on in place."""
    return runs(" ", _pointer(told, "onward", told.onward[here])) if here in told.onward else ()


def _continuing(told: Told, here: int) -> Runs:
    """Return the heading of a part that goes on with a stop."""
    stop = told.stops[here]
    above = stop.parent or 0
    name = told.request.map.claims[stop.claim].label if stop.claim else ""
    place = f"{_number(told, above)} {name}".strip()
    return runs(f"{told.numbers[here]} ", told.request.say("continued", place=place))


def _pointer(told: Told, key: str, to: int) -> Run:
    """Return a cross reference: `see 2.3.1`."""
    words = told.request.say(key, place=_number(told, to))
    return Run(f"({words})", "small", to=f"#{_anchor(told, to)}")


def _number(told: Told, here: int) -> str:
    """Return the number of a stop, or the name of the only root, which has none."""
    return told.numbers[here] or told.request.say(told.stops[here].role).lower()


def _label(told: Told, here: int) -> str:
    """Return the label of a reason's premise, or those of its linked premises."""
    stop, claims = told.stops[here], told.request.map.claims
    if stop.claim:
        return claims[stop.claim].label
    premises = told.request.map.arguments[stop.argument].premises
    return " + ".join(claims[one].label for one in premises if claims[one].label)


def _anchor(told: Told, here: int) -> str:
    return f"n-{told.numbers[here] or 'root'}"


HANDOUT = Handout("outline", "the whole map in words: numbered, with every relation named", write)
