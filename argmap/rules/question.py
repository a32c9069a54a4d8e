"""A claim asks instead of saying.

A question takes no side: whoever supports or attacks it has to guess the answer that was meant.
Write the answer as a claim. A box that is meant to ask has `kind: question`.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Why should taste be dictated?
          basis: value

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: A school has no right to dictate taste.
          basis: value
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text that asks, save those that are meant to."""
    for saying in scan.once(prose).known:
        if saying.mood == "question" and saying.claim.kind != "question":
            yield Found(saying.path, {"text": saying.short})


RULE = Rule(
    code="AM302",
    slug="question",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{text!r} asks: which answer do you claim?",
        "es": "{text!r} pregunta: ¿qué respuesta afirmas?",
    },
    help={
        "en": "write the answer as a sentence, or mark the box with `kind: question`",
        "es": "escribe la respuesta como oración, o marca la caja con `kind: question`",
    },
    about={
        "es": """Una afirmación pregunta en lugar de decir.

        Una pregunta no toma partido: quien la apoya o la ataca tiene que adivinar la respuesta que
        se pensaba. Escribe la respuesta como afirmación. La caja que de verdad pregunta lleva
        `kind: question`.""",
    },
    measured=Measured(0, 29, "six maps, AIF, microtexts, Argdown"),
)
