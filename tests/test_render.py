"""`argmap render`: which picture goes where, and which are drawn anew."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from argmap.cli import main

GOOD = """\
argmap: 1
title: {title}
thesis: {{text: Our school should require uniforms., support: [They are cheap.]}}
"""
SPOKEN = """\
argmap: 1
title: {en: Uniforms, es: Uniformes}
thesis: {text: {en: We should require uniforms., es: Debemos exigir uniformes.}}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return a folder that is a project, with two maps."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "argmap.toml").write_text('paths = ["maps"]\noutput = "pictures"\n')
    (tmp_path / "maps/old").mkdir(parents=True)
    (tmp_path / "maps/one.yaml").write_text(GOOD.format(title="One"))
    (tmp_path / "maps/old/two.yaml").write_text(GOOD.format(title="Two"))
    return tmp_path


@pytest.fixture
def argmap(capfd):
    """Run a command; return its exit code and what it prints on either stream."""

    def run(*words):
        with pytest.raises(SystemExit) as ended:
            main(["render", *map(str, words)])
        told = capfd.readouterr()
        return ended.value.code or 0, told.out, told.err

    return run


def files(folder):
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def test_the_pictures_of_a_project_fill_its_folder_as_the_maps_fill_theirs(here, argmap):
    code, out, err = argmap()
    assert (code, out) == (0, "")
    assert err.splitlines() == ["drew pictures/old/two.svg", "drew pictures/one.svg"]
    assert files(here / "pictures") == ["old/two.svg", "one.svg"]
    assert ET.parse(here / "pictures/one.svg").getroot().tag.endswith("svg")


def test_only_what_is_out_of_date_is_drawn_again(here, argmap):
    argmap()
    before = (here / "pictures/one.svg").stat().st_mtime_ns
    assert argmap() == (0, "", "2 up to date\n")
    (here / "maps/old/two.yaml").write_text(GOOD.format(title="Three"))
    assert argmap() == (0, "", "drew pictures/old/two.svg\n1 up to date\n")
    assert (here / "pictures/one.svg").stat().st_mtime_ns == before
    assert argmap("--force", "--quiet") == (0, "", "")
    assert argmap("--force")[2].count("drew") == 2


def test_a_check_names_what_is_missing_or_stale_and_draws_nothing(here, argmap, monkeypatch):
    argmap("maps/one.yaml")
    (here / "maps/one.yaml").write_text(GOOD.format(title="Changed"))
    monkeypatch.setattr("argmap.engines.embedded.place", None)
    code, out, _ = argmap("--check")
    assert code == 1
    assert out.splitlines() == [
        "pictures/old/two.svg: there is no picture of maps/old/two.yaml",
        "pictures/one.svg: is out of date; argmap render maps/one.yaml draws it",
    ]
    assert files(here / "pictures") == ["one.svg"]


def test_a_check_of_current_pictures_is_silent(here, argmap):
    argmap()
    assert argmap("--check") == (0, "", "")


def test_a_map_with_a_fault_is_told_and_stops_no_other(here, argmap):
    (here / "maps/broken.yaml").write_text("argmap: 1\ntitle: x\nthesis: {text: A., suport: []}\n")
    code, _, err = argmap()
    assert code == 1
    assert re.search(r"^maps/broken\.yaml:3:\d+: AM\d+ ", err, re.M)
    assert files(here / "pictures") == ["old/two.svg", "one.svg"]


@pytest.mark.parametrize("name", ["x.svg", "deep/er/x.svg", "x.y.svg"])
def test_one_map_goes_into_the_file_that_is_named(here, argmap, name):
    assert argmap("maps/one.yaml", "-o", name) == (0, "", f"drew {name}\n")
    assert (here / name).read_text(encoding="utf-8").startswith("<?xml")


def test_a_form_is_that_of_the_suffix_or_the_one_named(here, argmap):
    argmap("maps/one.yaml", "-o", "x.dot")
    argmap("maps/one.yaml", "-o", "y", "--format", "dot")
    assert (here / "x.dot").read_bytes() == (here / "y/one.dot").read_bytes()
    assert (here / "x.dot").read_text(encoding="utf-8").startswith("digraph argmap")
    assert argmap("maps/one.yaml", "-o", "x.dot") == (0, "", "1 up to date\n")
    (here / "x.dot").write_text("digraph {}")
    assert argmap("maps/one.yaml", "-o", "x.dot", "--check")[0] == 1


def test_a_folder_or_glob_fills_a_folder(here, argmap):
    assert argmap("maps", "-o", "out")[0] == 0
    assert argmap("maps/**/*.yaml", "-o", "other/")[0] == 0
    assert files(here / "out") == files(here / "other") == ["old/two.svg", "one.svg"]


def test_two_maps_do_not_go_into_one_picture(here, argmap):
    assert argmap("maps", "-o", "x.svg")[0] == 2
    (here / "one.yaml").write_text(GOOD.format(title="Again"))
    code, _, err = argmap("maps/one.yaml", "one.yaml", "-o", "out")
    assert code == 2 and "maps/one.yaml" in err


def test_without_a_project_pictures_stand_beside_their_maps(here, argmap):
    (here / "argmap.toml").unlink()
    assert argmap()[0] == 0
    assert files(here / "maps") == ["old/two.svg", "old/two.yaml", "one.svg", "one.yaml"]


def test_a_picture_can_be_printed(here, argmap):
    code, out, err = argmap("maps/one.yaml", "-o", "-")
    assert (code, err) == (0, "") and ET.fromstring(out.encode())
    assert argmap("maps", "-o", "-")[0] == 2


def test_standard_input_can_be_drawn(here):
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "render", "-", "--format", "dot"],
        input=GOOD.format(title="From afar").encode(), capture_output=True, check=True,
    )  # fmt: skip
    assert b"From afar" in done.stdout


def test_a_map_in_several_languages_has_a_picture_in_each_that_the_project_wants(here, argmap):
    (here / "maps/three.yaml").write_text(SPOKEN)
    (here / "argmap.toml").write_text(
        'paths = ["maps"]\noutput = "pictures"\nlanguages = ["en", "es", "fr"]\n'
    )
    argmap()
    assert files(here / "pictures") == ["old/two.svg", "one.svg", "three.es.svg", "three.svg"]
    assert "Debemos" in (here / "pictures/three.es.svg").read_text(encoding="utf-8")
    argmap("maps/three.yaml", "-o", "x.svg", "--lang", "es")
    assert "Debemos" in (here / "x.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [["--theme", "x"], ["--layout", "x"], ["--engine", "x"], ["--format", "x"], ["nowhere"]],
)
def test_what_cannot_be_done_is_said(here, argmap, words):
    code, _, err = argmap(*words)
    assert code == 2 and err.startswith(("argmap: ", "nowhere:1:1: AM007"))


def test_a_theme_can_be_chosen_by_the_project(here, argmap):
    argmap()
    (here / "argmap.toml").write_text(
        'paths = ["maps"]\noutput = "pictures"\ntheme = "photocopy"\n'
    )
    assert argmap("--check")[0] == 1
