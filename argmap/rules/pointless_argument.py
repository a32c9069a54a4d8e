"""An argument adds nothing: it bears on one of its own premises, or another says the same.

A claim is no reason for itself, and one that attacks itself makes every verdict on it empty. An
argument that is written twice counts twice where arguments are weighed.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      id: wet
      text: The street is wet.
      support:
        - ref: wet

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - id: rain
          text: It rained all night.
        - ref: rain

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - premises:
            - {id: rain, text: It rained all night.}
            - {ref: rain}

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - id: rain
          text: It rained all night.
          undercut:
            - ref: rain

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - id: rain
          text: It rained all night.
        - text: The sprinkler ran.
          support:
            - ref: rain
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Mend, Rule, Scan, Variant
from argmap.model import Argument
from argmap.positions import Path
from argmap.problems import Severity
from argmap.repair.editing import Remove


def check(scan: Scan) -> Iterator[Found]:
    """Yield each argument that stands on itself, and each that has been made before."""
    seen: dict[tuple[frozenset[str], str, str], Path] = {}
    for one, path in scan.arguments:
        premises = frozenset(one.premises)
        if len(premises) < len(one.premises):
            yield from _twice(one, path)
        if variant := _itself(scan, one, premises):
            yield _found(one, path, variant)
            continue
        first = seen.setdefault((premises, one.conclusion, one.polarity), path)
        if first != path:
            also = Also((*first, "ref"), "first")
            yield _found(one, path, "", also, safe=_is_bare(scan, one, path))


def _twice(argument: Argument, path: Path) -> Iterator[Found]:
    """Yield each premise that an argument has had before."""
    for number, premise in enumerate(argument.premises):
        first = argument.premises.index(premise)
        if first < number:
            place = (*path, "premises", number)
            yield Found(
                (*place, "ref"),
                {"premise": premise},
                variant="twice",
                also=(Also((*path, "premises", first), "first"),),
                mend=Mend((Remove(place),), safe=False),
            )


def _itself(scan: Scan, argument: Argument, premises: frozenset[str]) -> str:
    """Say how an argument stands on itself, if it does."""
    if argument.conclusion in premises:
        return "itself"
    target = scan.map.arguments.get(argument.conclusion)
    return "inference" if target and premises & set(target.premises) else ""


def _is_bare(scan: Scan, argument: Argument, path: Path) -> bool:
    """Tell whether an argument is a `ref` and nothing else, so that nothing is lost with it."""
    said = Argument(
        id=argument.id,
        premises=argument.premises[:1],
        conclusion=argument.conclusion,
        polarity=argument.polarity,
    )
    places = scan.built.places.values()
    return argument == said and sum(place[: len(path)] == path for place in places) == 1


def _found(argument: Argument, path: Path, variant: str, *also: Also, safe: bool = False) -> Found:
    premises = " + ".join(dict.fromkeys(argument.premises))
    return Found(
        (*path, "ref"),
        {"premises": premises, "conclusion": argument.conclusion},
        variant=variant,
        also=also,
        mend=Mend((Remove(path),), safe=safe),
    )


RULE = Rule(
    code="AM105",
    slug="pointless-argument",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "the same argument is made twice, from {premises!r} to {conclusion!r}",
        "es": "el mismo argumento se da dos veces, de {premises!r} a {conclusion!r}",
    },
    help={"en": "take it out, or give another reason", "es": "quítalo, o da otra razón"},
    variants={
        "itself": Variant(
            {
                "en": "the claim {conclusion!r} bears on itself",
                "es": "la afirmación {conclusion!r} se apoya o se ataca a sí misma",
            }
        ),
        "twice": Variant(
            {
                "en": "the premise {premise!r} stands twice in one argument",
                "es": "la premisa {premise!r} está dos veces en un argumento",
            }
        ),
        "inference": Variant(
            {
                "en": "a premise of the argument bears on the argument itself: {premises!r}",
                "es": "una premisa del argumento habla del propio argumento: {premises!r}",
            }
        ),
    },
    notes={"first": {"en": "first here", "es": "primero aquí"}},
    about={
        "es": """Un argumento no agrega nada: habla de una premisa suya, o ya está dicho.

        Una afirmación no es razón de sí misma, y si se ataca a sí misma vacía todo veredicto sobre
        ella. Un argumento escrito dos veces cuenta doble donde se ponderan los argumentos.""",
    },
    certain=True,
)
