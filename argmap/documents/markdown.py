"""An extension of Python-Markdown, and so of MkDocs: a fence `argmap` becomes a picture.

A fence holds a map, or names a file of one:

    ```argmap
    argmap: 1
    title: School uniforms
    thesis: Our school should require uniforms.
    ```

    ```argmap file=maps/uniforms.yaml depth=2
    ```

Options are those of `argmap.documents.inserting.OPTIONS`. In MkDocs write
`markdown_extensions: [{argmap.documents.markdown: {root: docs}}]`; files are below `root` only.
"""

import logging
import re
import shlex
from pathlib import Path as FilePath
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from argmap.documents.inserting import figure, inserted

_OPENING = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ \t]*\{?[ \t]*\.?argmap\b(?P<options>[^`}]*)\}?[ \t]*$"
)
_log = logging.getLogger("mkdocs.argmap")


class ArgmapExtension(Extension):
    """What Python-Markdown is given; `root` is the folder that files are looked for in."""

    def __init__(self, **given: Any) -> None:
        self.config = {"root": [".", "the folder that files of maps are below"]}
        super().__init__(**given)

    def extendMarkdown(self, md: Markdown) -> None:
        """Come before fences of code are looked for."""
        md.registerExtension(self)
        fences = _Fences(md, FilePath(self.getConfig("root")))
        md.preprocessors.register(fences, "argmap", 27)


class _Fences(Preprocessor):
    """Takes the fences with maps out of the text, and puts pictures in."""

    def __init__(self, md: Markdown, root: FilePath) -> None:
        super().__init__(md)
        self.root = root

    def run(self, lines: list[str]) -> list[str]:
        found: list[str] = []
        rest, number, inside = list(lines), 0, ""
        while rest:
            line = rest.pop(0)
            opening = None if inside else _OPENING.match(line)
            end = self._end(rest, opening["fence"]) if opening else None
            if opening and end is not None:
                number += 1
                found += ["", self._picture(rest[:end], opening["options"], number), ""]
                del rest[: end + 1]
                continue
            inside = _fence(line, inside)
            found.append(line)
        return found

    def _end(self, rest: list[str], fence: str) -> int | None:
        """Return how many lines there are before a fence closes, or None where it does not."""
        closes = re.compile(rf"^{fence[0]}{{{len(fence)},}}[ \t]*$")
        return next((n for n, line in enumerate(rest) if closes.match(line)), None)

    def _picture(self, lines: list[str], words: str, number: int) -> str:
        """Return what stands for the picture until all else is done."""
        try:
            options = dict(word.partition("=")[::2] for word in shlex.split(words))
        except ValueError:
            options = {words.strip(): ""}
        path = options.pop("file", "")
        text = "" if path else "\n".join(lines) + "\n"
        found = inserted(text, path or "argmap", self.root, options, number)
        for fault in found.faults:
            _log.warning(fault)
        return str(self.md.htmlStash.store(figure(found)))


def _fence(line: str, inside: str) -> str:
    """Return the fence of code that is open after a line."""
    mark = re.match(r"^[ \t]*(`{3,}|~{3,})", line)
    if not mark:
        return inside
    if not inside:
        return mark[1]
    closes = mark[1].startswith(inside) and not line.strip().strip(inside[0])
    return "" if closes else inside


def makeExtension(**given: Any) -> ArgmapExtension:
    """Return the extension: what Python-Markdown calls."""
    return ArgmapExtension(**given)
