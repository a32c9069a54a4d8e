"""A map as a document takes it in: its picture as SVG, its outline, and what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path as FilePath
from typing import Any

from argmap.classroom.pages import Sheet
from argmap.drawing import Manner, draw, verify
from argmap.drawing import renderer as renderer_of
from argmap.errors import ArgmapError, Unsupported
from argmap.loading import Cache, Document, document, read
from argmap.model import ArgMap
from argmap.picture.scoping import Scope
from argmap.preparing import prepare
from argmap.problems import Severity

OPTIONS = ("theme", "layout", "lang", "focus", "depth", "side", "stakeholder", "criterion", "tag")
"""What a directive or fence may say of its picture, each as `argmap render` has it."""
_REFERENCE = re.compile(
    r'(?<= )(id="|aria-labelledby="|aria-describedby="|data-upper="|data-lower="|href="#)'
)


@dataclass(frozen=True, slots=True)
class Inserted:
    """What stands in the document: `svg` is its markup, `faults` are `path:line:col: CODE …`.

    Where there are faults there is no picture. `files` are those that it was made from.
    """

    svg: str = ""
    title: str = ""
    outline: Sheet | None = None
    faults: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def inserted(
    text: str, path: str, root: FilePath, options: Mapping[str, str], number: int
) -> Inserted:
    """Return a map that is written in a document, or in a file that the document names.

    `text` is the map itself, or else `path` is its file, below `root` only. `number` is that of
    the picture in its document: ids of pictures on one page must not be the same. Nothing is
    raised: what is wrong is in what is returned.
    """
    cache = Cache()
    try:
        found = _read(text, path, root, cache)
        errors = [one for one in found.problems if one.severity is Severity.ERROR]
        files = (*cache.parsed, *(() if text else (str(root / path.lstrip("/")),)))
        if errors or found.map is None:
            told = tuple(
                f"{one.path}:{one.span.line}:{one.span.column}: {one.code} {one.message}"
                for one in errors
            )
            return Inserted(faults=told, files=files)
        made = _picture(found.map, options)
        (outline,) = prepare("outline", found.map, language=options.get("lang", ""))
        svg = _numbered(made, number) if number > 1 else made
        return Inserted(svg, found.map.title, outline, files=files)
    except ArgmapError as error:
        return Inserted(faults=(f"{path}: {error}",))


def figure(found: Inserted) -> str:
    """Return markup for a page: the picture, or what is wrong, as text."""
    if found.faults:
        rows = "".join(f"<li>{escape(one)}</li>" for one in found.faults)
        return f'<div class="argmap-faults" role="alert"><ul>{rows}</ul></div>'
    return f'<figure class="argmap-map">{found.svg}</figure>'


def _read(text: str, path: str, root: FilePath, cache: Cache) -> Document:
    if text:
        return document(text, path, root=root, cache=cache)
    full = (root / path.lstrip("/")).resolve()
    if not full.is_relative_to(root.resolve()):
        raise Unsupported("a map must be below the folder of the documents")
    return replace(read(full, root=root, cache=cache), path=path)


def _picture(argmap: ArgMap, options: Mapping[str, str]) -> str:
    """Return the picture as it stands in a page: no XML declaration, and never too wide."""
    unknown = sorted(set(options) - set(OPTIONS))
    if unknown:
        raise Unsupported(f"no option {unknown[0]!r} (there are: {', '.join(OPTIONS)})")
    depth = options.get("depth", "0")
    if not depth.isdecimal():
        raise Unsupported(f"depth: a number is wanted, and not {depth!r}")
    given: dict[str, Any] = {key: options[key] for key in OPTIONS if key in options}
    look = {key: given.pop(key) for key in ("theme", "layout") if key in given}
    given.pop("lang", "")
    manner = Manner(scope=Scope(**{**given, "depth": int(depth)}), **look)
    verify(manner, renderer_of("svg"))
    svg = str(draw(argmap, language=options.get("lang", ""), manner=manner))
    start = svg.index("<svg")
    return svg[start:].replace("<svg ", '<svg style="max-width:100%;height:auto" ', 1).strip()


def _numbered(svg: str, number: int) -> str:
    """Return a picture whose ids, and all that refers to them, are its own on the page."""
    return _REFERENCE.sub(rf"\g<1>m{number}-", svg)
