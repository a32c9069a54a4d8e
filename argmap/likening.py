"""Texts that may say the same: which of many to hold against each other, not trying all pairs."""

from collections.abc import Iterator, Sequence

from argmap.prose import Saying

_RARE = 8  # what more sets than this hold is the subject of them all, and likens none of them


def pairs(sets: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Yield the places of each two sets that share something that few hold, in order.

    >>> list(pairs([frozenset("ab"), frozenset("c"), frozenset("bc")]))
    [(0, 2), (1, 2)]
    """
    holders: dict[str, list[int]] = {}
    for place, one in enumerate(sets):
        for part in one:
            holders.setdefault(part, []).append(place)
    found = {
        (first, second)
        for places in holders.values()
        if 1 < len(places) <= _RARE
        for number, second in enumerate(places)
        for first in places[:number]
    }
    yield from sorted(found)


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
