"""Parts of maps: what is drawn, what is folded away where, and that nothing is lost.

`parts/uniforms.depth=2.txt` says what a picture of that part of `uniforms.yaml` shows;
`pytest --update` writes it anew.
"""

import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import pytest
from drawing_lots import HOSTILE, maps
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing import Manner, draw, sketch
from argmap.errors import UnknownName
from argmap.graph import Graph
from argmap.loading import load
from argmap.model import ArgMap, Argument, Claim
from argmap.picture.cropping import cut
from argmap.picture.diagramming import diagram
from argmap.picture.scoping import SIDES, Scope

HERE = Path(__file__).parent
EXPECTED = sorted((HERE / "parts").glob("*=*.txt"))
MAPS = sorted([*(HERE / "maps").glob("*.yaml"), *(HERE.parent / "arguments").glob("*.yaml")])
assert len(EXPECTED) > 9 and MAPS


def scope(words):
    """Return the scope that the name of a file tells."""
    pairs = dict(one.split("=") for one in words.split(","))
    folded = tuple(one for one in pairs.pop("collapse", "").split("+") if one)
    return Scope(**pairs | {"depth": int(pairs.get("depth", 0))}, collapse=folded)


def told(drawn):
    """Return what a diagram shows as indented lines."""
    above = {link.lower: link for link in drawn.links}
    boxes = {box.key: box for box in drawn.boxes} | {joint.key: joint for joint in drawn.joints}
    yield from (f"> {one.sign or 'top'} {one.claim}" for one in drawn.crumbs)
    if drawn.elsewhere:
        yield f"({drawn.elsewhere})"

    def below(key, depth):
        box, link = boxes[key], above.get(key)
        sign = "part" if link and link.part else (link.sign if link else "")
        text = getattr(box, "folded", None)
        fold = f"  [{text.text}]" if text else ""
        role = getattr(box, "role", "joint")
        yield f"{'  ' * depth}{f'{sign} ' if sign else ''}{role} {getattr(box, 'claim', '')}{fold}"
        for other in drawn.links:
            if other.upper == key:
                yield from below(other.lower, depth + 1)

    for key in boxes:
        if key not in above:
            yield from below(key, 0)


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_what_is_expected(path, snapshot):
    name, _, words = path.stem.partition(".")
    found = [one for one in (HERE / "parts", HERE / "maps") if (one / f"{name}.yaml").is_file()]
    argmap = load(found[0] / f"{name}.yaml")
    drawn = diagram(argmap, part=cut(argmap, scope(words)))
    snapshot(path, "".join(f"{line}\n" for line in told(drawn)))


@st.composite
def scopes(draw, argmap):
    """Return a scope that a map knows."""
    claims = st.sampled_from(list(argmap.claims))
    whose = sorted({one.stakeholder for one in argmap.claims.values()} | {""})
    tags = sorted({tag for one in argmap.claims.values() for tag in one.tags} | {""})
    bases = sorted({one.criterion for one in argmap.arguments.values()} | {""})
    return Scope(
        focus=draw(st.just("") | claims),
        depth=draw(st.integers(0, 3)),
        side=draw(st.sampled_from(["", "", *SIDES])),
        stakeholder=draw(st.just("") | st.sampled_from(whose)),
        criterion=draw(st.just("") | st.sampled_from(bases)),
        tag=draw(st.just("") | st.sampled_from(tags)),
        collapse=tuple(draw(st.lists(claims, max_size=2, unique=True))),
    )


def check(argmap, wanted):
    """Assert that each claim is drawn in full once, or counted in one place, and no other."""
    part = cut(argmap, wanted)
    drawn = diagram(argmap, part=part)
    full = Counter(box.claim for box in drawn.boxes if box.role not in ("see", "question"))
    assert full == dict.fromkeys(part.map.claims, 1)
    counted = sum(fold.pro + fold.con for fold in part.folds.values())
    assert len(full) + counted + part.elsewhere == len(argmap.claims)
    assert set(part.folds) <= set(full)
    assert {box.claim for box in drawn.boxes if box.folded} == set(part.folds)
    for one in part.map.arguments.values():
        assert {*one.premises} <= set(part.map.claims)
        assert one.conclusion in part.map.claims or one.conclusion in part.map.arguments
    if not wanted.focus:
        assert set(argmap.roots) <= set(full)
        below = frozenset().union(*(Graph(argmap).below(root) for root in argmap.roots))
        if wanted.depth and not any(
            (wanted.side, wanted.stakeholder, wanted.criterion, wanted.tag)
        ):
            assert part.elsewhere == 0 or not below


