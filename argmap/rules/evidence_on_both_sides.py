"""The same evidence speaks for the thesis in one place and against it in another.

That may be just right: one fact can weigh on both sides. It is worth knowing before the opponent
says so, and worth asking whether it means the same in both places.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms cost less than fashion.
          support:
            - id: price
              text: A uniform costs families about 90 dollars a year.
              cite: [ruiz]
      attack:
        - text: Uniforms burden large families.
          support:
            - ref: price

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms cost less than fashion.
          support:
            - text: A uniform costs families about 90 dollars a year.
              cite: [{source: ruiz, page: 12}]
      attack:
        - text: Uniforms burden large families.
          support:
            - text: Families with three children pay for nine sets of clothes.
              cite: [{source: ruiz, page: 14}]
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.positions import Path
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each cited claim of which this file makes an argument for either side."""
    if not scan.map.thesis or scan.map.options:
        return
    claims, sides = scan.map.claims, scan.graph.sides
    uses: dict[str, dict[str, Path]] = {}
    for argument, path in scan.arguments:
        side = sides.get(argument.id, frozenset())
        if len(side) == 1:
            for premise in argument.premises:
                if claims[premise].cite:
                    uses.setdefault(premise, {}).setdefault(next(iter(side)), path)
    for claim, places in uses.items():
        if len(places) == 2:
            first, second = places.items()
            values = {"claim": claims[claim].name}
            yield Found(second[1], values, also=(Also(first[1], first[0]),))


RULE = Rule(
    code="AM228",
    slug="evidence-on-both-sides",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "this evidence speaks on both sides: {claim!r}",
        "es": "esta prueba habla por ambas partes: {claim!r}",
    },
    help={
        "en": "make sure that it means the same in both places, and be ready to say so",
        "es": "comprueba que signifique lo mismo en ambos lugares, y prepárate para decirlo",
    },
    about={
        "es": """La misma prueba habla a favor de la tesis en un lugar y en contra en otro.

        Puede estar muy bien: un hecho puede pesar en ambas partes. Conviene saberlo antes de que lo
        diga el adversario, y preguntarse si significa lo mismo en ambos lugares.""",
    },
    notes={
        "pro": {"en": "here it speaks for the thesis", "es": "aquí habla a favor de la tesis"},
        "con": {
            "en": "here it speaks against the thesis",
            "es": "aquí habla en contra de la tesis",
        },
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 9, "six maps, maps written for it"),
)
