"""What each claim contributes to the strength of one claim, the topic, in three ways of counting.

By removal: how much strength goes when the claim is taken away. By gradient: how much the strength
grows with the claim's base score. By Shapley: the mean of what it adds to the others, over all
orders in which claims could be put forward; these shares, and only these, sum to what all claims
together add to the topic (Shapley 1953; Kampik, Potyka, Yin, Čyras & Toni 2024, "Contribution
functions for quantitative bipolar argumentation graphs"). Removal alone says what would be without
a claim; the gradient alone holds for small changes; the three can differ even in sign.

Shapley shares are exact for up to 14 claims. For more, orders are drawn with a fixed seed, and each
share comes with its standard error.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from argmap.reasoning.grading import Formula, Weights
from argmap.reasoning.probing import Probe
from argmap.reasoning.sloping import gradients

EXACT = 14  # claims at most; their sets are 2 to this power
WORK = 400_000  # strengths computed for exact shares at most
DRAWN = 60_000  # strengths computed while orders are drawn, or about as many
ORDERS = (8, 400)  # drawn at least, and at most


@dataclass(frozen=True, slots=True)
class Share:
    """What one claim contributes; `gradient` is None where there is none."""

    removal: float
    gradient: float | None
    shapley: float
    error: float = 0.0


@dataclass(frozen=True, slots=True)
class Contributions:
    """What claims contribute: `alone` is the strength that the topic has without any of them.

    `orders` is how many orders were drawn, 0 where the Shapley shares are exact.
    """

    strength: float
    alone: float
    shares: Mapping[int, Share]
    orders: int = 0


def contributions(
    weights: Weights, formula: Formula, topic: int, players: Sequence[int]
) -> Contributions | None:
    """Return what each player contributes to the topic; None where a strength does not settle.

    >>> from argmap.reasoning.grading import Bonds, dfquad
    >>> weights = Weights([0.5, 0.5, 0.8], Bonds(), Bonds([1, 2], [0, 0], [1.0, 1.0]))
    >>> found = contributions(weights, Formula("product", dfquad), 0, [1, 2])
    >>> found.strength, found.alone, [round(one.shapley, 3) for one in found.shares.values()]
    (0.95, 0.5, [0.15, 0.3])
    """
    probe = Probe(weights, formula, (topic,))
    strength = probe.strength(topic)
    if strength is None:
        return None
    slopes = gradients(weights, formula, topic, strengths=probe.values)
    removals = []
    for one in players:
        less = probe.without(one).strength(topic)
        probe.again(one)
        if less is None:
            return None
        removals.append(strength - less)
    few = len(players) <= EXACT
    few = few and sum(map(probe.cost, players)) << len(players) <= WORK * max(1, len(players))
    counted = (_exactly if few else _drawn)(probe, topic, players)
    if counted is None:
        return None
    alone, values, errors, orders = counted
    shares = {
        one: Share(removals[n], slopes[one] if slopes else None, values[n], errors[n])
        for n, one in enumerate(players)
    }
    return Contributions(strength, alone, shares, orders)


Counted = tuple[float, list[float], list[float], int]


def _exactly(probe: Probe, topic: int, players: Sequence[int]) -> Counted | None:
    """Visit all sets of players, each one player away from the last (Gray's code)."""
    count = len(players)
    worth = [0.0] * (1 << count)
    here = (1 << count) - 1
    for step in range(1 << count):
        value = probe.strength(topic)
        if value is None:
            return None
        worth[here] = value
        turn = ((step + 1) & -(step + 1)).bit_length() - 1
        if turn < count:
            here ^= 1 << turn
            one = players[turn]
            (probe.again if here >> turn & 1 else probe.without)(one)
    shares = [1.0]
    for size in range(1, count):
        shares.append(shares[-1] * size / (count - size))
    found = [
        fsum(
            shares[others.bit_count()] / count * (worth[others | 1 << n] - worth[others])
            for others in range(1 << count)
            if not others >> n & 1
        )
        for n in range(count)
    ]
    return worth[0], found, [0.0] * count, 0


def _drawn(probe: Probe, topic: int, players: Sequence[int]) -> Counted | None:
    """Put the players forward in orders drawn by chance."""
    cost = sum(map(probe.cost, players))
    orders = min(ORDERS[1], max(ORDERS[0], DRAWN // cost))
    gains: list[list[float]] = [[] for _ in players]
    dice = random.Random(0)
    for one in players:
        probe.without(one)
    alone = probe.strength(topic)
    order = list(range(len(players)))
    for _ in range(orders):
        dice.shuffle(order)
        before = alone
        for n in order:
            after = probe.again(players[n]).strength(topic)
            if before is None or after is None:
                return None
            gains[n].append(after - before)
            before = after
        for n in order:
            probe.without(players[n])
    if alone is None:
        return None
    means = [fsum(one) / orders for one in gains]
    spread = [
        (fsum((x - mean) ** 2 for x in one) / (orders - 1) / orders) ** 0.5
        for one, mean in zip(gains, means, strict=True)
    ]
    return alone, means, spread, orders
