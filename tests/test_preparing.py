"""Hand-outs: what is expected of each stands in `handouts/`, and laws hold for all of them.

`handouts/bells.brief.side=pro.md` is the brief of `handouts/bells.yaml` with that option, all its
sheets one after the other; `pytest --update` writes it anew.
"""

import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.classroom.blanking import gaps
from argmap.classroom.pages import Box, Heading, Lines, Listing, plain, text_of
from argmap.classroom.requesting import request
from argmap.classroom.sides import case, names, replies, tactic
from argmap.classroom.telling import numbers, tell
from argmap.errors import UnknownName, Unsupported
from argmap.graph import Graph
from argmap.loading import load
from argmap.model import ArgMap, Argument, Claim
from argmap.preparing import handouts, prepare
from argmap.printing import paper, papers

HERE = Path(__file__).parent
EXPECTED = sorted((HERE / "handouts").glob("*.*.md"))
TEXTUAL = [one for one in papers().values() if one.name != "word"]  # see test_word.py
MAPS = sorted([*(HERE / "handouts").glob("*.yaml"), *(HERE / "maps").glob("*.yaml")])
ARGUMENTS = sorted((HERE.parent / "arguments").glob("*.yaml"))
assert EXPECTED and MAPS and ARGUMENTS

WORDS = {
    path.name: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    for path in sorted((HERE.parent / "argmap" / "words").glob("handouts.*.yaml"))
}
OFFENCE_FIRST = ["turn", "outweigh", "rebut", "undercut", "nonunique", "mitigate"]


def named(path):
    return path.name


@pytest.mark.parametrize("path", EXPECTED, ids=named)
def test_what_is_expected(path, snapshot):
    stem, kind, *options = path.name.removesuffix(".md").split(".", 2)
    given = dict(one.split("=") for one in options[0].split(",")) if options else {}
    typed = {key: yaml.safe_load(value) for key, value in given.items()}
    language = typed.pop("lang", "")
    sheets = prepare(kind, load(path.with_name(f"{stem}.yaml")), language=language, **typed)
    snapshot(path, "\n".join(paper("markdown").write(sheet) for sheet in sheets))


@pytest.mark.parametrize("kind", handouts())
@pytest.mark.parametrize("path", [*MAPS, *ARGUMENTS], ids=named)
def test_every_map_gives_every_hand_out(path, kind):
    argmap = load(path)
    for language in ("en", "es"):
        sheets = prepare(kind, argmap, language=language)
        assert sheets == prepare(kind, argmap, language=language)
        assert len({sheet.name for sheet in sheets}) == len(sheets)
        for sheet in sheets:
            assert "PRIVATE" not in text_of(sheet.blocks)
            for one in TEXTUAL:
                assert "PRIVATE" not in one.write(sheet)


