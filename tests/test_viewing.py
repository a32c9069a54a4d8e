"""Views: each claim once in full, each argument once, in the regions that they belong to.

`views/uniforms.sides.txt` says what the regions of that view of `uniforms.yaml` show;
`pytest --update` writes it anew.
"""

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from drawing_lots import maps
from hypothesis import given, settings
from test_drawing import check_places, overlaps, trees
from test_parts import told

from argmap.drawing import Manner, draw, renderer, sketch
from argmap.errors import UnknownName, Unsupported
from argmap.graph import Graph
from argmap.loading import load
from argmap.model import ArgMap, Claim
from argmap.picture.dotwriting import box_id
from argmap.picture.gridding import PAD
from argmap.picture.scoping import Scope
from argmap.picture.surrounding import title_high
from argmap.viewing import views

HERE = Path(__file__).parent
EXPECTED = sorted((HERE / "views").glob("*.txt"))
MAPS = sorted([*(HERE / "maps").glob("*.yaml"), *(HERE.parent / "arguments").glob("*.yaml")])
NAMES = sorted(views())
assert EXPECTED and MAPS and len(NAMES) > 4


def drawn(argmap, name, **given):
    """Return the picture of a view on its way, or None where there is nothing to group by."""
    made = sketch(argmap, manner=Manner(view=name, **given))
    try:
        made.diagram  # noqa: B018
    except Unsupported:
        return None
    return made


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_what_is_expected(path, snapshot):
    name, _, view = path.stem.partition(".")
    found = [one for one in (HERE / "parts", HERE / "maps") if (one / f"{name}.yaml").is_file()]
    made = drawn(load(found[0] / f"{name}.yaml"), view)
    whole, lines = made.diagram, []
    inside = {key for region in whole.regions for key in region.keys}
    rest = tuple(box.key for box in whole.boxes if box.key not in inside)
    for title, keys in (("", rest), *((one.title, one.keys) for one in whole.regions)):
        part = replace(
            whole,
            boxes=[box for box in whole.boxes if box.key in keys],
            joints=[one for one in whole.joints if one.key in keys],
            links=[link for link in whole.links if link.lower in keys],
        )
        lines += [f"== {title}", *told(part), ""]
    snapshot(path, "\n".join(lines))


def check(argmap, name):
    """Assert that a view shows all of a map: claims in full once, arguments as one line each."""
    made = drawn(argmap, name)
    if not made:
        return
    whole = made.diagram
    full = Counter(box.claim for box in whole.boxes if box.role not in ("see", "question"))
    assert full == dict.fromkeys(argmap.claims, 1)
    shown = Counter(link.sign for link in whole.links if not link.part and link.sign != "option")
    polarities = Counter(one.polarity for one in argmap.arguments.values())
    assert shown["support"] + shown["warrant"] == polarities["support"]
    assert shown["attack"] + shown["undercut"] == polarities["attack"]
    held = Counter(key for region in whole.regions for key in region.keys)
    assert not held or set(held.values()) == {1}
    known = {box.key for box in whole.boxes} | {joint.key for joint in whole.joints}
    roots = {box.claim for box in whole.boxes if box.key not in held and box.role != "question"}
    assert set(held) <= known and roots == set(argmap.roots)
    of = {key: number for number, region in enumerate(whole.regions) for key in region.keys}
    for link in whole.links:
        assert of.get(link.upper) == of.get(link.lower), "no line runs between regions"
    for box in whole.boxes:
        if box.role == "see":
            assert box.href in argmap.claims and box.letter


