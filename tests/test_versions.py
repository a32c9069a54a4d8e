"""Differences between maps: what is none, what all of them come to, and causes held against all."""

import random
import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from drawing_lots import maps as any_maps
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from argmap.loading import document, load
from argmap.model import ArgMap, Argument, Claim
from argmap.phrasing import phrases
from argmap.versions import blaming
from argmap.versions.blaming import Judge, shown, turns
from argmap.versions.contrasting import contrast, form
from argmap.versions.differing import differences
from argmap.versions.matching import match
from argmap.versions.replaying import Replay
from argmap.versions.retelling import Marked, markdown, terminal

HERE = Path(__file__).parent
REAL = sorted((HERE.parent / "arguments").glob("*.yaml"))
FILES = [*REAL, *sorted((HERE / "maps").glob("*.yaml"))]
assert REAL


def between(old, new):
    return differences(old, new, match(old, new))


@st.composite
def maps(draw, claims=5, arguments=6):
    """Draw a map over a few ids, so that two of them have much in common."""
    ids = draw(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1, max_size=claims))
    shares = st.sampled_from([None, 0.2, 0.9])
    found = {}
    for n in range(draw(st.integers(0, arguments))):
        found[f"s{n}"] = Argument(
            id=f"s{n}",
            premises=tuple(draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2))),
            conclusion=draw(st.sampled_from([*ids, *found])),
            polarity=draw(st.sampled_from(["support", "attack"])),
            strength=draw(shares),
        )
    held = {key: Claim(id=key, text=f"It is {key * 9}.", confidence=draw(shares)) for key in ids}
    return ArgMap(claims=held, arguments=found)


@settings(max_examples=150)
@given(any_maps())
def test_a_map_does_not_differ_from_itself(argmap):
    assert between(argmap, replace(argmap)) == ()
    assert list(terminal(contrast(argmap, argmap), phrases("differences"))) == [
        "The two maps say the same."
    ]


@settings(max_examples=150)
@given(any_maps(), st.randoms(use_true_random=False))
def test_the_order_of_siblings_is_no_difference(argmap, dice):
    def mixed(things):
        return dict(dice.sample(list(things.items()), len(things)))

    other = replace(argmap, claims=mixed(argmap.claims), arguments=mixed(argmap.arguments))
    assert between(argmap, other) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_comments_and_layout_are_no_differences(path):
    old = load(path)
    text = "# nothing but layout\n" + yaml.safe_dump(
        yaml.safe_load(path.read_text(encoding="utf-8")), width=33, default_flow_style=True
    )
    new = document(text, path).map
    assert between(old, new) == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_new_ids_are_names_and_nothing_else(path):
    """Where every claim gets another id, they are all renamed, and nothing else differs."""
    old = load(path)
    texts = [claim.text for claim in old.claims.values()]
    assert len(set(texts)) == len(texts), "a file for this test has each text once"
    new = renamed(old)
    found = between(old, new)
    assert {one.kind for one in found} == {"renamed"}
    assert len(found) == len(old.claims)
    assert contrast(old, new).turns == ()


def renamed(argmap):
    names = {key: f"n{number}" for number, key in enumerate(argmap.claims)}
    names |= {key: f"s{number}" for number, key in enumerate(argmap.arguments)}
    expect = argmap.expect and replace(
        argmap.expect,
        labels={
            semantics: labels.model_copy(
                update={
                    part: tuple(names[key] for key in getattr(labels, part))
                    for part in ("accepted", "rejected", "undecided")
                }
            )
            for semantics, labels in argmap.expect.labels.items()
        },
        strength={names[key]: one for key, one in argmap.expect.strength.items()},
        ranking=tuple(names[key] for key in argmap.expect.ranking),
    )
    return replace(
        argmap,
        claims={names[key]: replace(one, id=names[key]) for key, one in argmap.claims.items()},
        arguments={
            names[key]: replace(
                one,
                id=names[key],
                premises=tuple(names[it] for it in one.premises),
                conclusion=names[one.conclusion],
                answers={question: names[it] for question, it in one.answers.items()},
            )
            for key, one in argmap.arguments.items()
        },
        thesis=names.get(argmap.thesis, ""),
        options=tuple(names[key] for key in argmap.options),
        expect=expect,
        translations={
            language: {
                (sort, names.get(key, key), part): text for (sort, key, part), text in said.items()
            }
            for language, said in argmap.translations.items()
        },
    )


@settings(max_examples=300)
@given(maps(), maps())
def test_all_differences_together_make_the_new_map(old, new):
    found = match(old, new)
    some = differences(old, new, found)
    made = Replay(old, new, found).after(some)
    assert {one.id: one for one in made.claims.values()} == dict(new.claims)
    assert as_steps(made) == as_steps(new)
    assert len(set(found.claims.values())) == len(found.claims)
    assert len(set(found.arguments.values())) == len(found.arguments)
    assert (some == ()) == (between(new, old) == ())


