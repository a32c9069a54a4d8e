"""Markdown: CommonMark with the tables of GitHub, to edit further or to paste anywhere.

What could be read as markup is escaped (https://spec.commonmark.org/0.31.2/#backslash-escapes),
also the signs that GitHub adds: bare addresses, `~` and `$`.
"""

import base64
import re
from collections.abc import Callable, Iterator
from typing import Any

from argmap.classroom.pages import (
    Block,
    Box,
    Break,
    Fields,
    Heading,
    Item,
    Lines,
    Listing,
    Paragraph,
    Picture,
    Run,
    Runs,
    Sheet,
    Table,
    plain,
)
from argmap.printing import Paper
from argmap.text import printable

GAP = r"\_" + "_" * 23  # the same for every answer; escaped, or it would be a rule across the page
LINE = r"\_" + "_" * 59
_SPACE = re.compile(r"\s+")
_INLINE = re.compile(r"([\\`*_\[\]<>~$|@])")
_ENTITY = re.compile(r"&(?=#?[A-Za-z0-9]+;)")
_ADDRESS = re.compile(r"(?i)(?<=\bwww)\.|(?<=\w):(?=//)")
_START = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=]+$|\d{1,9}(?=[.)](?:\s|$)))")
_END = re.compile(r"(?<!\S)(#+)$")
_MARKS = {"strong": "**", "emphasis": "*", "sign": "*", "read": "**"}


def write(sheet: Sheet) -> str:
    """Return a sheet as Markdown."""
    head = " · ".join(part for part in (sheet.kind, sheet.subtitle) if part)
    blocks = [_block(Heading(1, (Run(sheet.title),))), _marked(Run(head, "strong"))]
    blocks.extend(_block(block) for block in sheet.blocks)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(block: Block) -> str:
    return _WRITERS[type(block)](block)


def _heading(block: Heading) -> str:
    text = _END.sub(r"\\\1", _runs(block.content))  # signs at the end would close the heading
    return f"{'#' * block.level} {text}"


def _paragraph(block: Paragraph) -> str:
    if block.look == "lead":
        return _marked(Run(plain(block.content), "strong"))
    text = _opening(_runs(block.content))
    return f"> {text}" if block.look == "quote" else text


def _listing(block: Listing) -> str:
    counted = block.look == "counted"
    items = [
        _item(item, f"{number}. " if counted else "- ")
        for number, item in enumerate(block.items, 1)
    ]
    return ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


def _item(item: Item, marker: str) -> str:
    number = f"**{_text(item.number)}** " if item.number else ""
    text = _opening(number + _runs(item.content))
    for block in item.blocks:
        tight = isinstance(block, Listing) and "\n\n" not in text
        text += ("\n" if tight else "\n\n") + _block(block)
    indent = " " * len(marker)
    lines = text.split("\n")
    return marker + "\n".join([lines[0], *(line and indent + line for line in lines[1:])])


def _table(block: Table) -> str:
    rows = [block.head, *block.rows]
    lines = ["| " + " | ".join(_runs(cell) for cell in row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(block.head))
    caption = [f"**{_text(block.caption)}**", ""] if block.caption else []
    return "\n".join([*caption, *lines])


def _lines(block: Lines) -> str:
    return "\n\n".join([LINE] * block.count)


def _fields(block: Fields) -> str:
    return " ".join(f"{_text(label)} {GAP}" for label in block.labels)


def _box(block: Box) -> str:
    inner = "\n\n".join(_block(one) for one in block.blocks)
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n")) if block.framed else inner


def _picture(block: Picture) -> str:
    return (
        f"![{_text(block.alt)}](data:{block.media};base64,{base64.b64encode(block.data).decode()})"
    )


def _break(_: Break) -> str:
    return "* * *"


_WRITERS: dict[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Listing: _listing,
    Table: _table,
    Lines: _lines,
    Fields: _fields,
    Box: _box,
    Picture: _picture,
    Break: _break,
}


def _runs(content: Runs) -> str:
    return "".join(_written(content)).strip()


def _written(content: Runs) -> Iterator[str]:
    for run in content:
        if run.style == "blank":
            yield f"({_text(run.text)}) {GAP}"
        elif run.to.startswith(("https://", "http://")):
            yield f"[{_marked(run)}](<{_address(run.to)}>)"
        else:
            yield _marked(run)


def _marked(run: Run) -> str:
    """Return a run's text between its marks, spaces outside of them: `** a**` is no emphasis."""
    text = _text(run.text)
    mark, core = _MARKS.get(run.style, ""), text.strip()
    if not mark or not core:
        return text
    return text.replace(core, f"{mark}{core}{mark}", 1)


def _text(text: str) -> str:
    r"""Return a text with whatever could be markup in it escaped, in one line.

    >>> print(_text("*not* [a](b) &amp; https://x.org\n$2"))
    \*not\* \[a\](b) \&amp; https\://x.org \$2
    """
    text = _INLINE.sub(r"\\\1", _SPACE.sub(" ", printable(text)))
    return _ADDRESS.sub(lambda found: "\\" + found[0], _ENTITY.sub(r"\\&", text))


def _opening(text: str) -> str:
    r"""Escape what is markup only at the start of a line.

    >>> print(_opening("1. a"), _opening("- a"), _opening("# a"), _opening("1.5 m"))
    1\. a \- a \# a 1.5 m
    """
    found = _START.match(text)
    if not found:
        return text
    place = found.end() if found[0].isdigit() else 0
    return f"{text[:place]}\\{text[place:]}"


def _address(address: str) -> str:
    return address.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E").replace("\n", "")


PAPER = Paper("markdown", (".md", ".markdown"), write)
