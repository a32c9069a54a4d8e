"""The map as a whole is harder to read than its readers are likely to manage.

Long sentences and long words tire the reader of a picture and the listener of a speech. The measure
is rough (words to a sentence, syllables to a word), so it is taken of the whole map and not of one
box. It is school years in English, and the INFLESZ scale of 0 to 100 in Spanish.

Bad:

    argmap: 1
    title: Cooperation
    thesis:
      text: >-
        Institutionalised intergovernmental cooperation constitutes the indispensable prerequisite
        of sustainable regional stabilisation.
      support:
        - text: >-
            Jurisdictional fragmentation systematically compromises the operational effectiveness
            of multinational investigations.
          basis: common-knowledge
        - text: >-
            Asymmetrical dependencies predominantly characterise contemporary hemispheric economic
            interrelations.
          basis: common-knowledge
        - text: >-
            Comprehensive harmonisation of administrative procedures facilitates the accelerated
            extradition of suspected perpetrators.
          basis: common-knowledge
        - text: >-
            Interoperable telecommunications infrastructure substantially augments the preparedness
            of participating authorities.
          basis: common-knowledge
        - text: >-
            Proportionate accountability mechanisms necessarily reinforce the legitimacy of
            exceptional interventions.
          basis: common-knowledge
        - text: >-
            Preventive diplomatic consultation considerably diminishes the probability of
            confrontational escalation.
          basis: common-knowledge

Good:

    argmap: 1
    title: Cooperation
    thesis:
      text: The two countries should fight the cartels together.
      support:
        - text: Police who share what they know catch more smugglers.
          basis: common-knowledge
"""

from collections.abc import Iterator
from itertools import chain

from argmap.language.prose import Saying, prose
from argmap.language.reading import ease, grade, syllables
from argmap.linting import Also, Found, Measured, Rule, Scan, Threshold, Variant
from argmap.problems import Severity

_ENOUGH = 60  # words below which the measure says nothing


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where the texts in the map's own language are too hard."""
    own = [one for one in scan.once(prose).known if one.own]
    if sum(len(one.words) for one in own) < _ENOUGH:
        return
    spanish = own[0].language == "es"
    level = _level(own)
    limit = scan.number("min-ease" if spanish else "max-grade")
    if round(level) < limit if spanish else round(level) > limit:
        hardest = sorted(own, key=lambda one: _level([one]), reverse=not spanish)[0]
        values = {"level": f"{level:.0f}", "limit": f"{limit:g}"}
        also = (Also(hardest.path, "hardest"),)
        yield Found(("title",), values, variant="ease" if spanish else "", also=also)


def _level(sayings: list[Saying]) -> float:
    language = sayings[0].language
    words = sum(len(one.words) for one in sayings)
    sounds = syllables(chain.from_iterable(one.words for one in sayings), language)
    return (ease if language == "es" else grade)(max(words, 1), len(sayings), sounds)


RULE = Rule(
    code="AM309",
    slug="reading-level",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "the map reads like a text for school year {level}; the limit is {limit}",
        "es": "el mapa se lee como un texto de grado escolar {level}; el límite es {limit}",
    },
    help={
        "en": "begin with the hardest box: shorter sentences, everyday words, verbs for nouns",
        "es": "empieza por la caja más difícil: frases cortas, palabras comunes, verbos",
    },
    about={
        "es": """El mapa en conjunto es más difícil de leer de lo que sus lectores podrán manejar.

        Las frases y las palabras largas cansan a quien lee un dibujo o escucha un discurso. La
        medida es aproximada (palabras por frase, sílabas por palabra), por eso se toma de todo el
        mapa y no de una caja. En inglés son grados escolares; en español, la escala INFLESZ de 0 a
        100.""",
    },
    variants={
        "ease": Variant(
            {
                "en": "the map reaches {level} of 100 on the INFLESZ scale; {limit} is asked",
                "es": "el mapa alcanza {level} de 100 en la escala INFLESZ; se pide {limit}",
            }
        )
    },
    thresholds={
        "max-grade": Threshold(
            12,
            {
                "en": "which school year an English map may ask for (Flesch-Kincaid)",
                "es": "qué grado escolar puede exigir un mapa en inglés (Flesch-Kincaid)",
            },
            {"novice": 9},
        ),
        "min-ease": Threshold(
            55,
            {
                "en": "how easy a Spanish map must be to read (INFLESZ, 0 to 100)",
                "es": "qué tan fácil debe ser de leer un mapa en español (INFLESZ, de 0 a 100)",
            },
            {"novice": 65},
        ),
    },
    notes={"hardest": {"en": "the hardest to read", "es": "la más difícil de leer"}},
    profiles=("novice", "classroom", "publish"),
    measured=Measured(3, 16, "six maps, microtexts, a sample from AIF"),
)
