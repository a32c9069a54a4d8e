"""What is granted to the other side cuts every way from a side's impacts to the thesis.

A concession is wise when something is left to win with. Here each impact of the side hangs on a
claim that is conceded, or that a conceded objection takes away: whoever grants it has nothing more
to weigh. Keep one way open, or do not concede this.

Bad:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Towers help agents to find people in need.
          support:
            - {text: Fewer people would die of thirst., kind: impact}
          attack:
            - {text: No tower has ever seen anyone in need., conceded: true}

Good:

    argmap: 1
    title: Towers
    thesis:
      text: Congress should pay for watchtowers.
      support:
        - text: Towers help agents to find people in need.
          support:
            - {text: Fewer people would die of thirst., kind: impact}
          attack:
            - {text: No tower has ever seen anyone in need., conceded: true}
        - text: Towers stop smugglers.
          support:
            - {text: Fewer drugs would reach schools., kind: impact}
"""

from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.model import Argument
from argmap.problems import Severity
from argmap.review.contending import Contention, debated, is_impact

_WEAK = frozenset({"mitigate", "outweigh"})  # these leave the claim as it is


def check(scan: Scan) -> Iterator[Found]:
    """Yield each concession that, with the others, leaves a side no impact."""
    claims = scan.map.claims
    if not any(claim.conceded for claim in claims.values()):
        return
    for side in ("pro", "con"):
        lost = _lost(scan, side)
        own = [one for one in debated(scan) if one.side == side]
        if any(is_impact(claims[key]) for one in own for key in one.claims) and not any(
            _reaches(scan, one, lost) for one in own
        ):
            keys = {key for one in own for key in one.keys if key in lost}
            for claim, path in scan.claims:
                if claim.conceded and any(claim.id in lost[key] for key in keys):
                    yield Found((*path, "conceded"), key=True)


def _lost(scan: Scan, side: str) -> dict[str, set[str]]:
    """Return the claims and arguments that concessions take away from a side, and by which.

    What speaks against the thesis and is conceded is granted to those who say it: they keep it.
    """
    claims, sides = scan.map.claims, scan.graph.sides
    given = {key for key, claim in claims.items() if claim.conceded}
    found = {key: {key} for key in given if side == "pro" and "pro" in sides.get(key, ())}
    for key, into in scan.graph.attacks.items():
        for one in into:
            if one.tactic not in _WEAK and all(claims[name].conceded for name in one.premises):
                found.setdefault(key, set()).update(one.premises)
    return found


def _reaches(scan: Scan, one: Contention, lost: dict[str, set[str]]) -> bool:
    """Tell whether an impact leads to the root through nothing that is lost."""
    into = scan.graph.supports
    queue: list[Argument] = [one.argument]
    seen = {one.argument.id}
    for here in queue:  # grows while it is read
        if here.id in lost or any(key in lost for key in here.premises):
            continue
        if any(is_impact(scan.map.claims[key]) for key in here.premises):
            return True
        below = [under for key in (here.id, *here.premises) for under in into.get(key, ())]
        queue += [under for under in below if under.id not in seen]
        seen.update(under.id for under in below)
    return False


RULE = Rule(
    code="AM427",
    slug="concession-risk",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "with this conceded, no impact of the side is left to win with",
        "es": "concedido esto, a la parte no le queda ningún impacto con que ganar",
    },
    help={
        "en": "answer it instead, or give the side an impact that does not hang on it",
        "es": "respóndelo, o da a la parte un impacto que no dependa de ello",
    },
    about={
        "es": """Lo que se concede a la otra parte corta todo camino de los impactos a la tesis.

        Una concesión es sabia cuando queda algo con que ganar. Aquí cada impacto de la parte
        depende de una afirmación concedida, o que una objeción concedida derriba: a quien la
        concede no le queda nada que ponderar. Deja abierto un camino, o no concedas esto.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 5, "maps written for it"),
)
