"""Most citations come from one source or one outlet, or none of them is first-hand.

Evidence that comes from one hand shares its blind spots. Two outlets that do not copy from each
other, and the law, the figures or the speech itself beside what papers say of them, are harder to
answer. The map of a single document is one-sided by intention: silence the rule for that file.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - {text: Pupils in uniform are late less often., cite: [{source: ruiz, page: 4}]}
        - {text: Pupils in uniform stay for more lessons., cite: [{source: ruiz, page: 9}]}
        - {text: Uniforms reduce theft on campus., cite: [{source: ruiz, page: 12}]}
      attack:
        - {text: Uniforms cost large families dearly., cite: [{source: ruiz, page: 30}]}
        - {text: Uniforms bore pupils., cite: [{source: ruiz, page: 31}]}

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2025}
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - {text: Pupils in uniform are late less often., cite: [{source: study, page: 4}]}
        - {text: Pupils in uniform stay for more lessons., cite: [{source: study, page: 9}]}
        - {text: Uniforms reduce theft on campus., cite: [{source: ruiz, page: 12}]}
      attack:
        - {text: Uniforms cost large families dearly., cite: [{source: ruiz, page: 30}]}
        - {text: Uniforms bore pupils., cite: [{source: ruiz, page: 31}]}
"""

from collections import Counter
from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold, Variant
from argmap.problems import Severity
from argmap.review.sourcing import LAW, PERSONAL, outlet

_PRIMARY = LAW | PERSONAL | {"dataset", "report", "standard", "patent", "document", "classic"}


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding for a map that draws on too few hands."""
    sources = scan.map.sources
    counts = Counter(
        one.source
        for claim in scan.map.claims.values()
        for one in claim.cite
        if one.source in sources
    )
    total = counts.total()
    if total < scan.number("min-citations") or not any("/" not in name for name in sources):
        return
    if len(counts) == 1:
        yield Found(("sources",), {"count": total, "name": next(iter(counts))}, key=True)
        return
    outlets: Counter[str] = Counter()
    for name, count in counts.items():
        outlets[outlet(sources[name]) or name] += count
    name, most = outlets.most_common(1)[0]
    if len(counts) > 2 and most > scan.number("max-outlet-share") * total:
        values = {"share": f"{most / total:.0%}", "name": name}
        yield Found(("sources",), values, key=True, variant="outlet")
    types = {sources[name].type for name in counts}
    if len(counts) > 3 and None not in types and not types & _PRIMARY:
        yield Found(("sources",), {"count": len(counts)}, key=True, variant="primary")


RULE = Rule(
    code="AM211",
    slug="source-diversity",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "all {count} citations are of one source, {name!r}",
        "es": "las {count} citas son de una sola fuente, {name!r}",
    },
    help={
        "en": "look for a second source that does not draw on the first",
        "es": "busca una segunda fuente que no se base en la primera",
    },
    about={
        "es": """La mayoría de las citas vienen de una fuente o de un medio, o ninguna es de primera
        mano.

        Las pruebas que vienen de una sola mano comparten sus puntos ciegos. Dos medios que no se
        copian, y la ley, las cifras o el discurso mismos junto a lo que los periódicos dicen de
        ellos, son más difíciles de rebatir. El mapa de un solo documento es parcial a propósito:
        silencia la regla en ese archivo.""",
    },
    variants={
        "outlet": Variant(
            {
                "en": "{share} of the citations come from one outlet, {name!r}",
                "es": "el {share} de las citas vienen de un solo medio, {name!r}",
            },
            {
                "en": "look for outlets that do not share its view",
                "es": "busca medios que no compartan su punto de vista",
            },
        ),
        "primary": Variant(
            {
                "en": "none of the {count} sources is first-hand: no law, data, report or speech",
                "es": "ninguna de las {count} fuentes es directa: ni ley, ni datos, ni informe",
            },
            {
                "en": "cite the law, the figures or the words themselves as well",
                "es": "cita también la ley, las cifras o las palabras mismas",
            },
        ),
    },
    thresholds={
        "min-citations": Threshold(
            5,
            {
                "en": "how many citations a map has before this matters",
                "es": "cuántas citas tiene un mapa para que esto importe",
            },
        ),
        "max-outlet-share": Threshold(
            0.5,
            {
                "en": "how large a part of the citations may come from one outlet, 0 to 1",
                "es": "qué parte de las citas puede venir de un solo medio, de 0 a 1",
            },
        ),
    },
    profiles=("tournament", "publish"),
    measured=Measured(
        5, 8, "six maps, of which five are of one document each, maps written for it"
    ),
)
