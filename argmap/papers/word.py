"""Word: hand-outs to edit and to print, with real headings, tables, links and page numbers.

Looks come from styles, so that a school's own can be laid over them. A file has no date and no
author: the same sheet gives the same bytes.
"""

import datetime
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from argmap.classroom.pages import Sheet
from argmap.errors import ToolMissing
from argmap.printing import Paper
from argmap.text import printable

if TYPE_CHECKING:
    from docx.document import Document

_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  # no clock in any output
_STAMP = (1980, 1, 1, 0, 0, 0)


def write(sheet: Sheet) -> bytes:
    """Return a sheet as a file of Word; raise `ToolMissing` without the extra `office`."""
    try:
        import docx  # noqa: PLC0415  an optional package

        from argmap.classroom.wordwriting import Writer  # noqa: PLC0415
    except ImportError:
        raise ToolMissing("python-docx", "pip install 'argmap[office]'") from None
    document = docx.Document()
    _describe(document, sheet)
    Writer(document, sheet).write()
    written = BytesIO()
    document.save(written)
    return _timeless(written)


def _describe(document: "Document", sheet: Sheet) -> None:
    told: Any = document.core_properties
    told.title = printable(sheet.title)
    told.subject = printable(" · ".join(part for part in (sheet.kind, sheet.subtitle) if part))
    told.author = told.comments = told.last_modified_by = ""
    told.language = sheet.language
    told.created = told.modified = _DAY
    told.revision = 1


def _timeless(written: BytesIO) -> bytes:
    """Return a package whose parts have no time of writing."""
    made = BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _STAMP)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return made.getvalue()


PAPER = Paper("word", (".docx",), write)
