"""Critical questions are answered of a reason that names no scheme.

Which questions are critical depends on the argumentation scheme. Without one nobody can tell
whether these are the right questions, nor which are still open.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - text: The gutters are full.
          answers: {other-causes: no-hose}
      attack:
        - text: A hose may have filled the gutters.
          attack:
            - {id: no-hose, text: Nobody used a hose.}

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - text: The gutters are full.
          scheme: sign
          answers: {other-causes: no-hose}
          support:
            - {id: no-hose, text: Nobody used a hose.}
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each set of answers that belongs to no scheme."""
    for argument, path in scan.arguments:
        if argument.answers and not argument.scheme:
            yield Found((*path, "answers"), key=True)


RULE = Rule(
    code="AM141",
    slug="answers-without-scheme",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "critical questions are answered, but no scheme is named",
        "es": "se responden preguntas críticas, pero no se nombra ningún esquema",
    },
    help={
        "en": "name the scheme of the argument, such as `scheme: sign`",
        "es": "nombra el esquema del argumento, como `scheme: sign`",
    },
    about={
        "es": """Se responden preguntas críticas de una razón que no nombra ningún esquema.

        Qué preguntas son críticas depende del esquema argumentativo. Sin él nadie sabe si son las
        preguntas adecuadas, ni cuáles quedan abiertas.""",
    },
    certain=True,
)
