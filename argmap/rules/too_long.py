"""A claim is longer than one can take in at a glance.

A long sentence mostly holds two claims, or a claim and its reasons, and each of them deserves its
own box. What is left over fits on a card, in a speech and in the listener's head.

Bad:

    argmap: 1
    title: Water
    thesis: >-
      The United States should help Mexico to repair the canals and pipes of the border states in
      exchange for the water that Mexico still owes under the treaty of 1944 and for better figures.

Good:

    argmap: 1
    title: Water
    thesis: >-
      The United States should help Mexico to repair the canals of the border states in exchange
      for the water that Mexico owes.
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text of too many words."""
    limit = scan.number("max-words")
    for saying in scan.once(prose).sayings:
        if len(saying.words) > limit:
            yield Found(saying.path, {"count": len(saying.words), "limit": f"{limit:g}"})


RULE = Rule(
    code="AM307",
    slug="too-long",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{count} words: more than {limit} are hard to take in at a glance",
        "es": "{count} palabras: más de {limit} cuestan de captar de un vistazo",
    },
    help={
        "en": "leave out what the claim does not need, or give each part its own box",
        "es": "quita lo que la afirmación no necesita, o da a cada parte su propia caja",
    },
    about={
        "es": """Una afirmación es más larga de lo que se capta de un vistazo.

        Una oración larga suele contener dos afirmaciones, o una afirmación y sus razones, y cada
        una merece su propia caja. Lo que queda cabe en una ficha, en un discurso y en la cabeza de
        quien escucha.""",
    },
    thresholds={
        "max-words": Threshold(
            25,
            {
                "en": "how many words a claim may have",
                "es": "cuántas palabras puede tener una afirmación",
            },
            {"novice": 20},
        )
    },
    measured=Measured(0, 14, "a sample of 14 from microtexts and AIF"),
)
