"""A comment silences a rule that finds nothing there.

What it excused has been mended, or it stands on the wrong line. Left in place, it would hide the
next fault of its kind.

Bad:

    argmap: 1
    title: A wet street
    thesis: The street is wet. # argmap: ignore[AM103] the claim is to come

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - ref: rain # argmap: ignore[AM103] the claim is to come
"""

from collections.abc import Iterator

from argmap.linting import Found, Mend, Rule, Scan
from argmap.positions import Span
from argmap.problems import Edit, Severity
from argmap.review.silencing import Silencing
from argmap.text import lines


def check(scan: Scan) -> Iterator[Found]:
    """Yield each comment with names that silenced nothing, though their rules were run."""
    told = scan.silenced
    for comment in told.comments:
        idle = {
            name
            for name, _ in comment.names
            if told.known.get(name) in told.ran and (comment, name) not in told.used
        }
        if idle and not comment.fault:
            span, last = comment.names[0][1], comment.names[-1][1]
            span = Span(span.line, span.column, last.end_line, last.end_column)
            kept = [name for name, _ in comment.names if name not in idle]
            edit = Edit(span, ", ".join(kept)) if kept else _without(scan.text, comment)
            yield Found(values={"names": ", ".join(sorted(idle))}, span=span, mend=Mend((edit,)))


def _without(text: str, comment: Silencing) -> Edit:
    """Return the edit that takes a comment out, and its line where it has one of its own."""
    span = comment.span
    if comment.alone and span.line < len(lines(text)):
        return Edit(Span(span.line, 1, span.line + 1, 1), "")
    before = lines(text)[span.line - 1][: span.column - 1].rstrip()
    return Edit(Span(span.line, len(before) + 1, span.line, span.end_column), "")


RULE = Rule(
    code="AM091",
    slug="unused-silencing",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "nothing of {names} is found here that could be silenced",
        "es": "aquí no se halla nada de {names} que silenciar",
    },
    help={
        "en": "take the comment out, or move it to the line that it is meant for",
        "es": "quita el comentario, o ponlo en la línea a la que se refiere",
    },
    about={
        "es": """Un comentario silencia una regla que no halla nada ahí.

        Lo que excusaba ya está arreglado, o está en otra línea. Si se queda, ocultará el próximo
        fallo de su clase.""",
    },
    last=True,
    certain=True,
)
