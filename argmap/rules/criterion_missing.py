"""Options or a judgement of value are argued without saying what they are measured by.

Which option is best depends on what counts: money, time, fairness. Until that is said, every reason
seems to weigh the same, and each side weighs by its own scale. Options want `criteria`; a thesis
that something is good or just wants the value that it is judged by, as a claim with `kind: value`.

Bad:

    argmap: 1
    title: A class trip
    question: Where should the class go?
    options:
      - text: The class should go to the lake.
        support: [The lake is free.]
      - text: The class should stay at school.
        support: [Staying needs no bus.]

Bad:

    argmap: 1
    title: Jury service
    thesis:
      text: Compulsory jury service is just.
      kind: value
      support:
        - {text: Juries decide on the freedom of all., kind: fact}

Good:

    argmap: 1
    title: A class trip
    question: Where should the class go?
    criteria:
      - {id: cost, text: Costs little}
      - {id: learning, text: Teaches what lessons cannot}
    options:
      - text: The class should go to the lake.
        support: [{text: The lake is free., criterion: cost}]
      - text: The class should stay at school.
        support: [{text: Staying needs no bus., criterion: cost}]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.contending import debated


def check(scan: Scan) -> Iterator[Found]:
    """Yield options without criteria, and a thesis of value of which no contention names one."""
    claims = scan.map.claims
    rivals = scan.map.options if len(scan.map.options) > 1 and not scan.map.criteria else ()
    if any(scan.graph.into(option) for option in rivals):
        yield Found(("options",), {"count": len(rivals)}, key=True)
    found = [one for one in debated(scan) if one.side == "pro"]
    if not found or claims[scan.map.thesis].kind != "value":
        return
    if not any(claims[key].kind == "value" for one in found for key in one.claims):
        yield Found(("thesis",), key=True, variant="value")


RULE = Rule(
    code="AM415",
    slug="criterion-missing",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{count} options, and no `criteria`: by what are they compared?",
        "es": "{count} opciones, y ningún criterio en `criteria`: ¿con qué se comparan?",
    },
    help={
        "en": "list what counts under `criteria`, and give each reason the `criterion` it is about",
        "es": "enumera en `criteria` lo que cuenta, y da a cada razón su `criterion`",
    },
    about={
        "es": """Se discute sobre opciones o sobre un juicio de valor sin decir con qué se miden.

        Qué opción es mejor depende de qué cuenta: el dinero, el tiempo, la justicia. Mientras no se
        diga, toda razón parece pesar lo mismo, y cada parte pesa con su propia balanza. Las
        opciones piden `criteria`; una tesis de que algo es bueno o justo pide el valor con que se
        juzga, como afirmación con `kind: value`.""",
    },
    variants={
        "value": Variant(
            {
                "en": "the thesis judges, and no reason for it names the value it is judged by",
                "es": "la tesis juzga, y ninguna razón a favor nombra el valor con que se juzga",
            },
            {
                "en": "add that value and why it counts, with `kind: value`",
                "es": "agrega ese valor y por qué cuenta, con `kind: value`",
            },
        )
    },
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(0, 9, "maps written for it"),
)
