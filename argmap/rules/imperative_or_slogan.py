"""A claim calls for something, or cries out, instead of saying something.

"Stop the wall!" can be obeyed or ignored, but not supported or refuted. Say who should do what:
then there is something to give reasons for.

Bad:

    argmap: 1
    title: The wall
    thesis:
      text: Congress should stop funding the wall.
      support:
        - text: Save the wildlife corridors!
          basis: value

Bad:

    argmap: 1
    title: The wall
    thesis: Stop the wall

Good:

    argmap: 1
    title: The wall
    thesis:
      text: Congress should stop funding the wall.
      support:
        - text: The wall cuts the paths of animals that roam both sides of the border.
          basis: common-knowledge
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity

_VARIANTS = {"command": "", "cry": "cry", "capitals": "capitals"}


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text that commands or shouts."""
    for saying in scan.once(prose).known:
        if saying.mood in _VARIANTS:
            yield Found(saying.path, {"text": saying.short}, variant=_VARIANTS[saying.mood])


RULE = Rule(
    code="AM303",
    slug="imperative-or-slogan",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{text!r} is a call: who should do what?",
        "es": "{text!r} es un llamado: ¿quién debería hacer qué?",
    },
    help={
        "en": "name the actor and the action, as in 'Congress should stop funding the wall.'",
        "es": "nombra al actor y la acción: 'El Congreso debería dejar de financiar el muro.'",
    },
    about={
        "es": """Una afirmación exhorta o exclama en lugar de decir algo.

        «¡Alto al muro!» se puede obedecer o desoír, pero no apoyar ni refutar. Di quién debería
        hacer qué: entonces hay algo de lo que dar razones.""",
    },
    variants={
        "cry": Variant(
            {
                "en": "{text!r} cries out: what does it claim?",
                "es": "{text!r} es una exclamación: ¿qué afirma?",
            },
            {
                "en": "say the same as a plain sentence, with a full stop",
                "es": "di lo mismo con una oración sencilla y un punto final",
            },
        ),
        "capitals": Variant(
            {
                "en": "{text!r} is all in capitals",
                "es": "{text!r} está todo en mayúsculas",
            },
            {
                "en": "write it as a sentence, with capitals where they belong",
                "es": "escríbelo como una oración, con mayúsculas solo donde correspondan",
            },
        ),
    },
    measured=Measured(1, 11, "six maps, AIF, microtexts, Argdown"),
)
