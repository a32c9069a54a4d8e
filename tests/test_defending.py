"""Defences and what switches off: no smaller set does it, judged straight from the definitions."""

import random
from itertools import product

import pytest
from brute import Brute
from test_frameworks import framework

from argmap.reasoning.defending import defence


def is_strong(reference, members):
    """Members can be brought in one after another, each defended by those before it."""
    placed = frozenset()
    while True:
        new = {one for one in members - placed if reference.defends(placed, one)}
        if not new:
            return placed == members
        placed |= new


def drawn(dice):
    size = dice.randint(1, 6)
    share = dice.choice([0.1, 0.2, 0.3])
    attacks = {cell for cell in product(range(size), repeat=2) if dice.random() < share}
    needs = [
        (dice.randrange(size), {one for one in range(size) if dice.random() < 0.4})
        for _ in range(dice.choice([0, 0, 1, 2, 4]))
    ]
    return size, attacks, needs


@pytest.mark.parametrize("seed", range(4))
def test_no_smaller_strongly_admissible_set_shows_that_it_stands_or_falls(seed):
    dice = random.Random(seed)
    shown = 0
    for _ in range(250):
        size, attacks, needs = drawn(dice)
        reference, made = Brute(size, attacks, needs), framework(size, attacks, needs)
        strong = [s for s in reference.sets if is_strong(reference, s)]
        for one in range(size):
            for falls in (False, True):
                fitting = [s for s in strong if one in (reference.switched_off(s) if falls else s)]
                found = defence(made, one, falls=falls)
                here = (size, sorted(attacks), needs, one, falls, found)
                if not fitting:
                    assert found is None, here
                    continue
                shown += 1
                assert found.exact, here
                assert frozenset(found.members) in fitting, here
                assert len(found.members) == min(map(len, fitting)), here
    assert shown > 300


@pytest.mark.parametrize("seed", range(2))
def test_no_smaller_part_of_an_outcome_defends_itself(seed):
    dice = random.Random(100 + seed)
    for _ in range(250):
        size, attacks, needs = drawn(dice)
        reference, made = Brute(size, attacks, needs), framework(size, attacks, needs)
        admissible = set(reference.admissible())
        for outcome in reference.preferred():
            for one in outcome:
                fitting = [s for s in admissible if one in s and s <= outcome]
                found = defence(made, one, among=outcome)
                assert frozenset(found.members) in fitting
                assert len(found.members) == min(map(len, fitting))


def test_many_attackers_with_many_answers_each_are_counted_without_trying_all():
    """Topic 0 has attackers 1 to 10, each with three answers of its own."""
    attackers = [list(range(1, 11)), *([11 + 3 * n, 12 + 3 * n, 13 + 3 * n] for n in range(10))]
    found = defence(framework_of(attackers + [[] for _ in range(30)]), 0)
    assert found.exact
    assert len(found.members) == 11


def framework_of(attackers):
    return framework(len(attackers), {(a, b) for b, ones in enumerate(attackers) for a in ones})
