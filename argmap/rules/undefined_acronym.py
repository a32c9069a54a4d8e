"""An abbreviation is nowhere spelled out.

Whoever does not know it stops reading there. Spell it out once: in the text, as "Drug Enforcement
Administration (DEA)", or under `definitions`, which hand-outs print as a glossary.

Bad:

    argmap: 1
    title: Joint raids
    thesis: The DEA should train Mexican investigators.

Good:

    argmap: 1
    title: Joint raids
    definitions:
      DEA: Drug Enforcement Administration of the United States.
    thesis: The DEA should train Mexican investigators.
"""

import re
from collections.abc import Iterator

from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_ACRONYM = re.compile(r"(?<![\w.&/-])[A-ZÁÉÍÓÚÑ]{2,6}(?=s?(?![\w&-]))(?!\.\w)")
_CAPITALS = re.compile(r"[A-ZÁÉÍÓÚÑ]{2}")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
_LINKING = r"(?:[\s,]+(?:of|the|and|for|on|in|de|del|la|las|los|el|y|para|en))*[\s-]+"


def check(scan: Scan) -> Iterator[Found]:
    """Yield the first use of each abbreviation that the map does not explain."""
    everything = scan.once(prose).known
    some = (one for one in everything if not one.text[1:].islower())  # most have but one capital
    texts = [one for one in some if _CAPITALS.search(one.text) and one.mood != "capitals"]
    names = dict.fromkeys(name for one in texts for name in _ACRONYM.findall(one.text))
    if not names:
        return
    explained = _Explained(scan, "\n".join(one.text for one in everything))
    for name in names:
        used = _first(texts, name)
        if used and not _ROMAN.match(name) and not explained.has(name, used[0]):
            saying, match = used
            yield Found(saying.path, {"name": name}, span=saying.span(scan.document, match))


def _first(texts: list[Saying], name: str) -> tuple[Saying, re.Match[str]] | None:
    for saying in texts:
        if name in saying.text:
            for match in _ACRONYM.finditer(saying.text):
                if match[0] == name:
                    return saying, match
    return None


class _Explained:
    """What a map explains: its definitions, and names that are spelled out anywhere in it."""

    def __init__(self, scan: Scan, everything: str) -> None:
        argmap = scan.map
        self.keys = " ".join((*argmap.definitions, *argmap.stakeholders)).lower().split()
        self.text = "\n".join(
            (
                everything,
                *(argmap.title, argmap.summary, argmap.question),
                *(*argmap.definitions.values(), *argmap.stakeholders.values()),
            )
        )

    def has(self, name: str, saying: Saying) -> bool:
        """Tell whether a name needs no explanation, or has one."""
        known = saying.lists.several("known-acronyms") if saying.lists else frozenset[str]()
        if name.lower() in known or name.lower() in self.keys:
            return True
        if re.search(rf"\(\s*{name}\s*\)|\b{name}\s*\(", self.text):
            return True
        initials = _LINKING.join(rf"{letter}\w+" for letter in name)
        return re.search(rf"\b{initials}", self.text) is not None


RULE = Rule(
    code="AM322",
    slug="undefined-acronym",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{name} is nowhere spelled out",
        "es": "{name} no se explica en ninguna parte",
    },
    help={
        "en": "add `{name}: what it stands for` under `definitions`, or spell it out in the text",
        "es": "agrega `{name}: lo que significa` a `definitions`, o escríbelo completo en el texto",
    },
    about={
        "es": """Una sigla no se explica en ninguna parte.

        Quien no la conoce deja de leer ahí. Escríbela completa una vez: en el texto, como
        «Instituto Nacional de Migración (INM)», o en `definitions`, que los materiales impresos
        llevan como glosario.""",
    },
    measured=Measured(5, 25, "six maps, AIF, microtexts, Argdown"),
)
