"""The resolution turns on a word that the map does not define.

Is a cut of five percent "substantial"? Each side will answer as it suits, and the round is lost in
a quarrel over words. Say under `definitions` what the word means here, and from where you have it.

Bad:

    argmap: 1
    title: Surveillance
    thesis: The United States should substantially expand surveillance at its southern border.

Good:

    argmap: 1
    title: Surveillance
    definitions:
      substantially: By at least a quarter of the towers, drones and sensors that stand now.
    thesis: The United States should substantially expand surveillance at its southern border.
"""

from collections.abc import Iterator

from argmap.language.prose import mentions
from argmap.language.stemming import stem
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each contestable word of a root that no definition mentions."""
    roots = frozenset(scan.map.roots)
    if not roots:
        return
    claims = scan.map.claims.values()
    defining = " ".join(
        [*scan.map.definitions, *(c.text for c in claims if c.kind == "definition")]
    )
    for saying, match in mentions(scan, "contestable"):
        if saying.claim.id in roots and saying.own:
            term = match[0].lower()
            defined = {stem(one, saying.language) for one in defining.lower().split()}
            if not {stem(one, saying.language) for one in term.split()} & defined:
                span = saying.span(scan.document, match)
                yield Found(saying.path, {"term": term}, span=span)


RULE = Rule(
    code="AM323",
    slug="undefined-key-term",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the debate may turn on {term!r}: what does it mean here?",
        "es": "el debate puede depender de {term!r}: ¿qué significa aquí?",
    },
    help={
        "en": "add `{term}: …` under `definitions`, with a measure if there is one",
        "es": "agrega `{term}: …` a `definitions`, con una medida si la hay",
    },
    about={
        "es": """La resolución depende de una palabra que el mapa no define.

        ¿Es «sustancial» un recorte del cinco por ciento? Cada parte responderá como le convenga, y
        el debate se pierde en una disputa de palabras. Di en `definitions` qué significa aquí la
        palabra, y de dónde lo tomas.""",
    },
    profiles=("tournament", "publish"),
    measured=Measured(12, 40, "six maps, AIF, microtexts, Argdown"),
)
