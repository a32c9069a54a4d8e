"""The terms of the field for what an explanation says in plain words."""

from collections.abc import Iterator
from math import fsum

from argmap.phrasing import Phrases
from argmap.reasoning.accounting import Explanation
from argmap.reasoning.apportioning import Strength


def terms(told: Explanation, say: Phrases) -> Iterator[str]:
    """Yield what the explanation is called by those who study such things."""
    label = told.verdict.labels.get(told.claim)
    labels_by, _ = told.verdict.semantics.split(", ")
    yield say("term-label", semantics=labels_by, support=told.reading.support, label=label)
    possible = say("yes" if told.claim in told.verdict.possible else "no")
    sceptical = say("yes" if label == "in" else "no")
    yield say("term-credulous", yes=possible, sceptical=sceptical)
    for one in told.grounds:
        strong = "term-strong" if one.grounded else "term-admissible"
        key = "term-complete" if one.label == "undecided" else strong
        members = "{" + ", ".join(one.shown) + "}"
        least = say("term-least" if one.exact else "term-bound")
        shown = say(key, count=len(one.shown), members=members)
        yield shown if one.label == "undecided" else f"{shown}; {least}"
    if told.change:
        exact = say("exact" if told.change.least else "bound")
        yield say("term-flip", count=len(told.change.sets[0]), exact=exact)
    if told.strength:
        yield from _shares(told.strength, say)


def _shares(found: Strength, say: Phrases) -> Iterator[str]:
    """Yield the numbers behind what contributes most, the largest first."""
    yield say("term-strength", semantics=found.semantics)
    ranked = sorted(found.shares.items(), key=lambda one: -abs(one[1].shapley))
    for key, one in ranked[:5]:
        slope = "–" if one.gradient is None else f"{one.gradient:+.4f}"
        shares = {"removal": f"{one.removal:+.4f}", "shapley": f"{one.shapley:+.4f}"}
        yield say("term-share", id=key, gradient=slope, **shares)
    total = f"{fsum(one.shapley for one in found.shares.values()):+.4f}"
    if found.orders:
        error = f"{max(one.error for one in found.shares.values()):.4f}"
        yield say("term-drawn", orders=found.orders, error=error, sum=total)
    elif found.shares:
        yield say("term-shapley", sum=total, alone=f"{found.alone:.4f}")
