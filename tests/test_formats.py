"""Formats in and out: nothing is lost but what is said to be lost."""

import json
import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from drawing_lots import maps
from hypothesis import given

from argmap.converting import Format, convert, converted, formats, read, write
from argmap.errors import InvalidMap, UnknownName, Unreadable, Unsupported
from argmap.exchange.losing import STRUCTURE, losses
from argmap.loading import load
from argmap.model import ArgMap, Argument, Claim

HERE = Path(__file__).parent
FILES = sorted([*(HERE / "maps").glob("*.yaml"), *(HERE.parent / "arguments").glob("*.yaml")])
assert FILES
BOTH_WAYS = [one for one in formats().values() if one.read and one.write]
WHOLE = ["json", "yaml"]  # formats that hold all of a map


def name_of(value):
    return value.stem if isinstance(value, Path) else value.name


def shapes(argmap):
    """Return the claims by text and the arguments by the texts of what they link.

    Formats may give ids of their own; whoever reads does not see them.
    """

    def text(key):
        if key in argmap.claims:
            return argmap.claims[key].text
        one = argmap.arguments[key]
        return (tuple(map(text, one.premises)), one.polarity, text(one.conclusion))

    claims = {one.text: one for one in argmap.claims.values()}
    return {**claims, **{text(key): one for key, one in argmap.arguments.items()}}


def changed(before, after):
    """Return the names of what differs between two maps."""
    found = {
        one.name
        for one in fields(ArgMap)
        if f"map.{one.name}" not in STRUCTURE
        and one.name not in ("thesis", "options", "translations", "include")
        and getattr(before, one.name) != getattr(after, one.name)
    }
    new = shapes(after)
    for key, one in shapes(before).items():
        for part in fields(one):
            name = f"{type(one).__name__.lower()}.{part.name}"
            if name in STRUCTURE or key not in new:
                continue
            if getattr(one, part.name) != getattr(new[key], part.name):
                found.add(part.name)
    return found


@pytest.mark.parametrize("path", FILES, ids=name_of)
@pytest.mark.parametrize("one", BOTH_WAYS, ids=name_of)
def test_what_does_not_come_back_is_told(one, path):
    before = load(path)
    written = one.write(before, str(path))
    after = one.read(written.text, str(path)).map
    if one.name in WHOLE:
        assert written.lost == () and after == before
    told = " ".join(problem.message for problem in written.lost)
    assert not [name for name in changed(before, after) if repr(name) not in told]


@pytest.mark.parametrize("path", FILES, ids=name_of)
@pytest.mark.parametrize("one", BOTH_WAYS, ids=name_of)
def test_the_same_map_is_the_same_text(one, path):
    before = load(path)
    first = one.write(before, str(path)).text
    assert first.endswith("\n") and "\r" not in first
    assert one.write(load(path), str(path)).text == first
    again = one.read(first, str(path)).map
    assert one.write(again, str(path)).text == first


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_from_one_whole_format_to_the_other_and_back(path):
    def there(text, was, to):
        return converted(text, str(path), str(path), was=was, to=to).text

    yaml = write(load(path), str(path), "yaml").text
    form = there(yaml, "yaml", "json")
    assert there(form, "json", "yaml") == yaml
    assert there(there(form, "json", "yaml"), "yaml", "json") == form


@given(maps())
def test_json_holds_every_map(argmap):
    text = write(argmap, name="json").text
    found = read(text, name="json")
    assert (found.map, found.problems) == (argmap, ())
    assert write(found.map, name="json").text == text


def test_the_json_form_is_what_other_programs_rely_on():
    argmap = load(HERE / "formats" / "form.yaml")
    form = json.loads(write(argmap, "form.json").text)
    assert form == json.loads((HERE / "formats" / "form.json").read_text("utf-8"))
    assert list(form)[:8] == [
        "argmap", "title", "claims", "arguments", "options", "thesis", "sources", "stakeholders",
    ]  # fmt: skip
    bare = json.loads(write(ArgMap(title="T"), "t.json").text)
    assert bare == {
        "argmap": 1, "title": "T", "claims": [], "arguments": [], "options": [], "thesis": "",
        "sources": {}, "stakeholders": {},
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted((HERE / "formats" / "json").glob("*.json")), ids=name_of)
def test_faults_in_json_are_told_with_their_places(path, snapshot):
    found = read(path.read_text("utf-8"), path.name, "json")
    assert found.problems
    said = [f"{p.span.line}:{p.span.column}: {p.code} {p.message}\n" for p in found.problems]
    snapshot(path.with_suffix(".out"), "".join(said))
    if found.map is not None:
        assert read(write(found.map, name="yaml").text, name="yaml").map == found.map


def test_there_are_faulty_files():
    assert len(list((HERE / "formats" / "json").glob("*.json"))) >= 10


@pytest.mark.parametrize("one", formats().values(), ids=name_of)
def test_a_format_is_known_by_its_suffix_and_its_text(one):
    assert one.suffixes and all(suffix.startswith(".") for suffix in one.suffixes)
    if not one.write:
        return
    text = write(load(FILES[0]), f"map{one.suffixes[0]}").text
    assert text == write(load(FILES[0]), name=one.name, path=f"map{one.suffixes[0]}").text
    if one.read:
        assert one.detect(text)
        assert not [
            other.name for other in formats().values() if other.detect(text) and other != one
        ]


