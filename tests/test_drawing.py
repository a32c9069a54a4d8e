"""Pictures: nothing overlaps, nothing is lost, nothing can do harm, all is the same each time."""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from drawing_lots import maps
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drawing import Manner, draw, renderer, renderers, sketch, suited
from argmap.errors import (
    BadSetting,
    DrawingFailed,
    ToolMissing,
    UnknownName,
    Unreadable,
    Unsupported,
)
from argmap.loading import load
from argmap.model import ArgMap, Argument, Claim
from argmap.phrasing import phrases, spoken
from argmap.picture import hanging
from argmap.picture.branching import preorder
from argmap.picture.dotwriting import box_id, line_id
from argmap.picture.retracing import retrace
from argmap.picture.stacking import arrange
from argmap.picture.theming import theme, themes
from argmap.plugins import member

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "tests/maps").glob("*.yaml"), *(ROOT / "arguments").glob("*.yaml")])
HOSTILE = ROOT / "tests/drawing/hostile.yaml"
assert FILES
SVG = "{http://www.w3.org/2000/svg}"


@st.composite
def trees(draw):
    """Return a map with fans, chains, linked premises, undercuts and claims used twice."""
    size = draw(st.integers(1, 40))
    claims = {
        f"c{n}": Claim(id=f"c{n}", text="word " * draw(st.integers(1, 30))) for n in range(size)
    }
    arguments = {}
    for number in range(1, size):
        linked = number > 3 and draw(st.integers(0, 5)) == 5
        premises = (f"c{number}", f"c{number - 2}") if linked else (f"c{number}",)
        upper = draw(st.integers(max(0, number - draw(st.integers(1, 12))), number - 1))
        conclusion = f"c{upper}"
        if arguments and draw(st.integers(0, 6)) == 6:
            conclusion = draw(st.sampled_from(sorted(arguments)))
        polarity = draw(st.sampled_from(["support", "support", "attack"]))
        key = f"a{number}"
        arguments[key] = Argument(
            id=key, premises=premises, conclusion=conclusion, polarity=polarity
        )
    options = draw(st.booleans()) and size > 3
    return ArgMap(
        title="Drawn by lot",
        question="Which?" if draw(st.booleans()) else "",
        claims=claims,
        arguments=arguments,
        thesis="" if options else "c0",
        options=("c0", "c1") if options else (),
    )


def parsed(svg):
    return ET.fromstring(svg.encode("utf-8"))


def overlaps(one, other):
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.5
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.5
    )


def check_places(made):
    """Assert that boxes are as large as measured, apart, and crossed by no line."""
    boxes = made.placed.boxes
    assert len(boxes) == len(made.diagram.boxes) + len(made.diagram.joints)
    for key, fitted in made.fitted.items():
        left, top, right, bottom = boxes[box_id(key)]
        assert right - left == pytest.approx(fitted.width, abs=0.1)
        assert bottom - top == pytest.approx(fitted.height, abs=0.1)
        for line in fitted.lines:
            assert line.y <= fitted.height and line.width <= fitted.width
        for chip in fitted.chips:
            assert chip.x >= 0 and chip.x + chip.width <= fitted.width and chip.inner < chip.width
    items = list(boxes.items())
    for number, (key, one) in enumerate(items):
        for other_key, other in items[number + 1 :]:
            assert not overlaps(one, other), f"{key} and {other_key} overlap"
    if made.layout.name != "tree":
        return
    for link in made.diagram.links:
        for start, end in pairwise(made.placed.lines[line_id(link.key)]):
            piece = (
                min(start[0], end[0]),
                min(start[1], end[1]),
                max(start[0], end[0]),
                max(start[1], end[1]),
            )
            wide = (piece[0] - 0.6, piece[1] - 0.6, piece[2] + 0.6, piece[3] + 0.6)
            for key, box in items:
                if key not in (box_id(link.upper), box_id(link.lower)):
                    assert not overlaps(wide, box), f"{link.key} crosses {key}"


