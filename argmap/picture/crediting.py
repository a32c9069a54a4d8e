"""Citations as pictures give them: a small mark in the box, and links that are safe to follow."""

import re
from collections.abc import Iterable, Mapping

from argmap.model import Citation, Claim, Source

_SCHEME = re.compile(r"([^/?#]*?):")
_IGNORED = re.compile("[\x00-\x20\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def safe_url(address: str) -> str:
    """Return an address that may stand in a link: http, https, mailto or relative; else nothing.

    >>> safe_url("https://example.org/a b"), safe_url("java\\tscript:alert(1)"), safe_url("#a")
    ('https://example.org/ab', '', '#a')
    >>> safe_url("//example.org"), safe_url("/\\\\example.org")
    ('', '')
    """
    bare = _IGNORED.sub("", address)
    if bare[:2].replace("\\", "/") == "//":
        return ""
    scheme = _SCHEME.match(bare)
    return bare if not scheme or scheme[1].lower() in ("http", "https", "mailto") else ""


def numbered(claims: Iterable[Claim], sources: Mapping[str, Source]) -> dict[str, int]:
    """Return a number for each source that is cited, in the order of the first citations."""
    cited = dict.fromkeys(one.source for claim in claims for one in claim.cite)
    return {key: number for number, key in enumerate((c for c in cited if c in sources), 1)}


def marks(cite: Iterable[Citation], numbers: Mapping[str, int]) -> str:
    """Return the marks of citations: the source's number where there are several, and the place.

    >>> marks([Citation(source="a", paragraph=8, item=2)], {"a": 1})
    '¶8.2'
    >>> marks([Citation(source="b", page="12–14"), Citation(source="a")], {"a": 1, "b": 2})
    '[2] p. 12–14; [1]'
    """
    found = dict.fromkeys(_mark(one, numbers) for one in cite)
    return "; ".join(one for one in found if one)


def _mark(citation: Citation, numbers: Mapping[str, int]) -> str:
    place = f"¶{citation.paragraph}" if citation.paragraph else ""
    if citation.item:
        place += f".{citation.item}" if place else f"({citation.item})"
    if citation.page is not None:
        place += f"{', ' if place else ''}p. {citation.page}"
    number = numbers.get(citation.source)
    shown = f"[{number}]" if number and (len(numbers) > 1 or not place) else ""
    return f"{shown} {place}".strip()
