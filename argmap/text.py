"""Small questions about words: slugs, widths on a terminal, the nearest name."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from hashlib import blake2b

_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(text: str, limit: int = 40) -> str:
    """Return a name of letters, digits and hyphens made of a text's first words.

    A text without Latin letters or digits gives a short hash, so that every text has a name.

    >>> slug("Uniforms cut what families spend on clothes, year after year.")
    'uniforms-cut-what-families-spend-on'
    >>> slug("Él pagó más.")
    'el-pago-mas'
    >>> slug("校服")
    'c-f5ab74'
    """
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    name = _NOT_SLUG.sub("-", plain).strip("-")
    if not name:
        return "c-" + blake2b(text.encode("utf-8", "replace"), digest_size=3).hexdigest()
    return name if len(name) <= limit else name[: limit + 1].rpartition("-")[0] or name[:limit]


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns("día"), columns("国境"), columns("e\\u0301"), columns("\\u26a0\\ufe0f")
    (3, 4, 1, 1)
    """
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.category(c) in _NO_WIDTH
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def nearest(name: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """Return the one known name that is most like `name`, or None where two tie or none is near.

    >>> nearest("suport", ["support", "attack"])
    'support'
    >>> nearest("c11", ["c12", "c13"]) is None
    True
    """
    matcher = SequenceMatcher(b=name.lower())
    size, scored = len(name), []
    for one in known:
        if 2 * min(size, len(one)) < cutoff * (size + len(one)):  # most are told apart by this
            continue
        matcher.set_seq1(one.lower())
        if matcher.quick_ratio() >= cutoff:
            scored.append((matcher.ratio(), one))
    scored = sorted((s for s in scored if s[0] >= cutoff), reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return None
    return scored[0][1]


def lines(text: str) -> list[str]:
    r"""Return the lines of a text as editors count them, without their ends.

    >>> lines("a\r\nb\rc\x0bd\n")
    ['a', 'b', 'c\x0bd', '']
    """
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def printable(text: str) -> str:
    r"""Return a text in which what could steer a terminal or turn the writing round is a space.

    >>> printable("a\x1b[2J\u202eb\tc")
    'a [2J b\tc'
    """
    if text.isprintable():
        return text
    return "".join(c if c == "\t" or not _steers(c) else " " for c in text)


def one_line(text: str) -> str:
    r"""Return a text on one line, and printable.

    >>> one_line("a\n  b\x1b")
    'a b '
    """
    return printable(" ".join(text.split()))


def _steers(character: str) -> bool:
    return unicodedata.category(character) in _STEERING or character in _BIDI


_LINE_END = re.compile(r"\r\n|\r|\n")
_STEERING = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
