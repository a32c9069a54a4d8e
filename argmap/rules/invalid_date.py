"""A source was looked at before it came out, or is of a day that does not exist.

One of the two dates is a slip, and an opponent who notices it will doubt the rest of the evidence
as well.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      survey:
        type: webpage
        title: What Parents Say
        publisher: Parents' Council
        date: 2025-05-10
        url: https://example.org/parents
        accessed: 2025-04-20
      study: {type: report, title: Uniforms, publisher: Department of Education, date: 2024-02-30}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Two thirds of all parents favor uniforms.
          cite: [survey]
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [study]

Good:

    argmap: 1
    title: School uniforms
    sources:
      survey:
        type: webpage
        title: What Parents Say
        publisher: Parents' Council
        date: 2025-05-10
        url: https://example.org/parents
        accessed: 2025-06-20
      study: {type: report, title: Uniforms, publisher: Department of Education, date: 2024-02-29}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Two thirds of all parents favor uniforms.
          cite: [survey]
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [study]
"""

from collections.abc import Iterator

from argmap.language.dating import is_before, is_possible, when
from argmap.linting import Also, Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.sourcing import own


def check(scan: Scan) -> Iterator[Found]:
    """Yield each date that cannot be, and each look at what had not come out."""
    for name, source, path in own(scan):
        published, accessed = when(source.date), when(source.accessed)
        for key, date in (("date", published), ("accessed", accessed)):
            if date and not is_possible(date):
                values = {"date": getattr(source, key), "name": name}
                yield Found((*path, key), values, variant="impossible")
        if published and accessed and is_before(accessed, published):
            yield Found(
                (*path, "accessed"),
                {"name": name, "date": source.date, "accessed": source.accessed},
                also=(Also((*path, "date"), "published"),),
            )


RULE = Rule(
    code="AM208",
    slug="invalid-date",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "{name!r} was looked at ({accessed}) before it came out ({date})",
        "es": "{name!r} se consultó ({accessed}) antes de publicarse ({date})",
    },
    help={
        "en": "correct the date that is wrong",
        "es": "corrige la fecha equivocada",
    },
    about={
        "es": """Una fuente se consultó antes de publicarse, o es de un día que no existe.

        Una de las dos fechas es un descuido, y el adversario que lo note dudará también de las
        demás pruebas.""",
    },
    variants={
        "impossible": Variant(
            {
                "en": "there is no such day or month as {date}, in the source {name!r}",
                "es": "no existe el día o el mes {date}, en la fuente {name!r}",
            },
            {
                "en": "write dates as year-month-day, as in `2025-11-22`",
                "es": "escribe las fechas como año-mes-día, por ejemplo `2025-11-22`",
            },
        )
    },
    notes={"published": {"en": "it came out on this date", "es": "se publicó en esta fecha"}},
    certain=True,
)
