"""A translation is the very same text as the original.

It was probably copied to be translated later. A reader of the other language gets a foreign
sentence, and nothing else says that it is still to be done.

Bad:

    argmap: 1
    title: {en: School uniforms, es: Uniformes escolares}
    thesis:
      text:
        en: Our school should require uniforms.
        es: Our school should require uniforms.

Good:

    argmap: 1
    title: {en: School uniforms, es: Uniformes escolares}
    thesis:
      text:
        en: Our school should require uniforms.
        es: Nuestra escuela debería exigir uniformes.
"""

from collections.abc import Iterator

from argmap.language.paralleling import parallels
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_FEWEST = 5  # words; shorter texts may well be names


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text that stands word for word in an earlier language."""
    for one in scan.once(parallels):
        first: dict[str, str] = {}
        for language, text in one.texts.items():
            other = first.setdefault(" ".join(text.split()).casefold(), language)
            if other != language and len(text.split()) >= _FEWEST and not text.istitle():
                yield Found(one.at(language), {"language": language, "other": other})


RULE = Rule(
    code="AM603",
    slug="untranslated-copy",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the text in {language!r} is that in {other!r}",
        "es": "el texto en {language!r} es el mismo que en {other!r}",
    },
    help={
        "en": "translate it",
        "es": "tradúzcalo",
    },
    about={
        "es": """Una traducción es exactamente el mismo texto que el original.

        Probablemente se copió para traducirlo más tarde. Quien lee el otro idioma recibe una frase
        extranjera, y nada más avisa de que falta por hacer.""",
    },
    measured=Measured(0, 5, "pairs of texts written for it"),
)
