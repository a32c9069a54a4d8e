"""How what stands on a sheet looks in Word: letters, lines to write on, names of places."""

from hashlib import sha256
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as Lined

from argmap.classroom.pages import Run
from argmap.text import printable

GAP = "_" * 24  # the same for every answer, so that its length tells nothing
QUIET = RGBColor(0x40, 0x40, 0x40)
_FONT = "Arial"
_LONGEST = 40  # letters of a bookmark's name


def words_of(run: Run) -> str:
    """Return what a run says; a gap says its number and has lines to write on."""
    text = printable(run.text)
    return f"({text})\u00a0{GAP}" if run.style == "blank" else text


def dress(made: Any, run: Run) -> None:
    """Give a run the look of its style; in print no colour says anything."""
    made.bold = True if run.style in ("strong", "read", "blank") else None
    made.italic = True if run.style in ("emphasis", "sign") else None
    made.font.underline = True if run.style == "read" else None
    if run.style in ("small", "cite"):
        made.font.size, made.font.color.rgb = Pt(9.5), QUIET
    if run.language:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), run.language)
        made._r.get_or_add_rPr().append(language)


def set_letters(style: Any, size: float) -> None:
    """Set the font of a style, in points, for every script."""
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)


def set_flag(properties: Any, tag: str) -> None:
    """Say something of a row that is said by its being there."""
    properties.append(OxmlElement(tag))


def underline(line: Lined) -> None:
    """Draw the line to write on: the lower border of an empty paragraph."""
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):  # Word takes lines below each other for one frame
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "777777")):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    line._p.get_or_add_pPr().append(borders)


def bookmark(anchor: str) -> str:
    """Return an anchor as a name that Word allows: letters, digits, and at most 40 of them.

    >>> bookmark("c-2.1"), len(bookmark("x" * 50))
    ('a_c_2_2e1', 40)
    """
    safe = "".join(one if one.isascii() and one.isalnum() else f"_{ord(one):x}" for one in anchor)
    safe = f"a_{safe}".replace("_2d", "_")
    digest = sha256(anchor.encode()).hexdigest()[:8]
    return safe if len(safe) <= _LONGEST else f"{safe[: _LONGEST - 8]}{digest}"
