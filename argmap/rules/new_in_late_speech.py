"""A speech brings up something that may no longer be new in it.

Nobody could answer an argument that is first heard at the end, so judges strike it, or hold it
against you. In rebuttals answers are new and reasons for the case are not; in final speeches
nothing is, save that one weighs what there is. Move the claim to an earlier speech. The format is
that of `debate-format` in the settings, or whichever has all speeches of the map.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          speech: AC
        - text: Uniforms make the school safer.
          speech: AFF
      attack:
        - {text: Uniforms limit how students express themselves., speech: NC}

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms save families money.
          speech: AC
        - text: Uniforms make the school safer.
          speech: AC
      attack:
        - text: Uniforms limit how students express themselves.
          speech: NC
          attack:
            - {text: Safety weighs more than a choice of shirts., tactic: outweigh, speech: AFF}
"""

from collections.abc import Iterator

from argmap.audit.scheduling import FORMAT, MINUTES, held, spoken
from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.contending import contentions
from argmap.review.timing import ANSWERS, NEW, NONE


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim that is first heard in a speech where that is too late."""
    if not (found := scan.once(spoken)):
        return
    case = {key for one in scan.once(contentions) for key in one.claims}
    formats = scan.once(held)
    for name, claims in found.items():
        known = [speech for one in formats if (speech := one.speech(name))]
        news = min((one.new for one in known), key=NEW.index, default=NEW[0])
        for claim, path in claims:
            late = news == NONE and not _weighs(scan, claim.id)
            if late or (news == ANSWERS and claim.id in case):
                place = (*path, "speech")
                yield Found(place, {"speech": name}, variant="" if news == NONE else "case")


def _weighs(scan: Scan, claim: str) -> bool:
    """Tell whether a claim compares what both sides have said."""
    return any(one.tactic == "outweigh" for one in scan.graph.used.get(claim, ()))


RULE = Rule(
    code="AM418",
    slug="new-in-late-speech",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "nothing may be new in {speech}, and this is not said before",
        "es": "en {speech} no puede haber nada nuevo, y esto no se dice antes",
    },
    help={
        "en": "move it to an earlier speech, or mark what weighs both sides `tactic: outweigh`",
        "es": "pásalo a un discurso anterior, o marca lo que pondera con `tactic: outweigh`",
    },
    about={
        "es": """Un discurso trae algo que en él ya no puede ser nuevo.

        A un argumento que se oye al final nadie pudo responder, así que los jueces lo tachan, o se
        lo toman a mal. En las refutaciones son nuevas las respuestas y no las razones del caso; en
        los discursos finales no lo es nada, salvo ponderar lo que hay. Pasa la afirmación a un
        discurso anterior. El formato es el de `debate-format` en la configuración, o el que tenga
        todos los discursos del mapa.""",
    },
    variants={
        "case": Variant(
            {
                "en": "only answers may be new in {speech}, and this is part of the case",
                "es": "en {speech} solo pueden ser nuevas las respuestas, y esto es del caso",
            }
        )
    },
    thresholds={"debate-format": FORMAT, "speech-minutes": MINUTES},
    measured=Measured(0, 4, "maps written for it"),
)
