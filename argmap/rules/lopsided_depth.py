"""One contention is worked out far deeper than those beside it.

It is mostly the one you like best, and the one that the other side expects. The others fall at the
first question. Spend the next hour on those.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save money.
          support:
            - text: Uniforms last for years.
              support:
                - text: Their cloth is strong.
                  support:
                    - The board tests it.
        - Uniforms end envy.
        - Uniforms look tidy.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save money.
          support: [Uniforms last for years.]
        - text: Uniforms end envy.
          support: [Nobody can show off.]
        - text: Uniforms look tidy.
          support: [The school has a say in their cut.]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import Contention, contentions

_STEPS = 3  # deeper than the others
_FEWEST = 3


def check(scan: Scan) -> Iterator[Found]:
    """Yield each contention that goes much deeper than its fellows on the same root."""
    beside: dict[str, list[Contention]] = {}
    for one in scan.once(contentions):
        beside.setdefault(one.argument.conclusion, []).append(one)
    for fellows in beside.values():
        if len(fellows) < _FEWEST:
            continue
        depths = [_depth(scan, one) for one in fellows]
        beside_it = {depth: _middle_without(depths, depth) for depth in set(depths)}
        for one, depth in zip(fellows, depths, strict=True):
            if depth >= beside_it[depth] + _STEPS:
                values = {"depth": depth, "others": f"{beside_it[depth]:g}"}
                yield Found((*one.path, "text"), values)


def _middle_without(numbers: list[int], one: int) -> float:
    """Return the median of some numbers, one of them left out."""
    rest = sorted(numbers)
    rest.remove(one)
    return (rest[(len(rest) - 1) // 2] + rest[len(rest) // 2]) / 2


def _depth(scan: Scan, one: Contention) -> int:
    """Return how many steps of support stand below a contention, up to what stands on top too."""
    depth = dict.fromkeys((key for key in one.argument.premises if key not in scan.map.roots), 0)
    for here in (queue := list(depth)):
        for into in scan.graph.into(here, "support"):
            for key in into.premises:
                if key not in depth:
                    depth[key] = depth[here] + 1
                    queue.append(key)
    return max(depth.values(), default=0)


RULE = Rule(
    code="AM116",
    slug="lopsided-depth",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{depth} steps of reasons stand below this, and {others} below the others",
        "es": "debajo de esto hay {depth} niveles de razones, y {others} bajo los demás",
    },
    help={
        "en": "give the other contentions reasons and evidence before this one gets more",
        "es": "da razones y pruebas a los otros argumentos antes de agregar más a este",
    },
    about={
        "es": """Un argumento principal está mucho más desarrollado que los que tiene al lado.

        Suele ser el que más te gusta, y el que el adversario espera. Los demás caen a la primera
        pregunta. Dedica a esos la próxima hora.""",
    },
    profiles=("tournament", "publish"),
    measured=Measured(0, 5, "maps written for it"),
)
