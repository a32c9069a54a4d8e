"""A claim does not have the verdict that the map expects of it.

What stands under `expect` is tested whenever the map is checked, so that a new objection cannot
overturn a claim unnoticed. Such a finding is no proof that the new argument is wrong: it says that
one of the two, the argument or the expectation, must be thought over. Verdicts are those of
`argmap evaluate`.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      id: wet
      text: The street is wet.
      attack:
        - The street has been dry since noon.
    expect:
      grounded: {in: [wet]}

Good:

    argmap: 1
    title: A wet street
    thesis:
      id: wet
      text: The street is wet.
      attack:
        - The street has been dry since noon.
    expect:
      grounded: {out: [wet]}
"""

from collections.abc import Iterator, Mapping

from argmap.linting import Found, Rule, Scan, Threshold, Variant
from argmap.problems import Severity
from argmap.review.expecting import SECONDS, expected
from argmap.settings import Value

WANTED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "in": "is expected to stand ('in')",
        "out": "is expected to fall ('out')",
        "undecided": "is expected to be 'undecided'",
    },
    "es": {
        "in": "debería quedar en pie ('in')",
        "out": "debería caer ('out')",
        "undecided": "debería quedar sin decidir ('undecided')",
    },
}
FOUND: Mapping[str, Mapping[str, str]] = {
    "en": {
        "in": "it stands ('in')",
        "out": "it falls ('out')",
        "undecided": "it is 'undecided'",
        "none": "there is no {semantics} outcome at all",
    },
    "es": {
        "in": "queda en pie ('in')",
        "out": "cae ('out')",
        "undecided": "queda sin decidir ('undecided')",
        "none": "no hay ningún resultado según {semantics}",
    },
}
FRAMES = {
    "en": "the claim {{claim!r}} {wanted} under {{semantics}} semantics, but {found}",
    "es": "la afirmación {{claim!r}} {wanted} según la semántica {{semantics}}, pero {found}",
}


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim whose label is another than expected."""
    if scan.map.expect is None or not scan.map.expect.labels:
        return
    for one in scan.once(expected).labels:
        if one.found is not None and one.found != one.wanted:
            values = {"claim": one.claim, "semantics": one.semantics, "file": scan.document.path}
            found = "none" if one.none else one.found
            yield Found(one.path, values, variant=f"{one.wanted}-{found}")


def _wrong(value: Value) -> str:
    """Say what is wrong with a time; its type is seen to elsewhere."""
    return "it cannot be less than 0" if isinstance(value, int | float) and value < 0 else ""


def _variant(wanted: str, found: str) -> Variant:
    return Variant(
        {
            lang: frame.format(wanted=WANTED[lang][wanted], found=FOUND[lang][found])
            for lang, frame in FRAMES.items()
        }
    )


RULE = Rule(
    code="AM150",
    slug="unexpected-verdict",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "the claim {claim!r} does not have the verdict that is expected",
        "es": "la afirmación {claim!r} no tiene el veredicto que se espera",
    },
    help={
        "en": "change the argument or the expectation; `argmap explain {file} {claim}` tells why",
        "es": "cambia el argumento o la expectativa; `argmap explain {file} {claim}` dice por qué",
    },
    variants={
        f"{wanted}-{found}": _variant(wanted, found)
        for wanted in WANTED["en"]
        for found in FOUND["en"]
        if wanted != found
    },
    thresholds={
        SECONDS: Threshold(
            5.0,
            {
                "en": "how many seconds each semantics of `expect` may take",
                "es": "cuántos segundos puede tardar cada semántica de `expect`",
            },
            wrong=_wrong,
        )
    },
    about={
        "es": """Una afirmación no tiene el veredicto que el mapa espera de ella.

        Lo que está en `expect` se comprueba cada vez que se revisa el mapa, para que una objeción
        nueva no derribe una afirmación sin que nadie lo note. El hallazgo no prueba que el nuevo
        argumento esté mal: dice que hay que repensar uno de los dos, el argumento o la expectativa.
        Los veredictos son los de `argmap evaluate`.""",
    },
    whole=True,
    certain=True,
)
