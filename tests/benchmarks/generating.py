"""Maps to measure with: as long and deep as those of `arguments/`, with as much said of each claim.

There, too, a claim has some 75 letters, an id, a kind, most often a citation, and one in three a
label; a map of 60 claims takes some 20 kB.
"""

import random
from collections.abc import Iterator
from pathlib import Path

WHO = (
    "Towns with later buses", "Schools by the river", "Parents of small children",
    "Nurses on the ward", "Farmers near the border", "Pupils of the evening course",
    "Shops beside the station", "Judges of the youth court", "Trainees in the works",
    "Families with two incomes", "Drivers of heavy trucks", "Members of the council",
    "Owners of old houses", "Clerks in the tax office", "Players of the local club",
    "Guests of the hotels", "Sailors in the harbour", "Widows above seventy",
)  # fmt: skip
DOES = (
    "would spend less on", "know more about", "have lost time over", "will vote against",
    "can gain from", "are paying for", "rely on", "have written letters about", "must plan around",
    "take part in", "should ask for", "were worried about", "look after", "do not share costs of",
    "could do without",
)  # fmt: skip
WHAT = (
    "hot lunches", "the night train", "clean water", "language lessons", "the weekly market",
    "public pools", "repairs of the bridge", "the new clinic", "sports after class",
    "flood insurance", "the library", "help with homework", "street lamps", "music rooms",
    "garden plots", "the ferry", "bicycle lanes", "glass recycling",
)  # fmt: skip
WHEN = (
    "during the winter", "after the reform", "in the second year of the trial",
    "where the fee was dropped", "under the plan", "on three days of the week",
    "when the office is open", "since the change of the timetable", "before the election",
    "at the end of the month", "without a subsidy", "in every district",
)  # fmt: skip
SOURCES = ("harbour", "survey", "ledger", "hearing", "review")
SECTIONS = ("What the town spends", "Who was asked", "Results of the second year", "Objections")
SIDES = ("town", "county")


def written(size: int, seed: int) -> str:
    """Return a map of so many claims: a tree with citations, linked premises and references."""
    return "\n".join(_Writer(random.Random(seed), size).lines()) + "\n"


def make(folder: Path, count: int, size: int = 60) -> None:
    """Write maps into a folder, a hundred to each of the folders in it."""
    for number in range(count):
        target = folder / f"{number // 100:03}" / f"map-{number:05}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(written(size, number), encoding="utf-8")


class _Writer:
    """Writes one map; `share` holds how many claims stand at and below each."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self.chance, self.left, self.count = chance, size - 1, 0
        self.seen: set[str] = set()
        self.ids: list[str] = []

    def lines(self) -> Iterator[str]:
        """Yield the lines of the map."""
        yield "# yaml-language-server: $schema=../schemas/argmap.schema.json"
        yield "argmap: 1"
        yield f"title: A plan for the town, draft {self.chance.randrange(10**6)}"
        yield "sources:"
        for name in SOURCES:
            yield f"  {name}:"
            yield "    type: report"
            yield f"    title: The {name} of the year"
            yield f"    author: Office {self.chance.randrange(40)} of the county"
            yield "    qualifications: ten years of public statistics"
            yield f"    date: 202{self.chance.randrange(3, 6)}-0{self.chance.randrange(1, 10)}-11"
            yield f"    url: https://example.org/{name}/{self.chance.randrange(10**6)}"
            if self.chance.random() < 0.9:
                yield "    accessed: 2026-03-11"
        yield "stakeholders:"
        yield from (f"  {one}: The {one}" for one in SIDES)
        yield "thesis:"
        yield "  id: plan"
        yield "  text: The town should adopt the plan of the council."
        yield "  kind: policy"
        yield from self.reasons(1, self.left, 5)

    def reasons(self, depth: int, size: int, most: int) -> Iterator[str]:
        """Yield reasons for and against a claim, of so many claims in all."""
        count = min(size, most)
        words = [iter(self.chance.sample(one, count)) for one in (WHO, DOES, WHAT, WHEN)]
        sizes = [size // count + (number < size % count) for number in range(count)]
        against = self.chance.randrange(1, count) if count > 1 else self.chance.randrange(2)
        for key, parts in (("support", sizes[against:]), ("attack", sizes[:against])):
            if parts:
                yield "  " * depth + f"{key}:"
            for part in parts:
                yield from self.reason(depth + 1, part, self.sentence(words))

    def sentence(self, words: list[Iterator[str]]) -> str:
        """Return a sentence that is new to the map."""
        found = " ".join(next(one) for one in words)
        while found in self.seen:
            found = f"{found} {self.chance.choice(WHEN)}"
        self.seen.add(found)
        return f"{found}."

    def reason(self, depth: int, size: int, text: str) -> Iterator[str]:
        """Yield one reason, with what is below it, in one of the forms that there are."""
        pad, kind = "  " * depth, self.chance.random()
        if size == 1 and kind < 0.1 and self.ids:
            yield f"{pad}- ref: {self.chance.choice(self.ids)}"
        elif size == 2 and kind < 0.7:
            yield f"{pad}- premises:"
            yield from self.claim(f"{pad}    ", text, based=True)
            other = f"What {text[0].lower()}{text[1:-1]} serves every quarter"
            yield from self.claim(f"{pad}    ", f"{other}.", based=True)
            yield f"{pad}  strength: 0.{self.chance.randrange(3, 10)}"
        else:
            yield from self.claim(pad, text, based=size == 1)
            if size > 1:
                yield from self.reasons(depth + 1, size - 1, self.chance.randrange(2, 4))

    def claim(self, pad: str, text: str, *, based: bool) -> Iterator[str]:
        """Yield a claim that is written in place."""
        self.count += 1
        yield f"{pad}- id: claim-{self.count}"
        if based:
            self.ids.append(f"claim-{self.count}")
        if self.chance.random() < 0.35:
            yield f"{pad}  label: {self.chance.choice(WHAT).capitalize()} {self.count}"
        style = self.chance.random()
        if style < 0.5:
            yield f"{pad}  text: >-"
            yield f"{pad}    {text}"
        elif style < 0.6:
            yield f'{pad}  text: "{text}"'
        else:
            yield f"{pad}  text: {text}"
        yield f"{pad}  kind: {self.chance.choice(('fact', 'value', 'prediction', 'policy'))}"
        if self.chance.random() < 0.3:
            yield f"{pad}  stakeholder: {self.chance.choice(SIDES)}"
        if self.chance.random() < 0.85:
            yield f"{pad}  cite: [{self.citation()}]"
        elif based:
            yield f"{pad}  basis: common-knowledge"

    def citation(self) -> str:
        """Return where a claim is found."""
        found = f"source: {self.chance.choice(SOURCES)}"
        if self.chance.random() < 0.5:
            found += f", section: {self.chance.choice(SECTIONS)}"
        return f"{{{found}, paragraph: {self.chance.randrange(1, 30)}}}"
