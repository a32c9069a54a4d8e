"""One work is listed twice, under two ids.

The map then seems to rest on two sources where it rests on one, and a later correction reaches only
half of the citations.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Ana Ruiz, title: Uniforms, date: 2024, doi: 10.5555/12345}
      ruiz: {author: Ana Ruiz, title: Uniforms, date: 2024, doi: "https://doi.org/10.5555/12345"}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [study]
        - text: Pupils in uniform were late less often.
          cite: [ruiz]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: Uniforms, date: 2024, doi: 10.5555/12345}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [{source: ruiz, page: 12}]
        - text: Pupils in uniform were late less often.
          cite: [{source: ruiz, page: 19}]
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from argmap.linting import Also, Found, Measured, Mend, Rule, Scan, Variant
from argmap.model import Source
from argmap.problems import Severity
from argmap.repair.editing import Change, Remove, Replace
from argmap.review.sourcing import authors, cited, host

_DOI = re.compile(r"(?i)10\.\d{4,9}/\S+")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each source of this file that was listed before, here or in an included map."""
    first: dict[str, str] = {}
    sources = scan.map.sources
    for name in sorted(sources, key=lambda one: "/" not in one):
        marks = _marks(sources[name])
        other = next((first[mark] for mark in marks if mark in first), None)
        for mark in marks:
            first.setdefault(mark, name)
        if other is not None and "/" not in name:
            yield _found(scan, name, other)


def _found(scan: Scan, name: str, other: str) -> Found:
    values = {"name": name, "other": other}
    mend = Mend((*_cited_as(scan, name, other), Remove(("sources", name))), False, "merge")
    if "/" in other:
        return Found(("sources", name), values, key=True, variant="included", mend=mend)
    also = (Also(("sources", other), "first", key=True),)
    return Found(("sources", name), values, key=True, also=also, mend=mend)


def _cited_as(scan: Scan, name: str, other: str) -> Iterator[Change]:
    """Yield the changes by which what cites one source cites another."""
    for one in scan.once(cited):
        if one.citation.source == name:
            alone = one.citation.model_fields_set == {"source"}
            yield Replace(one.path if alone else (*one.path, "source"), other)


def _marks(source: Source) -> list[str]:
    """Return what two records of one work have in common, at least one of it."""
    found = []
    for text in (source.doi, source.url):
        if text and (doi := _DOI.search(text)):
            found.append(doi[0].lower().rstrip("."))
    if source.url and host(source.url):
        parts = urlsplit(source.url if "//" in source.url else f"//{source.url}")
        found.append(f"{host(source.url)}{parts.path.rstrip('/')}?{parts.query}")
    if source.title and source.author and source.date:
        told = (source.title, *authors(source), str(source.date), source.container or "")
        found.append("\n".join(told).casefold())
    return found


RULE = Rule(
    code="AM224",
    slug="duplicate-source",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "the source {name!r} is the same work as {other!r}",
        "es": "la fuente {name!r} es la misma obra que {other!r}",
    },
    help={
        "en": "keep one of the two, and cite it everywhere",
        "es": "conserva una de las dos, y cítala en todas partes",
    },
    about={
        "es": """Una obra consta dos veces, con dos identificadores.

        El mapa parece entonces basarse en dos fuentes cuando se basa en una, y una corrección
        posterior solo llega a la mitad de las citas.""",
    },
    variants={
        "included": Variant(
            {
                "en": "the source {name!r} is the same work as {other!r} of an included map",
                "es": "la fuente {name!r} es la misma obra que {other!r} de un mapa incluido",
            },
            {
                "en": "cite it as `{other}`, and take this one out",
                "es": "cítala como `{other}`, y quita esta",
            },
        )
    },
    notes={
        "first": {"en": "listed before as this", "es": "ya constaba así"},
        "merge": {"en": "cite {other!r} instead", "es": "citar {other!r} en su lugar"},
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 3, "maps written for it"),
)
