"""A claim has no id of its own: it goes by one that is made of its text.

Such an id changes with the text. What refers to it, tests it, or follows the claim from one edition
of the map to the next, then loses it. `--fix` writes the id down as it is now.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      id: wet
      text: The street is wet.
      support:
        - It rained all night.

Good:

    argmap: 1
    title: A wet street
    thesis:
      id: wet
      text: The street is wet.
      support:
        - id: rain
          text: It rained all night.
"""

from collections.abc import Iterator

from argmap.linting import Found, Mend, Rule, Scan
from argmap.problems import Severity
from argmap.repair.editing import Insert
from argmap.review.silencing import silencings


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim of this file whose id is derived.

    What a comment tells of the line of a claim it must go on telling of that line.
    """
    told = {one.line for one in silencings(scan.text) if one.alone}
    for claim, path in scan.claims:
        if claim.id in scan.built.derived:
            place = (*path, "text") if scan.document.is_collection(path) else path
            first = scan.document.locate(path).line not in told
            mend = Mend((Insert((*path, "id"), claim.id, first=first),), title="write")
            yield Found(place, {"id": claim.id}, mend=mend)


RULE = Rule(
    code="AM143",
    slug="derived-id",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "the id of this claim, {id!r}, is made of its text and changes with it",
        "es": "el id de esta afirmación, {id!r}, se deriva de su texto y cambia con él",
    },
    help={
        "en": "write `id: {id}`, or a shorter one of your own",
        "es": "escribe `id: {id}`, o uno más corto que tú elijas",
    },
    notes={"write": {"en": "write `id: {id}`", "es": "escribir `id: {id}`"}},
    about={
        "es": """Una afirmación no tiene id propio: recibe uno que se deriva de su texto.

        Ese id cambia con el texto. Lo que remite a él, lo que lo comprueba, o lo que sigue a la
        afirmación de una edición del mapa a otra, entonces la pierde. `--fix` anota el id tal como
        es ahora.""",
    },
    profiles=("publish",),
    whole=True,
    quiet=True,
    certain=True,
)
