"""Frameworks: what the searches find is what the definitions say, on all small ones and more."""

import random
from functools import cache
from importlib.util import find_spec
from itertools import permutations, product

import pytest
from brute import Brute
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluating import Semantics
from argmap.plugins import members
from argmap.reasoning.extending import Choice, outcome, outcomes
from argmap.reasoning.frameworks import Framework, ancestors, grounded, islands, residue
from argmap.reasoning.labelling import IN, NOT_IN, OUT, UNDECIDED, Effort, NotDecided
from argmap.reasoning.sharing import shared

CHOICES = {name: one.choice for name, one in members("semantics", Semantics).items() if one.choice}
WITHIN = {name: one.within for name, one in members("semantics", Semantics).items()}
ENGINES = ["own", "sat"] if find_spec("pysat") else ["own"]
PARTS = 4  # so that one long test does not keep all but one processor waiting


def framework(size, attacks, needs=()):
    groups = {}
    for owner, group in needs:
        groups.setdefault(owner, []).append(list(group))
    return Framework([[a for a, b in attacks if b == one] for one in range(size)], groups)


def accepted(labels):
    return frozenset(one for one, label in enumerate(labels) if label == IN)


def agrees(size, attacks, needs, *, queries=True, statuses=True):
    """Hold all semantics against the definitions, on one framework, with every engine."""
    reference = Brute(size, attacks, needs)
    made = framework(size, attacks, needs)
    true, possible = reference.well_founded()
    labels = grounded(made)
    assert {one for one, label in enumerate(labels) if label == IN} == true
    assert {one for one, label in enumerate(labels) if label != OUT} == possible
    for name, choice in CHOICES.items():
        expected = reference.extensions(name)
        for engine in ENGINES:
            found = list(outcomes(choice, made, Effort(60, engine)))
            here = (name, engine, size, sorted(attacks), needs)
            assert sorted(map(accepted, found), key=sorted) == expected, here
            for labels in found:
                off = reference.switched_off(accepted(labels))
                assert {one for one, label in enumerate(labels) if label == OUT} == off, here
            if queries:
                answers(choice, made, expected, engine)
            if statuses and (size < 4 or engine == "own"):  # the other takes three times as long
                agreed(choice, made, expected, reference, engine)


def answers(choice, made, expected, engine):
    """Hold outcomes with a wish against all outcomes."""
    for one in range(made.size):
        for mask, is_meant in ((IN, True), (NOT_IN, False)):
            labels = outcome(choice, made, Effort(60, engine), (one, mask))
            fitting = [s for s in expected if (one in s) == is_meant]
            assert labels is None if not fitting else accepted(labels) in fitting


def agreed(choice, made, expected, reference, engine):
    """Hold what all outcomes share, which is the verdict, against all outcomes."""
    found = shared(choice, made, Effort(60, engine))
    assert found.none == (not expected)
    for one in range(made.size):
        if expected:
            seen = {
                IN if one in s else OUT if one in reference.switched_off(s) else UNDECIDED
                for s in expected
            }
            assert (found.masks[one] in (IN, OUT, UNDECIDED)) == (len(seen) == 1)
            assert len(seen) > 1 or found.masks[one] in seen
            assert bool(found.masks[one] & IN) == (IN in seen)


@cache
def unlike(size, marks):
    """Return one of each kind of matrices over so many marks that differ only in the numbering."""
    found = []
    cells = list(product(range(size), repeat=2))
    orders = list(permutations(range(size)))
    places = [[cells.index((p[a], p[b])) for a, b in cells] for p in orders]
    for matrix in product(range(marks), repeat=len(cells)):
        if all(matrix <= tuple(matrix[place[n]] for n in range(len(cells))) for place in places):
            found.append(dict(zip(cells, matrix, strict=True)))
    return found


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_all_frameworks_of_up_to_three_arguments(size):
    found = unlike(size, 2)
    assert len(found) == [1, 2, 10, 104][size]
    for matrix in found:
        agrees(size, {cell for cell, mark in matrix.items() if mark}, ())


@pytest.mark.parametrize("part", range(PARTS))
def test_all_frameworks_of_four_arguments(part):
    found = unlike(4, 2)
    assert len(found) == 3044
    for matrix in found[part::PARTS]:
        attacks = {cell for cell, mark in matrix.items() if mark}
        agrees(4, attacks, (), queries=False)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("jointly", [True, False])
def test_all_frameworks_of_up_to_three_arguments_that_attack_or_are_needed(size, jointly, part):
    found = unlike(size, 3)
    assert len(found) == [0, 3, 45, 3411][size]
    for matrix in found[part::PARTS]:
        attacks = {cell for cell, mark in matrix.items() if mark == 1}
        needed = [cell for cell, mark in matrix.items() if mark == 2]
        if jointly:
            needs = [(owner, {a for a, b in needed if b == owner}) for owner in range(size)]
            needs = [(owner, group) for owner, group in needs if group]
        else:
            needs = [(owner, {one}) for one, owner in needed]
        agrees(size, attacks, needs, queries=False, statuses=jointly)


