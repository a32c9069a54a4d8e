"""A change is given in percent, and not from when or compared with what.

"Rose 50%" is good or bad news only beside the number or the year that it starts from: 50% of two
cases is one case. An opponent who knows the base will name it for you.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Theft fell by 40% in schools with uniforms.
          cite: [{source: ruiz, page: 12}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: A Year in Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Theft fell by 40% from 2022 to 2023 in schools with uniforms.
          cite: [{source: ruiz, page: 12}]
"""

from collections.abc import Iterator

from argmap.language.excerpting import part
from argmap.language.figures import Figure, figures
from argmap.language.prose import Saying, prose, words
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_FUTURE = frozenset({"prediction", "impact", "policy", "plan", "question", "definition"})
_UNREAL = ("duties", "foretelling", "doubts", "conditional")
_CHANGE = r"{changes}(?:(?:\s+[^\s.,;:]+){0,5}\s+{by})?(?:\s+{by-how-much})*\s+\Z"
_NEXT = 2  # words after a figure among which the change may stand: "a 40% annual rise"


def check(scan: Scan) -> Iterator[Found]:
    """Yield each share that something rose or fell by, without a base."""
    for saying in scan.once(prose).having("changes"):
        percent = any(sign in saying.text for sign in ("%", "cent", "cient"))
        if saying.claim.kind in _FUTURE or not percent:
            continue
        assert saying.lists is not None
        if not saying.lists.several(*_UNREAL).isdisjoint(saying.words):
            continue
        if change := _change(saying):
            start, end, figure = change
            span = part(scan.document, saying.path, saying.text, start, end)
            yield Found(saying.path, {"words": figure}, span=span)


def _change(saying: Saying) -> tuple[int, int, str] | None:
    """Return the first share by which something changed, where nothing says since when."""
    text, found = saying.text, list(figures(saying.text))
    units = [one.unit for one in found]
    if "year" in units or units.count("%") > 1:  # two shares are compared with each other
        return None
    for one in found:
        if one.unit == "%" and (begin := _begin(saying, one)) is not None:
            rest = f"{text[:begin]} {text[one.end :]}"
            assert saying.lists is not None
            if not saying.lists.pattern("{bases}").search(rest):
                return one.start, one.end, one.text
    return None


def _begin(saying: Saying, figure: Figure) -> int | None:
    """Return where the words begin that make a share one of change, if they do."""
    assert saying.lists is not None
    if match := saying.lists.pattern(_CHANGE).search(saying.text, 0, figure.start):
        return match.start()
    after = words(saying.text[figure.end :])[:_NEXT]
    return None if saying.lists.several("change-nouns").isdisjoint(after) else figure.start


RULE = Rule(
    code="AM222",
    slug="number-naked",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{words}: since when, or compared with what?",
        "es": "{words}: ¿desde cuándo, o comparado con qué?",
    },
    help={
        "en": "name the first and the last year, or the two numbers, as in `from 40 to 60 cases`",
        "es": "nombra el primer y el último año, o los dos números, como en `de 40 a 60 casos`",
    },
    about={
        "es": """Se da un cambio en porcentaje, y no desde cuándo ni comparado con qué.

        «Subió un 50 %» solo es buena o mala noticia junto al número o el año de que parte: el 50 %
        de dos casos es un caso. El adversario que conozca la base la nombrará por ti.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(2, 33, "75 texts written for it"),
)
