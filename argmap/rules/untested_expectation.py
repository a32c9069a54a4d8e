"""What is expected of a claim could not be tested.

The search for its label took too long, its strength goes back and forth and settles nowhere, or it
is an argument that has no strength beside that of its premise. A test that was not run is not
passed.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - id: rain
          premises:
            - {id: wet-roofs, text: The roofs are wet.}
    expect:
      strength: {rain: ">= 0.5"}

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - id: rain
          premises:
            - {id: wet-roofs, text: The roofs are wet.}
    expect:
      strength: {wet-roofs: ">= 0.5"}
"""

from collections.abc import Iterator

from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.expecting import SECONDS, expected


def check(scan: Scan) -> Iterator[Found]:
    """Yield each test of which nothing came."""
    if scan.map.expect is None:
        return
    tests = scan.once(expected)
    for one in tests.labels:
        if one.found is None:
            seconds = f"{scan.number(SECONDS):g}"
            values = {"claim": one.claim, "semantics": one.semantics, "seconds": seconds}
            values["why"] = one.why
            yield Found(one.path, values, variant="unable" if one.why else "")
    for test in tests.strengths:
        if test.found is None:
            path = ("expect", "strength", test.claim)
            said = {"claim": test.claim, "semantics": test.semantics}
            yield Found(path, said, key=True, variant="unsettled" if test.own else "plain")
    for pair in tests.order:
        if None in pair.ranks:
            unknown = pair.worse if pair.ranks[1] is None else pair.better
            yield Found(pair.path, {"claim": unknown}, variant="unranked")


RULE = Rule(
    code="AM154",
    slug="untested-expectation",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "the {semantics} verdict on {claim!r} was not decided in {seconds} s",
        "es": "el veredicto de {claim!r} según {semantics} no se decidió en {seconds} s",
    },
    help={
        "en": "test it under `grounded`, which is always fast, or raise the threshold"
        " `expect-seconds`",
        "es": "pruébala con `grounded`, que siempre es rápida, o sube el umbral `expect-seconds`",
    },
    variants={
        "unable": Variant(
            {
                "en": "{semantics} cannot judge this map: {why}",
                "es": "{semantics} no puede juzgar este mapa: {why}",
            },
            {
                "en": "mend what it cannot read, or test another semantics",
                "es": "corrige lo que no puede leer, o prueba otra semántica",
            },
        ),
        "unsettled": Variant(
            {
                "en": "the strength of {claim!r} by {semantics} does not settle: it depends on"
                " itself",
                "es": "la fuerza de {claim!r} según {semantics} no se estabiliza: depende de sí"
                " misma",
            },
            {
                "en": "break the circle of arguments, or test its label instead",
                "es": "rompe el círculo de argumentos, o prueba su veredicto",
            },
        ),
        "plain": Variant(
            {
                "en": "the argument {claim!r} has no strength of its own: it is as strong as its"
                " premise",
                "es": "el argumento {claim!r} no tiene fuerza propia: es tan fuerte como su"
                " premisa",
            },
            {"en": "test the premise", "es": "prueba la premisa"},
        ),
        "unranked": Variant(
            {
                "en": "the option {claim!r} has no rank",
                "es": "la opción {claim!r} no tiene puesto",
            },
            {
                "en": "give a criterion a weight above 0, or break the circle that keeps a strength"
                " from settling",
                "es": "da a un criterio un peso mayor que 0, o rompe el círculo que impide que una"
                " fuerza se estabilice",
            },
        ),
    },
    about={
        "es": """No se pudo comprobar lo que se espera de una afirmación.

        La búsqueda de su veredicto tardó demasiado, su fuerza va y viene sin estabilizarse, o es
        un argumento que no tiene más fuerza que la de su premisa. Una prueba que no se hizo no
        está superada.""",
    },
    whole=True,
    certain=True,
)
