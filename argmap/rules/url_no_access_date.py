"""A source with a web address does not say when it was looked at.

Pages change and vanish. With the day on which you read it, a reader can ask an archive for the page
as it stood then. A work with a DOI stays as it is, so it needs none.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      page:
        type: webpage
        title: What Uniforms Cost
        publisher: Consumer Council
        date: 2025-03-10
        url: https://example.org/uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: A uniform costs families about 90 dollars a year.
          cite: [page]

Good:

    argmap: 1
    title: School uniforms
    sources:
      page:
        type: webpage
        title: What Uniforms Cost
        publisher: Consumer Council
        date: 2025-03-10
        url: https://example.org/uniforms
        accessed: 2025-09-01
    thesis:
      text: Our school should require uniforms.
      support:
        - text: A uniform costs families about 90 dollars a year.
          cite: [page]
"""

from collections.abc import Iterator

from argmap.language.dating import when
from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.sourcing import host, own


def check(scan: Scan) -> Iterator[Found]:
    """Yield each address without a day of access."""
    for name, source, path in own(scan):
        if source.accessed is None:
            if source.url and not _is_lasting(source.url, source.doi):
                yield Found((*path, "url"), {"name": name})
        elif when(source.accessed) is None:
            values = {"name": name, "date": source.accessed}
            yield Found((*path, "accessed"), values, variant="yearless")


def _is_lasting(url: str, doi: str | None) -> bool:
    """Tell whether a work has an address that is kept up for good."""
    return doi is not None or host(url) in ("doi.org", "dx.doi.org", "hdl.handle.net")


RULE = Rule(
    code="AM205",
    slug="url-no-access-date",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the source {name!r} has an address, but no day on which it was looked at",
        "es": "la fuente {name!r} tiene dirección, pero no el día en que se consultó",
    },
    help={
        "en": "write the day, as in `accessed: 2025-11-22`",
        "es": "escribe el día, como en `accessed: 2025-11-22`",
    },
    about={
        "es": """Una fuente con dirección web no dice cuándo se consultó.

        Las páginas cambian y desaparecen. Con el día en que la leíste, el lector puede pedir a un
        archivo la página tal como era entonces. Una obra con DOI no cambia, así que no lo
        necesita.""",
    },
    variants={
        "yearless": Variant(
            {
                "en": "the source {name!r} was looked at {date!r}, which is no date",
                "es": "la fuente {name!r} se consultó {date!r}, que no es una fecha",
            }
        )
    },
    profiles=("classroom", "tournament", "publish"),
    certain=True,
)
