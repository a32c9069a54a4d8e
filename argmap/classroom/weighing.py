"""Impacts side by side: how large, how likely, how soon, whether they can be undone."""

from collections.abc import Iterator, Sequence

from argmap.classroom.pages import Block, Box, Heading, Lines, Paragraph, Run, Table, runs
from argmap.classroom.requesting import AXES, Request, amount
from argmap.model import Claim

NUMERIC = ("magnitude", "probability")  # the more, the graver; the other axes are words


def weighing(request: Request, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Block]:
    """Yield the table of the impacts of both sides, who is ahead on what, and a stem to finish."""
    say, claims = request.say, request.map.claims
    sides = [
        sorted((claims[key] for key in side if claims[key].impact), key=_weight, reverse=True)
        for side in (ours, theirs)
    ]
    if not any(sides):
        return
    rows = tuple(
        (
            runs(request.text(claim)),
            runs(say(whose)),
            *(runs(amount(claim, axis) or "–") for axis in AXES),
        )
        for whose, side in zip(("ours", "theirs"), sides, strict=True)
        for claim in side
    )
    yield Heading(2, runs(say("weighing")))
    yield Table(tuple(runs(say(key)) for key in ("impact", "whose", *AXES)), rows)
    if all(sides):
        yield from _tie_break(request, sides[0][0], sides[1][0])


def _tie_break(request: Request, ours: Claim, theirs: Claim) -> Iterator[Block]:
    """Yield where the gravest impacts of both sides differ in numbers, and a stem to say so."""
    say = request.say
    both = [axis for axis in NUMERIC if min(_size(ours, axis), _size(theirs, axis)) >= 0]
    for key, sign in (("ahead", 1), ("behind", -1)):
        found = [
            say(
                "compared",
                axis=say(axis).lower(),
                ours=amount(ours, axis),
                theirs=amount(theirs, axis),
            )
            for axis in both
            if sign * (_size(ours, axis) - _size(theirs, axis)) > 0
        ]
        if found:
            yield Paragraph(runs(Run(say(key), "strong"), " ", "; ".join(found), "."))
    stem = say("even-if", theirs=theirs.text.rstrip("."), ours=ours.text.rstrip("."))
    yield Box((Paragraph(runs(stem), "task"), Lines(2)), framed=False)


def _weight(claim: Claim) -> tuple[float, ...]:
    return tuple(_size(claim, axis) for axis in NUMERIC)


def _size(claim: Claim, axis: str) -> float:
    """Return an axis as a number, -1 where it is in words or not given."""
    value = getattr(claim.impact, axis, None)
    return float(value) if isinstance(value, float | int) else -1.0
