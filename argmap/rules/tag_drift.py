"""A quote has no word in common with its claim, nor with the claims around it.

A quote should say what the claim says, in the source's words. Where it speaks of nothing that this
part of the map is about, it may belong to another claim, or a step between the two is missing.

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

from argmap.language.prose import words
from argmap.language.stemming import stems
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.cards import Card, cards

_FEWEST = 3  # stems; shorter claims may well be said in other words
_QUOTED = 6


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim with a quote that speaks of something else than this part of the map."""
    for card in scan.once(cards):
        tag, quote = card.saying.stems, card.stems
        if len(tag) < _FEWEST or len(quote) < _QUOTED or not quote.isdisjoint(tag):
            continue
        if quote.isdisjoint(_around(scan, card)):
            also = (Also((*card.path, "quote"), "quote"),)
            yield Found(card.saying.path, {}, also=also)


def _around(scan: Scan, card: Card) -> frozenset[str]:
    """Return the stems of the title, the claim, and the claims that stand beside it."""
    graph, claims = scan.graph, scan.map.claims
    claim = card.saying.claim
    beside = {claim.id, *(key for one in graph.into(claim.id) for key in one.premises)}
    for argument in graph.used.get(claim.id, ()):
        above = graph.target(argument)
        beside.add(above)
        beside.update(key for one in graph.into(above) for key in one.premises)
    texts = [scan.map.title, *(f"{claims[one].label} {claims[one].text}" for one in beside)]
    return stems(words(" ".join(texts)), card.lists)


RULE = Rule(
    code="AM220",
    slug="tag-drift",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "the quote speaks of other things than this part of the map; does it say this?",
        "es": "la cita habla de otras cosas que esta parte del mapa; ¿dice esto?",
    },
    help={
        "en": "quote the sentence that says it, or use the quote for what it does say",
        "es": "cita la frase que lo dice, o usa la cita para lo que sí dice",
    },
    about={
        "es": """Una cita no tiene palabras en común con su afirmación ni con las que la rodean.

        La cita debería decir lo que dice la afirmación, con las palabras de la fuente. Si no habla
        de nada de lo que trata esta parte del mapa, puede ser de otra afirmación, o falta un paso
        entre ambas.""",
    },
    notes={"quote": {"en": "the quote", "es": "la cita"}},
    profiles=("tournament", "publish"),
    measured=Measured(4, 29, "204 cards, of which every second one had the quote of another"),
)
