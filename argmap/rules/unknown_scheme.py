"""A `scheme` is none that is known, or `answers` names none of its critical questions.

The scheme is what tells which questions to ask of a reason. Under a misspelt name nobody asks them,
and an answer under a misspelt key answers nothing. Schemes of your own are listed in the settings,
as `own-schemes`.

Bad:

    argmap: 1
    title: A river
    thesis:
      text: The river will flood.
      support:
        - text: A geologist says that the river will flood.
          scheme: expert-opinon

Bad:

    argmap: 1
    title: A river
    thesis:
      text: The river will flood.
      support:
        - text: A geologist says that the river will flood.
          scheme: expert-opinion
          answers: {expertness: ten-years}
          support:
            - {id: ten-years, text: She has measured this river for ten years.}

Good:

    argmap: 1
    title: A river
    thesis:
      text: The river will flood.
      support:
        - text: A geologist says that the river will flood.
          scheme: expert-opinion
          answers: {expertise: ten-years}
          support:
            - {id: ten-years, text: She has measured this river for ten years.}
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan, Threshold, Variant
from argmap.problems import Severity
from argmap.review.scheming import likeliest, scheme
from argmap.text import nearest


def check(scan: Scan) -> Iterator[Found]:
    """Yield each scheme that nobody knows, and each answer to a question that none asks."""
    own = scan.thresholds["own-schemes"]
    for argument, path in scan.arguments:
        name = argument.scheme
        if not name or (isinstance(own, tuple) and name in own):
            continue
        known = scheme(name)
        if known is None:
            yield Found((*path, "scheme"), {"scheme": name}, near=likeliest(name))
            continue
        for key in argument.answers:
            if key not in known.questions:
                yield Found(
                    (*path, "answers", key),
                    {"scheme": known.slug, "key": key, "keys": ", ".join(known.questions)},
                    key=True,
                    variant="question",
                    near=nearest(key, known.questions),
                )


RULE = Rule(
    code="AM145",
    slug="unknown-scheme",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "no argumentation scheme {scheme!r}",
        "es": "no existe el esquema argumentativo {scheme!r}",
    },
    help={
        "en": "name one that argmap knows, such as `analogy`, or list it under `own-schemes`",
        "es": "nombra uno que argmap conozca, como `analogy`, o inclúyelo en `own-schemes`",
    },
    about={
        "es": """Un `scheme` no es ninguno conocido, o `answers` no nombra ninguna de sus preguntas.

        El esquema es lo que dice qué preguntas hacerle a una razón. Con un nombre mal escrito nadie
        las hace, y una respuesta con una clave mal escrita no responde a nada. Los esquemas propios
        se enumeran en la configuración, en `own-schemes`.""",
    },
    variants={
        "question": Variant(
            {
                "en": "the scheme {scheme!r} asks no question {key!r}",
                "es": "el esquema {scheme!r} no hace ninguna pregunta {key!r}",
            },
            {
                "en": "its questions are {keys}",
                "es": "sus preguntas son {keys}",
            },
        )
    },
    thresholds={
        "own-schemes": Threshold(
            (),
            {
                "en": "schemes of your own, beside those that argmap knows",
                "es": "esquemas propios, además de los que argmap conoce",
            },
        )
    },
    certain=True,
)
