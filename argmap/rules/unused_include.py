"""A map is included, and nothing of it is used.

Every reader of this map has to have the other one as well, for nothing.

Bad:

    argmap: 1
    title: A wet street
    include: {weather: weather.yaml}
    thesis: The street is wet.

    # weather.yaml:
    argmap: 1
    title: The weather
    thesis: {id: rain, text: It rained all night.}

Good:

    argmap: 1
    title: A wet street
    include: {weather: weather.yaml}
    thesis:
      text: The street is wet.
      support:
        - ref: weather/rain

    # weather.yaml:
    argmap: 1
    title: The weather
    thesis: {id: rain, text: It rained all night.}
"""

from collections.abc import Iterator

from argmap.linting import Found, Mend, Rule, Scan
from argmap.problems import Severity
from argmap.repair.editing import Remove


def check(scan: Scan) -> Iterator[Found]:
    """Yield each include of which no claim, source or stakeholder is named."""
    if not scan.map.include:
        return
    named = {use.ref.partition("/")[0] for use in scan.built.uses}
    named |= {cite.source.partition("/")[0] for claim, _ in scan.claims for cite in claim.cite}
    named |= {name.partition("/")[0] for one, _ in scan.arguments for name in one.answers.values()}
    meant = {claim.stakeholder for claim, _ in scan.claims}
    for name in scan.map.include:
        other = scan.built.included.get(name)
        if name not in named and not (other and meant & set(other.stakeholders)):
            path = ("include", name)
            yield Found(path, {"include": name}, key=True, mend=Mend((Remove(path),)))


RULE = Rule(
    code="AM134",
    slug="unused-include",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "nothing of the included map {include!r} is used",
        "es": "no se usa nada del mapa incluido {include!r}",
    },
    help={
        "en": "refer to one of its claims, as `ref: {include}/…`, or take the line out",
        "es": "usa alguna de sus afirmaciones, como `ref: {include}/…`, o quita la línea",
    },
    about={
        "es": """Un mapa está incluido, y no se usa nada de él.

        Quien lea este mapa necesita también el otro, para nada.""",
    },
    whole=True,
    certain=True,
)
