"""A claim is a heading or a fragment, not a full sentence.

"Cartel violence" cannot be true or false, so nobody can support or attack it. A sentence with a
verb says what is claimed: who does what, or what is so.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Lower costs for families
          cite: [survey]
    sources:
      survey: {title: What pupils wear, author: Ana Ruiz, date: 2024}

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lower the costs of families with two or more children.
          cite: [survey]
    sources:
      survey: {title: What pupils wear, author: Ana Ruiz, date: 2024}
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan, Variant
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text without a verb, save those that are still being worked on."""
    for saying in scan.once(prose).known:
        if saying.mood == "heading" and not saying.claim.open and _is_latin(saying.text):
            variant = "" if saying.short.strip() else "blank"
            yield Found(saying.path, {"text": saying.short}, variant=variant)


def _is_latin(text: str) -> bool:
    """Tell whether a text is mostly in Latin letters: of others the word lists know nothing."""
    letters = [one for one in text if one.isalpha()]
    return text.isascii() or 2 * sum(one < "\u0250" for one in letters) > len(letters)


RULE = Rule(
    code="AM301",
    slug="not-a-sentence",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{text!r} reads like a heading: who does what?",
        "es": "{text!r} parece un título: ¿quién hace qué?",
    },
    help={
        "en": "write a full sentence with a verb: who does what, or what is so",
        "es": "escribe una oración completa con verbo: quién hace qué, o qué ocurre",
    },
    variants={
        "blank": Variant(
            {"en": "a claim of nothing but spaces", "es": "una afirmación de solo espacios"},
            {"en": "write a full sentence, or delete it", "es": "escribe una oración, o bórrala"},
            Severity.ERROR,
        )
    },
    about={
        "es": """Una afirmación es un título o un fragmento, no una oración completa.

        «Violencia de los cárteles» no puede ser verdadero ni falso, así que nadie puede apoyarlo ni
        atacarlo. Una oración con verbo dice qué se afirma: quién hace qué, o qué ocurre.""",
    },
    measured=Measured(3, 42, "six maps, AIF, microtexts, Argdown, texts written for it"),
)
