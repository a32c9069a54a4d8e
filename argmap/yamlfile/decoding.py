"""From the bytes of a file to its text, with what no text should hold made visible and put aside.

What stands for a faulty byte or character is always one character long, so that every place in the
text that is read on is a place in the text that was written.
"""

import codecs
import re
from collections.abc import Iterator

from argmap.positions import NOWHERE, Span
from argmap.problems import Edit
from argmap.yamlfile.flaws import Flaw
from argmap.yamlfile.yamltext import MAX_BYTES, Halt

_MARKS = (  # the longer ones first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = {  # what a byte that is not UTF-8 most likely is
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}
_ODD = {"\x85": "", "\u2028": "", "\u2029": "", "\ufeff": "mark"}  # and the variant for each
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 8192  # bytes in which a file shows of what sort it is
_SHOWN = 20  # so many of a kind are reported


def decoded(data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    """Return the text of a file, and what is wrong with its bytes. Raises `Halt` if it is too long.

    >>> text, flaws = decoded(b"title: Caf\\xe9")
    >>> text, flaws[0].code, flaws[0].span.column
    ('title: Café', 'AM001', 11)
    """
    if len(data) > MAX_BYTES:
        raise Halt(Flaw("AM003", NOWHERE, {"limit": f"{MAX_BYTES // 1_000_000}"}))
    wide = next((name for mark, name in _MARKS if data.startswith(mark)), "") or _unmarked(data)
    if wide:
        text = data.decode(wide, "replace")
        return text, (Flaw("AM002", NOWHERE, {"encoding": wide[:6].upper()}),)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), ()
    except UnicodeDecodeError as error:
        byte = data[error.start]
        before = data[: error.start].decode()
    slots = {"byte": f"0x{byte:02x}", "char": _GUESSED[0xDC00 + byte]}
    if _is_no_text(data):
        raise Halt(Flaw("AM001", NOWHERE, slots, "binary"))
    raw = data.decode("utf-8", "surrogateescape")
    place = position(before, len(before))
    return raw.translate(_GUESSED), (Flaw("AM001", place, slots),)


def _unmarked(data: bytes) -> str:
    """Return the encoding of a text of two bytes a letter that has no mark in front, or nothing.

    >>> _unmarked("argmap: 1".encode("utf-16-be")), _unmarked(b"argmap: 1")
    ('utf-16-be', '')
    """
    head = data[:_HEAD]
    first, second = head[::2].count(0), head[1::2].count(0)
    if max(first, second) * 4 <= len(head) or (first and second):
        return ""
    return "utf-16-be" if first else "utf-16-le"


def _is_no_text(data: bytes) -> bool:
    """Tell whether bytes, which are no UTF-8, are those of a picture or the like."""
    head = data[:_HEAD]
    return 100 * len(_CONTROL.findall(head)) > len(head)


def cleaned(text: str) -> tuple[str, tuple[Flaw, ...]]:
    """Return a text with a space for every character that may not stand in it, and the flaws.

    >>> cleaned("a: b\\u2028c")[0]
    'a: b c'
    """
    flaws = [*_found(text, re.compile("|".join(_ODD)), "AM005")] if is_odd(text) else []
    for char in _ODD:
        text = text.replace(char, " ")
    if unprintable := _UNPRINTABLE.search(text):
        flaws += _found(text, _UNPRINTABLE, "AM004")
        text = text[: unprintable.start()] + _UNPRINTABLE.sub(" ", text[unprintable.start() :])
    return text, tuple(flaws)


def is_odd(text: str) -> bool:
    """Tell whether a text holds a character that some programs take for a break, or for nothing."""
    return not text.isascii() and any(char in text for char in _ODD)


def position(text: str, offset: int) -> Span:
    """Return the place of the character at an offset."""
    lines = text.count("\n", 0, offset) + text.count("\r", 0, offset)
    lines -= text.count("\r\n", 0, offset)
    column = offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    return Span(lines + 1, column, lines + 1, column + 1)


def _found(text: str, pattern: re.Pattern[str], code: str) -> Iterator[Flaw]:
    for number, match in enumerate(pattern.finditer(text)):
        if number == _SHOWN:
            return
        place = position(text, match.start())
        slots = {"char": f"U+{ord(match[0]):04X}"}
        variant = _ODD.get(match[0], "")
        yield Flaw(code, place, slots, variant, (Edit(place, " "),), safe=code == "AM005")
