"""A claim rests on bare evidence, and nothing says why that shows the claim.

The card is read, and then? "Crossings fell near the towers" shows that towers work only if nothing
else changed and nobody crossed elsewhere. The judge will not add that step for you. Say it in a
`warrant`, link the missing premise, or name the `scheme`. Where evidence speaks in the claim's own
words, all is clear.

Bad:

    argmap: 1
    title: Towers
    sources:
      cbp: {title: Crossings by sector, author: Border Office, date: 2024}
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Watchtowers stop smugglers.
          support:
            - text: Crossings in the Yuma sector fell by 40% in 2023.
              kind: evidence
              cite: [{source: cbp, page: 4}]

Good:

    argmap: 1
    title: Towers
    sources:
      cbp: {title: Crossings by sector, author: Border Office, date: 2024}
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Watchtowers stop smugglers.
          support:
            - text: Crossings in the Yuma sector fell by 40% in 2023.
              kind: evidence
              cite: [{source: cbp, page: 4}]
              warrant: Only the Yuma sector got watchtowers in 2023.
"""

from collections.abc import Iterator

from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.model import Argument
from argmap.problems import Severity

_SHARED = 0.4  # of the claim's words that evidence uses itself


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim that rests on bare evidence alone, none of it in the claim's own words."""
    claims, texts = scan.map.claims, scan.once(prose)
    for key, arguments in scan.graph.supports.items():
        target = texts.of(key)
        if target is None or target.lists is None or target.claim.kind == "evidence":
            continue
        if not all(_is_bare(scan, one) for one in arguments):
            continue
        evidence = [texts.of(one.premises[0]) for one in arguments]
        kinds = {claims[one.premises[0]].kind for one in arguments}
        if kinds == {"evidence"} and not any(one and _is_near(one, target) for one in evidence):
            yield Found(target.path, {"claim": target.short.rstrip(".")})


def _is_bare(scan: Scan, argument: Argument) -> bool:
    """Tell whether a support has one premise, and no warrant, scheme or criterion."""
    if len(argument.premises) > 1 or argument.scheme or argument.criterion:
        return False
    return argument.id not in scan.graph.supports


def _is_near(evidence: Saying, target: Saying) -> bool:
    """Tell whether evidence speaks in the words of the claim."""
    return len(evidence.stems & target.stems) >= _SHARED * len(target.stems)


RULE = Rule(
    code="AM410",
    slug="no-warrant",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "why does the evidence below it show that {claim!r}?",
        "es": "¿por qué demuestran las pruebas de debajo que {claim!r}?",
    },
    help={
        "en": "say it in a `warrant`, link the premise that is missing, or name the `scheme`",
        "es": "dilo en un `warrant`, enlaza la premisa que falta o nombra el `scheme`",
    },
    about={
        "es": """Una afirmación descansa en meras pruebas, y nada dice por qué la demuestran.

        Se lee la ficha, ¿y luego? «Los cruces bajaron cerca de las torres» solo demuestra que las
        torres sirven si nada más cambió y nadie cruzó por otro lado. El juez no agregará ese paso
        por ti. Dilo en un `warrant`, enlaza la premisa que falta o nombra el `scheme`. Si la prueba
        habla con las palabras de la afirmación, todo está claro.""",
    },
    measured=Measured(4, 11, "six maps"),
    profiles=("tournament", "publish"),
)
