"""Debate formats are data: each is whole, and its numbers can be set otherwise."""

import re

import pytest

from argmap.checking import check
from argmap.errors import BadSetting
from argmap.linting import LANGUAGES
from argmap.review.choosing import Settings, plan
from argmap.review.timing import NEW, debate, debates

KINDS = {"constructive", "rebuttal", "reply", "questions"}


@pytest.mark.parametrize("name", debates())
def test_a_format_is_whole(name):
    one = debate(name)
    assert tuple(one.name) == LANGUAGES
    assert set(one.sides) == {"pro", "con"}
    assert one.order in {"fixed", "drawn", "coin-flip"}
    assert one.source and re.fullmatch(r"\d{4}-\d\d", one.as_of)
    assert 1 <= one.contentions <= 5
    ids = [part.id for part in one.speeches]
    assert len(ids) == len(set(ids))
    for part in one.speeches:
        assert tuple(part.name) == LANGUAGES and all(part.name.values())
        assert part.kind in KINDS and part.new in NEW and 0 < part.minutes <= 10
        assert (part.side == "") == (part.kind == "questions")
        assert part.speaker <= one.speakers
        assert all(one.speech(said) is part for said in (part.id, part.name["es"]))


def test_both_sides_have_the_same_time_where_they_should():
    unequal = {"ld", "npda", "apda"}  # 13 minutes each in ld, by other lengths
    for name in set(debates()) - unequal:
        time = {"pro": 0, "con": 0}
        for part in debate(name).speeches:
            if part.side:
                time[part.side] += part.minutes
        assert time["pro"] == time["con"], name


def test_there_are_the_formats_that_schools_debate_in():
    known = {"policy", "ld", "pf", "world-schools", "bp", "karl-popper", "congress", "academico"}
    assert known <= set(debates())


SPOKEN = """\
argmap: 1
title: A speech
thesis:
  text: Our school should require uniforms.
  support:
    - {text: "%s", speech: AC}
  attack:
    - {text: Uniforms cost money., speech: NC}
"""


def found(tmp_path, count, **thresholds):
    path = tmp_path / "map.yaml"
    path.write_text(SPOKEN % ("word " * count).strip(), encoding="utf-8")
    codes = check(path, Settings(select=("AM419",), thresholds=thresholds))
    return [one.message for one in codes]


def test_where_several_formats_fit_the_longest_time_counts(tmp_path):
    assert found(tmp_path, 900) == []  # 6 minutes in ld
    assert found(tmp_path, 901) == ["AC takes 6.0 minutes, and has 6: here the time is up"]


def test_lengths_and_pace_can_be_set(tmp_path):
    pf = {"debate-format": "pf"}
    assert found(tmp_path, 600, **pf) == []
    assert found(tmp_path, 601, **pf)
    assert found(tmp_path, 601, **pf, **{"words-per-minute": 200}) == []
    assert found(tmp_path, 601, **pf, **{"speech-minutes": ("AC=4.5",)}) == []
    own = {"speech-minutes": ("AC=1", "NC=1")}
    assert found(tmp_path, 151, **own) == ["AC takes 1.0 minutes, and has 1: here the time is up"]


def test_a_speech_that_the_format_does_not_have(tmp_path):
    policy = {"debate-format": "policy"}
    assert found(tmp_path, 5, **policy) == [
        "the format 'policy' has no speech 'AC'",
        "the format 'policy' has no speech 'NC'",
    ]


@pytest.mark.parametrize(
    "threshold, value, fault",
    [
        ("debate-format", "pff", "no debate format 'pff'; did you mean 'pf'"),
        ("speech-minutes", ("AC",), "AC=5"),
        ("speech-minutes", ("AC=x",), "AC=5"),
    ],
)
def test_settings_that_cannot_be(threshold, value, fault):
    with pytest.raises(BadSetting, match=fault):
        plan(Settings(thresholds={threshold: value}))
