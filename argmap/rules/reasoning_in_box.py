"""A box holds a claim together with the reason for it.

"Because" inside a box hides an argument: nobody can attack the reason without the claim, or the
claim without the reason. Put each in a box of its own; the arrow between them says "because".

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms because they reduce bullying over clothes.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms reduce bullying over clothes.
          basis: common-knowledge
"""

import re
from collections.abc import Iterator

from argmap.language.clausing import finite
from argmap.language.prose import Saying, prose, words
from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity

_SINCE = re.compile(r"\b(?:has|have|had|ever|long|been)\b|'ve\b|\b(?:1[0-9]|20)\d\d\b", re.I)
_LARGELY = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|es|son|era|eran|fue|fueron|se)|[’']s)\s+"
    r"(?:(?:not|only|solo|no)\s+)?(?:\w+ly\s+|partly\s+|in part\s+|\w+mente\s+)?$",
    re.I,
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each word that joins a reason to what it is a reason for."""
    texts = scan.once(prose)
    other = {id(one) for one in texts.having("not-reasoning")}
    for saying in texts.having("reasoning"):
        for match in saying.finds("{reasoning}"):
            if id(saying) in other and _is_within(saying, match):
                continue
            if not _is_another_sense(saying, match):
                opens = saying.opens("concluding") and saying.has(r"^\W*{concluding}")
                variant = "opening" if opens else ""
                span = saying.span(scan.document, match)
                yield Found(saying.path, {"words": match[0]}, variant=variant, span=span)
                break


def _is_within(saying: Saying, match: re.Match[str]) -> bool:
    """Tell whether the word is part of a phrase that joins nothing."""
    return any(one.start() <= match.start() < one.end() for one in saying.finds("{not-reasoning}"))


def _is_another_sense(saying: Saying, match: re.Match[str]) -> bool:
    """Tell whether the word is used otherwise: since 2020, is due to arrive, not because."""
    before, after = saying.text[: match.start()], saying.text[match.end() :]
    word = match[0].lower()
    if word == "since" and _SINCE.search(saying.text):
        return True
    if saying.opens("conditions") and saying.has(r"^\W*{conditions}"):
        return True  # that one thing leads to another is one claim
    if word.startswith(("due", "owing", "debido", "a causa", "thanks", "gracias")):
        return bool(_LARGELY.search(before)) or _is_base(after, saying)
    joins = word in ("since", "thus", "hence", "so that", "pues")
    return joins and not _is_clause(after, saying)


def _is_clause(text: str, saying: Saying) -> bool:
    """Tell whether a clause follows: words with a verb, or a participle."""
    following = words(text)[:8]
    if not following or saying.lists is None:
        return False
    return finite(following, saying.lists) > 0 or following[0].endswith("ing")


def _is_base(text: str, saying: Saying) -> bool:
    """Tell whether a verb follows, as in "due to expire"."""
    first = next(iter(words(text)), "")
    return saying.lists is not None and first in saying.lists.several("verbs")


RULE = Rule(
    code="AM305",
    slug="reasoning-in-box",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r} joins two ideas: which is the claim, and which its reason?",
        "es": "{words!r} une dos ideas: ¿cuál es la afirmación y cuál su razón?",
    },
    help={
        "en": "put the reason in a box of its own under `support`",
        "es": "pon la razón en su propia caja, bajo `support`",
    },
    about={
        "es": """Una caja contiene una afirmación junto con su razón.

        Un «porque» dentro de la caja esconde un argumento: nadie puede atacar la razón sin la
        afirmación, ni la afirmación sin la razón. Pon cada una en su caja; la flecha entre ambas
        dice «porque».""",
    },
    variants={
        "opening": Variant(
            {
                "en": "{words!r} points back to a reason outside the box",
                "es": "{words!r} remite a una razón que está fuera de la caja",
            },
            {
                "en": "leave it out: the arrow says it",
                "es": "quítalo: ya lo dice la flecha",
            },
        )
    },
    measured=Measured(4, 47, "six maps, AIF, microtexts, Argdown"),
)
