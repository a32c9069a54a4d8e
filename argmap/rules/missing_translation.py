"""A text is given in one of the map's languages and not in another.

The picture in that language then mixes languages, and whoever reads only one of them misses a
claim. A language counts as one of the map's as soon as half of its texts are given in it; before
that, one finding says how far the translation is.

Bad:

    argmap: 1
    title: {en: School uniforms, es: Uniformes escolares}
    thesis:
      text:
        en: Our school should require uniforms.
        es: Nuestra escuela debería exigir uniformes.
      support:
        - text: Uniforms reduce bullying over clothes.
          basis: common-knowledge

Bad:

    argmap: 1
    title: {en: School uniforms, es: Uniformes escolares}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms reduce bullying over clothes.
          basis: common-knowledge

Good:

    argmap: 1
    title: {en: School uniforms, es: Uniformes escolares}
    thesis:
      text:
        en: Our school should require uniforms.
        es: Nuestra escuela debería exigir uniformes.
"""

from collections.abc import Iterator

from argmap.language.paralleling import Parallel, parallels
from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text that lacks a language that half of the texts have."""
    everything = scan.once(parallels)
    spoken = dict.fromkeys(language for one in everything for language in one.texts)
    for language in spoken:
        missing = [one for one in everything if language not in one.texts]
        if len(missing) > len(everything) / 2:
            given = len(everything) - len(missing)
            values = {"language": language, "given": given, "all": len(everything)}
            yield Found(_first(everything, language).at(language), values, variant="begun")
            continue
        for one in missing:
            yield Found(one.path, {"language": language})


def _first(everything: tuple[Parallel, ...], language: str) -> Parallel:
    return next(one for one in everything if language in one.texts)


RULE = Rule(
    code="AM601",
    slug="missing-translation",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "not given in {language!r}",
        "es": "falta en {language!r}",
    },
    help={
        "en": "write it as `{{en: …, es: …}}`, with a line for each language",
        "es": "escríbelo como `{{en: …, es: …}}`, con una línea para cada idioma",
    },
    about={
        "es": """Un texto se da en uno de los idiomas del mapa y no en otro.

        El dibujo en ese idioma mezcla entonces idiomas, y quien solo lee uno se pierde una
        afirmación. Un idioma cuenta como del mapa en cuanto la mitad de sus textos se dan en él;
        antes, un solo aviso dice hasta dónde llega la traducción.""",
    },
    variants={
        "begun": Variant(
            {
                "en": "{given} of {all} texts are given in {language!r}",
                "es": "{given} de {all} textos se dan en {language!r}",
            },
            {
                "en": "translate the others too, or leave this language out",
                "es": "traduce también los demás, o quita este idioma",
            },
        )
    },
    certain=True,
)
