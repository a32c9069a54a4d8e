"""A claim under `claims` leads to no thesis and no option.

It is on no picture and in no verdict, and is easily forgotten. Of a whole branch that hangs
nowhere, only its topmost claim is reported. A map whose claims are there for other maps to refer
to says so with `# argmap: ignore-file[AM106]` and a reason.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - It rained all night.
    claims:
      sprinkler:
        text: The sprinkler ran.
        support:
          - The tap was open.

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - It rained all night.
        - ref: sprinkler
    claims:
      sprinkler:
        text: The sprinkler ran.
        support:
          - The tap was open.
"""

from collections.abc import Iterator

from argmap.graph import Graph
from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity
from argmap.review.referring import meant


def check(scan: Scan) -> Iterator[Found]:
    """Yield the topmost claims of each branch that hangs nowhere, by no fault of a misspelt ref."""
    if not scan.map.roots:
        return
    loose = [
        claim.id
        for claim, path in scan.claims
        if path == ("claims", claim.id) and claim.id not in scan.graph.reached
    ]
    if not loose:
        return
    graph = scan.graph
    covered: set[str] = set()
    for use in scan.built.uses:
        if not use.known and (near := meant(scan.built, use.ref)):
            covered |= {near, *graph.below(near)}
    for key in (*(key for key in loose if not graph.used.get(key)), *_tops(graph, loose)):
        if key not in covered:
            covered |= {key, *graph.below(key)}
            yield Found(("claims", key), {"claim": key}, key=True)


def _tops(graph: Graph, loose: list[str]) -> Iterator[str]:
    """Yield the claims of topmost circles: what is above them is below them as well."""
    below = {key: graph.below(key) for key in loose if graph.used.get(key)}
    for key, mine in below.items():
        if all(top in mine for top, inner in below.items() if key in inner):
            yield key


RULE = Rule(
    code="AM106",
    slug="orphan",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the claim {claim!r} leads to no thesis and no option",
        "es": "la afirmación {claim!r} no lleva a ninguna tesis ni opción",
    },
    help={
        "en": "add `- ref: {claim}` below the claim on which it bears, or take it out",
        "es": "agrega `- ref: {claim}` bajo la afirmación de la que habla, o quítala",
    },
    about={
        "es": """Una afirmación de `claims` no lleva a ninguna tesis ni opción.

        No está en ningún dibujo ni veredicto, y se olvida fácilmente. De una rama entera que no
        cuelga de nada solo se señala la afirmación más alta. Un mapa cuyas afirmaciones son para
        que otros mapas las usen lo dice con `# argmap: ignore-file[AM106]` y un motivo.""",
    },
    whole=True,
    certain=True,
)
