"""Two claims of one side differ in nothing but a "not".

The other side will read both aloud. One of them is mostly a slip of the pen, or stands on the wrong
side; if both are meant, they need the condition under which each holds.

Bad:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should end the tariffs.
      support:
        - Tariffs raise the prices of food.
        - text: Tariffs miss their aim.
          support: [Tariffs do not raise the prices of food.]

Good:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should end the tariffs.
      support:
        - Tariffs raise the prices of food.
      attack:
        - Tariffs do not raise the prices of food.
"""

from collections.abc import Iterator

from argmap.language.likening import denials, figures_in, gists
from argmap.language.prose import Saying, prose
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity

_LEAST = 2  # words that carry the matter
_TRIED = 4  # claims of the same words that a claim is held against


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim that an earlier one on the same side denies, word for word."""
    texts = scan.once(prose)
    like: dict[frozenset[str], list[Saying]] = {}
    for key, gist in scan.once(gists).items():
        saying = texts.of(key)
        if saying is None or saying.lists is None or len(gist) < _LEAST:
            continue
        fellows = like.setdefault(gist, [])
        first = next((one for one in fellows if _is_denied(scan, one, saying)), None)
        if first is not None:
            yield Found(saying.path, {"text": first.short}, also=(Also(first.path, "other"),))
        if len(fellows) < _TRIED:
            fellows.append(saying)


def _is_denied(scan: Scan, one: Saying, other: Saying) -> bool:
    """Tell whether two texts of one side say the same, and one of them says no."""
    if denials(one) % 2 == denials(other) % 2 or one.claim.conceded or other.claim.conceded:
        return False
    sides = scan.graph.sides
    shared = sides.get(one.claim.id, frozenset()) & sides.get(other.claim.id, frozenset())
    if not shared or figures_in(one) != figures_in(other):
        return False
    return all(stem.endswith("n't") for stem in one.stems ^ other.stems)


RULE = Rule(
    code="AM424",
    slug="contradiction",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the same side says {text!r}: which of the two is meant?",
        "es": "la misma parte dice {text!r}: ¿cuál de las dos vale?",
    },
    help={
        "en": "take one out, move it to the other side, or say when each of them holds",
        "es": "quita una, pásala a la otra parte, o di cuándo vale cada una",
    },
    about={
        "es": """Dos afirmaciones de una misma parte solo se distinguen en un «no».

        El adversario leerá ambas en voz alta. Casi siempre una es un descuido, o está en la parte
        equivocada; si valen las dos, les falta la condición en que vale cada una.""",
    },
    notes={"other": {"en": "the claim that it denies", "es": "la afirmación que niega"}},
    measured=Measured(0, 3, "six maps, microtexts, AIF, texts written for it"),
)
