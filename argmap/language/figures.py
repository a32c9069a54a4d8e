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
_JOINTS = frozenset({"", "and", "and a", "y"})
_BETWEEN = frozenset({"", "to", "and", "or", "a", "y", "e", "o", "and about"})
_PLAIN = str.maketrans("áéíóú", "aeiou")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: how and where it is written, its unit, and the values that it may have.

    The unit is `%`, `$`, `year`, `day` or nothing; `scale` is what a word such as million stands
    for. A number such as `1.500` has two readings.
    """

    text: str
    start: int
    end: int
    unit: str
    values: tuple[float, ...]
    scale: float = 1


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
            scales = _scales(match)
            values = tuple(one * scale for one in _read(match["digits"]) for scale in scales)
            yield Figure(text[start:end], start, end, unit, values, scales[0])


def values(text: str) -> frozenset[float]:
    """Return every value that a number in a text may have, written in digits or as a word.

    >>> {66.7, 1500, 54, 100} <= values("Two thirds of 1,500 pupils, fifty-four of every hundred.")
    True
    >>> max(values("two and a half million")), max(values("dos mil trescientos"))
    (2500000.0, 2300.0)
    """
    known = list(figures(text))
    found = {value for one in known for value in one.values}
    found.update(value for low, high in ranges(text) for value in (low, high))
    for one in known:  # the million of "3.4 million" is not one more number
        text = text[: one.start] + "." * (one.end - one.start) + text[one.end :]
    found.update(_spelled_out(text.lower()))
    return frozenset(found | {50.0} if 0.5 in found else found)


def ranges(text: str) -> Iterator[tuple[float, float]]:
    """Yield the ends of what a text gives as between two numbers, the lower one first.

    >>> list(ranges("Sales rose from 1.2 to 1.4 million, prices by 3–5%, and 40 of 44 failed."))
    [(1200000.0, 1400000.0), (3.0, 5.0)]
    """
    for one, other in pairwise(figures(text)):
        if text[one.end : other.start].strip(" -–").lower() in _BETWEEN:
            scale = other.scale if one.scale == 1 else 1  # "1.2 to 1.4 million": of both
            low, high = sorted((one.values[0] * scale, other.values[0]))
            yield low, high


def _spelled_out(text: str) -> Iterator[float]:
    """Yield what numbers that are words are worth, one by one and joined: two and a half."""
    numbers, end, total = _spelled(), 0, 0.0
    for one in _WORD.finditer(text):
        value = numbers.get(one[0])
        if value is None:
            continue
        yield value
        if text[end : one.start()].strip(" -") in _JOINTS and total:
            total = total * value if value >= 100 and value > total else total + value
            yield total
        else:
            total = value
        end = one.end()


@cache
def _spelled() -> Mapping[str, float]:
    """Return the numbers that are words, by word."""
    text = files("argmap").joinpath("words", "figures.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
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


def _scales(match: re.Match[str]) -> tuple[float, ...]:
    """Return what the word after a number multiplies it by, the likeliest first."""
    word = (match["scale"] or "").lower().translate(_PLAIN).replace("-", " ")
    return _SCALES.get(" ".join(word.split()), (1.0,))


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
        if len(marks) == 1 and mark == ".":
            yield float(f"{whole}.{rest}")
        return
    yield float(re.sub(r"\D", "", whole) + "." + rest)
