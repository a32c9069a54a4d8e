"""A contention has nothing below it, while those beside it have.

A contention is a headline. Without a reason, a piece of evidence or an answer below it there is
nothing to say after the first sentence. In a sketch nothing is asked for; once half of the
contentions are worked out, the others are reported. Of a heading, a question or a text that holds
its own reason, AM301, AM302 and AM305 speak first.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          support: [Uniforms last for years.]
        - Uniforms make the school safer.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          support: [Uniforms last for years.]
        - text: Uniforms make the school safer.
          support: [Strangers on campus stand out among uniforms.]
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import BEGUN, Contention, contentions, is_begun, is_settled, named


def check(scan: Scan) -> Iterator[Found]:
    """Yield each contention on which nothing bears, once enough of them have something."""
    found = scan.once(contentions)
    bare = [one for one in found if _is_bare(scan, one)]
    if bare and is_begun(scan, len(found) - len(bare), len(bare)):
        for one in (one for one in bare if not _is_unfinished(scan, one)):
            yield Found((*one.path, "text"), {"claim": named(scan, one.argument)})


def _is_bare(scan: Scan, one: Contention) -> bool:
    """Tell whether nothing bears on a contention, and nothing excuses that."""
    if is_settled(scan, one.argument) or scan.graph.into(one.argument.id):
        return False
    claims = [scan.map.claims[key] for key in one.argument.premises]
    return not any(
        claim.cite or claim.basis or "/" in claim.id or scan.graph.into(claim.id)
        for claim in claims
    )


def _is_unfinished(scan: Scan, one: Contention) -> bool:
    """Tell whether a text is first to be mended: AM301, AM302 or AM305 says so, and how."""
    texts = (scan.once(prose).of(key) for key in one.argument.premises)
    return any(
        text and (text.mood in ("heading", "question") or text.has("{reasoning}")) for text in texts
    )


RULE = Rule(
    code="AM117",
    slug="shallow-contention",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "nothing stands below {claim!r}; what backs it?",
        "es": "no hay nada bajo {claim!r}; ¿qué lo respalda?",
    },
    help={
        "en": "add reasons or evidence under `support`, or mark it `open: true`",
        "es": "agrega razones o pruebas en `support`, o márcalo con `open: true`",
    },
    about={
        "es": """Un argumento principal no tiene nada debajo, y los que tiene al lado sí.

        Un argumento principal es un titular. Sin una razón, una prueba o una respuesta debajo no
        queda nada que decir tras la primera frase. De un boceto no se pide nada; cuando la mitad
        está desarrollada, se señalan los demás. De un título, una pregunta o un texto que lleva
        dentro su propia razón hablan primero AM301, AM302 y AM305.""",
    },
    thresholds={"begun": BEGUN},
    whole=True,
    measured=Measured(3, 39, "microtexts, AIF, a class's maps, maps written for it"),
)
