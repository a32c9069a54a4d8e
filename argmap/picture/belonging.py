"""What each claim of a map belongs to: whose interest, which criterion, which tags.

A claim without a stakeholder of its own speaks of the one that what it bears on speaks of; an
argument without a criterion bears on that of its conclusion. Tags hold for all that is below.
"""

from collections.abc import Callable, Mapping

from argmap.graph import Graph
from argmap.model import Argument

Belonging = Mapping[str, frozenset[str]]
Own = Callable[[str, Argument | None], tuple[frozenset[str], bool]]
"""What a claim has by itself, there for an argument, and whether it takes on what is above too."""


def stakeholders(graph: Graph) -> Belonging:
    """Return of whom each claim speaks, by itself or through what it bears on."""

    def own(key: str, _: Argument | None) -> tuple[frozenset[str], bool]:
        name = graph.map.claims[key].stakeholder
        return frozenset({name} if name else ()), not name

    return _handed_down(graph, own)


def criteria(graph: Graph) -> Belonging:
    """Return on which criteria each claim bears, by its own arguments or through others."""

    def own(_: str, argument: Argument | None) -> tuple[frozenset[str], bool]:
        name = argument.criterion if argument else ""
        return frozenset({name} if name else ()), not name

    return _handed_down(graph, own)


def tags(graph: Graph) -> Belonging:
    """Return the tags of each claim: its own, those of its arguments, and all from above."""

    def own(key: str, argument: Argument | None) -> tuple[frozenset[str], bool]:
        return frozenset((*graph.map.claims[key].tags, *(argument.tags if argument else ()))), True

    return _handed_down(graph, own)


def _handed_down(graph: Graph, own: Own) -> Belonging:
    """Return what each claim has by itself or from above; circles come to rest."""
    found: dict[str, frozenset[str]] = {key: own(key, None)[0] for key in graph.map.claims}
    waiting = list(found)
    for here in waiting:
        if here not in found:
            continue
        for one in graph.bearing.get(here, ()):
            above = found[here]
            for premise in one.premises:
                by_itself, takes = own(premise, one)
                new = found[premise] | by_itself | (above if takes else frozenset())
                if new != found[premise]:
                    found[premise] = new
                    waiting.append(premise)
            new = found.get(one.id, frozenset()) | above
            if one.id not in found or new != found[one.id]:
                found[one.id] = new
                waiting.append(one.id)
    return found
