"""Rules that read texts: each line of `rules/SLUG/bad.LANG.txt` is found, none of `good` is."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.building import Built
from argmap.checking import check
from argmap.errors import BadSetting
from argmap.language.prose import prose
from argmap.language.wording import languages, lists, own
from argmap.linting import Scan, rules
from argmap.loading import Document
from argmap.loading import document as parsed
from argmap.model import ArgMap, Claim
from argmap.review.choosing import Settings, plan

FOLDER = Path(__file__).parent / "rules"
TEXTS = sorted(FOLDER.glob("*/*.txt"))
assert TEXTS
RULES = {rule.slug: rule for rule in rules().values()}
THRESHOLDS = plan(Settings(select=("all",))).thresholds


def scan(text, language="en", words=None):
    claim = Claim(id="c", text=text)
    argmap = ArgMap(title="T", claims={"c": claim}, thesis="c", language=language)
    built = Built(argmap, {"c": ("thesis",)})
    return Scan(Document("", built=built), built, THRESHOLDS, words=words or {})


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_texts(path):
    verdict, language = path.stem.split(".")
    check = RULES[path.parent.name].check
    texts = path.read_text(encoding="utf-8").splitlines()
    assert len(texts) >= 10
    found = [text for text in texts if any(True for _ in check(scan(text, language)))]
    assert found == (texts if verdict == "bad" else [])


@pytest.mark.parametrize("language", languages())
def test_nothing_is_said_of_good_claims(language):
    path = Path(__file__).parent / "texts" / f"good.{language}.txt"
    chosen = [one for one in RULES.values() if one.code[2] == "3" and "classroom" in one.profiles]
    texts = path.read_text(encoding="utf-8").splitlines()
    assert len(texts) >= 50
    seen = [(text, scan(text, language)) for text in texts]
    assert [(text, one.code) for text, it in seen for one in chosen for _ in one.check(it)] == []


def test_good_and_bad_texts_come_together():
    names = {(path.parent.name, path.stem) for path in TEXTS}
    for slug, stem in names:
        verdict, language = stem.split(".")
        assert language in languages()
        assert (slug, f"{'good' if verdict == 'bad' else 'bad'}.{language}") in names


def test_texts_are_read_in_every_language_that_they_are_given_in():
    claim = Claim(id="c", text="Duties raise prices.")
    said = {
        "en": {("claim", "c", "text"): "Duties raise prices."},
        "es": {("claim", "c", "text"): "Suben los precios porque hay aranceles."},
        "tlh": {("claim", "c", "text"): "nuqneH"},
    }
    argmap = ArgMap(title="T", claims={"c": claim}, thesis="c", translations=said)
    built = Built(argmap, {"c": ("thesis",)})
    found = prose(Scan(Document("", built=built), built, {}))
    assert [one.path for one in found.sayings] == [
        ("thesis", "text", language) for language in ("en", "es", "tlh")
    ]
    assert [one.path[-1] for one in found.known] == ["en", "es"]
    assert [one.path[-1] for one in found.having("reasoning")] == ["es"]
    assert found.of("c").text == "Duties raise prices."


def test_a_school_has_its_own_words(tmp_path):
    path = tmp_path / "words.yaml"
    path.write_text(
        "en:\n  loaded: {add: [Drug War, tariff man], drop: [swarms]}\n  doubts: [perhaps]\n"
        "es: {loaded: guerra sucia}\n",
        encoding="utf-8",
    )
    words = own(path)
    english, spanish = words["en"], words["es"]
    assert {"drug war", "tariff man"} <= english.several("loaded")
    assert "swarms" in lists("en").several("loaded") - english.several("loaded")
    assert english["doubts"] == ("perhaps",) and spanish["loaded"] == ("guerra sucia",)
    assert english["reasoning"] == lists("en")["reasoning"]
    assert english.marks["tariff"].phrases == [("loaded", "tariff man")]
    assert lists("es-MX", words) is spanish


@pytest.mark.parametrize(
    "text, fault",
    [
        ("- a", "lists by language"),
        ("en: [a]", "lists by name"),
        ("de: {loaded: a}", "word lists are for en, es"),
        ("en: {loadde: a}", "did you mean 'loaded'"),
        ("en: {loaded: {plus: a}}", "`add` and `drop`"),
        ("en: {loaded: {add: [{a: b}]}}", "a list of words"),
        ("en: [", "no YAML"),
    ],
)
def test_word_lists_that_cannot_be(tmp_path, text, fault):
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSetting, match=fault):
        own(path)


def test_word_lists_that_are_not_there(tmp_path):
    with pytest.raises(BadSetting, match="No such file"):
        own(tmp_path / "none.yaml")


def test_both_languages_have_the_same_lists():
    only = set(lists("en").lists) ^ set(lists("es").lists)
    assert only == {"vague-duties"}


def test_a_check_heeds_a_school_s_words(tmp_path):
    lists_, path = tmp_path / "words.yaml", tmp_path / "map.yaml"
    lists_.write_text("en: {loaded: {add: [tariff man]}}\n", encoding="utf-8")
    path.write_text(
        "argmap: 1\ntitle: T\nthesis: Tariff man should be stopped by Congress.\n",
        encoding="utf-8",
    )
    found = check(path, Settings(select=("AM324",), words=str(lists_)))
    assert [(one.code, one.span.column, one.span.end_column) for one in found] == [("AM324", 9, 19)]
    assert not check(path, Settings(select=("AM324",)))


ODD = ["", " ", "\t", "?", "¿", "!", '"', "“", "(", "because ", "it is ", "no ", "and ", "I ", "\n"]
ODD += [
    "U.S. ",
    "DEA ",
    "will ",
    "should ",
    "esto ",
    "y ",
    "’s ",
    "\u202e",
    "é",
    "1,000 ",
    "not un",
]


@given(
    texts=st.lists(
        st.text(max_size=30) | st.lists(st.sampled_from(ODD), max_size=12).map("".join),
        min_size=1,
        max_size=4,
    ),
    language=st.sampled_from(["en", "es", "tlh"]),
)
@settings(max_examples=60)
def test_any_text_can_be_read(texts, language):
    said = [{"en": text or "-", "es": text * 2 or "-"} for text in texts]
    claims = {f"c{number}": {"text": one} for number, one in enumerate(said)}
    written = {"argmap": 1, "title": "T", "language": language, "claims": claims}
    written["thesis"] = {"text": texts[0] or "-", "attack": [*texts[1:], {"premises": texts}]}
    text = json.dumps(written, ensure_ascii=True)
    document = parsed(text)
    lines = [len(line) for line in text.split("\n")]
    for one in check(document, Settings(select=("AM3", "AM6"))):
        assert 1 <= one.span.line <= len(lines) and one.message and one.help
        assert one.span.end_column <= lines[one.span.end_line - 1] + 1


def test_every_text_of_the_corpora_can_be_read():
    if "ARGMAP_CORPORA" not in os.environ:
        pytest.skip("ARGMAP_CORPORA is not set")
    paths = sorted(Path(os.environ["ARGMAP_CORPORA"]).glob("aif/*.json"))
    assert paths
    for path in paths:
        nodes = json.loads(path.read_text(encoding="utf-8"))["nodes"]
        for seen in (scan(one["text"]) for one in nodes):
            for rule in RULES.values():
                if rule.code[2] in "36":
                    for found in rule.check(seen):
                        rule.said(found.variant).message["es"].format_map(found.values)
