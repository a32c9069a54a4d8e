"""A number of the claim does not stand in the quote that it is taken from.

Digits are easily turned round in copying, and nothing costs more trust than a wrong figure. Rounded
numbers, bounds such as "over 90%", and what can be reckoned from two numbers of the quote are let
pass.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Theft fell by 41% within a year in schools with uniforms.
          cite: [{source: ruiz, quote: "Theft in the schools with uniforms was 14 percent lower."}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Theft fell by 14% within a year in schools with uniforms.
          cite: [{source: ruiz, quote: "Theft in the schools with uniforms was 14 percent lower."}]
"""

import re
from collections.abc import Iterator
from itertools import permutations

from argmap.dating import when
from argmap.figures import Figure, figures, values
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.model import Claim
from argmap.problems import Severity
from argmap.prose import part, prose

_MORE = re.compile(
    r"""(?ix)\b(?: over | more\sthan | at\sleast | above | exceed\w* | m[áa]s\sde | al\smenos
    | por\sencima\sde | super\w+ ) \s\Z"""
)
_LESS = re.compile(
    r"""(?ix)\b(?: under | less\sthan | fewer\sthan | up\sto | below | nearly | almost | at\smost
    | casi | menos\sde | hasta | por\sdebajo\sde | cerca\sde ) \s\Z"""
)
_ROUND = 0.05  # a figure may be rounded by so much of itself
_BOUND = 0.25  # and stay so far on its own side of a bound
_MOST = 12  # with more numbers in a quote than that, reckoning would prove anything


def check(scan: Scan) -> Iterator[Found]:
    """Yield each figure of a claim that no quote for it holds."""
    for saying in scan.once(prose).sayings:
        claim = saying.claim
        if not claim.cite or not any(character.isdigit() for character in saying.text):
            continue
        quotes = [one.quote for one in claim.cite]
        if not all(quotes):
            continue
        there = frozenset(value for quote in quotes for value in values(quote or ""))
        known = there | _years(scan, claim)
        for figure in figures(saying.text):
            if figure.unit != "day" and not _stands(figure, saying.text, there, known):
                span = part(scan.document, saying.path, saying.text, figure.start, figure.end)
                place = scan.built.places[claim.id]
                also = tuple(
                    Also((*place, "cite", n, "quote"), "quote") for n in range(len(quotes))
                )
                yield Found(saying.path, {"words": figure.text}, span=span, also=also)


def _years(scan: Scan, claim: Claim) -> frozenset[float]:
    """Return the years in which the sources of a claim came out, and those before."""
    works = (scan.map.sources.get(one.source) for one in claim.cite)
    dates = (when(work.date) for work in works if work)
    return frozenset(float(year) for date in dates if date for year in (date[0], date[0] - 1))


def _stands(figure: Figure, text: str, there: frozenset[float], known: frozenset[float]) -> bool:
    """Tell whether a figure is in the quotes, rounded or bounded, or can be reckoned from them."""
    if figure.unit == "year":
        years = [one for one in there if 1500 <= one < 2100]
        return not years or figure.values[0] in known
    before = text[: figure.start]
    more, less = _MORE.search(before), _LESS.search(before)
    for value in figure.values:
        slack = max(abs(value) * _ROUND, 0.5 if abs(value) >= 10 else 0.05)
        low = value - (abs(value) * _BOUND if less else slack)
        high = value + (abs(value) * _BOUND if more else slack)
        if any(low <= one <= high for one in (*there, *_reckoned(there))):
            return True
    return False


def _reckoned(there: frozenset[float]) -> Iterator[float]:
    """Yield differences, ratios and changes in percent between two numbers, and what is left."""
    yield from (100 - one for one in there if 0 < one < 100)
    if len(there) <= _MOST:
        for one, other in permutations(sorted(there), 2):
            yield one - other
            if other:
                yield one / other
                yield 100 * one / other
                yield 100 * abs(one - other) / other


RULE = Rule(
    code="AM221",
    slug="number-mismatch",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r} does not stand in the quote",
        "es": "{words!r} no está en la cita",
    },
    help={
        "en": "hold the number against the source, and quote the passage in which it stands",
        "es": "coteje el número con la fuente, y cite el pasaje en que está",
    },
    about={
        "es": """Un número de la afirmación no está en la cita de la que se toma.

        Al copiar es fácil trastocar las cifras, y nada cuesta más confianza que un dato falso. Se
        admiten los números redondeados, los límites como «más del 90 %» y lo que puede calcularse
        con dos números de la cita.""",
    },
    notes={"quote": {"en": "the quote", "es": "la cita"}},
    measured=Measured(0, 0, ""),
)
