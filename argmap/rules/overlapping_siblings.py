"""Two reasons for the same claim share most of their words.

Reasons beside each other should say different things, and together all that there is to say. Two
that overlap are counted twice by you and answered once by the other side. Join them, or sharpen
what each says that the other does not.

Bad:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      support:
        - Growers in Texas lose harvests to slow visas.
        - Slow visas make Texas growers lose orders.

Good:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      support:
        - Growers in Texas lose harvests to slow visas.
        - Workers who wait for a visa earn nothing.
"""

from collections.abc import Iterator

from argmap.language.likening import alike, denials, figures_in, pairs
from argmap.language.prose import Saying, prose
from argmap.linting import Also, Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity

_LEAST = 3  # stems that two reasons share


def check(scan: Scan) -> Iterator[Found]:
    """Yield each reason that overlaps with one before it on the same claim."""
    texts = scan.once(prose)
    share, same = scan.number("max-overlap"), scan.number("min-likeness")
    for reasons in scan.graph.bearing.values():
        if len(reasons) < 2:
            continue
        for polarity in ("support", "attack"):
            single = [
                saying
                for one in reasons
                if one.polarity == polarity and len(one.premises) == 1
                if (saying := texts.of(one.premises[0]))
            ]
            for first, second in pairs([one.stems for one in single]):
                if _overlap(single[first], single[second], share, same):
                    values = {"other": single[first].short}
                    also = (Also(single[first].path, "other"),)
                    yield Found(single[second].path, values, also=also)


def _overlap(one: Saying, other: Saying, share: float, same: float) -> bool:
    """Tell whether two texts have much in common, and do not differ in a figure or a denial."""
    if len(one.stems & other.stems) < _LEAST or figures_in(one) != figures_in(other):
        return False
    return share <= alike(one.stems, other.stems) < same and denials(one) == denials(other)


RULE = Rule(
    code="AM123",
    slug="overlapping-siblings",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "what does this say that {other!r} does not?",
        "es": "¿qué dice esto que no diga {other!r}?",
    },
    help={
        "en": "join the two, or word them so that each says what the other does not",
        "es": "únelas, o redáctalas de modo que cada una diga lo que la otra no dice",
    },
    about={
        "es": """Dos razones de la misma afirmación comparten la mayor parte de sus palabras.

        Las razones que están juntas deben decir cosas distintas, y entre todas lo que hay que
        decir. Dos que se solapan las cuentas dos veces y el adversario las responde una. Únelas, o
        precisa qué dice cada una que la otra no.""",
    },
    notes={"other": {"en": "the other reason", "es": "la otra razón"}},
    thresholds={
        "max-overlap": Threshold(
            0.6,
            {
                "en": "how large a part of their words two reasons may share, 0 to 1",
                "es": "qué parte de sus palabras pueden compartir dos razones, de 0 a 1",
            },
        )
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 3, "six maps, microtexts, AIF, texts written for it"),
)
