"""A comment silences a rule and does not say why.

In a month nobody will know whether the exception still holds.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - ref: rain # argmap: ignore[AM103]

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - ref: rain # argmap: ignore[AM103] the claim is to come
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each comment without a reason."""
    for comment in scan.silenced.comments:
        if not comment.fault and not comment.reason:
            names = ", ".join(name for name, _ in comment.names)
            yield Found(values={"names": names}, span=comment.span)


RULE = Rule(
    code="AM093",
    slug="unexplained-silencing",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{names} is silenced without a reason",
        "es": "{names} se silencia sin motivo",
    },
    help={
        "en": "write the reason behind the bracket",
        "es": "escribe el motivo tras el corchete",
    },
    about={
        "es": """Un comentario silencia una regla y no dice por qué.

        Dentro de un mes nadie sabrá si la excepción sigue valiendo.""",
    },
    last=True,
    certain=True,
)
