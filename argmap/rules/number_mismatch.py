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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from argmap.language.dating import when
from argmap.language.excerpting import part
from argmap.language.figures import Figure, figures, ranges, values
from argmap.language.prose import prose
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.model import Claim
from argmap.problems import Severity
from argmap.review.sourcing import quoted

_DIGIT = re.compile(r"\d")
_MORE = re.compile(
    r"""(?ix)\b(?: over | more\sthan | at\sleast | above | exceed\w* | m[áa]s\sde | al\smenos
    | por\sencima\sde | super\w+ ) (?:\s(?:the|a|el|la|los|las|un|una))? \s\Z"""
)
_LESS = re.compile(
    r"""(?ix)\b(?: under | less\sthan | fewer\sthan | up\sto | below | nearly | almost | at\smost
    | casi | menos\sde | hasta | por\sdebajo\sde | cerca\sde )
    (?:\s(?:the|a|el|la|los|las|un|una))? \s\Z"""
)
_MEASURE = re.compile(
    r"""(?ix)[\s-]( minut | hour | day | week | month | year | decade | hora | día | semana | mes
    | año | década | yard | f[oe]+t | inch | mile | k?m\b | kilom | met[er]+ | acre | hect | ton
    | pound | kilo | kg | lb | gallon | lit[er]+ | barrel | milla | pie | metro | libra | gal )"""
)
_ROUND = 0.05  # a figure may be rounded by so much of itself
_NEAR = 0.01  # as far as that, what is reckoned from the quote may be off
_BOUND = 0.25  # and stay so far on its own side of a bound
_FEW = 4  # so few things are as often listed as counted
_MOST = 12  # with more numbers in a quote than that, reckoning would prove anything


@dataclass(frozen=True, slots=True)
class _Known:
    """The numbers in the quotes for a claim, what they range over, and the sources' own years."""

    values: frozenset[float]
    ranges: tuple[tuple[float, float], ...]
    years: frozenset[float]


def check(scan: Scan) -> Iterator[Found]:
    """Yield each figure of a claim that no quote for it holds."""
    quoting = {one.claim.id for one in scan.once(quoted)}
    for saying in scan.once(prose).sayings if quoting else ():
        claim, text = saying.claim, saying.text
        quotes = [one.quote for one in claim.cite if one.quote]
        if claim.id not in quoting or len(quotes) < len(claim.cite) or not _DIGIT.search(text):
            continue
        known = _known(scan, claim, quotes)
        path = scan.built.places[claim.id]
        also = tuple(Also((*path, "cite", n, "quote"), "quote") for n in range(len(quotes)))
        for figure in figures(text):
            if not (_is_converted(figure, text, quotes) or _stands(figure, text, known)):
                span = part(scan.document, saying.path, text, figure.start, figure.end)
                yield Found(saying.path, {"words": figure.text}, span=span, also=also)


def _known(scan: Scan, claim: Claim, quotes: Sequence[str]) -> _Known:
    works = (scan.map.sources.get(one.source) for one in claim.cite)
    dates = (when(work.date) for work in works if work)
    return _Known(
        frozenset(value for quote in quotes for value in values(quote)),
        tuple(one for quote in quotes for one in ranges(quote)),
        frozenset(float(date[0]) for date in dates if date),
    )


def _is_converted(figure: Figure, text: str, quotes: Sequence[str]) -> bool:
    """Tell whether a figure is in a measure in which the quotes give none."""
    measure = _MEASURE.match(text, figure.end)
    if measure is None:
        return False
    return not any(measure[1].lower() in quote.lower() for quote in quotes)


def _stands(figure: Figure, text: str, known: _Known) -> bool:
    """Tell whether a figure is in the quotes, rounded or bounded, or can be reckoned from them."""
    if figure.unit == "day" or (not figure.unit and figure.values[0] < _FEW):
        return True
    if figure.unit == "year":
        years = {one for one in known.values if 1500 <= one < 2100}
        later = {year + one for year in years for one in known.values if 5 <= one < 100}
        return not years or figure.values[0] in years | later | known.years
    return any(_is_held(value, text[: figure.start], figure.unit, known) for value in figure.values)


def _is_held(value: float, before: str, unit: str, known: _Known) -> bool:
    """Tell whether a value is what the quotes say, or what follows from it."""
    least = 0.5 if value >= 10 else 0.05
    low = value - max(value * (_BOUND if _LESS.search(before) else _ROUND), least)
    high = value + max(value * (_BOUND if _MORE.search(before) else _ROUND), least)
    near = max(value * _NEAR, least)
    return (
        any(low <= one <= high for one in known.values)
        or any(start <= value <= end < 3 * start for start, end in known.ranges)
        or any(abs(one - value) <= near for one in _reckoned(known.values, share=unit == "%"))
    )


def _reckoned(there: frozenset[float], *, share: bool) -> Iterator[float]:
    """Yield what two numbers of the quotes give: shares and changes, or sums, ratios and parts."""
    if share:
        yield from (100 - one for one in there if 0 < one < 100)
    if len(there) > _MOST:
        return
    for one, other in permutations(sorted(there), 2):
        if share and other:
            yield from (100 * one / other, 100 * abs(one - other) / other)
        elif not share:
            yield from (one - other, one + other, one / other if other else 0)
            yield one * other / 100  # a half, a quarter, 40% of the other


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
        "es": "coteja el número con la fuente, y cita el pasaje en que está",
    },
    about={
        "es": """Un número de la afirmación no está en la cita de la que se toma.

        Al copiar es fácil trastocar las cifras, y nada cuesta más confianza que un dato falso. Se
        admiten los números redondeados, los límites como «más del 90 %» y lo que puede calcularse
        con dos números de la cita.""",
    },
    notes={"quote": {"en": "the quote", "es": "la cita"}},
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(3, 36, "181 cards written for it"),
)
