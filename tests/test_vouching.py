"""Why claims have their labels: every certificate holds, and no fewer answers change a label."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_framing import maps

from argmap.evaluating import Case, Semantics
from argmap.model import ArgMap, Argument, Claim
from argmap.plugins import member
from argmap.reasoning.certifying import certified
from argmap.reasoning.labelling import Effort
from argmap.reasoning.vouching import Voucher
from argmap.verdict import Reading

READINGS = st.builds(Reading, st.sampled_from(["necessary", "deductive", "ignore"]), st.booleans())


def judged(argmap, reading, name="grounded"):
    return member("semantics", Semantics, name).judge(Case(argmap, reading, Effort(60)))


def voucher(argmap, reading, claim):
    return Voucher(Case(argmap, reading, Effort(60)), claim)


def answered(argmap, answers):
    """The map with new claims that nobody answers, which have a source."""
    claims, arguments = dict(argmap.claims), dict(argmap.arguments)
    for n, (sort, claim) in enumerate(answers):
        claims[f"new {n}"] = Claim(id=f"new {n}", text="New.", basis="data")
        polarity = "attack" if sort == "attack" else "support"
        arguments[f"by {n}"] = Argument(
            id=f"by {n}", premises=(f"new {n}",), conclusion=claim, polarity=polarity
        )
    return replace(argmap, claims=claims, arguments=arguments)


def smallest(argmap, reading, claim, most):
    """All sets of answers of the least size that change whether a claim stands, one by one."""
    sorts = ["attack", "reason"] if reading.support != "ignore" else ["attack"]
    every = [(sort, one) for one in argmap.claims for sort in sorts]
    before = judged(argmap, reading).labels[claim] == "in"
    for size in range(1, most + 1):
        found = [
            set(answers)
            for answers in combinations(every, size)
            if (judged(answered(argmap, answers), reading).labels[claim] == "in") != before
        ]
        if found:
            return size, found
    return None, []


@settings(max_examples=300)
@given(maps(claims=4, arguments=6), READINGS)
def test_every_label_has_a_certificate_that_holds(argmap, reading):
    labels = judged(argmap, reading).labels
    for claim in argmap.claims:
        (ground,) = voucher(argmap, reading, claim).grounds(
            member("semantics", Semantics, "grounded")
        )
        assert ground.label == labels[claim]
        assert ground.grounded
        assert ground.steps
        assert certified(ground.certificate)
        for other in {"in", "out", "undecided"} - {ground.label}:
            assert not certified({**ground.certificate, "label": other})


@settings(max_examples=150)
@given(
    maps(claims=4, arguments=6),
    READINGS,
    st.sampled_from(["preferred", "stable", "semi-stable", "ideal", "eager", "complete"]),
)
def test_labels_of_other_semantics_are_shown_by_outcomes(argmap, reading, name):
    semantics = member("semantics", Semantics, name)
    verdict = judged(argmap, reading, name)
    if any(note.key == "no-outcome" for note in verdict.notes):
        return
    for claim in argmap.claims:
        grounds = voucher(argmap, reading, claim).grounds(semantics)
        assert all(certified(one.certificate) for one in grounds)
        seen = {one.label for one in grounds}
        if verdict.labels[claim] == "in":
            assert seen == {"in"}
        elif claim in verdict.possible:
            assert "in" in seen and len(seen) > 1
        else:
            assert "in" not in seen


@settings(max_examples=200)
@given(maps(claims=4, arguments=5), READINGS)
def test_no_fewer_answers_change_a_label(argmap, reading):
    for claim in list(argmap.claims)[:2]:
        found = voucher(argmap, reading, claim)
        change = found.change()
        size, every = smallest(argmap, reading, claim, 2)
        given_ = [{(one.sort, one.claim) for one in ones} for ones in change.sets] if change else []
        for answers in change.sets if change else ():
            form = {**found.surely().certificate}
            assert certified({**form, "flips": [found.after(answers)]})
            after = judged(answered(argmap, [(one.sort, one.claim) for one in answers]), reading)
            before = judged(argmap, reading).labels[claim]
            assert (after.labels[claim] == "in") != (before == "in")
        if size is None:
            assert not given_ or min(map(len, given_)) > 2
            continue
        assert change.least
        assert {len(one) for one in given_} == {size}, (argmap, claim, given_, every)
        if change.every:
            assert sorted(map(sorted, given_)) == sorted(map(sorted, every))


def test_a_certificate_that_was_tampered_with_is_refused():
    form = {"arguments": ["a", "b", "c"], "attacks": [["b", "a"], ["c", "b"]], "needs": []}
    form |= {"claim": "a", "label": "in", "set": ["a", "c"], "grounded": True}
    assert certified(form)
    for change in (
        {"set": ["a"]},
        {"set": []},
        {"set": ["c"]},
        {"label": "out"},
        {"set": ["a", "b", "c"]},
        {"attacks": [["b", "a"]]},
        {"needs": [["a", []]]},
        {"needs": [["c", ["b"]]]},
        {"needs": [["a", ["c"]], ["c", ["a"]]]},
    ):
        assert not certified({**form, **change}), change
    flip = {"answers": [{"hits": ["c"]}], "set": ["new 0", "b"], "label": "out"}
    assert certified({**form, "flips": [flip]})
    assert not certified({**form, "flips": [{**flip, "answers": [{"hits": ["a"]}]}]})


def test_a_claim_that_attacks_itself_cannot_be_made_to_stand():
    argmap = ArgMap(
        claims={"a": Claim(id="a", text="A.")},
        arguments={
            "x": Argument(id="x", premises=("a",), conclusion="a", polarity="attack"),
        },
    )
    assert voucher(argmap, Reading(), "a").change() is None


@pytest.mark.parametrize("count", [3, 5])
def test_each_standing_attacker_needs_an_answer_of_its_own(count):
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"C{n}.") for n in range(count + 1)}
    arguments = {
        f"a{n}": Argument(id=f"a{n}", premises=(f"c{n}",), conclusion="c0", polarity="attack")
        for n in range(1, count + 1)
    }
    change = voucher(ArgMap(claims=claims, arguments=arguments), Reading(), "c0").change()
    assert change.least
    assert [one.claim for one in change.sets[0]] == [f"c{n}" for n in range(1, count + 1)]
