"""The texts of a map's claims as rules read them: words, sentences, and who speaks of what.

`prose(scan)` is made once for all rules. It cuts every text into words and notes which word lists
each text may touch, so that a rule looks only at the few texts that could be of interest:

    for saying in scan.once(prose).having("reasoning"):
        for match in saying.finds("{reasoning}"):
            yield Found(saying.path, {"words": match[0]}, span=saying.span(scan.document, match))
"""

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from argmap.language.excerpting import part
from argmap.language.mood import Mood, mood
from argmap.language.stemming import stems
from argmap.language.wording import Words, lists
from argmap.linting import Scan
from argmap.loading import Document
from argmap.model import Claim, Spot
from argmap.positions import Path, Span

EDGES = " \t\n\r.,;:!?…¡¿\"'“”‘’«»„‹›()[]{}*_–—-/"
_MARK = re.compile(r"[.!?…]")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«¿¡(\[]*[A-ZÁÉÍÓÚÜÑ0-9])")


__all__ = ["Prose", "Saying", "mentions", "part", "prose", "sentences", "words"]


class Saying:
    """A claim's text in one language: `words` are its words in small letters.

    `own` tells that the language is the map's own. `lists` is None for a language without lists.
    A text that `is_bare` is words and single spaces, with no sign but a full stop at its end.
    """

    __slots__ = (
        "_mood",
        "_sentences",
        "_stems",
        "claim",
        "is_bare",
        "lists",
        "own",
        "path",
        "text",
        "words",
    )

    def __init__(self, claim: Claim, text: str, path: Path, lists: Words | None) -> None:
        self.claim, self.text, self.path, self.lists = claim, text, path, lists
        self.own = True
        parts = text.lower().removesuffix(".").split(" ")
        self.is_bare = all(parts) and "".join(parts).isalnum()
        self.words = parts if self.is_bare else words(text)
        self._mood: Mood | None = None
        self._stems: frozenset[str] | None = None
        self._sentences: tuple[str, ...] | None = None

    def finds(self, template: str) -> Iterator[re.Match[str]]:
        """Yield where a pattern with `{list}` slots stands in the text."""
        return self.lists.pattern(template).finditer(self.text) if self.lists else iter(())

    def has(self, template: str) -> re.Match[str] | None:
        """Return the first place where a pattern with `{list}` slots stands, or None."""
        return self.lists.pattern(template).search(self.text) if self.lists else None

    @property
    def language(self) -> str:
        """The language of the lists that the text is read with."""
        return self.lists.language if self.lists else ""

    @property
    def mood(self) -> Mood:
        """What the text does; a text in a language without lists states something."""
        if self._mood is None:
            known = self.lists
            self._mood = (
                mood(self.text, self.words, known, bare=self.is_bare) if known else "statement"
            )
        return self._mood

    @property
    def touched(self) -> set[str]:
        """The names of the word lists of which the text may hold a phrase."""
        if self.lists is None:
            return set()
        marks = self.lists.marks
        found: set[str] = set()
        text = self.text.lower()
        if not self.is_bare:
            text = " ".join(text.replace("’", "'").split())
        for word in marks.keys() & self.words:
            alone, phrases = marks[word]
            found.update(alone)
            for name, phrase in phrases:
                if phrase in text:
                    found.add(name)
        return found

    def opens(self, *names: str) -> bool:
        """Tell whether the text may begin with a phrase of any of some lists."""
        if self.lists is None or not self.words:
            return False
        return self.words[0] in self.lists.heads(*names)

    @property
    def short(self) -> str:
        """The text, or its first words."""
        return textwrap.shorten(self.text, 60, placeholder="…")

    @property
    def sentences(self) -> tuple[str, ...]:
        """The text, sentence by sentence."""
        if self.is_bare:
            return (self.text,)
        if self._sentences is None:
            shortened = self.lists.several("abbreviations") if self.lists else frozenset()
            self._sentences = sentences(self.text, shortened)
        return self._sentences

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the words that carry the subject matter."""
        if self._stems is None:
            self._stems = stems(self.words, self.lists) if self.lists else frozenset()
        return self._stems

    def is_quoted(self, match: re.Match[str]) -> bool:
        """Tell whether a match stands between quotation marks, as someone else's words."""
        before = self.text[: match.start()]
        return before.count('"') % 2 == 1 or any(
            before.rfind(opening) > before.rfind(closing) for opening, closing in ("“”", "«»")
        )

    def span(self, document: Document, match: re.Match[str]) -> Span | None:
        """Return where in the file the words of a match stand."""
        return part(document, self.path, self.text, match.start(), match.end())


