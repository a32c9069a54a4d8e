"""How long it takes to load maps, beside what libyaml takes to parse the same texts.

    python tests/benchmarks/loading.py [MAPS]

Prints the ratio for MAPS (300) generated maps of 60 claims, and what its parts take, then the time
for each claim in larger and larger maps, which should stay the same. The aim is a ratio of 8, the
limit is 10.
"""

import random
import sys
from collections.abc import Callable, Sequence
from time import process_time
from typing import Any

from yaml._yaml import CParser

from argmap.building import build
from argmap.loading import document
from argmap.tree import MapFile
from argmap.yamlfile.recovering import reading
from argmap.yamlfile.validating import validated
from argmap.yamlfile.yamltext import nodes, plain

ROUNDS = 9
WORDS = [
    "the",
    "school",
    "day",
    "should",
    "start",
    "later",
    "because",
    "teenagers",
    "need",
    "sleep",
    "and",
    "evidence",
    "from",
    "trials",
    "shows",
    "attendance",
    "grades",
    "transport",
    "costs",
    "parents",
    "work",
    "schedules",
    "policy",
    "council",
    "budget",
    "risk",
    "benefit",
    "study",
    "survey",
    "percent",
    "students",
    "teachers",
    "phone",
    "ban",
    "classroom",
    "attention",
    "anxiety",
    "social",
    "media",
    "homework",
    "uniform",
    "vote",
    "sixteen",
    "carbon",
    "tax",
    "nuclear",
    "energy",
    "wind",
    "price",
    "fairness",
]


class Generator:
    """Writes a map of so many claims, in the forms that people use."""

    def __init__(self, seed: int, claims: int) -> None:
        self.chance, self.left, self.number = random.Random(seed), claims, 0
        self.lines = ["argmap: 1", f"title: {self.sentence(6)}", "sources:"]
        for source in range(6):
            self.lines += [
                f"  s{source}:",
                f"    title: {self.sentence(5)}",
                "    date: 2024-05-01",
            ]
            self.lines += [f"    url: https://example.org/{self.chance.randrange(10**6)}"]
        self.lines.append("thesis:")
        self.claim("  ", "  ", 0)
        self.lines += ["claims:"] if self.left else []
        while self.left:
            self.lines.append(f"  k{self.number}:")
            self.claim("    ", "    ", 0)

    @property
    def text(self) -> str:
        """The map as a file."""
        return "\n".join(self.lines) + "\n"

    def sentence(self, words: int) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(words)).capitalize() + "."

    def claim(self, lead: str, indent: str, depth: int) -> None:
        self.left -= 1
        self.number += 1
        said = self.sentence(self.chance.randint(8, 18))
        if self.number % 9 == 0:
            self.lines += [f"{lead}text: >-", f"{indent}  {said}", f"{indent}  {self.sentence(8)}"]
        else:
            self.lines.append(
                f'{lead}text: "{said}"' if self.number % 4 == 0 else f"{lead}text: {said}"
            )
        if indent != lead and self.chance.random() < 0.8:
            self.lines.append(f"{indent}id: c{self.number}")
        for share, line in (
            (0.3, "kind: fact"),
            (0.35, f"cite: [{{source: s{self.number % 6}, paragraph: {self.number % 30 + 1}}}]"),
            (0.1, "confidence: 0.7"),
        ):
            if self.chance.random() < share:
                self.lines.append(indent + line)
        for key in ("support", "attack"):
            if depth < 5 and (depth == 0 or self.chance.random() < 0.6):
                self.reasons(key, indent, depth)

    def reasons(self, key: str, indent: str, depth: int) -> None:
        for number in range(min(self.left, self.chance.randint(1, 4))):
            if self.left <= 0:
                return
            if number == 0:
                self.lines.append(f"{indent}{key}:")
            if self.chance.random() < 0.2:
                self.lines.append(f"{indent}  - {self.sentence(9)}")
                self.left -= 1
            else:
                self.claim(f"{indent}  - ", f"{indent}    ", depth + 1)


def best(call: Callable[[Any], object], inputs: Sequence[Any]) -> float:
    """Return the milliseconds of processor time that an input takes."""
    begun = process_time()
    for one in inputs:
        call(one)
    return (process_time() - begun) / len(inputs) * 1000


def main(count: int) -> None:
    """Print the table."""
    texts = [Generator(seed, 60).text for seed in range(count)]
    files = [text.encode() for text in texts]
    for file in files:
        found = document(file)
        assert found.map and len(found.map.claims) == 60 and not found.problems, found.problems
    read = [reading(text) for text in texts]
    data = [plain(one.layout.root) for one in read if one.layout]
    trees = [tree for one in read if (tree := validated(one).tree)]
    parts: dict[str, tuple[Callable[[Any], object], Sequence[Any]]] = {
        "libyaml alone": (lambda text: CParser(text).raw_parse(), texts),
        "nodes": (nodes, texts),
        "plain data": (lambda one: plain(one.layout.root), read),
        "pydantic": (MapFile.model_validate, data),
        "graph": (build, trees),
    }
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, (call, inputs) in parts.items():
            times.setdefault(name, []).append(best(call, inputs))
    read.clear(), data.clear(), trees.clear()
    for _ in range(ROUNDS):
        times.setdefault("floor", []).append(best(*parts["libyaml alone"]))
        times.setdefault("bytes to map", []).append(best(document, files))
    floor = min(times["libyaml alone"] + times.pop("floor"))
    size = sum(map(len, files)) / len(files) / 1000
    print(f"{count} maps of 60 claims, {size:.1f} kB each")
    for name, found in times.items():
        print(f"{name:>15} {min(found):7.3f} ms {min(found) / floor:6.2f} times libyaml")
    for claims in (60, 2_000, 10_000):
        file = Generator(7, claims).text.encode()
        each = min(best(document, [file]) for _ in range(3)) / claims * 1000
        print(f"{claims:>7} claims {each:7.2f} µs a claim")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
