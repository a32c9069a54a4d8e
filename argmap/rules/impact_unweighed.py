"""An impact does not say how large, how likely, how soon or how lasting it is.

"Jobs are lost" weighs nothing until one knows how many, how likely, by when and for how long.
Impacts are compared on these four; with three of them one can begin. Where no impact of the map is
weighed yet, that is said once.

Bad:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should end the tariffs.
      support:
        - text: Tariffs cost jobs in car plants.
          kind: impact
          impact: {magnitude: 3}

Good:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should end the tariffs.
      support:
        - text: Tariffs cost jobs in car plants.
          kind: impact
          impact: {magnitude: 3, probability: 0.6, timeframe: within a year}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.contending import is_impact

_AXES = ("magnitude", "probability", "timeframe", "reversibility")
_MISSING = 2


def check(scan: Scan) -> Iterator[Found]:
    """Yield each impact of which two or more of the four measures are missing."""
    impacts = [(one, path) for one, path in scan.claims if is_impact(one) and not one.open]
    if len(impacts) > 1 and not any(one.impact for one, _ in impacts):
        yield Found((*impacts[0][1], "kind"), {"count": len(impacts)}, variant="all")
        return
    for claim, path in impacts:
        missing = [axis for axis in _AXES if getattr(claim.impact, axis, None) is None]
        if claim.impact is None:
            yield Found((*path, "kind"), {"missing": ", ".join(missing)}, variant="none")
        elif len(missing) >= _MISSING:
            yield Found((*path, "impact"), {"missing": ", ".join(missing)}, key=True)


RULE = Rule(
    code="AM407",
    slug="impact-unweighed",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "this impact lacks {missing}",
        "es": "a este impacto le falta {missing}",
    },
    help={
        "en": "add what you know, such as `{{magnitude: 3, probability: 0.6, timeframe: a year}}`",
        "es": "agrega lo que sepas, como `{{magnitude: 3, probability: 0.6, timeframe: un año}}`",
    },
    about={
        "es": """Un impacto no dice qué tan grande, probable, próximo o duradero es.

        «Se pierden empleos» no pesa nada hasta saber cuántos, con qué probabilidad, para cuándo y
        por cuánto tiempo. Los impactos se comparan en esas cuatro medidas; con tres se puede
        empezar.""",
    },
    variants={
        "all": Variant(
            {
                "en": "{count} impacts, and none says how large, how likely or how soon it is",
                "es": "{count} impactos, y ninguno dice qué tan grande, probable o próximo es",
            },
            {
                "en": "begin here: `impact: {{magnitude: 3, probability: 0.6, timeframe: a year}}`",
                "es": "empieza: `impact: {{magnitude: 3, probability: 0.6, timeframe: un año}}`",
            },
        ),
        "none": Variant(
            {
                "en": "how large is this impact, how likely, how soon, how lasting?",
                "es": "¿qué tan grande es este impacto, qué tan probable, próximo y duradero?",
            },
            {
                "en": "add `impact: {{magnitude: 3, probability: 0.6, timeframe: a year}}`",
                "es": "agrega `impact: {{magnitude: 3, probability: 0.6, timeframe: un año}}`",
            },
        ),
    },
    measured=Measured(0, 9, "six maps, a class's maps, maps written for it"),
)
