"""An attack calls a claim wrong, but gives no reason.

"That is absurd" says that you disagree; the arrow says so already. An attack needs a claim of its
own that the other side has to answer.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: That is simply wrong.
          basis: value

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms cost a family of four about 600 dollars a year.
          cite: [survey]
    sources:
      survey: {title: What pupils wear, author: Ana Ruiz, date: 2024}
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_LABEL = {
    "en": r"^\W*(?:(?:(?:that|this|it|they|these)|(?:the|this|that|their)\s+(?:claim|argument"
    r"|reason|point|idea|premise|objection|evidence|conclusion)s?)\s*(?:is|are|['’]s|was|sounds?"
    r"|seems?)\s+)?(?:\w+ly\s+|just\s+|so\s+|very\s+|all\s+|not\s+)?{labels}\W*$",
    "es": r"^\W*(?:(?:(?:eso|esto|ello)|(?:la|el|esa|ese|esta|este)\s+(?:afirmación|argumento|razón"
    r"|idea|premisa|objeción|prueba|conclusión|punto))\s+)?"
    r"(?:no\s+)?(?:(?:es|son|suena|parece)\s+)(?:\w+mente\s+|muy\s+|tan\s+)?{labels}\W*$",
}


def check(scan: Scan) -> Iterator[Found]:
    """Yield each premise of an attack that is a mere label."""
    texts = scan.once(prose)
    attacking: frozenset[str] | None = None
    for saying in texts.having("labels"):
        if saying.has(_LABEL[saying.language]):
            if attacking is None:
                attacks = (one for one, _ in scan.arguments if one.polarity == "attack")
                attacking = frozenset(name for one in attacks for name in one.premises)
            if saying.claim.id in attacking:
                yield Found(saying.path, {"text": saying.short})


RULE = Rule(
    code="AM329",
    slug="straw-label",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{text!r} says that it is wrong, but not why",
        "es": "{text!r} dice que está mal, pero no por qué",
    },
    help={
        "en": "write the reason: what is so, that speaks against it",
        "es": "escribe la razón: qué hecho habla en contra",
    },
    about={
        "es": """Un ataque dice que una afirmación es falsa, pero no da ninguna razón.

        «Eso es absurdo» dice que no estás de acuerdo; la flecha ya lo dice. Un ataque necesita una
        afirmación propia, a la que la otra parte tenga que responder.""",
    },
    measured=Measured(0, 8, "texts written for it"),
)
