"""One side of the thesis is worked out far less than the other.

In many formats the side is drawn at the door, and in all of them the other side is where your
surprises come from. Whoever can argue both sides answers faster. The claims of both are counted;
of their sources, AM210 speaks.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          support: [Uniforms last for years., Uniforms can be handed down.]
        - text: Uniforms bring peace.
          support: [Uniforms end envy over clothes.]
      attack:
        - Uniforms limit how students express themselves.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          support: [Uniforms last for years., Uniforms can be handed down.]
      attack:
        - text: Uniforms limit how students express themselves.
          support: [Clothes say who one wants to be.]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity

_SIDES = (frozenset({"pro"}), frozenset({"con"}))
_FEWEST = 4  # claims of the larger side


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where one side has too small a share of the claims."""
    thesis, sides = scan.map.thesis, scan.graph.sides
    if not thesis or scan.map.options:
        return
    counts = [sum(sides.get(key) == side for key in scan.map.claims) for side in _SIDES]
    pro, con = counts[0] - 1, counts[1]  # without the thesis
    few, many = sorted((pro, con))
    if few and many >= _FEWEST and few < scan.number("min-share") * many:
        yield Found(("thesis",), {"pro": pro, "con": con}, key=True)


RULE = Rule(
    code="AM404",
    slug="one-side-prep",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{pro} claims for the thesis and {con} against: could you argue the other side?",
        "es": "{pro} afirmaciones a favor y {con} en contra: ¿podrías defender la otra parte?",
    },
    help={
        "en": "work out the smaller side as if you had drawn it",
        "es": "desarrolla la parte menor como si te hubiera tocado en el sorteo",
    },
    about={
        "es": """Una parte de la tesis está mucho menos desarrollada que la otra.

        En muchos formatos la parte se sortea en la puerta, y en todos es de la otra parte de donde
        vienen las sorpresas. Quien sabe defender ambas responde antes. Se cuentan las afirmaciones
        de ambas; de sus fuentes habla AM210.""",
    },
    thresholds={
        "min-share": Threshold(
            0.25,
            {
                "en": "how large one side must be beside the other, 0 to 1",
                "es": "qué tamaño debe tener una parte respecto de la otra, de 0 a 1",
            },
            {"tournament": 0.6, "publish": 0.6},
        )
    },
    whole=True,
    measured=Measured(0, 9, "six maps, microtexts, a class's maps, maps written for it"),
)
