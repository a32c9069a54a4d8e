"""Maps on several sheets: each claim has one home, every way on leads somewhere, names are stable.

`sheets/*.txt` says what is on which sheet of a map; `pytest --update` writes it anew.
"""

import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from drawing_lots import maps
from hypothesis import given
from test_parts import told
from test_render import argmap as _command
from test_render import files

from argmap.drawing import Manner, draw, sketch
from argmap.loading import document, load
from argmap.model import ArgMap, Argument, Claim
from argmap.picture.splitting import ENOUGH, LIMIT, sheets

HERE = Path(__file__).parent
EXPECTED = sorted((HERE / "sheets").glob("*.txt"))
MAPS = sorted([*(HERE / "maps").glob("*.yaml"), *(HERE.parent / "arguments").glob("*.yaml")])
assert EXPECTED and MAPS
LINK = re.compile(r'<a href="([^"#:]+)"')
argmap = _command


def split(one):
    """Return the sheets of a map."""
    return sheets(one, sketch(one, manner=Manner("tree")).diagram, ".svg")


def drawn(one, sheet):
    """Return what a sheet shows."""
    return sketch(one, manner=Manner("tree", sheet=sheet)).diagram


def generated(size):
    sys.path.insert(0, str(HERE / "benchmarks"))
    from generating import written  # noqa: PLC0415

    return document(written(size, 7).encode(), "a.yaml").map


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_what_is_expected(path, snapshot):
    one = load(path.with_suffix(".yaml"))
    lines = []
    for sheet in split(one):
        lines += [f"== {sheet.files[sheet.number]}", *told(drawn(one, sheet)), ""]
    snapshot(path, "\n".join(lines))


def check(one):
    """Assert that each claim is drawn once with all that bears on it, or leads to where it is."""
    found = split(one)
    names = found[0].files
    assert len({name.lower() for name in names}) == len(names) == len(found)
    open_at = Counter()
    for sheet in found:
        shown = drawn(one, sheet)
        full = [box for box in shown.boxes if box.role not in ("see", "question")]
        for box in full:
            if box.folded:
                assert box.folded.href in names, "what is folded away has a sheet"
                assert box.folded.href != names[sheet.number]
            elif sheet.homes[box.claim].number == sheet.number:
                open_at[box.claim] += 1
    assert open_at == dict.fromkeys(one.claims, 1)


@given(maps())
def test_nothing_is_lost_of_any_map(one):
    check(one)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_nothing_is_lost(path):
    check(load(path))


@pytest.mark.parametrize("size", [100, 500])
def test_sheets_of_a_large_map_are_small(size):
    one = generated(size)
    check(one)
    found = split(one)
    own = Counter(place.number for place in found[0].homes.values())
    assert max(own.values()) <= LIMIT + ENOUGH
    assert len(found) < size / 4


def test_a_chain_is_no_sheet_a_link():
    many = 300
    claims = {f"c{n}": Claim(id=f"c{n}", text="A.") for n in range(many)}
    arguments = {
        f"a{n}": Argument(id=f"a{n}", premises=(f"c{n}",), conclusion=f"c{n - 1}")
        for n in range(1, many)
    }
    one = ArgMap(title="Deep", claims=claims, arguments=arguments, thesis="c0")
    check(one)
    assert len(split(one)) < many / 8


def test_a_small_map_is_on_one_sheet():
    assert split(load(HERE / "parts/uniforms.yaml"))[0].files == ("overview.svg",)


def test_names_stay_when_a_branch_comes():
    one = load(HERE.parent / "arguments/strikes-debate.yaml")
    before = split(one)[0].files
    new = {f"new-{n}": Claim(id=f"new-{n}", text="A.") for n in range(9)}
    more = {
        f"b{n}": Argument(
            id=f"b{n}", premises=(f"new-{n}",), conclusion="new-0" if n else one.thesis
        )
        for n in range(9)
    }
    claims, arguments = {**one.claims, **new}, {**more, **one.arguments}
    after = split(replace(one, claims=claims, arguments=arguments))[0].files
    assert set(after) == {*before, "sheet-new-0.svg"}


def test_ids_that_differ_only_in_case_have_files_of_their_own():
    claims, arguments = {"t": Claim(id="t", text="A.")}, {}
    for top in ("a", "A", "x/a", "x-a"):
        for n in range(12):
            key = f"{top}{n}" if n else top
            claims[key] = Claim(id=key, text="A.")
            arguments[f"of-{key}"] = Argument(
                id=f"of-{key}", premises=(key,), conclusion=top if n else "t"
            )
    check(ArgMap(title="T", claims=claims, arguments=arguments, thesis="t"))


def test_hostile_texts_are_texts_on_every_sheet():
    evil = '</text></svg><script>alert(1)</script>" onload="x" \\N & \'x\''
    one = load(HERE.parent / "arguments/strikes-debate.yaml")
    claims = {key: replace(claim, text=evil, label=evil) for key, claim in one.claims.items()}
    one = replace(one, claims=claims, title=evil)
    for sheet in split(one)[:3]:
        root = ET.fromstring(draw(one, manner=Manner(sheet=sheet)))
        assert "script" not in {part.tag.rpartition("}")[2] for part in root.iter()}
        assert not any(key.startswith("on") for part in root.iter() for key in part.attrib)


def test_links_lead_to_sheets_that_are_there(tmp_path, argmap, monkeypatch):
    monkeypatch.chdir(tmp_path)
    source = HERE.parent / "arguments/strikes-debate.yaml"
    code, out, err = argmap(source, "--split", "-o", "out")
    assert (code, out) == (0, "") and err.startswith("drew out/strikes-debate.sheets/overview.svg")
    folder = tmp_path / "out/strikes-debate.sheets"
    linked = Counter()
    for name in files(folder):
        found = LINK.findall((folder / name).read_text(encoding="utf-8"))
        assert set(found) <= set(files(folder)), name
        linked.update(found)
    assert set(linked) == set(files(folder)), "each sheet can be reached from another"
    assert argmap(source, "--split", "-o", "out", "--check") == (0, "", "")


def test_a_sheet_that_is_none_any_more_is_told_and_goes(tmp_path, argmap, monkeypatch):
    monkeypatch.chdir(tmp_path)
    source = HERE.parent / "arguments/strikes-debate.yaml"
    argmap(source, "--split", "-o", "out")
    folder = tmp_path / "out/strikes-debate.sheets"
    (folder / "sheet-old.svg").write_text((folder / "overview.svg").read_text("utf-8"), "utf-8")
    (folder / "sheet-mine.svg").write_text("<svg/>", "utf-8")
    code, out, _ = argmap(source, "--split", "-o", "out", "--check")
    assert code == 1 and "sheet-old.svg: is no sheet of " in out and "mine" not in out
    assert argmap(source, "--split", "-o", "out")[2].startswith("removed out/strikes-debate.sheets")
    assert "sheet-mine.svg" in files(folder) and "sheet-old.svg" not in files(folder)


def test_a_large_map_is_drawn_with_the_command_for_sheets(tmp_path, argmap, monkeypatch):
    monkeypatch.chdir(tmp_path)
    source = HERE.parent / "arguments/strikes-debate.yaml"
    told_so = argmap(source, "-o", "a b/")[2].splitlines()
    assert told_so[1].endswith(f"argmap render {source} --split -o 'a b/' makes sheets")
    assert argmap(source, "-o", "a b/")[2] == "1 up to date\n"
    assert argmap(HERE / "maps/smallest.yaml", "-o", "x/")[2] == "drew x/smallest.svg\n"
