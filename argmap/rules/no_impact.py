"""A contention does not say what is at stake.

"Wait times rise": so what? A chain ends in something that matters to people: lives, money, rights,
trust. Without it there is nothing to weigh, and the side that names an impact wins by default.
Continue the chain down to a claim with `kind: impact`, or mark the value that is served with
`kind: value`. Only what asks for action, or judges, is meant: a thesis of fact has no impact.

Bad:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      kind: policy
      support:
        - text: Slow visas keep workers from the fields.
          support:
            - {text: Produce worth a season's wages would rot., kind: impact}
      attack:
        - Wait times at the consulates would rise.

Good:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      kind: policy
      support:
        - text: Slow visas keep workers from the fields.
          support:
            - {text: Produce worth a season's wages would rot., kind: impact}
      attack:
        - text: Wait times at the consulates would rise.
          support:
            - {text: Families would stay apart for months., kind: impact}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.contending import (
    BEGUN,
    calls_for,
    debated,
    is_begun,
    is_impact,
    is_settled,
    named,
)

_ACTION = frozenset({"policy", "plan", "value"})


def check(scan: Scan) -> Iterator[Found]:
    """Yield each contention in whose branch nothing is at stake, or the thesis if that is all."""
    found, claims = debated(scan), scan.map.claims
    if not found or calls_for(scan) not in _ACTION:
        return
    missing = [
        one
        for one in found
        if not any(is_impact(claims[key]) or claims[key].kind == "value" for key in one.claims)
        and not is_settled(scan, one.argument)
    ]
    if not missing or not is_begun(scan, len(found) - len(missing), len(missing)):
        return
    if len(missing) == len(found) > 1:
        yield Found(("thesis",), {"count": len(found)}, variant="all", key=True)
        return
    for one in missing:
        yield Found((*one.path, "text"), {"claim": named(scan, one.argument)})


RULE = Rule(
    code="AM406",
    slug="no-impact",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{claim!r}: so what, and for whom?",
        "es": "{claim!r}: ¿y qué, y para quién?",
    },
    help={
        "en": "add below it what would come of it, with `kind: impact`",
        "es": "agrega debajo lo que resultaría de ello, con `kind: impact`",
    },
    about={
        "es": """Un argumento principal no dice qué está en juego.

        «Suben los tiempos de espera»: ¿y qué? Una cadena termina en algo que importa a las
        personas: vidas, dinero, derechos, confianza. Sin ello no hay nada que ponderar, y gana
        quien nombra un impacto. Continúa la cadena hasta una afirmación con `kind: impact`, o marca
        el valor al que sirve con `kind: value`. Solo se trata de lo que pide actuar o juzga: una
        tesis de hecho no tiene impacto.""",
    },
    variants={
        "all": Variant(
            {
                "en": "none of the {count} contentions says what is at stake",
                "es": "ninguno de los {count} argumentos principales dice qué está en juego",
            },
            {
                "en": "mark what is at stake in each with `kind: impact`",
                "es": "marca en cada uno lo que está en juego con `kind: impact`",
            },
        )
    },
    thresholds={"begun": BEGUN},
    measured=Measured(2, 12, "six maps"),
    profiles=("tournament", "publish"),
    whole=True,
)
