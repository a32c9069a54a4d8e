"""A claim is stronger or weaker than the map expects.

A strength moves with every reason and every confidence below the claim. A test under `expect`
holds it within bounds, so that a small change far below cannot turn the result unnoticed.
Strengths are those of `argmap evaluate`.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      id: wet
      text: The street is wet.
      attack:
        - The street has been dry since noon.
    expect:
      strength: {wet: ">= 0.6"}

Good:

    argmap: 1
    title: A wet street
    thesis:
      id: wet
      text: The street is wet.
      attack:
        - The street has been dry since noon.
    expect:
      strength: {wet: "0.2..0.3"}
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity
from argmap.reasoning.bounding import bounds, shown
from argmap.review.expecting import expected


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim whose strength is not within its bounds."""
    if scan.map.expect is None or not scan.map.expect.strength:
        return
    for one in scan.once(expected).strengths:
        wanted = bounds(one.wanted)
        if one.found is None or wanted is None or wanted.hold(one.found):
            continue
        values = {
            "claim": one.claim,
            "wanted": str(one.wanted),
            "found": shown(one.found, wanted),
            "semantics": one.semantics,
            "file": scan.document.path,
        }
        yield Found(("expect", "strength", one.claim), values)


RULE = Rule(
    code="AM151",
    slug="unexpected-strength",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "the strength of {claim!r} is expected to be {wanted}, but it is {found}"
        " by {semantics}",
        "es": "la fuerza de {claim!r} debería ser {wanted}, pero es {found} según {semantics}",
    },
    help={
        "en": "change the argument or the expectation; `argmap explain {file} {claim}` tells why",
        "es": "cambia el argumento o la expectativa; `argmap explain {file} {claim}` dice por qué",
    },
    about={
        "es": """Una afirmación es más fuerte o más débil de lo que el mapa espera.

        La fuerza cambia con cada razón y cada confianza que hay debajo. Una prueba de `expect` la
        mantiene entre límites, para que un cambio pequeño muy abajo no cambie el resultado sin que
        nadie lo note. Las fuerzas son las de `argmap evaluate`.""",
    },
    whole=True,
    certain=True,
)
