"""A claim cites a source that the map does not list.

Nobody can look up what the claim is taken from.

Bad:

    argmap: 1
    title: A wet street
    sources:
      almanac: {title: The Almanac, author: Ana Ruiz, date: 2024}
    thesis:
      text: The street is wet.
      cite: [almanac]
      support:
        - text: It rained all night.
          cite: [almanach]
        - text: The gutters ran over.
          cite: [{source: gazette, page: 3}]

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
from argmap.review.referring import is_unread
from argmap.text import nearest


def check(scan: Scan) -> Iterator[Found]:
    """Yield each citation of a source that neither this map nor an included one lists."""
    if not scan.has_all("sources", "include"):
        return
    known = scan.map.sources
    for claim, path in scan.claims:
        for number, cite in enumerate(claim.cite):
            if cite.source not in known and not is_unread(scan.built, cite.source):
                place = (*path, "cite", number)
                if scan.document.is_collection(place):
                    place = (*place, "source")
                near = nearest(cite.source, known)
                yield Found(place, {"source": cite.source}, near=near)


RULE = Rule(
    code="AM230",
    slug="unknown-source",
    severity=Severity.ERROR,
    check=check,
    message={"en": "no source {source!r}", "es": "no hay ninguna fuente {source!r}"},
    help={
        "en": "list it at the top under `sources`, with title, author and date",
        "es": "agrégala arriba en `sources`, con título, autor y fecha",
    },
    about={
        "es": """Una afirmación cita una fuente que el mapa no enumera.

        Nadie puede consultar de dónde se toma la afirmación.""",
    },
    certain=True,
)
