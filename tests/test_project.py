"""Settings are found and read, maps are found, and what cannot be is said in one line."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.audit.discovering import NoMaps, is_map, maps
from argmap.audit.project import Project, graded, project, separated
from argmap.errors import BadSetting, Unreadable

MAP = "argmap: 1\ntitle: T\nthesis: A.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path, text=MAP):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_folder_with_neither_file_works(folder):
    found = project()
    assert (found.source, found.paths, found.profile, found.lang) == (None, (), "classroom", "en")


def test_the_nearest_file_that_speaks_of_argmap_counts(folder, monkeypatch):
    write("pyproject.toml", '[tool.argmap]\nprofile = "publish"\npaths = ["maps"]\n')
    write("a/pyproject.toml", "[tool.other]\nx = 1\n")
    write("a/b/argmap.toml", 'profile = "novice"\n')
    write("a/b/pyproject.toml", '[tool.argmap]\nprofile = "tournament"\n')
    monkeypatch.chdir(folder / "a")
    assert project().profile == "publish"
    assert project().paths == ("../maps",)
    assert project(folder / "a" / "b").profile == "novice"
    assert project(isolated=True) == Project()


def test_what_is_around_a_repository_does_not_count(folder):
    write("argmap.toml", 'profile = "novice"\n')
    (folder / "repository" / ".git").mkdir(parents=True)
    assert project("repository").source is None


def test_every_setting(folder):
    write(
        "argmap.toml",
        'paths = ["m"]\nprofile = "novice"\nselect = ["AM1"]\nignore = ["AM2"]\nlang = "es"\n'
        'theme = "dark"\nlanguages = ["en", "es"]\noutput = "renders"\n'
        '[severity]\nAM1 = "info"\n[thresholds]\nmax-words = 20\nlist = ["a"]\n'
        '[per-file-ignores]\n"drafts/*" = ["AM3"]\n"*.yml" = ["AM4"]\n',
    )
    found = project()
    assert found.settings.select == ("AM1",) and found.settings.thresholds["list"] == ("a",)
    assert (found.theme, found.languages, found.output) == ("dark", ("en", "es"), "renders")
    assert found.ignored("drafts/a.yaml") == ("AM3",)
    assert found.ignored(str(folder / "drafts" / "a.yml")) == ("AM3", "AM4")
    assert found.ignored("/elsewhere/a.yaml") == ()
    shown = found.shown()
    write("again/argmap.toml", shown)
    assert project("again").settings == found.settings
    assert project("again").per_file_ignores == found.per_file_ignores


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('profil = "novice"', "argmap.toml: no setting 'profil'; did you mean 'profile'?"),
        ('sel = "AM1"', "argmap.toml: no setting 'sel' (there are: paths, profile"),
        ('select = "AM1"', "argmap.toml: select must be a list of texts, not 'AM1'"),
        ("select = [1]", "select must be a list of texts, not [1]"),
        ("profile = 1", "profile must be a text, not 1"),
        ("severity = 1", "severity must be a table of texts"),
        ("[severity]\nAM1 = 1", "severity must be a table of texts"),
        ('[per-file-ignores]\na = "AM1"', "per-file-ignores must be a table of lists"),
        ("thresholds = []", "thresholds must be a table"),
        ("a = [", "argmap.toml: "),
    ],
)
def test_what_a_setting_cannot_be(folder, text, said):
    write("argmap.toml", text)
    with pytest.raises(BadSetting) as raised:
        project()
    assert said in str(raised.value) and "\n" not in str(raised.value)


def test_a_pyproject_that_means_something_else(folder):
    write("pyproject.toml", 'tool = "x"\n')
    assert project().source is None
    write("pyproject.toml", "[tool]\nargmap = 1\n")
    with pytest.raises(BadSetting, match="must be a table"):
        project()
    (folder / "pyproject.toml").write_bytes(b"\xff")
    with pytest.raises(BadSetting):
        project()


def test_a_command_line_goes_before_the_file(folder):
    found = Project(profile="novice", ignore=("AM1",)).given(profile="", ignore=("AM2",), lang="es")
    assert (found.profile, found.ignore, found.lang) == ("novice", ("AM2",), "es")
    assert separated(["AM1, AM2", ""]) == ("AM1", "AM2")
    assert graded(["a=info", "b = error"]) == {"a": "info", "b": "error"}
    with pytest.raises(BadSetting):
        graded(["a"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MAP, True),
        ("# a comment\n\n" + MAP, True),
        ("\ufeff" + MAP, True),
        ('{"argmap": 1, "title": "T"}', True),
        ("'argmap' : 1\n", True),
        ("title: T\r\nargmap: 1\r\n", True),
        ("tool:\n  argmap: 1\n", False),
        ("argmaps: 1\n", False),
        ("# argmap: 1\n", False),
        ("", False),
    ],
)
def test_what_looks_like_a_map(folder, text, expected):
    write("a.yaml", text)
    assert is_map(Path("a.yaml")) == expected


def test_a_map_in_another_encoding_is_not_passed_over(folder):
    Path("a.yml").write_bytes(MAP.encode("utf-16"))
    assert maps(["."]) == ["a.yml"]


def test_only_yaml_is_looked_into(folder):
    write("a.txt")
    assert not is_map(Path("a.txt"))
    assert maps(["a.txt"]) == ["a.txt"], "what is named is meant"


def test_folders_globs_and_files(folder):
    for name in ("b/z.yaml", "b/a.yml", "a.yaml", "b/c/d.yaml", "b/.git/x.yaml", "b/.x.yaml"):
        write(name)
    write("b/no.yaml", "title: no map\n")
    assert maps(["."]) == ["a.yaml", "b/.x.yaml", "b/a.yml", "b/c/d.yaml", "b/z.yaml"]
    assert maps(["b/*.yaml"]) == ["b/z.yaml"]
    assert maps(["**/*.yaml"]) == ["a.yaml", "b/c/d.yaml", "b/z.yaml"]
    assert maps(["b/*"]) == ["b/a.yml", "b/c/d.yaml", "b/z.yaml"]
    assert maps(["b/no.yaml", "a.yaml", "a.yaml", "./a.yaml"]) == ["a.yaml", "b/no.yaml"]
    write("odd[1].yaml")
    assert maps(["odd[1].yaml"]) == ["odd[1].yaml"]


@pytest.mark.parametrize("word", ["*.yml", "empty"])
def test_where_nothing_is_found(folder, word):
    write("a.yaml")
    Path("empty").mkdir()
    with pytest.raises(NoMaps, match=word.replace("*", r"\*")):
        maps(["a.yaml", word])
    assert issubclass(NoMaps, Unreadable)
    assert maps(["a.yaml", "gone.yaml"]) == ["a.yaml", "gone.yaml"], "its reader says that"


def test_what_git_ignores_is_left_out(folder):
    Path(".git").mkdir()
    write(".gitignore", "out/\n*.tmp.yaml\n!keep.tmp.yaml\n/only-here.yaml\n")
    write("deep/.gitignore", "!x.tmp.yaml\nlocal.yaml\n")
    for name in (
        "a.yaml", "a.tmp.yaml", "keep.tmp.yaml", "only-here.yaml", "out/b.yaml",
        "deep/only-here.yaml", "deep/x.tmp.yaml", "deep/local.yaml", "deep/out/c.yaml",
    ):  # fmt: skip
        write(name)
    assert maps(["."]) == ["a.yaml", "deep/only-here.yaml", "deep/x.tmp.yaml", "keep.tmp.yaml"]
    assert maps(["deep"]) == ["deep/only-here.yaml", "deep/x.tmp.yaml"]
    assert maps(["**/*.yaml"]) == maps(["."])
    assert maps(["out"]) == ["out/b.yaml"], "a folder that is named is meant"
    assert maps(["out/b.yaml", "a.tmp.yaml"]) == ["a.tmp.yaml", "out/b.yaml"]


def test_what_is_around_a_folder_counts_in_a_repository_alone(folder):
    write(".gitignore", "*.yaml\n")
    write("a/b/c.yaml")
    assert maps(["a"]) == ["a/b/c.yaml"]
    Path(".git").mkdir()
    with pytest.raises(NoMaps):
        maps(["a"])
    write("a/.gitignore", "!c.yaml\n")
    assert maps(["a/b", "a/b/*"]) == ["a/b/c.yaml"]


def test_what_is_no_map_can_be_told_otherwise(folder):
    for name in ("a.yaml", "b.yaml", "c.txt"):
        write(name)
    seen = []
    assert maps([".", "b.yaml"], look=lambda path: seen.append(path) or path == "a.yaml") == [
        "a.yaml",
        "b.yaml",
    ]
    assert seen == ["a.yaml", "b.yaml"], "each is looked at once, and what is named is meant"


def test_links_do_not_lead_in_circles(folder):
    write("a/b.yaml")
    os.symlink("..", "a/up")
    os.symlink("b.yaml", "a/c.yaml")
    assert maps(["."]) == ["a/b.yaml"]


NAMES = st.sampled_from(["a", "b", "c.yaml", "d.yaml", "e.txt"])


@given(st.sets(st.tuples(NAMES, NAMES), max_size=8))
def test_each_map_is_found_once_and_in_order(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("maps")
    for one, other in names:
        (folder / f"in-{one}").mkdir(exist_ok=True)
        (folder / f"in-{one}" / other).write_text(MAP)
    expected = sorted(
        (folder / f"in-{one}" / other).as_posix() for one, other in names if "yaml" in other
    )
    if expected:
        assert maps([str(folder), str(folder)]) == expected
