"""Starters: each is a sound, commented map; nothing is overwritten unasked."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.checking import check
from argmap.classroom.starting import quoted, schema_from, starter, templates
from argmap.errors import UnknownName
from argmap.loading import load
from argmap.preparing import handouts, prepare
from argmap.schema import SCHEMA_ID


@pytest.fixture(params=templates())
def started(request, tmp_path):
    path = tmp_path / f"{request.param}.yaml"
    path.write_text(starter(request.param, folder=tmp_path), encoding="utf-8")
    return path


def test_there_is_a_starter_for_each_way_to_argue():
    assert {"pro-con", "options", "debate", "toulmin", "linked"} <= set(templates())


def test_a_starter_is_a_map_without_a_finding(started):
    assert [f"{one.code} {one.span.line} {one.message}" for one in check(started)] == []


def test_a_starter_can_be_handed_out(started):
    for kind in handouts():
        assert prepare(kind, load(started))


def test_a_starter_teaches(started):
    text = started.read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_ID}\n")
    assert len(re.findall(r"(?:^| )# \w", text, re.M)) >= 6
    assert "argmap check FILE" in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_what_each_starter_shows():
    shown = {name: load_text(starter(name)) for name in templates()}
    assert len(shown["options"]["options"]) >= 3 and shown["options"]["criteria"]
    assert "undercut" in starter("toulmin") and "warrant" in starter("toulmin")
    assert "premises" in starter("linked")
    assert shown["debate"]["sources"] and "impact" in starter("debate")
    assert shown["pro-con"]["thesis"]["support"] and shown["pro-con"]["thesis"]["attack"]


def load_text(text):
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_the_schema_is_named_by_the_way_to_it(tmp_path):
    deep = tmp_path / "maps" / "term 1"
    deep.mkdir(parents=True)
    assert schema_from(deep) == SCHEMA_ID
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "argmap.schema.json").write_text("{}", encoding="utf-8")
    assert schema_from(deep) == "../../schemas/argmap.schema.json"
    first = starter("pro-con", folder=deep).splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schemas/argmap.schema.json"


def test_a_starter_that_there_is_not():
    with pytest.raises(UnknownName, match=r"no template 'toulman'; did you mean 'toulmin'\?"):
        starter("toulman")


@given(st.text(min_size=1))
def test_any_title_is_kept_to_the_letter(title):
    storable = title.encode("utf-8", "replace").decode("utf-8")
    assert load_text(f"title: {quoted(storable)}\n")["title"] == storable
    assert load_text(starter("pro-con", storable))["title"] == storable
