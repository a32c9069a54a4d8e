"""Explanations as a whole: certificates hold on any map, and there is a sentence for every step."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_framing import maps

from argmap.errors import UnknownName
from argmap.evaluating import evaluate
from argmap.loading import load
from argmap.model import ArgMap, Argument, Claim
from argmap.phrasing import phrases
from argmap.reasoning.accounting import explain, found
from argmap.reasoning.mentioning import Manner
from argmap.reasoning.narrating import narrated
from argmap.reasoning.recording import recorded

SUPPORTS = ["necessary", "deductive", "ignore", "carneades"]
LABELS = ["", "grounded", "preferred", "stable", "ideal", "stage", "complete"]
GRADES = ["", "df-quad", "quadratic-energy", "euler-based", "h-categoriser", "quad", "mlp-based"]
SPOKEN = ["en", "es"]
MAPS = sorted((Path(__file__).parent.parent / "arguments").glob("*.yaml"))
assert MAPS


@st.composite
def weighed_maps(draw):
    """Draw a map whose claims have confidences, and some of which are open."""
    drawn = draw(maps(claims=4, arguments=6))
    claims = {
        key: Claim(
            id=key,
            text=f"Claim {key}.",
            confidence=draw(st.sampled_from([None, 0, 0.2, 0.9, 1])),
            open=draw(st.booleans()),
        )
        for key in drawn.claims
    }
    options = tuple(claims) if draw(st.booleans()) else ()
    return ArgMap(claims=claims, arguments=drawn.arguments, options=options)


@settings(max_examples=40)
@given(
    weighed_maps(),
    st.sampled_from(SUPPORTS),
    st.sampled_from(LABELS),
    st.sampled_from(GRADES),
    st.booleans(),
    st.sampled_from(SPOKEN),
)
def test_any_map_is_explained_with_a_certificate(argmap, support, label, grade, needs, language):
    names = [name for name in (label if support != "carneades" else "", grade) if name]
    claim = next(iter(argmap.claims))
    told = explain(argmap, claim, names, support=support, needs_support=needs)
    assert told.is_certified
    verdict = evaluate(argmap, names, support=support, needs_support=needs)
    assert told.verdict.labels == verdict.labels
    assert told.verdict.strengths == verdict.strengths
    if told.strength:
        assert told.strength.value == pytest.approx(verdict.strengths[claim], abs=1e-9)
    say = phrases("explain", language)
    lines = list(narrated(argmap, told, Manner(say, 60, every=True, technical=True)))
    assert lines
    plain = [line for line in lines if not re.search(r"(admissible|admisible|complet)", line)]
    assert "None" not in "".join(plain)
    assert recorded(told)["label"] == verdict.labels.get(claim)


def test_both_languages_have_the_same_phrases_with_the_same_slots():
    one, other = (phrases("explain", language).words for language in SPOKEN)
    assert list(one) == list(other)
    for key in one:
        slots = [set(re.findall(r"{(\w+)}", words[key])) for words in (one, other)]
        assert slots[0] == slots[1], key


def test_a_claim_can_say_anything():
    nasty = "A\n\x1b[2Jb {of} “c” [d] %s " + "long " * 60
    argmap = ArgMap(
        claims={one: Claim(id=one, text=nasty) for one in ("{x}", "b")},
        arguments={
            "a": Argument(id="a", premises=("b",), conclusion="{x}", polarity="attack"),
        },
    )
    told = explain(argmap, "{x}")
    lines = list(narrated(argmap, told, Manner(phrases("explain", "en"), 40, every=True)))
    assert "[{x}] falls" in " ".join(lines)
    assert not any("\x1b" in line or "\n" in line for line in lines)
    assert max(map(len, lines)) <= 40


def test_a_claim_is_found_by_the_beginning_of_its_id_or_text():
    argmap = ArgMap(
        claims={
            "costs": Claim(id="costs", text="Uniforms are cheap."),
            "cost": Claim(id="cost", text="They cost\n more."),
            "looks": Claim(id="looks", text="They look good.", label="Looks"),
        }
    )
    assert found(argmap, "cost") == "cost"
    assert found(argmap, "UNI") == "costs"
    assert found(argmap, "they cost more") == "cost"
    assert found(argmap, "loo") == "looks"
    for name in ("They", "c", "", "zzz"):
        with pytest.raises(UnknownName):
            found(argmap, name)
    with pytest.raises(UnknownName, match="costs"):
        found(argmap, "Uniforms are chep.")


@pytest.mark.parametrize("support", SUPPORTS)
def test_the_claims_of_a_larger_map_are_explained(support):
    claims = {"t": Claim(id="t", text="The thesis stands.")}
    arguments = {}

    def attack(key, other):
        claims[key] = Claim(id=key, text=f"Attack {key}.")
        arguments[f"by {key}"] = Argument(
            id=f"by {key}", premises=(key,), conclusion=other, polarity="attack"
        )

    for n in range(12):
        attack(f"a{n}", "t")
        for m in range(3):
            attack(f"b{n}x{m}", f"a{n}")
    argmap = ArgMap(claims=claims, arguments=arguments, thesis="t")
    told = explain(argmap, "t", support=support)
    assert told.verdict.labels["t"] == "in"
    assert told.is_certified
    if support != "carneades":
        assert len(told.grounds[0].shown) == 13
        assert told.grounds[0].exact
    lines = list(narrated(argmap, told, Manner(phrases("explain", "en"))))
    assert any("more steps; --all shows them" in line for line in lines)
    assert len(lines) <= 12, "what is told without --all is short"
    every = list(narrated(argmap, told, Manner(phrases("explain", "en"), every=True)))
    assert len(every) > len(lines)
    assert not any("more steps" in line for line in every)


@pytest.mark.parametrize("support", SUPPORTS)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_short_explanations_are_short_and_name_no_id_but_where_one_has_to_write(path, support):
    argmap = load(path)
    roots = argmap.roots or tuple(argmap.claims)[:1]
    for language in SPOKEN:
        say = phrases("explain", language)
        told = explain(argmap, roots[0], support=support)
        lines = list(narrated(argmap, told, Manner(say)))
        assert len(lines) <= 12
        until = next((n for n, one in enumerate(lines) if one.startswith(say("change"))), 1)
        assert not any(f"[{key}]" in line for line in lines[:until] for key in argmap.claims)
