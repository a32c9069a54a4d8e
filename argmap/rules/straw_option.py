"""An option has no reason for it, or far fewer than the others.

An option that is there only to be knocked down convinces nobody: somebody holds it, and for
reasons. Give it its best case before you reject it.

Bad:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    options:
      - text: Congress should pay for towers.
        support: [Towers cost less than a wall.]
      - text: Congress should keep the current policy.
        attack: [Patrols see only the roads.]

Good:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    options:
      - text: Congress should pay for towers.
        support: [Towers cost less than a wall.]
      - text: Congress should keep the current policy.
        support: [The budget pays for it already.]
        attack: [Patrols see only the roads.]
"""

from collections.abc import Iterator
from statistics import median

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each option with no pro where others have some, or fewer than half of the usual."""
    pros = {
        number: len(scan.graph.into(option, "support"))
        for number, option in enumerate(scan.map.options)
        if not scan.map.claims[option].open
    }
    if len(pros) < 2 or not any(pros.values()):
        return
    usual = median(pros.values())
    for number, count in pros.items():
        if not count:
            yield Found(("options", number))
        elif len(pros) > 2 and 2 * count < usual:
            yield Found(("options", number), {"count": count, "usual": f"{usual:g}"}, variant="few")


RULE = Rule(
    code="AM510",
    slug="straw-option",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "nothing speaks for this option; why would anyone hold it?",
        "es": "nada habla a favor de esta opción; ¿por qué la defendería alguien?",
    },
    help={
        "en": "give it the best case that those who hold it could make",
        "es": "dale los mejores argumentos de quienes la defienden",
    },
    about={
        "es": """Una opción no tiene ninguna razón a favor, o muchas menos que las otras.

        Una opción que solo está para derribarla no convence a nadie: alguien la defiende, y por
        algo. Dale sus mejores argumentos antes de rechazarla.""",
    },
    variants={
        "few": Variant(
            {
                "en": "{count} for this option, {usual} for the others; is its case at its best?",
                "es": "{count} a favor, y {usual} de las otras; ¿es su mejor defensa?",
            }
        )
    },
    whole=True,
    measured=Measured(0, 5, "a class's maps, maps written for it"),
)
