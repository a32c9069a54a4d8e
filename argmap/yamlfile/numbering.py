"""Values that are no number where one is asked for, or too large or small a one."""

import re
from typing import Any

from argmap.yamlfile.cases import Case, Finding
from argmap.yamlfile.flaws import Phrase
from argmap.yamlfile.mending import Mend
from argmap.yamlfile.valuing import nothing
from argmap.yamlfile.yamltext import number

_DATES = frozenset({"date", "accessed"})


def expects_number(case: Case) -> Finding:
    """Explain what is no number where one is asked for."""
    if case.value is None:
        return nothing(case)
    if case.path == ("argmap",):
        return _version(case)
    said, meant = {"value": case.shown}, _number(case.value, case)
    mend = Mend("drop", case.path) if meant is None else Mend("set", case.path, meant)
    if case.kind == "int_type" and isinstance(case.value, float):
        return Finding(case.flaw("AM059", slots=said), (Mend("drop", case.path),))
    if meant is None:
        what = Phrase("share" if _is_share(case) else "count" if _is_count(case) else "number")
        return Finding(case.flaw("AM057", slots={**said, "wanted": what}), (mend,))
    better = str(meant)
    return Finding(case.flaw("AM057", "near", better, {**said, "near": better}), (mend,))


def out_of_range(case: Case) -> Finding:
    """Explain a number that is too large or too small."""
    if case.path == ("argmap",):
        return _version(case)
    value = case.value
    if case.key in _DATES:
        return _date(case)
    if _is_share(case) and isinstance(value, int) and 10 < value <= 100:
        better = f"{value / 100:g}"
        slots = {"value": case.shown, "near": better}
        flaw = case.flaw("AM058", "percent", better, slots, safe=False)
        return Finding(flaw, (Mend("set", case.path, value / 100),))
    variant = "" if _is_share(case) else "count" if _is_count(case) else "negative"
    flaw = case.flaw("AM058", variant, None, {"value": case.shown})
    return Finding(flaw, (Mend("drop", case.path),))


def _date(case: Case) -> Finding:
    """Explain a number that is no year; eight digits are a date without its hyphens."""
    said = str(case.value)
    match = re.fullmatch(r"([12]\d{3})(0[1-9]|1[0-2])([0-2]\d|3[01])", said)
    better = "-".join(match.groups()) if match else None
    flaw = case.flaw("AM067", "date", better, {"value": said, "near": better or "2025-11-22"})
    return Finding(flaw, (Mend("set", case.path, better or said),))


def _version(case: Case) -> Finding:
    """Explain what is not the version that there is."""
    variant = "" if isinstance(case.value, int | float) else "text"
    flaw = case.flaw("AM042", variant, "1", {"value": case.shown})
    return Finding(flaw, (Mend("set", case.path, 1),))


def _is_share(case: Case) -> bool:
    return case.key in ("confidence", "strength")


def _is_count(case: Case) -> bool:
    return case.key in ("paragraph", "item")


def _number(value: Any, case: Case) -> int | float | None:
    """Return the number that a text or a percentage is meant to be."""
    text = str(value).strip() if isinstance(value, str) else ""
    percent = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]+)?) ?%", text)
    if percent and _is_share(case):
        return float(percent[1]) / 100
    meant = number(text.replace(",", ".")) if text else text
    if isinstance(meant, str) or (_is_count(case) and not isinstance(meant, int)):
        return None
    return meant if not _is_share(case) or 0 <= meant <= 1 else None
