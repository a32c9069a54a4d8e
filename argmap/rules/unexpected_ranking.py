"""Two options do not rank as the map expects.

`expect` may list the options from best to worst, all or some of them. Each must rank higher than
the next: a tie is no order. The ranking is that of `argmap options`.

Bad:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    options:
      - id: north
        text: The town should build the north road.
        attack:
          - The land in the north is steep.
      - id: south
        text: The town should build the south road.
        support:
          - The land in the south is flat.
    expect:
      ranking: [north, south]

Good:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    options:
      - id: north
        text: The town should build the north road.
        attack:
          - The land in the north is steep.
      - id: south
        text: The town should build the south road.
        support:
          - The land in the south is flat.
    expect:
      ranking: [south, north]
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.expecting import expected


def check(scan: Scan) -> Iterator[Found]:
    """Yield each option that ranks no lower than the one that is expected above it."""
    if scan.map.expect is None or not scan.map.expect.ranking:
        return
    for one in scan.once(expected).order:
        first, second = one.ranks
        if first is None or second is None or first < second:
            continue
        values = {
            "better": one.better,
            "worse": one.worse,
            "first": first,
            "second": second,
            "file": scan.document.path,
        }
        yield Found(one.path, values, variant="tie" if first == second else "")


RULE = Rule(
    code="AM152",
    slug="unexpected-ranking",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "{better!r} is expected to rank above {worse!r}, but it is number {first} and"
        " {worse!r} number {second}",
        "es": "{better!r} debería quedar por encima de {worse!r}, pero es el número {first} y"
        " {worse!r} el número {second}",
    },
    help={
        "en": "change the argument or the expectation; `argmap options {file}` shows the scores",
        "es": "cambia el argumento o la expectativa; `argmap options {file}` muestra las"
        " puntuaciones",
    },
    variants={
        "tie": Variant(
            {
                "en": "{better!r} is expected to rank above {worse!r}, but they tie as number"
                " {first}",
                "es": "{better!r} debería quedar por encima de {worse!r}, pero empatan en el número"
                " {first}",
            }
        )
    },
    about={
        "es": """Dos opciones no quedan en el orden que el mapa espera.

        `expect` puede enumerar las opciones de mejor a peor, todas o algunas. Cada una debe quedar
        por encima de la siguiente: un empate no es orden. El orden es el de `argmap options`.""",
    },
    whole=True,
    certain=True,
)
