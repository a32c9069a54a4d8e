"""On one criterion the very same reasons are given for every option.

It cannot help to choose among them. Drop it, or say what differs: how much, how soon, for whom.

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
          - {text: Towers see far into the desert., basis: common-knowledge, criterion: reach}
        attack:
          - {ref: dear, criterion: cost}
      - text: Congress should keep the current policy.
        attack:
          - {ref: dear, criterion: cost}
          - {text: Patrols see only the roads., basis: common-knowledge, criterion: reach}
        support:
          - {text: The neighbors are used to it., basis: common-knowledge}
    claims:
      dear: {text: The budget is short this year., basis: common-knowledge}

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
          - {text: Towers see far into the desert., basis: common-knowledge, criterion: reach}
        attack:
          - {text: Towers need new money., basis: common-knowledge, criterion: cost}
      - text: Congress should keep the current policy.
        support:
          - {text: The budget pays for it already., basis: common-knowledge, criterion: cost}
        attack:
          - {text: Patrols see only the roads., basis: common-knowledge, criterion: reach}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.cells import comparison


def check(scan: Scan) -> Iterator[Found]:
    """Yield each criterion on which all options have the same reasons."""
    compared = scan.once(comparison)
    if len(compared.options) < 2:
        return
    for number, criterion in enumerate(scan.map.criteria):
        found = {compared.reasons(option, criterion.id) for option in compared.options}
        if len(found) == 1 and next(iter(found)):
            yield Found(("criteria", number), {"criterion": criterion.text})


RULE = Rule(
    code="AM507",
    slug="non-discriminating-criterion",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "all options have the same reasons on {criterion!r}; how do they differ?",
        "es": "todas las opciones tienen las mismas razones en {criterion!r}; ¿en qué difieren?",
    },
    help={
        "en": "say how much, how soon or for whom each option does it, or take the criterion out",
        "es": "di cuánto, cuándo o para quién lo logra cada opción, o quita el criterio",
    },
    about={
        "es": """En un criterio se dan las mismas razones para todas las opciones.

        No puede ayudar a elegir entre ellas. Quítalo, o di qué difiere: cuánto, cuándo, para
        quién.""",
    },
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(0, 5, "maps written for it"),
)
