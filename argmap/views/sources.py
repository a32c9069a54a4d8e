"""Source by source: which claims each carries, and which have none."""

from argmap.classroom.citing import References
from argmap.graph import Graph
from argmap.phrasing import Phrases, phrases
from argmap.picture.diagram import Group
from argmap.viewing import View


def groups(graph: Graph, say: Phrases) -> list[Group]:
    """Return the claims that cite each source, in the order in which sources are first cited."""
    references = References(graph.map.sources, phrases("handouts", say.language))
    found: dict[str, dict[str, None]] = {}
    names: dict[str, str] = {}
    for claim in graph.map.claims.values():
        for cite in claim.cite:
            work = references.works.get(cite.source)
            key = work.full if work else cite.source
            names.setdefault(key, work.short if work else cite.source)
            found.setdefault(key, {})[claim.id] = None
    return [Group(names[key], tuple(claims)) for key, claims in found.items()]


VIEW = View("sources", groups)
