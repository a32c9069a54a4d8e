"""One side of the thesis has far more evidence than the other.

Judges notice when one side is argued from sources and the other from opinion, and on the day you
may have to speak for either.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2024}
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - {text: Pupils in uniform are late less often., cite: [{source: study, page: 4}]}
        - {text: Pupils in uniform stay for more lessons., cite: [{source: ruiz, page: 9}]}
        - {text: Uniforms reduce theft on campus., cite: [{source: study, page: 12}]}
        - {text: Uniforms shorten the school morning., cite: [{source: ruiz, page: 21}]}
      attack:
        - {text: Uniforms cost large families dearly., basis: common-knowledge}
        - {text: Uniforms keep pupils from showing who they are., basis: value}

Good:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2024}
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - {text: Pupils in uniform are late less often., cite: [{source: study, page: 4}]}
        - {text: Pupils in uniform stay for more lessons., cite: [{source: ruiz, page: 9}]}
      attack:
        - {text: Uniforms cost large families dearly., cite: [{source: ruiz, page: 30}]}
        - {text: Uniforms keep pupils from showing who they are., basis: value}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold, Variant
from argmap.problems import Severity

_SIDES = (frozenset({"pro"}), frozenset({"con"}))


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where one side cites much more, and more of what it says."""
    thesis, sides = scan.map.thesis, scan.graph.sides
    if not thesis or scan.map.options:
        return
    said, cited = [0, 0], [0, 0]
    for key, claim in scan.map.claims.items():
        if key != thesis and (side := sides.get(key)) in _SIDES:
            said[_SIDES.index(side)] += 1
            cited[_SIDES.index(side)] += bool(claim.cite)
    more = cited.index(max(cited))
    less = 1 - more
    if said[less] < 2 or cited[more] < max(4, scan.number("max-evidence") * cited[less]):
        return
    if cited[more] * said[less] > cited[less] * said[more]:
        values = {"pro": cited[0], "con": cited[1], "said": said[less]}
        yield Found(("thesis",), values, variant="con" if less else "")


RULE = Rule(
    code="AM210",
    slug="one-sided-sourcing",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{con} claims against the thesis cite a source, but only {pro} of {said} for it",
        "es": "{con} afirmaciones en contra citan fuentes, y a favor solo {pro} de {said}",
    },
    help={
        "en": "look for sources of the side that has few",
        "es": "busca fuentes para la parte que tiene pocas",
    },
    about={
        "es": """Una de las partes tiene muchas más pruebas que la otra.

        El juez nota cuándo una parte argumenta con fuentes y la otra con opiniones, y llegado el
        día puede tocarte hablar por cualquiera de las dos.""",
    },
    variants={
        "con": Variant(
            {
                "en": "{pro} claims for the thesis cite a source, but only {con} of {said} against",
                "es": "{pro} afirmaciones a favor citan fuentes, y en contra solo {con} de {said}",
            }
        )
    },
    thresholds={
        "max-evidence": Threshold(
            2,
            {
                "en": "how many times as many cited claims one side may have as the other",
                "es": "cuántas veces más afirmaciones citadas puede tener una parte que la otra",
            },
        )
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 4, "six maps, maps written for it"),
)
