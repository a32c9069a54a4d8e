"""A claim says always, never, everyone or impossible.

One counterexample defeats it, and a good opponent has one ready. Claim what the evidence bears: in
how many cases, where, since when.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms always reduce bullying over clothes.
          basis: common-knowledge

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Bullying over clothes fell in 31 of 40 schools with uniforms.
          cite: [survey]
    sources:
      survey: {title: What pupils wear, author: Ana Ruiz, date: 2024}
"""

import re
from collections.abc import Iterator

from argmap.language.prose import Saying, mentions
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_SOFTENED = re.compile(
    r"(?:\b(?:not|whom|almost|nearly|hardly|seldom|rarely|virtually|casi|no|raramente|prácticamente)"
    r"|n[’']t)\s+$",
    re.I,
)
_SO_FAR = re.compile(r"(?:\b(?:has|have|had|ha|han|había|habían)|[’']ve)\s+$", re.I)
_BEFORE = re.compile(r"\s+(?:before|seen|antes|visto)\b", re.I)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each absolute, save where something is demanded, or the word is softened."""
    for saying, match in mentions(scan, "absolutes"):
        if not _is_softened(saying, match):
            values = {"words": match[0]}
            yield Found(saying.path, values, span=saying.span(scan.document, match))


def _is_softened(saying: Saying, match: re.Match[str]) -> bool:
    """Tell whether a text demands or supposes something, or tells a plain fact of the past."""
    before, after = saying.text[: match.start()], saying.text[match.end() :]
    asks = saying.mood == "question" or saying.claim.kind in ("definition", "question")
    if asks or saying.has("{duties}|^{conditions}"):
        return True
    return bool(_SOFTENED.search(before) or _SO_FAR.search(before) or _BEFORE.match(after))


RULE = Rule(
    code="AM313",
    slug="absolute",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r}: without a single exception?",
        "es": "{words!r}: ¿sin una sola excepción?",
    },
    help={
        "en": "say how often, where or since when, as far as the evidence goes",
        "es": "di con qué frecuencia, dónde o desde cuándo, hasta donde llegue la prueba",
    },
    about={
        "es": """Una afirmación dice siempre, nunca, todo el mundo o imposible.

        Un solo contraejemplo la derriba, y un buen adversario lo tiene preparado. Afirma lo que la
        prueba sostiene: en cuántos casos, dónde, desde cuándo.""",
    },
    measured=Measured(4, 20, "six maps, AIF, microtexts, Argdown"),
)
