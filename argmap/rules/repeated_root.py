"""One claim stands twice on top: as two options, or as an option and the thesis.

An option does not compete with itself: in the table of options it takes two columns that cannot
differ.

Bad:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    options:
      - {id: north, text: The town should build the north road.}
      - {id: south, text: The town should build the south road.}
      - ref: north

Good:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    options:
      - {id: north, text: The town should build the north road.}
      - {id: south, text: The town should build the south road.}
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Mend, Rule, Scan
from argmap.positions import Path
from argmap.problems import Severity
from argmap.repair.editing import Remove


def check(scan: Scan) -> Iterator[Found]:
    """Yield each ref on top to a claim that is on top already."""
    roots = scan.map.roots
    if len(set(roots)) == len(roots):
        return
    seen: dict[str, Path] = {}
    for key in roots:
        path = scan.built.places.get(key, ())
        if path[:1] in (("thesis",), ("options",)) and len(path) <= 2:
            seen[key] = path
    for use in scan.built.uses:
        path = use.path[:-1]
        if path == ("thesis",) or (path[:1] == ("options",) and len(path) == 2):
            first = seen.setdefault(use.ref, path)
            if first != path:
                yield Found(
                    use.path,
                    {"claim": use.ref},
                    also=(Also((*first, "ref"), "first"),),
                    mend=Mend((Remove(path),), safe=False),
                )


RULE = Rule(
    code="AM138",
    slug="repeated-root",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "the claim {claim!r} stands on top already",
        "es": "la afirmación {claim!r} ya está en lo más alto",
    },
    help={
        "en": "take it out here, or write another option",
        "es": "quítala aquí, o escribe otra opción",
    },
    notes={"first": {"en": "first here", "es": "primero aquí"}},
    about={
        "es": """Una afirmación está dos veces arriba: como dos opciones, o como opción y tesis.

        Una opción no compite consigo misma: en la tabla ocupa dos columnas que no pueden ser
        distintas.""",
    },
    certain=True,
)
