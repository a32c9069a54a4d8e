"""Mermaid and D2: each claim once, each relation with a word, no text that means anything there."""

import html
import re
from pathlib import Path

import pytest

from argmap.drawing import draw
from argmap.loading import load

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "tests/maps").glob("*.yaml"), *(ROOT / "arguments").glob("*.yaml")])
HOSTILE = ROOT / "tests/drawing/hostile.yaml"
assert FILES
NODE = {
    "mermaid": re.compile(r'^  (n\d+)\["([^"\[\]{}\n]+)"\]$', re.M),
    "d2": re.compile(r'^(n\d+): "((?:[^"\\$\n]|\\.)*)" \{class: [a-z]+\}$', re.M),
}
EDGE = {
    "mermaid": re.compile(r'^  (n\d+) (?:---|-->|-\.-x)(?:\|"[^"]+"\|)? (n\d+)$', re.M),
    "d2": re.compile(r'^(n\d+) (?:--|->) (n\d+): "[^"]*" \{class: line-[a-z]+\}$', re.M),
}


def read(form, text):
    """Return a box's words as who draws it reads them, in one line."""
    if form == "mermaid":
        text = re.sub(r"<br/>|</?b>", " ", text)
        text = html.unescape(re.sub(r"#(\d+);", r"&#\1;", text))
    else:
        text = re.sub(r"\\(.)", lambda found: {"n": " "}.get(found[1], found[1]), text)
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("form", sorted(NODE))
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_claim_is_there_once_and_each_argument_is_a_line(form, path):
    argmap, made = load(path), draw(load(path), form)
    boxes = NODE[form].findall(made)
    texts = [read(form, text) for _, text in boxes]
    for claim in argmap.claims.values():
        assert sum(re.sub(r"\s+", "", claim.text) in text for text in texts) >= 1, claim.id
    assert len(EDGE[form].findall(made)) >= len(argmap.arguments)


@pytest.mark.parametrize("form", sorted(NODE))
def test_hostile_texts_are_only_words(form):
    argmap, made = load(HOSTILE), draw(load(HOSTILE), form)
    assert len(NODE[form].findall(made)) >= len(argmap.claims)
    assert "<script" not in (made if form == "mermaid" else "")
    assert made == draw(load(HOSTILE), form)
