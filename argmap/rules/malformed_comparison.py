"""A test of a strength under `expect` cannot be read, or no strength can ever meet it.

A test is a comparison (`>= 0.6`, `<= 0.6`, `> 0.6`, `< 0.6`, `= 0.6`), a range (`0.4..0.6`), or a
number alone, which stands for itself as `argmap evaluate` prints it. Strengths lie between 0
and 1. A test that cannot be read tests nothing.

Bad:

    argmap: 1
    title: A wet street
    thesis: {id: wet, text: The street is wet.}
    expect:
      strength: {wet: at least half}

Bad:

    argmap: 1
    title: A wet street
    thesis: {id: wet, text: The street is wet.}
    expect:
      strength: {wet: ">= 50"}

Good:

    argmap: 1
    title: A wet street
    thesis: {id: wet, text: The street is wet.}
    expect:
      strength: {wet: ">= 0.5"}
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan
from argmap.problems import Severity
from argmap.reasoning.bounding import bounds, meant


def check(scan: Scan) -> Iterator[Found]:
    """Yield each test that says nothing."""
    if scan.map.expect is None:
        return
    for claim, written in scan.map.expect.strength.items():
        if bounds(written) is None:
            path = ("expect", "strength", claim)
            yield Found(path, {"written": str(written)}, near=meant(written))


RULE = Rule(
    code="AM153",
    slug="malformed-comparison",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "{written!r} is no test that a strength from 0 to 1 could pass",
        "es": "{written!r} no es una prueba que pueda superar una fuerza de 0 a 1",
    },
    help={
        "en": "write it like `>= 0.6`, `< 0.3`, `0.4..0.6` or `0.5`",
        "es": "escríbela como `>= 0.6`, `< 0.3`, `0.4..0.6` o `0.5`",
    },
    about={
        "es": """Una prueba de fuerza de `expect` no se entiende, o ninguna fuerza puede superarla.

        Una prueba es una comparación (`>= 0.6`, `<= 0.6`, `> 0.6`, `< 0.6`, `= 0.6`), un intervalo
        (`0.4..0.6`) o un número solo, que vale tal como lo muestra `argmap evaluate`. Las fuerzas
        van de 0 a 1. Una prueba que no se entiende no prueba nada.""",
    },
    certain=True,
)
