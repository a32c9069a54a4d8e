"""The frame of a page: a policy that lets through what is ours and nothing else, and safe texts."""

import json
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from argmap.hypertext import seal
from argmap.text import printable


def text(value: object) -> str:
    """Return a text as it may stand in an element or an attribute.

    >>> text('</a> "&"')
    '&lt;/a&gt; &quot;&amp;&quot;'
    """
    return escape(printable(str(value)))


def link(to: str, words: str, look: str = "") -> str:
    """Return a link to a page of the site, by its path from where it stands."""
    look = f' class="{look}"' if look else ""
    return f'<a href="{text(address(to))}"{look}>{text(words)}</a>'


def address(path: str) -> str:
    """Return a path as it stands in an address; what follows `#` too.

    >>> address("maps/two words/index.html#a b")
    'maps/two%20words/index.html#a%20b'
    """
    page, sharp, place = path.partition("#")
    return quote(page) + sharp + quote(place, safe="/")


def page(
    title: str, body: str, *, language: str, script: str = "", data: Any = None, top: str = ""
) -> str:
    """Return a whole page; `data` is what its script finds in the element `data`.

    `top` is the navigation above all else.
    """
    style = asset("site.css")
    island = ""
    if data is not None:
        told = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        for sign in "<>&\u2028\u2029":
            told = told.replace(sign, f"\\u{ord(sign):04x}")
        island = f'<script type="application/json" id="data">{told}</script>\n'
    code = f"<script>{script}</script>\n" if script else ""
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {seal(style)}",
            f"script-src {seal(script)}" if script else "script-src 'none'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return (
        f'<!doctype html>\n<html lang="{text(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{text(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{top}<main>\n{body}</main>\n{island}{code}</body>\n</html>\n"
    )


def items(found: Iterable[str], look: str = "") -> str:
    """Return a list of what is markup already."""
    look = f' class="{look}"' if look else ""
    return f'<ul role="list"{look}>\n' + "".join(f"<li>{one}</li>\n" for one in found) + "</ul>\n"


def asset(name: str) -> str:
    """Return a file of ours that all pages have in common."""
    return files("argmap").joinpath("assets/site", name).read_text(encoding="utf-8")
