"""A box holds more than one claim.

Somebody may accept one half and deny the other, and then nobody knows what a reason below the box
supports. Two boxes can be argued for one by one, and each can be right alone.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms limit self-expression. They cost about 150 dollars a year.
          basis: common-knowledge

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms cut family spending, and bullying would become rarer.
          basis: common-knowledge

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms cut what families spend on clothes and shoes.
          basis: common-knowledge
        - text: Bullying over clothes would become rarer.
          basis: common-knowledge
"""

import re
from collections.abc import Iterator

from argmap.language.clausing import finite, surely_finite
from argmap.language.prose import Saying, part, prose, words
from argmap.language.wording import Words
from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity

_SURE = {"es": ("irregular",)}
_FARTHEST = 6  # words between the joining word and the verb of a second clause


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text with a second sentence, or with a second clause that has its own subject."""
    for saying in scan.once(prose).known:
        if saying.claim.kind == "question" or (saying.is_bare and not _joins(saying)):
            continue
        if len(saying.sentences) > 1:
            second = saying.sentences[1]
            start = saying.text.index(second, 1)
            span = part(scan.document, saying.path, saying.text, start, start + len(second))
            yield Found(saying.path, {"words": second}, variant="sentences", span=span)
        elif match := _semicolon(saying) or _joined(saying):
            values = {"words": match[0].strip(" ,;")}
            yield Found(saying.path, values, span=saying.span(scan.document, match))


def _semicolon(saying: Saying) -> re.Match[str] | None:
    if ";" not in saying.text or saying.lists is None:
        return None
    match = re.search(r";\s.+", saying.text, re.S)
    halves = saying.text.split(";", 1)
    both = all(finite(words(half), saying.lists) >= 0 for half in halves)
    return match if both else None


def _joins(saying: Saying) -> bool:
    """Tell whether a word that may join two clauses is in a text."""
    return saying.lists is not None and not saying.lists.several("joins").isdisjoint(saying.words)


def _joined(saying: Saying) -> re.Match[str] | None:
    """Return what joins a second clause to the first, with that clause's beginning."""
    lists, texts = saying.lists, saying.words
    if lists is None or not _joins(saying):
        return None
    joins, subordinators = lists.several("joins"), lists.several("subordinators")
    for at in (number for number, word in enumerate(texts) if word in joins):
        before, after = texts[:at], texts[at + 1 :]
        if not subordinators.isdisjoint(before):
            return None
        verb = _own_verb(after, lists, comma=f", {texts[at]} " in saying.text)
        if verb and surely_finite(before, lists):
            clause = r"\W+".join(re.escape(one) for one in texts[at : at + verb + 2])
            return re.compile(clause, re.IGNORECASE).search(saying.text)
    return None


def _own_verb(after: list[str], lists: Words, *, comma: bool) -> int:
    """Return where a clause with a subject of its own has its verb, or 0 where there is none."""
    pronouns = lists.several("subject-pronouns")
    sure = lists.several("finite", *_SURE.get(lists.language, ()))
    near = after[: _FARTHEST + 1]
    subject = bool(near) and near[0] in pronouns
    if not (subject or comma) and sure.isdisjoint(near[1:]):
        return 0
    verb = finite(near, lists)
    if verb < 1 or not lists.several("small-joints", "joins").isdisjoint(near[:verb]):
        return 0
    begins = subject or near[0] in lists.several("begins-subject") or lists.language == "en"
    own = begins and pronouns.isdisjoint(near[1:verb])
    return verb if own and (subject or comma or near[verb] in sure) else 0


RULE = Rule(
    code="AM304",
    slug="more-than-one-claim",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "is this one claim or two? {words!r}",
        "es": "¿es una afirmación o son dos? {words!r}",
    },
    help={
        "en": "give each its own box; premises that count only together go under `premises`",
        "es": "da a cada una su caja; las que solo valen juntas van bajo `premises`",
    },
    about={
        "es": """Una caja contiene más de una afirmación.

        Alguien puede aceptar una mitad y negar la otra, y entonces nadie sabe qué apoya una razón
        que está debajo. Dos cajas se defienden una por una, y cada una puede tener razón.""",
    },
    variants={
        "sentences": Variant(
            {
                "en": "a second sentence is mostly a second claim: {words!r}",
                "es": "una segunda oración suele ser una segunda afirmación: {words!r}",
            }
        )
    },
    measured=Measured(4, 82, "six maps, AIF, microtexts, Argdown"),
)
