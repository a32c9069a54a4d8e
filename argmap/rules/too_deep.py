"""A chain of reasons is longer than a listener can follow.

Six steps from the resolution nobody knows any more what is being argued for. Often a middle step
can go; else the lower part is an argument of its own, for a map of its own that this one includes.

Bad:

    argmap: 1
    title: A dry field
    thesis:
      text: The town should repair the canal.
      support:
        - text: The town lives on its fields.
          support:
            - text: The fields feed the mill.
              support:
                - text: The mill needs corn.
                  support:
                    - text: Corn needs water in May.
                      support:
                        - text: Water comes late in May.
                          support:
                            - The canal leaks.

Good:

    argmap: 1
    title: A dry field
    thesis:
      text: The town should repair the canal.
      support:
        - text: The town lives on its fields.
          support:
            - text: Corn needs water in May.
              support:
                - The canal leaks.
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield the deepest claim of the file, if it is too deep."""
    reached = scan.graph.reached
    limit = scan.number("max-depth")
    if not reached or max(reached.values()) <= limit:
        return
    deepest = max(scan.claims, key=lambda one: reached.get(one[0].id, 0), default=None)
    if deepest is not None and (depth := reached.get(deepest[0].id, 0)) > limit:
        yield Found((*deepest[1], "text"), {"depth": depth})


RULE = Rule(
    code="AM114",
    slug="too-deep",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "this is {depth} steps away from the thesis or option: who can still follow?",
        "es": "esto está a {depth} pasos de la tesis u opción: ¿quién puede seguirlo?",
    },
    help={
        "en": "leave a step out, or move the lower part into a map of its own and `include` it",
        "es": "quita un paso, o lleva la parte inferior a un mapa propio e inclúyelo con `include`",
    },
    about={
        "es": """Una cadena de razones es más larga de lo que un oyente puede seguir.

        A seis pasos de la resolución ya nadie sabe a favor de qué se argumenta. A menudo sobra un
        paso intermedio; si no, la parte inferior es un argumento propio, para un mapa propio que
        este incluye.""",
    },
    thresholds={
        "max-depth": Threshold(
            5,
            {
                "en": "how many steps a claim may be away from the thesis or option",
                "es": "a cuántos pasos de la tesis u opción puede estar una afirmación",
            },
            {"novice": 4},
        )
    },
    measured=Measured(0, 8, "AIF, a class's maps, maps written for it"),
)
