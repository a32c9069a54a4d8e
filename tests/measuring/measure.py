"""Run one rule over many texts, each as a map of one claim, and print what it finds.

    python tests/measuring/measure.py AM304 [--sample 60] [--lang en] [--only maps|corpora|own]

The texts are those of `arguments/`, of the corpora in ARGMAP_CORPORA, and of the lists
`tests/rules/SLUG/{good,bad}.LANGUAGE.txt`. Read the findings, judge each, and write how many were
wrong into the rule's `measured`.
"""

import argparse
import json
import os
import random
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from argmap.building import Built
from argmap.linting import Scan, rules
from argmap.loading import Document, read
from argmap.model import ArgMap, Claim
from argmap.review.choosing import Settings, plan

ROOT = Path(__file__).parent.parent
ENGLISH = {
    "the",
    "of",
    "and",
    "is",
    "that",
    "for",
    "are",
    "not",
    "be",
    "should",
    "will",
    "this",
    "has",
}
OTHER = {"che", "di", "il", "della", "per", "non", "la", "de", "um", "para", "uma", "com"}

_STATEMENT = re.compile(r"(?m)[\]>]:[ \t]*(\S.*(?:\n[ \t]*\w.*)*)")


def maps():
    for path in sorted((ROOT.parent / "arguments").glob("*.yaml")):
        document = read(path)
        for claim in document.map.claims.values():
            if claim.id in document.built.places:
                yield f"maps/{path.stem}", claim


def corpora():
    folder = Path(os.environ["ARGMAP_CORPORA"])
    texts = []
    for path in sorted(folder.glob("aif/*.json")):
        nodes = json.loads(path.read_text(encoding="utf-8"))["nodes"]
        texts += ((path.stem, one["text"]) for one in nodes if one["type"] == "I")
    for path in sorted(folder.glob("microtexts/*.xml")):
        texts += ((path.stem, "".join(one.itertext())) for one in ET.parse(path).iter("edu"))
    for path in sorted(folder.glob("argdown/*.argdown")):
        found = _STATEMENT.findall(path.read_text(encoding="utf-8"))
        texts += ((path.stem, " ".join(one.split())) for one in found)
    for number, (name, text) in enumerate(texts):
        words = set(re.findall(r"[a-z']+", text.lower()))
        if len(words) > 1 and (len(words) < 4 or words & ENGLISH) and not words & OTHER:
            yield name, Claim(id=f"c{number}", text=text.strip())


def own(slug, lang):
    for path in sorted((ROOT / "rules" / slug).glob(f"*.{lang}.txt")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines()):
            yield path.stem, Claim(id=f"c{number}", text=text)


def found(rule, claim, lang):
    """Return the messages of a rule for a map of one claim."""
    argmap = ArgMap(title="T", claims={claim.id: claim}, thesis=claim.id, language=lang)
    document = Document("", built=Built(argmap, {claim.id: ("thesis",)}))
    scan = Scan(document, document.built, plan(Settings(select=("all",))).thresholds)
    return [rule.said(one.variant).message["en"].format_map(one.values) for one in rule.check(scan)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("code")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    rule = rules()[asked.code]
    sets = {"maps": maps, "corpora": corpora, "own": lambda: own(rule.slug, asked.lang)}
    for name, texts in sets.items():
        if asked.only not in ("", name) or (
            name == "corpora" and "ARGMAP_CORPORA" not in os.environ
        ):
            continue
        claims = list(texts())
        hits = [
            (where, one, said) for where, one in claims for said in found(rule, one, asked.lang)
        ]
        print(f"## {name}: {len(hits)} findings on {len(claims)} texts")
        shown = hits if len(hits) <= asked.sample else random.Random(1).sample(hits, asked.sample)
        for where, claim, said in shown:
            print(f"{where}: {claim.text}\n    {said}")


if __name__ == "__main__":
    main()