@pytest.mark.parametrize("layout", ["tree", "dot"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_overlaps(path, layout):
    check_places(sketch(load(path), manner=Manner(layout)))


@settings(max_examples=40)
@given(trees())
def test_nothing_ever_overlaps(argmap):
    check_places(sketch(argmap))


@settings(max_examples=40)
@given(maps())
def test_any_map_at_all_can_be_drawn(argmap):
    for layout in ("tree", "dot"):
        made = sketch(argmap, manner=Manner(layout))
        check_places(made)
        check_harmless(renderer("svg").render(made))


def written_in(made):
    """Return what each box of a picture says, by its id."""
    found = {}
    for group in parsed(renderer("svg").render(made)).iter(f"{SVG}g"):
        if group.get("class", "").startswith("box"):
            found[group.get("id")] = [one.text for one in group.iter(f"{SVG}text")]
    return found


@pytest.mark.parametrize("path", [*FILES, HOSTILE], ids=lambda path: path.stem)
def test_every_word_is_there_to_the_letter(path):
    made = sketch(load(path))
    said = written_in(made)
    for box in made.diagram.boxes:
        words = "".join("".join(said[box_id(box.key)]).split())
        for part in (
            box.text,
            box.label,
            box.badge,
            box.heading,
            box.mark,
            box.letter,
            *box.states,
        ):
            assert "".join(part.split()) in words


def check_harmless(svg):
    """Assert that a picture is well-formed, and that nothing in it acts or leads astray."""
    allowed = {"svg", "g", "a", "title", "desc", "style", "rect", "circle", "path", "text"}
    root = parsed(svg)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    for one in root.iter():
        assert one.tag.removeprefix(SVG) in allowed
        for name, value in one.attrib.items():
            assert not name.startswith("on")
            if "href" in name:
                assert re.match(r"https?://|mailto:|#", value), value
                assert value[0] != "#" or value[1:] in ids, f"{value} leads nowhere"


def test_a_hostile_text_is_a_text():
    made = sketch(load(HOSTILE))
    svg = renderer("svg").render(made)
    check_harmless(svg)
    hrefs = {one.get("href") for one in parsed(svg).iter(f"{SVG}a")}
    assert hrefs == {'https://ok.example/?q="><script>window.pwned=1</script>&a=b'}
    check_harmless(renderer("svg").render(sketch(load(HOSTILE), manner=Manner("dot"))))
    assert len(made.placed.boxes) == len(made.diagram.boxes)


@pytest.mark.parametrize("text", ["x" * 100_000, "\\", '"', "\\N\\G", "<b>", "\u202e", "node", ""])
def test_any_text_can_stand_in_a_box(text):
    argmap = ArgMap(title=text, claims={"a": Claim(id="a", text=text)}, thesis="a")
    check_harmless(draw(argmap))


def test_deep_and_wide_maps_are_drawn():
    chain = {
        f"a{n}": Argument(id=f"a{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}")
        for n in range(1500)
    }
    fan = {f"b{n}": Argument(id=f"b{n}", premises=(f"d{n}",), conclusion="c0") for n in range(500)}
    keys = [*(f"c{n}" for n in range(1501)), *(f"d{n}" for n in range(500))]
    claims = {key: Claim(id=key, text=key) for key in keys}
    made = sketch(ArgMap(title="Deep", claims=claims, arguments=chain | fan, thesis="c0"))
    assert len(made.placed.boxes) == 2001


def test_a_screen_reader_finds_its_way():
    made = sketch(load(ROOT / "tests/maps/every-sign.yaml"))
    svg = renderer("svg").render(made)
    root = parsed(svg)
    assert root.get("role") == "graphics-document document"
    assert root.get("lang") == "en" and root.get("width") == root.get("viewBox").split()[2]
    by_id = {one.get("id"): one for one in root.iter()}
    assert by_id[root.get("aria-labelledby")].text == made.map.title
    assert "claims" in by_id[root.get("aria-describedby")].text
    groups = [one for one in root.iter(f"{SVG}g") if one.get("class", "").startswith("box")]
    groups = [one for one in groups if one.get("data-claim")]
    assert [one.get("id") for one in groups] == [box_id(box.key) for box in made.diagram.boxes]
    for group, box in zip(groups, made.diagram.boxes, strict=True):
        assert group.get("role") and group.find(f"{SVG}title").text.startswith(box.name)
    assert {one.get("id") for one in root.iter(f"{SVG}g")} >= {
        line_id(link.key) for link in made.diagram.links
    }


def test_styles_are_for_screens_alone():
    style = next(parsed(draw(load(FILES[0]))).iter(f"{SVG}style")).text
    depth = 0
    for line in style.splitlines():
        assert depth > 0 or not line or line.startswith("@media screen")
        depth += line.count("{") - line.count("}")
    assert depth == 0 and "prefers-color-scheme:dark" in style and "forced-colors" in style


PROGRAM = """
import hashlib, sys
from argmap.drawing import Manner, draw
from argmap.loading import load
for path in sys.argv[1:]:
    for layout in ("tree", "dot"):
        print(hashlib.sha256(draw(load(path), manner=Manner(layout)).encode()).hexdigest())
"""


def test_the_same_map_gives_the_same_bytes():
    files = [str(ROOT / f"tests/maps/{name}.yaml") for name in ("every-sign", "scripts")]
    answers = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "FONTCONFIG_FILE": "/nowhere"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *files],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        answers.add(done.stdout)
    assert len(answers) == 1 and len(answers.pop().split()) == 4


def test_a_reworded_claim_moves_nothing_to_another_column():
    argmap = load(ROOT / "arguments/interdependence.yaml")
    before = columns(argmap)
    for key in list(argmap.claims)[::5]:
        claim = argmap.claims[key]
        reworded = replace(claim, text=claim.text + " And that is not all that there is to say.")
        assert columns(replace(argmap, claims={**argmap.claims, key: reworded})) == before


def columns(argmap):
    """Return what stands in which column, box by box."""
    made = sketch(argmap, manner=Manner("tree"))
    rows = hanging.trees(made.diagram, made.fitted, made.theme)
    arrange(rows, made.theme.page)
    order = [branch for root in rows for branch in preorder(root)]
    return [
        (one.key, [(sort, [item.key for item in items]) for sort, items in one.columns])
        for one in order
    ]


def test_whatever_a_picture_shows_is_in_its_stamp():
    argmap = load(ROOT / "tests/maps/every-sign.yaml")
    stamp = sketch(argmap).stamp
    assert stamp in draw(argmap)[:200]
    spending = argmap.claims["spending"]
    changes = [
        replace(argmap, title="Another"),
        replace(argmap, summary="Another."),
        replace(argmap, stakeholders={"families": "Others"}),
        replace(argmap, sources={**argmap.sources, "handbook": argmap.sources["survey"]}),
        replace(argmap, claims={**argmap.claims, "spending": replace(spending, text="Another.")}),
        replace(argmap, claims={**argmap.claims, "spending": replace(spending, open=True)}),
        replace(argmap, claims={**argmap.claims, "spending": replace(spending, cite=())}),
    ]
    others = [sketch(one).stamp for one in changes]
    others += [sketch(argmap, "es").stamp, sketch(argmap, manner=Manner("dot")).stamp]
    others += [
        sketch(argmap, manner=Manner(theme=name)).stamp for name in themes() if name != "screen"
    ]
    assert len({stamp, *others}) == len(others) + 1


def test_the_layout_is_chosen_by_the_shape():
    assert suited(load(ROOT / "tests/maps/smallest.yaml")) == "tree"
    claims = {key: Claim(id=key, text=key) for key in "ab"}
    circle = [
        Argument(id="1", premises=("a",), conclusion="b", polarity="attack"),
        Argument(id="2", premises=("b",), conclusion="a", polarity="attack"),
    ]
    assert suited(ArgMap(claims=claims, arguments={one.id: one for one in circle})) == "dot"


def test_a_language_is_that_of_the_words_and_where_it_can_of_the_claims():
    argmap = load(ROOT / "tests/maps/scripts.yaml")
    spanish = draw(argmap, language="es")
    assert 'lang="es"' in spanish and "Las fachadas" in spanish and "razón a favor" in spanish
    with pytest.raises(UnknownName, match="language 'xx'"):
        draw(argmap, language="xx")


@pytest.mark.parametrize("what", ["layout", "engine", "theme"])
def test_unknown_names_say_which_there_are(what):
    with pytest.raises(UnknownName, match="there are"):
        draw(load(FILES[0]), manner=Manner(**{what: "nothing"}))


def test_engines_agree():
    if not shutil.which("dot"):
        pytest.skip("no Graphviz is installed")
    argmap = load(ROOT / "tests/maps/every-sign.yaml")
    assert draw(argmap, manner=Manner(engine="dot")) == draw(argmap)


def test_a_graphviz_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolMissing, match="--engine embedded"):
        draw(load(FILES[0]), manner=Manner(engine="dot"))


