"""Maps in documents of Sphinx, Python-Markdown and MkDocs, and in notebooks: drawn when built."""

import re
import shutil
import subprocess
import sys
import textwrap
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from argmap.documents.inserting import OPTIONS, figure, inserted
from argmap.loading import load

ROOT = Path(__file__).parent.parent
MAP = """argmap: 1
title: School uniforms
thesis:
  text: Our school should require uniforms.
  support: [Uniforms cut what families spend on clothes.]
  attack: [Uniforms limit how students express themselves.]
"""
BROKEN = MAP.replace("support: [", "suport: [")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps/uniforms.yaml").write_text(MAP, encoding="utf-8")
    (tmp_path / "maps/broken.yaml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


def ids(markup):
    return re.findall(r' id="([^"]+)"', markup)


def test_a_map_is_a_figure_that_any_page_can_hold(folder):
    found = inserted(MAP, "inline", folder, {}, 1)
    markup = figure(found)
    assert markup.startswith("<figure") and "<?xml" not in markup and "<!--" not in markup
    ET.fromstring(markup)
    assert "max-width:100%" in markup
    assert found == inserted(MAP, "inline", folder, {}, 1)


def test_several_on_a_page_do_not_get_in_each_others_way(folder):
    first, second = (inserted(MAP, "inline", folder, {}, n).svg for n in (1, 2))
    assert ids(first) and not set(ids(first)) & set(ids(second))
    for svg in (first, second):
        known = set(ids(svg))
        named = re.findall(r'(?:href="#|aria-labelledby="|data-upper="|data-lower=")([^"]+)', svg)
        assert named and set(named) <= known


@pytest.mark.parametrize(
    ("text", "path", "options", "told"),
    [
        (BROKEN, "inline", {}, r"inline:5:3: AM046"),
        ("", "maps/broken.yaml", {}, r"maps/broken\.yaml:5:3: AM046"),
        ("", "maps/missing.yaml", {}, r"maps/missing\.yaml"),
        ("", "../outside.yaml", {}, r"below the folder"),
        ("", "maps/../../outside.yaml", {}, r"below the folder"),
        (MAP, "inline", {"theme": "x"}, r"no theme 'x'"),
        (MAP, "inline", {"depth": "many"}, r"a number is wanted"),
        (MAP, "inline", {"focus": "nobody"}, r"nobody"),
        (MAP, "inline", {"colour": "red"}, r"no option 'colour'"),
    ],
)
def test_what_is_wrong_is_said_and_not_raised(folder, text, path, options, told):
    (folder.parent / "outside.yaml").write_text(MAP, encoding="utf-8")
    found = inserted(text, path, folder, options, 1)
    assert found.svg == "" and re.search(told, " ".join(found.faults))
    assert "<script" not in figure(found)


def test_every_option_does_something(folder):
    plain = inserted("", "maps/rich.yaml", folder, {}, 1)
    shutil.copy(ROOT / "tests/maps/every-sign.yaml", folder / "maps/rich.yaml")
    plain = inserted("", "maps/rich.yaml", folder, {}, 1)
    assert plain.svg
    values = {"theme": "dark", "layout": "dot", "lang": "es", "depth": "1", "side": "con"}
    for option in set(OPTIONS) & set(values):
        other = inserted("", "maps/rich.yaml", folder, {option: values[option]}, 1)
        assert other.svg and other.svg != plain.svg, option


class TestMarkdown:
    @pytest.fixture
    def convert(self, folder):
        markdown = pytest.importorskip("markdown")

        def run(text):
            extensions = ["fenced_code", "argmap.documents.markdown"]
            configs = {"argmap.documents.markdown": {"root": str(folder)}}
            return markdown.markdown(
                textwrap.dedent(text), extensions=extensions, extension_configs=configs
            )

        return run

    def test_a_fence_with_a_map(self, convert):
        made = convert(f"Before.\n\n```argmap\n{MAP}```\n\nAfter.\n")
        assert made.index("<p>Before.</p>") < made.index("<figure") < made.index("<p>After.</p>")
        assert "Our school should require" in made

    def test_a_fence_that_names_a_file(self, convert):
        made = convert("~~~ argmap file=maps/uniforms.yaml depth=1 theme='bw'\n~~~\n")
        assert "<svg" in made and "Our school" in made

    def test_other_fences_are_left_alone(self, convert):
        text = (
            "````text\n```argmap\nargmap: 1\n```\n````\n\n```argmapper\nx\n```\n\n```argmap\nopen\n"
        )
        made = convert(text)
        assert "<svg" not in made and "argmap: 1" in made

    def test_a_fault_is_text_in_the_page_and_a_warning_of_the_build(self, convert, caplog):
        made = convert(f"```argmap\n{BROKEN}```\n")
        assert 'role="alert"' in made and "AM046" in made and "<svg" not in made
        assert "AM046" in caplog.text

    def test_hostile_texts_are_only_words(self, convert):
        made = convert("```argmap file='<script>alert(1)</script>'\n```\n")
        assert "<script" not in made and "&lt;script" in made

    def test_mkdocs_builds_a_page(self, folder):
        pytest.importorskip("mkdocs")
        (folder / "docs/maps").mkdir(parents=True)
        shutil.copy(folder / "maps/uniforms.yaml", folder / "docs/maps/uniforms.yaml")
        (folder / "docs/index.md").write_text(
            "# Map\n\n```argmap file=maps/uniforms.yaml\n```\n", encoding="utf-8"
        )
        (folder / "mkdocs.yml").write_text(
            "site_name: x\ntheme: {name: null, custom_dir: theme}\nmarkdown_extensions:\n"
            "  - argmap.documents.markdown: {root: docs}\nplugins: []\n",
            encoding="utf-8",
        )
        (folder / "theme").mkdir()
        (folder / "theme/main.html").write_text("{{ page.content }}", encoding="utf-8")
        words = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "<svg" in (folder / "site/index.html").read_text(encoding="utf-8")


class TestSphinx:
    @pytest.fixture
    def build(self, folder):
        pytest.importorskip("sphinx")

        def run(text, builder="html"):
            (folder / "conf.py").write_text(
                'project = "x"\nextensions = ["argmap.documents.sphinx"]\n', encoding="utf-8"
            )
            (folder / "index.rst").write_text(textwrap.dedent(text), encoding="utf-8")
            words = [sys.executable, "-m", "sphinx", "-b", builder, "-q", ".", f"out-{builder}"]
            done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            suffix = "txt" if builder == "text" else builder
            page = folder / f"out-{builder}" / f"index.{suffix}"
            return page.read_text(encoding="utf-8") if page.exists() else "", done.stderr

        return run

    TEXT = """
    Title
    =====

    .. argmap:: maps/uniforms.yaml
       :theme: bw

    .. argmap::

       argmap: 1
       title: Another
       thesis: Students should vote.
    """

    def test_a_page_of_html_has_the_pictures(self, build):
        made, warned = build(self.TEXT)
        assert made.count("<svg") == 2 and "Students should vote." in made and not warned
        assert len(ids(made)) == len(set(ids(made)))

    def test_other_builders_have_the_outline(self, build):
        made, warned = build(self.TEXT, "text")
        assert "<svg" not in made and "Our school should require uniforms." in made and not warned
        assert re.search(r"\* .*Uniforms cut", made)

    def test_a_fault_is_a_warning_with_its_place(self, build):
        made, warned = build("Title\n=====\n\n.. argmap:: maps/broken.yaml\n")
        assert "<svg" not in made and "AM046" in made
        assert "index.rst:4" in warned and "maps/broken.yaml:5:3: AM046" in warned

    def test_a_change_of_the_map_builds_the_page_anew(self, build, folder):
        build(self.TEXT)
        changed = MAP.replace("Uniforms cut", "Uniforms halve")
        (folder / "maps/uniforms.yaml").write_text(changed, encoding="utf-8")
        made, _ = build(self.TEXT)
        assert "halve" in made


def test_a_notebook_shows_a_map(folder):
    made = load(folder / "maps/uniforms.yaml")._repr_svg_()
    assert ET.fromstring(made).tag.endswith("svg")
