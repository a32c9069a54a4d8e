"""A quote stands in another language than its source, and nothing says who translated it.

The words that are read aloud are then yours and not the author's, and in translation a "may" easily
becomes a "will". Say in a `note` of the citation or of the source who translated it; or, better,
keep the author's own words in the quote and translate them in the claim.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      inegi: {title: Gasto de los hogares, publisher: INEGI, date: 2024, language: es}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Families spend less on clothes where schools require uniforms.
          cite: [{source: inegi, quote: Families spend less on the clothes of their children.}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      inegi: {title: Gasto de los hogares, publisher: INEGI, date: 2024, language: es}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Families spend less on clothes where schools require uniforms.
          cite:
            - source: inegi
              quote: Families spend less on the clothes of their children.
              note: our translation
        - text: Uniforms last for two years.
          cite: [{source: inegi, quote: Los uniformes de la escuela duran dos años.}]
"""

import re
from collections.abc import Iterator

from argmap.language.prose import words
from argmap.language.wording import lists
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.sourcing import Cited, quoted

_TOLD = re.compile(r"(?i)transl|traduc")
_FEWEST = 5  # words of a quote, below which its language cannot be told
_CLEAR = 2  # times as many little words of the one language as of the other


def check(scan: Scan) -> Iterator[Found]:
    """Yield each quote whose little words are not those of its source's language."""
    for one in scan.once(quoted):
        if one.work and one.work.language and one.citation.quote and not _is_told(one):
            found = _language(scan, words(one.citation.quote))
            if found and found != one.work.language.partition("-")[0]:
                values = {"name": one.citation.source, "language": one.work.language}
                yield Found((*one.path, "quote"), {**values, "found": found})


def _is_told(one: Cited) -> bool:
    """Tell whether a note says that the quote is translated."""
    notes = (one.citation.note, one.work.note if one.work else None)
    return any(note and _TOLD.search(note) for note in notes)


def _language(scan: Scan, quote: list[str]) -> str:
    """Return the language of which a quote clearly is, or nothing."""
    if len(quote) < _FEWEST:
        return ""
    counts = sorted((sum(word in _small(scan, one) for word in quote), one) for one in ("en", "es"))
    (less, _), (more, language) = counts
    return language if more > 1 and more > _CLEAR * less else ""


def _small(scan: Scan, language: str) -> frozenset[str]:
    found = lists(language, scan.words)
    return found.several("small", "before-nouns", "prepositions") if found else frozenset()


RULE = Rule(
    code="AM227",
    slug="translation-unmarked",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the source {name!r} is in {language!r}, the quote in {found!r}: who translated it?",
        "es": "la fuente {name!r} está en {language!r} y la cita en {found!r}: ¿quién la tradujo?",
    },
    help={
        "en": "quote the author's own words, or say in a `note` who translated them",
        "es": "cita las palabras del autor, o di en una `note` quién las tradujo",
    },
    about={
        "es": """Una cita está en otro idioma que su fuente, y nada dice quién la tradujo.

        Lo que se lee en voz alta son entonces tus palabras y no las del autor, y al traducir un
        «puede» se vuelve fácilmente un «hará». Di quién la tradujo, en una `note` de la cita o de
        la fuente; mejor aún, deja en la cita las palabras del autor y tradúcelas en la
        afirmación.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 5, "quotes written for it"),
)
