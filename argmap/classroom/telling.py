"""The order in which a map is told: claim by claim from the roots down, each told once.

This is what an outline, a tree on a terminal and a worksheet have in common. It is a flat list
with depths, made without recursion, so that a map may be as deep as it likes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

from argmap.graph import Graph
from argmap.model import Argument

Role = Literal[
    "root",
    "option",
    "part",
    "loose",
    "continued",
    "support",
    "attack",
    "warrant",
    "undercut",
    "premise",
]
Follow = Callable[[Argument], bool]


@dataclass(frozen=True, slots=True)
class Stop:
    """One place in the telling.

    `claim` is empty where linked premises follow, `argument` at a root. `again` is the index of
    the stop that tells the claim first; `parent` that of the stop above, or of the one that a
    `continued` stop goes on with. `step` is its place among its fellows, from 1.
    """

    role: Role
    depth: int
    step: int
    parent: int | None = None
    claim: str = ""
    argument: str = ""
    again: int | None = None


def tell(
    graph: Graph, roots: Sequence[str] = (), cap: int = 0, follow: Follow = bool
) -> list[Stop]:
    """Return the stops from `roots` down, or of the whole map when none are given.

    What would stand deeper than `cap` (if not 0) is told after the rest, each part below a stop
    with the role `continued`. Claims that no root reaches come last, as `loose`. Only arguments
    that `follow` lets through are told.
    """
    teller = _Teller(graph, cap, follow)
    for key in roots or graph.map.roots:
        teller.root(key, _kind(graph, key))
    if not roots:
        tops = [key for key in graph.map.claims if key not in graph.used]
        for key in (*tops, *graph.map.claims):
            teller.root(key, "loose")
    return teller.stops


def tell_arguments(
    graph: Graph, arguments: Sequence[Argument], cap: int = 0, follow: Follow = bool
) -> list[Stop]:
    """Return the stops from some arguments down, each of which begins at depth 0."""
    teller = _Teller(graph, cap, follow)
    for step, one in enumerate(arguments, 1):
        teller.start(teller.argument(one, 0, step, None))
    return teller.stops


def _kind(graph: Graph, root: str) -> Role:
    if root in graph.map.options:
        return "option"
    return "root" if root == graph.map.thesis else "part"


class _Teller:
    """Holds what has been told, and what has been put off for being too deep."""

    def __init__(self, graph: Graph, cap: int, follow: Follow) -> None:
        self.graph, self.cap, self.follow = graph, cap, follow
        self.stops: list[Stop] = []
        self.told: dict[str, int] = {}
        self.roots = 0

    def root(self, claim: str, role: Role) -> None:
        """Tell one claim and all below it, unless it has been told."""
        if claim not in self.told:
            self.roots += 1
            self.start(Stop(role, 0, self.roots, None, claim))

    def start(self, first: Stop) -> None:
        """Tell a stop and all below it, what is too deep in parts of its own."""
        put_off = self.descend(first)
        for number in put_off:  # grows while it is read
            stop = self.stops[number]
            argument = "" if stop.role == "premise" else stop.argument
            put_off += self.descend(
                Stop("continued", 0, 1, number, stop.claim, argument, stop.again)
            )

    def descend(self, first: Stop) -> list[int]:
        """Tell a stop and what is below it, down to the cap; return what is left to tell."""
        put_off: list[int] = []
        stack = [first]
        while stack:
            stop = stack.pop()
            here = len(self.stops)
            if stop.role != "continued" and stop.claim:
                again = self.told.setdefault(stop.claim, here)
                if again != here:
                    stop = _repeated(stop, again)
            self.stops.append(stop)
            below = list(self.below(stop, here))
            if self.cap and stop.depth >= self.cap and below:
                put_off.append(here)
            else:
                stack.extend(reversed(below))
        return put_off

    def below(self, stop: Stop, here: int) -> Iterator[Stop]:
        """Yield the stops right below one: linked premises, warrants and undercuts, reasons."""
        depth = stop.depth + 1
        if stop.argument and not stop.claim:
            for step, claim in enumerate(self.graph.map.arguments[stop.argument].premises, 1):
                yield Stop("premise", depth, step, here, claim, stop.argument)
        onto_step = () if stop.role == "premise" else self.graph.into(stop.argument)
        onto_claim = self.graph.into(stop.claim) if stop.again is None else ()
        bearing = [one for one in (*onto_step, *onto_claim) if self.follow(one)]
        for step, one in enumerate(bearing, 1):
            yield self.argument(one, depth, step, here)

    def argument(self, one: Argument, depth: int, step: int, parent: int | None) -> Stop:
        """Return the stop of an argument: of its premise, or of the joint of several."""
        claim = one.premises[0] if len(one.premises) == 1 else ""
        return Stop(role_of(self.graph, one), depth, step, parent, claim, one.id)


def _repeated(stop: Stop, again: int) -> Stop:
    return Stop(stop.role, stop.depth, stop.step, stop.parent, stop.claim, stop.argument, again)


def role_of(graph: Graph, argument: Argument) -> Role:
    """Return what an argument is to what it bears on."""
    if argument.conclusion in graph.map.arguments:
        return "warrant" if argument.polarity == "support" else "undercut"
    return argument.polarity


def numbers(stops: Sequence[Stop], prefix: str = "") -> list[str]:
    """Return the number of each stop: `1.2`, a linked premise `1.2a`, a continued part `A`.

    Where there is but one root it has no number; its reasons are 1, 2, 3, and what no root reaches
    is counted on from there. All that hangs on the first stops begins with `prefix`.
    """
    alone = sum(stop.role in ("root", "option", "part") for stop in stops) == 1
    reasons = sum(stop.depth == 1 and stop.parent == 0 for stop in stops)
    parts = 0
    found: list[str] = []
    for stop in stops:
        if stop.role == "continued":
            parts += 1
            found.append(letters(parts, ascii_uppercase))
        elif stop.parent is None and alone:
            number = reasons + stop.step - 1
            found.append(prefix if stop.role != "loose" else f"{prefix}{number}")
        elif stop.parent is None:
            found.append(f"{prefix}{stop.step}")
        elif stop.role == "premise":
            found.append(found[stop.parent] + letters(stop.step))
        else:
            found.append(f"{found[stop.parent]}.{stop.step}".removeprefix("."))
    return found


def letters(number: int, alphabet: str = ascii_lowercase) -> str:
    """Return a number in letters, as the columns of a spreadsheet.

    >>> [letters(n, "ABC") for n in (1, 3, 4, 12)]
    ['A', 'C', 'AA', 'CC']
    """
    found = ""
    while number:
        number, place = divmod(number - 1, len(alphabet))
        found = alphabet[place] + found
    return found
