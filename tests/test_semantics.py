"""Semantics: maps with known verdicts, one idea each, and laws that hold of any map."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.building import build
from argmap.errors import Unsupported
from argmap.evaluating import Case, Semantics, evaluate
from argmap.model import ArgMap, Argument, Claim
from argmap.plugins import members
from argmap.reasoning.labelling import Effort
from argmap.tree import MapFile
from argmap.verdict import Note, Reading

ALL = members("semantics", Semantics)
LABELLED = sorted(name for name, one in ALL.items() if one.gives == "labels")
GRADED = sorted(name for name, one in ALL.items() if one.gives == "strengths")
FILES = sorted((Path(__file__).parent / "semantics").glob("*.yaml"))
READINGS = {  # the key of a file that says what follows under it
    "labels": Reading(),
    "deductive": Reading("deductive"),
    "ignoring": Reading("ignore"),
    "demanding": Reading(needs_support=True),
}


def cases(key):
    """Yield each expectation of the files under a key, with a name that pytest can show."""
    assert FILES
    for path in FILES:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        argmap = build(MapFile.model_validate(content["map"])).map
        for semantics, expected in content.get(key, {}).items():
            yield pytest.param(argmap, semantics, expected, id=f"{path.stem}-{semantics}")


def verdict(argmap, semantics, reading):
    return ALL[semantics].judge(Case(argmap, reading, Effort(60)))


@pytest.mark.parametrize("key", READINGS)
def test_labels(key):
    found = list(cases(key))
    assert found
    for argmap, semantics, expected in (one.values for one in found):
        labels = verdict(argmap, semantics, READINGS[key]).labels
        meant = {one: label for label, ones in expected.items() for one in ones}
        assert {one: labels.get(one) for one in meant} == meant, (argmap.title, semantics)


@pytest.mark.parametrize(("argmap", "semantics", "expected"), list(cases("strengths")))
def test_strengths(argmap, semantics, expected):
    strengths = verdict(argmap, semantics, Reading()).strengths
    assert {key: strengths[key] for key in expected} == pytest.approx(expected, abs=5e-10)


@pytest.mark.parametrize(
    "name", ["self-attack", "certain-self-attack", "mutual-attack", "saturation"]
)
def test_values_of_the_literature_are_there_for_every_formula(name):
    path = Path(__file__).parent / "semantics" / f"{name}.yaml"
    assert sorted(yaml.safe_load(path.read_text(encoding="utf-8"))["strengths"]) == GRADED


@pytest.mark.parametrize(("argmap", "semantics", "expected"), list(cases("demanded")))
def test_strengths_where_support_is_demanded(argmap, semantics, expected):
    strengths = verdict(argmap, semantics, Reading(needs_support=True)).strengths
    assert {key: strengths[key] for key in expected} == pytest.approx(expected)


@pytest.mark.parametrize(("argmap", "semantics", "expected"), list(cases("possible")))
def test_what_is_accepted_in_some_outcome(argmap, semantics, expected):
    assert verdict(argmap, semantics, Reading()).possible & set(argmap.claims) == set(expected)


@pytest.mark.parametrize(("argmap", "semantics", "expected"), list(cases("notes")))
def test_what_is_noted(argmap, semantics, expected):
    found = verdict(argmap, semantics, Reading())
    assert [note.key for note in found.notes] == [expected]
    assert set(found.labels.values()) == {"undecided"} and not found.possible


@st.composite
def maps(draw, most=7):
    """Draw a map of claims and arguments on claims and on arguments, with circles and links."""
    size = draw(st.integers(1, most))
    ids = [f"c{n}" for n in range(size)]
    shares = st.one_of(st.none(), st.sampled_from([0.0, 0.3, 0.5, 1.0]))
    claims = {one: Claim(id=one, text=one, confidence=draw(shares)) for one in ids}
    arguments = {}
    for n in range(draw(st.integers(0, 2 * most))):
        arguments[f"a{n}"] = Argument(
            id=f"a{n}",
            premises=tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2))),
            conclusion=draw(st.sampled_from([*ids, *arguments])),
            polarity=draw(st.sampled_from(["support", "attack"])),
            strength=draw(shares),
        )
    return ArgMap(claims=claims, arguments=arguments)


def shuffled(argmap, dice):
    arguments = dice.sample(list(argmap.arguments.items()), len(argmap.arguments))
    return ArgMap(claims=argmap.claims, arguments=dict(arguments))


@settings(max_examples=150)
@given(maps(), st.randoms(use_true_random=False), st.sampled_from(["necessary", "deductive"]))
def test_the_order_of_arguments_makes_no_difference(argmap, dice, support):
    other = shuffled(argmap, dice)
    for name in ALL:
        one, two = (verdict(m, name, Reading(support)) for m in (argmap, other))
        assert one.labels == two.labels, name
        assert one.strengths == two.strengths, name


@settings(max_examples=150)
@given(maps(), st.sampled_from(["necessary", "deductive", "ignore"]), st.booleans())
def test_labels_follow_from_each_other(argmap, support, needs_support):
    """Of a grounded verdict: who is in has all attackers out; who is attacked by one in is out."""
    labels = verdict(argmap, "grounded", Reading(support, needs_support)).labels
    for one in argmap.arguments.values():
        if one.polarity == "attack" and one.id in labels and one.conclusion in labels:
            assert not (labels[one.id] == "in" and labels[one.conclusion] != "out")
            assert not (labels[one.conclusion] == "in" and labels[one.id] != "out")
        if one.id in labels and labels[one.id] == "in":
            assert all(labels[premise] == "in" for premise in one.premises)
    for claim in argmap.claims:
        reasons = [one for one in argmap.into(claim) if one.polarity == "support"]
        if support == "necessary" and reasons and labels[claim] == "in":
            assert any(labels[one.id] == "in" for one in reasons)
    if support == "necessary" and not needs_support:
        assert labels.keys() == argmap.claims.keys() | argmap.arguments.keys()


@settings(max_examples=150)
@given(maps())
def test_a_strength_is_a_share_and_a_fixed_point(argmap):
    for name in GRADED:
        found = verdict(argmap, name, Reading())
        assert all(0 <= one <= 1 for one in found.strengths.values())
        assert bool(found.notes) == (not argmap.claims.keys() <= found.strengths.keys())
        for key in argmap.claims:
            if not list(argmap.into(key)):
                assert found.strengths[key] == found.bases[key]


@st.composite
def straight_maps(draw, most=6):
    """Draw a map in which nothing leads back to itself; `c0` leads nowhere."""
    size = draw(st.integers(2, most))
    shares = st.floats(0.05, 0.95)
    claims = {f"c{n}": Claim(id=f"c{n}", text="A.", confidence=draw(shares)) for n in range(size)}
    arguments = {}
    for n in range(draw(st.integers(0, 2 * most))):
        low = draw(st.integers(0, size - 2))
        high = st.integers(low + 1, size - 1)
        arguments[f"a{n}"] = Argument(
            id=f"a{n}",
            premises=tuple(f"c{one}" for one in draw(st.sets(high, min_size=1, max_size=2))),
            conclusion=f"c{low}",
            polarity=draw(st.sampled_from(["support", "attack"])),
        )
    return ArgMap(claims=claims, arguments=arguments)


@given(straight_maps(), st.sampled_from(sorted({*GRADED} - {"quad"})))
def test_one_more_attacker_weakens_and_one_more_supporter_strengthens(argmap, name):
    before = verdict(argmap, name, Reading()).strengths["c0"]
    for polarity, sign in (("attack", -1), ("support", 1)):
        new = Argument(id="new", premises=("fresh",), conclusion="c0", polarity=polarity)
        more = ArgMap(
            claims={**argmap.claims, "fresh": Claim(id="fresh", text="New.", confidence=0.6)},
            arguments={**argmap.arguments, "new": new},
        )
        after = verdict(more, name, Reading()).strengths["c0"]
        assert sign * (after - before) >= -1e-15


def test_the_usual_semantics():
    tree, circle = ArgMap(claims={"a": Claim(id="a", text="A.")}), _pair()
    assert evaluate(tree).semantics == "grounded, df-quad"
    assert evaluate(circle).semantics == "grounded, quadratic-energy"
    assert evaluate(circle, support="carneades").semantics == "carneades, quadratic-energy"
    assert evaluate(circle, "preferred,euler-based").semantics == "preferred, euler-based"
    assert evaluate(circle, ["df-quad"]).semantics == "grounded, df-quad"


def test_only_carneades_reads_support_as_carneades():
    with pytest.raises(Unsupported, match="preferred cannot read support"):
        evaluate(_pair(), "preferred", support="carneades")


def test_a_standing_has_label_strength_and_base():
    standing = evaluate(_pair())["a"]
    assert (standing.label, standing.base) == ("undecided", 0.5)
    assert standing.strength == pytest.approx(0.4238537990697725)


def test_what_is_not_decided_in_time_has_no_label():
    size = 9
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"C{n}.") for n in range(size)}
    arguments = {
        f"{a}-{b}": Argument(
            id=f"{a}-{b}", premises=(f"c{a}",), conclusion=f"c{b}", polarity="attack"
        )
        for a in range(size)
        for b in range(size)
        if (a - b) % size in (1, 3)
    }
    found = evaluate(ArgMap(claims=claims, arguments=arguments), "preferred", seconds=-1)
    assert not found.labels
    slots = {"semantics": "preferred", "count": 9, "seconds": "-1"}
    assert found.notes == (Note("not-decided", slots),)


def _pair():
    claims = {key: Claim(id=key, text=key) for key in "ab"}
    arguments = {
        key: Argument(id=key, premises=(key[0],), conclusion=key[1], polarity="attack")
        for key in ("ab", "ba")
    }
    return ArgMap(claims=claims, arguments=arguments)
