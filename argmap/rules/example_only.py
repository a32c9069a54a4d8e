"""A claim about all or most cases rests on examples alone.

One town shows that a thing can happen, not that it happens everywhere. The opponent needs only one
town where it went the other way. Data on many cases carry the claim; or it says no more than the
example does.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms always reduce fights over clothes.
          support:
            - text: Lincoln School saw fewer fights once it had uniforms.
              basis: example

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms can reduce fights over clothes.
          support:
            - text: Lincoln School saw fewer fights once it had uniforms.
              basis: example
"""

from collections.abc import Iterator

from argmap.language.prose import Saying, prose
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.model import Argument
from argmap.problems import Severity

_NORMS = frozenset({"policy", "plan", "question", "definition", "value"})
_GENERAL = (
    r"^\W*{general-openers}(?!\s(?:in|the more|so|day|year|likely|import|other|recent)\b)"
    r"(?!\s(?:más|casos?|día|año)\b)|(?<!\bnot )(?<!\bno ){general}"
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each general claim for which nothing but examples is given."""
    for saying in scan.once(prose).having("general", "general-openers"):
        claim = saying.claim
        supports = scan.graph.into(claim.id, "support")
        if claim.cite or claim.open or not supports or not saying.own or _is_norm(saying):
            continue
        if not all(_is_example(scan, one) for one in supports):
            continue
        if match := saying.has(_GENERAL):
            span = saying.span(scan.document, match)
            place = scan.built.places.get(supports[0].id)
            also = (Also(place, "example"),) if place else ()
            yield Found(saying.path, {"words": match[0]}, span=span, also=also)


def _is_norm(saying: Saying) -> bool:
    """Tell whether a claim says what should be, or what would be."""
    return saying.claim.kind in _NORMS or bool(saying.has(r"{duties}|^\W*(?:if|si)\b"))


def _is_example(scan: Scan, argument: Argument) -> bool:
    claims = scan.map.claims
    return argument.scheme == "example" or all(
        claims[one].basis == "example" for one in argument.premises
    )


RULE = Rule(
    code="AM229",
    slug="example-only",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r} rests on examples alone; how typical are they?",
        "es": "{words!r} solo se apoya en ejemplos; ¿son típicos?",
    },
    help={
        "en": "add data on many cases, or claim no more than the examples show",
        "es": "agrega datos de muchos casos, o no afirmes más de lo que muestran los ejemplos",
    },
    about={
        "es": """Una afirmación sobre todos los casos o la mayoría solo se apoya en ejemplos.

        Un pueblo muestra que algo puede pasar, no que pase en todas partes. Al adversario le basta
        un pueblo donde fue al revés. Los datos de muchos casos sostienen la afirmación; o bien esta
        no dice más que el ejemplo.""",
    },
    notes={"example": {"en": "an example", "es": "un ejemplo"}},
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(4, 28, "what it takes for general in the six maps and three corpora"),
)
