"""Both sides have an impact, and nothing on the map weighs one against the other.

When both are true, who wins? That is what a judge has to decide, and will decide alone if nobody
says why one weighs more: it harms more people, it comes sooner, it cannot be undone, it makes the
other worse. Say so in an answer with `tactic: outweigh`.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Towers save lives in the desert.
          kind: impact
          impact: {magnitude: 4, probability: 0.5, timeframe: at once}
      attack:
        - text: Towers end the privacy of ranchers.
          kind: impact
          impact: {magnitude: 3, probability: 0.9, reversibility: "no"}

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Towers save lives in the desert.
          kind: impact
          impact: {magnitude: 4, probability: 0.5, timeframe: at once}
      attack:
        - text: Towers end the privacy of ranchers.
          kind: impact
          impact: {magnitude: 3, probability: 0.9, reversibility: "no"}
          attack:
            - {text: A life that is lost weighs more than a yard that is seen., tactic: outweigh}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import is_impact


def check(scan: Scan) -> Iterator[Found]:
    """Yield the thesis of a map with impacts on both sides and no answer that outweighs."""
    if not scan.map.thesis or scan.map.options:
        return
    impacts = [claim for claim in scan.map.claims.values() if is_impact(claim)]
    if len(impacts) < 2 or any(one.tactic == "outweigh" for one in scan.map.arguments.values()):
        return
    sides = scan.graph.sides
    first = {
        side: next((one for one in impacts if sides.get(one.id) == frozenset({side})), None)
        for side in ("pro", "con")
    }
    if (ours := first["pro"]) and (theirs := first["con"]):
        values = {"ours": ours.name.rstrip("."), "theirs": theirs.name.rstrip(".")}
        yield Found(("thesis",), values, key=True)


RULE = Rule(
    code="AM408",
    slug="no-comparison",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{ours!r} and {theirs!r}: which weighs more, and why?",
        "es": "{ours!r} y {theirs!r}: ¿qué pesa más, y por qué?",
    },
    help={
        "en": "add an answer with `tactic: outweigh` that compares the two",
        "es": "agrega una respuesta con `tactic: outweigh` que compare los dos",
    },
    about={
        "es": """Ambas partes tienen un impacto, y nada en el mapa los compara.

        Si los dos son ciertos, ¿quién gana? Eso tiene que decidir el juez, y lo decidirá solo si
        nadie dice por qué uno pesa más: daña a más personas, llega antes, no tiene remedio, empeora
        el otro. Dilo en una respuesta con `tactic: outweigh`.""",
    },
    profiles=("classroom", "tournament", "publish"),
    whole=True,
    measured=Measured(0, 7, "a class's maps, maps written for it"),
)
