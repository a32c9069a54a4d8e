"""A claim says "many" or "often" where a number would settle the matter.

"Many migrants" may be a hundred or a million. An opponent will ask how many; the figure, with its
source, is both clearer and harder to deny.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Many families cannot afford a second uniform.
          kind: fact
          basis: common-knowledge

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: One family in five cannot afford a second uniform.
          kind: fact
          cite: [survey]
    sources:
      survey: {title: What pupils wear, author: Ana Ruiz, date: 2024}
"""

import re
from collections.abc import Iterator

from argmap.language.prose import mentions
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_NO_FIGURES = frozenset({"value", "policy", "plan", "definition", "question"})
_ANOTHER_SENSE = re.compile(
    r"\b(?:how|as|so|too|that|not|very|cómo|tan|tantos|tantas|no|muy)\s+$|\b(?:one|uno|una) of\s+$",
    re.I,
)
_NUMERAL = re.compile(
    r"\s+(?:hundred|thousand|million|billion|times|cientos|miles|millones|veces)\b"
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each vague quantity in a claim about what is so, where no figure stands beside it."""
    for saying, match in mentions(scan, "vague-quantities"):
        if saying.claim.kind in _NO_FIGURES or any(one.isdigit() for one in saying.text):
            continue
        another = _ANOTHER_SENSE.search(saying.text[: match.start()])
        if not another and not _NUMERAL.match(saying.text, match.end()):
            values = {"words": match[0]}
            yield Found(saying.path, values, span=saying.span(scan.document, match))


RULE = Rule(
    code="AM311",
    slug="vague-quantifier",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words!r}: how many, how much, how often?",
        "es": "{words!r}: ¿cuántos, cuánto, con qué frecuencia?",
    },
    help={
        "en": "give a number or a share, and where it comes from",
        "es": "da una cifra o una proporción, y de dónde procede",
    },
    about={
        "es": """Una afirmación dice «muchos» o «a menudo» donde una cifra zanjaría el asunto.

        «Muchos migrantes» pueden ser cien o un millón. El adversario preguntará cuántos; la cifra,
        con su fuente, es más clara y más difícil de negar.""",
    },
    profiles=("tournament", "publish"),
    measured=Measured(15, 60, "six maps, AIF, microtexts, Argdown"),
)
