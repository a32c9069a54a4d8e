"""A claim compares something with Hitler, Stalin or the like.

Such a comparison says how much one hates a thing and nothing about the thing. It ends a discussion
instead of winning it. History as such is not meant: a map may well speak of these people.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms are like something the Nazis would have liked.
          basis: value

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms teach pupils to obey without asking why.
          basis: value
"""

from collections.abc import Iterator

from argmap.language.prose import mentions
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_COMPARED = r"{comparing}\s+(?:[\w’']+\s+){0,4}?{villains}"


def check(scan: Scan) -> Iterator[Found]:
    """Yield each comparison with a villain that is not quoted."""
    for saying, match in mentions(scan, "villains", _COMPARED):
        yield Found(saying.path, {"words": match[0]}, span=saying.span(scan.document, match))


RULE = Rule(
    code="AM330",
    slug="rhetorical-comparison",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words!r}: what exactly is alike, and does it matter here?",
        "es": "{words!r}: ¿en qué se parecen exactamente, y qué importa aquí?",
    },
    help={
        "en": "name the feature that is bad, instead of someone who had it too",
        "es": "nombra el rasgo que es malo, en vez de a alguien que también lo tuvo",
    },
    about={
        "es": """Una afirmación compara algo con Hitler, Stalin o semejantes.

        Una comparación así dice cuánto se odia una cosa y nada sobre la cosa. Acaba con la
        discusión en vez de ganarla. No se trata de la historia: un mapa puede hablar de esas
        personas.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 10, "texts written for it"),
)
