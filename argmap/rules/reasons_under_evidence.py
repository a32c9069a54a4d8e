"""Something that is marked as evidence is supported by a claim that is none.

Evidence is what a branch ends in: a figure, a report, a witness. When an argument stands below it,
the two have changed places, or the upper claim is no evidence but a conclusion from some. Further
evidence may well back evidence, and an attack on it is always in place.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Ana Ruiz, title: Uniforms and Fights, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Fights over clothes fell by half at Lincoln School.
          kind: evidence
          cite: [{source: study, page: 4}]
          support:
            - Uniforms take away a cause of envy.

Good:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Ana Ruiz, title: Uniforms and Fights, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms take away a cause of envy.
          support:
            - text: Fights over clothes fell by half at Lincoln School.
              kind: evidence
              cite: [{source: study, page: 4}]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each reason for evidence that holds no evidence and cites nothing."""
    claims = scan.map.claims
    for argument, path in scan.arguments:
        target = claims.get(argument.conclusion)
        if argument.polarity == "attack" or target is None or target.kind != "evidence":
            continue
        premises = [claims[key] for key in argument.premises]
        if not any(one.kind == "evidence" or one.cite or one.basis == "data" for one in premises):
            yield Found((*path, "text"), {"claim": target.name.rstrip(".")})


RULE = Rule(
    code="AM112",
    slug="reasons-under-evidence",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "a reason for the evidence {claim!r}: have the two changed places?",
        "es": "una razón a favor de la prueba {claim!r}: ¿están cambiadas de lugar?",
    },
    help={
        "en": "put the evidence below the claim that it shows, or give it another `kind`",
        "es": "pon la prueba bajo la afirmación que demuestra, o dale otro `kind`",
    },
    about={
        "es": """Algo marcado como prueba está apoyado por una afirmación que no lo es.

        En las pruebas termina una rama: una cifra, un informe, un testigo. Si debajo hay un
        argumento, las dos están cambiadas de lugar, o la de arriba no es una prueba sino una
        conclusión. Otra prueba puede respaldarla, y atacarla siempre es posible.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 5, "maps written for it"),
)
