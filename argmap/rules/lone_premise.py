"""A reason stands alone, and nothing says why it bears on its conclusion.

Every simple argument has at least two premises (the Golden Rule): from "towers film back yards"
nothing follows about privacy until someone adds that filming a yard without consent violates it.
The unsaid premise is the one that opponents attack, so it had better be on the map. A `warrant`, a
linked premise or a `scheme` says it. Only contentions are looked at; evidence below them has a rule
of its own, AM410.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: The county should take the watchtowers down.
      support:
        - Watchtowers film the back yards of families.

Good:

    argmap: 1
    title: Towers
    thesis:
      text: The county should take the watchtowers down.
      support:
        - text: Watchtowers film the back yards of families.
          warrant: A county should remove what films families without their consent.
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each single reason for a root that has no warrant, scheme or criterion."""
    roots = frozenset(scan.map.roots)
    for argument, path in scan.arguments:
        if argument.conclusion not in roots or argument.polarity == "attack":
            continue
        if len(argument.premises) > 1 or argument.scheme or argument.criterion:
            continue
        if not scan.graph.into(argument.id, "support"):
            claim = scan.map.claims[argument.premises[0]]
            yield Found((*path, "text"), {"claim": claim.name.rstrip(".")})


RULE = Rule(
    code="AM107",
    slug="lone-premise",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{claim!r}: why does that speak for the conclusion?",
        "es": "{claim!r}: ¿por qué habla eso a favor de la conclusión?",
    },
    help={
        "en": "say it in a `warrant`, or link the premise that is missing under `premises`",
        "es": "dilo en un `warrant`, o enlaza en `premises` la premisa que falta",
    },
    about={
        "es": """Una razón está sola, y nada dice por qué importa para su conclusión.

        Todo argumento simple tiene al menos dos premisas (la regla de oro): de «las torres filman
        los patios» no se sigue nada sobre la privacidad hasta que alguien agrega que filmar un
        patio sin permiso la vulnera. La premisa callada es la que ataca el adversario, así que
        conviene que esté en el mapa. La dice un `warrant`, una premisa enlazada o un `scheme`. Solo
        se miran los argumentos principales; para las pruebas que hay debajo existe la regla
        AM410.""",
    },
    severities={"publish": Severity.WARNING},
    profiles=("publish",),
    measured=Measured(15, 40, "a sample of 40 from microtexts and AIF"),
)
