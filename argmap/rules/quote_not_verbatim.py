"""What is read aloud of a quote does not stand in it word for word.

Words added to, dropped from or changed in what is read are the gravest fault of evidence: in most
tournaments they lose the round. Each item of `read` is one stretch of the quote as it stands; two
stretches are two items.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms may lower what families spend on clothes.
          cite:
            - source: ruiz
              quote: "Over a school year, uniforms may lower what some families spend on clothes."
              read: [uniforms lower what families spend on clothes]

Good:

    argmap: 1
    title: School uniforms
    sources:
      ruiz: {author: Ana Ruiz, title: The Price of a Uniform, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms may lower what families spend on clothes.
          cite:
            - source: ruiz
              quote: "Over a school year, uniforms may lower what some families spend on clothes."
              read: [uniforms may lower what some families spend on clothes]
"""

from collections.abc import Iterator

from argmap.language.verbatim import departure, parts, words
from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.review.sourcing import quoted


def check(scan: Scan) -> Iterator[Found]:
    """Yield each stretch that is to be read aloud and does not stand in its quote."""
    for one in scan.once(quoted):
        for number, read in enumerate(one.citation.read or ()):
            variant, values = _fault(read, one.citation.quote)
            if variant != "none":
                yield Found((*one.path, "read", number), values, variant=variant)


def _fault(read: str, quote: str | None) -> tuple[str, dict[str, str]]:
    """Say what is wrong with a stretch, as a variant of the message with its values."""
    if quote is None:
        return "unquoted", {}
    said, there = words(read), words(quote)
    found = departure(said, there)
    if found is None:
        return "none", {}
    pieces = [words(piece) for piece in parts(read)]
    if len(pieces) > 1 and all(departure(piece, there) is None for piece in pieces):
        return "joined", {}
    common, end = found
    if common == 0:
        return "absent", {"said": read}
    follows = there[end] if end < len(there) else ""
    values = {"before": " ".join(said[max(0, common - 3) : common]), "said": said[common]}
    return ("", values | {"there": follows}) if follows else ("longer", values)


RULE = Rule(
    code="AM214",
    slug="quote-not-verbatim",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "after {before!r} the quote goes on with {there!r}, and {said!r} is to be read",
        "es": "tras {before!r} la cita sigue con {there!r}, y lo que se lee es {said!r}",
    },
    help={
        "en": "copy the words from `quote` as they stand, and begin a new item where you skip some",
        "es": "copia las palabras de `quote` tal cual, y empieza otro elemento donde saltes una",
    },
    about={
        "es": """Lo que se lee en voz alta de una cita no está en ella palabra por palabra.

        Agregar, quitar o cambiar palabras en lo que se lee es la falta más grave con las pruebas:
        en la mayoría de los torneos hace perder la ronda. Cada elemento de `read` es un tramo de la
        cita tal como está; dos tramos son dos elementos.""",
    },
    variants={
        "unquoted": Variant(
            {
                "en": "a part is to be read aloud, but there is no quote to read from",
                "es": "se va a leer una parte en voz alta, pero no hay cita de la que leerla",
            },
            {
                "en": "add `quote` with the source's own words",
                "es": "agrega `quote` con las palabras de la propia fuente",
            },
        ),
        "absent": Variant(
            {
                "en": "what is to be read, {said!r}, does not stand in the quote",
                "es": "lo que se va a leer, {said!r}, no está en la cita",
            }
        ),
        "longer": Variant(
            {
                "en": "the quote ends after {before!r}, and what is to be read goes on, {said!r}",
                "es": "la cita acaba tras {before!r}, y lo que se va a leer sigue, {said!r}",
            }
        ),
        "joined": Variant(
            {
                "en": "one item of `read` joins stretches that stand apart in the quote",
                "es": "un elemento de `read` une tramos que en la cita están separados",
            },
            {
                "en": "make each stretch an item of its own, without the ellipsis",
                "es": "haz de cada tramo un elemento, sin los puntos suspensivos",
            },
        ),
    },
    certain=True,
)
