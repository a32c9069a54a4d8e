"""A test under `expect`, or an answer to a critical question, names a claim that does not exist.

The verdict that is expected can never be found, and the question stays open.

Bad:

    argmap: 1
    title: A wet street
    thesis: {id: wet, text: The street is wet.}
    expect:
      grounded: {in: [wett]}
      strength: {wed: ">= 0.5"}

Bad:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    options:
      - {id: north, text: The town should build the north road.}
      - id: south
        text: The town should build the south road.
        support:
          - {id: flat, text: The land in the south is flat.}
    expect:
      ranking: [north, flat]

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - text: The gutters are full.
          scheme: sign
          answers: {other-causes: no-hose}

Good:

    argmap: 1
    title: A wet street
    thesis: {id: wet, text: The street is wet.}
    expect:
      grounded: {in: [wet]}
      strength: {wet: ">= 0.5"}
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan, Variant
from argmap.model import Expectation
from argmap.positions import Path
from argmap.problems import Severity
from argmap.review.referring import is_known, is_unread, meant
from argmap.text import nearest


def check(scan: Scan) -> Iterator[Found]:
    """Yield each name of no claim, and in a ranking each of no option."""
    argmap, built = scan.map, scan.built
    for argument, path in scan.arguments:
        for question, name in argument.answers.items():
            if not is_known(built, name) and not is_unread(built, name):
                place = (*path, "answers", question)
                yield Found(place, {"claim": name}, near=meant(built, name))
    if argmap.expect is None:
        return
    for place, name, key in _named(argmap.expect):
        if name not in argmap.claims and name not in argmap.arguments:
            near = nearest(name, argmap.claims)
            yield Found(("expect", *place), {"claim": name}, key=key, near=near)
        elif place[0] == "ranking" and name not in argmap.options:
            near = nearest(name, argmap.options)
            yield Found(("expect", *place), {"claim": name}, variant="option", near=near)


def _named(expect: Expectation) -> Iterator[tuple[Path, str, bool]]:
    """Yield each name with its place, and whether it is a key."""
    for semantics, labels in expect.labels.items():
        for label, names in (
            ("in", labels.accepted),
            ("out", labels.rejected),
            ("undecided", labels.undecided),
        ):
            for number, name in enumerate(names):
                yield (semantics, label, number), name, False
    for name in expect.strength:
        yield ("strength", name), name, True
    for number, name in enumerate(expect.ranking):
        yield ("ranking", number), name, False


RULE = Rule(
    code="AM135",
    slug="unknown-claim",
    severity=Severity.ERROR,
    check=check,
    message={"en": "no claim {claim!r}", "es": "no existe la afirmación {claim!r}"},
    help={
        "en": "name a claim of this map by its `id`",
        "es": "nombra una afirmación de este mapa por su `id`",
    },
    variants={
        "option": Variant(
            {
                "en": "{claim!r} is not one of the options that are ranked",
                "es": "{claim!r} no es ninguna de las opciones que se ordenan",
            },
            {
                "en": "name only claims that stand under `options`",
                "es": "nombra solo afirmaciones que estén en `options`",
            },
        )
    },
    about={
        "es": """Una prueba de `expect`, o una respuesta, nombra una afirmación que no existe.

        El veredicto que se espera no se puede hallar, y la pregunta crítica queda abierta.""",
    },
    whole=True,
    certain=True,
)
