"""Which claims and arguments of one map are those of another.

Claims are the same where their ids are; else where their texts are; else where the texts are alike
enough. Arguments are the same where they lead from the same premises to the same conclusion; else
one that was moved, turned from support to attack, or given other premises is still the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

from argmap.model import ArgMap, Argument

LIKE = 0.6  # how much of two texts must be common, by letters
LIKE_IN_PLACE = 0.4  # where both are given for the same purpose
_COMMON = 40  # a word in more claims than this tells nothing
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")

Place = tuple[str, str]  # a polarity, and what is supported or attacked
Step = tuple[str, str, frozenset[str]]  # a polarity, a conclusion, premises


@dataclass(frozen=True, slots=True)
class Match:
    """Ids in the new map by ids in the old one, of whatever is in both."""

    claims: Mapping[str, str]
    arguments: Mapping[str, str]

    def new(self, key: str) -> str:
        """Return what an id of the old map is in the new one; nothing where it is gone."""
        return self.claims.get(key) or self.arguments.get(key, "")


def match(old: ArgMap, new: ArgMap) -> Match:
    """Return what is in both maps."""
    claims = _claims(old, new)
    return Match(claims, _Arguments(old, new, claims).found())


def _claims(old: ArgMap, new: ArgMap) -> dict[str, str]:
    found = {key: key for key in old.claims if key in new.claims}
    left = [key for key in old.claims if key not in found]
    free = [key for key in new.claims if key not in found]
    texts: dict[str, list[str]] = {}
    for key in free:
        texts.setdefault(_plain(new.claims[key].text), []).append(key)
    for key in left:
        same = texts.get(_plain(old.claims[key].text))
        if same:
            found[key] = same.pop(0)
    taken = set(found.values())
    left = [key for key in left if key not in found]
    free = [key for key in free if key not in taken]
    return found | _alike(old, new, left, free, found)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _alike(
    old: ArgMap, new: ArgMap, left: list[str], free: list[str], found: Mapping[str, str]
) -> dict[str, str]:
    """Pair claims that have no partner yet, those most alike first."""
    bags = {key: Counter(_WORD.findall(new.claims[key].text.casefold())) for key in free}
    index: dict[str, list[str]] = {}
    for key, bag in bags.items():
        for word in bag:
            index.setdefault(word, []).append(key)
    before = {
        key: {(polarity, found.get(end, "")) for polarity, end in places}
        for key, places in _places(old).items()
    }
    after = _places(new)
    order = {key: number for number, key in enumerate(free)}
    scored = []
    for number, key in enumerate(left):
        bag = Counter(_WORD.findall(old.claims[key].text.casefold()))
        rare = (index[word] for word in bag if word in index and len(index[word]) <= _COMMON)
        for other in {one for keys in rare for one in keys}:
            near = bool(before.get(key, set()) & after.get(other, set()))
            score = likeness(bag, bags[other])
            if score >= (LIKE_IN_PLACE if near else LIKE):
                scored.append((-score, number, order[other], key, other))
    return _paired((key, other) for *_, key, other in sorted(scored))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return how much of two texts is common: of their words, each counted by its letters.

    >>> likeness(Counter(["the", "street", "is", "wet"]), Counter(["the", "street", "is", "dry"]))
    0.7857142857142857
    """
    common = sum(len(word) * count for word, count in (one & other).items())
    whole = sum(len(word) * count for bag in (one, other) for word, count in bag.items())
    return 2 * common / whole if whole else 0.0


def _paired(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, other in pairs:
        if key not in found and other not in taken:
            found[key] = other
            taken.add(other)
    return found


def _places(argmap: ArgMap) -> dict[str, set[Place]]:
    found: dict[str, set[Place]] = {}
    for one in argmap.arguments.values():
        for premise in one.premises:
            found.setdefault(premise, set()).add((one.polarity, one.conclusion))
    return found


class _Arguments:
    """The arguments of two maps whose claims are matched."""

    def __init__(self, old: ArgMap, new: ArgMap, claims: Mapping[str, str]) -> None:
        self.claims = claims
        self.left, self.free = dict(old.arguments), dict(new.arguments)
        self.pairs: dict[str, str] = {}

    def found(self) -> dict[str, str]:
        """Pair equals, then what was changed in one way; then again what bears on these."""
        before = -1
        while before < len(self.pairs):
            before = len(self.pairs)
            self.pair(lambda step: step)
            if len(self.pairs) == before:
                self.pair(lambda step: step[1:])  # turned
                self.pair(lambda step: (step[0], step[2]))  # moved
                self.pair(lambda step: step[2])
                self.overlapping()
        return self.pairs

    def step(self, one: Argument) -> Step:
        """Return what an old argument is in terms of the new map; "" is what is not there."""
        end = self.claims.get(one.conclusion) or self.pairs.get(one.conclusion, "")
        premises = (self.claims.get(key, f"- {key}") for key in one.premises)
        return one.polarity, end, frozenset(premises)

    def pair(self, trait: Callable[[Step], Hashable]) -> None:
        """Pair arguments in which a trait is the same, those of the same id first."""
        known: dict[Hashable, list[str]] = {}
        for one in self.free.values():
            known.setdefault(trait(_step(one)), []).append(one.id)
        for one in list(self.left.values()):
            same = known.get(trait(self.step(one)))
            if same:
                key = one.id if one.id in same else same[0]
                same.remove(key)
                self.take(one.id, key)

    def overlapping(self) -> None:
        """Pair arguments of one polarity on one conclusion that share some premise."""
        by_end: dict[tuple[str, str], list[Argument]] = {}
        for one in self.free.values():
            by_end.setdefault((one.polarity, one.conclusion), []).append(one)
        for one in list(self.left.values()):
            polarity, end, start = self.step(one)
            several = by_end.get((polarity, end), [])
            other = next((it for it in several if start & set(it.premises)), None)
            if other:
                several.remove(other)
                self.take(one.id, other.id)

    def take(self, old: str, new: str) -> None:
        """Note that two arguments are the same."""
        self.pairs[old] = new
        del self.left[old], self.free[new]


def _step(one: Argument) -> Step:
    return one.polarity, one.conclusion, frozenset(one.premises)
