"""The stem of a word: what `farmer`, `farmers` and `farming` share, in two languages."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from argmap.language.wording import Words

_ENDINGS = {  # taken off one after the other
    "en": (
        re.compile(r"(?:'s?|(?:(?<=[sxz])|(?<=[cs]h))es|(?<!s)s|ied|ed|ing|ly)$"),
        re.compile(
            r"(?:i[sz]ation|i[sz]e|ations?|ational|ator|ative|ate|at|fulness|iveness|ful|ness|ement|ment"
            r"|ition|ion|able|ible|ance|ence|ant|ent|ist|ism|ity|er|or|ive|al|ic|(?<=\w{6})y|e)$"
        ),
        re.compile(r"(?:ation|ion|at|er|or|ive)$"),
    ),
    "es": (
        re.compile(r"(?:mente|(?<=[aeiouáéíóú])s|(?<=[bcdfghjlmnñprstvxyz])es)$"),
        re.compile(
            r"(?:amiento|imiento|ación|acion|ición|icion|ución|ucion|sión|sion|ción|cion|adora?|edora?"
            r"|idad|ismo|ista|able|ible|anza|ancia|encia|aba[ns]?|ando|iendo|ad[oa]|id[oa]|aron|ieron"
            r"|ar[áé]n?|er[áé]n?|ir[áé]n?|[aei]ría[ns]?|iv[oa]|al|ic[oa]|[íi]a|ar|er|ir|an|en|ó|é|a|o|e)$"
        ),
    ),
}
_SHORTEST = 3


def stems(words: Iterable[str], lists: Words) -> frozenset[str]:
    """Return the stems of the words that carry the subject matter: no stop words, no numbers.

    >>> from argmap.language.wording import lists
    >>> sorted(stems(["the", "farmers", "are", "farming", "in", "texas", "2025"], lists("en")))
    ['farm', 'texa']
    """
    stop = lists.several("stop")
    language = lists.language.partition("-")[0]
    matter = " ".join(word for word in words if word not in stop).replace("-", " ")
    return frozenset(
        stem(part, language)
        for part in matter.split()
        if len(part) > 2 and part not in stop and not part[0].isdigit() and part[0] not in "$€£"
    )


@lru_cache(maxsize=8192)
def stem(word: str, language: str) -> str:
    """Return the stem of a word in small letters.

    >>> stem("cooperation", "en") == stem("cooperating", "en") == stem("cooperates", "en")
    True
    >>> stem("reducirán", "es") == stem("reducido", "es"), stem("acciones", "es")
    (True, 'accion')
    """
    found = word[:-3] + "y" if language == "en" and word.endswith("ies") else word
    for ending in _ENDINGS.get(language, ()):
        match = ending.search(found)
        while match and match.start() < _SHORTEST:
            match = ending.search(found, match.start() + 1)
        found = found[: match.start()] if match else found
    if language == "en":
        return found[:-1] if len(found) > 4 and found[-1] == found[-2] else found
    return unicodedata.normalize("NFD", found).encode("ascii", "ignore").decode()


def unstemmed(words: Iterable[str], stems: Iterable[str], language: str) -> list[str]:
    """Return those words whose stem is among some stems, each once.

    >>> unstemmed(["watchtowers", "violate", "privacy"], {"privac", "violat"}, "en")
    ['privacy']
    """
    wanted = set(stems)
    return list(dict.fromkeys(one for one in words if stem(one, language) in wanted))
