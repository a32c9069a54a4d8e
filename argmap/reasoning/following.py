"""Checks which label follows from weighed arguments by a proof standard, as Carneades has it.

A certificate holds the arguments `pro` and `con`, each with its `weight` and whether it is
`decided` that it counts; the other positions on the issue as `rivals`; the `standard`, if the claim
is at issue; and whether it is `assumed` (Gordon & Walton 2016, "Formalizing balancing arguments").
"""

from collections.abc import Mapping
from typing import Any

MARGINS = {"PE": 0.0, "CCE": 0.5, "BRD": 0.5}


def follows(given: Mapping[str, Any]) -> str:
    """Return the label that follows.

    >>> form = {"assumed": False, "standard": "PE", "rivals": []}
    >>> one, half = ({"decided": True, "weight": weight} for weight in (1.0, 0.5))
    >>> [follows({**form, "pro": [one], "con": [other]}) for other in (one, half)]
    ['out', 'in']
    """
    pro, con = ([one["weight"] for one in given[side]] for side in ("pro", "con"))
    every = [*given["pro"], *given["con"], *given["rivals"]]
    if given["assumed"] or (not given["standard"] and any(pro)):
        return "in"
    if all(one["decided"] for one in given["pro"]) and not any(pro):
        return "out"
    if not given["standard"] or not all(one["decided"] for one in every):
        return "undecided"
    best, others = max(pro), [max(con, default=0), *(one["weight"] for one in given["rivals"])]
    margin = MARGINS[given["standard"]]
    doubt = given["standard"] == "BRD" and max(others) >= 0.3
    return "in" if best - max(others) > margin and not doubt else "out"
