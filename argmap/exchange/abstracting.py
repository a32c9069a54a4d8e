"""Between maps and abstract frameworks, which know no more than who attacks whom."""

import re

from argmap.exchange.iccma import Abstract
from argmap.exchange.losing import losses, lost, named
from argmap.model import ArgMap, Argument, Claim
from argmap.problems import Problem
from argmap.text import slug
from argmap.tree import ID

_OWN = re.compile(ID)


def as_map(abstract: Abstract) -> ArgMap:
    """Return a map in which each argument is a claim with its name for a text.

    >>> list(as_map(Abstract(["a", "$b"], [(1, 0)])).arguments)
    ['b.attacks.a']
    """
    keys: dict[str, None] = {}
    for name in abstract.names:
        keys[_free(name if _OWN.match(name) else slug(name), keys)] = None
    ids = list(keys)
    claims = {
        key: Claim(id=key, text=name, extra={} if key == name else {"x-id": name})
        for key, name in zip(ids, abstract.names, strict=True)
    }
    arguments = {}
    for attacker, victim in dict.fromkeys(abstract.attacks):
        key = f"{ids[attacker]}.attacks.{ids[victim]}"
        arguments[key] = Argument(
            id=key, premises=(ids[attacker],), conclusion=ids[victim], polarity="attack"
        )
    return ArgMap(claims=claims, arguments=arguments)


def of_map(argmap: ArgMap) -> tuple[Abstract, tuple[Problem, ...]]:
    """Return the attacks of one claim on another in a map, and what of the map that leaves out."""
    names = [str(claim.extra.get("x-id", key)) for key, claim in argmap.claims.items()]
    numbers = {key: number for number, key in enumerate(argmap.claims)}
    attacks, left_out = [], []
    for one in argmap.arguments.values():
        if one.polarity == "attack" and one.conclusion in numbers and len(set(one.premises)) == 1:
            attacks.append((numbers[one.premises[0]], numbers[one.conclusion]))
        else:
            left_out.append(one.id)
    told = list(losses(argmap, {"claim.extra"}))
    if any(claim.text != name for claim, name in zip(argmap.claims.values(), names, strict=True)):
        told.append(lost("the texts of claims are lost"))
    if left_out:
        said = named("argument", left_out)
        told.append(lost(f"{said} left out: there is nothing but attacks of claims on claims"))
    return Abstract(names, list(dict.fromkeys(attacks))), tuple(told)


def _free(name: str, taken: dict[str, None]) -> str:
    number, new = 1, name
    while new in taken:
        number += 1
        new = f"{name}-{number}"
    return new
