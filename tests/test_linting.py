"""Rules are chosen, run and put into words; one that fails stops nothing else."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.checking import Failed, check, examine
from argmap.errors import BadSetting
from argmap.linting import Also, Found, Mend, Rule, Threshold, Variant, rules
from argmap.loading import document, read
from argmap.positions import Span
from argmap.problems import Severity
from argmap.repair.editing import Insert, Remove
from argmap.review.choosing import Settings, matching, plan
from argmap.review.silencing import silencings
from argmap.yamlfile.recovering import reading

MAP = """\
argmap: 1
title: A wet street
thesis:
  id: wet
  text: The street is wet.
  support:
    - {id: rain, text: "It rained all night."}
    - ref: snow
"""


@pytest.fixture
def street(tmp_path):
    path = tmp_path / "street.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path


def rule(check, **given):
    words = {"en": "found {what}", "es": "hallado {what}"}
    given = {"message": words, "help": {"en": "mend it", "es": "arréglelo"}} | given
    return Rule(
        code="AM199", slug="made-up", severity=Severity.WARNING, check=check, about={}, **given
    )


def problems(path, *made, **given):
    """Return what made-up rules find."""
    todo = replace(plan(Settings(**given)), rules=made)
    return examine(read(path), todo)


def test_a_finding_becomes_a_problem(street):
    def finds(scan):
        assert [claim.id for claim, _ in scan.claims] == ["wet", "rain"]
        yield Found(
            ("thesis", "support", 0, "text"),
            {"what": "rain\nand\x1b[2J"},
            also=(Also(("thesis", "id"), "first"),),
            mend=Mend((Insert(("thesis", "support", 0, "open"), True),), title="open"),
        )

    notes = {
        "first": {"en": "first here", "es": "primero aquí"},
        "open": {"en": "mark it as open", "es": "márquelo como abierto"},
    }
    (one,) = problems(street, rule(finds, notes=notes)).problems
    assert (one.code, one.severity, one.message) == ("AM199", "warning", "found rain and [2J")
    assert one.help == "mend it"
    assert one.span == Span(7, 24, 7, 46)
    assert [(also.message, also.span) for also in one.related] == [
        ("first here", Span(4, 7, 4, 10))
    ]
    assert one.fix.title == "mark it as open" and one.fix.safe
    assert [(edit.span, edit.text) for edit in one.fix.edits] == [
        (Span(7, 46, 7, 46), ", open: true")
    ]
    (one,) = problems(street, rule(finds, notes=notes), lang="es").problems
    assert (one.help, one.related[0].message) == ("arréglelo", "primero aquí")


def test_a_name_that_was_meant_is_suggested_and_put_in(street):
    def finds(scan):
        yield Found(("thesis", "support", 1, "ref"), {"what": 1}, near="rain")
        yield Found(("thesis", "support"), {"what": 2}, key=True, near="attack")
        yield Found(values={"what": 3}, span=Span(2, 1, 2, 6), near="label")

    found = problems(street, rule(finds)).problems
    assert [(one.message, one.fix.title, one.fix.safe) for one in found] == [
        ("found 3; did you mean 'label'?", "replace 'title' by 'label'", False),
        ("found 2; did you mean 'attack'?", "replace 'support' by 'attack'", False),
        ("found 1; did you mean 'rain'?", "replace 'snow' by 'rain'", False),
    ]
    assert found[1].fix.edits[0].span == Span(6, 3, 6, 10)


def test_variants_have_words_and_severities_of_their_own(street):
    def finds(scan):
        yield Found((), {"what": 1}, variant="mild")

    mild = Variant({"en": "perhaps {what}", "es": "quizá {what}"}, severity=Severity.INFO)
    made = rule(finds, variants={"mild": mild}, severities={"publish": Severity.ERROR})
    (one,) = problems(street, made).problems
    assert (one.message, one.help, one.severity) == ("perhaps 1", "mend it", "info")
    todo = replace(plan(Settings(profile="publish")), rules=(made,))
    assert todo.severity(made) == "error"
    assert replace(todo, graded={"AM199": Severity.WARNING}).severity(made, "mild") == "warning"


def test_a_fix_that_cannot_be_made_is_none(street):
    def finds(scan):
        yield Found((), {"what": 1}, mend=Mend((Remove(("nowhere", "at all")),)))

    assert problems(street, rule(finds)).problems[0].fix is None


def test_a_rule_that_fails_stops_nothing(street, monkeypatch):
    def fails(scan):
        yield Found((), {"what": "before"})
        raise KeyError("oh")

    def finds(scan):
        yield Found((), {"what": "after"})

    result = problems(street, rule(fails), rule(finds))
    assert {one.message for one in result.problems} == {"found before", "found after"}
    (crash,) = result.crashes
    assert str(crash) == f"rule AM199 failed on {street}: KeyError: 'oh'"
    assert "fails" in crash.trace
    broken = replace(rules()["AM103"], check=fails)
    monkeypatch.setattr("argmap.review.choosing.rules", lambda: {"AM103": broken})
    with pytest.raises(Failed, match=r"rule AM103 failed on .*street\.yaml"):
        check(street)


def test_a_slot_without_a_value_is_a_fault_of_ours(street):
    def finds(scan):
        yield Found(())

    assert "KeyError" in problems(street, rule(finds)).crashes[0].error


def test_rules_share_what_is_made_once(street):
    made = []

    def words(scan):
        made.append(scan)
        return ["a", "b"]

    def finds(scan):
        yield Found((), {"what": len(scan.once(words))})

    assert len(problems(street, rule(finds), rule(finds)).problems) == 2
    assert len(made) == 1


def test_thresholds_are_those_of_the_profile_unless_set(street, monkeypatch):
    def finds(scan):
        yield Found((), {"what": scan.number("max-words")})

    about = {"en": "words in a claim", "es": "palabras de una afirmación"}
    made = rule(finds, thresholds={"max-words": Threshold(25, about, {"novice": 20})})
    monkeypatch.setattr("argmap.review.choosing.rules", lambda: {"AM199": made})
    for chosen, expected in (
        (Settings(), 25),
        (Settings(profile="novice"), 20),
        (Settings(profile="novice", thresholds={"max-words": 7.5}), 7.5),
    ):
        assert check(street, chosen)[0].message == f"found {expected}"
    with pytest.raises(BadSetting, match="no threshold 'max-word'; did you mean 'max-words'"):
        plan(Settings(thresholds={"max-word": 7}))
    with pytest.raises(BadSetting, match="'max-words' is 'many', which should be like 25"):
        plan(Settings(thresholds={"max-words": "many"}))


def test_what_is_found_can_go_to_another_process(street):
    todo = plan(Settings())
    result = examine(read(street), todo)
    assert result.problems
    assert pickle.loads(pickle.dumps(result)) == result
    again = pickle.loads(pickle.dumps(todo))
    assert [one.code for one in again.rules] == [one.code for one in todo.rules]


def test_the_text_is_kept_only_to_show_problems(street):
    assert problems(street).text == ""
    assert problems(street, rules()["AM103"]).text == MAP


@pytest.mark.parametrize(
    ("selectors", "there", "not_there"),
    [
        (["AM103"], {"AM103"}, {"AM104"}),
        (["am103", "orphan"], {"AM103", "AM106"}, {"AM104"}),
        (["AM1"], {"AM103", "AM142"}, {"AM230", "AM091"}),
        (["AM09"], {"AM091", "AM093"}, {"AM103"}),
        (["classroom"], {"AM103", "AM230"}, set()),
        (["all"], {"AM103", "AM230", "AM091"}, set()),
    ],
)
def test_selectors(selectors, there, not_there):
    codes = {code for one in selectors for code in matching(one)}
    assert there <= codes and not codes & not_there
    chosen = {one.code for one in plan(Settings(select=tuple(selectors))).rules}
    assert there <= chosen
    left = {one.code for one in plan(Settings(ignore=tuple(selectors))).rules}
    assert not left & there


def test_ignoring_goes_before_selecting():
    chosen = plan(Settings(select=("AM103", "AM104"), ignore=("AM1",))).rules
    assert chosen == ()


def test_the_longer_selector_grades():
    todo = plan(Settings(severity={"AM106": "error", "AM1": "info", "AM": "warning"}))
    assert [todo.graded[code] for code in ("AM106", "AM103", "AM230")] == [
        "error",
        "info",
        "warning",
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"profile": "expert"},
        {"lang": "de"},
        {"select": ("AM999",)},
        {"select": ("",)},
        {"ignore": ("nothing",)},
        {"ignore": ("unknown-key",)},
        {"severity": {"AM103": "grave"}},
        {"severity": {"AM046": "info"}},
        {"severity": {"AM9": "info"}},
    ],
)
def test_what_settings_cannot_be(given):
    with pytest.raises(BadSetting):
        plan(Settings(**given))


def test_nothing_depends_on_chance(street):
    first = [check(street, Settings(select=("all",))) for _ in range(3)]
    assert first[0] == first[1] == first[2]
    places = [one.place for one in first[0]]
    assert places == sorted(places)


@given(st.text(max_size=30), st.sampled_from(["'", '"', "|", ">-", "plain"]))
def test_no_comment_is_found_in_a_text(words, style):
    said = f"x # argmap: ignore[AM103] {words}".replace("\\", "").replace('"', "").replace("'", "")
    said = " ".join("".join(c if c.isprintable() else " " for c in said).split())
    if style in ("|", ">-"):
        text = f"a: {style}\n  b\n  # {said}\nc: 1\n"
    elif style == "plain":
        text = f"a: b{said.replace(' #', '#').replace(': ', ':')}\n"
    else:
        text = f"a: {style}{said}\n  {said}{style}\n"
    assert silencings(text) == silencings(text, lambda: reading(text).layout) == ()


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1 # argmap: ignore[AM103] why", 1, "why"),
        ("a: >- # argmap: ignore[AM103] - why\n  b", 1, "why"),
        ("# argmap: ignore[AM103]: why\n\n# more\na: 1", 4, "why"),
        ("a: 1\r\n#argmap:ignore [ am103 ,x-y ] why\r\nb: 2", 3, "why"),
        ("a: '#' # see # argmap: ignore[AM103] why", 1, "why"),
        ("---\n# argmap: ignore-file[AM103] why\na: 1", 0, "why"),
        ("a: |\n  b\n# argmap: ignore[AM103] why\nc: 1", 4, "why"),
    ],
)
def test_comments_are_found(text, line, reason):
    (one,) = silencings(text)
    assert silencings(text, lambda: reading(text).layout) == (one,), "by the nodes as by the tokens"
    assert (one.line, one.reason, one.names[0][0], one.fault) == (line, reason, "AM103", "")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1 # argmap: ignore AM103", "form"),
        ("a: 1 # argmap: ignor[AM103]", "form"),
        ("a: 1 # argmap: ignore[]", "form"),
        ("a: 1 # argmap: noqa", "form"),
        ("a: 1\n# argmap: ignore-file[AM103]", "place"),
    ],
)
def test_comments_that_are_not_understood(text, fault):
    (one,) = silencings(text)
    assert one.fault == fault and not one.covers(Span(1, 1, 1, 2))


@pytest.mark.parametrize("text", ["# argmap: 1\na: 1", "# argmap: the maps of our class", "a: ["])
def test_comments_that_are_not_ours(text):
    assert silencings(text) == ()


ROOT = Path(__file__).parent.parent
MAPS = sorted([*(ROOT / "arguments").glob("*.yaml"), *(ROOT / "tests" / "maps").glob("*.yaml")])
assert MAPS


@settings(max_examples=60)
@given(st.data())
def test_no_rule_fails_on_a_map_that_is_being_written(data):
    """Lines are missing, doubled, moved or half there; every rule runs on what can be read."""
    path = data.draw(st.sampled_from(MAPS))
    lines = path.read_text(encoding="utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        to = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["drop", "double", "move", "cut", "text"]))
        if change == "drop" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(to, lines[at])
        elif change == "move":
            lines.insert(to, lines.pop(at))
        elif change == "cut":
            lines[at] = lines[at][: len(lines[at]) // 2]
        else:
            key, colon, _ = lines[at].partition(": ")
            lines[at] = (
                f"{key}{colon}{data.draw(st.sampled_from(['{}', '¿?', 'No.', '[]', '5 %']))}"
            )
    found = examine(document("\n".join(lines), path), plan(Settings(select=("all",))))
    assert not found.crashes, found.crashes[0].trace


def test_every_rule_is_described_for_readers_of_its_file():
    for one in rules().values():
        path = Path(__import__(one.check.__module__, fromlist=["x"]).__file__)
        assert path.read_text(encoding="utf-8").startswith('"""'), one.code