@pytest.mark.parametrize(
    ("source", "target", "words", "error", "message"),
    [
        ("a.yaml", "b.foo", {}, UnknownName, r"no format '\.foo' \(there are: .*json"),
        ("a.yaml", "-", {}, Unsupported, r"say one with --from or --to \(.*json"),
        ("a.yaml", "b", {}, UnknownName, "no format 'b'"),
        ("a.yaml", "b.json", {"to": "jsn"}, UnknownName, "did you mean 'json'"),
        ("a.foo", "b.json", {"was": "ymal"}, UnknownName, "did you mean 'yaml'"),
    ],
)
def test_an_unknown_format_is_told_with_those_that_there_are(source, target, words, error, message):
    with pytest.raises(error, match=message):
        converted("argmap: 1\ntitle: T\n", source, target, **words)


def test_a_text_of_no_known_format_is_told():
    with pytest.raises(UnknownName, match=r"no format '\.foo'"):
        read("hello", "a.foo")
    assert read("argmap: 1\ntitle: T\n", "a.foo").map == ArgMap(title="T")
    assert read("argmap: 1\ntitle: T\n").map == ArgMap(title="T")


def test_a_map_file_may_be_written_in_braces():
    text = '{"argmap": 1, "title": "T", "thesis": "A.", "claims": {"b": "B."}}'
    assert list(read(text, "a.yaml").map.claims) == list(read(text).map.claims) == ["a", "b"]


def test_a_format_may_go_one_way(monkeypatch):
    one_way = Format("one-way", (".one",), detect=lambda text: text == "one")
    monkeypatch.setattr("argmap.converting.member", lambda *_: one_way)
    with pytest.raises(Unsupported, match="can be read but not written"):
        write(ArgMap(title="T"), name="one-way")
    with pytest.raises(Unsupported, match="can be written but not read"):
        read("one", name="one-way")


def test_half_a_character_is_refused():
    with pytest.raises(Unsupported):
        write(ArgMap(title="\ud800"), "a.json")
    with pytest.raises(Unsupported):
        write(ArgMap(title="\ud800"), "a.yaml")


def test_comments_and_dangling_references_are_told(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "argmap: 1\ntitle: T  # a comment\nthesis:\n  text: A.\n  support:\n    - ref: nope\n"
    )
    found = read((tmp_path / "a.yaml").read_text(), str(tmp_path / "a.yaml"))
    said = [(one.code, one.span.line) for one in found.problems]
    assert said == [("AM096", 6), ("AM096", 1)]
    told = convert(tmp_path / "a.yaml", tmp_path / "b.json")
    assert [one.code for one in told] == ["AM096", "AM096"]


def test_a_map_with_errors_is_not_converted(tmp_path):
    (tmp_path / "a.yaml").write_text("argmap: 1\ntitle: T\nthesys: A.\n")
    with pytest.raises(InvalidMap):
        convert(tmp_path / "a.yaml", tmp_path / "b.json")
    with pytest.raises(Unreadable):
        convert(tmp_path / "none.yaml", tmp_path / "b.json")
    assert not (tmp_path / "b.json").exists()


def test_included_maps_are_found_from_another_folder(tmp_path):
    (tmp_path / "maps" / "own").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.argmap]\n")
    (tmp_path / "maps" / "other.yaml").write_text("argmap: 1\ntitle: O\nclaims: {b: B.}\n")
    source = tmp_path / "maps" / "own" / "a.yaml"
    source.write_text(
        "argmap: 1\ntitle: T\ninclude: {o: ../other.yaml}\n"
        "thesis: {text: A., support: [{ref: o/b}]}\n"
    )
    assert convert(source, tmp_path / "out" / "a.json") == ()
    form = json.loads((tmp_path / "out" / "a.json").read_text())
    assert form["include"] == {"o": "../maps/other.yaml"}
    assert [one["id"] for one in form["claims"]] == ["a", "o/b"]
    assert convert(tmp_path / "out" / "a.json", tmp_path / "b.yaml") == ()
    assert load(tmp_path / "b.yaml").arguments == load(source).arguments
    assert "include:\n  o: maps/other.yaml\n" in (tmp_path / "b.yaml").read_text()


def test_claims_of_included_maps_become_own_ones_without_the_include():
    form = {
        "argmap": 1, "title": "T",
        "claims": [{"id": "o/b", "text": "B."}, {"id": "a", "text": "A."}],
        "arguments": [{"id": "o/b.supports.a", "premises": ["o/b"], "conclusion": "a"}],
        "thesis": "a",
    }  # fmt: skip
    written = converted(json.dumps(form), "a.json", "a.yaml")
    assert [one.code for one in written.lost] == ["AM097"]
    assert "'o/b' (now 'o-b')" in written.lost[0].message
    assert list(read(written.text, "a.yaml").map.arguments) == ["o-b.supports.a"]


def test_losses_name_what_a_format_does_not_hold():
    claims = {key: Claim(id=key, text=f"{key}.", label="L") for key in "abcde"}
    step = Argument(id="x", premises=("a", "b"), conclusion="c", strength=0.0)
    undercut = Argument(id="u", premises=("d",), conclusion="x", polarity="attack")
    argmap = ArgMap(title="T", claims=claims, arguments={"x": step, "u": undercut}, thesis="c")
    assert [one.message for one in losses(argmap, {"map.thesis"})] == [
        "'title' of the map is lost",
        "'label' of 5 claims (a, b, c and 2 more) is lost",
        "'strength' of argument x is lost",
        "that argument x is linked is lost",
        "that argument u is an undercut is lost",
    ]
    every = {f"map.{one.name}" for one in fields(ArgMap)} | {"claim.label", "argument.strength"}
    assert losses(argmap, every | {"argument.linked", "argument.undercut"}) == ()


def test_the_order_of_hashes_changes_nothing():
    def output(seed, to):
        words = [sys.executable, "-m", "argmap", "convert", str(FILES[0]), "-", "--to", to]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(words, env=environment, capture_output=True, check=True).stdout

    for name in WHOLE:
        assert output("1", name) == output("2", name) != b""
