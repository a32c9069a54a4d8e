"""Nothing on the map speaks against anything.

A map of reasons for one side persuades only those who agree already, and its author has not yet
asked what the other side would say. Add the best objection that you know; answering it makes the
case stronger than one more reason for it. A map that shows one side on purpose says so with
`# argmap: ignore-file[AM118]` and a reason.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          support: [Uniforms last for years.]
        - Uniforms make the school safer.

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          support: [Uniforms last for years.]
        - Uniforms make the school safer.
      attack:
        - Uniforms limit how students express themselves.
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield the first root of a map that has reasons enough, and no attack."""
    arguments = scan.map.arguments.values()
    if len(arguments) < scan.number("min-reasons") or not scan.map.roots:
        return
    if all(one.polarity == "support" for one in arguments):
        path = ("thesis",) if scan.map.thesis else ("options",)
        yield Found(path, {"count": len(arguments)}, key=True)


RULE = Rule(
    code="AM118",
    slug="no-objection",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{count} reasons for, and none against: what would the other side say?",
        "es": "{count} razones a favor y ninguna en contra: ¿qué diría la otra parte?",
    },
    help={
        "en": "add the best objection that you know under `attack`, and your answer below it",
        "es": "agrega en `attack` la mejor objeción que conozcas, y debajo tu respuesta",
    },
    about={
        "es": """Nada en el mapa habla en contra de nada.

        Un mapa con las razones de una sola parte convence a quien ya está de acuerdo, y su autor
        aún no se ha preguntado qué diría la otra. Agrega la mejor objeción que conozcas;
        responderla refuerza el caso más que otra razón a favor. Un mapa que muestra una sola parte
        a propósito lo dice con `# argmap: ignore-file[AM118]` y un motivo.""",
    },
    thresholds={
        "min-reasons": Threshold(
            3,
            {
                "en": "how many reasons a map has before an objection is missed",
                "es": "cuántas razones tiene un mapa antes de que se eche en falta una objeción",
            },
        )
    },
    whole=True,
    measured=Measured(1, 24, "microtexts, a sample of 12 from AIF, maps written for it"),
)
