"""A criterion is named where no option is argued for or against.

Criteria compare options. Anywhere else the mark has no effect, and the table of options lacks it.

Bad:

    argmap: 1
    title: Two roads
    criteria:
      - {id: cost, text: Costs little}
    thesis:
      text: The town should build a road.
      support:
        - {text: A road costs less than a tram., criterion: cost}

Good:

    argmap: 1
    title: Two roads
    question: What should the town build?
    criteria:
      - {id: cost, text: Costs little}
    options:
      - text: The town should build a road.
        support:
          - {text: A road costs less than a tram., criterion: cost}
      - The town should build a tram.
"""

from collections.abc import Iterator

from argmap.linting import Found, Mend, Rule, Scan
from argmap.problems import Severity
from argmap.repair.editing import Remove


def check(scan: Scan) -> Iterator[Found]:
    """Yield each criterion of an argument that is not about an option, nor below one."""
    graph = scan.graph
    marked = [(one, path) for one, path in scan.arguments if one.criterion]
    if not marked:
        return
    about = {claim for option in scan.map.options for claim in graph.below(option)}
    about.update(scan.map.options)
    for argument, path in marked:
        if graph.target(argument) not in about:
            place = (*path, "criterion")
            values = {"criterion": argument.criterion}
            yield Found(place, values, key=True, mend=Mend((Remove(place),), safe=False))


RULE = Rule(
    code="AM136",
    slug="misplaced-criterion",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the criterion {criterion!r} is named where no option is argued",
        "es": "el criterio {criterion!r} se nombra donde no se discute ninguna opción",
    },
    help={
        "en": "name criteria at the reasons that stand below an option",
        "es": "nombra los criterios en las razones que están bajo una opción",
    },
    about={
        "es": """Se nombra un criterio donde no se argumenta a favor ni en contra de ninguna opción.

        Los criterios comparan opciones. En otro lugar la marca no hace nada, y falta en la tabla
        de opciones.""",
    },
    whole=True,
    certain=True,
)
