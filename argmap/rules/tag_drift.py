"""A claim and the quote for it have hardly a word in common.

A quote should say what the claim says, in the source's words. Where they share nothing, the quote
may belong to another claim, or a step of the reasoning is missing between them.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms reduce fights over clothes.
          cite:
            - source: ruiz
              quote: The library of the town stays open until nine on weekdays, and readers like it.

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms reduce fights over clothes.
          cite:
            - source: ruiz
              quote: Since pupils wear a uniform, fights over brands of clothes have become rare.
"""

from collections.abc import Iterator

from argmap.cards import cards
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity

_FEWEST = 3  # stems; shorter claims may well be said in other words
_QUOTED = 6


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim that shares fewer than two stems with a quote for it."""
    for card in scan.once(cards):
        tag, quote = card.saying.stems, card.stems
        if len(tag) >= _FEWEST and len(quote) >= _QUOTED and len(tag & quote) < 2:
            also = (Also((*card.path, "quote"), "quote"),)
            yield Found(card.saying.path, {}, also=also)


RULE = Rule(
    code="AM220",
    slug="tag-drift",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "the claim and its quote share hardly a word; does the quote say this?",
        "es": "la afirmación y su cita apenas comparten palabras; ¿la cita dice esto?",
    },
    help={
        "en": "quote the sentence that says it, or use the quote for what it does say",
        "es": "cite la frase que lo dice, o use la cita para lo que sí dice",
    },
    about={
        "es": """Una afirmación y la cita que la prueba apenas tienen palabras en común.

        La cita debería decir lo que dice la afirmación, con las palabras de la fuente. Si no
        comparten nada, la cita puede ser de otra afirmación, o falta un paso del razonamiento.""",
    },
    notes={"quote": {"en": "the quote", "es": "la cita"}},
    measured=Measured(0, 0, ""),
)
