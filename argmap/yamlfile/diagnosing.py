"""Say what is wrong where a parser stopped, and what lets the reader go on behind it."""

import re
from collections.abc import Callable

from argmap.yamlfile.closing import bracket, opened, quote, quote_above, stray
from argmap.yamlfile.indenting import block, colon_line, document, unindented
from argmap.yamlfile.signing import alias, anchor, escape, sign_before, sign_here, tab
from argmap.yamlfile.surveying import Repair, Scene

Look = Callable[[Scene], Repair | None]
_LOOKS: tuple[tuple[re.Pattern[str], tuple[Look, ...]], ...] = tuple(
    (re.compile(words), looks)
    for words, looks in (
        ("", (tab,)),
        ("undefined alias", (alias,)),
        ("second occurrence", (anchor,)),
        ("scanning an? (alias|anchor|block scalar|tag)|parsing a tag", (sign_before,)),
        ("escape|hexd|surrogate", (escape,)),
        ("start any token", (sign_here,)),
        ("quoted scalar.*(end of stream|document)", (quote,)),
        ("a flow", (bracket,)),
        ("mapping values are not", (quote_above, colon_line)),
        ("(entries|keys) are not", (sign_here,)),
        ("expected ':'", (quote_above, unindented)),
        ("block (mapping|collection|sequence)", (quote_above, stray, block)),
        ("block node", (sign_here, stray)),
        ("document start", (document,)),
    )
)


def diagnosed(scene: Scene) -> Repair:
    """Return what is wrong where a parser stopped."""
    for words, looks in _LOOKS:
        if words.search(scene.trouble.words):
            found = next((one for look in looks if (one := look(scene))), None)
            if found:
                return found
    return unclear(scene)


def unclear(scene: Scene) -> Repair:
    """Return the repair of a line that is only known to be wrong: it is passed over.

    Where the text is at its end already, it is the line on which that began which is open.
    """
    number, line = scene.number, scene.number
    if not scene.lines[number].strip():
        above = scene.above(number)
        begun = scene.trouble.opener if scene.trouble.opener else opened(scene)
        line = above.number if above else number
        if begun and begun[0] < number and scene.lines[begun[0]].strip():
            line = begun[0]
        number = line
    column = scene.column if number == scene.number else scene.at(number).indent
    column = 0 if "directive" in scene.trouble.words else column
    return Repair(
        "AM010",
        number,
        column,
        column + 1,
        changes=scene.passed_over(line),
        exact=False,
        offered=False,
    )
