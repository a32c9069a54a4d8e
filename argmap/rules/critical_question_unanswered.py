"""A reason names its scheme, but nobody has asked the questions that test it.

A scheme holds until a question goes unanswered: is the expert one in this field, are the two cases
alike in what matters? The other side will ask. Answer the one that hurts most under `answers`, or
show in an attack or an `undercut` where it hurts. In a sketch nothing is asked for; once half of
the reasons with a scheme have `answers`, the others are reported.

Bad:

    argmap: 1
    title: A river
    thesis:
      text: The river will flood.
      support:
        - text: A geologist says that the river will flood.
          scheme: expert-opinion
        - text: The moles leave the banks.
          scheme: sign
          answers: {other-causes: no-worms}
          support:
            - {id: no-worms, text: The worms are still in the banks.}

Good:

    argmap: 1
    title: A river
    thesis:
      text: The river will flood.
      support:
        - text: A geologist says that the river will flood.
          scheme: expert-opinion
          answers: {field: ten-years}
          support:
            - {id: ten-years, text: She has measured this river for ten years.}
        - text: The moles leave the banks.
          scheme: sign
          undercut: [The moles leave the banks every spring.]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import BEGUN, is_begun
from argmap.review.scheming import scheme


def check(scan: Scan) -> Iterator[Found]:
    """Yield each scheme of which no question is answered or put, once enough are tested."""
    found = [(one, path) for one, path in scan.arguments if one.scheme]
    bare = [(one, path) for one, path in found if not one.answers]
    if not bare or not is_begun(scan, len(found) - len(bare), len(bare)):
        return
    attacked = scan.graph.attacks
    for one, path in bare:
        known = scheme(one.scheme)
        if known and attacked.keys().isdisjoint((one.id, *one.premises)):
            key, question = next(iter(known.asks(scan.map.language).items()))
            values = {"scheme": known.slug, "question": question, "key": key}
            yield Found((*path, "scheme"), values)


RULE = Rule(
    code="AM409",
    slug="critical-question-unanswered",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{scheme}: which of its questions is answered? {question}",
        "es": "{scheme}: ¿cuál de sus preguntas está respondida? {question}",
    },
    help={
        "en": "answer it as `answers: {{{key}: the-id-of-a-claim}}`, or put it under `undercut`",
        "es": "respóndela con `answers: {{{key}: el-id-de-una-afirmación}}`, o usa `undercut`",
    },
    about={
        "es": """Una razón nombra su esquema, pero nadie ha hecho las preguntas que lo ponen a
        prueba.

        Un esquema vale hasta que una pregunta queda sin respuesta: ¿es experto en este campo, se
        parecen los dos casos en lo que importa? El adversario preguntará. Responde a la que más
        duele en `answers`, o muestra en un ataque o un `undercut` dónde duele. De un boceto no se
        pide nada; cuando la mitad de las razones con esquema tiene `answers`, se señalan las
        demás.""",
    },
    thresholds={"begun": BEGUN},
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(5, 40, "six maps at the limit of `publish`, maps written for it"),
)
