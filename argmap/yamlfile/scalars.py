"""Texts and numbers as YAML: written so that YAML 1.1 and 1.2 read the same out of them.

What could be taken for a number, a date, a truth value or a mark of YAML is quoted; what is long
is folded, where folding keeps every space of it.
"""

import re

from argmap.text import columns

WIDTH = 100  # columns of a line
NARROW = 40  # columns that a folded text has at least, however deep it stands

_UNPRINTABLE = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
    "|[\u2066-\u2069]"  # and what turns the direction of writing, which no one sees
)
_MARKED = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`~=<\s]|.*(?::\s|\s#)|.*[:\s]$", re.DOTALL)
_FLOW = re.compile(r"[^,\[\]{}:#?&*!|>'\"%@`\n]*")
_NUMBER = re.compile(
    r"\+?(?:[0-9][0-9_,.:]*(?:e[-+]?[0-9]*)?|0[xob][0-9a-f_]*|\.[0-9_.]*(?:e[-+]?[0-9]*|inf|nan)?)"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*",
    re.IGNORECASE,
)
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def one_line(value: str | float | None, *, flow: bool = False) -> str:
    r"""Return a text, number, truth value or nothing on one line; `flow` is within brackets.

    >>> one_line("It rains."), one_line("no"), one_line("2025-11-22"), one_line("a: b")
    ('It rains.', '"no"', '"2025-11-22"', '"a: b"')
    >>> one_line('"Rain" is wet'), one_line("a, b", flow=True), one_line("a\x07\n")
    ('\'"Rain" is wet\'', '"a, b"', '"a\\x07\\n"')
    >>> one_line(True), one_line(None), one_line(3.0), one_line(0.25), one_line(1e-7)
    ('true', 'null', '3', '0.25', '1.0e-07')
    """
    if isinstance(value, str):
        return value if _is_plain(value, flow) else _quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _number(value)


def lines(value: str, used: int, indent: int) -> list[str]:
    r"""Return a text on as many lines as it takes, the first one to stand after `used` columns.

    Further lines begin with `indent` spaces.

    >>> lines("It rains.", 6, 2)
    ['It rains.']
    >>> [one[-9:] for one in lines("word " * 18 + "end: it is long", 6, 2)]
    ['>-', 'd end: it', '  is long']
    >>> lines("a\nb\n", 6, 2)
    ['|', '  a', '  b']
    """
    short = one_line(value)
    if "\n" not in value and (" " not in value or used + columns(short) <= WIDTH):
        return [short]
    if _UNPRINTABLE.search(value):
        return [short]
    if "\n" in value:
        return _literal(value, indent) or [short]
    return _folded(value, indent) or [short]


def _is_plain(value: str, flow: bool) -> bool:
    return not (
        not value
        or "\n" in value
        or _MARKED.match(value)
        or _UNPRINTABLE.search(value)
        or _NUMBER.fullmatch(value)
        or value.lower() in _WORDS
        or (flow and not _FLOW.fullmatch(value))
    )


def _quoted(value: str) -> str:
    simple = not ("\n" in value or _UNPRINTABLE.search(value))
    if simple and "'" not in value and ('"' in value or "\\" in value):
        return f"'{value}'"
    escaped = "".join(_ESCAPES.get(c) or c for c in value)
    return '"' + _UNPRINTABLE.sub(_escape, escaped) + '"'


def _escape(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _number(value: float) -> str:
    """Return a number with the point and the signed exponent that YAML 1.1 asks for."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    plain = repr(value)
    if len(plain.partition(".")[2].partition("e")[0]) > 17:
        plain = f"{value:.16e}"
    mantissa, _, exponent = plain.partition("e")
    if not exponent:
        return plain
    mantissa = mantissa if "." in mantissa else mantissa + ".0"
    return f"{mantissa}e{exponent if exponent[0] in '+-' else '+' + exponent}"


def _literal(value: str, indent: int) -> list[str]:
    """Return the lines of a text that has lines itself, or none where spaces could be lost."""
    body = value.removesuffix("\n").split("\n")
    if not body[0] or not body[-1] or body[0][0].isspace():
        return []
    if any(line != line.rstrip() for line in body):
        return []
    pad = " " * indent
    return ["|" if value.endswith("\n") else "|-", *(pad + line if line else "" for line in body)]


def _folded(value: str, indent: int) -> list[str]:
    """Return the lines of a long text, or none where spaces could be lost."""
    words = value.split(" ")
    if not all(words):
        return []
    pad, room = " " * indent, max(NARROW, WIDTH - indent)
    body: list[str] = []
    line, wide = words[0], columns(words[0])
    for word in words[1:]:
        more = columns(word) + 1
        if wide + more > room:
            body.append(pad + line)
            line, wide = word, more - 1
        else:
            line, wide = f"{line} {word}", wide + more
    return [">-", *body, pad + line]
