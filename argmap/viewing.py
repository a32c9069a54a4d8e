"""Views of a map: its claims by groups, each of which is a region of the picture.

A view is one file of `argmap/views/`. What it puts into no group is drawn in a region of its own,
whose title is the phrase `rest-<name>` of the word list `picture`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from argmap.graph import Graph
from argmap.phrasing import Phrases
from argmap.picture.diagram import Group
from argmap.plugins import member, members


@dataclass(frozen=True, slots=True)
class View:
    """A way to sort claims; in `columns` its regions stand side by side, however many.

    `groups` is told the map and the words of the reader. `rest` is the title of what is in none,
    where the word list has no `rest-<name>`. If it is `nested`, groups hold what is below their
    claims as well.
    """

    name: str
    groups: Callable[[Graph, Phrases], Sequence[Group]]
    columns: bool = False
    nested: bool = False
    rest: str = ""


def view(name: str) -> View:
    """Return a view by name, or raise `UnknownName`."""
    return member("views", View, name)


def views() -> Mapping[str, View]:
    """Return all views by name."""
    return members("views", View)


def rest(one: View, say: Phrases) -> str:
    """Return the title of what a view puts into no group."""
    key = f"rest-{one.name}"
    return one.rest or (say(key) if key in say else "…")


def of(graph: Graph, belonging: Mapping[str, frozenset[str]], key: str) -> tuple[str, ...]:
    """Return the claims that belong to something, in the order of the map."""
    return tuple(claim for claim in graph.map.claims if key in belonging.get(claim, ()))