@pytest.mark.parametrize("name", NAMES)
@given(argmap=maps())
def test_nothing_is_lost_of_any_map(name, argmap):
    check(argmap, name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_nothing_is_lost(path, name):
    check(load(path), name)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_sides_are_those_of_the_graph(path):
    argmap = load(path)
    made = drawn(argmap, "sides")
    if made:
        sides = Graph(argmap).sides
        claims = {box.key: box.claim for box in made.diagram.boxes if box.role != "see"}
        signs = {"support": "pro", "attack": "con"}
        for region in made.diagram.regions:
            for key in region.keys:
                if key in claims and region.sign:
                    assert signs[region.sign] in sides[claims[key]]


def check_frames(made):
    """Assert that boxes stand in the frame of their region, and frames apart."""
    frames, boxes = [], made.placed.boxes
    for region in made.diagram.regions:
        mine = [boxes[box_id(key)] for key in region.keys]
        left, top = (min(one[n] for one in mine) - PAD for n in (0, 1))
        right, bottom = (max(one[n] for one in mine) + PAD for n in (2, 3))
        top -= title_high(region, right - left)
        frames.append((left, top, right, bottom))
        others = [box for key, box in boxes.items() if key not in map(box_id, region.keys)]
        assert not any(overlaps(frames[-1], other) for other in others)
    for number, one in enumerate(frames):
        assert not any(overlaps(one, other) for other in frames[number + 1 :])


@pytest.mark.parametrize("direction", ["", "right"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_regions_are_apart(path, name, direction):
    made = drawn(load(path), name, direction=direction)
    if made:
        check_places(made)
        check_frames(made)


@settings(max_examples=40)
@given(trees())
def test_regions_are_ever_apart(argmap):
    made = drawn(argmap, "branches")
    if made:
        check_places(made)
        check_frames(made)


def test_a_part_can_be_viewed():
    argmap = load(HERE / "parts/uniforms.yaml")
    made = drawn(argmap, "sides", scope=Scope(depth=1))
    assert any(box.folded for box in made.diagram.boxes)
    assert made.stamp != drawn(argmap, "sides").stamp != sketch(argmap).stamp


def test_what_cannot_be_viewed_is_said():
    argmap = load(HERE / "maps/smallest.yaml")
    with pytest.raises(UnknownName, match="did you mean 'sides'"):
        sketch(argmap, manner=Manner(view="side"))
    with pytest.raises(Unsupported, match="nothing to group by"):
        draw(argmap, manner=Manner(view="criteria"))
    with pytest.raises(Unsupported, match="draws no views"):
        draw(argmap, manner=Manner("dot", view="sides"))


def test_titles_are_texts_whatever_they_hold():
    evil = '</text></svg><script>alert(1)</script>" onload="x" \\N & \'x\' ' * 9
    claims = {key: Claim(id=key, text=evil, stakeholder=evil) for key in ("a", "b")}
    argmap = ArgMap(title=evil, claims=claims, thesis="a", stakeholders={evil: evil})
    root = ET.fromstring(draw(argmap, manner=Manner(view="stakeholders")))
    names = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert "script" not in names and "g" in names
    assert not any(key.startswith("on") for one in root.iter() for key in one.attrib)
    assert any(one.get("class", "").startswith("region") for one in root.iter())


def test_regions_are_named_for_who_hears_them():
    argmap = load(HERE / "parts/uniforms.yaml")
    found = draw(argmap, language="es", manner=Manner(view="sides"))
    assert "<title>A favor, 7 afirmaciones</title>" in found
    assert "<title>De ningún lado, 1 afirmación</title>" in found


def test_no_title_of_a_region_is_cut_off(tmp_path):
    title = "Whoever " + "wears what all others wear " * 8 + "is one of them."
    path = tmp_path / "long.yaml"
    path.write_text(
        "argmap: 1\ntitle: Uniforms\nthesis:\n  text: All wear one.\n"
        f"  support: [{{text: {title}}}]\n"
        "  attack: [{text: None does.}]\n",
        encoding="utf-8",
    )
    made = drawn(load(path), "branches")
    check_frames(made)
    svg = "{http://www.w3.org/2000/svg}"
    groups = ET.fromstring(renderer("svg").render(made)).iter(f"{svg}g")
    regions = [one for one in groups if one.get("class", "").startswith("region")]
    words = [" ".join(one.text for one in region.iter(f"{svg}text")) for region in regions]
    assert title in words
