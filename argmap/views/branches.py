"""Branch by branch: each main reason, or option, with all that bears on it."""

from argmap.graph import Graph
from argmap.model import Argument
from argmap.phrasing import Phrases
from argmap.picture.diagram import Group
from argmap.viewing import View


def groups(graph: Graph, _: Phrases) -> list[Group]:
    """Return what is below each option, and below each reason for or against the thesis."""
    branches = [_branch(graph, one) for one in graph.into(graph.map.thesis)]
    for option in graph.map.options:
        below = graph.below(option)
        claims = tuple(key for key in graph.map.claims if key in below)
        branches.append(Group(graph.map.claims[option].name, claims))
    return [branch for branch in branches if branch.claims]


def _branch(graph: Graph, main: Argument) -> Group:
    claims = graph.map.claims
    below = {*main.premises, *graph.below(main.id)}
    below |= {key for one in main.premises for key in graph.below(one)}
    return Group(
        " + ".join(claims[key].name for key in main.premises),
        tuple(key for key in claims if key in below and key != main.conclusion),
        main.polarity,
    )


VIEW = View("branches", groups, nested=True)
