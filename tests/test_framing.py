"""Maps as frameworks: what the readings of support come to, held against their definitions."""

from itertools import product

import pytest
from brute import Brute
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluating import Case, Semantics
from argmap.graph import Graph
from argmap.model import ArgMap, Argument, Claim
from argmap.plugins import member
from argmap.reasoning.framing import frame
from argmap.reasoning.labelling import Effort
from argmap.verdict import Reading

UNCUT = ["grounded", "complete", "preferred", "stable", "ideal"]  # no range in their definitions
ALL = [*UNCUT, "semi-stable", "stage", "eager"]


@st.composite
def maps(draw, claims=3, arguments=4, *, simple=False):
    """Draw a map; a simple one has only steps from one claim to another."""
    ids = [f"c{n}" for n in range(draw(st.integers(1, claims)))]
    found = {}
    for n in range(draw(st.integers(0, arguments))):
        found[f"a{n}"] = Argument(
            id=f"a{n}",
            premises=tuple(
                draw(st.lists(st.sampled_from(ids), min_size=1, max_size=1 if simple else 2))
            ),
            conclusion=draw(st.sampled_from(ids if simple else [*ids, *found])),
            polarity=draw(st.sampled_from(["support", "attack"])),
        )
    return ArgMap(claims={one: Claim(id=one, text=one) for one in ids}, arguments=found)


def labels(argmap, semantics, support):
    case = Case(argmap, Reading(support), Effort(60))
    return member("semantics", Semantics, semantics).judge(case).labels


def agreed(reference, semantics, size):
    """What all extensions of a framework say of its first arguments."""
    found = []
    extensions = reference.extensions(semantics)
    for one in range(size):
        seen = {
            "in" if one in s else "out" if one in reference.switched_off(s) else "undecided"
            for s in extensions
        }
        found.append(seen.pop() if len(seen) == 1 else "undecided")
    return found


def number_of(argmap):
    return {key: n for n, key in enumerate([*argmap.claims, *argmap.arguments])}


@settings(max_examples=200)
@given(maps(), st.sampled_from(UNCUT))
def test_arguments_with_one_premise_need_not_be_told_from_it(argmap, semantics):
    """Where every argument of the map is one of the framework, the verdicts are the same."""
    number = number_of(argmap)
    attacks, needs = [], []
    for key in number:
        into = [one for one in argmap.arguments.values() if one.conclusion == key]
        attacks += [(number[one.id], number[key]) for one in into if one.polarity == "attack"]
        supports = {number[one.id] for one in into if one.polarity == "support"}
        needs += [(number[key], supports)] if supports else []
    for one in argmap.arguments.values():
        needs += [(number[one.id], {number[premise]}) for premise in one.premises]
    expected = agreed(Brute(len(number), attacks, needs), semantics, len(number))
    found = labels(argmap, semantics, "necessary")
    assert [found[key] for key in number] == expected


@settings(max_examples=200)
@given(maps(claims=5, arguments=7, simple=True), st.sampled_from(ALL))
def test_deductive_support_adds_the_attacks_of_the_literature(argmap, semantics):
    number = {key: n for n, key in enumerate(argmap.claims)}
    size = len(number)
    steps = [
        (number[a.premises[0]], number[a.conclusion], a.polarity) for a in argmap.arguments.values()
    ]
    attacks = {(a, b) for a, b, polarity in steps if polarity == "attack"}
    implies = {(a, b) for a, b, polarity in steps if polarity == "support"}
    attacks = reduced(size, attacks, implies)
    found = labels(argmap, semantics, "deductive")
    assert [found[key] for key in number] == agreed(Brute(size, attacks), semantics, size)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_deductive_attacks_of_all_maps_of_up_to_three_claims(size):
    """Each claim bears on each, itself too, in no way, or attacks it, or supports it."""
    ids = [f"c{n}" for n in range(size)]
    cells = list(product(range(size), repeat=2))
    claims = {one: Claim(id=one, text=one) for one in ids}
    for marks in product(("", "attack", "support"), repeat=len(cells)):
        drawn = [(*cell, mark) for cell, mark in zip(cells, marks, strict=True) if mark]
        arguments = {
            f"a{n}": Argument(id=f"a{n}", premises=(ids[a],), conclusion=ids[b], polarity=mark)
            for n, (a, b, mark) in enumerate(drawn)
        }
        made = frame(Graph(ArgMap(claims=claims, arguments=arguments)), Reading("deductive"))
        found = {(a, b) for b, ones in enumerate(made.framework.attackers) for a in ones}
        steps = {polarity: {(a, b) for a, b, p in drawn if p == polarity} for polarity in marks}
        assert found == reduced(size, steps.get("attack", set()), steps.get("support", set()))
        assert not made.framework.groups


def reduced(size, attacks, implies):
    """Add supported, mediated and super-mediated attacks until there are no more."""
    for _ in range(size):
        implies = implies | {(a, d) for (a, b), (c, d) in product(implies, repeat=2) if b == c}
    while True:
        supported = {(a, d) for (a, b), (c, d) in product(implies, attacks) if b == c}
        mediated = {(c, a) for (a, b), (c, d) in product(implies, attacks) if b == d}
        if supported | mediated <= attacks:
            return attacks
        attacks = attacks | supported | mediated


@given(maps(claims=5, arguments=7, simple=True), st.sampled_from(ALL))
def test_necessary_support_is_a_framework_with_necessities(argmap, semantics):
    number = {key: n for n, key in enumerate(argmap.claims)}
    by_polarity = {
        polarity: {
            (number[one.premises[0]], number[one.conclusion])
            for one in argmap.arguments.values()
            if one.polarity == polarity
        }
        for polarity in ("attack", "support")
    }
    needs = [
        (one, group)
        for one in number.values()
        if (group := {a for a, b in by_polarity["support"] if b == one})
    ]
    for support, wanted in (("necessary", needs), ("ignore", [])):
        reference = Brute(len(number), by_polarity["attack"], wanted)
        found = labels(argmap, semantics, support)
        expected = agreed(reference, semantics, len(number))
        assert [found[key] for key in number] == expected, support


@pytest.mark.parametrize(("needs_support", "size"), [(False, 0), (True, 1)])
def test_what_is_bare_needs_what_there_is_not(needs_support, size):
    argmap = ArgMap(claims={"a": Claim(id="a", text="A.")})
    found = frame(Graph(argmap), Reading(needs_support=needs_support)).framework
    assert found.groups == ({0: [[]]} if size else {})
