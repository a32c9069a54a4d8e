"""A linked premise shares no word with the conclusion or with its fellow premises.

Linked premises hold hands (the Holding-Hands Rule): what one brings in, another takes up or the
conclusion names. A premise that touches nothing is a separate reason, or its link is missing.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Watchtowers violate the privacy of ranchers.
      support:
        - premises:
            - text: Watchtowers film the yards of ranchers three miles away.
              cite: [report]
            - text: Filming a yard without consent violates privacy.
              basis: value
            - text: Mesquite burns hotter than oak.
              cite: [report]
    sources:
      report: {title: Towers on the border, author: Ana Ruiz, date: 2024}

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Watchtowers violate the privacy of ranchers.
      support:
        - premises:
            - text: Watchtowers film the yards of ranchers three miles away.
              cite: [report]
            - text: Filming a yard without consent violates privacy.
              basis: value
    sources:
      report: {title: Towers on the border, author: Ana Ruiz, date: 2024}
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each linked premise that has no word in common with anything it is linked to."""
    texts = scan.once(prose)
    for argument, _ in scan.arguments:
        conclusion = texts.of(argument.conclusion)
        premises = [texts.of(one) for one in argument.premises]
        if len(premises) < 2 or not conclusion or not all(premises):
            continue
        for number, one in enumerate(premises):
            others = [conclusion, *premises[:number], *premises[number + 1 :]]
            if one and all(one.stems.isdisjoint(other.stems) for other in others if other):
                yield Found(one.path, {"text": one.short})


RULE = Rule(
    code="AM320",
    slug="dangling-hands",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{text!r} shares no word with the other premises or the conclusion",
        "es": "{text!r} no comparte palabra con las demás premisas ni con la conclusión",
    },
    help={
        "en": "use the same words for the same things, or make it a reason of its own",
        "es": "usa las mismas palabras para las mismas cosas, o haz de ella otra razón",
    },
    about={
        "es": """Una premisa enlazada no comparte palabra con la conclusión ni con las otras.

        Las premisas enlazadas se dan la mano: lo que trae una lo recoge otra o lo nombra la
        conclusión. La premisa que no toca nada es una razón aparte, o le falta el enlace.""",
    },
    profiles=("publish",),
    measured=Measured(9, 16, "a sample of 16 from microtexts and AIF"),
)
