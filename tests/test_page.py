"""Pages: inert whatever a map says, whole without a script, and to be walked in by keys alone."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from drawing_lots import maps
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import browser

from argmap.drawing import Layout, Manner, Press, draw, renderer, sketch
from argmap.errors import Unsupported
from argmap.loading import load
from argmap.model import ArgMap, Argument, Citation, Claim, Criterion, Source
from argmap.phrasing import phrases, spoken
from argmap.picture.hanging import trees
from argmap.picture.routing import plan
from argmap.picture.stacking import AROUND, arrange
from argmap.plugins import member
from argmap.rendering import is_current

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "tests/maps").glob("*.yaml"), *(ROOT / "arguments").glob("*.yaml")])
assert FILES
BY_NAME = {path.stem: path for path in FILES}
DRAWN = [BY_NAME[name] for name in ("every-sign", "options", "scripts", "strikes-debate")]
PAYLOADS = (
    "</script><script>window.pwned=1</script>",
    "<!--<script>window.pwned=1",
    "]]><svg onload=window.pwned=1>",
    '" onload="window.pwned=1" x=\'',
    "</noscript></style></title><img src=x onerror=window.pwned=1>",
    "javascript:window.pwned=1",
    "\u2028window.pwned=1\u2029",
    "\u202eevil\u202c \u2066more",
    "{say:close}${window.pwned=1}{{7*7}}",
    "</ul></div><iframe src=https://evil.example></iframe>",
    "\\u003c/script>\\",
    "\x00\x07\x1b[31m\ufffe",
)
NOTED = Press(notes=True)
TEXTS = st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=30))


class Markup(HTMLParser):
    """What a page is made of: its elements with their attributes, and what scripts hold."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.raw, self.texts, self.open = [], {}, [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style"):
            name = "data" if self.elements[-1][1].get("type") else self.open[-1]
            self.raw[name] = self.raw.get(name, "") + data
        else:
            self.texts.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.texts).split())


