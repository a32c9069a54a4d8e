"""The same premise both supports and attacks the same conclusion.

It cannot speak for both sides: one of the two is a slip, or each needs a warrant or a criterion of
its own that says in which respect it counts.

Bad:

    argmap: 1
    title: A new road
    thesis:
      text: The town should build the road.
      support:
        - {id: trade, text: The road brings trade.}
      attack:
        - ref: trade

Good:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    criteria:
      - {id: jobs, text: Brings work}
      - {id: quiet, text: Keeps the town quiet}
    options:
      - text: The town should build the north road.
        support:
          - {id: trade, text: The road brings trade., criterion: jobs}
        attack:
          - {ref: trade, criterion: quiet}
      - The town should build the south road.
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Rule, Scan
from argmap.positions import Path
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield the later of two arguments that differ in nothing but their polarity."""
    seen: dict[tuple[frozenset[str], str, str], tuple[str, Path]] = {}
    supported = scan.graph.supports
    for one, path in scan.arguments:
        if one.conclusion in one.premises or one.id in supported:
            continue  # AM105 speaks of the one; a warrant says in which respect the other counts
        step = (frozenset(one.premises), one.conclusion, one.criterion)
        polarity, first = seen.setdefault(step, (one.polarity, path))
        if polarity != one.polarity:
            yield Found(
                (*path, "ref"),
                {"premises": " + ".join(one.premises), "conclusion": one.conclusion},
                also=(Also((*first, "ref"), polarity),),
            )


RULE = Rule(
    code="AM137",
    slug="support-and-attack",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{premises!r} both supports and attacks {conclusion!r}",
        "es": "{premises!r} apoya y ataca a la vez {conclusion!r}",
    },
    help={
        "en": "take one of the two out, or give each a `warrant` or a `criterion` of its own",
        "es": "quita uno de los dos, o da a cada uno su propio `warrant` o `criterion`",
    },
    notes={
        "support": {"en": "a support here", "es": "aquí la apoya"},
        "attack": {"en": "an attack here", "es": "aquí la ataca"},
    },
    about={
        "es": """La misma premisa apoya y ataca la misma conclusión.

        No puede hablar por los dos lados: uno de los dos es un descuido, o cada uno necesita una
        garantía o un criterio propio que diga en qué respecto cuenta.""",
    },
    certain=True,
)
