"""A source names neither an author nor a publisher.

Who says it decides how far a listener may trust it, and it is the first thing that an opponent
asks. Where a work is not signed, the institution, the paper or the site that brought it out stands
for it. Laws, treaties and rulings need no author.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      study:
        type: report
        title: Uniforms and Attendance
        date: 2024
        url: https://example.org/uniforms.pdf
        accessed: 2025-09-01
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [{source: study, page: 12}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      study:
        type: report
        title: Uniforms and Attendance
        publisher: Department of Education
        date: 2024
        url: https://example.org/uniforms.pdf
        accessed: 2025-09-01
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [{source: study, page: 12}]
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity
from argmap.review.sourcing import TIMELESS, own


def check(scan: Scan) -> Iterator[Found]:
    """Yield each source for which nobody stands."""
    for name, source, path in own(scan):
        if not (source.author or source.publisher or source.container or source.type in TIMELESS):
            yield Found(path, {"name": name}, key=True)


RULE = Rule(
    code="AM202",
    slug="missing-author",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the source {name!r} names neither an author nor a publisher",
        "es": "la fuente {name!r} no nombra ni autor ni editor",
    },
    help={
        "en": "add `author`, or `publisher` for what an institution, a paper or a site brought out",
        "es": "agrega `author`, o `publisher` si es de una institución, un periódico o un sitio",
    },
    about={
        "es": """Una fuente no nombra ni autor ni editor.

        Quién lo dice decide cuánto puede fiarse el oyente, y es lo primero que pregunta el
        adversario. Si una obra no está firmada, responde por ella la institución, el periódico o el
        sitio que la publicó. Las leyes, los tratados y las sentencias no necesitan autor.""",
    },
    profiles=("classroom", "tournament", "publish"),
    certain=True,
)
