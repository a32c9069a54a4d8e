"""What is asked of a sketch, and what of a map that is to win a debate."""

from pathlib import Path

import pytest

from argmap.checking import check
from argmap.review.choosing import Settings

ROOT = Path(__file__).parent
ASKED = {"AM117", "AM119", "AM120", "AM401", "AM406"}


def codes(path, **given):
    return {one.code for one in check(path, Settings(**given))}


def test_a_sketch_is_left_alone_in_class():
    path = ROOT / "maps" / "smallest.yaml"
    for profile in ("novice", "classroom"):
        assert not ASKED & codes(path, profile=profile)


def test_a_sketch_is_not_ready_for_a_tournament():
    path = ROOT / "maps" / "smallest.yaml"
    for profile in ("tournament", "publish"):
        assert codes(path, profile=profile) >= ASKED


def test_what_share_must_be_there_can_be_set():
    path = ROOT / "rules" / "must-answer" / "forms.yaml"
    assert "AM401" in codes(path)
    assert "AM401" not in codes(path, thresholds={"begun": 0.9})


def test_where_nothing_is_at_stake_that_is_said_once():
    path = ROOT / "rules" / "no-impact" / "none.yaml"
    found = [one for one in check(path, Settings(profile="tournament")) if one.code == "AM406"]
    assert [one.message for one in found] == ["none of the 2 contentions says what is at stake"]


@pytest.mark.parametrize("limit", ["", "pf", "world-schools"])
def test_how_many_contentions_a_format_has_room_for(limit):
    path = ROOT / "rules" / "too-many-contentions" / "forms.yaml"
    given = {"debate-format": limit} if limit else {}
    problems = check(path, Settings(select=("AM421",), thresholds=given))
    assert len(problems) == (2 if limit == "pf" else 1)


def test_schemes_of_ones_own_are_known():
    path = ROOT / "rules" / "unknown-scheme" / "forms.yaml"
    given = {"own-schemes": ("hunch", "exprt-opinion", "argument-from-analogy")}
    found = check(path, Settings(select=("AM145",), thresholds=given))
    assert [one.span.line for one in found] == [13, 13]
