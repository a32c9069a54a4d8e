"""Two claims, arguments or criteria have the same id.

A `ref` to the id can mean only one of them: it means the first.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - {id: rain, text: It rained all night.}
        - {id: rain, text: It rained this morning.}

Bad:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    criteria:
      - {id: cost, text: Costs little}
      - {id: cost, text: Costs no homes}
    options:
      - text: The town should build the north road.
        support:
          - {text: The north road crosses no houses., criterion: cost}
      - The town should build the south road.

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - {id: rain-night, text: It rained all night.}
        - {id: rain-morning, text: It rained this morning.}
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Rule, Scan
from argmap.positions import Path
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each place at which an id is given again."""
    for path, name, first in scan.built.repeated:
        yield _found(path, name, first)
    seen: dict[str, Path] = {}
    for number, one in enumerate(scan.map.criteria):
        path = ("criteria", number)
        if seen.setdefault(one.id, path) != path:
            yield _found(path, one.id, seen[one.id])


def _found(path: Path, name: str, first: Path) -> Found:
    listed = _is_listed(path)
    also = Also(first if _is_listed(first) else (*first, "id"), "first", key=_is_listed(first))
    return Found(path if listed else (*path, "id"), {"id": name}, key=listed, also=(also,))


def _is_listed(path: Path) -> bool:
    """Tell whether the id is the key under `claims`."""
    return len(path) == 2 and path[0] == "claims"


RULE = Rule(
    code="AM130",
    slug="duplicate-id",
    severity=Severity.ERROR,
    check=check,
    message={"en": "the id {id!r} is taken", "es": "el id {id!r} ya está en uso"},
    help={
        "en": "give it another id; to use the first one here, write `ref: {id}` instead",
        "es": "dale otro id; para usar el primero aquí, escribe `ref: {id}`",
    },
    notes={"first": {"en": "first given here", "es": "dado primero aquí"}},
    about={
        "es": """Dos afirmaciones, argumentos o criterios tienen el mismo id.

        Un `ref` a ese id solo puede referirse a uno de ellos: se refiere al primero.""",
    },
    certain=True,
)
