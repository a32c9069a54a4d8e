"""What a picture shows: everything in the map, once in full, whatever the map."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from drawing_lots import maps
from hypothesis import given

from argmap.graph import Graph
from argmap.loading import load
from argmap.picture.diagramming import diagram
from argmap.picture.homing import homes

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "tests/maps").glob("*.yaml"), *(ROOT / "arguments").glob("*.yaml")])
assert FILES


def of(name):
    return load(ROOT / "tests/maps" / f"{name}.yaml")


def check(argmap):
    """Assert that a diagram is a forest that holds all of a map, and its shared form as well."""
    drawn = diagram(argmap)
    full = Counter(box.claim for box in drawn.boxes if box.role not in ("see", "question"))
    assert full == dict.fromkeys(argmap.claims, 1)
    known = {box.key for box in drawn.boxes} | {joint.key for joint in drawn.joints}
    assert len(known) == len(drawn.boxes) + len(drawn.joints)
    assert {end for link in drawn.links for end in (link.upper, link.lower)} <= known
    above = {link.lower: link.upper for link in drawn.links}
    assert len(above) == len(drawn.links), "a box hangs from one other at most"
    for lower in above:
        key, steps = lower, 0
        while key in above and steps <= len(above):
            key, steps = above[key], steps + 1
        assert steps <= len(above), "nothing hangs from itself"
    shown = Counter(link.sign for link in drawn.links if not link.part)
    polarities = Counter(one.polarity for one in argmap.arguments.values())
    assert shown["support"] + shown["warrant"] == polarities["support"]
    assert shown["attack"] + shown["undercut"] == polarities["attack"]
    for box in drawn.boxes:
        if box.role == "see":
            assert box.href in argmap.claims and box.letter
    shared = diagram(argmap, shared=True)
    assert [box.claim for box in shared.boxes if box.role != "question"] == [
        *dict.fromkeys(box.claim for box in shared.boxes if box.role != "question")
    ]
    assert len(shared.links) == len(drawn.links)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_all_of_a_map_is_shown_once(path):
    check(load(path))


@given(maps())
def test_all_of_any_map_is_shown_once(argmap):
    check(argmap)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_claims_are_drawn_where_the_file_writes_them(path):
    argmap = load(path)
    written = []

    def walk(part):
        if isinstance(part, dict):
            if "id" in part and "text" in part:
                written.append(part["id"])
            for one in part.values():
                walk(one)
        elif isinstance(part, list):
            for one in part:
                walk(one)

    tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    roots = {
        one.get("id")
        for one in [tree.get("thesis"), *tree.get("options", [])]
        if isinstance(one, dict)
    }
    walk({key: tree.get(key) for key in ("thesis", "options")})
    home = homes(Graph(argmap))
    for key in written:
        assert (key in home) != (key in roots)


def test_a_reference_before_the_claim_points_forward():
    argmap = of("every-sign")
    drawn = {box.key: box for box in diagram(argmap).boxes}
    assert drawn["other-things.2"].role == "see" and drawn["other-things"].sign == "attack"
    assert drawn["other-things"].letter == "B" and drawn["other-things.2"].letter == "see B"


def test_what_several_options_share_is_a_tree_of_its_own():
    argmap = load(ROOT / "arguments/five-options.yaml")
    drawn = {box.key: box for box in diagram(argmap).boxes}
    assert drawn["willing-partners"].role == "loose"
    assert drawn["share-intel-secret"].heading == "Option 1"
    assert next(iter(drawn.values())).role == "question"


def test_roles_signs_and_words():
    argmap = of("every-sign")
    drawn = diagram(argmap)
    boxes = {box.key: box for box in drawn.boxes}
    assert boxes["uniforms"].role == "thesis"
    assert boxes["spending"].role == "main" and boxes["spending"].badge.startswith("Families")
    assert boxes["cheaper"].joined == "and" and boxes["cheaper"].states == ("in most cases",)
    assert boxes["bullying"].states == ("open",) and boxes["other-things"].states == ("conceded",)
    assert boxes["spending"].mark == "[2] ¶4.2; [1]" and boxes["spending"].href == ""
    assert boxes["uniforms"].href == "https://example.org/handbook"
    assert {box.role for box in drawn.boxes} >= {"thesis", "main", "reason", "warrant", "see"}
    assert {box.sign for box in drawn.boxes} == {"", "support", "attack", "undercut", "warrant"}
    assert [key for key, _ in drawn.legend] == [
        "support", "attack", "linked", "warrant", "undercut", "see", "badge", "mark",
    ]  # fmt: skip
    assert boxes["spending"].name == (
        "Together with others, a reason for “Uniforms” (Families whose children go there): "
        "Spending. Families spend a good deal on clothes for school. "
        "Source: Lind et al. 2025, para. 4, item 2. Source: Ruiz 2024."
    )


def test_only_signs_that_occur_are_explained():
    assert [key for key, _ in diagram(of("smallest")).legend] == ["support", "attack"]


def test_words_are_those_of_the_reader():
    drawn = diagram(of("every-sign"), language="es")
    assert next(box for box in drawn.boxes if box.role == "warrant").heading == "Garantía"
    assert drawn.language == "es"


def test_long_names_of_others_are_shortened_and_nothing_else_is():
    argmap = of("smallest")
    thesis = argmap.claims[argmap.thesis]
    long = replace(thesis, text="word " * 5000)
    drawn = diagram(replace(argmap, claims={**argmap.claims, thesis.id: long}))
    assert drawn.boxes[0].text == long.text
    assert max(len(box.name) for box in drawn.boxes[1:]) < 400
