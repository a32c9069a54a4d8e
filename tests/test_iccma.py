"""Abstract frameworks and the tasks of competitions: what is read, answered and refused."""

import random
from importlib.util import find_spec
from itertools import product

import pytest
from brute import Brute

from argmap.converting import read, write
from argmap.errors import InvalidMap, Unsupported
from argmap.exchange.iccma import Abstract, parsed, recognised
from argmap.reasoning.asking import answer
from argmap.reasoning.labelling import Effort

SEMANTICS = {
    "CO": "complete",
    "GR": "grounded",
    "PR": "preferred",
    "ST": "stable",
    "SST": "semi-stable",
    "STG": "stage",
    "ID": "ideal",
    "EA": "eager",
}
ODD_APX = """
% a comment
# another
arg(1.1).   arg ( $arg1 ) .

arg(arg!2).arg('a').arg("b c"). % arg(not).
att( 1.1 , $arg1 ).
att('a',"b c"). att('a',
  arg!2).
att(1.1,$arg1).
"""


def test_apx_with_all_its_oddities():
    found = parsed(ODD_APX, "apx")
    assert found.names == ["1.1", "$arg1", "arg!2", "'a'", '"b c"']
    assert found.attacks == [(0, 1), (3, 4), (3, 2), (0, 1)]


@pytest.mark.parametrize(
    ("name", "text", "names", "attacks"),
    [
        ("apx", "", [], []),
        ("apx", "arg(a).\r\natt(a,a).\r\n", ["a"], [(0, 0)]),
        ("tgf", "", [], []),
        (
            "tgf",
            "a\nb with a label\n# remark\n#\n  a b  \nb a because\n",
            ["a", "b"],
            [(0, 1), (1, 0)],
        ),
        ("tgf", "1\n#\n", ["1"], []),
        ("tgf", "1\r\n2\r\n#\r\n1 2\r\n2 2", ["1", "2"], [(0, 1), (1, 1)]),
        ("apx", "arg(é).arg('x y').att(é,'x y').", ["é", "'x y'"], [(0, 1)]),
        ("apx", "att(b,a).arg(a).arg(b).arg(a).", ["a", "b"], [(1, 0)]),
        ("i23", "p af 0\n", [], []),
        ("i23", "# a\n\np af 2\n#\n1 2\n  # b\n\n 2\t1 \r\n# c", ["1", "2"], [(0, 1), (1, 0)]),
        ("i23", "p af 2", ["1", "2"], []),
    ],
)
def test_what_is_read(name, text, names, attacks):
    found = parsed(text, name)
    assert (found.names, found.attacks) == (names, attacks)


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("apx", "arg(a).\natt(a,b).", 2, "there is no argument 'b'"),
        ("apx", "arg(a).\narg(b)\narg(c).", 2, r"'arg\(b\)' is neither arg"),
        ("apx", "arg(a).\n\nhello", 3, "'hello' is neither"),
        ("apx", "arg(a,b).", 1, "is no fact"),
        ("apx", "att(a).", 1, "is no fact"),
        ("tgf", "1\n#\n1", 3, "'1' attacks nothing"),
        ("tgf", "1\n#\n1 2", 3, "there is no argument '2'"),
        ("i23", "", 1, "not 'p af N'"),
        ("i23", "# a\n\np of 3\n", 3, "not 'p af N'"),
        ("i23", "p af 2\n1 2\n1\n2 1 2\n", 3, "'1' is not two numbers"),
        ("i23", "# a\np af 2\n1 2\n1 b", 4, "'1 b' is not two numbers"),
        ("i23", "p af 2\n1 2\n2 3", 3, "'2 3' is not between 1 and 2"),
        ("i23", "p af 2\n0 1", 2, "'0 1' is not between 1 and 2"),
    ],
)
def test_what_is_refused_and_where(name, text, line, message):
    with pytest.raises(InvalidMap, match=message) as error:
        parsed(text, name, "some.file")
    assert [(one.span.line, one.path) for one in error.value.problems] == [(line, "some.file")]
    found = read(text, "some.file", name)
    assert found.map is None and found.problems == error.value.problems


def test_many_spaces_do_not_take_for_ever():
    text = "p af 9\n" + "1 2 \n   \n" * 5_000 + "1"
    with pytest.raises(InvalidMap, match="'1' is not two numbers"):
        parsed(text, "i23")


@pytest.mark.parametrize(
    ("text", "path", "name"),
    [
        ("anything", "a.apx", "apx"),
        ("anything", "b.TGF", "tgf"),
        ("# c\np af 3\n", "c.af", "i23"),
        ("arg(a).", "d.af", "apx"),
        ("a\nb\n#\na b\n", "-", "tgf"),
        ("a\r\nb\r\n#\r\na b", "-", "tgf"),
        ("\r\n# c\r\np af 3\r\n", "-", "i23"),
        ("argmap: 1\n#\n", "-", ""),
        ("", "-", ""),
    ],
)
def test_a_format_is_recognised(text, path, name):
    assert recognised(text, path) == name


