"""The figures in a text: what is counted or measured there, and what a number may stand for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import yaml

_DIGITS = r"(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!\d)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]*\.?"
_FIGURE = re.compile(
    rf"""(?ix) (?<![\w.,/:§#]) (?<![^\W\d]-) (?P<money>(?:[a-z]{{2,3}})?[$€£¥]\s?)?
    (?P<digits>{_DIGITS})
    (?P<scale> (?:bn|m|k)\b | [\s-] (?:mil\smillones|thousand|million|billion|trillion|mil
        |mill[óo]n(?:es)?|bill[óo]n(?:es)?)\b )?
    (?![\w/:])
    (?P<share>\s?(?:%|per\s?cent\b|percentage\spoints?\b|por\sciento\b|puntos\sporcentuales\b))?
    (?P<coin>\s(?:de\s)?(?:u\.s\.\s)?(?:dollars?|euros?|pesos?|d[óo]lares|usd|mxn|eur)\b)?
    (?P<month>\s(?:de\s)?{_MONTH}(?!\w))?"""
)
_DAY = re.compile(rf"(?i)\b{_MONTH}\s\Z")
_MORE_OR_LESS = re.compile(
    r"""(?ix) \b(?: more\sthan | fewer\sthan | less\sthan | over | about | around | nearly | almost
    | some | up\sto | at\sleast | m[áa]s\sde | menos\sde | casi | un[oa]s | cerca\sde
    | alrededor\sde | al\smenos ) \s\Z"""
)
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NAMED = re.compile(
    r"""(?ix) \b(?: act | amendment | art | art[íi]culo | article | boeing | cap[íi]tulo | chapter
    | decreto | directive | flight | highway | item | law | ley | line | n[úu]m | no | page
    | p[áa]gina | para | paragraph | part | phase | fase | prop | proposition | resoluci[óo]n
    | resolution | route | ruta | secci[óo]n | sec | section | t[íi]tulo | title | type | tipo
    | version | versi[óo]n | vol ) s?\.?\s*\Z"""
)
_SCALES = {
    "thousand": (1e3,), "k": (1e3,), "mil": (1e3,), "million": (1e6,), "m": (1e6,),
    "millon": (1e6,), "millones": (1e6,), "billion": (1e9,), "bn": (1e9,), "mil millones": (1e9,),
    "trillion": (1e12,), "billon": (1e12, 1e9), "billones": (1e12, 1e9),
}  # fmt: skip
_PLAIN = str.maketrans("áéíóú", "aeiou")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: how and where it is written, its unit, and the values that it may have.

    The unit is `%`, `$`, `year`, `day` or nothing. A number such as `1.500` has two readings.
    """

    text: str
    start: int
    end: int
    unit: str
    values: tuple[float, ...]


def figures(text: str) -> Iterator[Figure]:
    """Yield the numbers of a text that are written in digits and are no part of a name.

    >>> [(one.text, one.unit, one.values) for one in figures("It fell 12.5% to $1.2 million.")]
    [('12.5%', '%', (12.5,)), ('$1.2 million', '$', (1200000.0,))]
    >>> [one.text for one in figures("Under Title 42, MS-13 and the 19th century, F-15s, 9/11.")]
    []
    >>> [(one.unit, one.values) for one in figures("En 2024 hubo 1.500 casos, el 3,5 por ciento.")]
    [('year', (2024.0,)), ('', (1500.0, 1.5)), ('%', (3.5,))]
    """
    for match in _FIGURE.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        if not _NAMED.search(before):
            start, end = match.start(), match.end() - len(match["month"] or "")
            unit = _unit(match, before)
            yield Figure(text[start:end], start, end, unit, tuple(_values(match)))


def values(text: str) -> frozenset[float]:
    """Return every value that a number in a text may have, written in digits or as a word.

    >>> {66.7, 1500, 54, 100} <= values("Two thirds of 1,500 pupils, fifty-four of every hundred.")
    True
    """
    found = {value for one in figures(text) for value in one.values}
    numbers = _spelled()
    words = (one for one in _WORD.finditer(text.lower()) if one[0] in numbers)
    spelled = [(one, numbers[one[0]]) for one in words]
    found.update(value for _, value in spelled)
    for (first, small), (second, large) in pairwise(spelled):
        if text[first.end() : second.start()].strip(" -").lower() in ("", "y", "a", "and"):
            found.add(small + large if small > large else small * large)
    return frozenset(found | {50.0} if 0.5 in found else found)


@cache
def _spelled() -> Mapping[str, float]:
    """Return the numbers that are words, by word."""
    text = files("argmap").joinpath("words", "figures.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, Loader=yaml.BaseLoader)
    return {one.strip(): float(value) for value, names in read.items() for one in names.split(",")}


def _unit(match: re.Match[str], before: str) -> str:
    if match["share"]:
        return "%"
    if match["money"] or match["coin"]:
        return "$"
    whole = not match["scale"] and match["digits"].isdigit()
    if whole and len(match["digits"]) < 3 and (match["month"] or _DAY.search(before)):
        return "day"
    year = whole and _YEAR.fullmatch(match["digits"]) and not _MORE_OR_LESS.search(before)
    return "year" if year else ""


def _values(match: re.Match[str]) -> Iterator[float]:
    """Yield what a number may mean, the likeliest first."""
    scale = " ".join((match["scale"] or "").lower().translate(_PLAIN).replace("-", " ").split())
    for value in _read(match["digits"]):
        yield from (value * factor for factor in _SCALES.get(scale, (1.0,)))


def _read(digits: str) -> Iterator[float]:
    """Yield the values of digits in which points and commas may part thousands or decimals."""
    marks = [one for one in digits if not one.isdigit()]
    if not marks:
        yield float(digits)
        return
    whole, mark, rest = digits.rpartition(marks[-1])
    plain = re.sub(r"\D", "", digits)
    if len(rest) == 3 and (len(set(marks)) == 1 or mark in "\u00a0\u202f "):
        yield float(plain)
        if len(marks) == 1 and mark in ".,":
            yield float(f"{whole}.{rest}")
        return
    yield float(re.sub(r"\D", "", whole) + "." + rest)
