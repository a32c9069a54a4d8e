"""What a speech holds takes longer to say than the speech may last.

Whoever runs out of time drops the end, and the end is the impact. The words of the claims and of
the quotes that are read aloud are counted for each `speech`; the finding stands where the time is
up. The format is that of `debate-format` in the settings, or the one that has all speeches of the
map; where several have, the longest time counts. Two and a half words a second are a clear pace.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms cost families more than they save them in any school year.
          speech: C
          support:
            - {speech: C, text: A blazer from the one shop that sells it costs ninety dollars.}
            - {speech: C, text: A skirt or a pair of trousers from there costs another forty.}
            - {speech: C, text: A child grows out of both within a year and needs the next size.}
            - {speech: C, text: No other shop may sell the blazer with the badge of the school.}
            - {speech: C, text: After school every child changes into the clothes it wore before.}
            - {speech: C, text: So a family buys two sets of clothes where it used to buy one.}
            - {speech: C, text: A family with three children pays for six sets of clothes a year.}
            - {speech: C, text: The fund of the school for such families was empty in March.}
            - {speech: C, text: Nine families asked the board for help and seven of them got none.}
            - {speech: C, text: The board found that one family in five bought it on credit.}
            - {speech: C, text: A dress code without a blazer would cost such a family nothing.}
            - {speech: C, text: Nobody on the board has spoken of such a code since last spring.}
            - {speech: C, text: Thrift shops sell shirts and trousers for two dollars a piece.}

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      attack:
        - text: Uniforms cost families more than they save them in any school year.
          speech: C
          support:
            - {speech: C, text: A blazer from the one shop that sells it costs ninety dollars.}
            - {speech: C, text: A child grows out of it within a year and needs the next size.}
"""

from collections.abc import Iterator
from itertools import accumulate

from argmap.audit.scheduling import FORMAT, MINUTES, Claims, held, spoken
from argmap.language.prose import words
from argmap.linting import Found, Measured, Rule, Scan, Threshold, Variant
from argmap.model import Claim
from argmap.problems import Severity
from argmap.text import nearest


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim with which a speech goes over its time, and each speech that is none."""
    if not (found := scan.once(spoken)):
        return
    formats = scan.once(held)
    for name, claims in found.items():
        known = [speech for one in formats if (speech := one.speech(name))]
        if known:
            room = max(one.minutes for one in known)
            yield from _over(name, claims, room, scan.number("words-per-minute"))
        elif formats:
            names = [one.id for one in formats[0].speeches]
            values = {"speech": name, "format": formats[0].slug, "names": ", ".join(names)}
            path, near = (*claims[0][1], "speech"), nearest(name, names)
            yield Found(path, values, variant="unknown", near=near)


def _over(name: str, claims: Claims, minutes: float, pace: float) -> Iterator[Found]:
    """Yield the claim of a speech with which its time is up."""
    counts = list(accumulate(_count(claim) for claim, _ in claims))
    over = next((place for place, count in enumerate(counts) if count > minutes * pace), None)
    if over is not None:
        values = {
            "speech": name,
            "takes": f"{counts[-1] / pace:.1f}",
            "minutes": f"{minutes:g}",
            "excess": f"{counts[-1] - minutes * pace:.0f}",
            "pace": f"{pace:g}",
        }
        yield Found((*claims[over][1], "speech"), values)


def _count(claim: Claim) -> int:
    """Return how many words of a claim are spoken: its text, and what is read of its quotes."""
    read = [part for one in claim.cite for part in one.read or ()]
    return sum(len(words(text)) for text in (claim.text, *read))


RULE = Rule(
    code="AM419",
    slug="over-time",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{speech} takes {takes} minutes, and has {minutes}: here the time is up",
        "es": "{speech} dura {takes} minutos, y tiene {minutes}: aquí se acaba el tiempo",
    },
    help={
        "en": "cut {excess} words, or move a claim to another speech ({pace} words a minute)",
        "es": "quita {excess} palabras, o pasa algo a otro discurso ({pace} palabras por minuto)",
    },
    about={
        "es": """Lo que contiene un discurso dura más de lo que el discurso puede durar.

        A quien se le acaba el tiempo se le cae el final, y el final es el impacto. De cada `speech`
        se cuentan las palabras de las afirmaciones y de las citas que se leen; el aviso está donde
        se acaba el tiempo. El formato es el de `debate-format` en la configuración, o el que tiene
        todos los discursos del mapa; si son varios, vale el tiempo más largo. Dos palabras y media
        por segundo son un ritmo claro.""",
    },
    variants={
        "unknown": Variant(
            {
                "en": "the format {format!r} has no speech {speech!r}",
                "es": "el formato {format!r} no tiene ningún discurso {speech!r}",
            },
            {
                "en": "its speeches are {names}; add your own to `speech-minutes`",
                "es": "sus discursos son {names}; agrega los propios en `speech-minutes`",
            },
        )
    },
    thresholds={
        "debate-format": FORMAT,
        "speech-minutes": MINUTES,
        "words-per-minute": Threshold(
            150,
            {
                "en": "how many words are spoken in a minute",
                "es": "cuántas palabras se dicen por minuto",
            },
        ),
    },
    measured=Measured(0, 2, "maps written for it"),
)
