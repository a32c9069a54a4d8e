"""Pro and con: on which side each claim speaks in the end, whatever it attacks on the way."""

from argmap.graph import Graph
from argmap.phrasing import Phrases
from argmap.picture.diagram import Group
from argmap.viewing import View, of


def groups(graph: Graph, say: Phrases) -> list[Group]:
    """Return what speaks for the thesis or the options, and what against."""
    pro, con = of(graph, graph.sides, "pro"), of(graph, graph.sides, "con")
    return [Group(say("side-pro"), pro, "support"), Group(say("side-con"), con, "attack")]


VIEW = View("sides", groups, columns=True, nested=True)
