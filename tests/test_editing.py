"""Changes by path do to the text what they would do to the data, and to nothing else."""

import copy

import pytest
import yaml

from argmap.positions import Span
from argmap.problems import Edit
from argmap.repair.editing import Insert, Remove, Rename, Replace, Source, edits

TEXTS = {
    "block": """\
# first
argmap: 1
title: A title # with a comment
thesis:
  id: wet
  text: >-
    The street
    is wet.
  support:   # reasons
    - It rained, and it
      rained long.
    - text: "A pipe: burst."
      tags: [a, b]

    # about the next
    - ref: rain
      undercut: [Streets dry., {text: "No."}]
    - |
      Two
      lines.
expect: {ranking: [wet]}
claims:
  rain: It rained.
""",
    "dashes at the margin": """\
argmap: 1
thesis:
  text: T
  support:
  - A
  -   text: B
      note: n
  attack:
  - C
""",
    "flow": '{argmap: 1, thesis: {text: "A, b", support: [a, {text: "é😀"}, b]}, claims: {}}\n',
    "windows": "argmap: 1\r\nthesis:\r\n  text: T\r\n  support:\r\n    - A\r\n    - B\r\n",
    "no last newline": "argmap: 1\nthesis:\n  text: T\n  support: [A]",
}


def applied(text, changes):
    """Return the text with edits made from the end backwards; lines are those of editors."""
    lines = text.splitlines(keepends=True) or [""]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(line, column):
        return starts[line - 1] + column - 1

    done = sorted(
        (
            offset(one.span.line, one.span.column),
            offset(one.span.end_line, one.span.end_column),
            one.text,
        )
        for one in changes
    )
    for start, end, new in reversed(done):
        text = text[:start] + new + text[end:]
    return text


def paths(data, path=()):
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from paths(value, (*path, key))


def at(data, path):
    for key in path:
        data = data[key]
    return data


def removed(data, path):
    data = copy.deepcopy(data)
    while len(at(data, path[:-1])) == 1:
        path = path[:-1]
    del at(data, path[:-1])[path[-1]]
    return data


CASES = [(name, path) for name, text in TEXTS.items() for path in paths(yaml.safe_load(text))]
assert len(CASES) > 50


@pytest.mark.parametrize(("name", "path"), CASES)
def test_replacing(name, path):
    text = TEXTS[name]
    data = yaml.safe_load(text)
    made = edits(Source(text), [Replace(path, "Smith says: no")])
    if made is None:
        assert isinstance(at(data, path), dict | list)
        return
    at(data, path[:-1])[path[-1]] = "Smith says: no"
    assert yaml.safe_load(applied(text, made)) == data


@pytest.mark.parametrize(("name", "path"), CASES)
def test_renaming(name, path):
    text = TEXTS[name]
    data = yaml.safe_load(text)
    made = edits(Source(text), [Rename(path, "x-new")])
    if made is None:
        assert isinstance(path[-1], int)
        return
    parent = at(data, path[:-1])
    entries = [("x-new" if key == path[-1] else key, value) for key, value in parent.items()]
    parent.clear()
    parent.update(entries)
    assert yaml.safe_load(applied(text, made)) == data


@pytest.mark.parametrize(("name", "path"), CASES)
def test_removing(name, path):
    text = TEXTS[name]
    made = edits(Source(text), [Remove(path)])
    assert made is not None or path in {("thesis", "support", 2, "ref"), ("claims", "rain")}, path
    if made is not None:
        new = applied(text, made)
        assert yaml.safe_load(new) == removed(yaml.safe_load(text), path)
        assert ("# about" in text) == ("# about" in new) or path in {
            ("thesis",),
            ("thesis", "support"),
        }


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("name", "path"), CASES)
def test_inserting(name, path, first):
    text = TEXTS[name]
    data = yaml.safe_load(text)
    here = at(data, path)
    key = 0 if isinstance(here, list) else "id2"
    made = edits(Source(text), [Insert((*path, key), "new", first=first)])
    assert (made is None) == isinstance(here, int), path
    if made is None:
        return
    if isinstance(here, list):
        here.insert(0, "new")
    elif isinstance(here, dict):
        here["id2"] = "new"
    else:
        at(data, path[:-1])[path[-1]] = {"id2": "new", "text": here}
    new = applied(text, made)
    assert yaml.safe_load(new) == data
    assert text.count("#") == new.count("#")


def test_what_stands_elsewhere_is_left_alone():
    text = "a: &x {k: [1, 2]}\nb: *x\nc: [*x, 3]\n"
    for change in (
        Replace(("b", "k", 0), 2),
        Replace(("a",), "new"),
        Remove(("b", "k", 0)),
        Remove(("c", 0)),
        Remove(("c", 1)),
        Insert(("b", "new"), 1),
        Rename(("b", "k"), "new"),
    ):
        assert edits(Source(text), [change]) is None, change


def test_a_comment_is_never_lost():
    text = "- a: 1\n  # keep\n  b: 2\n- [1, # keep\n  2]\n"
    assert edits(Source(text), [Remove((0, "a"))]) is None
    assert edits(Source(text), [Remove((1, 0))]) is None


@pytest.mark.parametrize("path", [(), ("b",), ("a", 3), ("a", "b"), ("a", 0, "c")])
def test_what_is_not_there_cannot_be_changed(path):
    for change in (Replace((*path, "z"), 1), Remove((*path, "z")), Rename((*path, "z"), "y")):
        assert edits(Source("a: [1]"), [change]) is None


def test_edits_of_a_rule_pass_as_they_are():
    mine = Edit(Span(1, 1, 1, 2), "b")
    assert edits(Source("a: 1"), [mine, Replace(("a",), 2)]) == (mine, Edit(Span(1, 4, 1, 5), "2"))
