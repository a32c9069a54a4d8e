"""One layout: what a map says stays, comments stay where they belong, and once is enough."""

import json
import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from drawing_lots import maps
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.checking import check
from argmap.exchange.writing import write
from argmap.loading import document
from argmap.problems import Severity
from argmap.repair.arranging import CLAIM, REASON
from argmap.repair.formatting import Unformatted, formatted
from argmap.review.choosing import Settings
from argmap.tree import ClaimReason, LinkedReason, MapFile, RefReason, WrittenClaim
from argmap.yamlfile.commenting import comments
from argmap.yamlfile.tracing import keys_of
from argmap.yamlfile.yamltext import nodes, plain

HERE = Path(__file__).parent
ROOT = HERE.parent
CASES = sorted((HERE / "formatting").glob("*.yaml"))
FILES = sorted(
    path
    for folder in (HERE, ROOT / "arguments", ROOT / "argmap" / "templates")
    for path in folder.rglob("*.yaml")
)
assert CASES
assert len(FILES) > 100


def text_of(path):
    return path.read_bytes().decode("utf-8", "surrogateescape")


def is_readable(text):
    found = document(text)
    return found.built is not None and not any(
        one.severity is Severity.ERROR and one.code < "AM080" for one in found.problems
    )


READABLE = [path for path in FILES if is_readable(text_of(path))]
assert len(READABLE) > 50


def name(path):
    return path.relative_to(ROOT).as_posix()


def data(text):
    """Return all that a text says, and the order of its lists."""
    return json.dumps(plain(nodes(text.removeprefix("\ufeff"))[0]), sort_keys=True)


def graph(text, path=""):
    found = document(text, path)
    return found.map, list(found.map.claims), found.built.derived


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_cases(path, snapshot):
    found = formatted(text_of(path))
    snapshot(path.with_suffix(".out"), found)
    assert formatted(found) == found


def test_the_page_on_the_layout_is_right():
    page = (ROOT / "docs" / "layout.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.S)[1]
    assert formatted(example) == example
    told = " ".join(page[page.index("In a map:") : page.index("A reason with `ref`")].split())
    assert tuple(re.findall(r"`([\w-]+)`", told)) == (*keys_of(MapFile), *CLAIM)


def test_every_key_has_a_place():
    assert set(CLAIM) == {*keys_of(ClaimReason), *keys_of(WrittenClaim)}
    assert set(REASON) == {*keys_of(LinkedReason), *keys_of(RefReason)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only this",
        "A text.",
        "a: !!str b",
        "a: b: c",
        "*a",
        "&a a: 1\n*a : 2",
        "a: [",
        "? [a]",
    ],
)
def test_what_has_no_layout_is_refused(text):
    with pytest.raises(Unformatted):
        formatted(text)


def test_line_ends_and_the_byte_order_mark_stay():
    assert formatted("\ufeffthesis: A.\r\nargmap:  1\r\ntitle: T") == (
        "\ufeffargmap: 1\r\ntitle: T\r\n\r\nthesis: A.\r\n"
    )


def test_no_case_is_left_over():
    assert {path.with_suffix(".yaml") for path in (HERE / "formatting").glob("*.out")} == set(CASES)


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_maps_say_the_same_in_the_one_layout(path):
    text = text_of(path)
    found = formatted(text)
    assert formatted(found) == found
    assert data(found) == data(text)
    assert graph(found, path) == graph(text, path)
    assert Counter(comments(found)) == Counter(comments(text))


def findings(text, path):
    """Return what is found in a text, wherever in it; ids of places are not compared."""
    found = check(document(text, path), Settings(select=("all",)))
    return Counter((one.code, one.message) for one in found)


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_what_is_found_in_maps_does_not_depend_on_their_layout(path):
    """Comments that silence rules still do, and what a rule reads in the source is still there."""
    text = text_of(path)
    assert findings(formatted(text), path) == findings(text, path)


OURS = [path for path in READABLE if path.parent.name in ("maps", "arguments", "templates")]
assert OURS


def silenced(text, path):
    """Return a map with comments that silence some of what is found in it."""
    chance = random.Random(20251122)
    found = check(document(text, path), Settings(select=("all",)))
    lines = text.split("\n")
    for one in sorted(chance.sample(found, min(12, len(found))), key=lambda one: -one.span.line):
        number, comment = one.span.line - 1, f"# argmap: ignore[{one.code}] a reason"
        trial, line = list(lines), lines[number]
        if chance.random() < 0.5:
            trial[number] += f"  {comment}"
        else:
            trial.insert(number, " " * (len(line) - len(line.lstrip())) + comment)
        if data("\n".join(trial)) == data(text):
            lines = trial
    return "\n".join(lines)


@pytest.mark.parametrize("path", OURS, ids=name)
def test_what_is_silenced_stays_silenced(path):
    """A comment for argmap on or above a line is on or above what stood on that line."""
    text = silenced(text_of(path), path)
    assert findings(formatted(text), path) == findings(text, path)


@given(maps())
def test_what_argmap_writes_is_in_the_layout(argmap):
    text = write(argmap).text
    assert formatted(text) == text


def dumped(draw, value):
    """Return data as YAML in one of many styles."""
    marks = draw(st.sampled_from([[None], ['"'], ["'"], ["|", ">"], [None, '"', ">"]]))
    chance = draw(st.randoms(use_true_random=False))

    class Dumper(yaml.CSafeDumper):
        def represent_str(self, text):
            return self.represent_scalar("tag:yaml.org,2002:str", text, chance.choice(marks))

    Dumper.add_representer(str, Dumper.represent_str)
    return yaml.dump(
        value,
        Dumper=Dumper,
        default_flow_style=draw(st.sampled_from([False, None, None, True])),
        indent=draw(st.integers(2, 7)),
        width=draw(st.sampled_from([5, 20, 80, 200])),
        allow_unicode=True,
        sort_keys=draw(st.booleans()),
    )


def remarked(text, chance):
    """Return a text with comments strewn in, wherever they are none of the data."""
    lines = text.split("\n")
    said = data(text)
    count = 0
    for _ in range(chance.randint(0, 12)):
        number = chance.randrange(len(lines))
        mark = f"# remark {count}"
        trial = list(lines)
        if chance.random() < 0.5:
            trial.insert(number, " " * chance.randint(0, 12) + mark)
        else:
            cut = chance.choice([len(lines[number]), chance.randint(0, len(lines[number]))])
            rest = lines[number][cut:]
            trial[number : number + 1] = [
                f"{lines[number][:cut]} {mark}",
                *([rest] if rest else []),
            ]
        if chance.random() < 0.3:
            trial.insert(chance.randrange(len(trial)), "  ")
        try:
            same = data("\n".join(trial)) == said
        except (yaml.YAMLError, ValueError, TypeError, AttributeError):
            continue
        if same:
            lines, count = trial, count + 1
    return "\n".join(lines), count


@given(st.data())
def test_maps_in_any_layout_with_comments_anywhere(chosen):
    held = yaml.load(write(chosen.draw(maps())).text, yaml.CSafeLoader)
    text = dumped(chosen.draw, held)
    text, count = remarked(text, chosen.draw(st.randoms(use_true_random=False)))
    if chosen.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    assume(is_readable(text))
    found = formatted(text)
    assert formatted(found) == found
    assert data(found) == data(text)
    assert graph(found) == graph(text)
    assert len(re.findall(r"# remark \d+", found)) == count
