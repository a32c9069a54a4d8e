"""What a test says that a strength should be: `>= 0.6`, `< 0.3`, `0.4..0.6`, or a number alone."""

import re
from dataclasses import dataclass

DECIMALS = 3  # as many as `argmap evaluate` prints; a number alone is met to this precision
SLACK = 1e-9  # what arithmetic may be off by
_NUMBER = r"\d(?:\.\d+)?(?:e-\d+)?|\.\d+"
_TEST = re.compile(rf"\s*(?P<sign>>=|<=|>|<|=)?\s*(?P<low>{_NUMBER})\s*(?:\.\.\s*({_NUMBER})\s*)?")
_SIGNS = {
    "≥": ">=", "=>": ">=", "≤": "<=", "=<": "<=", "==": "=",
    "at least": ">=", "at most": "<=", "above": ">", "over": ">", "more than": ">", "min": ">=",
    "below": "<", "under": "<", "less than": "<", "exactly": "=", "max": "<=", 
    "al menos": ">=", "como mínimo": ">=", "como máximo": "<=", "a lo sumo": "<=",
    "más de": ">", "mayor que": ">", "menos de": "<", "menor que": "<", "igual a": "=",
}  # fmt: skip
_WRITTEN = re.compile(
    r"\s*(?P<sign>[^\W\d_][\w ]*?|[<>=≥≤]+)?\s*(?P<low>\d*[.,]?\d+)\s*(?P<per>%)?"
    r"(?:\s*(?:\.{2,}|…|[-–—]|to|and|a|y|hasta)\s*(?P<high>\d*[.,]?\d+)\s*(?P<more>%)?)?\s*"
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which strengths one must lie; `strict` leaves out the bounds themselves."""

    low: float = 0.0
    high: float = 1.0
    strict: bool = False

    def hold(self, strength: float) -> bool:
        """Tell whether a strength is as it should be.

        >>> Bounds(0.6).hold(0.6), Bounds(0.6, strict=True).hold(0.6), Bounds(high=0.5).hold(0.51)
        (True, False, False)
        """
        slack = -SLACK if self.strict else SLACK
        return self.low - slack <= strength <= self.high + slack


def bounds(written: str | float) -> Bounds | None:
    """Return what a test says, or None where it is not one that any strength can meet.

    A number alone, or one after `=`, stands for the strengths that are printed like it.

    >>> bounds(">= 0.6"), bounds("0.4..0.6")
    (Bounds(low=0.6, high=1.0, strict=False), Bounds(low=0.4, high=0.6, strict=False))
    >>> bounds(0.42).hold(0.4204), bounds("= 0.42").hold(0.421), bounds("> 60"), bounds("< 0")
    (True, False, None, None)
    """
    match = _TEST.fullmatch(str(written))
    if not match:
        return None
    sign, low = match["sign"], float(match["low"])
    high = None if match[3] is None else float(match[3])
    if low > 1 or (high is not None and (sign or not low <= high <= 1)):
        return None
    if high is not None:
        return Bounds(low, high)
    return _compared(sign or "=", low, match["low"])


def _compared(sign: str, number: float, digits: str) -> Bounds | None:
    if sign == "=":
        half = 0.5 * 10.0 ** -max(DECIMALS, len(digits.partition(".")[2]))
        return Bounds(number - half, number + half)
    if (sign, number) in {(">", 1), ("<", 0)}:
        return None
    strict = sign in {">", "<"}
    if sign in {">", ">="}:
        return Bounds(number, 1 + 2 * SLACK, strict) if strict else Bounds(number)
    return Bounds(-2 * SLACK, number, strict) if strict else Bounds(high=number)


def shown(strength: float, wanted: Bounds) -> str:
    """Return a strength with as many decimals as show that it is not as it should be.

    >>> shown(0.5996, bounds(">= 0.6")), shown(0.25, bounds(">= 0.6"))
    ('0.5996', '0.250')
    """
    for decimals in range(DECIMALS, 9):
        if not wanted.hold(round(strength, decimals)):
            return f"{strength:.{decimals}f}"
    return repr(strength)


def meant(written: str | float) -> str | None:
    """Return the test that something else was probably meant to be.

    >>> meant("=> 0,6"), meant("at least 60%"), meant("0.6 to 0.4"), meant("≤.5"), meant("high")
    ('>= 0.6', '>= 0.6', '0.4..0.6', '<= 0.5', None)
    """
    match = _WRITTEN.fullmatch(str(written).lower())
    if not match:
        return None
    given = (match["sign"] or "").strip()
    sign = _SIGNS.get(given, given)
    parts = [one for one in (match["low"], match["high"]) if one is not None]
    percent = bool(match["per"] or match["more"])
    numbers = sorted(_share(one, percent=percent) for one in parts)
    if numbers[-1] > 1 or sign not in {"", "=", *_SIGNS.values()}:
        return None
    if len(numbers) > 1:
        return f"{numbers[0]:g}..{numbers[1]:g}"
    found = f"{sign} {numbers[0]:g}".strip()
    return found if bounds(found) else None


def _share(digits: str, *, percent: bool) -> float:
    number = float(digits.replace(",", "."))
    return number / 100 if percent or 10 < number <= 100 else number
