"""Turn a map into what a debate class hands out: outlines, briefs, worksheets.

A hand-out is a member of `handouts/`: a name, a line on what it is, and a function from a request
to sheets. What else the function takes, by keyword, are the options of its own: each is annotated
`Annotated[type, "what it does"]`, and the command line offers it under its name.
"""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter, signature
from typing import Annotated, Any

from argmap.classroom.pages import Sheet
from argmap.classroom.requesting import request
from argmap.errors import Unsupported
from argmap.model import ArgMap
from argmap.plugins import member, members

Side = Annotated[str, "whose side: pro, con, or the id of an option or a stakeholder"]
Seed = Annotated[int, "another number is another choice; the same number is the same sheet"]


@dataclass(frozen=True, slots=True)
class Handout:
    """A kind of hand-out; `gist` says in a line what it is, `keyed` that answers come with it."""

    name: str
    gist: str
    write: Callable[..., tuple[Sheet, ...]]
    keyed: bool = False

    @property
    def options(self) -> tuple[Parameter, ...]:
        """The keywords of its own that `write` takes."""
        parameters = signature(self.write, eval_str=True).parameters.values()
        return tuple(one for one in parameters if one.kind is Parameter.KEYWORD_ONLY)


def handouts() -> dict[str, Handout]:
    """Return all kinds of hand-outs, by name."""
    return members("handouts", Handout)


def prepare(name: str, argmap: ArgMap, *, language: str = "", **options: Any) -> tuple[Sheet, ...]:
    """Return the sheets of a hand-out, in a language or in the map's own.

    `options` are those of its kind. Raises `UnknownName` for a kind or a language that there is
    not, and `Unsupported` for what cannot be prepared of this map.
    """
    kind = member("handouts", Handout, name)
    known = [one.name for one in kind.options]
    if unknown := sorted(set(options) - set(known)):
        raise Unsupported(f"{name} has no option {unknown[0]!r} (there are: {', '.join(known)})")
    return kind.write(request(argmap, language), **options)
