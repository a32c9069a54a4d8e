"""From a map to abstract arguments: what attacks and what needs what, under a reading of support.

Every claim is an abstract argument. So is every argument of the map that has several premises or
that something bears on: it needs each of its premises, and one of its warrants where it has any;
what undercuts it attacks it. Any other argument is as good as its one premise. Attacking
arguments attack their conclusions. Supporting ones are read in one of these ways:

necessary   a claim with supporting arguments needs at least one of them
deductive   who accepts a supporting argument accepts its conclusion; hence, if a supports c in one
            or more steps, a attacks what c attacks, and what attacks c attacks a (the supported,
            mediated and super-mediated attacks of Cayrol & Lagasquie-Schiex 2013)
ignore      supporting arguments are left out

Linked premises thus count only together, and separate reasons each alone. A claim without reasons
stands where nothing attacks it, unless the reading demands support; then a source, a basis or a
concession is enough. A map can say `x-assumed: true` or `false` of a claim, which goes before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from argmap.graph import Graph
from argmap.model import Argument, Claim
from argmap.reasoning.frameworks import Framework
from argmap.verdict import Reading

BASE = 0.5  # how far a claim is accepted that has no confidence of its own


@dataclass(frozen=True, slots=True)
class Framed:
    """The framework of a map; `number` leads from an id to what stands for it in there."""

    framework: Framework
    number: Mapping[str, int]


def frame(graph: Graph, reading: Reading) -> Framed:
    """Return the framework of a map, with the claims first, in document order."""
    claims, arguments = graph.map.claims, graph.map.arguments
    number = {key: n for n, key in enumerate(claims)}
    read = [
        one for one in arguments.values() if reading.support != "ignore" or one.polarity == "attack"
    ]
    own = [one for one in read if len(set(one.premises)) > 1 or one.id in graph.bearing]
    number.update((one.id, len(claims) + n) for n, one in enumerate(own))
    single = {one.id: number[one.premises[0]] for one in read if one.id not in number}
    number.update(single)
    made = Framework(
        _attackers(graph, number, len(claims) + len(own), reading),
        _groups(graph, number, own, reading),
    )
    return Framed(made, number)


def implying(graph: Graph, framed: Framed, reading: Reading) -> Callable[[int], list[int]]:
    """Return what gives, for what stands for a claim, all that an attack on the claim hits.

    With deductive support that is the claim and all that implies it, else the claim alone.
    """
    backed: list[list[int]] = [[] for _ in range(framed.framework.size)]
    for one in graph.map.arguments.values() if reading.support == "deductive" else ():
        if one.polarity == "support" and one.conclusion in graph.map.claims:
            backed[framed.number[one.conclusion]].append(framed.number[one.id])
    return lambda claim: _reach(backed, claim)


def stands_alone(claim: Claim, reading: Reading) -> bool:
    """Tell whether a claim without reasons stands as long as nothing attacks it."""
    if claim.extra and isinstance(claim.extra.get("x-assumed"), bool):
        return is_assumed(claim)
    return not reading.needs_support or bool(claim.cite or claim.basis or claim.conceded)


def is_assumed(claim: Claim) -> bool:
    """Tell whether the map says that a claim stands whatever is said for it."""
    return bool(claim.extra) and claim.extra.get("x-assumed") is True


def _attackers(
    graph: Graph, number: Mapping[str, int], size: int, reading: Reading
) -> list[list[int]]:
    attackers: list[list[int]] = [[] for _ in range(size)]
    backed: list[list[int]] = [[] for _ in range(size)]  # by argument, what supports it
    for one in graph.map.arguments.values():
        if one.conclusion not in number:
            continue  # it undercuts what is left out
        if one.polarity == "attack":
            attackers[number[one.conclusion]].append(number[one.id])
        elif one.conclusion in graph.map.claims and reading.support == "deductive":
            backed[number[one.conclusion]].append(number[one.id])
    if reading.support == "deductive":
        return _closed(attackers, backed)
    return [list(dict.fromkeys(one)) for one in attackers]


def _closed(attackers: list[list[int]], backed: list[list[int]]) -> list[list[int]]:
    """Let an attack start from all that implies its start, and meet all that implies its end."""
    above = [_reach(backed, one) if backed[one] else [one] for one in range(len(backed))]
    found: list[dict[int, None]] = [{} for _ in attackers]
    for victim, ones in enumerate(attackers):
        for one in ones:
            for start in above[one]:
                for end in above[victim]:
                    found[end][start] = None
    return [list(one) for one in found]


def _reach(backed: list[list[int]], start: int) -> list[int]:
    found = {start: None}
    queue = [start]
    for here in queue:
        for one in backed[here]:
            if one not in found:
                found[one] = None
                queue.append(one)
    return queue


def _groups(
    graph: Graph, number: Mapping[str, int], own: list[Argument], reading: Reading
) -> dict[int, list[list[int]]]:
    backing = _backing(graph, number)
    groups: dict[int, list[list[int]]] = {}
    for key, claim in graph.map.claims.items():
        if key not in backing and not stands_alone(claim, reading):
            groups[number[key]] = [[]]
        elif key in backing and reading.support == "necessary" and not is_assumed(claim):
            groups[number[key]] = [list(backing[key])]
    for one in own:
        groups[number[one.id]] = [[number[premise]] for premise in dict.fromkeys(one.premises)]
        if warrants := backing.get(one.id):
            groups[number[one.id]].append(list(warrants))
    return groups


def _backing(graph: Graph, number: Mapping[str, int]) -> dict[str, dict[int, None]]:
    """Return, by the id of what is supported, what stands for its reasons, if they are read."""
    found: dict[str, dict[int, None]] = {}
    for one in graph.map.arguments.values():
        if one.polarity == "support":
            reasons = found.setdefault(one.conclusion, {})
            if one.id in number:
                reasons[number[one.id]] = None
    return found
