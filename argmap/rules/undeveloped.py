"""A branch ends in a claim that does not say on what it rests.

The chain of "why?" must end somewhere: in a source (`cite`), in something that may stand by itself
(`basis: common-knowledge`, `value`, `definition`, `example`), or in the admission that work is
still to be done (`open: true`). In a sketch nothing is asked for; once three quarters of the
branches say on what they rest, the others are reported. Of figures without a source, AM201 speaks,
and of contentions with nothing at all below them, AM117.

Bad:

    argmap: 1
    title: Cartels
    thesis:
      text: Mexico should follow the money of cartels.
      support:
        - {text: Money keeps the cartels together., basis: common-knowledge}
        - text: Banks could find the accounts of cartels.
          support: [Banks know who owns a house.]
      attack:
        - {text: Cartels hide money in cash., basis: common-knowledge}
        - {text: Banks break few secrets., basis: law}

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

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.model import Claim
from argmap.positions import Path
from argmap.problems import Severity

_FREE = frozenset({"question", "definition", "plan", "evidence"})
_FOUNDED = Threshold(
    0.75,
    {
        "en": "what share of the branches must rest on something, 0 to 1, before the others do",
        "es": "qué parte de las ramas debe apoyarse en algo, de 0 a 1, antes de pedírselo al resto",
    },
    {"tournament": 0, "publish": 0},
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each leaf that rests on nothing, once enough of them do."""
    backed, used = scan.graph.supports, scan.graph.used
    missing: list[tuple[Claim, Path]] = []
    done = 0
    for claim, path in scan.claims:
        if claim.id in backed or claim.id not in used:
            continue
        if claim.cite or claim.basis or claim.open or claim.conceded or claim.kind in _FREE:
            done += 1
        elif not _is_warrant(scan, claim) and not _says_the_step(scan, claim):
            missing.append((claim, path))
    if done >= scan.number("founded") * (done + len(missing)):
        for claim, path in missing:
            if not any(letter.isdigit() for letter in claim.text) and not _is_bare(scan, claim):
                yield Found((*path, "text"), {"claim": claim.name.rstrip(".")})


def _is_bare(scan: Scan, claim: Claim) -> bool:
    """Tell whether a claim is a contention on which nothing bears, of which AM117 speaks."""
    roots, used = scan.map.roots, scan.graph.used[claim.id]
    return not scan.graph.into(claim.id) and any(one.conclusion in roots for one in used)


def _says_the_step(scan: Scan, claim: Claim) -> bool:
    """Tell whether a claim only links others, as "if A, then B" does, or asks, as AM302 says."""
    linked = all(len(one.premises) > 1 for one in scan.graph.used[claim.id])
    if not linked and "?" not in claim.text:
        return False
    saying = scan.once(prose).of(claim.id)
    if saying is None:
        return False
    return saying.mood == "question" or (linked and bool(saying.has("^{conditions}")))


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
        "es": "agrega una razón, una fuente (`cite`) o una `basis`; o márcala con `open: true`",
    },
    about={
        "es": """Una rama termina en una afirmación que no dice en qué se apoya.

        La cadena de los porqués tiene que terminar en algo: en una fuente (`cite`), en algo que se
        sostiene por sí solo (`basis: common-knowledge`, `value`, `definition`, `example`), o en la
        confesión de que falta trabajo (`open: true`). De un boceto no se pide nada; cuando tres
        cuartas partes de las ramas dicen en qué se apoyan, se señalan las demás. De las cifras sin
        fuente habla AM201, y de los argumentos principales sin nada debajo, AM117.""",
    },
    thresholds={"founded": _FOUNDED},
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(4, 38, "a sample of 32 from microtexts and AIF, maps written for it"),
)
