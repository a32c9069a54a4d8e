"""An expert's word is used, and nothing says why it counts.

Expert opinion is as strong as the expert: the first critical question is whether the person knows
this very field. `qualifications` answers it before it is asked. Institutions answer for
themselves.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lower what families spend on clothes.
          cite: [{source: ruiz, page: 12}]
          scheme: expert-opinion

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Experts hold that uniforms lower what families spend on clothes.
          basis: expert
          scheme: expert-opinion

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz:
        author: Ana Ruiz
        qualifications: economist of family budgets at the University of Texas at El Paso
        title: The Price of a Uniform
        date: 2024
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lower what families spend on clothes.
          cite: [{source: ruiz, page: 12}]
          scheme: expert-opinion
        - text: Uniforms let teachers spend less time on dress.
          by: Leo Cruz, headmaster of a school with uniforms since 2010
          basis: expert
          scheme: expert-opinion
"""

from collections.abc import Iterator, Mapping

from argmap.linting import Also, Found, Measured, Rule, Scan, Variant
from argmap.model import Claim
from argmap.positions import Path
from argmap.problems import Severity
from argmap.review.sourcing import authors, is_body, own


def check(scan: Scan) -> Iterator[Found]:
    """Yield each author without qualifications whose word is used, and each unnamed expert."""
    unknown = {
        name: tuple(one.casefold() for one in authors(source) if not is_body(one))
        for name, source, _ in own(scan)
        if not source.qualifications
    }
    unknown = {name: names for name, names in unknown.items() if names}
    expert = dict(_experts(scan))
    told: set[str] = set()
    for claim, path in scan.claims:
        if claim.id not in expert and not claim.by:
            continue
        for name in _used(scan, claim, unknown, expert=claim.id in expert):
            if name not in told:
                told.add(name)
                also = (Also(path, "used"),)
                who = ", ".join(authors(scan.map.sources[name]))
                yield Found(("sources", name, "author"), {"name": who}, also=also)
        if (inference := expert.get(claim.id)) is not None:
            yield from _unnamed(scan, claim, path, inference)


def _experts(scan: Scan) -> Iterator[tuple[str, Path]]:
    """Yield the claims that are used as an expert's opinion, and where."""
    for argument, path in scan.arguments:
        if argument.scheme == "expert-opinion" and not scan.graph.into(argument.id, "attack"):
            yield from ((premise, path) for premise in argument.premises)


def _used(
    scan: Scan, claim: Claim, unknown: Mapping[str, tuple[str, ...]], *, expert: bool
) -> Iterator[str]:
    """Yield the sources whose authors' word a claim is."""
    if claim.by:
        yield from (name for name, names in unknown.items() if claim.by.casefold() in names)
        return
    works = [scan.map.sources.get(one.source) for one in claim.cite]
    if expert and not any(work and work.qualifications for work in works):
        yield from (one.source for one in claim.cite if one.source in unknown)


def _unnamed(scan: Scan, claim: Claim, path: Path, inference: Path) -> Iterator[Found]:
    """Yield what is wrong where no source can say who the expert is."""
    named = [one for cite in claim.cite if (one := scan.map.sources.get(cite.source))]
    if any(authors(one) or one.publisher or one.qualifications for one in named):
        return
    if not claim.by:
        yield Found((*inference, "scheme"), {}, variant="unnamed")
    elif not any(mark in claim.by for mark in ",(;") and not is_body(claim.by):
        yield Found((*path, "by"), {"name": claim.by})


RULE = Rule(
    code="AM206",
    slug="missing-qualifications",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the word of {name!r} is used, and nothing says why it counts",
        "es": "se usa la palabra de {name!r}, y nada dice por qué vale",
    },
    help={
        "en": "add `qualifications` to the source, or after the name under `by`",
        "es": "agrega `qualifications` a la fuente, o tras el nombre en `by`",
    },
    about={
        "es": """Se usa la palabra de un experto, y nada dice por qué vale.

        La opinión de un experto vale lo que el experto: la primera pregunta crítica es si la
        persona conoce justo este campo. `qualifications` la responde antes de que se haga. Las
        instituciones responden por sí mismas.""",
    },
    variants={
        "unnamed": Variant(
            {
                "en": "an expert's opinion is used, and no expert is named; who is it?",
                "es": "se usa la opinión de un experto, y no se nombra a ninguno; ¿quién es?",
            },
            {
                "en": "name the expert, as in `by: Ana Ruiz, trade economist`, or cite one",
                "es": "nombra al experto en `by`, como `by: Ana Ruiz, economista`, o cita a uno",
            },
        )
    },
    notes={"used": {"en": "used here", "es": "se usa aquí"}},
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 7, "six maps, a class's maps, maps written for it"),
)
