"""An option says nothing on a criterion on which most others are argued.

A comparison with holes favors whoever left them: the option may be good or bad there, and nobody
looked. A reason for or against it, or the claim that it makes no difference, fills the hole.

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
          - {text: Towers see far into the desert., basis: common-knowledge, criterion: reach}
      - text: Congress should keep the current policy.
        support:
          - {text: The budget pays for it already., basis: common-knowledge, criterion: cost}

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
          - {text: Towers see far into the desert., basis: common-knowledge, criterion: reach}
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
    """Yield each option that lacks what most of the others have."""
    options, cells = scan.map.options, scan.once(comparison).cells
    if len(cells) < 2 or not scan.map.criteria:
        return
    for number, option in enumerate(options):
        others = [cells[one] for one in cells if one != option]
        missing = [
            one.text
            for one in scan.map.criteria
            if one.id not in cells[option]
            and 2 * sum(one.id in other for other in others) > len(others)
        ]
        if missing and not scan.map.claims[option].open:
            quoted = ", ".join(repr(one) for one in missing)
            yield Found(("options", number), {"criteria": quoted, "count": len(missing)})


RULE = Rule(
    code="AM502",
    slug="empty-cell",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "most other options are argued on {criteria}; what about this one?",
        "es": "casi todas las demás opciones se discuten en {criteria}; ¿y esta?",
    },
    help={
        "en": "add a reason for or against it with that `criterion`, if only that nothing changes",
        "es": "agrega una razón a favor o en contra con ese `criterion`, o di que nada cambia",
    },
    about={
        "es": """Una opción no dice nada sobre un criterio con el que se discute la mayoría.

        Una comparación con huecos favorece a quien los dejó: la opción puede ser buena o mala en
        eso, y nadie miró. Una razón a favor o en contra, o la afirmación de que no cambia nada,
        llena el hueco.""",
    },
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(0, 14, "a class's maps, maps written for it"),
)
