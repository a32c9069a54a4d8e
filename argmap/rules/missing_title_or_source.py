"""A source has no title, or is part of something that is not named.

Without both, nobody can find the work and hold the claim against it: the opponent, the judge, or
you yourself a month later. An article stands in a paper or journal, a chapter in a book, a page on
a site. An address or a DOI says where it is; what an institution wrote, it also brought out.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {type: article-newspaper, author: Ana Ruiz, publisher: El Diario, date: 2024-05-03}
      smith: {type: article-journal, author: Joan Smith, title: Dress and Discipline, date: 2023}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Pupils in uniform were late less often.
          cite: [{source: ruiz, paragraph: 4}, {source: smith, page: 12}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz:
        type: article-newspaper
        author: Ana Ruiz
        title: The Price of a Uniform
        publisher: El Diario
        date: 2024-05-03
      smith:
        type: article-journal
        author: Joan Smith
        title: Dress and Discipline
        container: Journal of School Policy
        date: 2023
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Pupils in uniform were late less often.
          cite: [{source: ruiz, paragraph: 4}, {source: smith, page: 12}]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.model import Source
from argmap.problems import Severity
from argmap.review.sourcing import PERSONAL, authors, is_body, own


def check(scan: Scan) -> Iterator[Found]:
    """Yield each source without a title, and each that stands nowhere."""
    for name, source, path in own(scan):
        if source.title is None and source.type not in PERSONAL:
            yield Found(path, {"name": name}, key=True)
        if not _is_placed(source):
            yield Found(path, {"name": name}, key=True, variant="place")


def _is_placed(source: Source) -> bool:
    """Tell whether a source says where it stands, or is a work by itself."""
    if source.publisher or source.container or source.url or source.doi:
        return True
    part = source.type is not None and source.type.startswith(_PARTS)
    return not part or any(is_body(one) for one in authors(source))


_PARTS = (
    "article",
    "broadcast",
    "chapter",
    "entry",
    "paper-conference",
    "post",
    "review",
    "webpage",
)


RULE = Rule(
    code="AM204",
    slug="missing-title-or-source",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the source {name!r} has no title",
        "es": "la fuente {name!r} no tiene título",
    },
    help={
        "en": "add `title`, as the work itself gives it",
        "es": "agrega `title`, tal como lo da la obra",
    },
    about={
        "es": """Una fuente no tiene título, o es parte de algo que no se nombra.

        Sin ambas cosas nadie puede encontrar la obra y cotejar con ella la afirmación: ni el
        adversario, ni el juez, ni tú mismo un mes después. Un artículo está en un periódico o una
        revista, un capítulo en un libro, una página en un sitio. Una dirección o un DOI dicen dónde
        está; lo que escribe una institución, también lo publica.""",
    },
    variants={
        "place": Variant(
            {
                "en": "the source {name!r} does not say where it came out",
                "es": "la fuente {name!r} no dice dónde se publicó",
            },
            {
                "en": "add `container` (journal, book, site), `publisher`, `url` or `doi`",
                "es": "agrega `container` (revista, libro, sitio), `publisher`, `url` o `doi`",
            },
        )
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 10, "six maps, sources written for it"),
)
