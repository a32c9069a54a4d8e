"""A comment was meant to silence a rule, but has no effect.

The form is `# argmap: ignore[AM304] reason`, with codes or slugs in the brackets, several of them
apart by commas. `ignore-file` has to stand above everything else.

Bad:

    argmap: 1
    title: A wet street
    # argmap: ignore AM106
    thesis: The street is wet.

Bad:

    argmap: 1
    title: A wet street
    # argmap: ignore-file[AM106] other maps use these claims
    thesis: The street is wet.

Good:

    # argmap: ignore-file[AM106] other maps use these claims
    argmap: 1
    title: A wet street
    thesis: The street is wet.
    claims:
      rain: It rained all night.
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each such comment."""
    for one in scan.silenced.comments:
        if one.fault:
            yield Found(span=one.span, variant="place" if one.fault == "place" else "")


RULE = Rule(
    code="AM090",
    slug="unreadable-silencing",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "this comment silences nothing, for its form is not understood",
        "es": "este comentario no silencia nada, pues no se entiende su forma",
    },
    help={
        "en": "write `# argmap: ignore[AM304] reason`, with a code or slug in the brackets",
        "es": "escribe `# argmap: ignore[AM304] motivo`, con un código o nombre en los corchetes",
    },
    variants={
        "place": Variant(
            {
                "en": "`ignore-file` silences nothing here: it is not at the top",
                "es": "`ignore-file` no silencia nada aquí: no está al principio",
            },
            {
                "en": "move the comment above the first line of the map",
                "es": "pon el comentario encima de la primera línea del mapa",
            },
        )
    },
    about={
        "es": """Un comentario debía silenciar una regla, pero no hace nada.

        La forma es `# argmap: ignore[AM304] motivo`, con códigos o nombres en los corchetes, varios
        separados por comas. `ignore-file` tiene que estar encima de todo lo demás.""",
    },
    last=True,
    certain=True,
)
