"""Too much of a quote is read aloud, or the quote itself is too long.

Time is short, and listeners remember one sentence. Read the part that says it, and leave the rest
in the quote for those who want to see what stands around it.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lowered what families in two towns spend on clothes.
          cite:
            - source: ruiz
              quote: >-
                We asked families in two towns what they spent on clothes before and after the
                change, and we asked them twice, in spring and in autumn, so that seasons would
                not mislead us. Uniforms lowered what families spend on clothes, though less than
                the school boards had hoped, and not in the first year, in which all of them had
                to buy everything new.
              read:
                - families in two towns what they spent on clothes before and after the change
                - in spring and in autumn
                - Uniforms lowered what families spend on clothes, though less than the school
                  boards had hoped, and not in the first year, in which

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lowered what families in two towns spend on clothes.
          cite:
            - source: ruiz
              quote: >-
                We asked families in two towns what they spent on clothes before and after the
                change, and we asked them twice, in spring and in autumn, so that seasons would
                not mislead us. Uniforms lowered what families spend on clothes, though less than
                the school boards had hoped, and not in the first year, in which all of them had
                to buy everything new.
              read:
                - families in two towns
                - Uniforms lowered what families spend on clothes, though less than the school
                  boards had hoped
"""

from collections.abc import Iterator

from argmap.language.verbatim import words
from argmap.linting import Found, Measured, Rule, Scan, Threshold, Variant
from argmap.problems import Severity
from argmap.review.sourcing import Cited, quoted

_SHORT = 50  # words; of so short a quote most may be read


def check(scan: Scan) -> Iterator[Found]:
    """Yield each quote of which too much is read, and each that is too long."""
    for one in scan.once(quoted):
        quote = one.citation.quote
        if not quote or len(quote) <= _SHORT:
            continue
        length = len(words(quote))
        if length > scan.number("max-quote-words"):
            yield Found((*one.path, "quote"), {"words": length}, variant="long")
        elif length > _SHORT and (share := _read(one) / length) > scan.number("max-read-share"):
            yield Found((*one.path, "read"), {"share": f"{share:.0%}"}, key=True)


def _read(one: Cited) -> int:
    """Return how many words of a quote are read aloud."""
    return sum(len(words(part)) for part in one.citation.read or ())


RULE = Rule(
    code="AM218",
    slug="over-highlight",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{share} of the quote is to be read aloud; which sentence says it?",
        "es": "se va a leer en voz alta el {share} de la cita; ¿qué frase lo dice?",
    },
    help={
        "en": "keep in `read` the words that carry the claim, and all those that they need",
        "es": "deja en `read` las palabras que llevan la afirmación, y todas las que necesitan",
    },
    about={
        "es": """Se lee en voz alta demasiado de una cita, o la cita misma es demasiado larga.

        El tiempo es corto, y el oyente recuerda una frase. Lee la parte que lo dice, y deja el
        resto en la cita para quien quiera ver lo que hay alrededor.""",
    },
    variants={
        "long": Variant(
            {
                "en": "the quote has {words} words; which paragraph is needed?",
                "es": "la cita tiene {words} palabras; ¿qué párrafo hace falta?",
            },
            {
                "en": "quote the paragraph that carries the claim, and cite others by themselves",
                "es": "cita el párrafo que lleva la afirmación, y los demás por separado",
            },
        )
    },
    thresholds={
        "max-read-share": Threshold(
            0.6,
            {
                "en": "how large a part of a quote may be read aloud, 0 to 1",
                "es": "qué parte de una cita puede leerse en voz alta, de 0 a 1",
            },
        ),
        "max-quote-words": Threshold(
            250,
            {
                "en": "how many words a quote may have",
                "es": "cuántas palabras puede tener una cita",
            },
        ),
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 3, "quotes written for it"),
)
