"""Carneades: its files are read, its verdicts reproduced, and its faults told with their places."""

import os
from pathlib import Path

import pytest

from argmap.converting import read, write
from argmap.evaluating import evaluate
from argmap.problems import Severity

HERE = Path(__file__).parent / "formats" / "carneades"
CORPORA = os.environ.get("ARGMAP_CORPORA")


def verdicts_hold(path):
    """Hold the labels of a file against what it expects; return how many it expects."""
    found = read(path.read_text(encoding="utf-8"), str(path), "carneades")
    assert not [one for one in found.problems if one.severity is Severity.ERROR]
    if found.map.expect is None:
        return 0
    labels = evaluate(found.map, "carneades", support="carneades").labels
    tests = found.map.expect.labels["carneades"]
    expected = {
        **dict.fromkeys(tests.accepted, "in"),
        **dict.fromkeys(tests.rejected, "out"),
        **dict.fromkeys(tests.undecided, "undecided"),
    }
    assert {key: labels[key] for key in expected} == expected
    return len(expected)


def test_every_way_to_weigh():
    assert verdicts_hold(HERE / "weighings.yml") == 21


@pytest.mark.skipif(not CORPORA, reason="ARGMAP_CORPORA is not set")
def test_the_labels_that_published_files_expect():
    files = sorted(Path(CORPORA, "carneades").glob("*.yml"))
    assert files
    assert sum(map(verdicts_hold, files)) > 90


@pytest.mark.skipif(not CORPORA, reason="ARGMAP_CORPORA is not set")
def test_published_files_survive_json():
    for path in sorted(Path(CORPORA, "carneades").glob("*.yml")):
        before = read(path.read_text(encoding="utf-8"), str(path)).map
        after = read(write(before, "x.json").text, "x.json").map
        assert evaluate(after, "carneades").labels == evaluate(before, "carneades").labels


@pytest.mark.parametrize("name", ["faulty", "wrong-types"])
def test_faults_are_told_with_their_places(name, snapshot):
    path = HERE / f"{name}.yml"
    found = read(path.read_text(encoding="utf-8"), path.name)
    said = [f"{p.span.line}:{p.span.column}: {p.code} {p.message}\n" for p in found.problems]
    snapshot(path.with_suffix(".out"), "".join(said))


def test_a_file_that_is_no_yaml():
    found = read("statements: {p: [}\narguments: *a\n", "x.yml", "carneades")
    assert found.problems


def test_what_the_map_has():
    argmap = read((HERE / "weighings.yml").read_text(encoding="utf-8"), "w.yml").map
    assert argmap.title == "Weighings"
    assert argmap.claims["price-volvo-high"].text == "The price of volvo is high."
    assert argmap.claims["price-volvo-high"].extra["x-id"] == "price(volvo, high)"
    assert argmap.arguments["a3"].extra["x-roles"] == {"major": "in1", "minor": "out1"}
    assert argmap.arguments["tie.attacks.not-tie"].extra == {"x-issue": "i9"}
    assert [argmap.claims[key].text for key in argmap.arguments["a4"].premises] == [
        "Taken for granted."
    ]
    assert evaluate(argmap).labels["out1"] == "out"
