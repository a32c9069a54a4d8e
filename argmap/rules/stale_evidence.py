"""A source is much older than the rest of the map.

Prices, crossings and opinions change, and "that was ten years ago" is an easy answer. Age is
measured against the newest date in the map (or a year that you set), not against today, so that a
map says the same whenever it is checked. Laws, definitions, values and claims that name an earlier
year themselves do not grow stale.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2009}
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Most parents favor uniforms.
          cite: [study]
        - text: A uniform costs families about 90 dollars a year.
          cite: [ruiz]

Good:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2009}
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: A majority of parents favored uniforms in 2008.
          cite: [study]
        - text: A uniform costs families about 90 dollars a year.
          cite: [ruiz]
"""

import re
from collections.abc import Iterator

from argmap.language.dating import when
from argmap.linting import Also, Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity
from argmap.review.sourcing import TIMELESS, Cited, cited, newest, own

_YEARS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LASTING = frozenset({"value", "definition", "policy", "plan", "question"})


def check(scan: Scan) -> Iterator[Found]:
    """Yield each source of this file that is too old for something that is taken from it."""
    latest = newest(scan.map.sources)
    year = int(scan.number("as-of")) or (latest[0] if latest else 0)
    told: set[str] = set()
    limit, trend = scan.number("max-age"), scan.number("max-trend-age")
    least = min(limit, trend)
    ages = {name: year - came[0] for name, one, _ in own(scan) if (came := when(one.date))}
    old = {name: age for name, age in ages.items() if age > least}
    for one in scan.once(cited) if old else ():
        name = one.citation.source
        age = old.get(name, 0)
        if age <= (trend if "trend" in one.claim.tags else limit) or name in told:
            continue
        if (date := _passing(one)) is not None:
            told.add(name)
            yield Found(
                ("sources", name, "date"),
                {"name": name, "date": date, "age": age, "year": year},
                also=(Also(one.path, "used"),),
            )


def _passing(one: Cited) -> int | None:
    """Return the year of a citation's source where what is cited may change with the years."""
    if one.work is None or one.work.type in TIMELESS or one.claim.kind in _LASTING:
        return None
    date = when(one.work.date)
    if date is None or any(int(year[0]) <= date[0] + 1 for year in _YEARS.finditer(one.claim.text)):
        return None
    return date[0]


RULE = Rule(
    code="AM207",
    slug="stale-evidence",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{name!r} is of {date}, {age} years before {year}; does it still hold?",
        "es": "{name!r} es de {date}, {age} años antes de {year}; ¿sigue siendo cierto?",
    },
    help={
        "en": "look for newer evidence, or say in the claim of which year it speaks",
        "es": "busca una prueba más reciente, o di en la afirmación de qué año habla",
    },
    about={
        "es": """Una fuente es mucho más antigua que el resto del mapa.

        Los precios, los cruces y las opiniones cambian, y «eso fue hace diez años» es una respuesta
        fácil. La edad se mide con la fecha más reciente del mapa (o un año que tú fijes), no con el
        día de hoy, para que un mapa diga lo mismo cuando se revise. Las leyes, las definiciones,
        los valores y lo que nombra un año anterior no envejecen.""",
    },
    notes={"used": {"en": "used here", "es": "se usa aquí"}},
    thresholds={
        "max-age": Threshold(
            5,
            {
                "en": "how many years older than the newest date in the map a source may be",
                "es": "cuántos años más antigua que la fecha más reciente puede ser una fuente",
            },
        ),
        "max-trend-age": Threshold(
            2,
            {
                "en": "the same for claims with the tag `trend`",
                "es": "lo mismo para las afirmaciones con la etiqueta `trend`",
            },
        ),
        "as-of": Threshold(
            0,
            {
                "en": "the year to measure against; 0 for the newest date in the map",
                "es": "el año con que se mide; 0 para la fecha más reciente del mapa",
            },
        ),
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 8, "a class's maps, sources written for it"),
)
