"""The rules on structure against brute force: circles, orphans, refs, of maps made by chance."""

import json
from itertools import pairwise

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.checking import check
from argmap.review.choosing import Settings

IDS = [f"c{number}" for number in range(6)]
REASONS = st.lists(
    st.one_of(
        st.builds(lambda ref: {"ref": ref}, st.sampled_from([*IDS, "no-such-claim"])),
        st.builds(
            lambda refs: {"premises": [{"ref": ref} for ref in refs]},
            st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True),
        ),
    ),
    max_size=2,
)
CLAIM = st.builds(
    lambda support, attack: {"text": "A claim.", "support": support, "attack": attack},
    REASONS,
    REASONS,
)
MAPS = st.builds(
    lambda thesis, claims: {"argmap": 1, "title": "T", "thesis": thesis, "claims": claims},
    CLAIM.map(lambda one: one | {"id": "top"}),
    st.fixed_dictionaries(dict.fromkeys(IDS, CLAIM)),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("maps") / "map.yaml"


def found(path, data, *codes):
    path.write_text(json.dumps(data), encoding="utf-8")
    return check(path, Settings(select=codes))


def edges(data, *keys):
    """Yield (premise, conclusion) for every premise of every reason that is complete."""
    for name, claim in {"top": data["thesis"], **data["claims"]}.items():
        for key in keys:
            for one in claim[key]:
                refs = [one["ref"]] if "ref" in one else [two["ref"] for two in one["premises"]]
                if "no-such-claim" not in refs:
                    yield from ((ref, name) for ref in refs)


@given(data=MAPS)
def test_every_knot_of_supports_is_told_by_a_circle_in_it(path, data):
    graph = networkx.DiGraph((a, b) for a, b in edges(data, "support") if a != b)
    knots = [one for one in networkx.strongly_connected_components(graph) if len(one) > 1]
    told = [one.message.split(": ")[1].split(" → ") for one in found(path, data, "AM104")]
    assert len(told) == len(knots)
    for circle in told:
        assert circle[0] == circle[-1] and len(set(circle)) == len(circle) - 1 > 1
        assert all(graph.has_edge(a, b) for a, b in pairwise(circle))
        knots.remove(next(one for one in knots if set(circle) <= one))


@given(data=MAPS)
def test_every_claim_that_hangs_nowhere_is_told_by_the_top_of_its_branch(path, data):
    graph = networkx.DiGraph(edges(data, "support", "attack"))
    graph.add_nodes_from(["top", *IDS])
    reached = networkx.ancestors(graph, "top")
    loose = {key for key in IDS if key not in reached}
    tops = [one.message.split("'")[1] for one in found(path, data, "AM106")]
    branches = [{top, *networkx.ancestors(graph, top)} for top in tops]
    assert set().union(*branches) & set(IDS) >= loose
    assert set(tops) <= loose
    for top, branch in zip(tops, branches, strict=True):
        assert not any(top in other for other in branches if other is not branch and other > branch)


@given(data=MAPS)
def test_every_ref_to_nothing_is_told(path, data):
    written = json.dumps(data).count("no-such-claim")
    assert len(found(path, data, "AM103")) == written


@given(data=MAPS)
def test_what_is_said_twice_is_told(path, data):
    reasons = [
        (name, key, frozenset(ref for _, ref in _refs(one)))
        for name, claim in {"top": data["thesis"], **data["claims"]}.items()
        for key in ("support", "attack")
        for one in claim[key]
        if one != {"ref": "no-such-claim"}
    ]
    itself = [one for one in reasons if one[0] in one[2]]
    others = [one for one in reasons if one[0] not in one[2]]
    expected = len(itself) + len(others) - len(set(others))
    assert len(found(path, data, "AM105")) == expected


def _refs(one):
    return (
        [("ref", one["ref"])] if "ref" in one else [("ref", two["ref"]) for two in one["premises"]]
    )
