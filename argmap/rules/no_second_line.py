"""Your answer to the other side is a bare sentence, or falls with their reply.

They will answer your answer. If nothing backs it, no source, no reason, no `basis`, or if their
reply is on the map already and yours to it is not, the exchange ends with them. A second line costs
an hour of work and wins the round.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers film the yards of families.
          attack: [A law bars the cameras from private land.]

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers film the yards of families.
          attack:
            - text: A law bars the cameras from private land.
              basis: law
              attack: [Nobody has been fined under that law.]

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers film the yards of families.
          attack:
            - text: A law bars the cameras from private land.
              basis: law
              attack:
                - text: Nobody has been fined under that law.
                  attack: [The cameras turn themselves off over private land.]
"""

from collections.abc import Iterator, Mapping

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.model import Argument
from argmap.problems import Severity
from argmap.review.contending import (
    Contention,
    debated,
    is_answered,
    is_settled,
    named,
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each contention of which all answers are bare, and each reply that nobody parries."""
    for one in debated(scan):
        if one.side != "con" or is_settled(scan, one.argument):
            continue
        answers = _answers(scan, one)
        if answers and all(_is_bare(scan, answer) for answer in answers):
            values = {"claim": named(scan, one.argument), "count": len(answers)}
            yield Found((*one.path, "text"), values)
        for answer in answers:
            yield from _parried(scan, answer)


def _answers(scan: Scan, one: Contention) -> list[Argument]:
    """Return the answers to a contention, in the order of the map."""
    into, order = scan.graph.attacks, scan.once(_order)
    found = {answer.id: answer for key in one.keys for answer in into.get(key, ())}
    return sorted(found.values(), key=lambda answer: order[answer.id])


def _order(scan: Scan) -> Mapping[str, int]:
    """Return the place of each argument in the map."""
    return {key: place for place, key in enumerate(scan.map.arguments)}


def _is_bare(scan: Scan, answer: Argument) -> bool:
    """Tell whether an answer has nothing behind it."""
    into, claims = scan.graph.supports, scan.map.claims
    if answer.id in into or answer.scheme or is_settled(scan, answer):
        return False
    return not any(
        claims[key].cite or claims[key].basis or key in into or claims[key].open
        for key in answer.premises
    )


def _parried(scan: Scan, answer: Argument) -> Iterator[Found]:
    """Yield the replies to an answer to which nobody replies in turn."""
    into = scan.graph.attacks
    for key in (answer.id, *answer.premises):
        for reply in into.get(key, ()):
            path = scan.built.places.get(reply.id)
            if path and not is_settled(scan, reply) and not is_answered(scan, reply):
                yield Found((*path, "text"), {"claim": named(scan, reply)}, variant="reply")


RULE = Rule(
    code="AM402",
    slug="no-second-line",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "nothing backs the answer to {claim!r}; what if they reply?",
        "es": "nada respalda la respuesta a {claim!r}; ¿y si replican?",
    },
    help={
        "en": "add a reason or a source below the answer, or a second answer",
        "es": "agrega una razón o una fuente bajo la respuesta, o una segunda respuesta",
    },
    about={
        "es": """Tu respuesta a la otra parte es una frase desnuda, o cae con la réplica de esta.

        Responderán a tu respuesta. Si nada la respalda, ni fuente, ni razón, ni `basis`, o si la
        réplica ya está en el mapa y la tuya no, la última palabra es de ellos. Una segunda línea
        cuesta una hora de trabajo y gana el debate.""",
    },
    variants={
        "reply": Variant(
            {
                "en": "they reply to your answer with {claim!r}; and you?",
                "es": "replican a tu respuesta con {claim!r}; ¿y tú?",
            },
            {
                "en": "add what you say then under `attack`, or mark it `conceded: true`",
                "es": "agrega lo que dirías entonces en `attack`, o márcalo con `conceded: true`",
            },
        )
    },
    profiles=("tournament", "publish"),
    whole=True,
    measured=Measured(2, 31, "six maps, microtexts, maps written for it"),
)
