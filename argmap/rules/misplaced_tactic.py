"""A `tactic` is given to a reason that is no attack.

A tactic says how an attack answers what it attacks: rebut, mitigate, turn. A support answers
nothing, so the mark has no effect.

Bad:

    argmap: 1
    title: A new road
    thesis:
      text: The town should build the road.
      support:
        - {text: The road brings trade., tactic: turn}

Good:

    argmap: 1
    title: A new road
    thesis:
      text: The town should build the road.
      attack:
        - text: The road brings noise.
          attack:
            - {text: The road leads around the town., tactic: rebut}
"""

from collections.abc import Iterator

from argmap.linting import Found, Mend, Rule, Scan
from argmap.problems import Severity
from argmap.repair.editing import Remove


def check(scan: Scan) -> Iterator[Found]:
    """Yield the tactic of each support."""
    for argument, path in scan.arguments:
        if argument.tactic and argument.polarity == "support":
            place = (*path, "tactic")
            yield Found(
                place,
                {"tactic": argument.tactic},
                key=True,
                mend=Mend((Remove(place),), safe=False),
            )


RULE = Rule(
    code="AM140",
    slug="misplaced-tactic",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the tactic {tactic!r} is given to a support",
        "es": "la táctica {tactic!r} está en un apoyo",
    },
    help={
        "en": "give tactics to attacks, or move the reason under `attack`",
        "es": "da tácticas a los ataques, o pon la razón en `attack`",
    },
    about={
        "es": """Una razón que no es un ataque tiene una `tactic`.

        La táctica dice cómo responde un ataque a lo que ataca: refutar, mitigar, volver en contra.
        Un apoyo no responde a nada, así que la marca no hace nada.""",
    },
    certain=True,
)
