"""A text has a slip in its spaces or its punctuation.

Such slips show in print, and break a search for the text. Superfluous spaces are taken out by
`--fix`; for quotation marks and brackets without a partner, only you know what was meant.

Bad:

    argmap: 1
    title: School uniforms
    thesis: Our school  should require uniforms.

Bad:

    argmap: 1
    title: School uniforms
    thesis: Our school should require “uniforms.

Good:

    argmap: 1
    title: School uniforms
    thesis: Our school should require “uniforms”.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.language.excerpting import excerpt
from argmap.language.prose import Saying, prose
from argmap.linting import Found, Measured, Mend, Rule, Scan, Threshold, Variant
from argmap.problems import Edit, Severity


class _Slip(NamedTuple):
    """What is wrong in a text, what that is in its source, and what should stand there."""

    variant: str
    text: re.Pattern[str]
    source: re.Pattern[str]
    right: str


_SPACES = (
    _Slip(
        "",
        re.compile(r"(?<=\S)(?:[ \t]{2,}|\t)(?=\S)"),
        re.compile(r"(?<=[^\s\"'])(?:[ \t]{2,}|\t)(?=\S)"),
        " ",
    ),
    _Slip(
        "edge",
        re.compile(r"\A[ \t]|[ \t](?=\n|\Z)"),
        re.compile(r"(?<=\A[\"'])[ \t]+|(?<![ \t])[ \t]+(?=[\"']\Z)|(?<=\S)[ \t]+(?=\r?\n)"),
        "",
    ),
    _Slip(
        "before",
        re.compile(r"\w[ \t]+(?=[,;:!?](?:\s|\Z)|\.(?!\s*\.)(?:\s|\Z))"),
        re.compile(r"(?<=\w)[ \t]+(?=[,;:!?](?:\s|[\"']?\Z)|\.(?!\s*\.)(?:\s|[\"']?\Z))"),
        "",
    ),
)  # fmt: skip
_SUSPECT = (
    "  ",
    "\t",
    "\n ",
    " \n",
    " ,",
    " .",
    " ;",
    " :",
    " !",
    " ?",
    *'"“”«»()[]{}¿¡!?',
    ",,",
    ";;",
    "..",
)
_TWICE = re.compile(r",,|;;|(?<!\.)\.\.(?!\.)|[!?]{2,}")
_PAIRS = ("“”", "«»", "[]", "{}", "()")
_NUMBERED = re.compile(r"(?:\A|\s)\w{1,3}\)")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each slip, the first of its kind in each text."""
    stop = scan.thresholds["final-stop"] == "always"
    for saying in scan.once(prose).sayings:
        if not saying.is_bare and any(one in f"\n{saying.text}\n" for one in _SUSPECT):
            yield from _spaces(scan, saying)
            yield from _marks(scan, saying)
        if stop and not saying.text.rstrip("\n\"'”»)]").endswith((".", "!", "?", "…")):
            yield Found(saying.path, {}, variant="stop")


def _spaces(scan: Scan, saying: Saying) -> Iterator[Found]:
    for slip in _SPACES:
        if slip.text.search(saying.text):
            source = excerpt(scan.document, saying.path)
            spans = [source.span(*one.span()) for one in slip.source.finditer(source.text)]
            mend = Mend(tuple(Edit(span, slip.right) for span in spans)) if spans else None
            span = spans[0] if spans else None
            yield Found(saying.path, {}, variant=slip.variant, mend=mend, span=span)


def _marks(scan: Scan, saying: Saying) -> Iterator[Found]:
    if match := _TWICE.search(saying.text):
        span = saying.span(scan.document, match)
        yield Found(saying.path, {"marks": match[0]}, variant="twice", span=span)
    for marks in _unbalanced(saying):
        yield Found(saying.path, {"marks": marks}, variant="unbalanced")


def _unbalanced(saying: Saying) -> Iterator[str]:
    """Yield the marks that have no partner."""
    text = _NUMBERED.sub("", saying.text)
    if text.count('"') % 2:
        yield '"'
    yield from (pair for pair in _PAIRS if text.count(pair[0]) != text.count(pair[1]))
    if saying.language == "es":
        yield from (pair for pair in ("¿?", "¡!") if (pair[0] in text) != (pair[1] in text))


RULE = Rule(
    code="AM328",
    slug="punctuation-or-spacing",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "more than one space between two words",
        "es": "más de un espacio entre dos palabras",
    },
    help={
        "en": "take out what is too much",
        "es": "quita lo que sobra",
    },
    about={
        "es": """Un texto tiene un descuido en sus espacios o en su puntuación.

        Esos descuidos se ven al imprimir y estropean una búsqueda del texto. Los espacios que
        sobran los quita `--fix`; en comillas y paréntesis sin pareja, solo tú sabes qué se quería
        decir.""",
    },
    variants={
        "edge": Variant(
            {
                "en": "a space at the beginning or the end of a line",
                "es": "un espacio al principio o al final de una línea",
            }
        ),
        "before": Variant(
            {
                "en": "a space before a punctuation mark",
                "es": "un espacio antes de un signo de puntuación",
            }
        ),
        "twice": Variant(
            {
                "en": "a punctuation mark twice: {marks}",
                "es": "un signo de puntuación repetido: {marks}",
            }
        ),
        "unbalanced": Variant(
            {
                "en": "a mark without its partner: {marks}",
                "es": "un signo sin su pareja: {marks}",
            },
            {
                "en": "add the partner, or take the mark out",
                "es": "agrega la pareja, o quita el signo",
            },
        ),
        "stop": Variant(
            {
                "en": "no full stop at the end",
                "es": "falta el punto final",
            },
            {
                "en": "end the sentence with a full stop",
                "es": "termina la oración con un punto",
            },
        ),
    },
    thresholds={
        "final-stop": Threshold(
            "any",
            {
                "en": "whether every claim must end with a full stop: `always`, or `any`",
                "es": "si toda afirmación debe terminar en punto: `always`, o `any` si da igual",
            },
        )
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(2, 40, "six maps, AIF, microtexts, Argdown"),
)
