"""Something is cited as it stands in the work of somebody else.

Words that pass through a second pair of hands may have lost what stood around them. Where the first
work can be had, it makes the better evidence; where it cannot, say so in the speech.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Pupils in uniform were late less often.
          cite: [{source: ruiz, page: 12, note: "Smith 2019, as cited in Ruiz"}]

Good:

    argmap: 1
    title: School uniforms
    sources:
      smith: {author: Joan Smith, title: Dress and Discipline, date: 2019}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Pupils in uniform were late less often.
          cite: [{source: smith, page: 88}]
"""

import re
from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.positions import Path
from argmap.problems import Severity
from argmap.review.sourcing import authors, cited, own

_SECOND_HAND = re.compile(
    r"""(?ix) \b(?: (?:as \s)? (?:cited|quoted|qtd\.?) \s in
    | as \s (?:cited|quoted) \s by | cit\. \s (?:en|por|in) | apud
    | (?:como \s (?:se \s)?)? (?:citad[oa]s?|cita) \s (?:en|por) )\b"""
)
_SIGNS = ("cit", "quot", "qtd", "apud")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each place that says so."""
    for place, text in _texts(scan):
        if any(sign in text.lower() for sign in _SIGNS) and (match := _SECOND_HAND.search(text)):
            yield Found(place, {"words": match[0]})


def _texts(scan: Scan) -> Iterator[tuple[Path, str]]:
    """Yield the texts in which people say that they cite at second hand."""
    for _, source, path in own(scan):
        for number, name in enumerate(authors(source)):
            listed = not isinstance(source.author, str)
            yield (*path, "author", number) if listed else (*path, "author"), name
        if source.note:
            yield (*path, "note"), source.note
    for one in scan.once(cited):
        for key in ("section", "note"):
            if text := getattr(one.citation, key):
                yield (*one.path, key), text
        for aside in _ASIDE.finditer(one.citation.quote or ""):
            yield (*one.path, "quote"), aside[0]


RULE = Rule(
    code="AM226",
    slug="secondary-quote",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "this is taken at second hand ({words!r}); can the first work be had?",
        "es": "esto es de segunda mano ({words!r}); ¿puede conseguirse la obra original?",
    },
    help={
        "en": "look it up in the first work, and cite that; or say that it could not be had",
        "es": "búscalo en la obra original y cítala; o di que no pudo conseguirse",
    },
    about={
        "es": """Se cita algo tal como está en la obra de otra persona.

        Las palabras que pasan por otras manos pueden haber perdido lo que tenían alrededor. Si la
        obra original puede conseguirse, es mejor prueba; si no, dilo en el discurso.""",
    },
    profiles=("tournament", "publish"),
    measured=Measured(1, 8, "sources and quotes written for it"),
)
