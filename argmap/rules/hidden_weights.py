"""No criterion says how much it counts.

All then count the same, and that is a judgment too: whoever reads the ranking should see that it
was made. Say it with `weight`, even where every weight is 1.

Bad:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    criteria:
      - {id: cost, text: Costs little}
      - {id: reach, text: Sees much}
    options:
      - text: Congress should pay for towers.
        support: [Towers cost less than a wall.]
      - text: Congress should keep the current policy.
        support: [The budget pays for it already.]

Good:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    criteria:
      - {id: cost, text: Costs little, weight: 1}
      - {id: reach, text: Sees much, weight: 2}
    options:
      - text: Congress should pay for towers.
        support: [Towers cost less than a wall.]
      - text: Congress should keep the current policy.
        support: [The budget pays for it already.]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where several criteria stand without a weight."""
    criteria = scan.map.criteria
    if len(criteria) < 2 or len(scan.map.options) < 2:
        return
    if all(one.weight == 1 and not _is_weighed(scan, n) for n, one in enumerate(criteria)):
        yield Found(("criteria",), {"count": len(criteria)}, key=True)


def _is_weighed(scan: Scan, number: int) -> bool:
    """Tell whether a criterion has a weight in the file, and not by default."""
    place = ("criteria", number)
    return scan.document.locate((*place, "weight")) != scan.document.locate(place)


RULE = Rule(
    code="AM508",
    slug="hidden-weights",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "none of the {count} criteria says how much it counts; do all count the same?",
        "es": "ninguno de los {count} criterios dice cuánto cuenta; ¿cuentan todos igual?",
    },
    help={
        "en": "give each a `weight`, as in `weight: 3`, even where they are meant to be equal",
        "es": "da a cada uno un `weight`, como `weight: 3`; iguales si han de contar igual",
    },
    about={
        "es": """Ningún criterio dice cuánto cuenta.

        Entonces cuentan todos igual, y eso también es un juicio: quien lea la clasificación debe
        ver que se hizo. Dilo con `weight`, aunque todos los pesos sean 1.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 4, "a class's maps, maps written for it"),
)
