"""Verdict tests: what bounds hold, that every test is run, and that no test costs nothing."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import evaluating
from argmap.checking import check
from argmap.errors import BadSetting
from argmap.evaluating import graded
from argmap.loading import document
from argmap.reasoning.bounding import bounds, meant, shown
from argmap.reasoning.grading import Formula
from argmap.review.choosing import Settings
from argmap.review.expecting import expected

KNOT = """
argmap: 1
title: A knot
thesis: {id: c0, text: Claim 0 is true., attack: [{ref: c6}, {ref: c8}]}
claims:
""" + "".join(
    f"  c{n}:\n    text: Claim {n} is true.\n"
    f"    attack: [{{ref: c{(n - 1) % 9}}}, {{ref: c{(n - 3) % 9}}}]\n"
    for n in range(1, 9)
)


@given(st.floats(0, 1), st.integers(0, 1000))
def test_comparisons_are_those_of_numbers(strength, thousandths):
    number = thousandths / 1000
    apart = abs(strength - number) > 1e-6
    for sign, holds in (
        (">=", strength >= number),
        ("<=", strength <= number),
        (">", strength > number),
        ("<", strength < number),
    ):
        found = bounds(f"{sign} {number:.3f}")
        if found is None:
            assert not 0 < number < 1
        elif apart:
            assert found.hold(strength) == holds
        elif strength == number:
            assert found.hold(strength) == ("=" in sign)
    if apart:
        assert bounds(f"{number:.3f}").hold(strength) == (abs(strength - number) <= 0.0005)


@given(st.text(max_size=12) | st.from_regex(r"\A[<>=≥]{0,2} ?[0-9.,%-]{1,8}\Z"))
def test_what_is_suggested_can_be_read(written):
    found = meant(written)
    assert found is None or bounds(found) is not None


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_strength_is_shown_so_that_the_failure_is_seen(strength, bound):
    wanted = bounds(f">= {bound:.4f}")
    if not wanted.hold(strength):
        assert not wanted.hold(float(shown(strength, wanted)))


def codes(text, **settings):
    return [
        (one.code, one.span.line)
        for one in check(document(text), Settings(**settings))
        if one.code in {"AM135", "AM150", "AM151", "AM153", "AM154"}
    ]


def test_a_label_that_is_not_decided_in_time_is_no_pass():
    text = KNOT + "expect:\n  preferred: {undecided: [c0, c1]}\n"
    assert codes(text) == []
    late = codes(text, thresholds={"expect-seconds": 0.0})
    assert late == [("AM154", 31), ("AM154", 31)]


def test_time_cannot_be_less_than_none():
    with pytest.raises(BadSetting, match="it cannot be less than 0"):
        codes(KNOT, thresholds={"expect-seconds": -1.0})


def test_a_strength_that_does_not_settle_is_no_pass(monkeypatch):
    leap = graded("leap", Formula("sum", lambda base, attack, support: float(attack < 0.3)))
    monkeypatch.setattr(evaluating, "chosen", lambda case, names: [leap])
    text = KNOT + 'expect:\n  strength: {c0: ">= 0", c5: ">= 0"}\n'
    found = [one for one in check(document(text)) if one.code == "AM154"]
    assert [one.span.line for one in found] == [31, 31]
    assert "does not settle" in found[0].message


@pytest.mark.parametrize(
    "semantics",
    [
        *[
            "grounded",
            "complete",
            "preferred",
            "stable",
            "semi-stable",
            "stage",
            "ideal",
            "eager",
            "carneades",
        ]
    ],
)
def test_every_semantics_can_be_tested(semantics):
    text = f"""argmap: 1
title: A wet street
thesis: {{id: wet, text: The street is wet., attack: [{{id: dry, text: No rain fell.}}]}}
expect:
  {semantics}: {{in: [wet], out: [dry]}}
"""
    found = codes(text)
    expected_ = 1 if semantics == "carneades" else 2  # by preponderance, a tie is lost
    assert [code for code, _ in found].count("AM150") >= expected_
    swapped = text.replace("in: [wet], out: [dry]", "in: [dry], out: [wet]")
    assert codes(swapped) == []


def test_a_semantics_that_there_is_not_is_told_with_the_near_one():
    found = check(
        document(
            "argmap: 1\ntitle: A\nthesis: A street is wet.\n"
            "expect: {groundd: {in: [a-street-is-wet]}}\n"
        )
    )
    told = next(one for one in found if one.span.line == 4)
    assert [one.text for one in told.fix.edits] == ["grounded"]


def test_maps_without_tests_do_not_even_load_what_judges():
    text = "argmap: 1\ntitle: A wet street\nthesis: The street is wet.\n"
    program = (
        "import sys; from argmap.checking import check; from argmap.loading import document;"
        f"check(document({text!r})); assert 'argmap.evaluating' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_nothing_is_judged_that_no_test_asks_for(monkeypatch):
    monkeypatch.setattr(evaluating, "chosen", lambda case, names: 1 / 0)
    for tests in ("", "expect: {}\n", "expect: {grounded: {}}\n", "expect: {strength: {}}\n"):
        assert codes(KNOT + tests) == []
    assert expected.__module__ == "argmap.review.expecting"
