"""A claim speaks for the thesis in one place and against it in another.

One of the two is mostly a slip: a `support` that should be an `attack`, or a `ref` to the wrong
claim. Where the claim really cuts both ways, it helps whoever says so first; `conceded` marks it as
common ground. Of evidence that both sides cite, AM228 speaks.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms make mornings easier.
          support:
            - {id: choice, text: Nobody has to choose clothes.}
      attack:
        - text: Uniforms limit how students express themselves.
          support:
            - ref: choice

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms make mornings easier.
          support:
            - {id: choice, text: Nobody has to choose clothes.}
      attack:
        - text: Uniforms limit how students express themselves.
          attack:
            - Students can express themselves in what they say.
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.model import Argument, Claim
from argmap.positions import Path
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each uncited claim of which this file makes an argument for either side."""
    if not scan.map.thesis or scan.map.options:
        return
    claims = scan.map.claims
    twice = {key for key, ones in scan.graph.used.items() if len(ones) > 1}
    if not twice:
        return
    sides = scan.graph.sides
    uses: dict[str, dict[str, Path]] = {}
    for argument, path in scan.arguments:
        of = sides.get(argument.id, frozenset())
        for key in argument.premises if len(of) == 1 else ():
            if key in twice and not _is_meant(scan, claims[key], argument):
                uses.setdefault(key, {}).setdefault(next(iter(of)), path)
    for key, places in uses.items():
        if len(places) == 2:
            (side, first), (_, second) = places.items()
            yield Found(second, {"claim": claims[key].name}, also=(Also(first, side),))


def _is_meant(scan: Scan, claim: Claim, argument: Argument) -> bool:
    """Tell whether a claim is evidence or common ground, or a use of it says why it counts."""
    return bool(claim.cite or claim.conceded or scan.graph.into(argument.id, "support"))


RULE = Rule(
    code="AM111",
    slug="on-both-sides",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{claim!r} speaks both for the thesis and against it; is one of the two a slip?",
        "es": "{claim!r} habla a favor y en contra de la tesis; ¿es un descuido una de las dos?",
    },
    help={
        "en": "make the one `support` an `attack`, or mark what both sides grant as `conceded`",
        "es": "cambia un `support` por `attack`, o marca como `conceded` lo que ambos conceden",
    },
    about={
        "es": """Una afirmación habla a favor de la tesis en un lugar y en contra en otro.

        Casi siempre uno de los dos es un descuido: un `support` que debía ser `attack`, o un `ref`
        a otra afirmación. Si de verdad corta por ambos lados, ayuda a quien lo diga primero;
        `conceded` la marca como terreno común. De las pruebas que citan ambas partes habla
        AM228.""",
    },
    notes={
        "pro": {"en": "here it speaks for the thesis", "es": "aquí habla a favor de la tesis"},
        "con": {
            "en": "here it speaks against the thesis",
            "es": "aquí habla en contra de la tesis",
        },
    },
    measured=Measured(0, 5, "maps written for it"),
)
