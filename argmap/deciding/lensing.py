"""Whom the reasons for and against options concern, so that the options can be seen as each does.

A claim concerns the stakeholder that it is marked with. One without a mark concerns those whom what
supports it does. A reason concerns whomever one of its premises does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from argmap.errors import UnknownName, Unsupported
from argmap.graph import Graph
from argmap.model import ArgMap


@dataclass(frozen=True)
class Sight:
    """A map as one stakeholder sees it, and the reasons at its roots that are left out there."""

    map: ArgMap
    left_out: tuple[str, ...] = ()


def sight(argmap: ArgMap, stakeholder: str) -> Sight:
    """Return a map without the reasons at its thesis and options that do not concern one.

    What bears on such a reason as an argument goes with it. All claims stay, and what leads to
    the reasons that are kept counts in full, whomever it concerns. Nobody's sight is the map.

    >>> from argmap.model import Argument, Claim
    >>> claims = {"t": Claim(id="t", text="T."), "a": Claim(id="a", text="A.", stakeholder="us"),
    ...           "b": Claim(id="b", text="B.", stakeholder="mx")}
    >>> reasons = {key: Argument(id=key, premises=(key,), conclusion="t", polarity="attack")
    ...            for key in "ab"}
    >>> sight(ArgMap(claims=claims, arguments=reasons, thesis="t"), "us").left_out
    ('b',)
    """
    if not stakeholder:
        return Sight(argmap)
    _known(argmap, stakeholder)
    if not argmap.roots:
        raise Unsupported("the map has neither a thesis nor options that reasons could bear on")
    graph = Graph(argmap)
    ends = set(argmap.roots)
    left_out = [
        reason.id
        for reason in argmap.arguments.values()
        if reason.conclusion in ends and stakeholder not in concerned(graph, reason.premises)
    ]
    gone = list(left_out)
    for one in gone:
        gone += [other.id for other in graph.into(one)]
    dropped = set(gone)
    kept = {key: one for key, one in argmap.arguments.items() if key not in dropped}
    return Sight(replace(argmap, arguments=kept), tuple(left_out))


def through(argmap: ArgMap, stakeholder: str) -> frozenset[str]:
    """Return the ids of the reasons at options that concern a stakeholder."""
    _known(argmap, stakeholder)
    return lenses(argmap)[stakeholder]


def _known(argmap: ArgMap, stakeholder: str) -> None:
    """Raise an error unless a map knows a stakeholder."""
    known = stakeholders(argmap)
    if not known:
        raise Unsupported("no claim of the map names a stakeholder")
    if stakeholder not in known:
        raise UnknownName("stakeholders", stakeholder, known)


def stakeholders(argmap: ArgMap) -> tuple[str, ...]:
    """Return all stakeholders, declared ones first."""
    marked = (one.stakeholder for one in argmap.claims.values() if one.stakeholder)
    return tuple(dict.fromkeys((*argmap.stakeholders, *sorted(marked))))


def lenses(argmap: ArgMap) -> Mapping[str, frozenset[str]]:
    """Return the ids of the reasons at options that concern each stakeholder."""
    graph = Graph(argmap)
    found: dict[str, set[str]] = {one: set() for one in stakeholders(argmap)}
    for option in argmap.options:
        for reason in graph.into(option):
            for one in concerned(graph, reason.premises):
                found[one].add(reason.id)
    return {key: frozenset(ones) for key, ones in found.items()}


def concerned(graph: Graph, claims: tuple[str, ...]) -> frozenset[str]:
    """Return whom some claims concern."""
    found: set[str] = set()
    queue = list(dict.fromkeys(claims))
    seen = set(queue)
    for here in queue:
        if mark := graph.map.claims[here].stakeholder:
            found.add(mark)
            continue
        for one in graph.into(here, "support"):
            new = [premise for premise in one.premises if premise not in seen]
            seen.update(new)
            queue.extend(new)
    return frozenset(found)