@given(maps(), st.data())
def test_nothing_is_lost_of_any_map(argmap, data):
    check(argmap, data.draw(scopes(argmap)))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_nothing_is_lost(path):
    argmap = load(path)
    claims = list(argmap.claims)
    wanted = [Scope(depth=n) for n in (1, 2, 3)] + [Scope(focus=one) for one in claims[::7]]
    wanted += [Scope(side=side, depth=n) for side in SIDES for n in (0, 2)]
    wanted += [Scope(stakeholder=one) for one in argmap.stakeholders]
    wanted += [Scope(criterion=one.id) for one in argmap.criteria]
    wanted += [Scope(collapse=tuple(claims[::5]))]
    for one in wanted:
        check(argmap, one)


def test_a_scope_of_nothing_is_the_whole_map():
    argmap = load(HERE / "maps/every-sign.yaml")
    assert cut(argmap, Scope()).map is argmap
    assert sketch(argmap).dot == sketch(argmap, manner=Manner(scope=Scope())).dot


def test_what_a_scope_says_is_in_the_stamp():
    argmap = load(HERE / "parts/uniforms.yaml")
    wanted = [scope(path.stem.partition(".")[2]) for path in EXPECTED if "uniforms" in path.name]
    stamps = {sketch(argmap, manner=Manner(scope=one)).stamp for one in wanted}
    assert len(stamps | {sketch(argmap).stamp}) == len(wanted) + 1


@pytest.mark.parametrize(
    "wanted",
    [
        Scope(focus="cheape"),
        Scope(collapse=("cheaper", "nothing")),
        Scope(side="left"),
        Scope(stakeholder="shool"),
        Scope(criterion="cost"),
        Scope(tag="mony"),
    ],
)
def test_what_there_is_not_is_said(wanted):
    argmap = load(HERE / "parts/uniforms.yaml")
    with pytest.raises(UnknownName, match=r"did you mean|there are"):
        cut(argmap, wanted)


def test_each_scope_has_a_name_that_any_file_can_have():
    wanted = [Scope(tag=text) for text in HOSTILE] + [Scope(focus=text) for text in HOSTILE]
    wanted += [Scope(collapse=one) for one in (("a", "b"), ("a-b",), ("a", "b", "c"), ("a-b", "c"))]
    wanted += [Scope(collapse=tuple(f"claim-{n}" for n in range(99)))]
    names = {one.name for one in dict.fromkeys(wanted)}
    assert len(names) == len(dict.fromkeys(wanted))
    for name in names:
        assert len(name) <= 70 and name.isascii() and not set(name) & set('/\\:*?"<>| ')


@pytest.mark.parametrize("words", ["depth=1", "focus=mid,depth=1", "side=con"])
@pytest.mark.parametrize("layout", ["tree", "dot"])
def test_a_hostile_text_is_a_text_in_a_part_as_well(words, layout):
    evil = '</text></svg><script>alert(1)</script>" onload="x" \\N \x00 & \'x\''
    claims = {key: Claim(id=key, text=evil, label=evil) for key in ("top", "mid", "low")}
    arguments = {
        "a": Argument(id="a", premises=("mid",), conclusion="top", polarity="attack"),
        "b": Argument(id="b", premises=("low",), conclusion="mid"),
    }
    argmap = ArgMap(title=evil, claims=claims, arguments=arguments, thesis="top")
    root = ET.fromstring(draw(argmap, manner=Manner(layout, scope=scope(words))))
    names = {one.tag.rpartition("}")[2] for one in root.iter()}
    assert "script" not in names and len(names) > 5
    assert not any(key.startswith("on") for one in root.iter() for key in one.attrib)


def test_the_way_to_the_focus_and_the_folds_are_read_out():
    argmap = load(HERE / "parts/uniforms.yaml")
    drawn = draw(argmap, language="es", manner=Manner(scope=Scope(focus="cheaper", depth=1)))
    assert "El camino desde arriba: Our school should require uniforms. › " in drawn
    assert "Fuera de esta parte del mapa: 8 afirmaciones." in drawn
    assert "Plegado: 1 afirmación." in drawn
    assert "Plegado aquí: 1 razón en contra." in drawn
    assert draw(argmap, manner=Manner(scope=Scope(depth=1))).count("+ 3 reasons, − 1<") == 1


def test_a_deep_map_is_cut_without_recursion():
    many = 3000
    claims = {f"c{n}": Claim(id=f"c{n}", text="A.") for n in range(many)}
    arguments = {
        f"a{n}": Argument(
            id=f"a{n}", premises=(f"c{n}",), conclusion=f"c{n - 1}", polarity="attack"
        )
        for n in range(1, many)
    }
    argmap = ArgMap(title="Deep", claims=claims, arguments=arguments, thesis="c0")
    part = cut(argmap, Scope(depth=1))
    assert part.folds["c1"].pro + part.folds["c1"].con == many - 2
    assert len(cut(argmap, Scope(focus=f"c{many - 1}")).path) == many