@pytest.mark.parametrize("path", [*MAPS, *ARGUMENTS], ids=named)
def test_an_outline_tells_every_claim_once_and_points_to_places_that_exist(path):
    argmap = load(path)
    (sheet,) = prepare("outline", argmap)
    said = " ".join(text_of(sheet.blocks).split())
    for claim in argmap.claims.values():
        assert " ".join(claim.text.split()) in said, claim.id
    page = paper("html").write(sheet)
    anchors = re.findall(r'id="(n-[^"]+)"', page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(anchors)


@pytest.mark.parametrize("path", [*MAPS, *ARGUMENTS], ids=named)
def test_headings_go_down_one_level_at_a_time(path):
    for kind in handouts():
        for sheet in prepare(kind, load(path)):
            levels = [1] + [block.level for block in sheet.blocks if isinstance(block, Heading)]
            assert all(b <= a + 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("path", [*MAPS, *ARGUMENTS], ids=named)
@pytest.mark.parametrize("blanks", ["claims", "reasons", "attacks", "signs", "all"])
@pytest.mark.parametrize("level", ["medium", "hard"])
def test_a_worksheet_holds_no_answer_and_its_key_all_of_them(path, blanks, level):
    argmap = load(path)
    try:
        sheet, key = prepare(
            "worksheet", argmap, blanks=blanks, share=0.6, level=level, seed=len(blanks)
        )
    except Unsupported:
        assert blanks in ("attacks", "signs") or len(argmap.claims) < 5
        return
    assert key.key and not sheet.key
    hidden, unsigned = gaps(request(argmap), tell(Graph(argmap), cap=6), blanks, 0.6, len(blanks))
    answers = " ".join(text_of(key.blocks).split())
    for one in TEXTUAL:
        written = squeezed(one.write(sheet))
        for claim in (argmap.claims[name] for name in hidden):
            assert squeezed(claim.text).strip(" .") not in written, claim.id
            if squeezed(claim.label) and not told_elsewhere(argmap, claim):
                assert squeezed(claim.label) not in written, claim.id
    assert all(" ".join(argmap.claims[name].text.split()) in answers for name in hidden)
    points = plain(next(b.content for b in sheet.blocks if "______" in text_of([b])))
    assert points.endswith(f" {len(hidden) + len(unsigned)}")
    assert len(key.blocks[0].items) == len(hidden) + len(unsigned)


def squeezed(text):
    return " ".join(text.split()).casefold()


def told_elsewhere(argmap, claim):
    """Return whether a label stands in other words of the map that a worksheet may show."""
    others = [argmap.title, argmap.question, *argmap.definitions, *argmap.definitions.values()]
    others += [str(vars(source)) for source in argmap.sources.values()]
    others += [text for one in argmap.claims.values() if one.id != claim.id
               for text in (one.text, one.by, one.qualifier)]  # fmt: skip
    others += [*argmap.stakeholders.values(), *WORDS["handouts.en.yaml"].values()]
    return any(squeezed(claim.label) in squeezed(text) for text in others)


def test_where_signs_are_missing_neither_order_nor_marks_tell_them():
    claims = {key: Claim(id=key, text=f"Claim {key} is so.") for key in "rabcdefgh"}
    arguments = {
        key: Argument(
            id=f"{key}>r", premises=(key,), conclusion="r",
            polarity="support" if key < "e" else "attack", tactic=None if key < "e" else "turn",
        )
        for key in "abcdefgh"
    }  # fmt: skip
    argmap = ArgMap(
        title="T", claims=claims, arguments={one.id: one for one in arguments.values()}, thesis="r"
    )
    orders = set()
    for seed in range(20):
        sheet, _ = prepare("worksheet", argmap, blanks="signs", share=1, seed=seed)
        said = text_of(sheet.blocks)
        assert "turn" not in said.split("The map")[1]
        orders.add("".join(re.findall(r"Claim ([a-h]) is so", said)))
    assert len(orders) > 15
    assert any(order.index("h") < order.index("a") for order in orders)


def test_the_same_seed_is_the_same_sheet_for_good():
    argmap = load(HERE / "handouts" / "bells.yaml")
    found, other = (
        sorted(gaps(request(argmap), tell(Graph(argmap)), "claims", 0.4, seed)[0])
        for seed in (1, 2)
    )
    assert found == ["calm-counts", "late", "less-noise", "one-school", "teachers-end", "watches"]
    assert other != found


def test_worksheet_blanks_lie_apart_while_they_can():
    argmap = load(ARGUMENTS[0])
    hidden, _ = gaps(request(argmap), tell(Graph(argmap)), "claims", 0.25, 3)
    for one in argmap.arguments.values():
        if one.conclusion in hidden:
            assert not hidden & set(one.premises)


def test_every_gap_has_as_much_room_as_any_other():
    for path in ARGUMENTS:
        sheet, _ = prepare("worksheet", load(path), share=0.5)
        assert {block.count for block in below(sheet.blocks) if isinstance(block, Lines)} == {2}


def below(blocks):
    for block in blocks:
        yield block
        match block:
            case Listing():
                for item in block.items:
                    yield from below(item.blocks)
            case Box():
                yield from below(block.blocks)


@pytest.mark.parametrize("path", [*MAPS, *ARGUMENTS], ids=named)
def test_a_brief_answers_everything_or_says_that_it_does_not(path):
    argmap = load(path)
    graph = Graph(argmap)
    for side in names(graph):
        (sheet,) = prepare("brief", argmap, side=side)
        said = text_of(sheet.blocks)
        one = case(graph, side)
        for argument in (*one.ours, *one.theirs):
            assert all(argmap.claims[premise].text.strip() in said for premise in argument.premises)
        for theirs in one.theirs:
            granted = all(argmap.claims[premise].conceded for premise in theirs.premises)
            answers = replies(graph, theirs)
            assert answers or granted or "No answer yet." in said or "sin respuesta" in said
            ranks = [OFFENCE_FIRST.index(tactic(graph, answer)) for answer in answers]
            assert ranks == sorted(ranks)


def test_sides_go_by_many_names():
    graph = Graph(load(HERE / "handouts" / "bells.yaml"))
    assert names(graph) == ("pro", "con", "students")
    for name in ("pro", "AFF", "for", "prop", "a-favor"):
        assert case(graph, name).stance == "pro"
    for name in ("con", "neg", "Against", "opp", "en-contra"):
        assert case(graph, name).stance == "con"
    with pytest.raises(UnknownName, match=r"no side 'left' \(there are: pro, con, students\)"):
        case(graph, "left")


def test_a_map_without_sides_has_no_brief():
    lone = ArgMap(title="T", claims={"a": Claim(id="a", text="It rains.")})
    with pytest.raises(Unsupported, match="no sides"):
        prepare("brief", lone)
    assert prepare("outline", lone)


def test_options_that_options_do_not_have():
    argmap = load(HERE / "handouts" / "bells.yaml")
    with pytest.raises(Unsupported, match="outline has no option 'side'"):
        prepare("outline", argmap, side="pro")
    with pytest.raises(UnknownName, match="no claim 'clam'; did you mean 'calm'"):
        prepare("worksheet", argmap, claim="clam")
    with pytest.raises(Unsupported, match="a share is above 0"):
        prepare("worksheet", argmap, share=0)
    with pytest.raises(UnknownName, match="no language 'xx'"):
        prepare("outline", argmap, language="xx")


def test_word_lists_say_the_same_things():
    assert len(WORDS) > 1
    english = WORDS["handouts.en.yaml"]
    for name, words in WORDS.items():
        assert list(words) == list(english), name
        for key, phrase in words.items():
            assert set(re.findall(r"{(\w+)}", phrase)) == set(re.findall(r"{(\w+)}", english[key]))
        source = (HERE.parent / "argmap" / "words" / name).read_text(encoding="utf-8")
        keys = re.findall(r"^([\w-]+):", source, re.M)
        assert len(keys) == len(set(keys)), name


def test_text_in_another_language_than_the_sheet_is_marked():
    (sheet,) = prepare("outline", load(HERE / "handouts" / "bells.yaml"), language="es")
    page = paper("html").write(sheet)
    assert '<html lang="es"' in page and "Sin timbres los estudiantes" in page
    assert '<span lang="en">Bells are the loudest sound of the school day.</span>' in page
    assert '<span lang="en">Sin timbres' not in page


def test_where_there_are_no_words_in_a_language_the_sheet_is_in_english():
    claims = {"a": Claim(id="a", text="Il pleut.")}
    (sheet,) = prepare("outline", ArgMap(title="Temps", claims=claims, thesis="a", language="fr"))
    page = paper("html").write(sheet)
    assert '<html lang="en"' in page and '<span lang="fr">Il pleut.</span>' in page


ids = st.integers(0, 7).map(lambda number: f"c{number}")


@st.composite
def maps(draw):
    """Maps of any shape: circles, undercuts of undercuts, linked premises, options."""
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"Claim {n} holds.") for n in range(8)}
    arguments = {}
    for number in range(draw(st.integers(0, 14))):
        known = [*claims, *arguments]
        one = Argument(
            id=f"a{number}",
            premises=tuple(draw(st.lists(ids, min_size=1, max_size=3, unique=True))),
            conclusion=draw(st.sampled_from(known)),
            polarity=draw(st.sampled_from(["support", "attack"])),
        )
        arguments[one.id] = one
    thesis = draw(st.sampled_from(["", "c0"]))
    options = draw(st.sampled_from([(), ("c1",), ("c1", "c2"), ("c1", "c2", "c3")]))
    return ArgMap(title="T", claims=claims, arguments=arguments, thesis=thesis, options=options)


