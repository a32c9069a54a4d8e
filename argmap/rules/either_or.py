"""A claim leaves only two ways.

"A wall or open borders": who can name a third way has answered the argument. Name the others and
say why they are out, or say what the two have ahead of them. A claim that something on the map
speaks about already, for or against, is left alone.

Bad:

    argmap: 1
    title: The border
    thesis:
      text: Congress should pay for a wall.
      support:
        - The country can either build a wall or lose the border.

Good:

    argmap: 1
    title: The border
    thesis:
      text: Congress should pay for a wall.
      support:
        - text: The country can either build a wall or lose the border.
          support:
            - Towers and patrols have not slowed the crossings.
"""

import re
from collections.abc import Iterator

from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_EITHER = {
    "en": r"(?<!not )\beither\s+(?!side|way|of|case|one|party|country|end|direction|sex|parent)"
    r"[^;:?]{3,60}?\bor\b\s+\w+",
    "es": r"\bo\s+bien\s[^;:?]{3,60}?\bo\s+(?:bien\s+)?\w+|\A\W*o\s[^;:?]{3,60}?,?\s+o\s+\w+",
}
_OPENING = {"en": "either", "es": "o"}
_EXCUSES = frozenset({"definition", "question"})


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim that excludes all ways but two, and on which nothing bears."""
    texts = scan.once(prose)
    counting = {id(one) for one in texts.having("either-or")}
    for saying in texts.known:
        match = _either(saying)
        if match is None and id(saying) in counting:
            match = saying.has("{either-or}")
        if match is None or saying.is_quoted(match) or saying.claim.kind in _EXCUSES:
            continue
        if not scan.graph.into(saying.claim.id):
            yield Found(saying.path, {"words": match[0]}, span=saying.span(scan.document, match))


def _either(saying: Saying) -> re.Match[str] | None:
    """Return where a text joins two ways by either and or."""
    language = saying.language
    return saying.has(_EITHER[language]) if _OPENING[language] in saying.words else None


RULE = Rule(
    code="AM124",
    slug="either-or",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words!r}: is there no third way?",
        "es": "{words!r}: ¿no hay una tercera vía?",
    },
    help={
        "en": "name the other ways and why they are out, or what these two have ahead of them",
        "es": "nombra las otras vías y por qué no valen, o qué ventaja les llevan estas dos",
    },
    about={
        "es": """Una afirmación solo deja dos caminos.

        «O un muro o fronteras abiertas»: quien sepa nombrar una tercera vía ha respondido al
        argumento. Nombra las demás y di por qué no valen, o qué ventaja les llevan estas dos. Si
        algo en el mapa habla ya de la afirmación, a favor o en contra, no se dice nada.""",
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 21, "six maps, AIF, microtexts, Argdown, texts written for it"),
)
