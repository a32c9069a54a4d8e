"""A reason names a criterion that the map does not list.

In the table of options the reason counts under no criterion.

Bad:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    criteria:
      - {id: cost, text: Costs little}
    options:
      - text: The town should build the north road.
        support:
          - {text: The north road is short., criterion: costs}
          - {text: The north road needs no bridge., criterion: cost}
      - The town should build the south road.

Good:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    criteria:
      - {id: cost, text: Costs little}
    options:
      - text: The town should build the north road.
        support:
          - {text: The north road is short., criterion: cost}
      - The town should build the south road.
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity
from argmap.text import nearest


def check(scan: Scan) -> Iterator[Found]:
    """Yield each name of a criterion that the map does not list."""
    if not scan.has_all("criteria"):
        return
    known = {one.id: None for one in scan.map.criteria}
    for argument, path in scan.arguments:
        if argument.criterion and argument.criterion not in known:
            yield Found(
                (*path, "criterion"),
                {"criterion": argument.criterion},
                near=nearest(argument.criterion, known),
            )


RULE = Rule(
    code="AM132",
    slug="unknown-criterion",
    severity=Severity.ERROR,
    check=check,
    message={"en": "no criterion {criterion!r}", "es": "no hay ningún criterio {criterion!r}"},
    help={
        "en": "list it at the top under `criteria`, as `- {{id: {criterion}, text: …}}`",
        "es": "agrégalo arriba en `criteria`, como `- {{id: {criterion}, text: …}}`",
    },
    about={
        "es": """Una razón nombra un criterio que el mapa no enumera.

        En la tabla de opciones, la razón no cuenta para ningún criterio.""",
    },
    certain=True,
)
