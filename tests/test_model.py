"""The model: what is written in a file is strict, and a map can be handed to other programs."""

import io

import pytest
from pydantic import ValidationError

from argmap.model import ArgMap, Argument, Citation, Claim, Criterion, Impact

networkx = pytest.importorskip("networkx")
MAP = ArgMap(
    title="Rain",
    claims={
        "wet": Claim(id="wet", text="It is wet.", label="Wet", confidence=0.0, conceded=True),
        "rain": Claim(id="rain", text="It rains.", tags=("weather",)),
        "dry": Claim(id="dry", text="The rain falls elsewhere."),
    },
    arguments={
        "rain.supports.wet": Argument(
            id="rain.supports.wet", premises=("rain", "rain"), conclusion="wet", strength=0.5
        ),
        "u": Argument(id="u", premises=("dry",), conclusion="rain.supports.wet", polarity="attack"),
    },
)


def test_claims_and_arguments_are_nodes():
    graph = MAP.to_networkx()
    assert graph.nodes["wet"] == {
        "type": "claim", "text": "It is wet.", "label": "Wet", "confidence": 0.0, "conceded": True,
    }  # fmt: skip
    assert graph.nodes["u"] == {"type": "argument", "polarity": "attack"}
    assert sorted(graph.edges) == [
        ("dry", "u"),
        ("rain", "rain.supports.wet"),
        ("rain.supports.wet", "wet"),
        ("u", "rain.supports.wet"),
    ]
    assert graph.edges["u", "rain.supports.wet"] == {"role": "conclusion", "polarity": "attack"}
    assert graph.graph == {"title": "Rain"}


def test_what_networkx_gets_it_can_write():
    networkx.write_graphml(MAP.to_networkx(), io.BytesIO())


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        (Citation, {"source": "a", "page": None}),
        (Citation, {"source": "a", "paragraph": True}),
        (Citation, {"source": "a", "pg": 1}),
        (Criterion, {"id": "a", "text": "A", "weight": float("inf")}),
        (Impact, {"magnitude": float("nan")}),
    ],
)
def test_slips_are_refused(kind, given):
    with pytest.raises(ValidationError):
        kind(**given)


def test_whole_numbers_may_have_a_point():
    assert Citation(source="a", paragraph=3.0).paragraph == 3
    assert Citation(source="a", **{"x-own": None}).page is None
