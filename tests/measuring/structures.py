"""Run one rule over whole argument maps that others wrote, and print what it finds, with texts.

    python tests/measuring/structures.py AM108 [--sample 60] [--only maps|written|microtexts|aif]

The maps are those of `arguments/`, those written as a class would in `tests/measured/maps/`, and
the graphs of the corpora in ARGMAP_CORPORA. Read the findings, judge each, and write how many were
wrong into the rule's `measured`.
"""

import argparse
import json
import os
import random
import xml.etree.ElementTree as ET
from pathlib import Path

from argmap.building import Built
from argmap.linting import Scan, rules
from argmap.loading import Document, read
from argmap.model import ArgMap, Argument, Claim
from argmap.review.choosing import Settings, plan

ROOT = Path(__file__).parent.parent
PLAN = plan(Settings(profile="publish", select=("all",)))


def scanned(claims, arguments, thesis):
    """Return a map as rules see it; each claim and argument stands at a place of its own."""
    argmap = ArgMap(title="T", claims=claims, arguments=arguments, thesis=thesis)
    places = {key: ("claims", key) for key in (*claims, *arguments)} | {thesis: ("thesis",)}
    built = Built(argmap, places)
    return Scan(Document("", built=built), built, PLAN.thresholds)


def maps(folder=ROOT.parent / "arguments"):
    for path in sorted(folder.glob("*.yaml")):
        document = read(path)
        yield path.stem, Scan(document, document.built, PLAN.thresholds)


def written():
    yield from maps(ROOT / "measured" / "maps")


def microtexts():
    for path in sorted(Path(os.environ["ARGMAP_CORPORA"]).glob("microtexts/*.xml")):
        tree = ET.parse(path).getroot()
        said = {one.get("id"): "".join(one.itertext()).strip() for one in tree.iter("edu")}
        edges = [
            (one.get("id"), one.get("src"), one.get("trg"), one.get("type"))
            for one in tree.iter("edge")
        ]
        texts: dict[str, list[str]] = {}
        for _, source, target, kind in edges:
            if kind == "seg":
                texts.setdefault(target, []).append(said.get(source, ""))
        claims = {
            key: Claim(id=key, text=" ".join(parts)) for key, parts in texts.items() if any(parts)
        }
        linked: dict[str, list[str]] = {}
        for _, source, target, kind in edges:
            if kind == "add":
                linked.setdefault(target, []).append(source)
        arguments = {
            key: Argument(
                id=key,
                premises=tuple(one for one in (source, *linked.get(key, ())) if one in claims),
                conclusion=target,
                polarity="support" if kind in ("sup", "exa") else "attack",
            )
            for key, source, target, kind in edges
            if kind in ("sup", "exa", "reb", "und") and source in claims
        }
        used = {key for one in arguments.values() for key in one.premises}
        top = next((key for key in claims if key not in used), "")
        if top:
            yield path.stem, scanned(claims, arguments, top)


def aif():
    for path in sorted(Path(os.environ["ARGMAP_CORPORA"]).glob("aif/*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        nodes = {one["nodeID"]: one for one in data["nodes"]}
        claims = {
            k: Claim(id=k, text=v["text"].strip()) for k, v in nodes.items() if v["type"] == "I"
        }
        into: dict[str, list[str]] = {}
        out: dict[str, list[str]] = {}
        for edge in data["edges"]:
            into.setdefault(edge["toID"], []).append(edge["fromID"])
            out.setdefault(edge["fromID"], []).append(edge["toID"])
        arguments = {
            key: Argument(
                id=key,
                premises=tuple(one for one in into.get(key, ()) if one in claims),
                conclusion=out[key][0],
                polarity="attack" if node["type"] == "CA" else "support",
            )
            for key, node in nodes.items()
            if node["type"] in ("RA", "CA") and out.get(key)
        }
        arguments = {
            key: one
            for key, one in arguments.items()
            if one.premises and (one.conclusion in claims or one.conclusion in arguments)
        }
        used = {key for one in arguments.values() for key in one.premises}
        top = next((key for key in claims if key not in used), "")
        if top and arguments:
            yield path.stem, scanned(claims, arguments, top)


def told(rule, scan, one):
    """Return a finding's message, and the texts of the claims around it."""
    said = rule.said(one.variant).message["en"].format_map(one.values)
    places = {path: key for key, path in scan.built.places.items()}
    around = []
    for path in (one.path, *(also.path for also in one.also)):
        above = (path[:end] for end in range(len(path), 0, -1))
        key = next((places[part] for part in above if part in places), "")
        for name in scan.map.arguments[key].premises if key in scan.map.arguments else [key]:
            if name in scan.map.claims:
                around.append(scan.map.claims[name].text)
                for up in scan.graph.used.get(name, ())[:1]:
                    target = scan.graph.target(up)
                    around.append(f"    {up.polarity}s: {scan.map.claims[target].text}")
    return "\n      ".join([said, *dict.fromkeys(around)])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("code")
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    rule = rules()[asked.code]
    for make in (maps, written, microtexts, aif):
        if asked.only not in ("", make.__name__) or (
            make not in (maps, written) and "ARGMAP_CORPORA" not in os.environ
        ):
            continue
        scans = list(make())
        hits = [(name, told(rule, scan, one)) for name, scan in scans for one in rule.check(scan)]
        print(f"## {make.__name__}: {len(hits)} findings on {len(scans)} maps")
        shown = hits if len(hits) <= asked.sample else random.Random(1).sample(hits, asked.sample)
        for name, text in shown:
            print(f"- {name}: {text}")


if __name__ == "__main__":
    main()
