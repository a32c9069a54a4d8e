"""What one side of a map has to say: its contentions, the other side's, and who answers what.

Where a map has a thesis, the sides are `pro` and `con`. Where it has options, each option is a
side, and everything that speaks for another option or against this one is the other side's. A
stakeholder is a side too: what is marked with its name is its own.
"""

from dataclasses import dataclass
from typing import Literal

from argmap.errors import UnknownName, Unsupported
from argmap.graph import Graph
from argmap.model import Argument

ALIASES = {
    "pro": ("aff", "affirmative", "for", "prop", "proposition", "gov", "government", "a-favor"),
    "con": ("neg", "negative", "against", "opp", "opposition", "en-contra"),
}
TACTICS = ("turn", "outweigh", "rebut", "undercut", "nonunique", "mitigate")  # offence first


@dataclass(frozen=True, slots=True)
class Case:
    """The arguments that one side brings, and those that are brought against it.

    `root` is the claim that it is for (`stance` pro, option) or against (con); a stakeholder has
    none. `common` holds what all options have in their favour or against them alike.
    """

    name: str
    stance: Literal["pro", "con", "option", "stakeholder"]
    root: str = ""
    ours: tuple[Argument, ...] = ()
    theirs: tuple[Argument, ...] = ()
    common: tuple[Argument, ...] = ()


def names(graph: Graph) -> tuple[str, ...]:
    """Return the sides of a map: `pro` and `con`, the options, the stakeholders that speak."""
    found = ["pro", "con"] if _motion(graph) else []
    speaking = {claim.stakeholder for claim in graph.map.claims.values()}
    options = graph.map.options if len(graph.map.roots) > 1 else ()
    return (*found, *options, *(key for key in graph.map.stakeholders if key in speaking))


def case(graph: Graph, name: str) -> Case:
    """Return the case of a side, by its name or an alias; raises `UnknownName`."""
    known = names(graph)
    if not known:
        raise Unsupported("the map has no thesis, options or stakeholders, and so no sides")
    wanted = name.strip()
    if wanted not in known:
        wanted = next(
            (side for side in ALIASES if wanted.lower() in (side, *ALIASES[side])), wanted
        )
    if wanted not in known:
        raise UnknownName("sides", name, known)
    if wanted in ("pro", "con"):
        root = _motion(graph)
        ours, theirs = graph.into(root, "support"), graph.into(root, "attack")
        if wanted == "pro":
            return Case("pro", "pro", root, ours, theirs)
        return Case("con", "con", root, theirs, ours)
    if wanted in graph.map.options:
        return _option(graph, wanted)
    return _stakeholder(graph, wanted)


def _motion(graph: Graph) -> str:
    """Return the one claim that a map is for or against: the thesis, or an only option."""
    return graph.map.thesis or (graph.map.options[0] if len(graph.map.options) == 1 else "")


def _option(graph: Graph, option: str) -> Case:
    """Return the case for an option: for it, and against the others.

    What bears in the same way on an option and on this one makes no difference between them.
    """
    here = {_said(one) for one in graph.into(option)}
    ours, theirs = list(graph.into(option, "support")), list(graph.into(option, "attack"))
    for other in graph.map.options:
        if other != option:
            ours += [one for one in graph.into(other, "attack") if _said(one) not in here]
            theirs += [one for one in graph.into(other, "support") if _said(one) not in here]
    everywhere = [
        one
        for one in graph.into(option)
        if all(
            _said(one) in {_said(two) for two in graph.into(other)} for other in graph.map.options
        )
    ]
    return Case(
        option,
        "option",
        option,
        tuple(one for one in ours if one not in everywhere),
        tuple(one for one in theirs if one not in everywhere),
        tuple(everywhere),
    )


def fellows(graph: Graph, argument: Argument) -> tuple[str, ...]:
    """Return the other options on which the same premises bear in the same way."""
    return tuple(
        other
        for other in graph.map.options
        if argument.conclusion in graph.map.options
        and other != argument.conclusion
        and _said(argument) in {_said(one) for one in graph.into(other)}
    )


def _said(argument: Argument) -> tuple[frozenset[str], str]:
    return frozenset(argument.premises), argument.polarity


def _stakeholder(graph: Graph, name: str) -> Case:
    """Return the case of a stakeholder: its claims that do not merely back another of them."""
    own = [key for key, claim in graph.map.claims.items() if claim.stakeholder == name]
    within = {
        premise
        for key in own
        for top in graph.into(key, "support")
        for one in backing(graph, top)
        for premise in one.premises
    }
    tops = [key for key in own if key not in within] or own  # all of them where they go in a circle
    return Case(
        name, "stakeholder", "", tuple(graph.used[key][0] for key in tops if key in graph.used)
    )


def backing(graph: Graph, top: Argument) -> tuple[Argument, ...]:
    """Return an argument and all that supports its premises or its step, each once, in order."""
    seen = {top.id}
    found = []
    stack = [top]
    while stack:
        found.append(here := stack.pop())
        into = (one for key in (here.id, *here.premises) for one in graph.into(key, "support"))
        new = {one.id: one for one in into if one.id not in seen}
        seen.update(new)
        stack.extend(reversed(new.values()))
    return tuple(found)


def replies(graph: Graph, top: Argument) -> tuple[Argument, ...]:
    """Return what attacks an argument, its premises or anything that backs them.

    Offence comes first: turns, what outweighs, rebuttals; then what undercuts, what says that it
    happens anyway, what only mitigates; then what is aimed higher before what is aimed lower.
    """
    keys = [key for one in backing(graph, top) for key in (one.id, *one.premises)]
    found = {one.id: one for key in keys for one in graph.into(key, "attack")}
    return tuple(sorted(found.values(), key=lambda one: TACTICS.index(tactic(graph, one))))


def tactic(graph: Graph, attack: Argument) -> str:
    """Return how an attack answers: as it is marked, else `undercut` or `rebut`."""
    return attack.tactic or ("undercut" if attack.conclusion in graph.map.arguments else "rebut")


def voices(graph: Graph, one: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the claims that speak for a side and those that speak against it, in map order.

    A support keeps the side of what it bears on, an attack turns it.
    """
    found: dict[tuple[str, bool], None] = {}
    queue = [(top.id, True) for top in one.ours] + [(top.id, False) for top in one.theirs]
    for here, own in queue:  # grows while it is read
        if (here, own) in found:
            continue
        found[here, own] = None
        premises = graph.map.arguments[here].premises if here in graph.map.arguments else ()
        queue += [(premise, own) for premise in premises]
        queue += [(into.id, own == (into.polarity == "support")) for into in graph.into(here)]
    ours = tuple(key for key in graph.map.claims if (key, True) in found)
    return ours, tuple(key for key in graph.map.claims if (key, False) in found)
