"""Trees that grow to the right: nothing overlaps or crosses, and rewording reshuffles nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from drawing_lots import maps
from hypothesis import given, settings
from test_drawing import check_places, trees

from argmap.drawing import Manner, draw, sketch
from argmap.errors import UnknownName
from argmap.loading import load
from argmap.picture.dotwriting import box_id

HERE = Path(__file__).parent
FILES = sorted([*(HERE / "maps").glob("*.yaml"), *(HERE.parent / "arguments").glob("*.yaml")])
assert FILES
RIGHT = Manner("tree", direction="right")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_overlaps(path):
    check_places(sketch(load(path), manner=RIGHT))


@settings(max_examples=40)
@given(trees())
def test_nothing_ever_overlaps(argmap):
    check_places(sketch(argmap, manner=RIGHT))


@settings(max_examples=40)
@given(maps())
def test_any_map_at_all_can_be_drawn(argmap):
    check_places(sketch(argmap, manner=RIGHT))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_bears_on_a_box_stands_to_the_right_of_it(path):
    made = sketch(load(path), manner=RIGHT)
    boxes = made.placed.boxes
    for link in made.diagram.links:
        upper, lower = boxes[box_id(link.upper)], boxes[box_id(link.lower)]
        assert lower[0] > upper[0]


def order(argmap, manner):
    """Return the boxes of each column from the top, and the columns from the left."""
    made = sketch(argmap, manner=manner)
    columns = {}
    for key, box in made.placed.boxes.items():
        columns.setdefault(box[0], []).append((box[1], key))
    return [[key for _, key in sorted(columns[x])] for x in sorted(columns)]


def test_a_reworded_claim_reshuffles_nothing():
    argmap = load(HERE.parent / "arguments/interdependence.yaml")
    before = order(argmap, RIGHT)
    for key in list(argmap.claims)[1::9]:
        claim = argmap.claims[key]
        longer = replace(claim, text=claim.text + " And that is not all that there is to say.")
        assert order(replace(argmap, claims={**argmap.claims, key: longer}), RIGHT) == before


@pytest.mark.parametrize("layout", ["tree", "dot"])
def test_a_direction_is_what_was_asked_for(layout):
    argmap = load(HERE / "maps/undercut.yaml")
    found = {}
    for direction in ("right", "down"):
        made = sketch(argmap, manner=Manner(layout, direction=direction))
        boxes = made.placed.boxes
        link = made.diagram.links[0]
        upper, lower = boxes[box_id(link.upper)], boxes[box_id(link.lower)]
        found[direction] = (lower[0] >= upper[2], lower[1] >= upper[3])
    assert found == {"right": (True, False), "down": (False, True)}
    assert draw(argmap, manner=Manner(layout, direction="right")) != draw(
        argmap, manner=Manner(layout, direction="down")
    )


def test_there_are_two_directions():
    from argmap.drawing import renderer, verify  # noqa: PLC0415

    with pytest.raises(UnknownName, match="did you mean 'right'"):
        verify(Manner(direction="rigth"), renderer("svg"))
