"""Charts of a comparison of options: a member of `charts/` draws one, as SVG.

They are drawn by the code that draws maps, and not by a plotting library: the same bytes on every
machine, texts that are texts, measured for any font, and colours that follow light and dark.
"""

from collections.abc import Callable
from dataclasses import dataclass

from argmap.deciding.denoting import Denoted
from argmap.plugins import member, members


@dataclass(frozen=True, slots=True)
class Chart:
    """One sort of chart; `about` tells in words all that it shows."""

    name: str
    draw: Callable[[Denoted], str]
    about: Callable[[Denoted], str]


def chart(name: str) -> Chart:
    """Return a chart by name, or raise `UnknownName`."""
    return member("charts", Chart, name)


def charts() -> dict[str, Chart]:
    """Return all charts by name.

    >>> list(charts())
    ['bars', 'tornado']
    """
    return members("charts", Chart)
