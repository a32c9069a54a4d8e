"""A claim quotes somebody's words, and names no source.

Quotation marks promise that somebody said just this. Without a source nobody can check it, and the
words count as your own.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - The headmaster says that "uniforms have ended the fights over brands" in his school.

Good:

    argmap: 1
    title: School uniforms
    sources:
      cruz: {type: interview, author: Leo Cruz, title: A Headmaster Looks Back, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: The headmaster says that "uniforms have ended the fights over brands" in his school.
          cite: [cruz]
"""

import re
from collections.abc import Iterator

from argmap.language.excerpting import part
from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.sourcing import sourced

_MARKS = re.compile(r'[“"«„]')
_QUOTED = re.compile(r"(?<!\w)[“\"«„]([^“”\"«»„]{10,})[”\"»“]")
_NAMES = re.compile(
    r"""(?ix) \b(?: terms? | words? | phrases? | called | titled | entitled | named | known \s as
    | slogans? | motto(?:es|s)? | so-called | t[ée]rminos? | palabras? | frases? | llamad[oa]s?
    | titulad[oa]s? | denominad[oa]s? | lemas? | conocid[oa]s? \s como ) \s* \Z"""
)
_FEWEST = 5  # words; fewer are a term or a name in quotation marks


def check(scan: Scan) -> Iterator[Found]:
    """Yield each quotation in a claim that rests on no source."""
    for saying in scan.once(prose).sayings:
        claim, text = saying.claim, saying.text
        if claim.cite or claim.kind == "definition" or not _MARKS.search(text):
            continue
        for match in _QUOTED.finditer(text):
            if len(match[1].split()) < _FEWEST or _is_name(match[1], text[: match.start()]):
                continue
            if claim.id not in scan.once(sourced):
                span = part(scan.document, saying.path, text, match.start(), match.end())
                yield Found(saying.path, {"words": match[0]}, span=span)


def _is_name(quoted: str, before: str) -> bool:
    """Tell whether what is in quotation marks is rather a title, or a term that is spoken of."""
    long = re.findall(r"[^\W\d_]{4,}", quoted)
    capitals = sum(word[0].isupper() for word in long)
    return capitals > len(long) / 2 or bool(_NAMES.search(before))


RULE = Rule(
    code="AM223",
    slug="uncited-quote",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "who says {words}, and where?",
        "es": "¿quién dice {words}, y dónde?",
    },
    help={
        "en": "cite the source; put the words into `quote`, and your own into the claim",
        "es": "cita la fuente; pon las palabras en `quote`, y las tuyas en la afirmación",
    },
    about={
        "es": """Una afirmación cita palabras de alguien, y no nombra ninguna fuente.

        Las comillas prometen que alguien dijo justo eso. Sin fuente nadie puede comprobarlo, y las
        palabras cuentan como tuyas.""",
    },
    measured=Measured(2, 23, "43 texts written for it"),
)
