"""Criterion by criterion: what is said of the options on each."""

from argmap.graph import Graph
from argmap.phrasing import Phrases
from argmap.picture.belonging import criteria
from argmap.picture.diagram import Group
from argmap.viewing import View, of


def groups(graph: Graph, _: Phrases) -> list[Group]:
    """Return the claims that bear on the options by each criterion."""
    found = criteria(graph)
    names = {one.id: one.text for one in graph.map.criteria}
    used = (one.criterion for one in graph.map.arguments.values() if one.criterion)
    keys = dict.fromkeys((*names, *used))
    return [Group(names.get(key, key), of(graph, found, key)) for key in keys]


VIEW = View("criteria", groups)
