"""A conclusion holds something that none of its linked premises mentions.

Nothing may come out of the hat that was not put in (the Rabbit Rule): what is new in the conclusion
needs a premise that ties it to the rest. Only premises that are linked are looked at; for a lone
reason, another rule asks for its warrant.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Watchtowers violate the privacy of ranchers.
      support:
        - premises:
            - text: Towers carry cameras with night vision.
              cite: [report]
            - text: Cameras film yards three miles away.
              cite: [report]
    sources:
      report: {title: Towers on the border, author: Ana Ruiz, date: 2024}

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Watchtowers violate the privacy of ranchers.
      support:
        - premises:
            - text: Watchtowers film the yards of ranchers three miles away.
              cite: [report]
            - text: Filming a yard without consent violates privacy.
              basis: value
    sources:
      report: {title: Towers on the border, author: Ana Ruiz, date: 2024}
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.language.stemming import unstemmed
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_COVERED = 0.4  # the share of the conclusion's words that premises should mention


def check(scan: Scan) -> Iterator[Found]:
    """Yield each linked argument whose premises leave too much of the conclusion out."""
    texts = scan.once(prose)
    for argument, path in scan.arguments:
        conclusion = texts.of(argument.conclusion)
        if len(argument.premises) < 2 or argument.polarity == "attack" or not conclusion:
            continue
        warrants = [name for one in scan.graph.into(argument.id) for name in one.premises]
        premises = [texts.of(one) for one in (*argument.premises, *warrants)]
        given = frozenset[str]().union(*(one.stems for one in premises if one))
        new = conclusion.stems - given
        if all(premises) and len(new) > (1 - _COVERED) * len(conclusion.stems):
            words = unstemmed(conclusion.words, new, conclusion.language)
            yield Found((*path, "premises"), {"words": ", ".join(words)}, key=True)


RULE = Rule(
    code="AM319",
    slug="rabbit",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "in the conclusion but in no premise: {words}; where does it come from?",
        "es": "está en la conclusión y en ninguna premisa: {words}; ¿de dónde sale?",
    },
    help={
        "en": "add a premise that mentions it, or use the same word in both places",
        "es": "agrega una premisa que lo mencione, o usa la misma palabra en ambos lugares",
    },
    about={
        "es": """Una conclusión contiene algo que ninguna de sus premisas enlazadas menciona.

        De la chistera no sale nada que no se haya metido (la regla del conejo): lo nuevo de la
        conclusión necesita una premisa que lo una al resto. Solo se miran premisas enlazadas; para
        una razón sola, otra regla pide su garantía.""",
    },
    profiles=("publish",),
    measured=Measured(4, 9, "six maps"),
)
