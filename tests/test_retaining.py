"""Pictures that are known to be current: seen without a map being read, and never wrongly."""

import os
from pathlib import Path

import pytest
from test_render import argmap as _command
from test_render import here as _folder

argmap, here = _command, _folder
PART = "argmap: 1\ntitle: Part\nthesis: {id: part, text: They are cheap.}\n"
WHOLE = """\
argmap: 1
title: Whole
include: {other: part.yaml}
thesis: {text: Our school should require uniforms., support: [{ref: other/part}]}
"""


def age(folder):
    """Make all files as old as files are that nobody is writing."""
    for one in Path(folder).rglob("*"):
        if one.is_file():
            os.utime(one, (1_700_000_000, 1_700_000_000))


@pytest.fixture
def known(here, argmap, monkeypatch):
    """Return whether a call of the command looks no further than what it remembers."""
    (here / "maps/part.yaml").write_text(PART)
    (here / "maps/whole.yaml").write_text(WHOLE)
    age(here)
    argmap()
    argmap()

    def asked(*words):
        with monkeypatch.context() as patch:
            drafted = []
            patch.setattr("argmap.drafting.draft", lambda *_: drafted.append(True))
            assert argmap(*words)[0] == 0
        return not drafted

    return asked


def test_nothing_is_read_while_nothing_changes(known, argmap):
    assert known() and known("--check") and known("--quiet")
    assert argmap() == (0, "", "4 up to date\n")
    assert argmap("--check") == (0, "", "") == argmap("-q")


OTHERS = (
    "--force", "--split", "--verdicts", "--depth 1", "--view sides", "--theme photocopy",
    "maps/one.yaml", "--lang es", "-o other/", "--format dot",
)  # fmt: skip


@pytest.mark.parametrize("words", OTHERS)
def test_another_wish_is_another_matter(known, words):
    assert known() and not known(*words.split())


def test_another_way_to_call_it_is_remembered_as_well(known, argmap, here):
    argmap("--depth", "1")
    age(here)
    argmap("--depth", "1")
    assert known("--depth", "1") and known()


@pytest.mark.parametrize("name", ["maps/one.yaml", "maps/part.yaml", "pictures/whole.svg"])
def test_whatever_changes_is_seen(known, argmap, here, name):
    assert known()
    path = here / name
    before = path.read_text("utf-8")
    path.write_text(before.replace("cheap", "dear").replace("One", "Two"), "utf-8")
    if path.suffix == ".svg":
        path.write_text(before.replace("argmap sha256:", "argmap sha256:0", 1), "utf-8")
    age(here)  # as if no clock told
    assert not known()
    assert "drew pictures/" in argmap()[2]


def test_what_comes_and_goes_is_seen(known, here):
    (here / "maps/three.yaml").write_text(PART)
    assert not known()
    (here / "maps/three.yaml").unlink()
    assert known()
    (here / "pictures/one.svg").unlink()
    assert not known()


def test_settings_are_part_of_it(known, here):
    (here / "argmap.toml").write_text('paths = ["maps"]\noutput = "pictures"\ntheme = "photocopy"')
    assert not known()


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 99999, '{"a": 1}', "null"])
def test_a_memory_that_makes_no_sense_is_none(known, argmap, here, text):
    (here / ".argmap_cache/pictures.json").write_text(text)
    assert not known()
    assert argmap() == (0, "", "4 up to date\n")


def test_entries_of_any_shape_are_none(known, here):
    path = here / ".argmap_cache/pictures.json"
    good = path.read_text("utf-8")
    for old, new in (
        ("[[", "[["),
        ('"maps/', '"'),
        ("[[", "[["),
        (":[", ":[null,"),
        (":[", ":[[1],"),
    ):
        path.write_text(good.replace(old, new, 1), "utf-8")
        assert known() == (old == new)


def test_a_map_with_a_fault_is_told_each_time(known, argmap, here):
    (here / "maps/broken.yaml").write_text("argmap: 1\ntitle: x\nthesis: {text: A., suport: []}\n")
    assert argmap()[0] == argmap()[0] == 1


def test_what_was_written_just_now_is_looked_at_again(known, argmap, here):
    (here / "maps/one.yaml").write_text(PART)
    argmap()
    (here / "maps/one.yaml").write_text(PART.replace("cheap", "dear"))
    assert "drew pictures/one.svg" in argmap()[2]
