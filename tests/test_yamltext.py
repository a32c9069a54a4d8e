"""YAML is read as YAML 1.2 says, whichever parser is there."""

import math
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mutating import mutated

from argmap.yamlfile.recovering import Reading, reading
from argmap.yamlfile.validating import Validated, validated
from argmap.yamlfile.yamltext import (
    FAST,
    MAX_DEPTH,
    PURE,
    Halt,
    Parsers,
    is_harmless,
    nodes,
    plain,
    understood,
)

FILES = sorted((Path(__file__).parent / "loading").glob("*.yaml"))
MAPS = sorted((Path(__file__).parent / "maps").glob("*.yaml"))
assert FILES and MAPS
both = pytest.mark.parametrize("parsers", [FAST, PURE], ids=["C", "Python"])


def read(text: str, parsers: Parsers = FAST):
    root, _ = nodes(text, parsers)
    return plain(root)


@both
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("y", "y"),
        ("null", None),
        ("Null", None),
        ("~", None),
        ("nULL", "nULL"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("0xag", "0xag"),
        ("-0x1F", "-0x1F"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("-12", -12),
        ("+12", 12),
        ("1.10", 1.1),
        (".5", 0.5),
        ("5.", 5.0),
        (".", "."),
        ("1e3", 1000.0),
        ("1e", "1e"),
        ("1e9999", "1e9999"),
        (".inf", math.inf),
        ("-.Inf", -math.inf),
        ("+.INF", math.inf),
        (".iNF", ".iNF"),
        ("-.nan", "-.nan"),
        ("2024-01-01", "2024-01-01"),
        ("2024-13-45", "2024-13-45"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("=", "="),
        ("123456789012345678", 123456789012345678),
        ("1234567890123456789", "1234567890123456789"),
        ("9" * 5000, "9" * 5000),
        ('"7"', "7"),
        ("'true'", "true"),
        ("|\n  7\n", "7\n"),
        (">-\n  7\n", "7"),
    ],
)
def test_scalars(text, value, parsers):
    found = read(f"a: {text}", parsers)["a"]
    assert found == value and type(found) is type(value)


@both
def test_not_a_number_is_one(parsers):
    assert math.isnan(read(".nan", parsers))


@both
def test_keys_are_text(parsers):
    text = "1: a\n2.0: b\nnull: c\ntrue: d\non: e\n2024-01-01: f\n0x1F: g\n"
    assert read(text, parsers) == {
        "1": "a", "2.0": "b", "null": "c", "true": "d", "on": "e", "2024-01-01": "f", "0x1F": "g"
    }  # fmt: skip


@both
@pytest.mark.parametrize("open_, close", [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")])
def test_depth(open_, close, parsers):
    deepest = MAX_DEPTH - 1 if open_ != "? " else MAX_DEPTH - 2
    assert nodes(open_ * deepest + "x" + close * deepest, parsers)[0] is not None
    for levels in (MAX_DEPTH + 1, 100_000):
        with pytest.raises(Halt) as halt:
            nodes(open_ * levels + "x" + close * levels, parsers)
        assert halt.value.flaw.code == "AM030"


@both
@pytest.mark.parametrize(
    "deep",
    [
        "[" * 70 + "]" * 70,
        "{a: " * 70 + "x" + "}" * 70,
        "- " * 70 + "x",
        "- ? " * 40 + "x",
        "\n".join(" " * n + "a:" for n in range(70)) + " x",
        "\n".join(" " * n + "- a:" for n in range(0, 140, 2)) + " x",
        "[" * 70 + "]" * 70 + "\nb: &c {d: e, d: f}",
        "[" * 200_000,
        "\n".join(" " * n + "a:" for n in range(2000)),
    ],
    ids=lambda text: f"{text[:9]!r}…{len(text)}",
)
def test_what_is_too_deep_is_left_out_and_the_rest_is_read(deep, parsers):
    lead = "\n  " if deep.startswith(("-", "a")) else " "
    indented = deep.replace("\n", "\n  ") if lead != " " else deep
    found, made = what(parsers, f"argmap: 1\ntitle: T\nx-a:{lead}{indented}\nlanguage: english\n")
    assert (found.flaws[0].code, made.flaws[-1].code) == ("AM030", "AM064")


@both
def test_a_second_document(parsers):
    assert nodes("a: 1\n", parsers)[1] is None
    assert nodes("---\na: 1\n...\n", parsers)[1] is None
    boundary = nodes("a: 1\n\n---\n\nb: 2\n", parsers)[1]
    assert boundary is not None and boundary.line == 3


@given(
    st.recursive(
        st.text() | st.integers(-(10**17), 10**17) | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=8,
    )
)
def test_what_a_writer_writes_is_read_back(value):
    text = yaml.dump(value, allow_unicode=False)
    assert read(text) == value
    assert read(text, PURE) == value


def what(parsers: Parsers, text: str) -> tuple[Reading, Validated]:
    found = reading(text, parsers)
    return found, validated(found)


def flaws(found: tuple[Reading, Validated]) -> list[object]:
    return [(one.code, one.span.line) for part in found for one in part.flaws]


def tree(found: tuple[Reading, Validated]) -> str:
    return repr(found[1].tree)


@pytest.mark.parametrize("path", [*FILES, *MAPS], ids=lambda path: path.stem)
def test_both_parsers_say_the_same(path):
    text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    fast, pure = what(FAST, text), what(PURE, text)
    assert flaws(fast) == flaws(pure)
    assert tree(fast) == tree(pure)


def test_both_parsers_say_the_same_of_what_is_typed():
    """Of a line that is wrong in more than one way, they may stop at different places.

    Then another code may be given, or the line be passed over; but what one takes for sound, the
    other does too, and of one text in a hundred at most anything differs at all.
    """
    seeds = [path.read_bytes() for path in (*FILES, *MAPS)]
    seeds = [one for one in seeds if len(one) < 1500]
    differing, count = 0, 500
    for data in mutated(seeds, 7, count):
        text = data.decode("utf-8", "replace").removeprefix("\ufeff")
        fast, pure = what(FAST, text), what(PURE, text)
        assert bool(flaws(fast)) == bool(flaws(pure))
        differing += flaws(fast) != flaws(pure) or tree(fast) != tree(pure)
    assert differing <= count / 100


SCALARS = st.one_of(
    st.sampled_from(["yes", "~", "null", "true", "False", "010", "-.inf", "1e3", "'1'", '"true"']),
    st.text("aTnf~+-.019 e'", max_size=6).map(lambda text: f'"{text}"'),
    st.text("aTnf+.019e_", min_size=1, max_size=6),
    st.integers().map(str),
)


@both
@given(st.lists(st.tuples(SCALARS, st.lists(SCALARS, max_size=3)), min_size=1, max_size=6))
def test_what_is_read_quickly_says_the_same(parsers, entries):
    lines = [f"k{n}: {{a: {one}, b: [{', '.join(some)}]}}" for n, (one, some) in enumerate(entries)]
    text = "\n".join(lines)
    assert is_harmless(text)
    root, _ = nodes(text, parsers, quick=True)
    made = understood(root)
    assert repr(made) == repr(plain(root)) == repr(read(text, parsers))


@pytest.mark.parametrize("open_", ["[", "{a: ", "- ", "? "])
def test_a_text_that_may_be_too_deep_is_not_read_quickly(open_):
    assert not is_harmless(open_ * 300)
    assert is_harmless("a-b " * 300)


@both
def test_lines_are_counted_in_one_way(parsers):
    for end in ("\n", "\r\n", "\r"):
        root, _ = nodes(f"a: 1{end}{end}b: 2{end}c: é😀x", parsers)
        marks = [(key.start_mark.line, value.end_mark.column) for key, value in root.value]
        assert marks == [(0, 4), (2, 4), (3, 6)]


def test_no_loader_that_could_run_anything_is_named_in_the_code():
    for path in (Path(__file__).parent.parent / "argmap").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for name in ("UnsafeLoader", "FullLoader", "unsafe_load", "full_load", "yaml.Loader"):
            assert name not in text, path
