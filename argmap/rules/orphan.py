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
from collections.abc import Set as AbstractSet
from itertools import chain

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
            _cover(graph, near, covered)
    unused = (key for key in loose if not graph.used.get(key))
    for key in chain(unused, _tops(graph, loose, covered)):
        if key not in covered:
            _cover(graph, key, covered)
            yield Found(("claims", key), {"claim": key}, key=True)


def _cover(graph: Graph, claim: str, covered: set[str]) -> None:
    """Add a claim and all that bears on it; below what is covered already, everything is."""
    if claim in covered:
        return
    covered.add(claim)
    for here in (queue := [claim]):  # grows while it is read
        for one in graph.bearing.get(here, ()):
            new = [premise for premise in one.premises if premise not in covered]
            covered.update(new)
            queue += [one.id, *new]


def _tops(graph: Graph, loose: list[str], covered: AbstractSet[str]) -> Iterator[str]:
    """Yield claims of topmost circles: what is above one, of those not covered, is below it too."""
    for key in loose:
        if key not in covered:
            rest = {one for one in loose if one not in covered}
            if _above(graph, key) & rest <= {key, *graph.below(key)}:
                yield key


def _above(graph: Graph, claim: str) -> set[str]:
    """Return what a claim bears on, directly or through others."""
    found: set[str] = set()
    for here in (queue := [claim]):  # grows while it is read
        new = [one for one in graph.successors(here) if one not in found]
        found.update(new)
        queue += new
    return found


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
