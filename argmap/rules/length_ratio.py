"""A translation is much longer or shorter than the original.

Spanish takes about a fifth more room than English. Where one text is half of the other, something
was left out, or added that the original does not say.

Bad:

    argmap: 1
    title: {en: School uniforms, es: Uniformes escolares}
    thesis:
      text:
        en: Our school should require uniforms of all pupils from the autumn of 2027 on.
        es: Hacen falta uniformes en 2027.

Good:

    argmap: 1
    title: {en: School uniforms, es: Uniformes escolares}
    thesis:
      text:
        en: Our school should require uniforms of all pupils from the autumn of 2027 on.
        es: Nuestra escuela debería exigir uniforme a todos los alumnos desde el otoño de 2027.
"""

from collections.abc import Iterator

from argmap.language.paralleling import parallels
from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity

_SHORTEST = 40  # characters; short texts vary
_ROOM = 10  # characters by which any text may be shorter than the ratio allows, twice that longer


def check(scan: Scan) -> Iterator[Found]:
    """Yield each Spanish text that is too long or too short beside its English one."""
    least, most = scan.number("min-ratio"), scan.number("max-ratio")
    for one in scan.once(parallels):
        english, spanish = one.texts.get("en", ""), one.texts.get("es", "")
        if min(len(english), len(spanish)) and max(len(english), len(spanish)) >= _SHORTEST:
            ratio = len(spanish) / len(english)
            room = _ROOM / len(english)
            if not least - room <= ratio <= most + 2 * room:
                yield Found(one.at("es"), {"percent": f"{100 * ratio:.0f}"})


RULE = Rule(
    code="AM604",
    slug="length-ratio",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "the Spanish text has {percent}% of the length of the English one",
        "es": "el texto español tiene el {percent} % de la longitud del inglés",
    },
    help={
        "en": "see whether both say the same",
        "es": "comprueba que ambos digan lo mismo",
    },
    about={
        "es": """Una traducción es mucho más larga o más corta que el original.

        El español ocupa alrededor de un quinto más que el inglés. Si un texto es la mitad del otro,
        se ha omitido algo, o se ha agregado algo que el original no dice.""",
    },
    thresholds={
        "min-ratio": Threshold(
            0.7,
            {
                "en": "the least length of a Spanish text, as a share of the English one",
                "es": "la longitud mínima de un texto español, como parte del inglés",
            },
        ),
        "max-ratio": Threshold(
            1.6,
            {
                "en": "the greatest length of a Spanish text, as a share of the English one",
                "es": "la longitud máxima de un texto español, como parte del inglés",
            },
        ),
    },
    measured=Measured(0, 5, "pairs of texts written for it"),
)
