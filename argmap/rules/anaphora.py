"""A claim opens with a word that points outside the box.

A box is read alone: on a card, in a table, in a speech. "This harms farmers" then says nothing
about what harms them. Name the thing; the claim can also be moved and reused without losing it.

Bad:

    argmap: 1
    title: Water
    thesis:
      text: Mexico should deliver the water that it owes.
      support:
        - text: This would help farmers in Texas.
          basis: common-knowledge

Bad:

    argmap: 1
    title: Water
    thesis:
      text: Mexico should deliver the water that it owes.
      attack:
        - text: However, the reservoirs in Chihuahua are nearly dry.
          basis: common-knowledge

Good:

    argmap: 1
    title: Water
    thesis:
      text: Mexico should deliver the water that it owes.
      support:
        - text: The overdue water would help farmers in Texas.
          basis: common-knowledge
      attack:
        - text: It is unfair to demand water in a drought.
          basis: value
"""

import re
from collections.abc import Iterator

from argmap.language.clausing import surely_finite
from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity

_EXPLETIVE = re.compile(
    r"\W*it(?:[’']s|\s+(?:\w+\s+)?(?:is|was|seems|appears|used|takes|took|costs|cost|remains|makes|became"
    r"|becomes|follows|happens|turns|would|could|can|may|might|will|must|should|has|rain|snow)\w*)"
    r"(?:\s+(?:be|been|not|take|cost|seem|appear|make|become|follow))*"
    r"\b(?:.*\b(?:to|that|whether|how|if|why|when|who|what|for|time|\w{1,20}ing)\b|\W*$)",
    re.I | re.S,
)
_LABEL = r"^\W*(?:\w+[’']?\W+){1,3}{labels}\W*$"  # of "that is absurd", AM329 speaks
_WEATHER = re.compile(r"\W*it\s+(?:\w+\s+)?(?:rain|snow|pour|freez|hail|thunder)", re.I)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each opening that needs another box to be understood."""
    for saying in scan.once(prose).opening("pointers", "half-pointers"):
        match = saying.has(r"^\W*(?:{pointers}|{half-pointers})")
        if match and _points(saying, match) and not saying.has(_LABEL):
            yield _found(scan, saying, match, "")
    for saying in scan.once(prose).opening("openers", "ties"):
        if match := saying.has(r"^\W*(?:{openers}(?=[\s,])|{ties}(?=,))"):
            yield _found(scan, saying, match, "tie")


def _found(scan: Scan, saying: Saying, match: re.Match[str], variant: str) -> Found:
    values = {"words": match[0].strip(" \"'“«¿¡")}
    return Found(saying.path, values, variant=variant, span=saying.span(scan.document, match))


def _points(saying: Saying, match: re.Match[str]) -> bool:
    """Tell whether an opening is a pronoun with nothing in the box that it could stand for."""
    if saying.lists is None or saying.mood != "statement":
        return False
    word = match[0].strip(" \"'“«").lower()
    if word == "it":
        return not (_EXPLETIVE.match(saying.text) or _WEATHER.match(saying.text))
    if word in saying.lists.several("half-pointers"):
        return _verb_follows(saying)
    return word not in ("they", "he", "she") or saying.words[1:2] != ["who"]


def _verb_follows(saying: Saying) -> bool:
    lists, texts = saying.lists, saying.words
    if lists is None:
        return False
    rest = [one for one in texts[1:4] if one not in lists.several("between")][:1]
    if not rest or rest[0] in lists.several("finite"):
        return bool(rest)
    plural = texts[0] in ("these", "those")
    return lists.language == "en" and not plural and surely_finite(["it", *rest], lists)


RULE = Rule(
    code="AM306",
    slug="anaphora",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r} points outside the box: who or what is meant?",
        "es": "{words!r} remite fuera de la caja: ¿a quién o a qué?",
    },
    help={
        "en": "name the thing, so that the box can be read alone",
        "es": "nómbralo, para que la caja se entienda sola",
    },
    about={
        "es": """Una afirmación empieza con una palabra que remite fuera de la caja.

        Una caja se lee sola: en una ficha, en una tabla, en un discurso. «Esto perjudica a los
        agricultores» no dice entonces qué los perjudica. Nombra la cosa; así la afirmación también
        se puede mover y reutilizar.""",
    },
    variants={
        "tie": Variant(
            {
                "en": "{words!r} ties the box to another one",
                "es": "{words!r} ata la caja a otra",
            },
            {
                "en": "leave it out: the map shows how the boxes hang together",
                "es": "quítalo: el mapa ya muestra cómo se relacionan las cajas",
            },
        )
    },
    measured=Measured(1, 70, "six maps, AIF, microtexts, Argdown"),
)
