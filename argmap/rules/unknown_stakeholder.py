"""A claim names a stakeholder that the map does not list.

Whose gain or loss it is cannot be shown by name, and a slip of the pen makes two stakeholders of
one.

Bad:

    argmap: 1
    title: A new road
    stakeholders:
      town: The town
    thesis:
      text: The town should build the road.
      support:
        - text: The town saves an hour a day.
          stakeholder: twon
        - text: The town sells more.
          stakeholder: town

Good:

    argmap: 1
    title: A new road
    stakeholders:
      town: The town
    thesis:
      text: The town should build the road.
      support:
        - text: The town saves an hour a day.
          stakeholder: town
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity
from argmap.text import nearest


def check(scan: Scan) -> Iterator[Found]:
    """Yield each name of a stakeholder that neither this map nor an included one lists."""
    if not scan.has_all("stakeholders", "include") or len(scan.built.included) < len(
        scan.map.include
    ):
        return
    known = set(scan.map.stakeholders)
    for other in scan.built.included.values():
        known.update(other.stakeholders)
    for claim, path in scan.claims:
        if claim.stakeholder and claim.stakeholder not in known:
            yield Found(
                (*path, "stakeholder"),
                {"stakeholder": claim.stakeholder},
                near=nearest(claim.stakeholder, sorted(known)),
            )


RULE = Rule(
    code="AM131",
    slug="unknown-stakeholder",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "no stakeholder {stakeholder!r}",
        "es": "no hay ninguna parte interesada {stakeholder!r}",
    },
    help={
        "en": "list it at the top under `stakeholders`, with its full name",
        "es": "agrégalo arriba en `stakeholders`, con su nombre completo",
    },
    about={
        "es": """Una afirmación nombra a una parte interesada que el mapa no enumera.

        No se puede mostrar por su nombre de quién es la ganancia o la pérdida, y un error de
        escritura convierte a una parte interesada en dos.""",
    },
    certain=True,
)
