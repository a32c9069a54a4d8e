"""JSON: everything that was found out, for programs."""

from argmap.deciding.exporting import exported
from argmap.reporting import data
from argmap.tabulating import Table, View


def write(view: View) -> str:
    """Return a comparison as JSON."""
    return data(exported(view.recount)) + "\n"


TABLE = Table("json", (".json",), write)
