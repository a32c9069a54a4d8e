"""A map has more claims than fit on one sheet, and in one head.

Readers of a map with fifty claims remembered clearly less of it than those of one with thirty
(Dwyer, Hogan & Stewart 2010). A map on each contention and one above that includes them is read
more easily, can be shared out among a team, and prints on paper that a school has.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - {text: "A.", support: [B., C., D., E., F., G., H.]}
        - {text: "I.", support: [J., K., L., M., N., O., P.]}
        - {text: "Q.", support: [R., S., T., U., V., W., X.]}
        - {text: "AA.", support: [AB., AC., AD., AE., AF., AG., AH.]}
        - {text: "AI.", support: [AJ., AK., AL., AM., AN., AO., AP.]}
        - {text: "AQ.", support: [AR., AS., AT., AU., AV., AW., AX.]}
        - {text: "BA.", support: [BB., BC., BD., BE., BF., BG., BH.]}
        - {text: "BI.", support: [BJ., BK., BL., BM., BN., BO., BP.]}
        - {text: "BQ.", support: [BR., BS., BT., BU., BV., BW., BX.]}

Good:

    argmap: 1
    title: School uniforms
    include: {money: money.yaml}
    thesis:
      text: Our school should require uniforms.
      support:
        - ref: money/cheap

    # money.yaml:
    argmap: 1
    title: Uniforms and money
    thesis: {id: cheap, text: Uniforms save families money., support: [Uniforms last for years.]}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where too many claims are written in the file."""
    count, limit = len(scan.claims), scan.number("max-claims")
    if count > limit:
        yield Found(("title",), {"count": count, "limit": f"{limit:g}"})


RULE = Rule(
    code="AM115",
    slug="map-too-big",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{count} claims are more than one sheet can show; could this be several maps?",
        "es": "{count} afirmaciones no caben en una hoja; ¿podrían ser varios mapas?",
    },
    help={
        "en": "move a contention into a file of its own, and `include` it; {limit} are readable",
        "es": "lleva un argumento a un archivo propio, e inclúyelo; {limit} se leen bien",
    },
    about={
        "es": """Un mapa tiene más afirmaciones de las que caben en una hoja, y en una cabeza.

        Quienes leyeron un mapa de cincuenta afirmaciones recordaron claramente menos que quienes
        leyeron uno de treinta (Dwyer, Hogan y Stewart 2010). Un mapa por cada argumento principal y
        uno encima que los incluya se lee mejor, se reparte en un equipo y se imprime en el papel
        que tiene una escuela.""",
    },
    thresholds={
        "max-claims": Threshold(
            70,
            {
                "en": "how many claims may be written in one file",
                "es": "cuántas afirmaciones puede haber en un archivo",
            },
            {"novice": 30, "publish": 50},
        )
    },
    measured=Measured(0, 4, "six maps, at the limit of `publish`"),
)
