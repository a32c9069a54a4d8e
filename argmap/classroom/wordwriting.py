"""A sheet as paragraphs, tables and links of Word, by way of python-docx."""

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Lined

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
    runs,
)
from argmap.classroom.wordstyling import (
    GAP,
    QUIET,
    bookmark,
    dress,
    set_flag,
    set_letters,
    underline,
    words_of,
)
from argmap.text import printable

STEP = Cm(0.75)  # how far a level of a list is set in
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Writer:
    """Writes one sheet; `place` is the document, or the cell that a box is."""

    def __init__(self, document: Document, sheet: Sheet) -> None:
        self.document, self.sheet = document, sheet
        self.place: Any = document
        self.marks = 0
        self.writers: dict[type, Callable[[Any, int], None]] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            Listing: self._listing,
            Table: self._table,
            Lines: self._lines,
            Fields: self._fields,
            Box: self._box,
            Picture: self._picture,
            Break: self._break,
        }

    def write(self) -> None:
        """Write the sheet's head and all of its blocks."""
        self._dress()
        kind = " · ".join(part for part in (self.sheet.kind, self.sheet.subtitle) if part)
        self._line(runs(Run(kind, "strong")), style="Subtitle")
        self._line(runs(self.sheet.title), style="Title")
        self._footer(kind)
        self._blocks(self.sheet.blocks, 0)

    def _dress(self) -> None:
        """Set fonts, language, margins and the way the paper lies."""
        styles = self.document.styles
        for name, size in (("Normal", 11), ("Title", 20), ("Subtitle", 11), ("Quote", 11)):
            set_letters(styles[name], size)
        for level in range(1, 7):
            set_letters(styles[f"Heading {level}"], max(17 - 2 * level, 11))
            styles[f"Heading {level}"].font.color.rgb = RGBColor(0, 0, 0)
        for name in ("Title", "Subtitle", "Quote"):
            styles[name].font.color.rgb = RGBColor(0, 0, 0)
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), self.sheet.language)
        styles["Normal"].element.get_or_add_rPr().append(language)
        section: Any = self.document.sections[0]
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        if self.sheet.landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            sides = section.page_height, section.page_width
            section.page_width, section.page_height = sides

    def _footer(self, kind: str) -> None:
        """Write what the sheet is and the number of the page at the foot of each."""
        foot: Any = self.document.sections[0].footer.paragraphs[0]
        text = printable(" · ".join(part for part in (self.sheet.title, kind) if part))
        foot.add_run(f"{text}\t").font.size = Pt(8)
        for sort, words in (("begin", ""), ("", "PAGE"), ("end", "")):
            run = foot.add_run()
            run.font.size = Pt(8)
            part = OxmlElement("w:instrText" if words else "w:fldChar")
            if words:
                part.text = words
            else:
                part.set(qn("w:fldCharType"), sort)
            run._r.append(part)

    def _blocks(self, blocks: tuple[Block, ...], level: int) -> None:
        for block in blocks:
            self.writers[type(block)](block, level)

    def _heading(self, block: Heading, _: int) -> None:
        level = min(max(block.level - 1, 1), 6)
        self._line(block.content, style=f"Heading {level}", anchor=block.anchor)

    def _paragraph(self, block: Paragraph, level: int) -> None:
        style = "Quote" if block.look == "quote" else "Normal"
        line = self._line(block.content, style=style, level=level)
        line.paragraph_format.keep_with_next = block.look == "lead"
        for run in line.runs:
            if block.look == "note":
                run.font.size, run.font.color.rgb = Pt(9.5), QUIET
            run.bold = True if block.look == "lead" else run.bold

    def _listing(self, block: Listing, level: int) -> None:
        for count, item in enumerate(block.items, 1):
            self._item(item, block.look, count, level)

    def _item(self, item: Item, look: str, count: int, level: int) -> None:
        if look == "boxes":
            self._boxed(item, level)
            return
        sign = item.number or {"counted": f"{count}."}.get(look, "•")
        content = runs(Run(sign, "strong"), "\t", item.content)
        line = self._line(content, level=level + 1, anchor=item.anchor)
        line.paragraph_format.first_line_indent = -STEP
        self._blocks(item.blocks, level + 1)

    def _boxed(self, item: Item, level: int) -> None:
        """Write an item as a box, and below it, set in, the boxes that hang from it."""
        below = [one for one in item.blocks if isinstance(one, Listing) and one.look == "boxes"]
        inside = tuple(one for one in item.blocks if one not in below)
        head = runs(Run(item.number, "strong"), " ") if item.number else ()
        outer, cell = self.place, self._cell(level)
        self.place = cell
        self._line(runs(head, item.content), anchor=item.anchor)
        self._blocks(inside, 0)
        self._close(cell, outer)
        for one in below:
            self._listing(one, level + 1)

    def _cell(self, level: int) -> Any:
        """Return a cell of its own, framed and whole, set in as far as its level."""
        section: Any = self.document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin - STEP * level
        made = self.place.add_table(1, 1)
        made.style = self.document.styles["Table Grid"]
        made.autofit = False
        made.columns[0].width = made.rows[0].cells[0].width = room
        indent = OxmlElement("w:tblInd")
        indent.set(qn("w:w"), str(int(STEP * level / 635)))  # twentieths of a point
        indent.set(qn("w:type"), "dxa")
        made._tbl.tblPr.append(indent)
        set_flag(made.rows[0]._tr.get_or_add_trPr(), "w:cantSplit")
        return made.rows[0].cells[0]

    def _close(self, cell: Any, outer: Any) -> None:
        """End a box: a new cell begins with an empty line, which goes."""
        first = cell.paragraphs[0]
        if not first.text and len(cell.paragraphs) > 1:
            first._p.getparent().remove(first._p)
        self.place = outer
        self._after()

    def _table(self, block: Table, level: int) -> None:
        if block.caption:
            caption = self._line(runs(Run(block.caption, "strong")), level=level)
            caption.paragraph_format.keep_with_next = True
        made = self.place.add_table(rows=0, cols=len(block.head))
        made.style = self.document.styles["Table Grid"]
        for number, cells in enumerate((block.head, *block.rows)):
            row = made.add_row()
            set_flag(row._tr.get_or_add_trPr(), "w:cantSplit")
            if not number:
                set_flag(row._tr.get_or_add_trPr(), "w:tblHeader")
            for cell, content in zip(row.cells, cells, strict=True):
                self._fill(cell.paragraphs[0], content)
                for run in cell.paragraphs[0].runs if not number else ():
                    run.bold = True
        self._after()

    def _lines(self, block: Lines, level: int) -> None:
        for _ in range(block.count):
            line = self._line((), level=level)
            line.paragraph_format.line_spacing = Pt(26)
            line.paragraph_format.space_after = Pt(0)
            underline(line)

    def _fields(self, block: Fields, level: int) -> None:
        parts = [
            part for label in block.labels for part in (Run(label, "strong"), f" {GAP[:16]}   ")
        ]
        self._line(runs(*parts), level=level)

    def _box(self, block: Box, level: int) -> None:
        if not block.framed:
            self._blocks(block.blocks, level)
            return
        outer, cell = self.place, self._cell(0)
        self.place = cell
        self._blocks(block.blocks, 0)
        self._close(cell, outer)

    def _picture(self, block: Picture, level: int) -> None:
        """Say in words what a picture shows: Word draws no SVG of its own."""
        self._line(runs(Run(block.alt, "emphasis")), level=level)

    def _break(self, _: Break, __: int) -> None:
        self._line(()).add_run().add_break(WD_BREAK.PAGE)

    def _after(self) -> None:
        """Write the empty line that Word wants behind a table."""
        line = self._line(())
        line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing = Pt(6)

    def _line(
        self, content: Runs, *, style: str = "Normal", level: int = 0, anchor: str = ""
    ) -> Lined:
        line: Lined = self.place.add_paragraph(style=self.document.styles[style])
        line.paragraph_format.left_indent = STEP * level if level else None
        line.paragraph_format.space_after = Pt(4)
        if anchor:
            self._bookmark(line, anchor)
        self._fill(line, content)
        return line

    def _bookmark(self, line: Lined, anchor: str) -> None:
        self.marks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self.marks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), bookmark(anchor))
            line._p.append(mark)

    def _fill(self, line: Lined, content: Runs) -> None:
        for one in content:
            run = line.add_run(words_of(one))
            dress(run, one)
            if one.to.startswith(("#", "https://", "http://")):
                self._link(line, run, one.to)

    def _link(self, line: Lined, run: Any, to: str) -> None:
        """Make a run a link: to a bookmark, or to a page of the web."""
        link = OxmlElement("w:hyperlink")
        if to.startswith("#"):
            link.set(qn("w:anchor"), bookmark(to[1:]))
        else:
            link.set(qn("r:id"), line.part.relate_to(to, _RELATED, is_external=True))
        run.font.underline = True
        line._p.append(link)
        link.append(run._r)
