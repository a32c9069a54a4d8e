"""A `ref` names a claim that does not exist.

The reason that is meant is missing from the map, from its picture and from every verdict.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - ref: rian
    claims:
      rain: It rained all night.

Bad:

    argmap: 1
    title: A wet street
    include: {weather: weather.yaml}
    thesis:
      text: The street is wet.
      support:
        - ref: weather/rain
        - ref: whether/rain
        - ref: weather/snow

    # weather.yaml:
    argmap: 1
    title: The weather
    thesis: {id: rain, text: It rained all night.}

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - ref: rain
    claims:
      rain: It rained all night.
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.referring import is_unread, meant

_MANY = 100  # who has more of them, did not misspell a name


def check(scan: Scan) -> Iterator[Found]:
    """Yield each ref to nothing, save those to what could not be read."""
    lost = (one for one in scan.built.uses if not (one.known or is_unread(scan.built, one.ref)))
    for number, use in enumerate(lost):
        include, slash, claim = use.ref.partition("/")
        values = {"ref": use.ref, "include": include, "claim": claim}
        variant = ""
        if slash:
            variant = "claim" if include in scan.built.included else "include"
        near = meant(scan.built, use.ref) if number < _MANY else None
        yield Found(use.path, values, variant=variant, near=near)


RULE = Rule(
    code="AM103",
    slug="dangling-ref",
    severity=Severity.ERROR,
    check=check,
    message={"en": "no claim {ref!r}", "es": "no existe la afirmación {ref!r}"},
    help={
        "en": "name a claim by its `id`, or one of an included map as `name/id`",
        "es": "nombra una afirmación por su `id`, o la de un mapa incluido como `nombre/id`",
    },
    about={
        "es": """Un `ref` nombra una afirmación que no existe.

        La razón que se quería dar falta en el mapa, en su dibujo y en todo veredicto.""",
    },
    variants={
        "include": Variant(
            {
                "en": "no included map {include!r} for the ref {ref!r}",
                "es": "no hay ningún mapa incluido {include!r} para la referencia {ref!r}",
            },
            {
                "en": "list the map under `include`, as `{include}: its-file.yaml`",
                "es": "agrega el mapa a `include`, como `{include}: su-archivo.yaml`",
            },
        ),
        "claim": Variant(
            {
                "en": "no claim {claim!r} in the included map {include!r}",
                "es": "no existe la afirmación {claim!r} en el mapa incluido {include!r}",
            }
        ),
    },
    certain=True,
)