def check_inert(page):
    """Assert that a page holds our script and nothing else that could run or load."""
    found = Markup(page)
    tags = [tag for tag, _ in found.elements]
    assert tags.count("script") == 2 and tags.count("style") == 1
    assert not {"iframe", "object", "embed", "base", "img", "link", "image", "foreignobject"} & set(
        tags
    )
    for tag, attributes in found.elements:
        for name, value in attributes.items():
            assert not name.startswith("on") and name not in ("src", "style", "srcdoc", "srcset"), (
                tag,
                name,
            )
            if name in ("href", "xlink:href", "action", "formaction"):
                assert re.match(r"(https?:|mailto:|[^:/?#]*([/?#]|$))", value), value
    policy = next(a["content"] for t, a in found.elements if "http-equiv" in a)
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    for name in ("script", "style"):
        digest = b64encode(sha256(found.raw[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not re.search("[<>&\u2028\u2029]", found.raw["data"])
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    return json.loads(found.raw["data"])


def hostile(text):
    """Return a map that says a text wherever it can."""
    claims = {
        key: Claim(
            id=key, text=text, label=text, stakeholder=text, by=text, qualifier=text, note="own",
            cite=(Citation(source="s", section=text, quote=text or "q", page=text),),
            tags=(text,), assignee=text, speech=text,
        )
        for key in ("a", "b", "c", f"i{text}")
    }  # fmt: skip
    step = Argument(
        id="x", premises=("b", "c"), conclusion="a", scheme=text, criterion=text,
        answers={text: "c"}, polarity="attack",
    )  # fmt: skip
    other = Argument(id=f"y{text}", premises=(f"i{text}",), conclusion="x", polarity="attack")
    return ArgMap(
        title=text, summary=text, question=text, claims=claims, thesis="a",
        arguments={one.id: one for one in (step, other)},
        stakeholders={text: text}, criteria=(Criterion(id="k", text=text or "k"),),
        sources={"s": Source(title=text or "t", url=text, author=text or "a", qualifications=text)},
        definitions={text: text},
        translations={"es": {("claim", "a", "text"): text + "!", ("map", "", "title"): text}},
    )  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_page_holds_the_whole_map_and_is_the_same_each_time(path):
    argmap = load(path)
    page = draw(argmap, "html")
    assert page == draw(load(path), "html")
    data, found = check_inert(page), Markup(page)
    for book in data["books"].values():
        drawn = {
            node["claim"] for node in book["nodes"] if node.get("claim") and not node.get("to")
        }
        assert drawn == set(argmap.claims) == set(book["claims"])
    ids = {
        attributes["id"] for tag, attributes in found.elements if tag == "li" and "id" in attributes
    }
    assert ids == set(argmap.claims)
    for claim in argmap.claims.values():
        assert " ".join(claim.text.split()) in found.text


@pytest.mark.parametrize("payload", [*PAYLOADS, "<" * 2000])
def test_whatever_is_said_is_text(payload):
    check_inert(draw(hostile(payload), "html"))


def test_a_very_long_claim_is_all_there():
    argmap = ArgMap(title="T", claims={"a": Claim(id="a", text="<b>" * 40_000)}, thesis="a")
    data = check_inert(page := draw(argmap, "html"))
    assert data["books"]["en"]["claims"]["a"]["text"] == "<b>" * 40_000
    assert "<b>" * 40_000 in Markup(page).text


def test_the_hostile_map_is_inert():
    check_inert(draw(load(ROOT / "tests/drawing/hostile.yaml"), "html"))


@settings(max_examples=25)
@given(maps(), TEXTS)
def test_any_map_has_an_inert_page(argmap, text):
    check_inert(draw(replace(argmap, title=text), "html"))


def test_a_page_is_current_until_anything_in_it_changes(tmp_path):
    argmap, path, by = load(BY_NAME["every-sign"]), tmp_path / "map.html", renderer("html")
    path.write_text(draw(argmap, "html"), encoding="utf-8")
    assert is_current(path, sketch(argmap), by)
    key, claim = next((key, one) for key, one in argmap.claims.items() if one.cite)
    said = claim.cite[0].model_copy(update={"quote": "Quite another thing."})
    changed = {**argmap.claims, key: replace(claim, cite=(said,))}
    assert not is_current(path, sketch(replace(argmap, claims=changed)), by)


def test_views_and_directions_are_for_pictures():
    with pytest.raises(Unsupported):
        draw(load(BY_NAME["options"]), "html", manner=Manner(direction="right"))


def test_private_notes_stay_private():
    claim = Claim(id="a", text="A.", note="kept to myself", assignee="Ann", speech="1AC")
    argument = Argument(id="x", premises=("b",), conclusion="a", note="kept to myself")
    both = {"a": claim, "b": Claim(id="b", text="B.")}
    page = draw(ArgMap(title="T", claims=both, thesis="a", arguments={"x": argument}), "html")
    assert "kept to myself" not in page and "Ann" not in page and "1AC" not in page


def test_private_notes_are_there_for_who_asks():
    claim = Claim(id="a", text="A.", note="kept to myself", assignee="Ann")
    page = draw(ArgMap(claims={"a": claim}, thesis="a"), "html", manner=Manner(press=NOTED))
    assert "kept to myself" in page and "Ann" not in page


def test_each_language_is_in_the_page():
    argmap = load(BY_NAME["two-languages"])
    data = check_inert(page := draw(argmap, "html", language="en"))
    assert data["start"] == "en" and set(data["books"]) == {"en", "es"}
    assert '<html class="argmap" lang="en">' in page
    for text in argmap.translations["es"].values():
        assert text in Markup(page).text


def test_words_are_the_same_in_each_language():
    assert set(spoken("page")) == set(spoken("picture"))
    keys = set(phrases("page", "en").words)
    for language in spoken("page"):
        assert set(phrases("page", language).words) == keys
    source = "".join(path.read_text() for path in (ROOT / "argmap/assets/page").iterdir())
    used = {*re.findall(r'\bsay\("([a-z-]+)"', source), *re.findall(r"\{say:([a-z-]+)\}", source)}
    used |= set(re.findall(r'data-say(?:-\w+)?="([a-z-]+)"', source))
    assert used and used <= keys


def test_the_scripts_are_short_and_without_what_the_policy_forbids():
    files = sorted((ROOT / "argmap/assets/page").glob("*.js"))
    assert len(files) == 10
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 350, path
        assert not re.search(
            r"\beval\b|innerHTML|outerHTML|insertAdjacentHTML|new Function|document\.write", text
        ), path
        assert "</" not in text and "<!--" not in text, path


# In a browser


@pytest.fixture(scope="module")
def chromium():
    """A browser, for all tests of this file."""
    with browser() as one:
        yield one


@pytest.fixture
def visit(chromium, tmp_path):
    """Open the page of a map, and fail on whatever it logs or asks for."""
    trouble, contexts = [], []

    def visit(argmap, *, script=True, size=(1440, 900), fragment="", **options):
        path = tmp_path / "map.html"
        path.write_text(draw(argmap, "html"), encoding="utf-8")
        wide, high = size
        context = chromium.new_context(
            viewport={"width": wide, "height": high}, java_script_enabled=script,
            reduced_motion="reduce", **options,
        )  # fmt: skip
        context.set_default_timeout(5000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        address = path.as_uri() + (f"#{quote(fragment)}" if fragment else "")
        page.on(
            "request",
            lambda asked: asked.url.split("#")[0] != path.as_uri() and trouble.append(asked.url),
        )
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert trouble == []


PLACES = """() => [...document.querySelectorAll('[role=treeitem]')].map((one) =>
  [one.node.key, one.node.x, one.node.y, one.node.line])"""
HERE = """() => document.activeElement.node?.key ?? document.activeElement.dataset.ui
  ?? document.activeElement.tagName"""
NAMES = """() => [...document.querySelectorAll('[role=treeitem]')].map((one) => one.ariaLabel)
  .join(' ')"""
FOCUSED = """() => document.activeElement.dataset.do
  ?? (document.activeElement.node ? 'item' : document.activeElement.dataset.ui)"""
DEEPEST = """() => Math.max(...[...document.querySelectorAll('[role=treeitem]')]
  .map((one) => Number(one.ariaLevel)))"""
CLAIM = "() => document.activeElement.node?.claim"
WHOLE = "[data-do=open-all]"


def until(page, script, wanted):
    """Wait until a script says what is wanted; the page's policy forbids Playwright's own way."""
    for _ in range(60):
        if (found := page.evaluate(script)) == wanted:
            return
        page.wait_for_timeout(50)
    assert found == wanted


def items(page):
    return page.locator("[role=treeitem]")


def openly(page):
    """Open all branches and show all of them."""
    page.click(WHOLE)
    page.click("[data-do=fit]")


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_the_page_lays_a_map_out_as_its_picture(path, visit):
    argmap = load(path)
    made = sketch(argmap)
    made = replace(made, layout=member("layouts", Layout, "tree"))
    rows = trees(made.diagram, made.fitted, made.theme)
    arrange(rows, made.theme.page, AROUND)
    expected = plan(rows)
    page = visit(argmap)
    openly(page)
    found = {key: ((x, y), line) for key, x, y, line in page.evaluate(PLACES)}
    assert set(found) == set(expected.corners)
    for key, (corner, line) in found.items():
        assert corner == pytest.approx(expected.corners[key], abs=0.1), key
        if line:
            for point, other in zip(line, expected.lines[key], strict=True):
                assert point == pytest.approx(other, abs=0.1), key


@pytest.mark.parametrize("payload", [PAYLOADS[0], PAYLOADS[3], " ".join(PAYLOADS)])
def test_nothing_that_a_map_says_runs_or_loads(payload, visit):
    page = visit(hostile(payload))
    openly(page)
    page.fill("[data-ui=words]", "a")
    items(page).first.focus()
    for _ in range(12):
        for key in ("Enter", "Escape", "ArrowDown"):
            page.keyboard.press(key)
    page.select_option("[data-ui=language]", "es")
    page.select_option("[data-ui=practice]", "all")
    page.click("[data-do=reveal-next]")
    assert page.evaluate("() => window.pwned") is None
    assert all(
        re.match(r"(https?:|mailto:|[^:/?#]*([/?#]|$))", href)
        for href in page.evaluate(
            "() => [...document.links].map((one) => one.getAttribute('href'))"
        )
    )


def test_without_a_script_there_are_picture_and_outline(visit):
    argmap = load(BY_NAME["every-sign"])
    page = visit(argmap, script=False)
    assert page.locator("svg.argmap").is_visible() and page.locator(".outline").is_visible()
    assert page.locator("[data-ui=bar]").is_hidden() and page.locator("[data-ui=stage]").is_hidden()
    for claim in argmap.claims:
        assert page.locator(f'.outline li[id="{claim}"]').is_visible()


STATES = {  # each is come to from the one before
    "as it opens": lambda page: None,
    "all open": lambda page: page.click(WHOLE),
    "a card": lambda page: items(page).nth(1).click(),
    "what it is about": lambda page: page.click("[data-do=about]"),
    "dark": lambda page: page.click("[data-do=dark]"),
    "found": lambda page: page.fill("[data-ui=words]", "a"),
    "one branch": lambda page: (items(page).nth(1).focus(), page.keyboard.press("f")),
    "practice": lambda page: page.select_option("[data-ui=practice]", "for"),
    "the outline": lambda page: (
        page.select_option("[data-ui=practice]", ""),
        page.click("[data-do=outline]"),
    ),
    "keys": lambda page: page.click("[data-do=keys]"),
}


def faults(page):
    """What axe finds wrong with a page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe")
    found = axe.Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:300]) for one in found]


def test_axe_finds_nothing_in_any_state(visit):
    page = visit(load(BY_NAME["every-sign"]))
    for state, prepare in STATES.items():
        prepare(page)
        assert faults(page) == [], state


def test_axe_finds_nothing_on_a_small_screen_or_without_a_script(visit, tmp_path):
    argmap = load(BY_NAME["two-languages"])
    page = visit(argmap, size=(390, 844), color_scheme="dark")
    page.click("[data-do=menu]")
    assert faults(page) == []
    plain = re.sub(r"<script>.*?</script>|</?noscript>", "", draw(argmap, "html"), flags=re.S)
    (tmp_path / "map.html").write_text(plain, encoding="utf-8")
    page.reload()
    assert page.locator(".still svg").is_visible()
    assert faults(page) == []


def test_keys_alone_reach_everything(visit):
    argmap = load(BY_NAME["every-sign"])
    page = visit(argmap)
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
    wanted = {"words", "open-all", "close-all", "outline", "about", "practice", "dark", "print"}
    assert wanted | {"keys", "stage", "item", "zoom-in", "zoom-out", "fit"} <= set(seen)
    page.click(WHOLE)
    everything = {key for key, *_ in page.evaluate(PLACES)}
    items(page).first.focus()
    page.keyboard.press("Home")
    walked = [page.evaluate(HERE)]
    while True:
        page.keyboard.press("ArrowDown")
        if page.evaluate(HERE) == walked[-1]:
            break
        walked.append(page.evaluate(HERE))
    assert set(walked) == everything and len(walked) == len(everything)
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert items(page).first.get_attribute("aria-expanded") == "false"
    assert "hidden" in page.locator("[data-ui=status]").inner_text()
    page.keyboard.press("ArrowRight")
    assert items(page).first.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(HERE) == walked[1]
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) == "card"
    page.keyboard.press("Escape")
    assert page.evaluate(HERE) == walked[1] and page.locator("[data-ui=card]").is_hidden()
    page.keyboard.press("/")
    assert page.evaluate(HERE) == "words"


def test_each_item_says_where_it_is_in_the_tree(visit):
    page = visit(load(BY_NAME["every-sign"]))
    openly(page)
    told = page.evaluate("""() => [...document.querySelectorAll('[role=treeitem]')].map((one) =>
      ['level', 'posinset', 'setsize'].map((name) => Number(one.getAttribute(`aria-${name}`))))""")
    counts = {}
    for level, place, size in told:
        assert place == (counts.get(level, 0) % size) + 1
        counts = {key: value for key, value in counts.items() if key <= level}
        counts[level] = place
    assert page.locator("[role=treeitem][tabindex='0']").count() == 1


def test_every_claim_has_an_address(visit):
    argmap = load(BY_NAME["strikes-debate"])
    claim = next(key for key in reversed(argmap.claims) if "/" in key)
    page = visit(argmap, fragment=claim)
    assert page.evaluate("() => document.activeElement.node.claim") == claim
    assert argmap.claims[claim].text in page.locator("[data-ui=card]").inner_text()
    page.evaluate("() => { location.hash = 'strike-cartels' }")
    until(page, CLAIM, "strike-cartels")
    page.go_back()
    until(page, CLAIM, claim)


def test_a_pointer_leads_to_its_claim_and_back(visit):
    page = visit(load(BY_NAME["strikes-debate"]))
    page.click(WHOLE)
    pointer = page.evaluate(
        "() => { const one = document.querySelector('.see'); one.focus(); return one.node.key }"
    )
    target = page.evaluate("() => document.activeElement.node.to")
    page.keyboard.press("g")
    assert page.evaluate(HERE) == target
    page.go_back()
    until(page, HERE, pointer)


def test_searching_counts_and_goes_from_one_to_the_next(visit):
    argmap = load(BY_NAME["strikes-debate"])
    page = visit(argmap)
    page.click("[data-do=close-all]")
    wanted = [
        key
        for key, one in argmap.claims.items()
        if "border" in f"{one.label} {one.text} {key}".lower()
    ]
    assert len(wanted) > 1
    page.fill("[data-ui=words]", "bördér")
    assert f"{len(wanted)} claims found" in page.locator("[data-ui=status]").inner_text()
    reached = set()
    for _ in wanted:
        page.keyboard.press("Enter")
        reached.add(
            page.evaluate(
                "() => document.querySelector('[aria-current=true][role=treeitem]').node.claim"
            )
        )
    assert reached == set(wanted)
    page.keyboard.press("Escape")
    assert page.locator("[data-ui=results]").is_hidden()


def test_a_branch_is_shown_alone_and_the_whole_again(visit):
    page = visit(load(BY_NAME["strikes-debate"]))
    page.click(WHOLE)
    whole = items(page).count()
    items(page).nth(2).focus()
    page.keyboard.press("f")
    assert items(page).count() < whole and page.locator("[data-ui=path]").is_visible()
    assert "Only this branch" in page.locator("[data-ui=status]").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("[data-ui=path]").is_hidden()


@pytest.mark.parametrize("mode", ["for", "against", "all"])
def test_practice_hides_answers_until_they_are_revealed(mode, visit):
    argmap = load(BY_NAME["every-sign"])
    page = visit(argmap)
    page.click(WHOLE)
    page.select_option("[data-ui=practice]", mode)
    page.click(WHOLE)
    assert page.locator(".hidden").count() > 0
    hidden = page.evaluate(
        "() => [...document.querySelectorAll('.hidden')].map((one) => one.node.text)"
    )
    shown = page.evaluate("() => document.querySelector('[data-ui=walk]').outerHTML")
    twice = [
        one for one in hidden if sum(claim.text == one for claim in argmap.claims.values()) > 1
    ]
    assert not any(text in shown for text in hidden if text not in twice and len(text) > 30)
    assert page.locator("[data-do=outline]").is_disabled()
    items(page).first.focus()
    for _ in range(40):
        page.keyboard.press("n")
    assert page.locator(".hidden").count() == 0
    assert "All answers are revealed" in page.locator("[data-ui=status]").inner_text()
    page.select_option("[data-ui=practice]", "")
    assert page.locator("[data-do=outline]").is_enabled()


def test_the_page_switches_languages(visit):
    argmap = load(BY_NAME["two-languages"])
    page = visit(argmap)
    for language in ("en", "es"):
        page.select_option("[data-ui=language]", language)
        said = argmap.translations[language]
        assert page.locator("h1").inner_text() == said["map", "", "title"]
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("[data-do=print]").inner_text() == phrases("page", language)("print")
        names = page.evaluate(NAMES)
        assert all(
            text in names
            for (sort, _, what), text in said.items()
            if (sort, what) == ("claim", "text")
        )


def test_two_fingers_zoom(visit):
    page = visit(load(BY_NAME["every-sign"]), size=(390, 844), has_touch=True)
    scale = "() => new DOMMatrix(document.querySelector('[data-ui=world]').style.transform).a"
    before = page.evaluate(scale)
    driver = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 40), ("touchMove", 60), ("touchMove", 90), ("touchEnd", 0)):
        points = [{"x": 195 + by, "y": 600, "id": n} for n, by in enumerate((-apart, apart))]
        points = points if apart else []
        driver.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    until(page, f"() => ({scale})() > {before * 1.5}", True)


def test_wheel_and_keys_move_the_map(visit):
    page = visit(load(BY_NAME["every-sign"]))
    at = "() => document.querySelector('[data-ui=world]').style.transform"
    seen = [page.evaluate(at)]

    def moved():
        until(page, f"() => ({at})() !== {json.dumps(seen[-1])}", True)
        seen.append(page.evaluate(at))

    page.mouse.move(700, 500)
    page.mouse.wheel(0, -200)
    moved()
    page.mouse.move(60, 800)
    page.mouse.down()
    page.mouse.move(160, 840)
    page.mouse.up()
    moved()
    page.locator("[data-ui=stage]").focus()
    for key in ("+", "-", "ArrowLeft", "ArrowDown", "0"):
        page.keyboard.press(key)
        moved()
    assert len(seen) == 8


def test_on_paper_there_are_the_picture_and_the_outline(visit):
    page = visit(load(BY_NAME["every-sign"]))
    page.emulate_media(media="print")
    assert page.locator(".outline").is_visible() and page.locator("[data-ui=stage]").is_visible()
    assert page.locator("[data-ui=bar]").is_hidden()
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="screen")
    assert page.locator(".outline").is_hidden()


def test_a_large_map_opens_with_its_uppermost_claims(visit):
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"Claim number {n} says so.") for n in range(400)}
    steps = [
        Argument(id=f"a{n}", premises=(f"c{n}",), conclusion=f"c{(n - 1) // 3}")
        for n in range(1, 400)
    ]
    argmap = ArgMap(
        title="Large", claims=claims, thesis="c0", arguments={one.id: one for one in steps}
    )
    page = visit(argmap)
    assert page.evaluate(DEEPEST) <= 3
    page.click(WHOLE)
    items(page).first.focus()
    page.keyboard.press("End")
    assert page.evaluate("() => document.activeElement.node.claim") == "c363"
    assert items(page).count() < 400  # only what is in sight is drawn
