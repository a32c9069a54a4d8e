"""Options are compared on a single criterion, on too many, or on two that say the same.

With one criterion there is no trade-off to weigh; with more than nine nobody keeps the whole in
view; and what is counted under two names counts twice.

Bad:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    criteria:
      - {id: cost, text: Costs little, weight: 1}
    options:
      - text: Congress should pay for towers.
        support:
          - {text: Towers cost less than a wall., basis: common-knowledge, criterion: cost}
      - text: Congress should keep the current policy.
        support:
          - {text: The budget pays for it already., basis: common-knowledge, criterion: cost}

Bad:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    criteria:
      - {id: cost, text: Costs taxpayers little money, weight: 1}
      - {id: money, text: Little money is taken from taxpayers, weight: 1}
      - {id: reach, text: Sees much, weight: 2}
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
      - {id: cost, text: Costs taxpayers little money, weight: 1}
      - {id: reach, text: Sees much, weight: 2}
    options:
      - text: Congress should pay for towers.
        support: [Towers cost less than a wall.]
      - text: Congress should keep the current policy.
        support: [The budget pays for it already.]
"""

from collections.abc import Iterator
from itertools import combinations

from argmap.language.prose import words
from argmap.language.stemming import stems
from argmap.language.wording import lists
from argmap.linting import Also, Found, Measured, Rule, Scan, Threshold, Variant
from argmap.problems import Severity

_FEWEST = 2  # stems that two criteria share before they are held to overlap


def check(scan: Scan) -> Iterator[Found]:
    """Yield what is wrong with the number of criteria, and each two that overlap."""
    criteria = scan.map.criteria
    if not criteria or len(scan.map.options) < 2:
        return
    if len(criteria) == 1:
        yield Found(("criteria",), {"criterion": criteria[0].text}, key=True)
    elif len(criteria) > scan.number("max-criteria"):
        yield Found(("criteria",), {"count": len(criteria)}, key=True, variant="many")
    if (known := lists(scan.map.language, scan.words)) is None:
        return
    about = [stems(words(one.text), known) for one in criteria]
    for first, second in combinations(range(len(criteria)), 2):
        shared, all_of_them = about[first] & about[second], about[first] | about[second]
        share = scan.number("max-criteria-overlap") * len(all_of_them)
        if len(shared) >= _FEWEST and len(shared) >= share:
            values = {"one": criteria[first].text, "other": criteria[second].text}
            also = (Also(("criteria", first), "other"),)
            yield Found(("criteria", second), values, variant="overlap", also=also)


RULE = Rule(
    code="AM504",
    slug="criteria-count",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{criterion!r} is the only criterion; what else matters?",
        "es": "{criterion!r} es el único criterio; ¿qué más importa?",
    },
    help={
        "en": "add what the option that you like least would be praised for",
        "es": "agrega aquello por lo que se alabaría la opción que menos te gusta",
    },
    about={
        "es": """Las opciones se comparan con un solo criterio, con demasiados, o con dos que dicen
        lo mismo.

        Con un criterio no hay nada que sopesar; con más de nueve nadie abarca el conjunto; y lo que
        se cuenta con dos nombres cuenta dos veces.""",
    },
    variants={
        "many": Variant(
            {
                "en": "{count} criteria are more than anyone can keep in view",
                "es": "{count} criterios son más de los que nadie puede abarcar",
            },
            {
                "en": "drop those on which all options are alike, and join those that go together",
                "es": "quita aquellos en que todas son iguales, y une los que van juntos",
            },
        ),
        "overlap": Variant(
            {
                "en": "do {one!r} and {other!r} measure two things, or one?",
                "es": "¿{one!r} y {other!r} miden dos cosas, o una?",
            },
            {
                "en": "join them, or word them so that each measures what the other does not",
                "es": "únelos, o redáctalos de modo que cada uno mida lo que el otro no mide",
            },
        ),
    },
    notes={"other": {"en": "the other criterion", "es": "el otro criterio"}},
    thresholds={
        "max-criteria": Threshold(
            9,
            {
                "en": "how many criteria options may be compared on",
                "es": "con cuántos criterios pueden compararse las opciones",
            },
        ),
        "max-criteria-overlap": Threshold(
            0.6,
            {
                "en": "how large a part of their words two criteria may share, 0 to 1",
                "es": "qué parte de sus palabras pueden compartir dos criterios, de 0 a 1",
            },
        ),
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 4, "maps written for it"),
)
