"""What a browser tells a screen reader of a picture and of a page: all claims, and how each bears.

Chromium's own accessibility tree is read, not the markup that it is made from.
"""

from pathlib import Path

import pytest
from pages import browser

from argmap.drawing import draw, sketch
from argmap.loading import load

MAPS = Path(__file__).parent / "maps"
NAMES = ("every-sign", "options", "linked")
assert all((MAPS / f"{name}.yaml").is_file() for name in NAMES)


@pytest.fixture(scope="module")
def chromium():
    with browser() as one:
        yield one


@pytest.fixture
def heard(chromium, tmp_path):
    """A function from a map and a form to what is heard of it: roles with names."""

    def heard(argmap, form, *, script=True):
        path = tmp_path / f"map.{form}"
        path.write_text(str(draw(argmap, form)), encoding="utf-8")
        context = chromium.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(path.as_uri())
        if script and form == "html":
            page.click("[data-do=open-all]")
            page.wait_for_timeout(400)  # until all has glided to its place
            page.click("[data-do=fit]")
        session = context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        context.close()
        return [
            (one["role"]["value"], one.get("name", {}).get("value", ""))
            for one in nodes
            if not one["ignored"]
        ]

    return heard


@pytest.mark.parametrize(
    ("form", "script", "role"),
    [
        ("svg", True, "graphics-object"),
        ("html", True, "treeitem"),
        ("html", False, "graphics-object"),
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_every_claim_is_named_with_what_it_bears_on(heard, name, form, script, role):
    argmap = load(MAPS / f"{name}.yaml")
    found = heard(argmap, form, script=script)
    told = [words for kind, words in found if kind == role]
    assert not [kind for kind, words in found if kind in ("link", "button", role) and not words]
    for claim in argmap.claims.values():
        assert any(claim.text in words for words in told), claim.text
    for box in sketch(argmap).diagram.boxes:
        assert any(words.startswith(box.name) for words in told), box.name


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_picture_is_named(heard, name):
    argmap = load(MAPS / f"{name}.yaml")
    told = {words for kind, words in heard(argmap, "svg") if kind == "graphics-symbol"}
    links = sketch(argmap).diagram.links
    assert links and {link.name for link in links} <= told
    signs = {"support": "supports", "attack": "attacks", "undercut": "undercuts"}
    for link in links:
        assert signs.get(link.sign, "") in link.name


def test_axe_finds_nothing_in_a_picture_within_a_page(chromium, tmp_path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe")
    picture = str(draw(load(MAPS / "every-sign.yaml")))
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="en"><head><title>A page</title></head><body><main>'
        f"<h1>A page</h1>{picture[picture.index('<svg') :]}</main></body></html>",
        encoding="utf-8",
    )
    page = chromium.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    found = axe.Axe().run(page).response["violations"]
    page.close()
    assert not [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
