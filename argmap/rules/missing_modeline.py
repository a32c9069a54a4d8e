"""A file does not say on top which schema it follows.

With that line, any editor that knows YAML completes keys, explains them and marks slips while one
types. Without it, whoever opens the file for the first time has none of this. `--fix` writes the
line: to the schema of the project where there is one, or else to the one on the web.

Bad:

    argmap: 1
    title: A wet street
    thesis: The street is wet.

Good:

    # yaml-language-server: $schema=https://argmap.dev/schema/v1/argmap.schema.json
    argmap: 1
    title: A wet street
    thesis: The street is wet.
"""

import re
from collections.abc import Iterator

from argmap.audit.opening import STDIN
from argmap.exchange.writing import MODELINE, schema_of
from argmap.linting import Found, Mend, Rule, Scan
from argmap.positions import NOWHERE
from argmap.problems import Edit, Severity

_TOLD = re.compile(r"^[ \t]*#[ \t]*yaml-language-server:[ \t]*\$schema=", re.MULTILINE)


def check(scan: Scan) -> Iterator[Found]:
    """Yield the first place of a file without the line."""
    if not _TOLD.search(scan.text):
        path = scan.document.path
        line = f"{MODELINE}{schema_of('' if path == STDIN else path)}"
        mend = Mend((Edit(NOWHERE, f"{line}\n"),), title="write")
        yield Found(values={"line": line}, span=NOWHERE, mend=mend)


RULE = Rule(
    code="AM144",
    slug="missing-modeline",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "nothing tells an editor which schema this file follows",
        "es": "nada indica al editor qué esquema sigue este archivo",
    },
    help={
        "en": "write this on the first line: {line}",
        "es": "escribe esto en la primera línea: {line}",
    },
    notes={"write": {"en": "write `{line}` on top", "es": "escribir `{line}` arriba"}},
    about={
        "es": """Un archivo no dice al principio qué esquema sigue.

        Con esa línea, cualquier editor que conozca YAML completa las claves, las explica y señala
        los descuidos mientras se escribe. Sin ella, quien abre el archivo por primera vez no tiene
        nada de eso. `--fix` escribe la línea: al esquema del proyecto si lo hay, o si no al de la
        web.""",
    },
    profiles=("publish",),
    whole=True,
    quiet=True,
    certain=True,
)
