"""Argumentation schemes are data: complete in both languages, and known by one name each."""

import re
from pathlib import Path

import pytest

from argmap.linting import LANGUAGES
from argmap.loading import read
from argmap.review.scheming import scheme, schemes
from argmap.tree import SCHEME

ROOT = Path(__file__).parent.parent
MAPS = sorted((*ROOT.glob("arguments/*.yaml"), *ROOT.glob("argmap/templates/*.yaml")))


@pytest.mark.parametrize("one", schemes().values(), ids=lambda one: one.slug)
def test_a_scheme_is_whole(one):
    assert re.match(SCHEME, one.slug)
    assert one.questions
    for text in (one.name, one.gist, *one.questions.values()):
        assert tuple(text) == LANGUAGES and all(text.values())
    for key, question in one.questions.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", key)
        assert question["en"].endswith("?")
        assert question["es"].endswith("?") and question["es"].count("¿") == 1


def test_no_two_schemes_share_a_name():
    names = [name for one in schemes().values() for name in (one.slug, *one.aliases)]
    assert len(names) == len(set(names))
    assert all(scheme(name) is not None for name in names)


def test_the_maps_use_schemes_that_there_are():
    assert MAPS
    used = {one.scheme for path in MAPS for one in read(path).map.arguments.values()} - {""}
    assert used and all(scheme(name) for name in used)
