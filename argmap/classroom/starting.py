"""Starters: small maps that are commented, to be filled with a text of one's own."""

import os
import re
from importlib.resources import files
from pathlib import Path as FilePath

from argmap.errors import UnknownName
from argmap.schema import SCHEMA_ID

SCHEMA_FILE = FilePath("schemas/argmap.schema.json")
_TITLE = re.compile(r"^title: .*$", re.MULTILINE)


def templates() -> tuple[str, ...]:
    """Return the names of the starters.

    >>> templates()
    ('debate', 'linked', 'options', 'pro-con', 'toulmin')
    """
    folder = files("argmap").joinpath("templates")
    found = (one.name for one in folder.iterdir() if one.name.endswith(".yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in found))


def starter(name: str, title: str = "", folder: FilePath | str = ".") -> str:
    """Return the text of a starter that will stand in a folder; raises `UnknownName`.

    Its first line tells editors where the schema is: in `schemas/` of the folder or of one above
    it, or else at its public address.
    """
    if name not in (known := templates()):
        raise UnknownName("templates", name, known)
    text = files("argmap").joinpath("templates", f"{name}.yaml").read_text(encoding="utf-8")
    if title:
        text = _TITLE.sub(lambda _: f"title: {quoted(title)}", text, count=1)
    return text.replace(SCHEMA_ID, schema_from(folder), 1)


def schema_from(folder: FilePath | str) -> str:
    """Return the way from a folder to the schema, or its public address."""
    here = FilePath(folder).absolute()
    for above in (here, *here.parents):
        if (above / SCHEMA_FILE).is_file():
            return FilePath(os.path.relpath(above / SCHEMA_FILE, here)).as_posix()
    return SCHEMA_ID


def quoted(text: str) -> str:
    r"""Return a text as a scalar of YAML in double quotes, whatever is in it.

    >>> print(quoted('He said: "no"\n🙂\x07'))
    "He said: \"no\"\n🙂\x07"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + "".join(c if c.isprintable() else _escape(c) for c in escaped) + '"'


def _escape(character: str) -> str:
    code = ord(character)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
