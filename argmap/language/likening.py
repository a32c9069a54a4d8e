"""Texts that may say the same: which of many to hold against each other, not trying all pairs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from argmap.language.prose import Saying, prose
from argmap.language.wording import lists
from argmap.linting import Scan

_RARE = 8  # what more texts than this mention is the subject of them all, and likens none of them
_FEW = 12  # so many texts can be held against each other without an index


def gists(scan: Scan) -> Mapping[str, frozenset[str]]:
    """Return how the words begin that carry the matter of each claim of a file.

    Words that have a stem in common begin alike; so this is enough to leave most texts alone, and
    far cheaper than their stems.
    """
    own = lists(scan.map.language, scan.words)
    stop = own.several("stop") if own else frozenset()
    found = {}
    for saying in scan.once(prose).sayings:
        if saying.own:
            gist = frozenset([word[:3] for word in saying.words if word not in stop])
            if not saying.is_bare and "n't" in saying.text:
                gist -= {word[:3] for word in saying.words if word.endswith("n't")}
            found[saying.claim.id] = gist
    return found


def pairs(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of each two sets that have something in common, in order.

    Of very many sets, only what few of them hold counts.

    >>> list(pairs([frozenset("ab"), frozenset("c"), frozenset("bc")]))
    [(0, 2), (1, 2)]
    """
    if len(sets) <= _FEW:
        for first, second in combinations(range(len(sets)), 2):
            if not sets[first].isdisjoint(sets[second]):
                yield first, second
        return
    holders: dict[str, list[int]] = {}
    for place, one in enumerate(sets):
        for part in one:
            holders.setdefault(part, []).append(place)
    few = [places for places in holders.values() if 1 < len(places) <= _RARE]
    yield from sorted({pair for places in few for pair in combinations(places, 2)})


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of what either of two sets holds both hold, 0 to 1 (Jaccard 1901).

    >>> alike(frozenset("abc"), frozenset("bcd"))
    0.5
    """
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def denials(saying: Saying) -> int:
    """Return how often a text denies something."""
    if saying.lists is None:
        return 0
    negations = saying.lists.several("negations")
    return sum(word in negations or word.endswith("n't") for word in saying.words)


def figures_in(saying: Saying) -> frozenset[str]:
    """Return the words of a text that hold a digit."""
    return frozenset(word for word in saying.words if any(c.isdigit() for c in word))
