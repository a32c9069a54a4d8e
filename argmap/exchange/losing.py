"""What a conversion cannot keep, as problems: nothing is lost in silence.

A format states what it `holds` as names of fields, `claim.label` or `map.summary`, and as
`argument.linked`, `argument.undercut` and `argument.warrant` for what arguments can be. What a map
says beyond that is found by comparing it with the defaults, so that a new field of the model
counts as lost until a format says that it holds it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, fields
from typing import Any

from argmap.model import ArgMap, Argument
from argmap.positions import NOWHERE, Span
from argmap.problems import Problem, Severity

NAMED = 3  # so many ids are named before "and 9 more"
STRUCTURE = frozenset({"map.claims", "map.arguments", "claim.id", "claim.text"}) | frozenset(
    f"argument.{part}" for part in ("id", "premises", "conclusion", "polarity")
)


@dataclass(frozen=True, slots=True)
class Written:
    """A map in some format, and what that could not keep."""

    text: str
    lost: tuple[Problem, ...] = ()


def unread(message: str, span: Span = NOWHERE, path: str = "") -> Problem:
    """Return the problem that a text is not written as its format asks, so that it says nothing."""
    return Problem("AM094", Severity.ERROR, message, span, path)


def misread(message: str, span: Span = NOWHERE, path: str = "") -> Problem:
    """Return the problem that a text says something that cannot be, such as an unknown id."""
    return Problem("AM095", Severity.ERROR, message, span, path)


def dropped(message: str, span: Span = NOWHERE, path: str = "") -> Problem:
    """Return the problem that a map was read without something that the text says."""
    return Problem("AM096", Severity.WARNING, message, span, path)


def lost(message: str) -> Problem:
    """Return the problem that a map was written without something that it says."""
    return Problem("AM097", Severity.INFO, message)


def losses(argmap: ArgMap, holds: Collection[str]) -> tuple[Problem, ...]:
    """Return what of a map is lost in a format that `holds` only so much.

    >>> from argmap.model import Claim
    >>> one = ArgMap(title="T", claims={"a": Claim(id="a", text="A.", label="A", note="?")})
    >>> [found.message for found in losses(one, {"map.title", "claim.label"})]
    ["'note' of claim a is lost"]
    """
    held = STRUCTURE | frozenset(holds)
    found = [lost(f"{name!r} of the map is lost") for name in _said(argmap, "map", held)]
    for kind, things in (("claim", argmap.claims), ("argument", argmap.arguments)):
        missing: dict[str, list[str]] = {}
        for thing in things.values():
            for name in _said(thing, kind, held):
                missing.setdefault(name, []).append(thing.id)
        found += [lost(f"{name!r} of {named(kind, ids)} is lost") for name, ids in missing.items()]
    shapes: dict[str, list[str]] = {}
    for one in argmap.arguments.values():
        for shape in _shapes(one, argmap):
            shapes.setdefault(shape, []).append(one.id)
    for shape, ids in shapes.items():
        if f"argument.{shape}" not in held:
            found.append(lost(f"that {named('argument', ids)} is {_SHAPES[shape]} is lost"))
    return tuple(found)


def named(kind: str, ids: Iterable[str]) -> str:
    """Return a few of some ids, and how many there are.

    >>> named("claim", ["a"]), named("claim", "abcde")
    ('claim a', '5 claims (a, b, c and 2 more)')
    """
    every = list(ids)
    if len(every) == 1:
        return f"{kind} {every[0]}"
    more = f" and {len(every) - NAMED} more" if len(every) > NAMED else ""
    return f"{len(every)} {kind}s ({', '.join(every[:NAMED])}{more})"


def _said(thing: Any, kind: str, held: Collection[str]) -> Iterator[str]:
    for one in fields(thing):
        if f"{kind}.{one.name}" not in held and getattr(thing, one.name) != _default(one):
            yield one.name


def _default(one: Field[Any]) -> Any:
    return one.default_factory() if one.default_factory is not MISSING else one.default


def _shapes(argument: Argument, argmap: ArgMap) -> Iterator[str]:
    """Yield what an argument is more than a step from one claim to another."""
    if len(argument.premises) > 1:
        yield "linked"
    if argument.conclusion in argmap.arguments:
        yield "undercut" if argument.polarity == "attack" else "warrant"


_SHAPES = {"linked": "linked", "undercut": "an undercut", "warrant": "a warrant"}
