"""Two states of a map as one: all that is in either, and what came, went or changed.

Claims are known again as `argmap diff` knows them: by their ids, else by what they say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from argmap.model import ArgMap, Argument, Claim
from argmap.versions.matching import Match, match


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a claim: added, removed or changed; `before` is what it said.

    `word` is the phrase that tells it, where that is not the one of its kind.
    """

    kind: str
    word: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Both maps as one, and what became of each claim and argument that is not as it was.

    `title` names the old one.
    """

    map: ArgMap
    title: str
    claims: Mapping[str, Change]
    arguments: Mapping[str, str]


def contrasted(old: ArgMap, new: ArgMap) -> Contrast:
    """Return two states of a map as one, under the ids of the new."""
    found = match(old, new)
    claims, arguments = dict(new.claims), dict(new.arguments)
    ids = _ids(old, new, found)
    for key, claim in old.claims.items():
        if key not in found.claims:
            claims[ids[key]] = replace(claim, id=ids[key])
    for key, one in old.arguments.items():
        if key not in found.arguments:
            arguments[ids[key]] = _renamed(one, ids)
    came = set(new.claims) - set(found.claims.values())
    changes = {key: Change("added") for key in new.claims if key in came}
    for key, claim in old.claims.items():
        if key not in found.claims:
            changes[ids[key]] = Change("removed")
        elif change := _change(claim, new.claims[found.claims[key]]):
            changes[found.claims[key]] = change
    known = set(found.arguments.values())
    steps = {key: "added" for key in new.arguments if key not in known}
    steps |= {ids[key]: "removed" for key in old.arguments if key not in found.arguments}
    lost = tuple(ids[key] for key in old.options if ids[key] not in new.roots)
    both = replace(
        new, claims=claims, arguments=arguments, options=new.options + lost if new.options else ()
    )
    return Contrast(both, old.title, changes, steps)


def _ids(old: ArgMap, new: ArgMap, found: Match) -> dict[str, str]:
    """Return ids in the new map, or free ones, for all that is in the old."""
    taken = {*new.claims, *new.arguments}
    ids: dict[str, str] = {}
    for key in (*old.claims, *old.arguments):
        name = found.new(key)
        while not name or (not found.new(key) and name in taken):
            name = f"{name or key}~" if name or key in taken else key
        ids[key] = name
        taken.add(name)
    return ids


def _renamed(one: Argument, ids: Mapping[str, str]) -> Argument:
    """Return an argument of the old map under the ids of both."""
    premises = tuple(ids[key] for key in one.premises)
    return replace(one, id=ids[one.id], premises=premises, conclusion=ids[one.conclusion])


def _change(old: Claim, new: Claim) -> Change | None:
    """Return what changed in a claim: what it says, or how it is marked; other fields are notes."""
    if old.text != new.text:
        return Change("changed", "reworded", old.text)
    marked = ("label", "stakeholder", "by", "cite", "qualifier", "open", "conceded")
    if any(getattr(old, name) != getattr(new, name) for name in marked):
        return Change("changed")
    return None
