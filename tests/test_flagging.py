"""What stands on top of pictures: verdicts, and how a map differs from what it was.

`flags/*.txt` says which box bears which sign and words; `pytest --update` writes it anew.
"""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from drawing_lots import maps
from hypothesis import given, settings
from test_drawing import check_places

from argmap.drawing import USUAL, Manner, draw, renderers, sketch
from argmap.errors import ToolMissing, UnknownName, Unsupported
from argmap.evaluating import evaluate
from argmap.loading import load
from argmap.model import ArgMap, Argument, Claim
from argmap.picture.contrasted import contrasted
from argmap.picture.inking import number
from argmap.picture.scoping import Scope

HERE = Path(__file__).parent
MAPS = sorted([*(HERE / "maps").glob("*.yaml"), *(HERE.parent / "arguments").glob("*.yaml")])
OLD, NEW = (load(HERE / f"flags/uniforms.{age}.yaml") for age in ("old", "new"))
assert MAPS
SVG = "{http://www.w3.org/2000/svg}"


def told(drawn):
    """Return the flags of a diagram, a box a line."""
    for box in drawn.boxes:
        for flag in box.flags:
            share = "" if flag.strength is None else f" {flag.strength:.2f}"
            before = f" ({flag.before})" if flag.before else ""
            yield f"{box.role} {box.claim}: {flag.kind}, {flag.text}{share}{before}"
    yield from (f"line {link.key}: {link.change}" for link in drawn.links if link.change)
    yield from drawn.notes
    yield from (f"legend: {words}" for key, words in drawn.legend if key.startswith("flag-"))


def test_verdicts_are_what_is_expected(snapshot):
    made = sketch(OLD, manner=Manner(verdicts=USUAL))
    snapshot(HERE / "flags/uniforms.verdicts.txt", "".join(f"{x}\n" for x in told(made.diagram)))


def test_differences_are_what_is_expected(snapshot):
    made = sketch(NEW, manner=Manner(before=OLD))
    snapshot(HERE / "flags/uniforms.compared.txt", "".join(f"{x}\n" for x in told(made.diagram)))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_claim_has_its_verdict_and_boxes_stay_apart(path):
    argmap = load(path)
    made, verdict = sketch(argmap, manner=Manner(verdicts=USUAL)), evaluate(argmap)
    check_places(made)
    for box in made.diagram.boxes:
        if box.claim and box.role != "see":
            (flag,) = box.flags
            assert flag.kind == verdict[box.claim].label
            assert flag.strength == verdict[box.claim].strength
        else:
            assert not box.flags


def test_verdicts_are_on_the_whole_map_and_not_on_the_part_that_is_drawn():
    argmap = load(HERE / "maps/every-sign.yaml")
    whole, part = (
        {box.claim: box.flags for box in sketch(argmap, manner=one).diagram.boxes if box.flags}
        for one in (Manner(verdicts=USUAL), Manner(verdicts=USUAL, scope=Scope(depth=1)))
    )
    assert len(part) < len(whole) and all(whole[key] == part[key] for key in part)


def test_a_semantics_can_be_named():
    argmap = load(HERE / "maps/circle.yaml")
    stamps = {sketch(argmap, manner=Manner(verdicts=one)).stamp for one in (USUAL, "preferred", "")}
    assert len(stamps) == 3
    with pytest.raises(UnknownName, match="grounded"):
        draw(argmap, manner=Manner(verdicts="grounde"))


@settings(max_examples=40)
@given(maps())
def test_verdicts_on_any_map_at_all(argmap):
    check_places(sketch(argmap, manner=Manner(verdicts=USUAL)))


@given(maps(), maps())
def test_nothing_of_either_map_is_lost(old, new):
    found = contrasted(old, new)
    kinds = {key: one.kind for key, one in found.claims.items()}
    gone = [key for key, kind in kinds.items() if kind == "removed"]
    came = [key for key, kind in kinds.items() if kind == "added"]
    assert len(found.map.claims) == len(new.claims) + len(gone)
    assert len(old.claims) == len(new.claims) - len(came) + len(gone)
    assert set(new.claims) <= set(found.map.claims) and set(gone).isdisjoint(new.claims)
    lost = [key for key, kind in found.arguments.items() if kind == "removed"]
    assert len(found.map.arguments) == len(new.arguments) + len(lost)
    assert set(found.map.claims).isdisjoint(found.map.arguments)
    for one in found.map.arguments.values():
        assert {*one.premises} <= set(found.map.claims)
        assert one.conclusion in found.map.claims or one.conclusion in found.map.arguments
    drawn = sketch(new, manner=Manner(before=old)).diagram
    full = {box.claim for box in drawn.boxes if box.role not in ("see", "question")}
    assert full == set(found.map.claims)
    for box in drawn.boxes:
        if box.role not in ("see", "question") and box.claim in kinds:
            assert [flag.kind for flag in box.flags] == [kinds[box.claim]]


