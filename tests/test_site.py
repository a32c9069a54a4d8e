"""A site: all links lead somewhere, nothing is asked of anyone, the same bytes each time."""

import json
import re
import shutil
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from pages import browser

from argmap.cli import main
from argmap.errors import DrawingFailed
from argmap.website import leafing

ROOT = Path(__file__).parent.parent
MAPS = sorted((ROOT / "arguments").glob("*.yaml"))
HOSTILE = ROOT / "tests/drawing/hostile.yaml"
assert MAPS


class Reader(HTMLParser):
    """Notes what a page leads to, loads, and is called."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loads, self.ids, self.handlers, self.scripts = [], [], set(), [], 0
        self.data, self._in_data = "", False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids.add(given.get("id"))
        self.handlers += [key for key in given if key.startswith("on")]
        self.scripts += tag == "script"
        self._in_data = given.get("id") == "data"
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if "src" in given or tag in ("link", "iframe", "object", "embed"):
            self.loads.append(given.get("src") or given.get("href"))

    def handle_data(self, data):
        if self._in_data:
            self.data += data

    def handle_endtag(self, tag):
        self._in_data = False


def run(*words):
    """Run `argmap site` as its user does; return the exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["site", *map(str, words)])
    return ended.value.code or 0


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    assert run(ROOT / "arguments", "-o", folder, "--quiet") == 0
    return folder


def pages(folder):
    found = sorted(folder.rglob("*.html"))
    assert found
    return [(path, Reader(path.read_text(encoding="utf-8"))) for path in found]


def test_each_map_has_its_pages(site):
    for path in MAPS:
        folder = site / path.stem
        for name in ("index.html", "page.html", "outline.html", "picture.svg"):
            assert (folder / name).is_file()
    assert (site / "five-options/options.html").is_file()


def test_every_link_within_the_site_leads_somewhere(site):
    checked = 0
    for path, page in pages(site):
        for link in page.links:
            if link.startswith(("http://", "https://", "#")):
                continue
            target = (path.parent / unquote(link.partition("#")[0])).resolve()
            assert target.is_file() and target.is_relative_to(site), f"{path}: {link}"
            checked += 1
    assert checked > 3 * len(MAPS)


def test_claims_of_other_maps_are_links_to_them(site):
    page = Reader((site / "strikes-debate/index.html").read_text(encoding="utf-8"))
    into = [link for link in page.links if link.startswith("../") and "page.html#" in link]
    assert into
    for link in into:
        place, _, claim = link.partition("#")
        target = (site / "strikes-debate" / unquote(place)).read_text(encoding="utf-8")
        assert unquote(claim) in target


def test_nothing_is_loaded_from_elsewhere(site):
    for path, page in pages(site):
        for source in page.loads:
            assert source and not re.match(r"[a-z]+:|//", source.replace("data:", "")), path
        text = unescape(path.read_text(encoding="utf-8"))
        assert "default-src 'none'" in text and "unsafe-" not in text


def test_the_search_knows_every_claim(site):
    data = json.loads(Reader((site / "index.html").read_text(encoding="utf-8")).data)
    found = {(one["at"].split("/")[0], one["id"]) for one in data["claims"]}
    assert len(found) == len(data["claims"]) > 200
    spanish = next(one for one in data["claims"] if one["id"] == "strike-cartels")
    assert spanish["also"]


def test_the_same_maps_give_the_same_bytes_and_are_left_alone(site, tmp_path, capsys):
    assert run(ROOT / "arguments", "-o", tmp_path) == 0
    assert "0 of them new" not in capsys.readouterr().err
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        assert path.read_bytes() == (tmp_path / path.relative_to(site)).read_bytes()
    assert run(ROOT / "arguments", "-o", tmp_path) == 0
    assert "0 of them new" in capsys.readouterr().err


