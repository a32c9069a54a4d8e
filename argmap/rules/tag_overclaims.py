"""A claim says more than the quote that it is taken from.

The source says "may", the claim says "will": that is the first thing that an opponent with the
source in hand will read out. A claim that says no more than its quote cannot be caught.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms will end fights over clothes.
          cite: [{source: ruiz, quote: "Uniforms may help to end fights over clothes in schools."}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms may help to end fights over clothes.
          cite: [{source: ruiz, quote: "Uniforms may help to end fights over clothes in schools."}]
"""

import re
from collections.abc import Iterator

from argmap.language.excerpting import part
from argmap.language.prose import words
from argmap.language.stemming import stems
from argmap.linting import Also, Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.cards import Card, cards

_NEXT = 5  # words after a doubt in which what is doubted is looked for
_FEWEST = 2  # stems that the claim shares with the sentence that it is held against


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim without a doubt that its quote has."""
    for card in scan.once(cards):
        saying, passage = card.saying, card.passage()
        weak = card.lists.pattern("{weak}")
        if card.shared(passage) < _FEWEST or weak.search(saying.text) or saying.claim.qualifier:
            continue
        if (doubt := weak.search(passage)) is None:
            continue
        also = (Also((*card.path, "quote"), "quote"),)
        values = {"weak": doubt[0]}
        strong = saying.has("{strong}")
        if strong and not re.search(rf"(?i)\b{re.escape(strong[0])}\b", passage):
            span = part(scan.document, saying.path, saying.text, *strong.span())
            yield Found(saying.path, values | {"strong": strong[0]}, span=span, also=also)
        elif dropped := _dropped(card, passage):
            yield Found(saying.path, {"weak": dropped}, variant="dropped", also=also)


def _dropped(card: Card, passage: str) -> str:
    """Return the doubt about just what the claim states, where the claim leaves it out."""
    for doubt in card.lists.pattern("{modal}").finditer(passage):
        doubted = stems(words(passage[doubt.end() :])[:_NEXT], card.lists)
        if doubted & card.saying.stems:
            return doubt[0]
    return ""


RULE = Rule(
    code="AM219",
    slug="tag-overclaims",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the claim says {strong!r}, the quote only {weak!r}",
        "es": "la afirmación dice {strong!r}; la cita, solo {weak!r}",
    },
    help={
        "en": "say no more than the source: take its own word into the claim, or use `qualifier`",
        "es": "no digas más que la fuente: usa su misma palabra, o un `qualifier`",
    },
    about={
        "es": """Una afirmación dice más que la cita de la que se toma.

        La fuente dice «puede», la afirmación dice «siempre»: es lo primero que leerá un adversario
        con la fuente en la mano. A quien no dice más que su cita no se le puede sorprender.""",
    },
    variants={
        "dropped": Variant(
            {
                "en": "the quote says {weak!r}, the claim states it as a fact",
                "es": "la cita dice {weak!r}; la afirmación lo da por hecho",
            }
        )
    },
    notes={"quote": {"en": "the quote", "es": "la cita"}},
    measured=Measured(3, 19, "83 of the cards written for it"),
)