def test_a_graphviz_that_fails_is_told(tmp_path, monkeypatch):
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\necho 'it is broken' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(DrawingFailed, match="it is broken"):
        draw(load(FILES[0]), manner=Manner(engine="dot"))


def embedded():
    from argmap.drawing import Engine  # noqa: PLC0415

    return member("engines", Engine, "embedded").place


def test_what_is_no_dot_is_told():
    with pytest.raises(DrawingFailed, match="Graphviz failed"):
        embedded()("graph {", "dot", print)


def test_graphviz_is_stopped_in_time(monkeypatch):
    place = embedded()
    place("graph {a}", "dot", print)
    monkeypatch.setattr("argmap.engines.embedded.SECONDS", 0.2)
    many = " ".join(f"n{n} -- n{n * 7919 % 3000} -- n{n * 104729 % 3000}" for n in range(3000))
    with pytest.raises(DrawingFailed, match="too large"):
        place(f"graph {{{many}}}", "dot", print)


def test_graphviz_takes_no_more_memory_than_it_may(monkeypatch):
    monkeypatch.setattr("argmap.engines.embedded.MEMORY", 1 << 20)
    with pytest.raises(DrawingFailed):
        embedded()("graph {a}", "dot", print)


def luminance(colour):
    shares = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", themes())
