"""Brackets put words into a quote that its author did not write.

A capital or a name for a pronoun helps the listener. Whole phrases, or one word such as `[not]`,
`[all]` or `[will]`, change what is said and are held to be distortion.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lower what families spend on clothes.
          cite: [{source: ruiz, quote: "They [will always] lower what families spend on clothes."}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms lower what families spend on clothes.
          cite: [{source: ruiz, quote: "[School uniforms] lower what families spend on clothes."}]
"""

import re
from collections.abc import Iterator

from argmap.language.verbatim import words
from argmap.language.wording import lists
from argmap.linting import Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity
from argmap.review.sourcing import quoted

_WEIGHTY = ("strong", "weak", "negations", "duties", "absolutes", "vague-quantities")
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_REMARK = re.compile(
    r"""(?ix) sic | omi[st] | emphasis | italics | table | figure | chart | footnote | note
    | translat | original | inaudible | laughter | applause | énfasis | cursiva | tabla | figura
    | gráfic | nota | traduc | inaudible | risas | aplausos"""
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each bracket that says more than a letter, a name or an editor's remark."""
    for one in scan.once(quoted):
        quote = one.citation.quote
        if quote and "[" in quote:
            language = (one.work and one.work.language) or scan.map.language
            for match in _BRACKETS.finditer(quote):
                if _is_added(scan, words(match[1]), language) and not _REMARK.search(match[1]):
                    yield Found((*one.path, "quote"), {"words": match[0]})


def _is_added(scan: Scan, put: list[str], language: str) -> bool:
    """Tell whether words in brackets are too many for a name, or too strong for any."""
    known = lists(language, scan.words)
    weighty = known.several(*_WEIGHTY) if known else frozenset()
    small = known.several("before-nouns", "prepositions") if known else frozenset()
    named = [one for one in put if one not in small]
    return len(named) > scan.number("max-bracket-words") or not weighty.isdisjoint(put)


RULE = Rule(
    code="AM216",
    slug="bracket-insertion",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the quote holds words that are not the author's: {words!r}",
        "es": "la cita contiene palabras que no son del autor: {words!r}",
    },
    help={
        "en": "take them out, and say in the claim what they were to explain",
        "es": "quítalas, y di en la afirmación lo que debían explicar",
    },
    about={
        "es": """Unos corchetes ponen en una cita palabras que su autor no escribió.

        Una mayúscula, o un nombre en lugar de un pronombre, ayuda al oyente. Frases enteras, o una
        sola palabra como `[no]`, `[todos]` o `[siempre]`, cambian lo que se dice y se tienen por
        distorsión.""",
    },
    thresholds={
        "max-bracket-words": Threshold(
            4,
            {
                "en": "how many words in brackets may stand for a name",
                "es": "cuántas palabras entre corchetes pueden hacer de nombre",
            },
        )
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 5, "quotes written for it"),
)
