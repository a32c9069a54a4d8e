"""A branch ends in a claim that does not say on what it rests.

The chain of "why?" must end somewhere: in a source (`cite`), in something that may stand by itself
(`basis: common-knowledge`, `value`, `definition`, `example`), or in the admission that work is
still to be done (`open: true`). In a sketch nothing is asked for; once half of the branches say on
what they rest, the others are reported. Of figures without a source, AM201 speaks.

Bad:

    argmap: 1
    title: Cartels
    thesis:
      text: Mexico should follow the money of cartels.
      support:
        - {text: Money keeps the cartels together., basis: common-knowledge}
        - Banks could find the accounts of cartels.

Good:

    argmap: 1
    title: Cartels
    sources:
      ruiz: {author: Ana Ruiz, title: The Books of the Cartels, date: 2024}
    thesis:
      text: Mexico should follow the money of cartels.
      support:
        - {text: Money keeps the cartels together., basis: common-knowledge}
        - {text: Banks could find the accounts of cartels., cite: [{source: ruiz, page: 12}]}
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.model import Claim
from argmap.positions import Path
from argmap.problems import Severity
from argmap.review.contending import BEGUN, is_begun, supports

_FREE = frozenset({"question", "definition", "plan", "evidence"})


def check(scan: Scan) -> Iterator[Found]:
    """Yield each leaf that rests on nothing, once enough of them do."""
    backed, used = scan.once(supports), scan.graph.used
    missing: list[tuple[Claim, Path]] = []
    done = 0
    for claim, path in scan.claims:
        if claim.id in backed or claim.id not in used:
            continue
        if claim.cite or claim.basis or claim.open or claim.conceded or claim.kind in _FREE:
            done += 1
        elif not _is_warrant(scan, claim):
            missing.append((claim, path))
    if missing and is_begun(scan, done, len(missing)):
        for claim, path in missing:
            if not any(letter.isdigit() for letter in claim.text):
                yield Found((*path, "text"), {"claim": claim.name.rstrip(".")})


def _is_warrant(scan: Scan, claim: Claim) -> bool:
    """Tell whether a claim only says why others bear on one another: it needs no evidence."""
    arguments = scan.map.arguments
    return all(
        one.polarity == "support" and one.conclusion in arguments
        for one in scan.graph.used[claim.id]
    )


RULE = Rule(
    code="AM120",
    slug="undeveloped",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{claim!r}: on what does that rest?",
        "es": "{claim!r}: ¿en qué se apoya eso?",
    },
    help={
        "en": "add a reason, a source (`cite`) or a `basis`; or mark it `open: true`",
        "es": "añada una razón, una fuente (`cite`) o una `basis`; o márquela con `open: true`",
    },
    about={
        "es": """Una rama termina en una afirmación que no dice en qué se apoya.

        La cadena de los porqués tiene que terminar en algo: en una fuente (`cite`), en algo que se
        sostiene por sí solo (`basis: common-knowledge`, `value`, `definition`, `example`), o en la
        confesión de que falta trabajo (`open: true`). De un boceto no se pide nada; cuando la mitad
        de las ramas dice en qué se apoya, se señalan las demás. De las cifras sin fuente habla
        AM201.""",
    },
    thresholds={"begun": BEGUN},
    profiles=("classroom", "tournament", "publish"),
    whole=True,
)
