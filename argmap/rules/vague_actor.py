"""A claim says what must be done, but not who is to do it.

"We should act" commits nobody. A plan can be judged when it names who decides and who pays: a
ministry, a school board, a congress.

Bad:

    argmap: 1
    title: Water
    thesis: The government should save more water.

Good:

    argmap: 1
    title: Water
    thesis: The Texas legislature should pay farmers who save water.
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_DUTY = {
    "en": r"^\W*{vague-actors}\s+(?:(?:\w+ly|also|all|therefore)\s+)?{duties}"
    r"(?!\s+(?:not\s+)?(?:have|be able)\b)",
    "es": r"^\W*(?:{vague-actors}\s+(?:(?:\w+mente|también|no)\s+)?{duties}"
    r"|(?:no\s+)?{vague-duties})(?!\s+haber\b)",
}

_FIRST = {"en": ("vague-actors",), "es": ("vague-actors", "vague-duties")}


def check(scan: Scan) -> Iterator[Found]:
    """Yield each duty that falls on nobody in particular."""
    for saying in scan.once(prose).having("duties", "vague-duties"):
        if not saying.opens(*_FIRST[saying.language]) and saying.words[0] != "no":
            continue
        if match := saying.has(_DUTY[saying.language]):
            values = {"words": match[0].strip()}
            yield Found(saying.path, values, span=saying.span(scan.document, match))


RULE = Rule(
    code="AM312",
    slug="vague-actor",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{words!r}: who exactly?",
        "es": "{words!r}: ¿quién exactamente?",
    },
    help={
        "en": "name who decides or acts: an office, a company, a group with a name",
        "es": "nombra a quien decide o actúa: una institución, una empresa, un grupo con nombre",
    },
    about={
        "es": """Una afirmación dice qué hay que hacer, pero no quién debe hacerlo.

        «Debemos actuar» no compromete a nadie. Un plan se puede juzgar cuando nombra a quien decide
        y a quien paga: un ministerio, un consejo escolar, un congreso.""",
    },
    measured=Measured(2, 15, "six maps, AIF, microtexts, Argdown"),
)
