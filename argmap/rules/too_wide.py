"""A claim has more reasons below it than one can keep in mind.

Nine reasons in a row are a list, not an argument: nobody remembers them, and nobody sees which
belong together. Find the three or four ideas behind them, write those as claims of their own, and
put the reasons below.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - Uniforms cost less than fashion.
        - Uniforms can be handed down.
        - Uniforms last for years.
        - Uniforms end envy over clothes.
        - Uniforms make teasing rarer.
        - Uniforms show who belongs to the school.
        - Uniforms make mornings shorter.
        - Uniforms look tidy.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          support:
            - Uniforms cost less than fashion.
            - Uniforms can be handed down.
        - text: Uniforms bring peace to the school yard.
          support:
            - Uniforms end envy over clothes.
            - Uniforms make teasing rarer.
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim with more arguments on it than the limit."""
    limit = scan.number("max-reasons")
    for key, ones in scan.graph.bearing.items():
        place = scan.built.places.get(key)
        if len(ones) > limit and place and key in scan.map.claims:
            yield Found((*place, "text"), {"count": len(ones), "limit": f"{limit:g}"})


RULE = Rule(
    code="AM113",
    slug="too-wide",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{count} reasons bear on this claim: which of them belong together?",
        "es": "{count} razones cuelgan de esta afirmación: ¿cuáles van juntas?",
    },
    help={
        "en": "group them under claims of their own, so that no more than {limit} stand in a row",
        "es": "agrúpalas bajo afirmaciones propias, de modo que no haya más de {limit} seguidas",
    },
    about={
        "es": """Una afirmación tiene debajo más razones de las que se pueden recordar.

        Nueve razones seguidas son una lista y no un argumento: nadie las recuerda, y nadie ve
        cuáles van juntas. Busca las tres o cuatro ideas que hay detrás, escríbelas como
        afirmaciones propias, y pon las razones debajo.""",
    },
    thresholds={
        "max-reasons": Threshold(
            7,
            {
                "en": "how many reasons, for and against, may bear on one claim",
                "es": "cuántas razones, a favor y en contra, pueden colgar de una afirmación",
            },
            {"novice": 5},
        )
    },
    measured=Measured(0, 7, "six maps, a class's maps, maps written for it"),
)
