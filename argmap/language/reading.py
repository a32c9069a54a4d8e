"""How hard a text is to read: syllables, and the usual formulas over them.

English: Flesch-Kincaid grade (Kincaid et al. 1975), the school year that a text asks for. Spanish:
the perspicuity of Szigriszt-Pazos (1993), from 0 to 100, on the INFLESZ scale (Barrio-Cantalejo et
al. 2008): below 40 very hard, below 55 somewhat hard, below 65 normal.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouyáéíóúü]+")
_SILENT = re.compile(r"[aeiouy][^aeiouyl\W]{1,3}(?:e|(?<![td])ed|(?<![cgsxz])(?<![cs]h)es)$|les$")
_HIATUS = re.compile(
    r"(?<![tscg])io|(?<![tsc])ia|ciet|scien|crea(?![mks])|idea|area|eing|yee|coop|eo(?!p)|(?<![qg])ua"
)
_SPANISH = re.compile(r"[aeoáéóíú]|(?<![aeoáéóíú])[iuü]++(?![aeoáéóíú])|^y$")


def syllables(words: Iterable[str], language: str) -> int:
    """Return about how many syllables words in small letters have.

    >>> [syllables([one], "en") for one in ("trade", "cartels", "violence", "sovereignty")]
    [1, 2, 3, 4]
    >>> [syllables([one], "es") for one in ("guía", "ciudad", "soberanía", "que", "país", "aéreo")]
    [2, 2, 5, 1, 2, 4]
    """
    return sum(map(_spanish if language == "es" else _english, words))


@lru_cache(maxsize=16384)
def _english(word: str) -> int:
    groups = len(_VOWELS.findall(word)) + len(_HIATUS.findall(word))
    return max(groups - bool(_SILENT.search(word)), 1)


@lru_cache(maxsize=16384)
def _spanish(word: str) -> int:
    return len(_SPANISH.findall(word))


def grade(words: int, sentences: int, syllables: int) -> float:
    """Return the Flesch-Kincaid grade of an English text."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def ease(words: int, sentences: int, syllables: int) -> float:
    """Return the perspicuity of a Spanish text, on the INFLESZ scale."""
    return 206.835 - 62.3 * syllables / words - words / sentences
