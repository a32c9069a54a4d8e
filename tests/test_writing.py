"""Maps as YAML: what is written is what is read, and it looks as a person would write it."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from drawing_lots import HOSTILE, TEXTS, documents, maps
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.building import build
from argmap.errors import Unsupported
from argmap.exchange.inscribing import inscribe
from argmap.exchange.writing import SCHEMA_ID, write
from argmap.loading import document
from argmap.model import ArgMap, Argument, Claim, Source
from argmap.tree import MapFile

HERE = Path(__file__).parent
LOADERS = [yaml.SafeLoader, yaml.CSafeLoader]


def read(text, included=None):
    """Read with the widest idea of what is no text: a date, `yes` and `12:30` must be quoted."""
    return build(MapFile.model_validate(yaml.load(text, yaml.CSafeLoader)), included).map


def mapping(*claims, **more):
    return ArgMap(title="T", claims={one.id: one for one in claims}, **more)


def linked(*arguments):
    return {one.id: one for one in arguments}


def chain(length):
    claims = [Claim(id=f"c{n}", text=f"Claim {n}.") for n in range(length)]
    steps = [
        Argument(id=f"c{n + 1}.supports.c{n}", premises=(f"c{n + 1}",), conclusion=f"c{n}")
        for n in range(length - 1)
    ]
    return mapping(*claims, arguments=linked(*steps), thesis="c0")


def undercuts(height, c="c"):
    """Return a map in which an undercut is undercut, and so on."""
    claims = [Claim(id=f"{c}{n}", text=f"Claim {c}{n}.") for n in range(height + 2)]
    steps = [Argument(id=f"{c}1.supports.{c}0", premises=(f"{c}1",), conclusion=f"{c}0")]
    for n in range(2, height + 2):
        last = steps[-1].id
        name = f"{c}{n}.attacks.{last}"
        steps.append(Argument(id=name, premises=(f"{c}{n}",), conclusion=last, polarity="attack"))
    return mapping(*claims, arguments=linked(*steps), thesis=f"{c}0")


def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(depth, inner), default=0)


NUMBERS = """
0 1 -1 +1 01 0.5 .5 1. -.5 1e3 1.5e+3 1_000 1,000 0x1F 0o17 0b101 017 12:30 190:20:30
1:2:3.4 .inf -.inf +.INF .nan .NaN 2025-11-22 2025-1-2 2025-11-22T12:30:00Z 3-7 1-2-3 ~ = << yes Yes
YES no on off y N true null Null -
"""  # and all that YAML 1.1 reads as something else than a text


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("text", [*HOSTILE, *NUMBERS.split(), "2025-11-22 12:30:00 +1"])
def test_every_text_is_read_back(loader, text):
    held = {"k": text, "l": [text, [text]], "cite": [{"a": text, text: 1}], text: "v"}
    assert yaml.load(inscribe(held), loader) == held
    assert document(inscribe({"argmap": 1, "title": text})).map.title == text


@settings(max_examples=150)
@given(TEXTS, st.integers(0, 30))
def test_texts_at_random_are_read_back_however_deep(text, deep):
    held = text
    for _ in range(deep):
        held = {"k": [held]}
    held = {"k": held, "x": 0.1, "tags": [text, text], text: text}
    for loader in LOADERS:
        assert yaml.load(inscribe(held), loader) == held


@pytest.mark.parametrize(
    "number", [0, 1.5, -2.0, 1e-7, 1e22, 0.1 + 0.2, 1.2345678901234567e-4, 10**17]
)
def test_every_number_is_read_back(number):
    for loader in LOADERS:
        assert yaml.load(inscribe({"k": number}), loader) == {"k": number}


@settings(max_examples=150)
@given(maps())
def test_what_was_written_is_read_as_the_same_map(argmap):
    written = write(argmap)
    assert written.lost == ()
    found = document(written.text)
    assert found.problems == ()
    assert found.map == argmap == read(written.text)
    assert write(found.map).text == written.text


OTHER = mapping(
    Claim(id="a", text="A.", stakeholder="us"),
    Claim(id="b", text="B."),
    arguments=linked(Argument(id="b.supports.a", premises=("b",), conclusion="a")),
    stakeholders={"us": "United States"},
    sources={"s": Source(title="S")},
)


@settings(max_examples=150)
@given(documents())
def test_documents_keep_all_that_they_say(drawn):
    criteria = {one["id"]: one for one in drawn.pop("criteria", ())}
    drawn["criteria"] = list(criteria.values())
    included = dict.fromkeys(drawn.get("include", ()), OTHER) | {"truth": OTHER}
    drawn["include"] = dict.fromkeys(included, "other.yaml")
    before = build(MapFile.model_validate(drawn), included).map
    written = write(before)
    found = read(written.text, included)
    told = " ".join(one.message for one in written.lost)
    if "nothing refers to it" in told:
        assert found.claims.keys() < before.claims.keys()
    elif "no plain data" not in told:
        assert (found, told) == (before, "")


@pytest.mark.parametrize(
    "path", sorted((HERE / "writing").glob("*.yaml")), ids=lambda path: path.stem
)
def test_a_file_in_the_canonical_layout_stays_as_it_is(path):
    text = path.read_text("utf-8")
    assert write(read(text), path).text == text


def test_there_are_files_in_the_canonical_layout():
    assert sorted((HERE / "writing").glob("*.yaml"))


def test_a_long_chain_goes_on_under_claims():
    argmap = chain(3000)
    written = write(argmap)
    assert depth(yaml.load(written.text, yaml.CSafeLoader)) < 40
    assert (document(written.text).map, written.lost) == (argmap, ())


@pytest.mark.parametrize("height", [1, 12, 25])
def test_undercuts_of_undercuts_stand_in_each_other(height):
    argmap = undercuts(height)
    written = write(argmap)
    assert depth(yaml.load(written.text, yaml.CSafeLoader)) <= 64
    assert (document(written.text).map, written.lost) == (argmap, ())


def test_undercuts_too_deep_for_a_file_are_told():
    written = write(undercuts(60))
    assert depth(yaml.load(written.text, yaml.CSafeLoader)) <= 64
    found = document(written.text).map
    assert len(found.claims) == 62
    (told,) = written.lost
    assert f"{61 - len(found.arguments)} arguments" in told.message


def test_tall_undercuts_deep_in_a_tree_go_under_claims():
    deep, tall = chain(12), undercuts(20, "d")
    joint = Argument(id="d0.supports.c11", premises=("d0",), conclusion="c11")
    argmap = replace(
        deep,
        claims={**deep.claims, **tall.claims},
        arguments={**deep.arguments, **linked(joint), **tall.arguments},
    )
    written = write(argmap)
    assert depth(yaml.load(written.text, yaml.CSafeLoader)) <= 64
    assert (document(written.text).map, written.lost) == (argmap, ())


def test_claims_in_a_circle_are_written_once():
    claims = [Claim(id=key, text=f"{key}.") for key in "abc"]
    steps = [
        Argument(id=f"{one}.supports.{other}", premises=(one,), conclusion=other)
        for one, other in ("ab", "bc", "ca")
    ]
    argmap = mapping(*claims, arguments=linked(*steps))
    written = write(argmap)
    assert read(written.text) == argmap
    assert written.text.count("text:") == 3 and written.text.count("ref: ") == 1


def test_an_id_is_written_only_where_it_is_needed():
    claims = [Claim(id="it-rains", text="It rains."), Claim(id="wet", text="It is wet.")]
    argmap = mapping(*claims, options=("it-rains", "wet"))
    text = write(argmap).text
    assert "- It rains." in text and "id: wet" in text
    assert "id: it-rains" in write(replace(argmap, options=("it-rains", "it-rains"))).text


def test_support_for_a_claim_of_an_included_map_hangs_on_the_reference():
    text = """argmap: 1