class Prose:
    """All texts of a map's claims, in the order of the file."""

    def __init__(self, sayings: tuple[Saying, ...]) -> None:
        self.sayings = sayings
        self.known = tuple(one for one in sayings if one.lists is not None)
        self._of = {one.claim.id: one for one in sayings if one.own}

    @cached_property
    def _having(self) -> Mapping[str, list[Saying]]:
        """The texts that may hold a phrase of a list, by list, in the order of the file."""
        found: dict[str, list[Saying]] = defaultdict(list)
        for saying in self.known:
            for name in saying.touched:
                found[name].append(saying)
        return found

    def having(self, *names: str) -> Iterator[Saying]:
        """Return the texts that may hold a phrase of any of the lists."""
        if len(names) == 1:
            return iter(self._having.get(names[0], ()))
        some = {id(one) for name in names for one in self._having.get(name, ())}
        return (one for one in self.known if id(one) in some) if some else iter(())

    @cached_property
    def _opening(self) -> Mapping[Words, Mapping[str, list[Saying]]]:
        """The texts of each language by their first word."""
        found: dict[Words, dict[str, list[Saying]]] = {}
        for saying in self.known:
            if saying.lists is not None and saying.words:
                firsts = found.setdefault(saying.lists, {})
                firsts.setdefault(saying.words[0], []).append(saying)
        return found

    def opening(self, *names: str) -> Iterator[Saying]:
        """Yield the texts that may begin with a phrase of any of the lists."""
        for known, firsts in self._opening.items():
            heads = known.heads(*names)
            for first, those in firsts.items():
                if first in heads:
                    yield from those

    def of(self, claim: str) -> Saying | None:
        """Return the text of a claim of this file in the map's own language."""
        return self._of.get(claim)


def prose(scan: Scan) -> Prose:
    """Return the texts of the claims that are written in a file."""
    return Prose(tuple(_sayings(scan)))


def mentions(scan: Scan, name: str, template: str = "") -> Iterator[tuple[Saying, re.Match[str]]]:
    """Yield each text with the first phrase of a word list in it that is not quoted."""
    template = template or f"{{{name}}}"
    for saying in scan.once(prose).having(name):
        for match in saying.finds(template):
            if not saying.is_quoted(match):
                yield saying, match
                break


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, as one counts them.

    >>> words("The U.S.–Mexican trade isn't “free”, at $935.1 billion.")
    ['the', 'u.s', 'mexican', 'trade', "isn't", 'free', 'at', '$935.1', 'billion']
    """
    lower = text.lower()
    if not lower.isascii():
        lower = lower.translate(_PLAIN)
    bare = lower.strip(EDGES)
    if bare.replace(" ", "").isalnum():  # as most texts are: no sign but at the ends
        return bare.split()
    return [word for one in lower.split() if (word := one if one.isalnum() else one.strip(EDGES))]


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the sentences of a text; the full stop after an abbreviation ends none.

    >>> sentences("Sen. Paul objects. Is he right?", frozenset({"sen"}))
    ('Sen. Paul objects.', 'Is he right?')
    """
    found, begin = [], 0
    if not _MARK.search(text, 0, len(text) - 2):
        return (text.strip(),) if text.strip() else ()
    for match in _END.finditer(text):
        before = text[begin : match.start()].rsplit(maxsplit=1)
        last = before[-1].strip(EDGES).lower() if before else ""
        dotted = match[0].startswith(".")
        if dotted and (last in abbreviations or (len(last) == 1 and last.isalpha())):
            continue
        found.append(text[begin : match.end()].strip())
        begin = match.end()
    return (*found, rest) if (rest := text[begin:].strip()) else tuple(found)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "—": " ", "–": " ", "\u00a0": " ", "\u202f": " "})


def _sayings(scan: Scan) -> Iterator[Saying]:
    own, spoken = scan.map.language, scan.map.translations
    found = lists(own, scan.words)
    for claim, place in scan.claims:
        path = (*place, "text")
        if not spoken or not (said := _translations(spoken, claim.id)):
            yield Saying(claim, claim.text, path, found)
            continue
        for language, text in said:
            saying = Saying(claim, text, (*path, language), lists(language, scan.words))
            saying.own = language == own
            yield saying


def _translations(spoken: Mapping[str, Mapping[Spot, str]], claim: str) -> list[tuple[str, str]]:
    spot = ("claim", claim, "text")
    return [(language, said[spot]) for language, said in spoken.items() if spot in said]
