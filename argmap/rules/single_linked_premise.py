"""Linked `premises` hold only one premise.

`premises` says that claims count only together. With one claim there is nothing to link: either
the second premise is missing, or the claim can stand in the list by itself.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - premises:
            - It rained all night.

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - premises:
            - It rained all night.
            - Nothing covers the street.
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each argument that is written with `premises` and has one, and no id of its own."""
    refs = {use.path for use in scan.built.uses}
    for argument, path in scan.arguments:
        place = (*path, "premises", 0)
        linked = scan.built.places.get(argument.premises[0]) == place or (*place, "ref") in refs
        if linked and len(argument.premises) == 1 and "." in argument.id:
            yield Found((*path, "premises"), {"claim": argument.premises[0]}, key=True)


RULE = Rule(
    code="AM139",
    slug="single-linked-premise",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "only one premise is linked, {claim!r}",
        "es": "solo hay una premisa enlazada, {claim!r}",
    },
    help={
        "en": "add the premise with which it counts, or write the claim without `premises`",
        "es": "agrega la premisa con la que cuenta, o escribe la afirmación sin `premises`",
    },
    about={
        "es": """Unas `premises` enlazadas tienen una sola premisa.

        `premises` dice que las afirmaciones solo cuentan juntas. Con una sola no hay nada que
        enlazar: o falta la segunda premisa, o la afirmación puede estar sola en la lista.""",
    },
    whole=True,
    certain=True,
)
