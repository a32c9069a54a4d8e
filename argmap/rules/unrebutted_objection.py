"""An objection to a reason for the thesis has no reply.

What nobody answers counts as granted. Answer it, show what is left of the claim all the same, or
say with `conceded: true` that you grant it: a conceded point costs less than a forgotten one. In a
sketch nothing is asked for; once half of the objections have replies, the others are reported. Of
objections to the thesis itself, AM401 speaks, and of those to our answers, AM402.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Towers see the whole valley.
          attack:
            - text: Towers miss tunnels.
            - text: Dust storms blind the towers.
              attack: [Dust storms last for two days a year.]

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Towers see the whole valley.
          attack:
            - text: Towers miss tunnels.
              attack: [Towers leave agents free to look for tunnels.]
            - text: Dust storms blind the towers.
              conceded: true
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import BEGUN, debated, is_answered, is_begun, is_settled, named


def check(scan: Scan) -> Iterator[Found]:
    """Yield each attack on what backs the thesis, once enough of them are replied to."""
    ours = {key for one in debated(scan) if one.side == "pro" for key in one.keys}
    objections = [
        (argument, path)
        for argument, path in scan.arguments
        if argument.polarity == "attack" and argument.conclusion in ours
    ]
    missing = [
        (argument, path)
        for argument, path in objections
        if not is_settled(scan, argument) and not is_answered(scan, argument)
    ]
    if missing and is_begun(scan, len(objections) - len(missing), len(missing)):
        for argument, path in missing:
            yield Found((*path, "text"), {"claim": named(scan, argument)})


RULE = Rule(
    code="AM119",
    slug="unrebutted-objection",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "nobody replies to the objection {claim!r}",
        "es": "nadie responde a la objeción {claim!r}",
    },
    help={
        "en": "add a reply under `attack` or `undercut`, or mark it `conceded: true`",
        "es": "agrega una respuesta en `attack` o `undercut`, o márcala con `conceded: true`",
    },
    about={
        "es": """Una objeción a una razón a favor de la tesis no tiene respuesta.

        Lo que nadie responde cuenta como concedido. Respóndela, muestra qué queda en pie a pesar de
        todo, o di con `conceded: true` que la concedes: un punto concedido cuesta menos que uno
        olvidado. De un boceto no se pide nada; cuando la mitad de las objeciones tiene respuesta,
        se señalan las demás. De las objeciones a la propia tesis habla AM401, y de las que se hacen
        a nuestras respuestas, AM402.""",
    },
    thresholds={"begun": BEGUN},
    whole=True,
    measured=Measured(2, 20, "six maps, microtexts, AIF, maps written for it"),
)
