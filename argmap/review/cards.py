"""A claim beside the quote that it is taken from, as debaters hold them: the tag and the card."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.language.prose import Saying, prose, sentences, words
from argmap.language.stemming import stems
from argmap.language.wording import Words
from argmap.linting import Scan
from argmap.model import Citation, Source
from argmap.positions import Path
from argmap.review.sourcing import quoted

_LEAST_STOP = 0.15  # of a text in a language that many words at least are stop words


@dataclass(frozen=True, slots=True)
class Card:
    """One claim and one quote for it, in one language; `path` is the citation's."""

    saying: Saying
    lists: Words
    citation: Citation
    quote: str
    path: Path
    work: Source | None

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the words of the quote that carry its subject matter."""
        return stems(words(self.quote), self.lists)

    def passage(self) -> str:
        """Return the sentence of the quote that has most in common with the claim."""
        parts = sentences(self.quote, self.lists.several("abbreviations"))
        return max(parts, key=self.shared, default="")

    def shared(self, text: str) -> int:
        """Return how many stems of a text are also in the claim."""
        return len(stems(words(text), self.lists) & self.saying.stems)


def cards(scan: Scan) -> tuple[Card, ...]:
    """Return the claims with a quote in the claim's own language, where that has word lists."""
    return tuple(_cards(scan))


def _cards(scan: Scan) -> Iterator[Card]:
    for one in scan.once(quoted):
        quote = one.citation.quote
        if not quote or (saying := scan.once(prose).of(one.claim.id)) is None:
            continue
        language = (one.work and one.work.language) or saying.language
        same = language.partition("-")[0] == saying.language.partition("-")[0]
        if saying.lists and same and _is_in(quote, saying.lists):
            yield Card(saying, saying.lists, one.citation, quote, one.path, one.work)


def _is_in(text: str, lists: Words) -> bool:
    """Tell whether a text is in the language of some word lists, as its small words have it."""
    said = words(text)
    return sum(word in lists.several("stop") for word in said) >= _LEAST_STOP * len(said)
