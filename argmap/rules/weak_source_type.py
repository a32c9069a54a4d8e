"""A claim rests on nothing but what anyone may write: a wiki, a blog, a post, a debate brief.

Such pages are a good start: they name the report or the study behind them. Whoever cites that
instead need not defend the page. Where an author's qualifications are given, the word is the
author's and not the platform's.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      wiki:
        type: webpage
        title: School uniform
        publisher: Wikipedia
        date: 2025
        url: https://en.wikipedia.org/wiki/School_uniform
        accessed: 2025-09-01
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Japanese schools have had uniforms since the 19th century.
          cite: [wiki]

Good:

    argmap: 1
    title: School uniforms
    sources:
      history: {type: book, author: Ana Ruiz, title: A History of School Dress, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Japanese schools have had uniforms since the 19th century.
          cite: [{source: history, page: 31}]
"""

import re
from collections.abc import Iterator

from argmap.linting import Also, Found, Measured, Rule, Scan, Variant
from argmap.model import Source
from argmap.problems import Severity
from argmap.review.sourcing import authors, cited, is_at, is_body, own

_WIKI = re.compile(r"(?i)\bwiki(?:pedia|how|quote)\b|\bfandom\.com\b")
_BRIEF = re.compile(r"(?i)\b(?:debate|champion|victory) briefs?\b|\bcore file\b|\bopencaselist\b")
_TYPES = {"post": "social", "post-weblog": "blog"}
_SITES = {"wikis": "", "briefs": "brief", "blogs": "blog", "posts": "social"}


def check(scan: Scan) -> Iterator[Found]:
    """Yield each weak source that is all that some claim has."""
    weak = {name: kind for name, one, _ in own(scan) if (kind := _kind(one)) is not None}
    if not weak:
        return
    told = set()
    for one in scan.once(cited):
        name = one.citation.source
        if name in weak and name not in told and all(c.source in weak for c in one.claim.cite):
            told.add(name)
            yield Found(
                ("sources", name), {"name": name}, key=True, variant=weak[name],
                also=(Also(one.path, "alone"),),
            )  # fmt: skip


def _kind(source: Source) -> str | None:
    """Return which weak kind a source is of, as a variant of the message, or None."""
    where = " ".join(filter(None, (source.publisher, source.container, *authors(source))))
    if _WIKI.search(where):
        return ""
    if _BRIEF.search(f"{where} {source.title}"):
        return "brief"
    if source.qualifications or any(_is_office(one) for one in authors(source)):
        return None
    if source.type in _TYPES:
        return _TYPES[source.type]
    return next((kind for sites, kind in _SITES.items() if is_at(source.url, sites)), None)


def _is_office(name: str) -> bool:
    """Tell whether an author is an institution; one word in small letters is rather a handle."""
    return is_body(name) and (" " in name or name.isupper())


RULE = Rule(
    code="AM213",
    slug="weak-source-type",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{name!r} is a wiki page that anyone may change; what does it cite?",
        "es": "{name!r} es una página wiki que cualquiera puede cambiar; ¿qué fuentes cita?",
    },
    help={
        "en": "follow it to the report, study or paper behind it, and cite that as well",
        "es": "sigue sus citas hasta el informe o estudio en que se basa, y cítalo también",
    },
    about={
        "es": """Una afirmación solo se apoya en una fuente que cualquiera puede escribir: una wiki,
        un blog, una publicación en redes, un dosier de debate.

        Tales páginas son un buen comienzo: nombran el informe o el estudio que hay detrás. Quien
        cita este no tiene que defender la página. Si se dan las credenciales del autor, la palabra
        es suya y no de la plataforma.""",
    },
    variants={
        "blog": Variant(
            {
                "en": "{name!r} is a blog whose author's qualifications are not given",
                "es": "{name!r} es un blog de cuyo autor no se dan credenciales",
            },
            {
                "en": "say under `qualifications` who the author is, or cite the work behind it",
                "es": "di en `qualifications` quién es el autor, o cita la obra en que se basa",
            },
        ),
        "social": Variant(
            {
                "en": "{name!r} is a post whose author's qualifications are not given",
                "es": "{name!r} es una publicación en redes de cuyo autor no se dan credenciales",
            },
            {
                "en": "say under `qualifications` who the author is, or cite the work behind it",
                "es": "di en `qualifications` quién es el autor, o cita la obra en que se basa",
            },
        ),
        "brief": Variant(
            {
                "en": "{name!r} is a debate brief, which quotes others; whom does it quote here?",
                "es": "{name!r} es un dosier de debate, que cita a otros; ¿a quién cita aquí?",
            }
        ),
    },
    notes={"alone": {"en": "this is all that it cites", "es": "no cita nada más"}},
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 7, "a class's maps, sources written for it"),
)
