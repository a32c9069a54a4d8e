"""What codes mean, as text to be read and as plain data."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from argmap.linting import PROFILES
from argmap.phrasing import phrases
from argmap.reporting import Style
from argmap.review.codes import Code, Setting


def explained(code: Code, style: Style) -> str:
    """Return one code with its reason, its examples, and what to do about it."""
    return "\n\n".join(_parts(code, style)) + "\n"


def listed(codes: Sequence[Code], style: Style) -> str:
    """Return codes by family, one a line."""
    say = phrases("check", style.lang)
    room = max(len(one.slug) for one in codes)
    grade = max(len(say(one.severity)) for one in codes)
    parts = []
    for family, ones in groupby(codes, key=lambda one: one.family):
        parts.append(_bold(f"AM{family}xx {say(f'family-{family}')}", style))
        parts += (
            f"  {one.code} {one.slug:<{room}} {say(one.severity):<{grade}} {one.what}"
            for one in ones
        )
        parts.append("")
    return "\n".join(parts)


def data(codes: Sequence[Code]) -> str:
    """Return codes as a list of objects."""
    return json.dumps([_entry(one) for one in codes], ensure_ascii=False, indent=2) + "\n"


def _entry(code: Code) -> dict[str, object]:
    return {
        "code": code.code,
        "slug": code.slug,
        "severity": str(code.severity),
        "what": code.what,
        "why": " ".join(code.why.split()),
        "help": code.remedy,
        "bad": list(code.bad),
        "good": list(code.good),
        "profiles": list(code.profiles),
        "thresholds": {
            one.name: {"default": one.default, "about": one.about} for one in code.thresholds
        },
        "since": code.since,
        "measured": asdict(code.measured) if code.measured else None,
    }


def _parts(code: Code, style: Style) -> Iterator[str]:
    """Yield the paragraphs on one code."""
    say = phrases("check", style.lang)
    yield f"{_bold(f'{code.code} {code.slug}', style)}\n{_filled(code.what, style)}"
    yield from (_filled(paragraph, style) for paragraph in code.why.split("\n\n"))
    severity = say(code.severity)
    if code.is_rule:
        profiles = say("every") if code.profiles == PROFILES else ", ".join(code.profiles)
        yield say("facts", severity=severity, profiles=profiles, since=code.since)
        if code.measured:
            wrong, found = code.measured.false, code.measured.of
            often = "measured-often" if wrong * _OFTEN > found else "measured"
            yield _filled(say(often, wrong=wrong, found=found, on=code.measured.on), style)
        if code.certain:
            yield say("certain")
    else:
        yield say("fault", severity=severity)
    for key, examples in (("bad", code.bad), ("good", code.good)):
        for one in examples:
            yield f"{_bold(say(key), style)}:\n\n{textwrap.indent(one.rstrip(), '    ')}"
    yield f"{_bold(say('remedy'), style)}: {code.remedy}"
    if code.thresholds:
        rows = map(_row, code.thresholds)
        yield f"{_bold(say('thresholds'), style)}:\n\n" + "\n".join(rows)
    if code.is_rule and code.code[2] != "0":
        yield say("silence", comment=f"# argmap: ignore[{code.code}] {say('reason')}")


def _row(setting: Setting) -> str:
    """Return what a setting is by default, what it is for, and its values in other profiles."""
    others = ", ".join(f"{name}: {value}" for name, value in setting.profiles.items())
    more = f" ({others})" if others else ""
    return f"    {setting.name} = {setting.default}  # {setting.about}{more}"


def _filled(text: str, style: Style) -> str:
    """Return a paragraph in lines that are easy to read."""
    return textwrap.fill(text, min(style.width or _WIDTH, _WIDTH))


_WIDTH = 88
_OFTEN = 5  # a rule that is wrong more than once in so many findings is not for a class


def _bold(text: str, style: Style) -> str:
    return f"\x1b[1m{text}\x1b[0m" if style.colour else text
