"""A claim speaks of the writer or the reader.

"I think that uniforms help" is true if you think so, and then there is nothing left to argue about.
Claim that uniforms help; how sure you are belongs in `confidence`, who says so in `by`.

Bad:

    argmap: 1
    title: School uniforms
    thesis: I think that our school should require uniforms.

Good:

    argmap: 1
    title: School uniforms
    thesis: Our school should require uniforms.
"""

import re
from collections.abc import Iterator

from argmap.language.prose import mentions
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_NUMERAL = re.compile(r"\b(?:[A-Z]\w+|[Pp]art|[Tt]ype|[Pp]hase|[Cc]lass|[Ll]evel)\s+$")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each "I", "you" and "in my opinion" that is not quoted."""
    for saying, match in mentions(scan, "persons"):
        if match[0] == "I" and _NUMERAL.search(saying.text[: match.start()]):
            continue  # World War I
        if match[0] == "i":
            continue  # i.e.
        span = saying.span(scan.document, match)
        yield Found(saying.path, {"words": match[0]}, span=span)


RULE = Rule(
    code="AM326",
    slug="first-or-second-person",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words!r} speaks of the writer or the reader, not of the matter",
        "es": "{words!r} habla de quien escribe o lee, no del asunto",
    },
    help={
        "en": "claim the thing itself; your certainty goes into `confidence`",
        "es": "afirma la cosa misma; qué tan seguro estás va en `confidence`",
    },
    about={
        "es": """Una afirmación habla de quien escribe o de quien lee.

        «Creo que los uniformes ayudan» es cierto si tú lo crees, y entonces no queda nada que
        discutir. Afirma que ayudan; qué tan seguro estás va en `confidence`, y quién lo dice en
        `by`.""",
    },
    measured=Measured(0, 57, "six maps, AIF, microtexts, Argdown"),
)
