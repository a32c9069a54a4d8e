"""Every answer to the other side only defends: none turns its argument or outweighs it.

Defence makes their argument smaller; it never gives you a reason to win. Judges look for offence:
an answer that shows that the same fact speaks for you (`tactic: turn`), or that yours weighs more
even if theirs is true (`tactic: outweigh`). One such answer for the whole case is the least.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers miss tunnels.
          attack: [{text: Few tunnels are in use., tactic: mitigate}]
        - text: Towers film the yards of families.
          attack: [{text: A law bars that., tactic: rebut}]

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers miss tunnels.
          attack: [{text: Towers free agents to look for tunnels., tactic: turn}]
        - text: Towers film the yards of families.
          attack: [{text: A law bars that., tactic: rebut}]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.contending import OFFENCE, debated

_FEWEST = 2  # answers whose tactic is marked


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding for each side whose marked answers are all defence."""
    into = scan.graph.attacks
    for side in ("con", "pro"):
        keys = {key: None for one in debated(scan) if one.side == side for key in one.keys}
        answers = {one.id: one for key in keys for one in into.get(key, ()) if one.tactic}
        if len(answers) < _FEWEST or any(one.tactic in OFFENCE for one in answers.values()):
            continue
        places = (scan.built.places.get(key) for key in scan.map.arguments if key in answers)
        first = next((path for path in places if path), None)
        if first is not None:
            variant = "" if side == "con" else "con"
            yield Found((*first, "tactic"), {"count": len(answers)}, variant=variant)


RULE = Rule(
    code="AM403",
    slug="all-defence",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "the {count} answers to the case against only defend; what wins you the debate?",
        "es": "las {count} respuestas al caso en contra solo defienden; ¿con qué ganas el debate?",
    },
    help={
        "en": "find an answer that turns their point (`turn`) or outweighs it (`outweigh`)",
        "es": "busca una respuesta que vuelva su punto en contra (`turn`) o pese más (`outweigh`)",
    },
    about={
        "es": """Toda respuesta a la otra parte solo defiende: ninguna vuelve el argumento en contra
        ni pesa más.

        La defensa empequeñece el argumento ajeno; nunca da una razón para ganar. El juez busca
        ofensiva: una respuesta que muestre que el mismo hecho habla a tu favor (`tactic: turn`), o
        que lo suyo pesa más aunque lo otro sea cierto (`tactic: outweigh`). Una así para todo el
        caso es lo mínimo.""",
    },
    variants={
        "con": Variant(
            {
                "en": "the {count} answers to the case for it only defend; what wins the debate?",
                "es": "las {count} respuestas al caso a favor solo defienden; ¿con qué se gana?",
            }
        )
    },
    profiles=("tournament", "publish"),
    whole=True,
    measured=Measured(0, 7, "six maps, maps written for it"),
)
