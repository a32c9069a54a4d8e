"""Markdown: the table, what it shows, and how to read it, to paste anywhere."""

from argmap.deciding.sheeting import sheet
from argmap.printing import paper
from argmap.tabulating import Table, View


def write(view: View) -> str | bytes:
    """Return a comparison as Markdown."""
    return paper("markdown").write(sheet(view.recount, view.language))


TABLE = Table("markdown", (".md", ".markdown"), write)
