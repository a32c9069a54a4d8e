"""A source is listed, and no claim cites it.

A bibliography should hold what the map rests on. The claims that are taken from this source do not
say so, or the source is left over.

Bad:

    argmap: 1
    title: A wet street
    sources:
      almanac: {title: The Almanac, author: Ana Ruiz, date: 2024}
      gazette: {title: The Gazette, author: Leo Cruz, date: 2024}
    thesis:
      text: The street is wet.
      support:
        - text: It rained all night.
          cite: [almanac]

Good:

    argmap: 1
    title: A wet street
    sources:
      almanac: {title: The Almanac, author: Ana Ruiz, date: 2024}
    thesis:
      text: The street is wet.
      support:
        - text: It rained all night.
          cite: [almanac]
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each source of this file that nothing cites; a map without roots serves others."""
    if not scan.map.sources or not scan.map.roots:
        return
    cited = {cite.source for claim in scan.map.claims.values() for cite in claim.cite}
    for name in scan.map.sources:
        if name not in cited and "/" not in name:
            yield Found(("sources", name), {"source": name}, key=True)


RULE = Rule(
    code="AM231",
    slug="unused-source",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "no claim cites the source {source!r}",
        "es": "ninguna afirmación cita la fuente {source!r}",
    },
    help={
        "en": "cite it, as `cite: [{source}]`, or take it out",
        "es": "cítala, como `cite: [{source}]`, o quítala",
    },
    about={
        "es": """Una fuente consta, y ninguna afirmación la cita.

        Una bibliografía debe tener aquello en que se basa el mapa. Las afirmaciones tomadas de
        esta fuente no lo dicen, o la fuente sobra.""",
    },
    whole=True,
    certain=True,
)
