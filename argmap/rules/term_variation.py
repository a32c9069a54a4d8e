"""One thing goes by two names in the same map.

A listener takes two names for two things: whoever hears of the USMCA in one speech and of the T-MEC
in the next looks for the difference. Pick one name, and give the other once, in brackets. Looked at
are the names that have a form in each language; the list can be changed with `words` in the
configuration.

Bad:

    argmap: 1
    title: Trade
    thesis:
      text: Congress should renew the USMCA.
      support:
        - text: The T-MEC protects jobs in both countries.
          basis: common-knowledge

Good:

    argmap: 1
    title: Trade
    thesis:
      text: Congress should renew the USMCA (T-MEC in Mexico).
      support:
        - text: The USMCA protects jobs in both countries.
          basis: common-knowledge
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from argmap.language.prose import Saying, prose
from argmap.language.wording import Words, lists
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity

_OTHER = {"en": "es", "es": "en"}


def check(scan: Scan) -> Iterator[Found]:
    """Yield the first text that has a name of another language, where others have the own one."""
    sayings = scan.once(prose).known
    for language, other in _OTHER.items():
        known = lists(other, scan.words)
        texts = [one for one in sayings if one.language == language]
        whole = "\n".join(one.text for one in texts)
        for foreign, names in _pairs(known) if known and texts else ():
            if foreign in whole:
                yield from _found(scan, texts, foreign, names)


def _found(
    scan: Scan, texts: list[Saying], foreign: str, names: tuple[str, ...]
) -> Iterator[Found]:
    """Yield where a foreign name and an own one stand in different texts."""
    strange = [(one, match) for one in texts if (match := _mention(one.text, foreign))]
    if not strange:
        return
    usual = [(one, m) for one in texts for name in names if (m := _mention(one.text, name))]
    explained = {id(one) for one, _ in usual}
    alone = [(one, match) for one, match in strange if id(one) not in explained]
    if alone and usual:
        (one, match), (there, name) = alone[0], usual[0]
        values = {"name": match[0], "other": name[0]}
        also = (Also(there.path, "other"),)
        yield Found(one.path, values, span=one.span(scan.document, match), also=also)


@lru_cache(maxsize=8)
def _pairs(known: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each short name of a language with the short names that another has for it."""
    found = []
    for pair in known["names"]:
        name, _, forms = (part.strip() for part in pair.partition("="))
        own = tuple(one.strip() for one in forms.split("/"))
        if " " not in name and name not in own:
            found.append((name, tuple(one for one in own if " " not in one)))
    return tuple(found)


def _mention(text: str, name: str) -> re.Match[str] | None:
    """Return where a name stands in a text, whole and with its capitals."""
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) if name in text else None


RULE = Rule(
    code="AM321",
    slug="term-variation",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{name!r} here and {other!r} elsewhere: is that one thing?",
        "es": "{name!r} aquí y {other!r} en otro lugar: ¿es lo mismo?",
    },
    help={
        "en": "use one of the two names, and give the other once in brackets",
        "es": "usa uno de los dos nombres, y pon el otro una sola vez entre paréntesis",
    },
    about={
        "es": """Una misma cosa tiene dos nombres en el mismo mapa.

        Quien escucha toma dos nombres por dos cosas: si en un discurso oye del USMCA y en el
        siguiente del T-MEC, busca la diferencia. Elige un nombre y da el otro una sola vez, entre
        paréntesis. Se miran los nombres que tienen una forma en cada idioma; la lista se puede
        cambiar con `words` en la configuración.""",
    },
    notes={"other": {"en": "the other name", "es": "el otro nombre"}},
    measured=Measured(0, 5, "maps written for it"),
)
