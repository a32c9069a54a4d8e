"""Strengths: with and without numpy the same, in any order of bonds, settled or not shown."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluating import Semantics
from argmap.plugins import members
from argmap.reasoning.grading import Bonds, Formula, Weights, grade

FORMULAS = {
    name: one.formula for name, one in members("semantics", Semantics).items() if one.formula
}


def weights(bases, attacks, supports=()):
    columns = []
    for links in (attacks, supports):
        bonds = Bonds()
        for link in links:
            bonds.add(*link)
        columns.append(bonds)
    return Weights(list(bases), *columns)


def random_tree(size, seed):
    dice = random.Random(seed)
    links = [(n, dice.randrange(n), dice.choice([1.0, dice.random()])) for n in range(1, size)]
    dice.shuffle(links)
    half = size // 2
    return weights([dice.random() for _ in range(size)], links[:half], links[half:])


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("size", [2_500, 20_000])
def test_numpy_gives_the_same(name, size):
    pytest.importorskip("numpy")
    made = random_tree(size, seed=size)
    fast, slow = (grade(made, FORMULAS[name], numpy=one).strengths for one in (True, False))
    assert max(abs(a - b) for a, b in zip(fast, slow, strict=True)) < 1e-12
    assert fast != made.bases


@pytest.mark.parametrize("name", FORMULAS)
def test_numpy_gives_the_same_beside_a_circle_and_on_a_long_path(name):
    pytest.importorskip("numpy")
    size = 3_000
    path = weights([0.5] * size, [(n, n + 1) for n in range(size - 1)])
    circle = weights([0.5] * size, [(n, (n + 1) % 10) for n in range(10)], [(9, 2_999)])
    for made in (path, circle):
        fast, slow = (grade(made, FORMULAS[name], numpy=one).strengths for one in (True, False))
        assert fast == slow


@pytest.mark.parametrize("name", FORMULAS)
def test_a_path_of_many_arguments_needs_no_recursion(name):
    size = 100_001
    found = grade(weights([0.5] * size, [(n, n + 1) for n in range(size - 1)]), FORMULAS[name])
    assert None not in found.strengths
    assert found.strengths[0] == 0.5


@st.composite
def anything(draw):
    size = draw(st.integers(1, 8))
    numbers = st.integers(0, size - 1)
    links = st.lists(st.tuples(numbers, numbers, st.sampled_from([1.0, 0.5, 0.0])), max_size=12)
    bases = st.lists(st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]), min_size=size, max_size=size)
    return draw(bases), draw(links), draw(links)


@settings(max_examples=150)
@given(anything(), st.sampled_from(sorted(FORMULAS)), st.randoms(use_true_random=False))
def test_the_order_of_bonds_makes_no_difference(drawn, name, dice):
    bases, attacks, supports = drawn
    other = [dice.sample(links, len(links)) for links in (attacks, supports)]
    one = grade(weights(bases, attacks, supports), FORMULAS[name])
    assert one == grade(weights(bases, *other), FORMULAS[name])


@settings(max_examples=150)
@given(anything(), st.sampled_from(sorted(FORMULAS)))
def test_what_settles_is_a_fixed_point(drawn, name):
    bases, attacks, supports = drawn
    formula = FORMULAS[name]
    found = grade(weights(bases, attacks, supports), formula).strengths
    for one, strength in enumerate(found):
        sides = [
            [(found[s], w) for s, t, w in links if t == one]
            for links in (attacks, () if formula.attacks_only else supports)
        ]
        if strength is None or not any(sides):
            assert strength in (None, bases[one])
            continue
        if any(value is None for side in sides for value, _ in side):
            assert strength is None
            continue
        ends = [reduced(formula.gather, [v * w for v, w in side]) for side in sides]
        assert formula.influence(bases[one], *ends) == pytest.approx(strength, abs=1e-9)


def reduced(gather, values):
    """What one side comes to, spelled out a second time."""
    if gather == "product":
        return math.prod(1 - value for value in values)
    if gather == "top":
        return max(values, default=0)
    some = [value for value in values if value > 0]
    if gather == "count":
        return len(some) + sum(some) / len(some) if some else 0
    return sum(values)


def test_what_never_settles_has_no_strength():
    def leap(base, attack, support):
        return 0.0 if attack > 0.3 else 1.0

    made = weights([0.5, 0.5, 0.5, 0.5], [(0, 0), (0, 1), (1, 2)])
    found = grade(made, Formula("sum", leap))
    assert found.strengths == [None, None, None, 0.5]
    assert found.steps > 1_000
    assert found.residual > 0.1


def test_what_only_wavers_in_its_last_digit_has_settled():
    base = 0.8289200487784194  # where rounding never comes to rest
    found = grade(weights([base], [(0, 0)], [(0, 0)]), FORMULAS["mlp-based"])
    assert found.strengths == pytest.approx([base], abs=1e-15)


@pytest.mark.parametrize("base", [0.9, 0.99, 0.999, 0.9999])
def test_creeping_is_cut_short(base):
    found = grade(weights([1.0, base], [(0, 1), (1, 0)]), FORMULAS["df-quad"])
    assert found.strengths == pytest.approx([1.0, 0.0], abs=1e-11)
    assert found.steps < 20_000


def test_a_step_is_its_weakest_premise_times_what_undercuts_leave():
    made = Weights(
        [0.9, 0.4, 0.5, 0.25, 0.8], Bonds([3, 4], [4, 2], [1.0, 1.0]), Bonds(), {4: [0, 1]}
    )
    found = grade(made, FORMULAS["quadratic-energy"]).strengths
    assert found[4] == pytest.approx(0.4 * 0.8 * 0.75)
    assert found[2] == pytest.approx(0.5 - 0.5 * 0.24**2 / (1 + 0.24**2))
