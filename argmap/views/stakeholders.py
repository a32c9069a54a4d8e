"""Whose gain or loss: a region for each stakeholder, with what speaks of them."""

from argmap.graph import Graph
from argmap.phrasing import Phrases
from argmap.picture.belonging import stakeholders
from argmap.picture.diagram import Group
from argmap.viewing import View, of


def groups(graph: Graph, _: Phrases) -> list[Group]:
    """Return the claims of each stakeholder, by themselves or through what they bear on."""
    found = stakeholders(graph)
    used = (claim.stakeholder for claim in graph.map.claims.values() if claim.stakeholder)
    keys = dict.fromkeys((*graph.map.stakeholders, *used))
    return [Group(graph.map.stakeholders.get(key, key), of(graph, found, key)) for key in keys]


VIEW = View("stakeholders", groups)
