"""What a map says in more than one language, text by text, for the rules that compare them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.linting import Scan
from argmap.model import ArgMap, Spot
from argmap.positions import Path


@dataclass(frozen=True, slots=True)
class Parallel:
    """One thing that is said: its path, and its words by language.

    `single` tells that it is written as one plain text, and not as a mapping by language.
    """

    path: Path
    texts: Mapping[str, str]
    single: bool

    def at(self, language: str) -> Path:
        """Return the path of the words in a language."""
        return self.path if self.single else (*self.path, language)


def parallels(scan: Scan) -> tuple[Parallel, ...]:
    """Return everything that this file says and that can be said in other languages.

    Empty where the map has but one language.
    """
    if not scan.map.translations:
        return ()
    return tuple(_parallel(scan, *one) for one in _spots(scan))


def _parallel(scan: Scan, spot: Spot, path: Path, text: str) -> Parallel:
    said = {
        language: texts[spot] for language, texts in scan.map.translations.items() if spot in texts
    }
    return Parallel(path, said or {scan.map.language: text}, single=not said)


def _spots(scan: Scan) -> Iterator[tuple[Spot, Path, str]]:
    yield from (one for one in _of_the_map(scan.map) if one[2])
    for claim, place in scan.claims:
        yield ("claim", claim.id, "text"), (*place, "text"), claim.text
        if claim.label:
            yield ("claim", claim.id, "label"), (*place, "label"), claim.label


def _of_the_map(argmap: ArgMap) -> Iterator[tuple[Spot, Path, str]]:
    yield ("map", "", "title"), ("title",), argmap.title
    yield ("map", "", "summary"), ("summary",), argmap.summary
    yield ("map", "", "question"), ("question",), argmap.question
    for key, text in argmap.stakeholders.items():
        if "/" not in key:
            yield ("stakeholder", key, "text"), ("stakeholders", key), text
    for number, one in enumerate(argmap.criteria):
        yield ("criterion", one.id, "text"), ("criteria", number, "text"), one.text
    for key, text in argmap.definitions.items():
        yield ("definition", key, "text"), ("definitions", key), text
