"""Fixes: what is mended is what the fix says, and nothing else; comments stay; once is enough."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from drawing_lots import maps
from hypothesis import assume, given
from hypothesis import strategies as st
from mutating import mutated
from test_formatting import (
    OURS,
    READABLE,
    dumped,
    findings,
    graph,
    is_readable,
    name,
    remarked,
    silenced,
    text_of,
)

from argmap.audit.auditing import Source
from argmap.audit.project import Project
from argmap.exchange.writing import write
from argmap.loading import document
from argmap.problems import Severity
from argmap.repair.fixing import mend

HERE = Path(__file__).parent
CASES = sorted((HERE / "repairing").glob("*/*.yaml"))
FILES = sorted((*HERE.rglob("*.yaml"), *(HERE.parent / "arguments").rglob("*.yaml")))
assert CASES
assert len(FILES) > 100


class Silent:
    """A stream that is no terminal."""

    def isatty(self):
        return False


def mended(content, path="x.yaml", *, unsafe=False, **given):
    """Return a file that is given as bytes, as it is when it has been mended."""
    done = mend([Source(str(path), content)], Project(**given), Silent(), unsafe=unsafe)
    assert not done.checked[0].crashes, done.checked[0].crashes
    assert bool(done.files[0].fixed) == done.has_changed
    return done.output


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_cases(path, snapshot):
    found = mended(path.read_bytes(), path, unsafe=path.parent.name == "unsafe")
    snapshot(path.with_suffix(".out"), found.decode().replace("\r\n", "\n"))
    assert mended(found, path, unsafe=path.parent.name == "unsafe") == found


def test_no_case_is_left_over():
    found = {path.with_suffix(".yaml") for path in (HERE / "repairing").glob("*/*.out")}
    assert found == set(CASES)


def faults(text, path="x.yaml"):
    return Counter(
        one.code for one in document(text, path).problems if one.severity is Severity.ERROR
    )


def like_comments(text):
    """Return all that looks like a comment, but for those that silence rules: these may go.

    What has no space behind its sign may have been meant as text.
    """
    found = re.findall(r"(?:^|(?<=\s))#+(?: [^\r\n]*|$)", text, re.MULTILINE)
    return [one.rstrip() for one in found if "argmap:" not in one]


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_of_every_kind(path, unsafe):
    """Mending twice is mending once; it brings in no fault and loses no comment."""
    content = path.read_bytes()
    found = mended(content, path, unsafe=unsafe)
    if found == content:
        return
    assert mended(found, path, unsafe=unsafe) == found
    before, after = content.decode(), found.decode()
    assert not faults(after, path) - faults(before, path)
    for comment in like_comments(before):
        assert comment in after
    assert (b"\r\n" in content) == (b"\r\n" in found)
    assert content.startswith(b"\xef\xbb\xbf") == found.startswith(b"\xef\xbb\xbf")


def said(text, path):
    """Return what a map says: spaces, addresses, bare repetitions and unused includes aside."""
    found = document(text, path).map
    words = {claim.id: " ".join(claim.text.split()) for claim in found.claims.values()}
    words = {key: re.sub(r" (?=[,.;:!?])", "", one) for key, one in words.items()}
    steps = {(one.premises, one.conclusion, one.polarity) for one in found.arguments.values()}
    sources = {key: one.model_copy(update={"url": None}) for key, one in found.sources.items()}
    rest = (found.thesis, found.options, found.stakeholders, found.criteria, found.definitions)
    return words, steps, sources, rest, found.title, found.expect, found.extra


@pytest.mark.parametrize("path", READABLE, ids=name)
def test_safe_fixes_leave_what_a_map_says(path):
    content = path.read_bytes()
    found = mended(content, path)
    assert said(found.decode(), path) == said(content.decode(), path)


FAULTY = [path for path in FILES if path not in set(READABLE)]
assert len(FAULTY) > 200


@pytest.mark.parametrize("path", FAULTY, ids=name)
def test_a_faulty_map_says_what_it_was_taken_to_say(path):
    """What argmap makes of a fault before it is mended is what stands there afterwards.

    An `x-` key is left out: it may repeat a claim that is given an id.
    """
    content = path.read_bytes()
    found = mended(content, path)
    if found == content or document(content, path).map is None:
        return
    assert said(found.decode(), path)[:-1] == said(content.decode(), path)[:-1]


@given(st.data())
def test_ids_and_the_modeline_change_nothing_of_any_map(chosen):
    text = dumped(chosen.draw, yaml.load(write(chosen.draw(maps())).text, yaml.CSafeLoader))
    text, count = remarked(text, chosen.draw(st.randoms(use_true_random=False)))
    assume(is_readable(text))
    found = mended(text.encode(), select=("derived-id", "missing-modeline")).decode()
    assert mended(found.encode(), select=("derived-id", "missing-modeline")).decode() == found
    assert graph(found)[:2] == graph(text)[:2]
    assert len(re.findall(r"# remark \d+", found)) == count
    assert found.startswith("# yaml-language-server: $schema=")


@pytest.mark.parametrize("path", OURS, ids=name)
def test_what_is_silenced_stays_silenced(path):
    text = silenced(text_of(path), path)
    found = mended(text.encode(), path, select=("derived-id", "missing-modeline")).decode()
    before, after = findings(text, path), findings(found, path)
    assert {key: after[key] for key in after if key[0] not in ("AM091", "AM143", "AM144")} == {
        key: before[key] for key in before if key[0] not in ("AM091", "AM143", "AM144")
    }


SEEDS = [path.read_bytes() for path in FILES if path.stat().st_size < 3000]


@pytest.mark.parametrize("unsafe", [False, True])
def test_files_as_they_look_while_somebody_types(unsafe):
    changed = 0
    for content in mutated(SEEDS, 20251122, 150):
        found = mended(content, unsafe=unsafe)
        if found != content:
            changed += 1
            assert mended(found, unsafe=unsafe) == found
    assert changed > 50
