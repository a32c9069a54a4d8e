"""A reason ranks an option on a criterion, and rests on nothing.

What fills the table of options should be more than a hunch: a source, or a `basis` that says why it
may stand without one. Otherwise the table looks firmer than what it is made of.

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

from argmap.linting import Found, Rule, Scan
from argmap.model import Claim
from argmap.problems import Severity
from argmap.review.sourcing import carried


def check(scan: Scan) -> Iterator[Found]:
    """Yield each argument with a criterion below which no source and no basis is given."""
    names = {one.id: one.text for one in scan.map.criteria}
    if not names or len(scan.map.options) < 2:
        return
    claims = scan.map.claims
    for argument, path in scan.arguments:
        if argument.criterion not in names or any(
            _is_founded(claims[p]) for p in argument.premises
        ):
            continue
        if argument.id not in scan.once(_founded):
            yield Found(path, {"criterion": names[argument.criterion]})


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
        "en": "this speaks on {criterion!r}, and rests on neither a source nor a basis",
        "es": "esto habla de {criterion!r}, y no se apoya ni en una fuente ni en un fundamento",
    },
    help={
        "en": "add `cite`, or `basis` where none is needed",
        "es": "añada `cite`, o `basis` si no hace falta",
    },
    about={
        "es": """Una razón sitúa una opción en un criterio, y no se apoya en nada.

        Lo que llena la tabla de opciones debe ser más que una corazonada: una fuente, o un `basis`
        que diga por qué puede ir sin ella. De lo contrario la tabla parece más firme que aquello de
        lo que está hecha.""",
    },
    profiles=("classroom", "tournament", "publish"),
)