@given(maps())
def test_a_map_does_not_differ_from_itself(argmap):
    found = contrasted(argmap, argmap)
    assert not found.claims and not found.arguments
    assert not any(box.flags for box in sketch(argmap, manner=Manner(before=argmap)).diagram.boxes)


def test_each_flag_is_a_sign_a_word_and_a_border():
    root = ET.fromstring(draw(NEW, manner=Manner(before=OLD)))
    seen = set()
    for group in root.iter(f"{SVG}g"):
        if group.get("class", "").startswith("box "):
            frame = next(one for one in group.iter(f"{SVG}rect") if one.get("class") == "b")
            signs = [
                one.get("d") for one in group.iter(f"{SVG}path") if "f" in one.get("class", "")
            ]
            seen.add((frame.get("stroke-dasharray"), *signs[:1]))
    assert len({dashes for dashes, *_ in seen}) == 3 and len(seen) >= 4


def test_a_bar_is_as_full_as_the_claim_is_strong():
    argmap = replace(OLD, arguments={})
    claims = {"require": replace(OLD.claims["require"], confidence=0.25)}
    root = ET.fromstring(draw(replace(argmap, claims=claims), manner=Manner(verdicts=USUAL)))
    box = next(g for g in root.iter(f"{SVG}g") if "thesis" in g.get("class", ""))
    frame, full = (one for one in box.iter(f"{SVG}rect") if "f" in one.get("class").split())
    assert full.get("width") == number(float(frame.get("width")) / 4)
    assert "0.25" in {text.text for text in box.iter(f"{SVG}text")}


def test_what_is_said_is_read_out_in_the_language_of_the_reader():
    assert "Veredicto: se sostiene, fuerza 0.50." in draw(
        OLD, language="es", manner=Manner(verdicts=USUAL)
    )
    found = draw(NEW, language="es", manner=Manner(before=OLD))
    assert "Comparado con antes: reformulado. Antes: Uniforms save families money." in found


def test_hostile_texts_of_before_are_texts():
    evil = '</text></svg><script>alert(1)</script>" onload="x" \\N & \x00'
    old = ArgMap(title=evil, claims={"a": Claim(id="a", text=evil)}, thesis="a")
    new = replace(old, claims={"a": Claim(id="a", text="A."), "b": Claim(id="b", text=evil)})
    new = replace(new, arguments={"c": Argument(id="c", premises=("b",), conclusion="a")})
    for one in (Manner(before=old), Manner(verdicts=USUAL)):
        root = ET.fromstring(draw(new, manner=one))
        assert "script" not in {part.tag.rpartition("}")[2] for part in root.iter()}
        assert not any(key.startswith("on") for part in root.iter() for key in part.attrib)


def test_one_of_both_is_enough():
    from argmap.drawing import renderer, verify  # noqa: PLC0415

    with pytest.raises(Unsupported, match="not both"):
        verify(Manner(verdicts=USUAL, before=OLD), renderer("svg"))


@pytest.mark.parametrize("form", sorted(renderers()))
@pytest.mark.parametrize(
    "manner",
    [
        Manner(scope=Scope(depth=1)),
        Manner(scope=Scope(focus="cheaper")),
        Manner(direction="right"),
        Manner(view="sides"),
        Manner(verdicts=USUAL),
        Manner(before=NEW),
    ],
    ids=["depth", "focus", "right", "view", "verdicts", "compare"],
)
def test_every_renderer_draws_it(form, manner):
    try:
        assert draw(OLD, form, manner=manner) != draw(OLD, form)
    except (ToolMissing, Unsupported) as error:  # told, and no crash
        pytest.skip(str(error))