title: T
include: {truth: other.yaml}
thesis: {ref: truth/a, support: [It rains., {ref: truth/b}], attack: [{ref: truth/a}]}
"""
    before = read(text, {"truth": OTHER})
    written = write(before)
    assert written.lost == ()
    assert "text: A." not in written.text and "truth/s" not in written.text
    assert read(written.text, {"truth": OTHER}) == before


@pytest.mark.parametrize(
    ("argmap", "message"),
    [
        (ArgMap(), "no title"),
        (mapping(Claim(id="a b", text="A.")), "'a b' (now 'a-b')"),
        (mapping(Claim(id="truth/a", text="A.")), "'truth/a' (now 'truth-a')"),
        (mapping(Claim(id="a", text="")), "claim a without a text"),
        (
            mapping(
                Claim(id="a", text="A."),
                arguments=linked(Argument(id="a/b", premises=("a",), conclusion="a")),
            ),
            "the id of argument a/b",
        ),
        (
            mapping(
                Claim(id="a", text="A."),
                arguments=linked(Argument(id="b", premises=("nope",), conclusion="a")),
            ),
            "argument b left out",
        ),
        (
            mapping(Claim(id="truth/a", text="A."), include={"truth": "other.yaml"}),
            "claim truth/a of an included map left out",
        ),
        (mapping(extra={"x-a": {1, 2}, "x-b": "c"}), "key 'x-a'"),
        (mapping(translations={"es": {("claim", "nope", "text"): "A."}}), "text nope"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_file_cannot_hold_is_told(argmap, message):
    written = write(argmap)
    assert any(message in one.message for one in written.lost), written.lost
    read(written.text)


def test_renamed_claims_stay_linked():
    claims = [Claim(id="a b", text="A.", confidence=0.0), Claim(id="a-b", text="B.")]
    step = Argument(id="x", premises=("a b",), conclusion="a-b", answers={"q": "a b"})
    found = read(write(mapping(*claims, arguments=linked(step), thesis="a-b")).text)
    assert found.arguments["x"].premises == ("a-b-2",)
    assert found.arguments["x"].answers == {"q": "a-b-2"}
    assert found.claims["a-b-2"] == replace(claims[0], id="a-b-2")


def test_what_is_no_map_is_refused():
    with pytest.raises(Unsupported, match="kind"):
        write(mapping(Claim(id="a", text="A.", kind="hearsay")))
    deep = {}
    for _ in range(70):
        deep = {"k": deep}
    with pytest.raises(Unsupported, match="deep"):
        write(mapping(extra={"x-deep": deep}))


def test_the_first_line_leads_to_the_schema(tmp_path):
    argmap = mapping()
    assert write(argmap).text.startswith(f"# yaml-language-server: $schema={SCHEMA_ID}\n")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "argmap.schema.json").write_text("{}")
    first = write(argmap, tmp_path / "maps" / "a.yaml").text.partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../schemas/argmap.schema.json"
