"""A claim is so short that it hardly says what it means.

In two or three words there is seldom room for who, what and where. "Uniforms cost money" does not
say how much, nor for whom.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms cost money.
          basis: common-knowledge

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms cost families about 150 dollars a year.
          cite: [survey]
    sources:
      survey: {title: What pupils wear, author: Ana Ruiz, date: 2024}
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each sentence of too few words; what is no sentence is another rule's concern."""
    limit = scan.number("min-words")
    for saying in scan.once(prose).known:
        if len(saying.words) < limit and saying.mood == "statement" and not saying.claim.open:
            yield Found(saying.path, {"text": saying.short})


RULE = Rule(
    code="AM308",
    slug="too-short",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{text!r} is short: is it clear who, what and where?",
        "es": "{text!r} es muy breve: ¿queda claro quién, qué y dónde?",
    },
    help={
        "en": "say what a listener would ask next: how much, for whom, since when",
        "es": "di lo que el oyente preguntaría: cuánto, para quién, desde cuándo",
    },
    about={
        "es": """Una afirmación es tan breve que apenas dice lo que quiere decir.

        En dos o tres palabras rara vez caben quién, qué y dónde. «Los uniformes cuestan» no dice
        cuánto ni a quién.""",
    },
    thresholds={
        "min-words": Threshold(
            4,
            {
                "en": "how many words a claim should have at least",
                "es": "cuántas palabras debe tener como mínimo una afirmación",
            },
        )
    },
    profiles=("tournament", "publish"),
    measured=Measured(2, 7, "six maps, AIF, microtexts, Argdown"),
)
