"""Everything under one contention comes from one source.

If the opponent brings that source down, the whole contention falls with it. A second, independent
source for its heaviest claim is the cheapest insurance there is. A map that has only one source to
begin with is not meant here.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2024}
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms help pupils to learn.
          support:
            - {text: Pupils in uniform are late less often., cite: [{source: study, page: 4}]}
            - {text: Pupils in uniform stay for more lessons., cite: [{source: study, page: 9}]}
            - {text: Pupils in uniform repeat fewer years., cite: [{source: study, page: 12}]}
        - text: A uniform costs families about 90 dollars a year.
          cite: [ruiz]

Good:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2024}
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms help pupils to learn.
          support:
            - {text: Pupils in uniform are late less often., cite: [{source: study, page: 4}]}
            - {text: Pupils in uniform stay for more lessons., cite: [{source: study, page: 9}]}
            - {text: Pupils in uniform repeat fewer years., cite: [{source: ruiz, page: 80}]}
        - text: A uniform costs families about 90 dollars a year.
          cite: [{source: ruiz, page: 12}]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity
from argmap.review.contending import contentions


def check(scan: Scan) -> Iterator[Found]:
    """Yield each argument on a root of which all cited claims cite the same source."""
    claims = scan.map.claims
    if len({one.source for claim in claims.values() for one in claim.cite}) < 2:
        return
    for branch in scan.once(contentions):
        cites = [cite for key in branch.claims if (cite := claims[key].cite)]
        sources = {one.source for cite in cites for one in cite}
        if len(cites) >= scan.number("min-branch") and len(sources) == 1:
            yield Found(branch.path, {"count": len(cites), "name": sources.pop()})


RULE = Rule(
    code="AM209",
    slug="single-source-branch",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "all {count} cited claims of this branch come from {name!r} alone",
        "es": "las {count} afirmaciones citadas de esta rama vienen solo de {name!r}",
    },
    help={
        "en": "find a second, independent source for the claim that carries most",
        "es": "busca una segunda fuente, independiente, para la afirmación que más sostiene",
    },
    about={
        "es": """Todo lo que hay bajo un argumento principal viene de una sola fuente.

        Si el adversario derriba esa fuente, cae con ella el argumento entero. Una segunda fuente,
        independiente, para su afirmación de más peso es el seguro más barato. No se habla aquí de
        un mapa que solo tiene una fuente.""",
    },
    thresholds={
        "min-branch": Threshold(
            3,
            {
                "en": "how many cited claims a branch has before this matters",
                "es": "cuántas afirmaciones citadas tiene una rama para que esto importe",
            },
        )
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 3, "maps written for it"),
)
