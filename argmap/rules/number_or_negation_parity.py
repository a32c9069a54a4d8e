"""Two languages of one text differ in a number, or one of them denies what the other claims.

Numbers and "not" are what translators most easily lose, and the two halves of a bilingual class
then debate different claims.

Bad:

    argmap: 1
    title: {en: Crossings, es: Cruces}
    thesis:
      text:
        en: Crossings fell by 40% from 2023 to 2024.
        es: Los cruces bajaron un 14 % de 2023 a 2024.
      cite: [report]
    sources:
      report: {title: Crossings, author: Ana Ruiz, date: 2024}

Good:

    argmap: 1
    title: {en: Crossings, es: Cruces}
    thesis:
      text:
        en: Crossings fell by 40% from 2023 to 2024.
        es: Los cruces bajaron un 40 % de 2023 a 2024.
      cite: [report]
    sources:
      report: {title: Crossings, author: Ana Ruiz, date: 2024}
"""

from collections.abc import Iterator

from argmap.language.figures import Figure, figures, values
from argmap.language.paralleling import Parallel, parallels
from argmap.language.prose import words
from argmap.language.wording import lists
from argmap.linting import Also, Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity

_PREFIXES = {"en": ("un", "non", "dis", "im"), "es": ("in", "im", "ir", "des", "dis")}
_SHORT = 5  # letters: in shorter words, these are seldom a prefix that denies
_CLOSE = 0.001  # of a value: what is lost in reckoning it


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text of which another language has other numbers, or denies what it does not."""
    for one in scan.once(parallels):
        if len(one.texts) < 2:
            continue
        own = scan.map.language if scan.map.language in one.texts else next(iter(one.texts))
        for language in one.texts:
            if language != own:
                yield from _differing(scan, one, own, language)


def _differing(scan: Scan, one: Parallel, own: str, language: str) -> Iterator[Found]:
    also = (Also(one.at(own), "other", {"language": own}),)
    here, there = one.texts[language], one.texts[own]
    odd = [*_unmatched(here, there), *_unmatched(there, here)]
    if odd:
        text = ", ".join(dict.fromkeys(figure.text for figure in odd))
        yield Found(one.at(language), {"numbers": text}, also=also)
    elif {_denies(scan, here, language), _denies(scan, there, own)} == {True, False}:
        yield Found(one.at(language), {}, variant="negation", also=also)


def _unmatched(text: str, other: str) -> Iterator[Figure]:
    """Yield the figures of a text that are nowhere in another, in digits or in words."""
    there = values(other)
    for one in figures(text):
        if not any(abs(a - b) <= _CLOSE * abs(a) for a in one.values for b in there):
            yield one


def _denies(scan: Scan, text: str, language: str) -> bool | None:
    """Tell whether a text denies something; None where it half does, or cannot be read."""
    found = lists(language, scan.words)
    if found is None:
        return None
    said = words(text)
    if not found.several("negations").isdisjoint(said) or any(one.endswith("n't") for one in said):
        return True
    half = found.several("half-negations")
    prefixes = _PREFIXES.get(found.language, ())
    if any(one in half or (len(one) > _SHORT and one.startswith(prefixes)) for one in said):
        return None
    return False


RULE = Rule(
    code="AM602",
    slug="number-or-negation-parity",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the languages differ in numbers: {numbers}",
        "es": "los idiomas difieren en los números: {numbers}",
    },
    help={
        "en": "hold both against the source, and correct the one that is wrong",
        "es": "compara ambas con la fuente y corrige la que esté mal",
    },
    about={
        "es": """Dos idiomas de un texto difieren en un número, o uno niega lo que el otro afirma.

        Los números y el «no» son lo que más fácilmente pierde quien traduce, y las dos mitades de
        una clase bilingüe debaten entonces afirmaciones distintas.""",
    },
    variants={
        "negation": Variant(
            {
                "en": "one language denies something here, and the other does not",
                "es": "un idioma niega algo aquí, y el otro no",
            },
            {
                "en": "see that both say the same",
                "es": "comprueba que ambas digan lo mismo",
            },
        )
    },
    notes={"other": {"en": "in {language!r}", "es": "en {language!r}"}},
    measured=Measured(1, 9, "29 pairs of texts written for it"),
)
