"""A claim foretells something as if it were certain.

Nobody knows the future. "Will probably", or a `qualifier` or `confidence` beside the text, costs
nothing and leaves an opponent without an easy answer.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms will cost families more than clothes do.
          basis: common-knowledge

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms will probably cost families more than clothes do.
          basis: common-knowledge
        - text: Teachers will have to enforce the rule.
          qualifier: in most schools
          basis: common-knowledge
"""

import re
from collections.abc import Iterator

from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_FUTURE = {
    "en": r"{foretelling}",
    "es": r"{foretelling}|(?<!\w)\w{2,}(?:ará|erá|irá|drá|rrá)n?(?!\w)",
}
_NOT_FORETOLD = r"{hedges}|^\W*{conditions}|^\W*(?:i|we)\s"
_WILL_AS_NOUN = re.compile(
    r"\b(?:the|a|free|political|good|ill|own|of|his|her|their|its)\s+$", re.I
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each prediction without a word on how sure it is."""
    for saying in _foretelling(scan):
        claim = saying.claim
        if claim.qualifier or claim.confidence is not None or saying.has(_NOT_FORETOLD):
            continue
        match = saying.has(_FUTURE[saying.language])
        if match and not _WILL_AS_NOUN.search(saying.text[: match.start()]):
            values = {"words": match[0]}
            yield Found(saying.path, values, span=saying.span(scan.document, match))


def _foretelling(scan: Scan) -> Iterator[Saying]:
    """Yield the texts that may foretell: a Spanish future is told by its ending, not by a list."""
    texts = scan.once(prose)
    for saying in texts.having("foretelling"):
        if saying.language == "en":
            yield saying
    yield from (one for one in texts.known if one.language == "es")


RULE = Rule(
    code="AM314",
    slug="no-qualifier",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words!r}: how sure is that?",
        "es": "{words!r}: ¿con qué seguridad?",
    },
    help={
        "en": "say how likely it is: 'will probably', `qualifier: mostly`, `confidence: 0.7`",
        "es": "di qué tan probable es: 'quizá', `qualifier: en general`, `confidence: 0.7`",
    },
    about={
        "es": """Una afirmación predice algo como si fuera seguro.

        Nadie conoce el futuro. Un «probablemente», o un `qualifier` o `confidence` junto al texto,
        no cuesta nada y deja al adversario sin respuesta fácil.""",
    },
    profiles=("tournament", "publish"),
    measured=Measured(10, 40, "six maps, AIF, microtexts, Argdown"),
)
