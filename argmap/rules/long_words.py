"""A claim is packed with long words.

"Institutionalised intergovernmental cooperation" says no more than "governments that work
together", and is lost on a listener who hears it once.

Bad:

    argmap: 1
    title: Cooperation
    thesis: >-
      Institutional deterioration systematically undermines intergovernmental cooperation between
      both countries.

Good:

    argmap: 1
    title: Cooperation
    thesis: Weak courts make it hard for the two governments to work together.
"""

import re
from collections.abc import Iterator

from argmap.language.prose import prose, words
from argmap.language.reading import syllables
from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity

_LONG = {"en": 4, "es": 5}  # syllables; Spanish words are longer
_FEWEST = 4
_NAME = re.compile(r"(?<=\s)[A-ZÁÉÍÓÚÑ]\S+")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text in which too many of the words are long; names are not counted."""
    share = scan.number("long-words")
    for saying in scan.once(prose).known:
        if len(saying.text) < 6 * len(saying.words):
            continue
        language, least = saying.language, _LONG[saying.language]
        names = set(words(" ".join(_NAME.findall(saying.text))))
        long = [
            one
            for one in saying.words
            if len(one) > 7 and one not in names and syllables([one], language) >= least
        ]
        if len(long) >= _FEWEST and len(long) > share * len(saying.words):
            yield Found(saying.path, {"words": ", ".join(long)})


RULE = Rule(
    code="AM310",
    slug="long-words",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "many long words: {words}",
        "es": "muchas palabras largas: {words}",
    },
    help={
        "en": "use everyday words, and verbs instead of nouns made from verbs",
        "es": "usa palabras comunes, y verbos en lugar de sustantivos derivados de verbos",
    },
    about={
        "es": """Una afirmación está cargada de palabras largas.

        «Cooperación intergubernamental institucionalizada» no dice más que «gobiernos que trabajan
        juntos», y se pierde para quien la oye una sola vez.""",
    },
    thresholds={
        "long-words": Threshold(
            0.3,
            {
                "en": "which share of a claim's words may be long",
                "es": "qué parte de las palabras de una afirmación puede ser larga",
            },
        )
    },
    profiles=("publish",),
    measured=Measured(7, 13, "six maps, AIF, microtexts, Argdown"),
)