@given(maps(), st.sampled_from([0, 1, 2, 5]))
def test_everything_is_told_once(argmap, cap):
    stops = tell(Graph(argmap), cap=cap)
    first = [s.claim for s in stops if s.claim and s.again is None and s.role != "continued"]
    assert sorted(first) == sorted(argmap.claims)
    told = [s.argument for s in stops if s.argument and s.role not in ("premise", "continued")]
    assert sorted(told) == sorted(argmap.arguments)
    places = numbers(stops)
    assert len(set(places)) == len(places)
    assert all(s.depth <= (cap or s.depth) for s in stops)
    for here, stop in enumerate(stops):
        if stop.again is not None:
            assert stops[stop.again].claim == stop.claim and stops[stop.again].again is None
        if stop.parent is not None and stop.role != "continued":
            assert stop.parent < here and stops[stop.parent].depth == stop.depth - 1


@settings(max_examples=60)
@given(maps(), st.integers(0, 3))
def test_any_map_can_be_prepared(argmap, seed):
    for kind in handouts():
        given = {"seed": seed, "blanks": "all"} if kind == "worksheet" else {}
        try:
            sheets = prepare(kind, argmap, **given)
        except Unsupported:
            assert kind != "outline"
            continue
        assert all(one.write(sheet) for sheet in sheets for one in papers().values())


@pytest.mark.parametrize("polarity", ["support", "attack"])
def test_a_map_may_be_deeper_than_the_stack(polarity):
    size = 2000
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"Claim {n} holds.") for n in range(size)}
    arguments = {
        f"a{n}": Argument(
            id=f"a{n}", premises=(f"c{n}",), conclusion=f"c{n - 1}", polarity=polarity
        )
        for n in range(1, size)
    }
    argmap = ArgMap(title="Deep", claims=claims, arguments=arguments, thesis="c0")
    for kind in handouts():
        for sheet in prepare(kind, argmap):
            assert all(one.write(sheet) for one in papers().values())
    (outline,) = prepare("outline", argmap)
    assert f"Claim {size - 1} holds." in text_of(outline.blocks)
