"""Quotations held against other words: is a stretch of them verbatim, and where does it depart."""

import re
import unicodedata

_WORD = re.compile(r"\d[\d.,]*\d|\w+(?:['’-]\w+)*")
_GAP = re.compile(r"[\[(]\s*(?:\.\s?\.\s?\.|…)\s*[\])]|\.\s?\.\s?\.\.?|…")
_SHOWN = 3  # words on either side of a gap


def words(text: str) -> list[str]:
    """Return the words of a text, so that case, signs and line breaks make no difference.

    >>> words("“Crossings fell — by 1,500”, it’s said.")
    ['crossings', 'fell', 'by', '1,500', "it's", 'said']
    """
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").replace("’", "'")
    return [one[0] for one in _WORD.finditer(plain.casefold())]


def departure(said: list[str], quote: list[str]) -> tuple[int, int] | None:
    """Return how many words a stretch has in common with a quote, and where in it they end.

    None means that all of them stand in the quote, one after the other.

    >>> quote = words("The plan may cause harm.")
    >>> departure(words("the plan will cause harm"), quote), departure(words("may cause"), quote)
    ((2, 2), None)
    """
    best = (0, 0)
    for start, first in enumerate(quote):
        if said and first == said[0]:
            length = _common(said, quote[start : start + len(said)])
            best = max(best, (length, start + length), key=lambda one: one[0])
    return None if best[0] == len(said) else best


def _common(one: list[str], other: list[str]) -> int:
    """Return how many words two lists have in common at their beginnings."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def parts(text: str) -> list[str]:
    """Return what stands between the ellipses of a text.

    >>> parts("It works [...] in schools…")
    ['It works ', ' in schools', '']
    """
    return _GAP.split(text)


def gap(quote: str) -> str:
    """Return the first place inside a quote where an ellipsis stands for words, and those round it.

    >>> gap("The plan reduced crime ... in most of the towns."), gap("... and it worked...")
    ('plan reduced crime ... in most of', '')
    """
    for match in _GAP.finditer(quote):
        before, after = quote[: match.start()].split(), quote[match.end() :].split()
        if _has_words(before) and _has_words(after):
            return " ".join((*before[-_SHOWN:], match[0], *after[:_SHOWN]))
    return ""


def _has_words(pieces: list[str]) -> bool:
    return any(character.isalnum() for piece in pieces for character in piece)
