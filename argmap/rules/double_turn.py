"""One answer turns the link of an argument, another its impact: together they help the other side.

"Your plan lowers prices, it does not raise them" and "higher prices are good" are each a fine
answer. Said together they concede that the plan lowers prices and that lower prices are bad: your
opponent takes both, and has a new argument. Keep the one that you can defend.

Bad:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should raise the tariff.
      attack:
        - text: A tariff raises the price of cars.
          attack:
            - {text: A tariff lowers prices by drawing plants home., tactic: turn}
          support:
            - text: Fewer people could pay for a car.
              kind: impact
              attack:
                - {text: Fewer cars would mean cleaner air., tactic: turn}

Good:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should raise the tariff.
      attack:
        - text: A tariff raises the price of cars.
          support:
            - text: Fewer people could pay for a car.
              kind: impact
              attack:
                - {text: Fewer cars would mean cleaner air., tactic: turn}
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.model import Argument
from argmap.problems import Severity
from argmap.review.contending import contentions, is_impact, named


def check(scan: Scan) -> Iterator[Found]:
    """Yield each turn of an impact in a contention of which a link is turned as well."""
    if not any(one.tactic == "turn" for one in scan.map.arguments.values()):
        return
    into = scan.graph.attacks
    for contention in scan.once(contentions):
        links, impacts = list[Argument](), list[Argument]()
        for key in sorted(contention.keys):
            claim = scan.map.claims.get(key)
            turns = [one for one in into.get(key, ()) if one.tactic == "turn"]
            (impacts if claim and is_impact(claim) else links).extend(turns)
        places = scan.built.places
        if links and impacts and links[0].id in places and impacts[0].id in places:
            values = {"link": named(scan, links[0]), "claim": named(scan, contention.argument)}
            also = (Also((*places[links[0].id], "tactic"), "link"),)
            yield Found((*places[impacts[0].id], "tactic"), values, also=also)


RULE = Rule(
    code="AM417",
    slug="double-turn",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "a double turn: this turns the impact of {claim!r}, and {link!r} turns its link",
        "es": "doble giro: esto vuelve el impacto de {claim!r}, y {link!r} vuelve su vínculo",
    },
    help={
        "en": "keep one of the two turns, or give the other the tactic that it really is",
        "es": "conserva uno de los dos giros, o da al otro la táctica que de verdad es",
    },
    about={
        "es": """Una respuesta vuelve en contra el vínculo de un argumento, y otra su impacto:
        juntas ayudan a la otra parte.

        «El plan baja los precios, no los sube» y «los precios altos son buenos» son, cada una, una
        buena respuesta. Juntas conceden que el plan baja los precios y que los precios bajos son
        malos: el adversario toma ambas y tiene un argumento nuevo. Quédate con la que puedas
        defender.""",
    },
    notes={"link": {"en": "the turn of the link", "es": "el giro del vínculo"}},
    severities={"novice": Severity.WARNING, "classroom": Severity.WARNING},
    measured=Measured(0, 5, "maps written for it"),
)
