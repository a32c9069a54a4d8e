"""A claim counts time from now, but does not say when now is.

"Recently" and "last year" mean something else each time that the map is opened. A year stays true,
and tells whether the evidence is old.

Bad:

    argmap: 1
    title: Homicides
    thesis: Homicides in Mexico have recently fallen.

Good:

    argmap: 1
    title: Homicides
    thesis: Homicides in Mexico have fallen since September 2024.
"""

import re
from collections.abc import Iterator

from argmap.language.prose import mentions
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ANOTHER_SENSE = re.compile(r"\s+(?:as|that|and again|and then|que)\b|['’]s\b", re.I)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each time that is relative, in a text that names no year."""
    for saying, match in mentions(scan, "relative-times"):
        if not _YEAR.search(saying.text) and not _ANOTHER_SENSE.match(saying.text, match.end()):
            span = saying.span(scan.document, match)
            yield Found(saying.path, {"words": match[0]}, span=span)


RULE = Rule(
    code="AM325",
    slug="relative-time",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r}: when, by the calendar?",
        "es": "{words!r}: ¿cuándo, según el calendario?",
    },
    help={
        "en": "name the year or the month: since 2023, in November 2025",
        "es": "nombra el año o el mes: desde 2023, en noviembre de 2025",
    },
    about={
        "es": """Una afirmación cuenta el tiempo desde ahora, pero no dice cuándo es ahora.

        «Recientemente» y «el año pasado» significan otra cosa cada vez que se abre el mapa. Un año
        sigue siendo cierto, y dice si la prueba es vieja.""",
    },
    measured=Measured(3, 45, "six maps, AIF, microtexts, Argdown"),
)
