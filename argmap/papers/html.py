"""HTML: one file that prints well from any browser, loads nothing and runs nothing.

The policy in its head lets through the one style sheet by its hash, and pictures that are in the
file itself; whatever a claim says is text.
"""

import base64
from collections.abc import Callable
from html import escape
from importlib.resources import files
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
)
from argmap.hypertext import is_right_to_left, seal
from argmap.printing import Paper
from argmap.text import printable

GAP = "_" * 24  # the same for every answer, so that its length tells nothing
_LANDSCAPE = """@media screen { body { max-width: 76rem; } }
@media print { table { font-size: .8em; } figure img { max-height: 150mm; } }
"""
_ELEMENTS = {
    "strong": "<strong>{}</strong>",
    "emphasis": "<em>{}</em>",
    "small": "<small>{}</small>",
    "cite": '<span class="cite">{}</span>',
    "sign": '<span class="sign">{}</span>',
    "read": '<mark class="read">{}</mark>',
    "blank": '<span class="blank">({})</span>\u00a0<span class="gap">' + GAP + "</span>",
}


def write(sheet: Sheet) -> str:
    """Return a sheet as an HTML file."""
    style = files("argmap").joinpath("assets/handout.css").read_text(encoding="utf-8")
    style += _running_head(sheet)
    policy = (
        f"default-src 'none'; style-src {seal(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = " · ".join(part for part in (sheet.kind, sheet.subtitle) if part)
    direction = "rtl" if is_right_to_left(sheet.language) else "ltr"
    body = "\n".join(_block(block) for block in sheet.blocks)
    return f"""<!doctype html>
<html lang="{_text(sheet.language)}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_text(f"{sheet.title} – {head}")}</title>
<style>{style}</style>
</head>
<body>
<header>
<p class="kind">{_text(head)}</p>
<h1>{_text(sheet.title)}</h1>
</header>
<main>
{body}
</main>
</body>
</html>
"""


def _running_head(sheet: Sheet) -> str:
    """Return the rules of the page that are the sheet's own: its name in the margin."""
    name = " · ".join(part for part in (sheet.title, sheet.kind, sheet.subtitle) if part)
    size = "size: landscape; " if sheet.landscape else ""
    quoted = "".join(
        c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in printable(name)
    )
    wide = _LANDSCAPE if sheet.landscape else ""
    return f'@page {{ {size}@bottom-left {{ content: "{quoted}"; }} }}\n{wide}'


def _block(block: Block) -> str:
    return _WRITERS[type(block)](block)


def _heading(block: Heading) -> str:
    return f"<h{block.level}{_id(block.anchor)}>{_runs(block.content)}</h{block.level}>"


def _paragraph(block: Paragraph) -> str:
    if block.look == "quote":
        return f"<blockquote><p>{_runs(block.content)}</p></blockquote>"
    look = "" if block.look == "text" else f' class="{block.look}"'
    return f"<p{look}>{_runs(block.content)}</p>"


def _listing(block: Listing) -> str:
    tag = "ul" if block.look in ("bulleted", "boxes") else "ol"
    item = _boxed if block.look == "boxes" else _item
    inner = "\n".join(item(one) for one in block.items)
    return f'<{tag} role="list" class="{block.look}">\n{inner}\n</{tag}>'


def _item(item: Item) -> str:
    below = "".join(f"\n{_block(block)}" for block in item.blocks)
    return f"<li{_id(item.anchor)}><p>{_number(item)}{_runs(item.content)}</p>{below}</li>"


def _boxed(item: Item) -> str:
    outside = [b for b in item.blocks if isinstance(b, Listing) and b.look == "boxes"]
    inside = "".join(f"\n{_block(b)}" for b in item.blocks if b not in outside)
    below = "".join(f"\n{_block(b)}" for b in outside)
    box = f'<div class="box"><p>{_number(item)}{_runs(item.content)}</p>{inside}</div>'
    return f"<li{_id(item.anchor)}>{box}{below}</li>"


def _number(item: Item) -> str:
    return f'<span class="number">{_text(item.number)}</span> ' if item.number else ""


def _table(block: Table) -> str:
    caption = f"<caption>{_text(block.caption)}</caption>\n" if block.caption else ""
    head = "".join(f'<th scope="col">{_runs(cell)}</th>' for cell in block.head)
    rows = "\n".join(
        f'<tr><th scope="row">{_runs(row[0])}</th>'
        + "".join(f"<td>{_runs(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in block.rows
    )
    return f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _lines(block: Lines) -> str:
    return '<div class="lines" aria-hidden="true">' + "<div></div>" * block.count + "</div>"


def _fields(block: Fields) -> str:
    gap = '<span class="gap" aria-hidden="true"></span>'
    inner = " ".join(f"<span>{_text(label)} {gap}</span>" for label in block.labels)
    return f'<p class="fields">{inner}</p>'


def _box(block: Box) -> str:
    inner = "\n".join(_block(one) for one in block.blocks)
    return f'<div class="{"box" if block.framed else "whole"}">\n{inner}\n</div>'


def _picture(block: Picture) -> str:
    data = base64.b64encode(block.data).decode()
    return f'<figure><img alt="{_text(block.alt)}" src="data:{block.media};base64,{data}"></figure>'


def _break(_: Break) -> str:
    return '<div class="break"></div>'


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
    return "".join(_run(run) for run in content)


def _run(run: Run) -> str:
    text = _ELEMENTS.get(run.style, "{}").replace("{}", _text(run.text))
    if run.language:
        text = f'<span lang="{_text(run.language)}">{text}</span>'
    if run.to.startswith(("#", "https://", "http://")):
        text = f'<a href="{_text(run.to)}" rel="noreferrer">{text}</a>'
    return text


def _id(anchor: str) -> str:
    return f' id="{_text(anchor)}"' if anchor else ""


def _text(text: str) -> str:
    return escape(printable(text))


PAPER = Paper("html", (".html", ".htm"), write)
