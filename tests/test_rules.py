"""Every rule's docstring is its documentation and its test; further cases are in `rules/`."""

import re
from pathlib import Path
from string import Formatter

import pytest

from argmap.checking import check
from argmap.linting import LANGUAGES, PROFILES, rules
from argmap.problems import Severity
from argmap.review.choosing import Settings

RULES = list(rules().values())
FOLDER = Path(__file__).parent / "rules"
CASES = sorted(FOLDER.glob("*/*.yaml"))
assert RULES
assert CASES


def checked(example, folder, **given):
    for name, text in example.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return check(folder / "map.yaml", Settings(**given))


def profile(rule):
    return "classroom" if "classroom" in rule.profiles else rule.profiles[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_the_examples(rule, tmp_path):
    """A Bad example breaks its rule, a Good one does not, and neither has any other error.

    An example shows one thing: what a coach would still ask of it, in warnings, does not matter.
    """
    bad, good = rule.examples("Bad"), rule.examples("Good")
    assert bad and good, f"{rule.code} needs a `Bad:` and a `Good:` example"
    for example in bad:
        found = checked(example, tmp_path, profile=profile(rule))
        assert rule.code in {one.code for one in found}, example.text
        assert errors(found) - {rule.code} == example.also, example.text
    for example in good:
        found = checked(example, tmp_path, profile=profile(rule))
        assert rule.code not in {one.code for one in found}, example.text
        assert not errors(found), example.text


def errors(found):
    return {one.code for one in found if one.severity is Severity.ERROR}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_the_words(rule, lang, tmp_path):
    what, why = rule.prose(lang)
    assert what.endswith(".") and why.endswith("."), "one sentence, a blank line, and why"
    wordings = [rule.message, rule.help, *rule.notes.values()]
    wordings += (one.about for one in rule.thresholds.values())
    for one in rule.variants.values():
        wordings += [one.message] + ([one.help] if one.help else [])
    for one in wordings:
        assert set(one) == set(LANGUAGES)
        assert not one[lang].endswith("."), "no full stop"
        assert slots(one[lang]) == slots(one["en"]), "the same slots in every language"
    for example in rule.examples("Bad"):
        for one in checked(example, tmp_path, profile=profile(rule), lang=lang):
            assert one.message and one.help and "\n" not in one.message


def slots(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_the_form(rule):
    assert re.fullmatch(r"AM[0-6]\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert rule.check.__module__ == f"argmap.rules.{rule.slug.replace('-', '_')}"
    assert set(rule.profiles) <= set(PROFILES) and rule.profiles
    assert set(rule.severities) <= set(rule.profiles)
    assert "publish" in rule.profiles or rule.profiles == ("tournament",)


def test_slugs_and_thresholds_are_unique():
    slugs = [rule.slug for rule in RULES]
    assert len(set(slugs)) == len(slugs)
    thresholds = {}
    for rule in RULES:
        for name, one in rule.thresholds.items():
            assert thresholds.setdefault(name, one) == one, f"{name} differs between rules"


def expected(problem):
    span = problem.span
    end = span.end_column if span.line == span.end_line else f"{span.end_line}:{span.end_column}"
    return f"{problem.code} {span.line}:{span.column}-{end} {problem.message}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_cases(path, snapshot):
    """What the rule finds in `SLUG/NAME.yaml` is what `NAME.out` lists, at the places there."""
    code = next(rule.code for rule in RULES if rule.slug == path.parent.name)
    found = (one for one in check(path, Settings(select=("all",))) if one.code == code)
    snapshot(path.with_suffix(".out"), "".join(f"{expected(one)}\n" for one in found))


def test_no_case_is_left_over():
    assert {path.with_suffix(".yaml") for path in FOLDER.glob("*/*.out")} == set(CASES)
    slugs = {rule.slug for rule in RULES}
    assert {path.parent.name for path in CASES} <= slugs
