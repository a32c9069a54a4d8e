"""Checks why a claim is in, out or undecided from the definitions; shares nothing with the search.

With kept(S) for the largest set that S does not attack and in which each member has, before it in
some order, one of each group that it needs: a set is strongly admissible where it can be built up
from nothing, each time of members that kept(what is built) does not attack. Such a set shows that
its members are in under grounded semantics, and that what it leaves out of kept(S) is out (Baroni &
Giacomin 2007). A set S = kept(kept(S)) within kept(S) shows that the rest of kept(S) is not. A part
of an outcome of another semantics need only defend itself.

A certificate holds `arguments`, `attacks` (attacker, victim), `needs` (owner, group of which it
needs one), the `claim`, its `label`, the `set`, whether it is for `grounded`; and `flips`, each
with `answers` that are added to the framework, and the set and label after these. For those
that weigh arguments `pro` and `con`, see `following`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.reasoning.following import follows

Form = Mapping[str, Any]


def certified(given: Form) -> bool:
    """Tell whether a certificate shows the label of a claim, and those after its answers.

    >>> attacks = [["b", "a"], ["c", "b"]]
    >>> form = {"arguments": ["a", "b", "c"], "attacks": attacks, "needs": [], "claim": "a"}
    >>> [certified({**form, "label": "in", "set": one}) for one in (["a", "c"], ["a"])]
    [True, False]
    """
    if "pro" in given:
        return follows(given) == str(given["label"])
    flips = ({**given, **one, "flips": ()} for one in given.get("flips", ()))
    return _shows(given) and all(_shows(_answered(one)) for one in flips)


def _shows(given: Form) -> bool:
    chosen, claim, label = set(given["set"]), given["claim"], given["label"]
    left = _kept(given, chosen)
    after = _kept(given, left)
    if label == "undecided":
        return chosen == after and chosen <= left and claim in left - chosen
    built: set[str] = set()
    if given.get("grounded", True):
        while new := (chosen & _kept(given, _kept(given, built))) - built:
            built |= new
    elif chosen <= left & after:
        built = chosen
    coherent = chosen == _kept({**given, "arguments": chosen}, ())
    return (
        built == chosen and coherent and (claim in chosen if label == "in" else claim not in left)
    )


def _kept(given: Form, by: Iterable[str]) -> set[str]:
    """Return the largest set that some arguments do not attack, and in which all needs are met."""
    against = set(by)
    hit = {victim for attacker, victim in given["attacks"] if attacker in against}
    groups: dict[str, list[list[str]]] = {}
    for owner, group in given["needs"]:
        groups.setdefault(owner, []).append(group)
    found: set[str] = set()
    while new := {
        one
        for one in {*given["arguments"]} - hit - found
        if all(found.intersection(group) for group in groups.get(one, ()))
    }:
        found |= new
    return found


def _answered(given: Form) -> Form:
    """Add the answers of a certificate to its framework."""
    answers = given["answers"]
    new = [f"new {n}" for n, _ in enumerate(answers)]
    attacks, needs = list(given["attacks"]), [[owner, list(g)] for owner, g in given["needs"]]
    for name, one in zip(new, answers, strict=True):
        attacks += ([name, hit] for hit in one.get("hits", ()))
        needs = [[o, [*g, name] if o == one.get("reason") else g] for o, g in needs]
    return {**given, "arguments": [*given["arguments"], *new], "attacks": attacks, "needs": needs}
