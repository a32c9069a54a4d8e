"""A name is translated otherwise than is usual, or not at all.

USMCA is T-MEC in Spanish, the United Nations are the ONU. Whoever looks for the usual name does not
find it. The list of names can be changed: set `words` in the configuration.

Bad:

    argmap: 1
    title: {en: The trade pact, es: El pacto comercial}
    definitions:
      USMCA: {en: The trade pact of 2020., es: El pacto comercial de 2020.}
    thesis:
      text:
        en: Congress should renew the USMCA in 2026.
        es: El Congreso debería renovar el USMCA en 2026.

Good:

    argmap: 1
    title: {en: The trade pact, es: El pacto comercial}
    definitions:
      USMCA: {en: The trade pact of 2020., es: El pacto comercial de 2020.}
    thesis:
      text:
        en: Congress should renew the USMCA in 2026.
        es: El Congreso debería renovar el T-MEC en 2026.
"""

import re
from collections.abc import Iterator

from argmap.language.paralleling import Parallel, parallels
from argmap.language.wording import lists
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_OTHER = {"en": "es", "es": "en"}


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text that lacks the name which another language of it calls for."""
    for one in scan.once(parallels):
        for language, other in _OTHER.items():
            if language in one.texts and other in one.texts:
                yield from _lacking(scan, one, language, other)


def _lacking(scan: Scan, one: Parallel, language: str, other: str) -> Iterator[Found]:
    found = lists(language, scan.words)
    for pair in found["names"] if found else ():
        name, _, forms = (part.strip() for part in pair.partition("="))
        if not _mentions(one.texts[language], name):
            continue
        accepted = [form.strip() for form in forms.split("/")]
        if not any(_mentions(one.texts[other], form) for form in accepted):
            yield Found(one.at(other), {"name": name, "form": accepted[0], "language": other})


def _mentions(text: str, name: str) -> bool:
    """Tell whether a name stands in a text, whole and with its capitals."""
    return name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


RULE = Rule(
    code="AM605",
    slug="glossary-mismatch",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "{name} is usually {form} in {language!r}",
        "es": "{name} suele llamarse {form} en {language!r}",
    },
    help={
        "en": "use the usual name, or change the list of names",
        "es": "usa el nombre habitual, o cambia la lista de nombres",
    },
    about={
        "es": """Un nombre se traduce de otro modo que el habitual, o no se traduce.

        El USMCA es el T-MEC en español; las Naciones Unidas, la ONU. Quien busca el nombre habitual
        no lo encuentra. La lista de nombres se puede cambiar: pon `words` en la configuración.""",
    },
    profiles=("publish",),
    measured=Measured(0, 5, "pairs of texts written for it"),
)
