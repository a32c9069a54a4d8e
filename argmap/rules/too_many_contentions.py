"""A side has more contentions than fit into the speech that opens its case.

Three contentions that are explained and weighed beat six that are only named: each costs a minute
to say, and the other side needs only to break the weakest. Keep the strongest, or make two of them
reasons for one.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - Uniforms save families money.
        - Uniforms end envy over clothes.
        - Uniforms make mornings shorter.
        - Uniforms make the school safer.
        - Uniforms look tidy.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - Uniforms save families money.
        - Uniforms end envy over clothes.
        - Uniforms make the school safer.
"""

from collections.abc import Iterator

from argmap.audit.scheduling import FORMAT
from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity
from argmap.review.contending import debated
from argmap.review.timing import debate


def check(scan: Scan) -> Iterator[Found]:
    """Yield the first contention too many of each side."""
    chosen = str(scan.thresholds["debate-format"])
    limit = debate(chosen).contentions if chosen else scan.number("max-contentions")
    for side in ("pro", "con"):
        found = [one for one in debated(scan) if one.side == side]
        if len(found) > limit:
            path = found[int(limit)].path
            yield Found((*path, "text"), {"count": len(found), "limit": f"{limit:g}"})


RULE = Rule(
    code="AM421",
    slug="too-many-contentions",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{count} contentions on this side: which {limit} would you run?",
        "es": "{count} argumentos principales de esta parte: ¿con cuáles {limit} te quedas?",
    },
    help={
        "en": "keep the strongest, or make two of them reasons for one",
        "es": "quédate con los más fuertes, o haz de dos de ellos razones de uno",
    },
    about={
        "es": """Una parte tiene más argumentos principales de los que caben en el discurso que abre
        su caso.

        Tres argumentos explicados y ponderados vencen a seis que solo se nombran: decir cada uno
        cuesta un minuto, y a la otra parte le basta romper el más débil. Conserva los más fuertes,
        o haz de dos de ellos razones de uno.""",
    },
    thresholds={
        "debate-format": FORMAT,
        "max-contentions": Threshold(
            4,
            {
                "en": "how many contentions a side may have, if no debate format is set",
                "es": "cuántos argumentos principales puede tener una parte, si no hay formato",
            },
        ),
    },
    profiles=("tournament", "publish"),
    measured=Measured(4, 11, "six maps, AIF, maps written for it"),
)
