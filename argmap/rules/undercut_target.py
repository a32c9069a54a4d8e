"""An attack speaks of a step, but points at a claim.

"That does not follow" grants the premise and denies that it leads to the conclusion. Under `attack`
it would deny the claim itself, and the picture and every verdict would take it so. Put it under
`undercut` of the reason whose step it breaks, and both claims stay as they are.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Fewer people crossed near towers.
          attack:
            - Fewer crossings near towers do not prove that towers stop anyone.

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Fewer people crossed near towers.
          undercut:
            - Fewer crossings near towers do not prove that towers stop anyone.
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each attack on a claim whose words are about an inference."""
    texts = scan.once(prose)
    attacked: dict[str, set[str]] | None = None
    for saying in texts.having("about-inference"):
        match = saying.has("{about-inference}")
        if not match or not saying.own or saying.is_quoted(match):
            continue
        if attacked is None:
            attacked = _attacked(scan)
        if any(_has_step(scan, key) for key in attacked.get(saying.claim.id, ())):
            span = saying.span(scan.document, match)
            yield Found(saying.path, {"words": match[0]}, span=span)


def _attacked(scan: Scan) -> dict[str, set[str]]:
    """Return the claims that each claim attacks by itself."""
    found: dict[str, set[str]] = {}
    for one, _ in scan.arguments:
        if (
            one.polarity == "attack"
            and one.conclusion in scan.map.claims
            and len(one.premises) == 1
        ):
            found.setdefault(one.premises[0], set()).add(one.conclusion)
    return found


def _has_step(scan: Scan, claim: str) -> bool:
    """Tell whether a step leads to a claim, or from it to another, which could be meant."""
    return bool(scan.graph.into(claim, "support")) or claim in scan.graph.used


RULE = Rule(
    code="AM121",
    slug="undercut-target",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words!r} speaks of a step; does it attack the claim, or what it is a reason for?",
        "es": "{words!r} habla de un paso; ¿ataca la afirmación, o aquello de lo que es razón?",
    },
    help={
        "en": "move it under `undercut` of the reason whose step it denies",
        "es": "ponlo en `undercut` de la razón cuyo paso niega",
    },
    about={
        "es": """Un ataque habla de un paso, pero apunta a una afirmación.

        «Eso no se sigue» concede la premisa y niega que lleve a la conclusión. Bajo `attack`
        negaría la propia afirmación, y así lo tomarían el dibujo y todo veredicto. Ponlo en el
        `undercut` de la razón cuyo paso rompe, y ambas afirmaciones quedan como están.""",
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 13, "six maps, microtexts, AIF, texts written for it"),
)