@pytest.mark.parametrize("name", ["apx", "tgf", "i23"])
def test_a_framework_becomes_a_map_and_comes_back(name):
    names = ["1", "2", "3"] if name == "i23" else ["a", "$b", "truth/c"]
    text = {
        "apx": "arg(a).\narg($b).\narg(truth/c).\natt(a,$b).\natt(truth/c,truth/c).\n",
        "tgf": "a\n$b\ntruth/c\n#\na $b\ntruth/c truth/c\n",
        "i23": "p af 3\n1 2\n3 3\n",
    }[name]
    found = read(text, f"x.{name}").map
    assert [claim.text for claim in found.claims.values()] == names
    assert write(found, f"x.{name}").text == text
    assert write(read(write(found, "x.json").text, "x.json").map, f"x.{name}").text == text


def test_what_a_framework_cannot_hold_is_told():
    form = """{"argmap": 1, "title": "T",
        "claims": [{"id": "a", "text": "A."}, {"id": "b", "text": "B."}],
        "arguments": [{"id": "x", "premises": ["a"], "conclusion": "b"},
                      {"id": "y", "premises": ["a", "b"], "conclusion": "b", "polarity": "attack"},
                      {"id": "z", "premises": ["b"], "conclusion": "a", "polarity": "attack"}]}"""
    written = write(read(form, "x.json").map, "x.i23")
    assert written.text == "p af 2\n2 1\n"
    told = " / ".join(one.message for one in written.lost)
    for word in ("'title'", "texts of claims", "2 arguments (x, y) left out", "ids of claims"):
        assert word in told


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("engine", ["own", "sat"] if find_spec("pysat") else ["own"])
def test_answers_are_those_of_the_definitions(seed, engine):
    dice = random.Random(seed)
    for _ in range(40):
        size = dice.randint(1, 6)
        share = dice.choice([0.1, 0.25, 0.5])
        attacks = [cell for cell in product(range(size), repeat=2) if dice.random() < share]
        reference = Brute(size, attacks)
        given = Abstract([f"x{n}" for n in range(size)], attacks)
        for code, name in SEMANTICS.items():
            holds(code, given, reference.extensions(name), Effort(60, engine), dice)


def holds(code, given, expected, effort, dice):
    extensions = [{given.names[one] for one in found} for found in expected]
    some = answer(f"SE-{code}", "", given, effort)
    assert some == "NO" if not extensions else witnessed(some) in extensions
    assert int(answer(f"CE-{code}", "", given, effort)) == len(extensions)
    listed = answer(f"EE-{code.lower()}", "", given, effort)
    assert sorted(map(sorted, lists(listed))) == sorted(map(sorted, extensions))
    one = dice.choice(given.names)
    possible, *witness = answer(f"DC-{code}", one, given, effort).split("\n")
    assert possible == ("YES" if any(one in found for found in extensions) else "NO")
    assert not witness or (one in witnessed(witness[0]) and witnessed(witness[0]) in extensions)
    sure, *witness = answer(f"DS-{code}", one, given, effort).split("\n")
    assert sure == ("YES" if all(one in found for found in extensions) else "NO")
    assert not witness or (one not in witnessed(witness[0]) and witnessed(witness[0]) in extensions)
    assert bool(witness) == (sure == "NO")


def witnessed(text):
    head, *names = text.split(" ")
    assert head == "w"
    return set(names)


def lists(text):
    assert text[0] == "[" and text[-1] == "]"
    return (
        [[name for name in one.split(",") if name] for one in text[2:-2].split("],[")]
        if text != "[]"
        else []
    )


@pytest.mark.parametrize("task", ["SE", "SE-", "-PR", "DC-XX", "SE-PR-", ""])
def test_a_task_that_there_is_not(task):
    with pytest.raises(Unsupported, match="no task"):
        answer(task, "a", Abstract(["a"], []), Effort())


def test_an_argument_that_there_is_not():
    with pytest.raises(Unsupported, match=r"no argument 'x y' \(did you mean \"'x y'\"\?\)"):
        answer("DC-PR", "x y", Abstract(["'x y'", "b"], []), Effort())


def test_the_empty_framework():
    for code in SEMANTICS:
        assert answer(f"SE-{code}", "", Abstract([], []), Effort()) == "w"
        assert answer(f"EE-{code}", "", Abstract([], []), Effort()) == "[[]]"