@pytest.mark.parametrize("light", ["light", "dark"])
def test_every_colour_of_a_theme_can_be_told_from_its_ground(name, light):
    palette = getattr(theme(name), light)
    assert contrast(palette.ink, palette.paper) >= 7
    assert contrast(palette.quiet, palette.paper) >= 4.5
    for paint in palette.paints().values():
        assert contrast(paint.ink or palette.ink, paint.fill) >= 7
        assert contrast(paint.ink or palette.quiet, paint.fill) >= 4.5
        assert contrast(paint.line, palette.paper) >= 3, "lines and signs"


@pytest.mark.parametrize("name", themes())
def test_every_theme_draws_every_sign(name):
    made = sketch(load(ROOT / "tests/maps/every-sign.yaml"), manner=Manner(theme=name))
    check_places(made)
    check_harmless(renderer("svg").render(made))


def test_the_words_of_pictures_are_the_same_in_every_language():
    assert set(spoken("picture")) >= {"en", "es"}
    english = phrases("picture", "en").words
    for language in spoken("picture"):
        words = phrases("picture", language).words
        assert list(words) == list(english)
        for key, text in words.items():
            slots = set(re.findall(r"\{(\w+)\}", text))
            assert slots == set(re.findall(r"\{(\w+)\}", english[key])), f"{language}: {key}"


@pytest.mark.parametrize("name", renderers())
def test_every_renderer_draws_every_map(name):
    for path in FILES:
        if path.stem == "scripts" and "font" in renderer(name).takes:
            with pytest.raises(Unsupported, match="--font"):  # it has letters of many scripts
                draw(load(path), name)
            continue
        made = renderer(name).render(sketch(load(path)))
        assert made and made == renderer(name).render(sketch(load(path)))


def test_the_dot_is_one_that_graphviz_reads():
    dot = draw(load(HOSTILE), "dot")
    assert dot.startswith("digraph argmap {")
    assert embedded()(dot, "nop2", print).boxes
    assert yaml.safe_load('"\\\\N"') == "\\N"


OWN = """extends: print
scale: 1.5
light: {paper: "#fffdf5"}
"""


def test_a_theme_of_ones_own_is_a_file(tmp_path):
    (tmp_path / "own.yaml").write_text(OWN, encoding="utf-8")
    made, base = theme(str(tmp_path / "own.yaml")), theme("print")
    assert made.light.paper == made.dark.paper == "#fffdf5"
    assert made.light.support == base.light.support
    assert made.shapes == base.shapes
    own, usual = (
        retrace(str(draw(load(ROOT / "tests/maps/linked.yaml"), manner=Manner(theme=name))))
        for name in (str(tmp_path / "own.yaml"), "print")
    )
    assert (own.scale, usual.scale) == (pytest.approx(1.5, abs=0.001), 1)
    assert own.frames == usual.frames
    assert "#fffdf5" in draw(
        load(ROOT / "tests/maps/linked.yaml"), manner=Manner(theme=str(tmp_path / "own.yaml"))
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a mapping"),
        ("extends: [", "own.yaml"),
        ("extends: nothing", "there are: bw"),
        ("extends: screen\nlight: {paper: red}", "light.paper"),
        ("extends: screen\nlihgt: {}", "lihgt"),
        ("extends: screen\nscale: large", "scale"),
        ("extends: screen\nshapes: {reason: {text: -1}}", "shapes.reason.text"),
    ],
)
def test_what_is_no_theme_is_said_in_a_line(tmp_path, text, told):
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises((BadSetting, UnknownName), match=told) as raised:
        theme(str(tmp_path / "own.yaml"))
    assert "\n" not in str(raised.value)


def test_a_theme_that_cannot_be_read_is_said(tmp_path):
    with pytest.raises(Unreadable):
        theme(str(tmp_path / "missing.yaml"))


@pytest.mark.parametrize("name", renderers())
def test_a_map_of_nothing_is_a_picture_too(name):
    assert draw(ArgMap(title="Nothing"), name)
