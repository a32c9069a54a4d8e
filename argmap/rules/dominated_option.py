"""Whatever speaks for one option also speaks for another, and more speaks against the first.

Nobody would choose it as the map stands. Either it can go, or the reason for it that makes it worth
discussing is missing. This looks only at which reasons are given, not at how strong they are.

Bad:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    options:
      - text: Congress should pay for towers.
        support:
          - {id: far, text: Towers see far into the desert., basis: common-knowledge}
          - {text: Towers need few people., basis: common-knowledge}
      - text: Congress should pay for towers with lights.
        support:
          - {ref: far}
        attack:
          - {text: Lights wake the neighbors., basis: common-knowledge}
      - text: Congress should keep the current policy.
        support:
          - {text: The budget pays for it already., basis: common-knowledge}

Good:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    options:
      - text: Congress should pay for towers.
        support:
          - {id: far, text: Towers see far into the desert., basis: common-knowledge}
          - {text: Towers need few people., basis: common-knowledge}
      - text: Congress should pay for towers with lights.
        support:
          - {ref: far}
          - {text: Lights keep people from crossing at night., basis: common-knowledge}
        attack:
          - {text: Lights wake the neighbors., basis: common-knowledge}
      - text: Congress should keep the current policy.
        support:
          - {text: The budget pays for it already., basis: common-knowledge}
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.cells import Reasons, comparison

Premises = frozenset[frozenset[str]]
Sides = tuple[Premises, Premises]  # the reasons for an option, and those against it


def check(scan: Scan) -> Iterator[Found]:
    """Yield each option that another one has the better of in every reason that is given."""
    compared = scan.once(comparison)
    reasons = {option: _sides(compared.reasons(option)) for option in compared.options}
    claims = scan.map.claims
    for number, option in enumerate(scan.map.options):
        if claims[option].open:
            continue
        for other, better in reasons.items():
            if other != option and _is_better(better, reasons[option]):
                place = ("options", scan.map.options.index(other))
                values = {"other": claims[other].name}
                yield Found(("options", number), values, also=(Also(place, "other"),))
                break


def _is_better(one: Sides, other: Sides) -> bool:
    """Tell whether one has every reason for, and no reason against, that the other lacks."""
    (pro, con), (other_pro, other_con) = one, other
    if not (pro or con) or one == other or not other_pro:
        return False  # of an option with nothing for it, AM510 speaks
    return pro >= other_pro and con <= other_con


def _sides(reasons: Reasons) -> Sides:
    """Return the reasons for and those against."""
    pro = frozenset(premises for polarity, premises in reasons if polarity == "support")
    return pro, frozenset(premises for polarity, premises in reasons if polarity == "attack")


RULE = Rule(
    code="AM505",
    slug="dominated-option",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "who would choose this over {other!r}, which has every reason for it as well?",
        "es": "¿quién la preferiría a {other!r}, que tiene también todas sus razones a favor?",
    },
    help={
        "en": "add the reason that speaks for this option alone, or take the option out",
        "es": "agrega la razón que solo habla a favor de esta opción, o quítala",
    },
    about={
        "es": """Lo que habla a favor de una opción habla también a favor de otra, y contra la
        primera habla más.

        Tal como está el mapa, nadie la elegiría. O puede quitarse, o falta la razón por la que vale
        la pena discutirla. Esto solo mira qué razones se dan, no su fuerza.""",
    },
    notes={"other": {"en": "the other option", "es": "la otra opción"}},
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(0, 3, "maps written for it"),
)
