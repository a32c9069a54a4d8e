"""HTML: one page to print, with the charts in it, that loads nothing and runs nothing."""

from argmap.deciding.sheeting import sheet
from argmap.printing import paper
from argmap.tabulating import Table, View


def write(view: View) -> str | bytes:
    """Return a comparison as a page."""
    return paper("html").write(sheet(view.recount, view.language, pictures=True))


TABLE = Table("html", (".html", ".htm"), write)
