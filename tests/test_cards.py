"""Claims beside their quotes: each card of `cards/LANGUAGE.yaml` has the findings listed there.

A card is a claim's text, a quote, and `found`, the codes that a careful reader would give it. Where
the rules are known to say something else, `said` has what they say: that is how they are measured.
"""

import json
from collections import Counter
from pathlib import Path

import pytest
import yaml

from argmap.checking import check
from argmap.linting import rules
from argmap.review.choosing import Settings

FILES = sorted((Path(__file__).parent / "cards").glob("*.yaml"))
assert FILES
CARDS = [(path.stem, card) for path in FILES for card in yaml.safe_load(path.read_text("utf-8"))]
CODES = ("AM219", "AM221")


def found(language, card, folder):
    path = folder / "card.yaml"
    source = {"author": "Ana Ruiz", "title": "T", "date": 2024}
    cite = [{"source": "s", "quote": card["quote"]}]
    written = {
        "argmap": 1, "title": "T", "language": language, "sources": {"s": source},
        "thesis": {"text": card["text"], "cite": cite},
    }  # fmt: skip
    path.write_text(json.dumps(written), encoding="utf-8")
    return sorted({one.code for one in check(path, Settings(select=CODES))})


@pytest.mark.parametrize(("language", "card"), CARDS, ids=lambda one: str(one)[:40])
def test_a_card(language, card, tmp_path):
    assert found(language, card, tmp_path) == card.get("said", card["found"])


@pytest.mark.parametrize("code", CODES)
def test_what_was_measured_is_what_the_rule_says(code):
    """The rule's own figures are no better than what the cards show."""
    wrong, told = Counter(), Counter()
    for _, card in CARDS:
        said = card.get("said", card["found"])
        told.update(said)
        wrong.update(one for one in said if one not in card["found"])
    measured = rules()[code].measured
    assert measured.false / measured.of >= wrong[code] / told[code]
    assert told[code] >= 15
