"""Whom the reasons for and against options concern, so that the options can be seen as each does.

A claim concerns the stakeholder that it is marked with. One without a mark concerns those whom what
supports it does. A reason concerns whomever one of its premises does.
"""

from collections.abc import Mapping

from argmap.errors import UnknownName, Unsupported
from argmap.graph import Graph
from argmap.model import ArgMap


def through(argmap: ArgMap, stakeholder: str) -> frozenset[str]:
    """Return the ids of the reasons at options that concern a stakeholder."""
    known = stakeholders(argmap)
    if not known:
        raise Unsupported("no claim of the map names a stakeholder")
    if stakeholder not in known:
        raise UnknownName("stakeholders", stakeholder, known)
    return lenses(argmap)[stakeholder]


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
