"""A word judges people or things before anything has been argued.

"Illegals flood the border" has its conclusion built in. Whoever does not share it stops listening,
and the map proves nothing to anyone who did not believe it already. The list is short, and a school
can change it: set `words` in the configuration. What stands in quotation marks is not looked at.

Bad:

    argmap: 1
    title: The border
    thesis: Congress should act against the swarms at the border.

Good:

    argmap: 1
    title: The border
    thesis: Congress should act against the rise of unauthorised crossings.
"""

from collections.abc import Iterator

from argmap.language.prose import mentions
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each loaded word that is not someone else's."""
    for saying, match in mentions(scan, "loaded"):
        yield Found(saying.path, {"words": match[0]}, span=saying.span(scan.document, match))


RULE = Rule(
    code="AM324",
    slug="loaded-language",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r} already judges: what is the neutral word?",
        "es": "{words!r} ya juzga: ¿cuál es la palabra neutral?",
    },
    help={
        "en": "say what is the case, and let the reasons judge",
        "es": "di lo que ocurre y deja que juzguen las razones",
    },
    about={
        "es": """Una palabra juzga a personas o cosas antes de que se haya argumentado nada.

        «Una plaga de ilegales» lleva la conclusión dentro. Quien no la comparte deja de escuchar, y
        el mapa no prueba nada a quien no lo creyera ya. La lista es corta y una escuela puede
        cambiarla: pon `words` en la configuración. Lo que va entre comillas no se mira.""",
    },
    measured=Measured(2, 12, "six maps, AIF, microtexts, Argdown, own texts"),
)
