"""The case against the thesis is put more weakly than the other side would put it.

Whoever beats a weak version has beaten nobody: the real one comes on the day of the debate. Give
their contentions as many words and as much backing as your own, and words that they would use of
themselves.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - Uniforms save a family with two children about ninety dollars a year.
        - Uniforms make students from poor families less likely to be teased.
      attack:
        - Uniforms are ugly.
        - Uniforms annoy students.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - Uniforms save a family with two children about ninety dollars a year.
        - Uniforms make students from poor families less likely to be teased.
      attack:
        - Clothes are one of the few things by which students can say who they are.
        - A school that decides on shirts teaches obedience rather than judgement.
"""

from collections.abc import Iterator

from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Rule, Scan, Threshold, Variant
from argmap.problems import Severity
from argmap.review.contending import Contention, debated

_FEWEST = 2  # contentions of each side


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where the case against is told in far fewer words, or in loaded ones."""
    found = debated(scan)
    texts = scan.once(prose)
    against = [saying for one in found if one.side == "con" for saying in _said(scan, one)]
    ours = [saying for one in found if one.side == "pro" for saying in _said(scan, one)]
    loaded = {id(one) for one in texts.having("loaded")}
    for saying in against:
        match = saying.has("{loaded}") if id(saying) in loaded else None
        if match and not saying.is_quoted(match):
            span = saying.span(scan.document, match)
            yield Found(saying.path, {"words": match[0]}, variant="loaded", span=span)
    if min(len(ours), len(against)) < _FEWEST:
        return
    mine = sum(len(one.words) for one in ours) / len(ours)
    theirs = sum(len(one.words) for one in against) / len(against)
    if theirs < scan.number("min-words-share") * mine:
        values = {"mine": f"{mine:.0f}", "theirs": f"{theirs:.0f}"}
        yield Found(against[0].path, values)


def _said(scan: Scan, one: Contention) -> Iterator[Saying]:
    """Yield the texts of a contention's premises."""
    texts = scan.once(prose)
    yield from (saying for key in one.argument.premises if (saying := texts.of(key)))


RULE = Rule(
    code="AM405",
    slug="weak-steelman",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "contentions against take {theirs} words, those for it {mine}: is this their best?",
        "es": "los argumentos en contra tienen {theirs} palabras, y los a favor {mine}: ¿es justo?",
    },
    help={
        "en": "put each as the ablest speaker of the other side would put it",
        "es": "expón cada uno como lo haría el mejor orador de la otra parte",
    },
    about={
        "es": """El caso contra la tesis se expone más débil de como lo haría la otra parte.

        Quien vence a una versión débil no ha vencido a nadie: la verdadera llega el día del debate.
        Da a sus argumentos tantas palabras y tanto respaldo como a los propios, y palabras que
        ellos usarían de sí mismos.""",
    },
    variants={
        "loaded": Variant(
            {
                "en": "{words!r} in the case against: would the other side say that of itself?",
                "es": "{words!r} en el caso en contra: ¿diría eso de sí misma la otra parte?",
            }
        )
    },
    thresholds={
        "min-words-share": Threshold(
            0.6,
            {
                "en": "how long contentions against must be beside those for the thesis, 0 to 1",
                "es": "cuánto deben medir los argumentos en contra junto a los a favor, de 0 a 1",
            },
        )
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 3, "six maps, microtexts, AIF, texts written for it"),
)
