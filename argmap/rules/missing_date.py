"""A source gives no year.

What was true of a school, a border or a price ten years ago need not be true today, and whoever
hears the evidence cannot tell without its date. A page that bears none is cited as `n.d.`, with
the day on which it was looked at.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      study: {type: report, title: Uniforms and Attendance, publisher: Department of Education}
      page:
        type: webpage
        title: Uniform Policy
        publisher: Lincoln School
        date: n.d.
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [{source: study, page: 12}]
        - text: Lincoln School has kept its uniforms for a decade.
          cite: [page]

Good:

    argmap: 1
    title: School uniforms
    sources:
      study:
        type: report
        title: Uniforms and Attendance
        publisher: Department of Education
        date: 2024
      page:
        type: webpage
        title: Uniform Policy
        publisher: Lincoln School
        date: n.d.
        accessed: 2025-09-01
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [{source: study, page: 12}]
        - text: Lincoln School has kept its uniforms for a decade.
          cite: [page]
"""

from collections.abc import Iterator

from argmap.language.dating import is_undated, when
from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.sourcing import own


def check(scan: Scan) -> Iterator[Found]:
    """Yield each source without a year, unless it says that it bears none and when it was seen."""
    for name, source, path in own(scan):
        values = {"name": name, "date": source.date}
        if source.date is None:
            if source.type != "classic":
                yield Found(path, values, key=True)
        elif is_undated(source.date):
            if source.accessed is None:
                yield Found((*path, "date"), values, variant="undated")
        elif when(source.date) is None:
            yield Found((*path, "date"), values, variant="yearless")


RULE = Rule(
    code="AM203",
    slug="missing-date",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the source {name!r} has no date",
        "es": "la fuente {name!r} no tiene fecha",
    },
    help={
        "en": "add `date`, at least the year; for a work that bears none, write `date: n.d.`",
        "es": "agrega `date`, al menos el año; si la obra no la lleva, escribe `date: s. f.`",
    },
    about={
        "es": """Una fuente no da ningún año.

        Lo que era cierto de una escuela, una frontera o un precio hace diez años no tiene por qué
        serlo hoy, y quien oye la prueba no puede saberlo sin su fecha. Una página sin fecha se cita
        como `s. f.`, con el día en que se consultó.""",
    },
    variants={
        "undated": Variant(
            {
                "en": "the source {name!r} is undated, and does not say when it was looked at",
                "es": "la fuente {name!r} no lleva fecha ni dice cuándo se consultó",
            },
            {
                "en": "add `accessed`, the day on which you looked at it",
                "es": "agrega `accessed`, el día en que la consultaste",
            },
        ),
        "yearless": Variant(
            {
                "en": "the date {date!r} of the source {name!r} gives no year",
                "es": "la fecha {date!r} de la fuente {name!r} no da el año",
            },
            {
                "en": "give at least the year, as in `date: 2025-11-22` or `date: 2025`",
                "es": "da al menos el año, como en `date: 2025-11-22` o `date: 2025`",
            },
        ),
    },
    profiles=("classroom", "tournament", "publish"),
    severities={"tournament": Severity.ERROR},
    certain=True,
)
