"""A claim says what should be done, and every reason for it only says what is so.

From "the reservoirs are dry" nothing follows about what anybody ought to do, until someone adds
what is good, owed or at stake: "whoever owes water must deliver it". That premise is the one the
other side will attack, so it had better be on the map.

Bad:

    argmap: 1
    title: Water
    thesis:
      text: Mexico should release water into the Rio Grande.
      support:
        - text: The Rio Grande carries half the water of 1990.
          kind: fact
          cite: [gauges]
        - text: Chihuahua grows nuts on the upper Conchos.
          kind: fact
          basis: common-knowledge
    sources:
      gauges: {title: River gauges, author: Ana Ruiz, date: 2024}

Good:

    argmap: 1
    title: Water
    thesis:
      text: Mexico should release water into the Rio Grande.
      support:
        - premises:
            - text: The treaty of 1944 grants Texas a share of the Conchos.
              kind: fact
              cite: [gauges]
            - text: A state should keep the treaties that it has signed.
              kind: value
              basis: value
    sources:
      gauges: {title: River gauges, author: Ana Ruiz, date: 2024}
"""

from collections.abc import Iterator

from argmap.language.prose import Prose, Saying, prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.model import Argument, Claim
from argmap.problems import Severity

_BARE = frozenset({"fact", "evidence"})


def check(scan: Scan) -> Iterator[Found]:
    """Yield each duty that has supports, all of which are declared facts without any value."""
    texts = scan.once(prose)
    for saying in texts.having("duties"):
        supports = scan.graph.supports.get(saying.claim.id) if saying.own else None
        if not supports or not all(_is_bare(scan, texts, one) for one in supports):
            continue
        if match := saying.has("{duties}"):
            values = {"words": match[0]}
            yield Found(saying.path, values, span=saying.span(scan.document, match))


def _is_bare(scan: Scan, texts: Prose, argument: Argument) -> bool:
    """Tell whether nothing in an argument says why its facts are a reason to act."""
    if argument.scheme or argument.criterion or scan.graph.into(argument.id, "support"):
        return False
    claims = scan.map.claims
    return all(_is_fact(claims[one], texts.of(one)) for one in argument.premises)


def _is_fact(claim: Claim, saying: Saying | None) -> bool:
    if claim.kind not in _BARE or saying is None or saying.lists is None:
        return False
    return saying.lists.several("values").isdisjoint(saying.words)


RULE = Rule(
    code="AM318",
    slug="is-ought-gap",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r}: all reasons are facts; what makes them reasons to act?",
        "es": "{words!r}: todas las razones son hechos; ¿por qué son razones para actuar?",
    },
    help={
        "en": "add a premise on what is good, owed or at stake: linked, or as a `warrant`",
        "es": "agrega una premisa sobre qué es bueno, debido o está en juego, o un `warrant`",
    },
    about={
        "es": """Una afirmación dice qué debería hacerse, y todas sus razones solo dicen qué ocurre.

        De «las presas están secas» no se sigue nada sobre lo que alguien deba hacer, hasta que se
        agrega qué es bueno, debido o está en juego: «quien debe agua ha de entregarla». Esa premisa
        es la que atacará la otra parte, así que más vale que esté en el mapa.""",
    },
    measured=Measured(0, 2, "six maps and a case of six"),
)
