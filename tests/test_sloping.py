"""Gradients: what a small change of a base score does, with numpy and without the same."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_grading import FORMULAS, random_tree, weights

from argmap.reasoning.grading import Weights, grade
from argmap.reasoning.sloping import gradients

SMOOTH = [name for name in FORMULAS if name not in ("quad", "card-based")]  # they leap


def central(made, formula, topic, one, by=1e-6):
    """The slope that is seen when a base score is moved a little to both sides."""
    ends = []
    for step in (-by, by):
        bases = list(made.bases)
        bases[one] += step
        moved = Weights(bases, made.attacks, made.supports, made.premises)
        ends.append(grade(moved, formula, numpy=False).strengths[topic])
    return (ends[1] - ends[0]) / (2 * by)


@st.composite
def graphs(draw, *, circles=False):
    size = draw(st.integers(1, 7))
    dice = random.Random(draw(st.integers(0, 10**6)))
    bases = [dice.uniform(0.05, 0.95) for _ in range(size)]
    sides = [[], []]
    for target in range(size):
        for source in range(size):
            if source != target and (circles or source > target) and dice.random() < 0.35:
                sides[dice.random() < 0.5].append((source, target, dice.uniform(0.2, 1)))
    made = weights(bases, *sides)
    if draw(st.booleans()) and size > 2 and not circles:
        dice.shuffle(bases)
        step = Weights([*bases, 0.9], made.attacks, made.supports, {size: (1, 2)})
        step.supports.add(size, 0)
        return step
    return made


@pytest.mark.parametrize("name", SMOOTH)
@settings(max_examples=60)
@given(graphs())
def test_gradients_are_what_is_seen_when_a_base_score_is_moved(name, made):
    found = gradients(made, FORMULAS[name], 0)
    for one in range(len(made.bases)):
        assert found[one] == pytest.approx(central(made, FORMULAS[name], 0, one), abs=2e-5)


@pytest.mark.parametrize("name", ["df-quad", "quadratic-energy", "euler-based"])
@settings(max_examples=60)
@given(graphs(circles=True))
def test_gradients_hold_in_circles(name, made):
    if None in grade(made, FORMULAS[name]).strengths:
        return
    found = gradients(made, FORMULAS[name], 0)
    seen = [central(made, FORMULAS[name], 0, one) for one in range(len(made.bases))]
    if found is not None and max(map(abs, seen)) < 20:  # else at the brink of another balance
        assert found == pytest.approx(seen, abs=1e-4)


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("size", [2_500, 20_000])
def test_numpy_gives_the_same_gradients(name, size):
    pytest.importorskip("numpy")
    made = random_tree(size, seed=size)
    dice = random.Random(1)
    for _ in range(size // 10):  # no longer a tree
        one, other = sorted(dice.sample(range(size), 2))
        made.supports.add(other, one, dice.random())
    for n in range(0, size, 50):
        made.bases[n] = dice.choice([0.0, 1.0])
    fast, slow = (gradients(made, FORMULAS[name], 3, numpy=one) for one in (True, False))
    assert max(abs(a - b) for a, b in zip(fast, slow, strict=True)) < 1e-9
    assert any(fast)


def test_two_that_attack_each_other_and_are_backed():
    made = weights([0.5, 0.5, 0.5], [(0, 1), (1, 0)], [(2, 0)])
    found = gradients(made, FORMULAS["quadratic-energy"], 0)
    seen = [central(made, FORMULAS["quadratic-energy"], 0, one) for one in range(3)]
    assert found == pytest.approx(seen, abs=1e-6)


def test_a_corner_has_the_mean_of_both_slopes_and_a_large_circle_is_solved():
    even = weights([0.2, 0.5, 0.5], [(1, 0)], [(2, 0)])
    assert gradients(even, FORMULAS["df-quad"], 0) == pytest.approx([1.0, -0.5, 0.5])
    size = 300
    ring = weights([0.5] * size, [(n, (n + 1) % size) for n in range(size)])
    found = gradients(ring, FORMULAS["df-quad"], 0)
    assert found[0] == pytest.approx(central(ring, FORMULAS["df-quad"], 0, 0), abs=1e-6)


def test_what_has_no_strength_has_no_gradient():
    made = weights([1.0, 1.0], [(0, 1)])
    assert gradients(made, FORMULAS["df-quad"], 1, strengths=[1.0, None]) is None
