"""Checks what is said of a strength from the formulas as published; shares nothing with the search.

A certificate holds `bases`, `attacks` and `supports` (source, target, weight), `steps` and their
premises, the `semantics`, the `claim` and its `strength`; by claim its `shares`, with the strength
`alone` without them; and `tips`, changes of one base score that reach a `level` or a `rival`.
"""

from collections.abc import Iterable, Mapping
from math import exp, fsum, log, prod
from typing import Any

Form = Mapping[str, Any]
NEAR, BACK = 1e-7, 1e-6
ATTACKS_ONLY = {"h-categoriser", "max-based", "card-based"}


def reckoned(given: Form) -> bool:
    """Tell whether the strength, its shares and the changes that tip it are as a certificate says.

    >>> form = {"semantics": "df-quad", "bases": {"a": 0.5, "b": 0.8}, "steps": {}, "supports": []}
    >>> form |= {"attacks": [["b", "a", 1]], "claim": "a", "alone": 0.5, "tips": []}
    >>> [reckoned({**form, "strength": 0.1, "shares": {"b": {"removal": -0.4, "shapley": one}}})
    ...  for one in (-0.4, -0.3)]
    [True, False]
    """
    claim, value, shares = given["claim"], given["strength"], given["shares"]
    gains = {one: value - _all(given, away=[one])[claim] for one in shares}
    total = fsum(one["shapley"] for one in shares.values())
    return (
        abs(_all(given)[claim] - value) < NEAR
        and abs(_all(given, away=shares)[claim] - given["alone"]) < NEAR
        and all(abs(gains[one] - share["removal"]) < NEAR for one, share in shares.items())
        and abs(total - (value - given["alone"])) < NEAR
        and all(_tips(given, one) for one in given["tips"])
    )


def _tips(given: Form, one: Form) -> bool:
    """Tell whether a change reaches the line, and a slightly smaller one does not."""

    def over(base: float) -> float:
        now = _all({**given, "bases": {**given["bases"], one["claim"]: base}})
        return now[given["claim"]] - (now[one["rival"]] if one.get("rival") else one["level"])

    here, far = over(one["before"]), one["after"] - one["before"]
    short = one["after"] - (BACK if far > 0 else -BACK)
    return here * over(one["after"]) <= 1e-15 and (abs(far) < BACK or here * over(short) > 0)


def _all(given: Form, away: Iterable[str] = ()) -> dict[str, float]:
    """Return all strengths: the formula is applied to what it gives until that changes nothing."""
    gone, bases, steps = set(away), given["bases"], given["steps"]
    into: dict[str, dict[str, list[tuple[str, float]]]] = {one: {"a": [], "s": []} for one in bases}
    for side, links in (("a", given["attacks"]), ("s", given["supports"])):
        for source, target, weight in links:
            if side == "a" or target in steps or given["semantics"] not in ATTACKS_ONLY:
                into[target][side].append((source, weight))
    for way in (1.0, 0.5, 0.2, 0.05, 0.01):
        now = {one: 0.0 if one in gone else base for one, base in bases.items()}
        for _ in range(max(300, len(bases) + 2)):
            new = {one: 0.0 if one in gone else _one(given, one, into[one], now) for one in bases}
            off = max(abs(new[one] - now[one]) for one in bases)
            now = {one: now[one] + way * (new[one] - now[one]) for one in bases}
            if off < 1e-13:
                return now
    return now


def _one(given: Form, one: str, into: Form, now: Mapping[str, float]) -> float:
    a, s = ([now[source] * weight for source, weight in into[side]] for side in "as")
    if one in given["steps"]:
        return min(now[p] for p in given["steps"][one]) * _formula(
            "df-quad", given["bases"][one], a, s
        )
    return _formula(given["semantics"], given["bases"][one], a, s)


def _formula(name: str, b: float, a: list[float], s: list[float]) -> float:
    left_a, left_s = prod(1 - x for x in a), prod(1 - x for x in s)
    g, e, t = left_a - left_s, fsum(s) - fsum(a), max(s, default=0.0) - max(a, default=0.0)
    n = sum(1 for x in a if x)
    if name == "quad":
        low, high = b * left_a, 1 - (1 - b) * left_s
        return low if left_s == 1 else high if left_a == 1 else (low + high) / 2
    if name == "mlp-based":
        return b if b in (0, 1) else 1 / (1 + exp(min(700.0, -(log(b / (1 - b)) + e))))
    if name in ("euler-based", "euler-top"):
        return 1 - (1 - b * b) / (1 + b * exp(e if name == "euler-based" else t))
    if name in ATTACKS_ONLY:
        return b / (1 + {"h-categoriser": -e, "max-based": -t}.get(name, n + fsum(a) / max(n, 1)))
    by = {"df-quad": g, "quadratic-energy": e * abs(e) / (1 + e * e)}.get(name, g / (1 + abs(g)))
    return b + ((1 - b) if by >= 0 else b) * by
