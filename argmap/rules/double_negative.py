"""A claim denies something that is itself a denial.

"It is not impossible that no growers left" has to be worked out before it can be answered, and
listeners get it wrong. Say what is so.

Bad:

    argmap: 1
    title: Water
    thesis:
      text: Mexico should deliver the water that it owes.
      support:
        - text: A delivery this year is not impossible.
          basis: common-knowledge

Good:

    argmap: 1
    title: Water
    thesis:
      text: Mexico should deliver the water that it owes.
      support:
        - text: Mexico may be able to deliver water this year.
          basis: common-knowledge
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_TWICE = {
    "en": r"(?<![\w-])(?:not|never|cannot|\w+n['’]t)(?:\s+(?:be|been|an?|the|very|entirely|at all"
    r"|necessarily|quite|just|do))?\s+{second-negations}",
    "es": r"(?<![\w-])(?:no|nunca|jamás)(?:\s+(?:es|son|era|fue|será|sería|está|ser|un|una|tan"
    r"|del todo))?\s+{second-negations}",
}

_FIRST = {"en": ("not", "never", "n't", "n’t"), "es": ("no", "nunca", "jamás")}


def check(scan: Scan) -> Iterator[Found]:
    """Yield each pair of denials of which one undoes the other."""
    for saying in scan.once(prose).having("second-negations"):
        first = any(one in saying.text.lower() for one in _FIRST[saying.language])
        if first and (match := saying.has(_TWICE[saying.language])):
            values = {"words": match[0]}
            yield Found(saying.path, values, span=saying.span(scan.document, match))


RULE = Rule(
    code="AM316",
    slug="double-negative",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words!r} denies twice: what is so?",
        "es": "{words!r} niega dos veces: ¿qué es lo que ocurre?",
    },
    help={
        "en": "say it without the two denials",
        "es": "dilo sin las dos negaciones",
    },
    about={
        "es": """Una afirmación niega algo que ya es una negación.

        «No es imposible que no se fuera nadie» hay que descifrarlo antes de poder responder, y
        quien escucha se equivoca. Di lo que ocurre.""",
    },
    measured=Measured(0, 12, "six maps, AIF, microtexts, Argdown, own texts"),
)
