"""A source is of a type that there is not.

Types are those of CSL, which bibliographies are made with. A slip of the pen makes a work one of
no type: rules that ask a newspaper article for its paper, or a law for nothing, pass it over.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      orr:
        type: article-newspapre
        title: What uniforms cost
        author: Lena Orr
        publisher: The Herald
        date: 2024-05-03
    thesis:
      text: Our school should require uniforms.
      cite: [orr]

Good:

    argmap: 1
    title: School uniforms
    sources:
      orr:
        type: article-newspaper
        title: What uniforms cost
        author: Lena Orr
        publisher: The Herald
        date: 2024-05-03
    thesis:
      text: Our school should require uniforms.
      cite: [orr]
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity
from argmap.review.sourcing import own
from argmap.text import nearest

_TYPES = (  # of CSL 1.0.2
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview",
    "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score",
    "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
)  # fmt: skip


def check(scan: Scan) -> Iterator[Found]:
    """Yield the type of each source that is of none."""
    for _, source, path in own(scan):
        if source.type is not None and source.type not in _TYPES:
            near = nearest(source.type.lower().replace(" ", "-"), _TYPES)
            yield Found((*path, "type"), {"type": source.type}, near=near)


RULE = Rule(
    code="AM232",
    slug="unknown-source-type",
    severity=Severity.WARNING,
    check=check,
    message={"en": "no type of source {type!r}", "es": "no hay ningún tipo de fuente {type!r}"},
    help={
        "en": "name it as CSL does, such as `article-newspaper`, `book`, `report` or `webpage`",
        "es": "nómbralo como CSL, por ejemplo `article-newspaper`, `book`, `report` o `webpage`",
    },
    about={
        "es": """Una fuente es de un tipo que no existe.

        Los tipos son los de CSL, con los que se hacen las bibliografías. Un error de escritura deja
        la obra sin tipo: las reglas que piden a un artículo su periódico, o a una ley nada, la
        pasan por alto.""",
    },
    certain=True,
)
