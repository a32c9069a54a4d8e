"""A stakeholder, a criterion or a definition is listed, and nothing in the map uses it.

Readers look for what is announced. What is not used is left over, or the claims that should use it
are not marked.

Bad:

    argmap: 1
    title: A new road
    stakeholders:
      town: The town
      farmers: The farmers
    thesis:
      text: The town should build the road.
      support:
        - text: The town saves an hour a day.
          stakeholder: town

Bad:

    argmap: 1
    title: Two roads
    question: Which road should the town build?
    criteria:
      - {id: cost, text: Costs little}
      - {id: noise, text: Makes little noise}
    definitions:
      bypass: A road around a town.
    options:
      - text: The town should build the north road.
        support:
          - {text: The north road is short., criterion: cost}
      - The town should build the south road.

Good:

    argmap: 1
    title: A new road
    stakeholders:
      town: The town
    definitions:
      bypass: A road around a town.
    thesis:
      text: The town should build a bypass.
      support:
        - text: The town saves an hour a day.
          stakeholder: town
"""

import unicodedata
from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.model import ArgMap
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield what is listed and not used; a map without roots lists things for other maps."""
    if scan.map.roots:
        yield from _stakeholders(scan.map)
        yield from _criteria(scan.map)
        yield from _definitions(scan.map)


def _stakeholders(argmap: ArgMap) -> Iterator[Found]:
    meant = {claim.stakeholder for claim in argmap.claims.values()}
    for name in argmap.stakeholders:
        if name not in meant:
            yield Found(("stakeholders", name), {"name": name}, key=True)


def _criteria(argmap: ArgMap) -> Iterator[Found]:
    marked = {argument.criterion for argument in argmap.arguments.values()}
    for number, one in enumerate(argmap.criteria):
        if one.id not in marked:
            yield Found(("criteria", number, "id"), {"name": one.id}, variant="criterion")


def _definitions(argmap: ArgMap) -> Iterator[Found]:
    text = _text(argmap) if argmap.definitions else ""
    for name in argmap.definitions:
        if not any(form in text for form in _forms(name)):
            yield Found(("definitions", name), {"name": name}, key=True, variant="definition")


def _text(argmap: ArgMap) -> str:
    """Return all that a map says, in all its languages."""
    said = [argmap.title, argmap.summary, argmap.question]
    said += [one.text for one in argmap.criteria]
    said += (part for claim in argmap.claims.values() for part in (claim.text, claim.label))
    said += argmap.definitions.values()
    said += (text for one in argmap.translations.values() for text in one.values())
    return _plain(" ".join(said))


def _plain(text: str) -> str:
    """Return a text in small letters and without accents: nación and naciones begin alike."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def _forms(term: str) -> list[str]:
    """Return a term and its singular: `cartel` and `cartels` are one term."""
    words = _plain(term)
    return [words, *(words.removesuffix(end) for end in ("es", "s") if words.endswith(end))]


RULE = Rule(
    code="AM133",
    slug="unused-declaration",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "no claim speaks of the stakeholder {name!r}",
        "es": "ninguna afirmación habla de la parte interesada {name!r}",
    },
    help={
        "en": "mark the claims that concern it with `stakeholder: {name}`, or take it out",
        "es": "marca las afirmaciones que le atañen con `stakeholder: {name}`, o quítalo",
    },
    variants={
        "criterion": Variant(
            {
                "en": "no reason bears on the criterion {name!r}",
                "es": "ninguna razón atañe al criterio {name!r}",
            },
            {
                "en": "mark the reasons that bear on it with `criterion: {name}`, or take it out",
                "es": "marca las razones que le atañen con `criterion: {name}`, o quítalo",
            },
        ),
        "definition": Variant(
            {
                "en": "the map never uses the term {name!r} that it defines",
                "es": "el mapa no usa nunca el término {name!r} que define",
            },
            {
                "en": "use the term in a claim, or take the definition out",
                "es": "usa el término en una afirmación, o quita la definición",
            },
        ),
    },
    about={
        "es": """Una parte interesada, un criterio o una definición está en la lista, y nada en el
        mapa la usa.

        Los lectores buscan lo que se anuncia. Lo que no se usa sobra, o faltan las marcas en las
        afirmaciones que deberían usarlo.""",
    },
    whole=True,
    measured=Measured(0, 5, "a class's maps, maps written for it"),
)
