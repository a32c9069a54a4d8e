"""A contention has nobody who prepares it, though others have.

What is everybody's work is done by nobody. Who has a contention has what stands below it too, so
one name at the top is enough. Where no claim of the map has an `assignee`, nothing is asked for.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - {text: Uniforms save families money., assignee: Ana}
        - Uniforms make the school safer.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - {text: Uniforms save families money., assignee: Ana}
        - {text: Uniforms make the school safer., assignee: Ben}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import contentions, is_settled, named


def check(scan: Scan) -> Iterator[Found]:
    """Yield each contention in whose branch nobody is named, if anybody is on the map."""
    claims = scan.map.claims
    if not any(claim.assignee for claim, _ in scan.claims):
        return
    for one in scan.once(contentions):
        owned = any(claims[key].assignee for key in one.claims)
        if not owned and not is_settled(scan, one.argument):
            yield Found((*one.path, "text"), {"claim": named(scan, one.argument)})


RULE = Rule(
    code="AM425",
    slug="unowned",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{claim!r}: who prepares it?",
        "es": "{claim!r}: ¿quién lo prepara?",
    },
    help={
        "en": "add `assignee: name` to the contention",
        "es": "agrega `assignee: nombre` al argumento",
    },
    about={
        "es": """Un argumento principal no tiene quien lo prepare, y los demás sí.

        Lo que es tarea de todos no lo hace nadie. Quien tiene un argumento tiene también lo que
        está debajo, así que basta un nombre arriba. Si ninguna afirmación del mapa tiene
        `assignee`, no se pide nada.""",
    },
    measured=Measured(0, 5, "maps written for it"),
)
