"""One layout for all maps: keys in order, two spaces a step, lines that end in time.

Comments stay where they belong and what the map says does not change: that is looked at in the
result each time, and where it is not so there is none.
"""

import json
import re
from collections import Counter

import yaml

from argmap.exchange.writing import APART as SECTIONS
from argmap.repair.arranging import arrange
from argmap.repair.sketching import Unsketched, sketch
from argmap.repair.typesetting import typeset
from argmap.yamlfile.commenting import comments
from argmap.yamlfile.yamltext import Halt, nodes, plain

_END = re.compile(r"\r\n|\r|\n")


class Unformatted(Exception):
    """A text that has no canonical layout which would say the same."""


def formatted(text: str) -> str:
    r"""Return the text of a map that can be read in its canonical layout. Raises `Unformatted`.

    >>> print(formatted("title:   'Rain' # a map\nargmap: 1\nthesis:   {text: It rains.}"))
    argmap: 1
    title: Rain  # a map
    <BLANKLINE>
    thesis: {text: It rains.}
    <BLANKLINE>
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    source = _END.sub("\n", text.removeprefix(mark))
    newline = _END.search(text)
    try:
        data, remarks = _data(source), Counter(comments(source))
        for ordered in (True, False):  # an alias may not go before its anchor
            found = _laid_out(source, ordered=ordered)
            if _says(found, data, remarks):
                return mark + found.replace("\n", newline[0] if newline else "\n")
    except (Unsketched, Halt, yaml.YAMLError, ValueError, TypeError) as error:
        raise Unformatted(str(error)) from error
    raise Unformatted("another layout would say something else")


def _laid_out(source: str, *, ordered: bool) -> str:
    found = sketch(source)
    if ordered:
        arrange(found.root)
    return typeset(found, SECTIONS)


def _says(text: str, data: str, remarks: Counter[str]) -> bool:
    """Tell whether a text holds the same data and comments."""
    try:
        return _data(text) == data and Counter(comments(text)) == remarks
    except (Unsketched, Halt, yaml.YAMLError, ValueError, TypeError):
        return False


def _data(text: str) -> str:
    """Return all that a text says; only lists have an order."""
    root, more = nodes(text)
    if root is None or more is not None:
        raise Unsketched
    return json.dumps(plain(root), sort_keys=True)
