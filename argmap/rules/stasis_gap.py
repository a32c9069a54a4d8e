"""A map never asks one of the questions that its thesis turns on.

A quarrel can be about what is so, about what a word means, about how good or bad it is, and about
what to do: the four stases. Who proposes a policy has to settle the first three as well. Whether
each is touched is seen from the `kind` of the claims, if most of them have one.

Bad:

    argmap: 1
    title: Water
    thesis:
      text: The Texas legislature should pay farmers who save water.
      kind: policy
      support:
        - {text: Farmers use four fifths of the water., kind: fact}
        - {text: Payments would save a tenth of the water., kind: prediction}

Good:

    argmap: 1
    title: Water
    definitions:
      save water: Take less from the river than in the mean of the last five years.
    thesis:
      text: The Texas legislature should pay farmers who save water.
      kind: policy
      support:
        - {text: Farmers use four fifths of the water., kind: fact}
        - {text: A state should reward those who give up a right for all., kind: value}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.model import Claim
from argmap.problems import Severity
from argmap.review.contending import calls_for

_FACT = frozenset({"fact", "evidence", "prediction"})
_VALUE = frozenset({"value", "impact"})
_NEEDS = {
    "policy": ("fact", "definition", "value"),
    "value": ("fact", "definition"),
    "fact": ("definition",),
}
_GROUNDS = frozenset({"data", "law", "expert", "example", "common-knowledge"})
_MARKED = 0.75  # of the claims must have a kind


def check(scan: Scan) -> Iterator[Found]:
    """Yield each question that a thesis of this kind raises, and that no claim is about."""
    needs = _NEEDS.get(calls_for(scan))
    claims = [claim for claim in scan.map.claims.values() if claim.id != scan.map.thesis]
    kinds = [claim.kind for claim in claims if claim.kind]
    if not needs or scan.map.options or not kinds or len(kinds) < _MARKED * len(claims):
        return
    there = {
        "fact": any(kind in _FACT for kind in kinds) or any(map(_is_founded, claims)),
        "definition": bool(scan.map.definitions) or "definition" in kinds,
        "value": any(one.kind in _VALUE or one.basis == "value" for one in claims),
    }
    for need in needs:
        if not there[need]:
            yield Found(("thesis",), key=True, variant="" if need == "fact" else need)


def _is_founded(claim: Claim) -> bool:
    """Tell whether a claim rests on what is so, whatever its kind is said to be."""
    return bool(claim.cite) or claim.basis in _GROUNDS


RULE = Rule(
    code="AM413",
    slug="stasis-gap",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "no claim says what is the case: `kind: fact`, `evidence` or `prediction`",
        "es": "ninguna afirmación dice qué ocurre: `kind: fact`, `evidence` o `prediction`",
    },
    help={
        "en": "add a claim of that kind, or mark the one that there is",
        "es": "agrega una afirmación de ese tipo, o marca la que ya hay",
    },
    about={
        "es": """Un mapa no hace nunca una de las preguntas de las que depende su tesis.

        Se puede discutir sobre qué ocurre de hecho, sobre qué significa una palabra, sobre qué tan
        bueno o malo es algo y sobre qué hacer: las cuatro estasis. Quien propone una política tiene
        que resolver también las tres primeras. Si se toca cada una se ve por el `kind` de las
        afirmaciones, cuando la mayoría lo tiene.""",
    },
    variants={
        "definition": Variant(
            {
                "en": "nothing says what the words of the thesis mean",
                "es": "nada dice qué significan las palabras de la tesis",
            },
            {
                "en": "add `definitions`, or a claim with `kind: definition`",
                "es": "agrega `definitions`, o una afirmación con `kind: definition`",
            },
        ),
        "value": Variant(
            {
                "en": "no claim says how good or bad it is: `kind: value` or `impact`",
                "es": "ninguna afirmación dice qué tan bueno o malo es: `kind: value` o `impact`",
            }
        ),
    },
    profiles=("tournament", "publish"),
    whole=True,
    measured=Measured(0, 7, "maps written for it"),
)
