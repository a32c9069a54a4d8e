"""An argument of the other side against the thesis has no answer.

In a debate, what nobody answers counts as granted: this is the list of what you would drop. One
answer to the contention itself, its evidence or its step is enough to begin with; `conceded: true`
says that you grant it on purpose. Where only some of its reasons are answered, it still stands on
the others. In a sketch nothing is asked for; once half of the contentions are answered, the others
are reported.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers miss tunnels.
          attack: [Towers leave agents free to look for tunnels.]
        - Towers film the yards of families.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers harm the people who live near them.
          support:
            - text: Towers film the yards of families.
              attack: [A law bars the cameras from private land.]
            - Towers light up the night.

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      attack:
        - text: Towers miss tunnels.
          attack: [Towers leave agents free to look for tunnels.]
        - text: Towers film the yards of families.
          attack: [A law bars the cameras from private land.]
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.contending import (
    BEGUN,
    Contention,
    debated,
    is_answered,
    is_begun,
    is_settled,
    named,
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each contention against without an answer, and the reasons on which others stand."""
    against = [one for one in debated(scan) if one.side == "con"]
    attacked = scan.graph.attacks.keys()
    missing = []
    for one in against:
        if is_settled(scan, one.argument):
            continue
        if one.keys.isdisjoint(attacked):
            missing.append(one)
        else:
            yield from _left(scan, one)
    if missing and is_begun(scan, len(against) - len(missing), len(missing)):
        for one in missing:
            yield Found((*one.path, "text"), {"claim": named(scan, one.argument)})


def _left(scan: Scan, one: Contention) -> Iterator[Found]:
    """Yield a contention of which some reasons are answered and others are not."""
    top = one.argument
    attacked = scan.graph.attacks.keys()
    if not attacked.isdisjoint((top.id, *top.premises)) or len(top.premises) > 1:
        return
    reasons = scan.graph.supports.get(top.premises[0], ())
    left = [
        reason
        for reason in reasons
        if not is_settled(scan, reason) and not is_answered(scan, reason)
    ]
    if left and is_begun(scan, len(reasons) - len(left), len(left)):
        names = ", ".join(repr(named(scan, reason)) for reason in left)
        values = {"top": named(scan, top), "count": len(left), "names": names}
        yield Found((*one.path, "text"), values, variant="reasons")


RULE = Rule(
    code="AM401",
    slug="must-answer",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{claim!r}: what do you answer?",
        "es": "{claim!r}: ¿qué respondes?",
    },
    help={
        "en": "add an answer under `attack` or `undercut`, or mark it `conceded: true`",
        "es": "agrega una respuesta en `attack` o `undercut`, o márcalo con `conceded: true`",
    },
    about={
        "es": """Un argumento de la otra parte contra la tesis no tiene respuesta.

        En un debate, lo que nadie responde cuenta como concedido: esta es la lista de lo que
        dejarías caer. Para empezar basta una respuesta al argumento, a sus pruebas o a su paso;
        `conceded: true` dice que lo concedes a propósito. Si solo algunas de sus razones tienen
        respuesta, sigue en pie sobre las demás. De un boceto no se pide nada; cuando la mitad tiene
        respuesta, se señalan los demás.""",
    },
    variants={
        "reasons": Variant(
            {
                "en": "{top!r} still stands on what nobody answers ({count}): {names}",
                "es": "{top!r} sigue en pie sobre lo que nadie responde ({count}): {names}",
            },
            {
                "en": "answer these as well, or the contention itself",
                "es": "responde también a eso, o al propio argumento",
            },
        )
    },
    thresholds={"begun": BEGUN},
    whole=True,
    measured=Measured(0, 11, "six maps, microtexts, a class's maps, maps written for it"),
)
