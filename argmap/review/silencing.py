"""Comments by which a user silences rules: `# argmap: ignore[AM304] reason`.

Such a comment holds for its own line or, where it has a line of its own, for the next line with
anything else; `# argmap: ignore-file[AM104] reason`, above everything else, for the whole file.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from argmap.positions import Span
from argmap.text import nearest
from argmap.yamlfile.placing import Layout

_MENTIONED = re.compile(r"#[^\n\r]*argmap:")
_DIRECTIVE = re.compile(r"#\s*argmap:[ \t]*(?P<rest>.*)", re.S)
_FORM = re.compile(
    r"(?P<word>ignore(?:-file)?)[ \t]*\[(?P<names>[\w\s,-]*)\][ \t:]*(?P<reason>.*)", re.S
)
_NAME = re.compile(r"[\w-]+")
_CODE = re.compile(r"\bAM\d{3}\b", re.I)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class Silencing:
    """One comment: what it names and where, why, and the line it is for (0: the whole file).

    `fault` says why it has no effect, as `form` (not understood) or `place` (not at the top).
    `alone` tells that nothing else stands on its line.
    """

    span: Span
    names: tuple[tuple[str, Span], ...] = ()
    reason: str = ""
    line: int = 0
    alone: bool = False
    fault: str = ""

    def covers(self, span: Span) -> bool:
        """Tell whether a finding at a place is meant."""
        return not self.fault and (self.line == 0 or span.line <= self.line <= span.end_line)


def silencings(
    text: str, layout: Callable[[], Layout | None] = lambda: None
) -> tuple[Silencing, ...]:
    """Return the silencing comments of a text, in order; costs next to nothing where none is.

    It costs little, too, where `layout` returns that of a text in which nothing is at fault.

    >>> [(one.names[0][0], one.line, one.reason) for one in silencings(
    ...     "a: 1  # argmap: ignore[AM304] one thought\\nb: '# argmap: ignore[AM305]'")]
    [('AM304', 1, 'one thought')]
    """
    if not _MENTIONED.search(text):
        return ()
    lines = _LINE.findall(text)
    some = [number for number, line in enumerate(lines) if "argmap:" in line]
    scalars, first = _on(some, known.root, text) if (known := layout()) else _scalars(text)
    offsets = list(accumulate(map(len, lines), initial=0))
    found = []
    for number in some:
        line, offset = lines[number], offsets[number]
        start = _comment(line, offset, scalars)
        if start is not None and (match := _DIRECTIVE.match(line.rstrip(), start)):
            found.append(_silencing(lines, number + 1, match, top=offset < first))
    return tuple(one for one in found if one is not None)


Stretch = tuple[int, int]  # where it begins and ends, as offsets


def _on(lines: list[int], root: Node, text: str) -> tuple[list[Stretch], int]:
    """Return where texts on some lines stand, and where anything stands first, by the nodes."""
    found: list[Stretch] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        next_one = bisect_left(lines, node.start_mark.line)
        if next_one == len(lines) or lines[next_one] > node.end_mark.line:
            continue
        if isinstance(node, ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            found.append((_behind(text, start, end, node.style), end))
        elif isinstance(node, MappingNode):
            waiting.extend(one for pair in node.value for one in pair)
        else:
            waiting.extend(node.value)
    return sorted(found), root.start_mark.index


def _scalars(text: str) -> tuple[list[Stretch], int]:
    """Return where texts stand in which a `#` is no comment, and where anything stands first."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    scalars: list[Stretch] = []
    first = len(text)
    try:
        for token in yaml.scan(text, Loader=loader):
            start, end = token.start_mark.index, token.end_mark.index
            if isinstance(token, yaml.StreamStartToken | yaml.DocumentStartToken):
                continue
            first = min(first, start)
            if isinstance(token, yaml.ScalarToken):
                scalars.append((_behind(text, start, end, token.style), end))
    except yaml.YAMLError:
        scalars.append((scalars[-1][1] if scalars else 0, len(text)))
    return scalars, first


def _behind(text: str, start: int, end: int, style: str | None) -> int:
    """Return where a scalar begins; a comment may follow the sign of one over several lines."""
    line = _LINE.match(text, start, end) if style in ("|", ">") else None
    return line.end() if line else start


def _comment(line: str, offset: int, scalars: list[Stretch]) -> int | None:
    """Return where on a line its comment begins; `offset` is where the line begins."""
    for match in re.finditer(r"(?:^|(?<=\s))#", line):
        at = offset + match.start()
        before = bisect_right(scalars, (at, len(line) + at)) - 1
        if before < 0 or at >= scalars[before][1]:
            return _last_mark(line, match.start())
    return None


def _last_mark(line: str, start: int) -> int:
    """Return where our part of a comment begins, which may follow another remark."""
    found = re.compile(r"#\s*argmap:").search(line, start)
    return found.start() if found else start


def _silencing(
    lines: list[str], number: int, match: re.Match[str], *, top: bool
) -> Silencing | None:
    line, start = lines[number - 1].rstrip(), match.start()
    span = Span(number, start + 1, number, len(line) + 1)
    alone = line.lstrip().startswith("#")
    form = _FORM.match(line, match.start("rest"))
    if not form or not (names := tuple(_names(line, number, form))):
        meant = _meant(match["rest"])
        return Silencing(span, alone=alone, fault="form") if meant else None
    reason = form["reason"].strip(" \t-–—:")
    if form["word"] == "ignore-file":
        return Silencing(span, names, reason, 0, alone, "" if top else "place")
    return Silencing(span, names, reason, _next(lines, number) if alone else number, alone)


def _names(line: str, number: int, form: re.Match[str]) -> Iterator[tuple[str, Span]]:
    for one in _NAME.finditer(line, *form.span("names")):
        name = one[0].upper() if _CODE.fullmatch(one[0]) else one[0]
        yield name, Span(number, one.start() + 1, number, one.end() + 1)


def _meant(rest: str) -> bool:
    """Tell whether a comment to argmap that is not understood was to silence something."""
    word = re.split(r"[\s\[=:(]", rest, maxsplit=1)[0]
    known = ["ignore", "ignore-file", "disable", "noqa"]
    return word in known or nearest(word, known) is not None or bool(_CODE.search(rest))


def _next(lines: list[str], number: int) -> int:
    """Return the number of the next line that holds more than a comment."""
    for later, line in enumerate(lines[number:], number + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            return later
    return number
