"""A reason ranks an option on a criterion, and rests on nothing.

What fills the table of options should be more than a hunch: a source, or a `basis` that says why it
may stand without one. Otherwise the table looks firmer than what it is made of. Where most of the
reasons in the table still rest on nothing, that is said once.

Bad:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    criteria:
      - {id: cost, text: Costs little, weight: 1}
      - {id: reach, text: Sees much, weight: 2}
    options:
      - text: Congress should pay for towers.
        support:
          - {text: Towers cost less than a wall., basis: common-knowledge, criterion: cost}
      - text: Congress should keep the current policy.
        support:
          - {text: Patrols cost less than towers., criterion: cost}

Good:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    criteria:
      - {id: cost, text: Costs little, weight: 1}
      - {id: reach, text: Sees much, weight: 2}
    options:
      - text: Congress should pay for towers.
        support:
          - {text: Towers cost less than a wall., basis: common-knowledge, criterion: cost}
      - text: Congress should keep the current policy.
        support:
          - {text: The budget pays for it already., basis: common-knowledge, criterion: cost}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.model import Argument, Claim
from argmap.problems import Severity
from argmap.review.sourcing import carried


def check(scan: Scan) -> Iterator[Found]:
    """Yield each argument with a criterion below which no source and no basis is given."""
    names = {one.id: one.text for one in scan.map.criteria}
    if not names or len(scan.map.options) < 2:
        return
    cells = [(one, path) for one, path in scan.arguments if one.criterion in names]
    bare = [(one, path) for one, path in cells if not _rests(scan, one)]
    if len(bare) > 1 and 2 * len(bare) > len(cells):
        values = {"count": len(bare), "all": len(cells)}
        yield Found(("criteria",), values, key=True, variant="most")
        return
    for argument, path in bare:
        yield Found(path, {"criterion": names[argument.criterion or ""]})


def _rests(scan: Scan, argument: Argument) -> bool:
    """Tell whether an argument rests on something, in its premises or below."""
    claims = (scan.map.claims[key] for key in argument.premises)
    return any(map(_is_founded, claims)) or argument.id in scan.once(_founded)


def _founded(scan: Scan) -> frozenset[str]:
    """Return what rests, at whatever distance, on a claim that has a foundation of its own."""
    return carried(scan.graph, (key for key, one in scan.map.claims.items() if _is_founded(one)))


def _is_founded(claim: Claim) -> bool:
    return bool(claim.cite or claim.basis or claim.open or claim.by)


RULE = Rule(
    code="AM503",
    slug="cell-without-evidence",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "this reason on {criterion!r} has neither source nor basis: on what does it rest?",
        "es": "esta razón sobre {criterion!r} no tiene ni fuente ni `basis`: ¿en qué se apoya?",
    },
    help={
        "en": "add `cite`, or `basis` where none is needed",
        "es": "agrega `cite`, o `basis` si no hace falta",
    },
    about={
        "es": """Una razón sitúa una opción en un criterio, y no se apoya en nada.

        Lo que llena la tabla de opciones debe ser más que una corazonada: una fuente, o un `basis`
        que diga por qué puede ir sin ella. De lo contrario la tabla parece más firme que aquello de
        lo que está hecha.""",
    },
    variants={
        "most": Variant(
            {
                "en": "{count} of {all} reasons that rank the options rest on nothing",
                "es": "{count} de {all} razones que ordenan las opciones no se apoyan en nada",
            },
            {
                "en": "begin with the one that decides: add `cite`, or a `basis` that needs none",
                "es": "empieza por la que decide: agrega `cite`, o una `basis` que no pida fuente",
            },
        )
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 5, "a class's maps, maps written for it"),
)
