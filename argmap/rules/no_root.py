"""A map has neither a thesis nor options.

Whoever opens the map cannot see what all of it is for, and there is nothing to draw, to weigh or
to debate. A file that has only `claims` may be meant for others to include, so that is no error.

Bad:

    argmap: 1
    title: School uniforms

Good:

    argmap: 1
    title: School uniforms
    thesis: Our school should require uniforms.
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where nothing stands on top, not even a ref that leads nowhere."""
    argmap = scan.map
    if argmap.roots or any(use.path[0] in ("thesis", "options") for use in scan.built.uses):
        return
    yield Found(("title",), key=True, variant="library" if argmap.claims else "")


RULE = Rule(
    code="AM101",
    slug="no-root",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "the map has no thesis and no options",
        "es": "el mapa no tiene ni tesis ni opciones",
    },
    help={
        "en": "write the claim that is debated under `thesis`, or rival answers under `options`",
        "es": "escribe la afirmación debatida en `thesis`, o las respuestas rivales en `options`",
    },
    about={
        "es": """Un mapa no tiene ni tesis ni opciones.

        Quien abre el mapa no ve para qué sirve todo, y no hay nada que dibujar, ponderar o debatir.
        Un archivo que solo tiene `claims` puede estar pensado para que otros lo incluyan, así que
        eso no es un error.""",
    },
    variants={
        "library": Variant(
            {
                "en": "the map has no thesis and no options: its claims only serve other maps",
                "es": "el mapa no tiene ni tesis ni opciones: solo sirve a otros mapas",
            },
            severity=Severity.INFO,
        )
    },
    whole=True,
    certain=True,
)
