"""A policy case that is built on stock issues leaves one of them out.

A change needs harms (what is wrong now), inherency (why it will not mend itself), a plan (who does
what) and solvency (why the plan mends it); a judge may vote against a case for lack of any one. The
tags `harms`, `inherency`, `plan` and `solvency` on claims say where each is argued; as soon as one
of them is used, the others are asked for.

Bad:

    argmap: 1
    title: Water
    thesis:
      text: The Texas legislature should pay farmers who save water.
      kind: policy
      support:
        - {text: Reservoirs on the Rio Grande hold a third of 1990., tags: [harms]}
        - {text: Payments would save a tenth of the water., tags: [solvency]}

Good:

    argmap: 1
    title: Water
    thesis:
      text: The Texas legislature should pay farmers who save water.
      kind: policy
      support:
        - {text: Reservoirs on the Rio Grande hold a third of 1990., tags: [harms]}
        - {text: Farmers lose rights to water that they do not use., tags: [inherency]}
        - {text: The state could pay forty dollars for each acre-foot., tags: [plan]}
        - {text: Payments would save a tenth of the water., tags: [solvency]}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import calls_for

_ISSUES = {  # by the tag that is shown, the tags that say the same
    "harms": {"harms", "harm", "significance", "daños", "daño", "significancia"},
    "inherency": {"inherency", "inherencia"},
    "plan": {"plan"},
    "solvency": {"solvency", "solvencia"},
}


def check(scan: Scan) -> Iterator[Found]:
    """Yield the thesis of a policy case with some of the stock issues and not with others."""
    tags = {tag.lower() for claim in scan.map.claims.values() for tag in claim.tags}
    if not tags:
        return
    missing = [issue for issue, names in _ISSUES.items() if tags.isdisjoint(names)]
    if not missing or len(missing) == len(_ISSUES) or calls_for(scan) != "policy":
        return
    if "plan" in missing and any(one.kind == "plan" for one in scan.map.claims.values()):
        missing.remove("plan")
    if missing and not scan.map.options:
        yield Found(("thesis",), {"missing": ", ".join(missing)}, key=True)


RULE = Rule(
    code="AM411",
    slug="stock-issue-missing",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the case has no claim on {missing}",
        "es": "el caso no tiene ninguna afirmación sobre {missing}",
    },
    help={
        "en": "add a claim on each, or give the claim that argues it the tag: {missing}",
        "es": "agrega una afirmación sobre cada cosa, o etiqueta la que lo argumenta: {missing}",
    },
    about={
        "es": """Un caso de política construido sobre los puntos clásicos omite alguno.

        Un cambio necesita daños (qué va mal ahora), inherencia (por qué no se arreglará solo), un
        plan (quién hace qué) y solvencia (por qué el plan lo arregla); el juez puede votar en
        contra porque falte cualquiera. Las etiquetas `harms`, `inherency`, `plan` y `solvency` (o
        `daños`, `inherencia`, `plan`, `solvencia`) dicen dónde se argumenta cada uno; en cuanto se
        usa una, se piden las demás.""",
    },
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(0, 5, "maps written for it"),
)