def as_steps(argmap):
    """The arguments of a map, without the order of their premises."""
    return {
        key: replace(one, premises=tuple(sorted(set(one.premises))))
        for key, one in argmap.arguments.items()
    }


@given(maps(), maps())
def test_a_difference_that_is_none_does_nothing(old, new):
    found = match(old, new)
    made = Replay(old, new, found).after(())
    assert len(made.claims) == len(old.claims)
    assert len(made.arguments) == len(old.arguments)


@settings(max_examples=60)
@given(maps(4, 4), maps(4, 4), st.sampled_from(["", "preferred", "stable"]))
def test_no_cause_is_larger_than_it_need_be(old, new, semantics):
    """Held against all sets of all differences, whether or not they bear on the claim."""
    found = match(old, new)
    some = differences(old, new, found)
    assume(len(some) <= 8)
    judge = Judge((old, new), [semantics] if semantics else [], 60)
    replay = Replay(old, new, found)
    verdicts = {
        chosen: judge(replay.after(some[n] for n in chosen))
        for size in range(len(some) + 1)
        for chosen in combinations(range(len(some)), size)
    }
    before, after = judge(old), judge(new)
    told = {one.new: one for one in turns(replay, some, judge)}
    for was, now in found.claims.items():
        turned = before[was].label != after[now].label
        moved = shown(before[was].strength) != shown(after[now].strength)
        assert (now in told) == (turned or moved)
        if turned:
            least = [s for s, one in verdicts.items() if one[now].label == after[now].label]
            holds(told[now].label, least)
        if moved:
            strength = shown(after[now].strength)
            least = [s for s, one in verdicts.items() if shown(one[now].strength) == strength]
            holds(told[now].strength, least)


def holds(cause, sets):
    assert cause.how == "smallest"
    assert cause.numbers in sets
    assert len(cause.numbers) == min(map(len, sets))


def test_of_many_differences_none_that_is_named_can_be_spared(monkeypatch):
    monkeypatch.setattr(blaming, "EXACT", 2)
    dice, seen = random.Random(7), 0
    for _ in range(150):
        old, new = lots(dice), lots(dice)
        found = match(old, new)
        some = differences(old, new, found)
        judge, replay = Judge((old, new), [], 60), Replay(old, new, found)
        for one in turns(replay, some, judge):
            if one.label is None or one.label.how != "small":
                continue
            seen += 1
            numbers = one.label.numbers
            for spared in (None, *numbers):
                kept = [some[n] for n in numbers if n != spared]
                label = judge(replay.after(kept))[one.new].label
                assert (label == one.after.label) == (spared is None)
    assert seen > 20


def lots(dice):
    ids = "abcdef"
    claims = {key: Claim(id=key, text=key) for key in ids}
    arguments = {}
    for n in range(8):
        arguments[f"s{n}"] = Argument(
            id=f"s{n}",
            premises=(dice.choice(ids),),
            conclusion=dice.choice(ids),
            polarity=dice.choice(["attack", "attack", "support"]),
        )
    return ArgMap(claims=claims, arguments=arguments)


def test_of_too_many_differences_all_are_named(monkeypatch):
    monkeypatch.setattr(blaming, "EXACT", 1)
    monkeypatch.setattr(blaming, "MOST", 1)
    claims = {key: Claim(id=key, text=key) for key in "abc"}
    attack = {
        f"s{n}": Argument(id=f"s{n}", premises=(key,), conclusion="a", polarity="attack")
        for n, key in enumerate("bc")
    }
    old, new = ArgMap(claims=claims), ArgMap(claims=claims, arguments=attack)
    (turn,) = contrast(old, new).turns
    assert (turn.label.numbers, turn.label.how) == ((0, 1), "all")
    assert (turn.strength.numbers, turn.strength.how) == ((0, 1), "all")


@settings(max_examples=60)
@given(any_maps(), any_maps(), st.sampled_from(["en", "es"]))
def test_any_two_maps_can_be_told_apart_in_words(old, new, lang):
    found = contrast(old, new)
    say = phrases("differences", lang)
    for lines in (list(terminal(found, say)), list(markdown(found, say))):
        assert lines and all("\n" not in line and "\x1b" not in line for line in lines)
    assert len(form(found)["differences"]) == len(found.differences)


def test_both_languages_have_the_same_words():
    english, spanish = (phrases("differences", lang).words for lang in ("en", "es"))
    assert english.keys() == spanish.keys()
    for key, words in english.items():
        slots = [sorted(re.findall(r"{\w+}", one)) for one in (words, spanish[key])]
        assert slots[0] == slots[1], key


@given(st.text())
def test_nothing_in_a_text_is_markup(text):
    shown_ = Marked().text(text)
    assert "<" not in shown_.replace("\\<", "")
    assert "`" not in Marked().key(text)[1:-1]