def test_what_is_gone_goes_and_what_is_not_ours_stays(tmp_path):
    maps, folder = tmp_path / "maps", tmp_path / "site"
    (maps / "more").mkdir(parents=True)
    shutil.copy(ROOT / "tests/maps/linked.yaml", maps / "one.yaml")
    shutil.copy(ROOT / "tests/maps/linked.yaml", maps / "more" / "one.yaml")
    assert run(maps, "-o", folder, "-q") == 0
    assert (folder / "one/index.html").is_file() and (folder / "more/one/index.html").is_file()
    (folder / "one/notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "precious.txt").write_text("mine", encoding="utf-8")
    with (folder / ".argmap-site").open("a", encoding="utf-8") as listed:
        listed.write("../precious.txt\n")
    (maps / "one.yaml").unlink()
    assert run(maps, "-o", folder, "-q") == 0
    assert not (folder / "one/index.html").exists()
    assert (folder / "one/notes.txt").is_file() and (tmp_path / "precious.txt").is_file()


def test_a_broken_map_says_so_and_stops_no_other(tmp_path):
    maps = tmp_path / "maps"
    maps.mkdir()
    shutil.copy(ROOT / "tests/maps/linked.yaml", maps / "fine.yaml")
    (maps / "broken.yaml").write_text("argmap: 1\ntitle: Broken\nthesis: [\n", encoding="utf-8")
    assert run(maps, "-o", tmp_path / "site", "-q") == 1
    assert (tmp_path / "site/fine/page.html").is_file()
    assert not (tmp_path / "site/broken/page.html").exists()
    assert "AM015" in (tmp_path / "site/broken/index.html").read_text(encoding="utf-8")
    assert "error" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_hostile_texts_are_only_words(tmp_path):
    (tmp_path / "maps").mkdir()
    shutil.copy(HOSTILE, tmp_path / "maps/odd name & more.yaml")
    assert run(tmp_path / "maps", "-o", tmp_path / "site", "-q") in (0, 1)
    for path, page in pages(tmp_path / "site"):
        assert not page.handlers, path
        if path.name == "index.html":
            assert page.scripts <= 2
        for link in page.links:
            assert not re.match(r"(?i)\s*(javascript|data|vbscript):", link)


def test_a_file_is_no_place_for_a_site(tmp_path, capsys):
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    assert run(ROOT / "tests/maps/linked.yaml", "-o", tmp_path / "x") == 2
    assert (tmp_path / "x").read_text(encoding="utf-8") == "mine"
    assert "folder" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_words_are_there_in_every_language(site, language, tmp_path):
    assert run(ROOT / "tests/maps/linked.yaml", "-o", tmp_path, "-q", "--lang", language) == 0
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text
    assert ("Buscar" if language == "es" else "Search") in text


@pytest.fixture(scope="module")
def tab(site):
    with browser() as one:
        yield one.new_page(viewport={"width": 1200, "height": 900})


@pytest.mark.parametrize("name", ["index", "five-options/index", "five-options/options"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site, tab, name, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    tab.emulate_media(color_scheme=scheme)
    tab.goto((site / f"{name}.html").as_uri())
    violations = axe.Axe().run(tab).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []


def test_the_search_finds_by_keyboard_alone(site, tab):
    asked = []
    tab.on("request", lambda one: asked.append(one.url))
    tab.goto((site / "index.html").as_uri())
    tab.keyboard.press("Tab")
    tab.keyboard.type("homicid mexico")
    assert "claims" in tab.text_content("#count")
    assert tab.locator("#found mark").first.text_content().lower() in ("homicid", "mexico")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/page.html#*")
    assert all(one.startswith(("file:", "data:")) for one in asked)


def test_a_map_that_cannot_be_drawn_stops_no_other(tmp_path, monkeypatch):
    maps = tmp_path / "maps"
    maps.mkdir()
    for name in ("one", "two"):
        shutil.copy(ROOT / "tests/maps/linked.yaml", maps / f"{name}.yaml")
    drawn = leafing.draw
    calls = []

    def fail_once(*given, **named):
        calls.append(given)
        if len(calls) == 1:
            raise DrawingFailed("Graphviz gave up")
        return drawn(*given, **named)

    monkeypatch.setattr(leafing, "draw", fail_once)
    assert run(maps, "-o", tmp_path / "site", "-q") == 1
    assert "Graphviz gave up" in (tmp_path / "site/one/index.html").read_text(encoding="utf-8")
    assert (tmp_path / "site/two/page.html").is_file()
    first = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "two/picture.svg" in first and "one/picture.svg" not in first
    assert "one/page.html" not in first
