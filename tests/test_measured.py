"""How often rules that can only guess are wrong: on maps that were written and judged for it.

In `measured/cases/` stand small maps with the codes that a coach would pencil into their margins;
in `measured/maps/` maps as pupils and careful teams write them, with every finding judged in
`measured/judged.yaml`. What is found there and should not be is listed as `wrong`.
"""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from argmap.checking import check
from argmap.linting import rules
from argmap.loading import document
from argmap.review.choosing import Settings

FOLDER = Path(__file__).parent / "measured"
GROUPS = sorted((FOLDER / "cases").glob("*.yaml"))
MAPS = sorted((FOLDER / "maps").glob("*.yaml"))
JUDGED = yaml.safe_load((FOLDER / "judged.yaml").read_text(encoding="utf-8"))
RULES = rules()
CLASS = ("novice", "classroom")
MOST = 0.2  # of the findings of a rule that is asked of a class may be false alarms
FEW = 5  # findings below which a share says nothing
assert GROUPS
assert MAPS


def filled(frame, case):
    """Return a frame with the case in its place; a case without a frame is the body of a map."""
    if frame is None:
        return {"argmap": 1, "title": "A map", **case}
    if isinstance(frame, dict):
        return {key: filled(value, case) for key, value in frame.items()}
    if isinstance(frame, list):
        return [filled(one, case) for one in frame]
    return case if frame == "$case" else frame


def cases():
    for path in GROUPS:
        group = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, one in enumerate(group["cases"], 1):
            yield pytest.param(group, one, id=f"{path.stem}-{number}")


def found(text):
    return check(document(text.encode(), "map.yaml"), Settings(select=("all",)))


@pytest.mark.parametrize("group, case", list(cases()))
def test_a_case_is_found_to_be_what_it_is(group, case):
    text = yaml.dump(filled(group.get("frame"), case["it"]), allow_unicode=True, sort_keys=False)
    told = found(text)
    assert not [one for one in told if one.code < "AM100"], told
    told = {one.code for one in told} & set(group["watch"])
    assert told == {*case.get("expect", ()), *case.get("wrong", ())}


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_every_finding_on_a_map_is_judged(path):
    """A class is told what `judged.yaml` lists as right, and, alas, what it lists as wrong."""
    problems = check(path, Settings())
    told = Counter(f"{one.code} {one.span.line}" for one in problems)
    verdict = JUDGED[path.stem]
    assert told == Counter([*verdict.get("right", ()), *verdict.get("wrong", ())])


def tally():
    """Return how often each rule is right, wrong and rightly silent."""
    right, wrong, silent = Counter(), Counter(), Counter()
    for group, case in (one.values for one in cases()):
        right.update(case.get("expect", ()))
        wrong.update(case.get("wrong", ()))
        silent.update({*group["watch"]} - {*case.get("expect", ()), *case.get("wrong", ())})
    for verdict in JUDGED.values():
        right.update(one.split()[0] for one in verdict.get("right", ()))
        wrong.update(one.split()[0] for one in verdict.get("wrong", ()))
    return right, wrong, silent


def test_there_are_cases_enough():
    right, _, silent = tally()
    watched = {code for path in GROUPS for code in yaml.safe_load(path.read_text("utf-8"))["watch"]}
    assert len(watched) > 40
    assert {code for code in watched if right[code] < 2 or silent[code] < 10} == set()


def test_who_is_asked_of_a_class_is_seldom_wrong():
    right, wrong, _ = tally()
    many = {code: wrong[code] / (right[code] + wrong[code]) for code in wrong}
    few = {code for code in wrong if right[code] + wrong[code] < FEW}
    bad = {code for code, share in many.items() if share > MOST} - few
    assert not {code for code in bad if set(CLASS) & set(RULES[code].profiles)}


@pytest.mark.parametrize("rule", list(RULES.values()), ids=lambda rule: rule.slug)
def test_a_rule_is_certain_or_has_been_measured(rule):
    assert rule.certain != bool(rule.measured), "`certain=True`, or `measured=Measured(…)`"
    if rule.measured:
        wrong, all_ = rule.measured.false, rule.measured.of
        assert 0 <= wrong <= all_ and all_ > 1 and rule.measured.on
        assert wrong <= MOST * all_ or not set(CLASS) & set(rule.profiles)


def test_a_page_hides_no_false_alarm():
    """What a rule is said to have been wrong on holds at least what is judged here."""
    right, wrong, _ = tally()
    stated = {code: rule.measured for code, rule in RULES.items() if rule.measured}
    assert not {code for code in stated if stated[code].false < wrong[code]}
    assert not {code for code in stated if stated[code].of < right[code] + wrong[code]}


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_class_is_not_nagged(path):
    """A careful map is left in peace; a first draft gets fewer findings than it has claims."""
    count = len(JUDGED[path.stem].get("right", ())) + len(JUDGED[path.stem].get("wrong", ()))
    claims = document(path.read_bytes(), str(path)).map.claims
    assert count * (4 if path.stem.startswith("good-") else 1) <= len(claims)
