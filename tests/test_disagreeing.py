"""Readings side by side: who says what of a map, in values, in JSON and in words."""

import json
import re
from itertools import pairwise

import pytest
from test_semantics import FILES, cases

from argmap.evaluating import evaluate
from argmap.model import ArgMap, Argument, Claim
from argmap.phrasing import phrases, spoken
from argmap.reasoning.disagreeing import disagreements, opinions
from argmap.reasoning.reciting import compared, form
from argmap.reasoning.tabling import Look, differences, table
from argmap.text import columns
from argmap.verdict import Note, Reading, Verdict

MAPS = [one.values[0] for one in cases("labels")]
assert FILES and MAPS


def supported():
    claims = {key: Claim(id=key, text=f"{key}.") for key in ("a", "pro", "con")}
    steps = [("pro", "a", "support"), ("con", "pro", "attack")]
    arguments = {
        f"{one}-{other}": Argument(
            id=f"{one}-{other}", premises=(one,), conclusion=other, polarity=polarity
        )
        for one, other, polarity in steps
    }
    return ArgMap(claims=claims, arguments=arguments)


def test_who_says_what_where_a_reason_falls():
    """With its only reason, a claim falls where it needs one, and stands where it does not."""
    found = opinions(supported())
    said = disagreements(supported(), found)["a"]
    names = {label: {one.name for one in ones} for label, ones in said.items()}
    assert {"grounded (necessary)", "preferred (necessary)", "carneades"} <= names["out"]
    assert {"grounded (deductive)", "stable (ignore)", "df-quad"} <= names["in"]
    assert not names["in"] & names["out"] and "undecided" not in names
    assert {one.semantics for one in found}.isdisjoint({"complete", "h-categoriser"})


def test_a_semantics_without_an_outcome_says_nothing():
    claim = {"a": Claim(id="a", text="A."), "b": Claim(id="b", text="B.")}
    attack = Argument(id="x", premises=("a",), conclusion="a", polarity="attack")
    argmap = ArgMap(claims=claim, arguments={"x": attack})
    found = opinions(argmap)
    stable = [one for one in found if one.semantics == "stable"]
    assert len(stable) == 3 and not any(one.label("b") for one in stable)
    assert "h-categoriser" in {one.semantics for one in found}


@pytest.mark.parametrize("argmap", MAPS[::7], ids=lambda argmap: argmap.title)
def test_the_json_form_names_every_claim(argmap):
    verdict = evaluate(argmap, "preferred")
    data = json.loads(json.dumps(form(argmap, verdict, [verdict], Reading())))
    assert data["semantics"] == verdict.semantics
    assert list(data["verdicts"]) == list(argmap.claims)
    assert list(data["arguments"]) == list(argmap.arguments)
    for key, one in data["verdicts"].items():
        assert (one["label"], one["strength"]) == (verdict[key].label, verdict[key].strength)
    found = opinions(argmap)
    data = json.loads(json.dumps(compared(argmap, found, disagreements(argmap, found))))
    assert set(data["readings"]) == {one.name for one in found}
    assert all(len(said) > 1 for said in data["disagreements"].values())


@pytest.mark.parametrize("lang", spoken("verdicts"))
@pytest.mark.parametrize("width", [0, 60, 72, 200])
def test_a_table_keeps_to_its_width(lang, width):
    argmap = ArgMap(
        claims={
            "a": Claim(id="a", text="国境は閉鎖されるべきである。" * 9, confidence=0.25),
            "b": Claim(id="b", text="One \x1b[31mred\nline. " * 9),
        }
    )
    verdict = evaluate(argmap)
    lines = list(table(argmap, [verdict], Reading(), Look(phrases("verdicts", lang), width)))
    head, one, two, blank, *_ = lines
    assert blank == "" and "\x1b" not in "".join(lines)
    assert "0.250" in one and "0.500" in two
    assert all(columns(line) <= (width or 200) for line in (head, one, two))


def test_colours_follow_labels_and_leave_widths_alone():
    argmap = supported()
    plain, coloured = (
        list(
            table(
                argmap,
                [evaluate(argmap, "grounded")],
                Reading(),
                Look(phrases("verdicts"), 80, one),
            )
        )
        for one in (False, True)
    )
    assert "\x1b[31m" in coloured[1] and "\x1b[32m" in coloured[3]
    bare = [re.sub(r"\x1b\[[0-9]+m", "", line).rstrip() for line in coloured]
    assert bare == plain


def test_what_could_not_be_found_out_is_shown_as_such():
    argmap = supported()
    note = Note("not-settled", {"semantics": "x", "count": 3, "steps": 9, "residual": "0.5"})
    lost = Verdict(semantics="x", bases=dict.fromkeys(argmap.claims, 0.5), notes=(note, note))
    late = Verdict(semantics="y", labels={"a": "in"})
    for lang in spoken("verdicts"):
        lines = list(table(argmap, [lost, late], Reading(), Look(phrases("verdicts", lang))))
        assert [line.split()[-2:] for line in lines[1:4]] == [
            ["?", phrases("verdicts", lang)("in")],
            ["?", "?"],
            ["?", "?"],
        ]
        assert sum("0.5" in line and "9" in line for line in lines) == 1


def test_the_report_in_words():
    argmap = supported()
    found = opinions(argmap)
    differing = disagreements(argmap, found)
    lines = list(differences(argmap, differing, found, Look(phrases("verdicts"))))
    assert lines[0].startswith("How it is judged decides the verdict on")
    (out,) = [
        after for before, after in pairwise(lines[lines.index("a.") :]) if before.startswith("  in")
    ][:1]
    assert out.startswith("  out") and "necessary: all" in out
    (alone,) = differences(argmap, {}, found, Look(phrases("verdicts")))
    assert alone.startswith("However")
