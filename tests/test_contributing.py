"""What claims contribute, and the least changes that cross a line, held against brute force."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_grading import FORMULAS, weights
from test_sloping import graphs

from argmap.reasoning.contributing import EXACT, contributions
from argmap.reasoning.grading import Bonds, Weights, grade
from argmap.reasoning.tipping import CLOSE, Goal, Tipping, tip

NAMES = st.sampled_from(sorted(FORMULAS))


def strength(made, formula, topic, *, away=(), bases=None):
    """A strength in the graph without some arguments, computed from nothing."""
    sides = []
    for side in (made.attacks, made.supports):
        kept = Bonds()
        for source, target, weight in zip(side.sources, side.targets, side.weights, strict=True):
            if source not in away and target not in away:
                kept.add(source, target, weight)
        sides.append(kept)
    steps = {one: ones for one, ones in made.premises.items() if not set(ones) & set(away)}
    fallen = set(made.premises) - set(steps)
    for side in sides:  # a step without one of its premises is no step
        for n in reversed(range(len(side.sources))):
            if side.sources[n] in fallen:
                del side.sources[n], side.targets[n], side.weights[n]
    return grade(Weights(bases or made.bases, *sides, steps), formula, numpy=False).strengths[topic]


def claims_of(made):
    return [one for one in range(1, len(made.bases)) if one not in made.premises]


@settings(max_examples=150)
@given(graphs(), NAMES)
def test_removal_and_shapley_are_what_their_definitions_say(made, name):
    players = claims_of(made)[:4]
    found = contributions(made, FORMULAS[name], 0, players)
    worth = {}

    def value(present):
        key = frozenset(present)
        if key not in worth:
            away = [one for one in players if one not in key]
            worth[key] = strength(made, FORMULAS[name], 0, away=away)
        return worth[key]

    orders = list(permutations(players))
    for one in players:
        gains = [value((*o[: o.index(one)], one)) - value(o[: o.index(one)]) for o in orders]
        assert found.shares[one].shapley == pytest.approx(sum(gains) / len(orders), abs=1e-9)
        less = value([other for other in players if other != one])
        assert found.shares[one].removal == pytest.approx(value(players) - less, abs=1e-9)
        assert found.shares[one].error == 0


@settings(max_examples=150)
@given(graphs(), NAMES)
def test_shapley_shares_sum_to_strength_minus_base(made, name):
    found = contributions(made, FORMULAS[name], 0, claims_of(made))
    total = sum(one.shapley for one in found.shares.values())
    assert found.alone == pytest.approx(made.bases[0], abs=1e-12)
    assert total == pytest.approx(found.strength - made.bases[0], abs=1e-9)


def test_drawn_shares_sum_as_well_and_their_error_is_honest():
    size = EXACT + 6
    links = [(n, (n - 1) // 3) for n in range(1, size)]
    made = weights([0.3 + n / 40 for n in range(size)], links[::2], links[1::2])
    players = range(1, size)
    found = contributions(made, FORMULAS["df-quad"], 0, players)
    assert found.orders
    total = sum(one.shapley for one in found.shares.values())
    assert total == pytest.approx(found.strength - made.bases[0], abs=1e-9)
    assert found == contributions(made, FORMULAS["df-quad"], 0, players)
    few = contributions(made, FORMULAS["df-quad"], 0, players[:EXACT])
    assert not few.orders
    # with claims that bear on nothing, the exact shares are those of the others
    exact = contributions(made, FORMULAS["df-quad"], 2, [n for n in players if n in (7, 8, 6)])
    lone = weights([*made.bases, *[0.5] * EXACT], links[::2], links[1::2])
    more = [*(n for n in players if n in (7, 8, 6)), *range(size, size + EXACT)]
    drawn = contributions(lone, FORMULAS["df-quad"], 2, more)
    assert drawn.orders
    for one, share in exact.shares.items():
        assert abs(drawn.shares[one].shapley - share.shapley) <= 5 * drawn.shares[one].error + 1e-12


@settings(max_examples=200)
@given(graphs(), NAMES, st.sampled_from([0.3, 0.5, 0.6]), st.booleans())
def test_no_smaller_change_of_a_base_score_does_it(made, name, level, against):
    formula = FORMULAS[name]
    rival = len(claims_of(made)) if against and len(claims_of(made)) else None
    goal = Goal(0, level, rival)

    def gap(one, base):
        bases = list(made.bases)
        bases[one] = base
        return strength(made, formula, 0, bases=bases) - (
            level if rival is None else strength(made, formula, rival, bases=bases)
        )

    for one in (0, *claims_of(made)):
        now = gap(one, made.bases[one])
        found = tip(made, formula, goal, one)
        if abs(now) <= CLOSE:
            assert found is None
            continue
        if found:
            assert gap(one, found.after) * now <= 0
        if found is None or found.exact:
            size = found.size - 2 * CLOSE if found else 1.0
            for n in range(-60, 61):
                base = made.bases[one] + n / 60 * size
                if 0 <= base <= 1 and not (found is None and n == 0):
                    crosses = gap(one, base) * now <= 0
                    assert not crosses, (one, base, found)


@given(graphs(), NAMES)
def test_the_least_change_is_that_of_the_claim_that_needs_least(made, name):
    goal = Goal(0)
    claims = claims_of(made)
    every = [found for one in claims if (found := tip(made, FORMULAS[name], goal, one))]
    least = Tipping(made, FORMULAS[name], goal).least(claims)
    if every:
        smallest = min(one.size for one in every)
        assert least.size == pytest.approx(smallest, abs=1e-6 if least.exact else 0.02)
    else:
        assert least is None


def test_a_claim_on_ways_of_both_sorts_is_not_called_exact():
    made = weights([0.5, 0.9, 0.5], [(2, 0), (1, 2)], [(1, 0)])
    assert tip(made, FORMULAS["df-quad"], Goal(0), 1).exact
    mixed = weights([0.5, 0.9, 0.5], [(2, 0)], [(1, 0), (1, 2)])
    found = tip(mixed, FORMULAS["df-quad"], Goal(0, 0.55), 1)
    assert found is None or not found.exact


def test_a_probe_of_a_circle_settles_again():
    ring = weights([0.5, 0.6, 0.7, 0.4], [(0, 1), (1, 0), (3, 1)], [(2, 0)])
    found = contributions(ring, FORMULAS["quadratic-energy"], 0, [1, 2, 3])
    for one in (1, 2, 3):
        less = strength(ring, FORMULAS["quadratic-energy"], 0, away=[one])
        assert found.shares[one].removal == pytest.approx(found.strength - less, abs=1e-9)
    assert not tip(ring, FORMULAS["quadratic-energy"], Goal(0, 0.6), 3).exact