@pytest.mark.parametrize("seed", range(4))
def test_many_frameworks_of_five_to_seven_arguments(seed):
    dice = random.Random(seed)
    for _ in range(500):
        size = dice.randint(5, 7)
        share = dice.choice([0.1, 0.2, 0.3, 0.5])
        attacks = {cell for cell in product(range(size), repeat=2) if dice.random() < share}
        asked = dice.random() < 0.1
        agrees(size, attacks, (), queries=asked, statuses=asked)


@pytest.mark.parametrize("seed", range(4))
def test_many_frameworks_with_necessities(seed):
    dice = random.Random(seed)
    for _ in range(250):
        size = dice.randint(2, 6)
        share = dice.choice([0.1, 0.2, 0.3])
        attacks = {cell for cell in product(range(size), repeat=2) if dice.random() < share}
        needs = [
            (dice.randrange(size), {one for one in range(size) if dice.random() < 0.4})
            for _ in range(dice.choice([1, 2, 3, 5]))
        ]
        agrees(size, attacks, needs, queries=dice.random() < 0.3)


@st.composite
def frameworks(draw):
    size = draw(st.integers(1, 12))
    numbers = st.integers(0, size - 1)
    attacks = draw(st.sets(st.tuples(numbers, numbers), max_size=3 * size))
    needs = draw(st.lists(st.tuples(numbers, st.frozensets(numbers, max_size=3)), max_size=4))
    return size, attacks, needs


@given(frameworks(), st.randoms(use_true_random=False))
def test_the_order_of_attacks_and_needs_makes_no_difference(given_, dice):
    size, attacks, needs = given_
    shuffled = dice.sample(sorted(attacks), len(attacks)), dice.sample(needs, len(needs))
    for choice in CHOICES.values():
        one, other = (
            set(map(tuple, outcomes(choice, framework(size, *edges), Effort(60))))
            for edges in ((sorted(attacks), needs), shuffled)
        )
        assert one == other


@given(frameworks())
def test_inclusions_between_semantics(given_):
    made = framework(*given_)
    found = {
        name: {accepted(one) for one in outcomes(choice, made, Effort(60))}
        for name, choice in CHOICES.items()
    }
    for name, wider in ((name, wider) for name, names in WITHIN.items() for wider in names):
        assert found[name] <= found[wider], (name, wider)
    least, ideal, eager = (next(iter(found[name])) for name in ("grounded", "ideal", "eager"))
    assert all(least <= one for one in found["complete"])
    assert all(ideal <= one for one in found["preferred"])
    assert all(eager <= one for one in found["semi-stable"])
    assert least <= ideal <= eager
    assert not found["stable"] or found["stable"] == found["semi-stable"] == found["stage"]


@given(frameworks())
def test_labelling_laws(given_):
    size, attacks, _ = given_
    made = framework(size, attacks)
    for name in ("grounded", "complete", "preferred", "stable", "semi-stable", "ideal", "eager"):
        for labels in outcomes(CHOICES[name], made, Effort(60)):
            for one, attackers in enumerate(made.attackers):
                assert (labels[one] == IN) == all(labels[a] == OUT for a in attackers)
                assert (labels[one] == OUT) == any(labels[a] == IN for a in attackers)


def test_a_path_of_many_arguments_needs_no_recursion():
    size = 300_001
    made = Framework([[], *([one] for one in range(size - 1))])
    assert grounded(made).count(IN) == 150_001
    chain = {one + 1: [[one]] for one in range(size - 1)}
    assert grounded(Framework([[] for _ in range(size)], chain)) == [IN] * size
    assert len(islands(made)) == 1
    assert len(ancestors(made, size - 1)) == size
    assert residue(made, grounded(made))[1] == []


def test_what_only_holds_up_each_other_is_out_layer_by_layer():
    # 0 and 1 need each other, 2 is attacked by 0, 3 and 4 need each other and 3 is attacked by 2
    made = framework(5, {(0, 2), (2, 3)}, [(0, {1}), (1, {0}), (3, {4}), (4, {3})])
    assert grounded(made) == [OUT, OUT, IN, OUT, OUT]


def test_an_extension_of_nothing():
    for name, choice in CHOICES.items():
        assert list(outcomes(choice, Framework([]), Effort(1))) == [[]], name


@pytest.mark.parametrize("name", ["preferred", "stable", "semi-stable", "stage", "ideal", "eager"])
@pytest.mark.parametrize("engine", ENGINES)
def test_time_that_is_over_is_said(name, engine):
    made = framework(8, {(a, b) for a in range(8) for b in range(8) if (a - b) % 8 in (1, 3)})
    with pytest.raises(NotDecided, match="not decided in"):
        list(outcomes(CHOICES[name], made, Effort(-1, engine)))
    found = shared(CHOICES[name], made, Effort(-1, engine))
    assert not any(found.sure)


def test_many_islands_combine_without_listing_all_combinations():
    pairs = 300
    attacks = {(n, n ^ 1) for n in range(2 * pairs)}
    found = shared(CHOICES["preferred"], framework(2 * pairs, attacks), Effort(60))
    assert set(found.masks) == {IN | OUT}
    first = next(outcomes(Choice(), framework(6, {(n, n ^ 1) for n in range(6)}), Effort(60)))
    assert len(first) == 6
