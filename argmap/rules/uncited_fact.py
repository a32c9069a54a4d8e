"""A figure, a date or a study is named, and no source.

What can be looked up must be looked up: a number without a source is an opinion to every judge, and
the first question of an opponent. Where claims with sources support it, where both sides grant it,
or where `basis` says why it may stand by itself, nothing is missing.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - Theft fell by 40% in schools with uniforms.

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Theft fell by 40% in the first year in schools with uniforms.
          cite: [{source: ruiz, page: 12}]
"""

import re
from collections.abc import Iterator

from argmap.language.excerpting import part
from argmap.language.figures import Figure, figures
from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.model import Claim
from argmap.problems import Severity
from argmap.review.sourcing import sourced

_UNPROVABLE = frozenset({"policy", "plan", "question", "definition", "value"})
_EXCUSES = frozenset({"common-knowledge", "value", "definition", "example", "law"})
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"\s+([^\W\d_]{2,})")
_MEASURES = re.compile(
    r"""(?ix) (?: years? | months? | weeks? | days? | hours? | minutes? | seconds? | times? | k?m
    | kph | mph | kg | degrees? | met(?:er|re)s? | a[ñn]os? | mes(?:es)? | semanas? | d[íi]as?
    | horas? | minutos? | segundos? | veces | grados? | metros? )\Z"""
)
_PEOPLE = frozenset({"people", "persons", "personas"})
_SUPPOSED = re.compile(r"(?i)\W*(?:if|suppose|imagine|unless|si|supongamos|imagine)\b")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim that could be looked up and rests on nothing that was."""
    texts = scan.once(prose)
    leaning = {id(one) for one in texts.having("research")}
    for saying in texts.sayings:
        claim = saying.claim
        if not saying.own or claim.cite or claim.kind in _UNPROVABLE or claim.basis in _EXCUSES:
            continue
        place = _figure(saying) or (_research(saying) if id(saying) in leaning else None)
        evidence = claim.kind == "evidence" and claim.basis is None
        if (not place and not evidence) or _is_excused(scan, claim, saying):
            continue
        if place:
            span = part(scan.document, saying.path, saying.text, *place)
            yield Found(saying.path, {"words": saying.text[slice(*place)]}, span=span)
        else:
            yield Found(saying.path, {}, variant="evidence")


def _is_excused(scan: Scan, claim: Claim, saying: Saying) -> bool:
    """Tell whether nothing is to be asked for: sources stand below, or the claim is no fact."""
    if claim.open or claim.conceded or _SUPPOSED.match(saying.text):
        return True
    if saying.lists and not saying.lists.several("duties").isdisjoint(saying.words):
        return True
    return claim.id in scan.once(sourced)


def _figure(saying: Saying) -> tuple[int, int] | None:
    """Return where the first figure stands that somebody must have counted."""
    if not _DIGIT.search(saying.text):
        return None
    found = (one for one in figures(saying.text) if _is_counted(one, saying))
    return next(((one.start, one.end) for one in found), None)


def _is_counted(figure: Figure, saying: Saying) -> bool:
    """Tell whether a figure is a share, a sum of money, or a number of things; or a fact's year."""
    if figure.unit:
        fact = saying.claim.kind in ("fact", "evidence")
        sum_or_share = figure.unit == "$" or (figure.unit == "%" and figure.values[0] != 100)
        return sum_or_share or (fact and figure.unit == "year")
    things = _COUNTED.match(saying.text, figure.end)
    if things is None or figure.values[0] < 13:
        return False
    word = things[1].lower()
    if word in _PEOPLE or saying.lists is None:
        return True
    measured = figure.values[0] < 1000 and _MEASURES.match(word)
    return not measured and word not in saying.lists.several("stop")


def _research(saying: Saying) -> tuple[int, int] | None:
    match = saying.has("{research}")
    return match.span() if match else None


RULE = Rule(
    code="AM201",
    slug="uncited-fact",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "where does {words!r} come from?",
        "es": "¿de dónde sale {words!r}?",
    },
    help={
        "en": "cite the source, as `cite: [its-id]`, and list it under `sources`",
        "es": "cita la fuente, como `cite: [su-id]`, e inclúyela en `sources`",
    },
    about={
        "es": """Se nombra una cifra, una fecha o un estudio, y ninguna fuente.

        Lo que se puede consultar hay que consultarlo: un número sin fuente es una opinión para todo
        juez, y la primera pregunta del adversario. Si la apoyan afirmaciones con fuentes, si ambas
        partes la conceden o si `basis` dice por qué puede estar sola, no falta nada.""",
    },
    variants={
        "evidence": Variant(
            {
                "en": "this is given as evidence, and cites nothing",
                "es": "esto se da como prueba, y no cita nada",
            }
        )
    },
    severities={"tournament": Severity.ERROR},
    measured=Measured(3, 23, "the six maps, and 1,408 texts of three corpora"),
)
