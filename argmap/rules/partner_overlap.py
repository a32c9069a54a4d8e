"""Two partners prepare what is nearly the same.

Time that both spend on one point is time that nobody spends on another; in the round the second
speaker repeats, or contradicts. Give the point to one, and let the other refer to it.

Bad:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      support:
        - {text: Growers in Texas lose harvests to slow visas., assignee: Ana}
        - {text: Slow visas make Texas growers lose harvests., assignee: Ben}

Good:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      support:
        - {text: Growers in Texas lose harvests to slow visas., assignee: Ana}
        - {text: Workers who wait for a visa earn nothing., assignee: Ben}
"""

from collections.abc import Iterator

from argmap.language.likening import alike, denials, figures_in, pairs
from argmap.language.prose import prose
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity

_SHARED = 0.6  # of the words of both
_LEAST = 3  # stems in common


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim of one partner that is much like a claim of another on the same side."""
    texts, sides = scan.once(prose), scan.graph.sides
    sayings = [
        saying for claim, _ in scan.claims if claim.assignee and (saying := texts.of(claim.id))
    ]
    for first, second in pairs([one.stems for one in sayings]):
        one, other = sayings[first], sayings[second]
        if one.claim.assignee == other.claim.assignee or denials(one) != denials(other):
            continue
        if sides.get(one.claim.id) != sides.get(other.claim.id):
            continue
        if len(one.stems & other.stems) < _LEAST or figures_in(one) != figures_in(other):
            continue
        if alike(one.stems, other.stems) >= _SHARED:
            values = {"who": other.claim.assignee, "other": one.claim.assignee, "text": one.short}
            yield Found(other.path, values, also=(Also(one.path, "other"),))


RULE = Rule(
    code="AM422",
    slug="partner-overlap",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{who} and {other} both prepare this: {text!r}",
        "es": "{who} y {other} preparan esto a la vez: {text!r}",
    },
    help={
        "en": "give it to one of the two, and let the other use a `ref`",
        "es": "dáselo a uno de los dos, y que el otro use un `ref`",
    },
    about={
        "es": """Dos compañeros preparan casi lo mismo.

        El tiempo que ambos dedican a un punto no se lo dedica nadie a otro; en el debate el segundo
        repite, o se contradice. Da el punto a uno, y que el otro remita a él.""",
    },
    notes={"other": {"en": "what the other prepares", "es": "lo que prepara el otro"}},
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 2, "texts written for it"),
)
