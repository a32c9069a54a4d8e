"""A quote leaves words out in its middle.

What stands behind an ellipsis may turn the meaning round, and an opponent will ask for it. The
rules of most leagues want the whole passage in the quote; what is skipped in speaking is marked by
`read`. Where the source itself has the ellipsis, or only a table is left out, a `note` says so.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lowered what families spend on clothes.
          cite: [{source: ruiz, quote: "Uniforms … lowered what families spend on clothes."}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms in two towns lowered what families spend on clothes.
          cite:
            - source: ruiz
              quote: "Uniforms, at least in two towns, lowered what families spend on clothes."
              read: ["Uniforms, at least in two towns", lowered what families spend]
"""

import re
from collections.abc import Iterator

from argmap.language.verbatim import gap
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.sourcing import quoted

_EXPLAINED = re.compile(r"(?i)omi[st]|ellips|original|left out|elips|suspensivos|suprimid")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each quote with an ellipsis inside that no note explains."""
    for one in scan.once(quoted):
        quote, note = one.citation.quote, one.citation.note
        if quote and not (note and _EXPLAINED.search(note)) and (place := gap(quote)):
            yield Found((*one.path, "quote"), {"place": place})


RULE = Rule(
    code="AM215",
    slug="ellipsis-in-quote",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the quote leaves something out: {place!r}",
        "es": "la cita omite algo: {place!r}",
    },
    help={
        "en": "quote the whole passage, and name what is read in `read`; or explain it in `note`",
        "es": "cita el pasaje entero, y pon en `read` lo que se lee; o explícalo en `note`",
    },
    about={
        "es": """Una cita omite palabras en su interior.

        Lo que hay tras unos puntos suspensivos puede cambiar el sentido, y el adversario lo pedirá.
        Las reglas de la mayoría de las ligas quieren el pasaje entero en la cita; lo que se salta
        al hablar se marca con `read`. Si los puntos son de la fuente, o solo falta una tabla, lo
        dice una `note`.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 5, "quotes written for it"),
)
