"""See a line that YAML cannot read as its writer does: spaces, dashes, a key, a value.

A parser says where it stopped, seldom what is wrong: of a quotation mark that is never closed it
speaks at the end of the file. So what stands there is looked at again, by what the lines of an
argument map are made of. Lines and columns are counted from 0 here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from argmap.yamlfile.quoting import quoted

Change = tuple[int, int, int, str]  # on a line, from a column to a column: new text
FAR = 200  # so many lines around a trouble are looked at

_LINE = re.compile(
    r"""(?P<indent>\ *)(?P<dashes>(?:-[ ]+)*)
    (?:(?P<key>"[^"\\]*"|'[^']*'|[^\s\[\]{},&*!|>'"%@`\#:](?:[^:\#]|:(?=\S)|(?<=\S)\#)*?)
       :(?=[ \t]|$)[ \t]*)?""",
    re.X,
)
_LONGEST = 2000  # columns within which a key may end
_COMMENT = re.compile(r"(?:^|(?<![ \t])[ \t]+)#(?=\s|$)")
_FOUND = re.compile(r", but (?:found|got) .*", re.S)  # which only one of the two parsers says
_STOP = re.compile(r"[,\]}]|$")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where a parser stopped, its words, and where that began which it was reading."""

    line: int
    column: int
    words: str
    opener: tuple[int, int] | None = None

    @staticmethod
    def of(error: yaml.MarkedYAMLError) -> "Trouble":
        """Return the trouble that an error tells of."""
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        return Trouble(
            mark.line if mark else 0,
            mark.column if mark else 0,
            f"{error.context or ''}; {_FOUND.sub('', error.problem or '')}",
            (context.line, context.column) if context else None,
        )


@dataclass(frozen=True, slots=True)
class Repair:
    """What is wrong on a line, and the changes that let the reader go on.

    Where a repair is not `exact`, what is found near it later may be its own doing. One that is
    `offered` is shown to the user as a fix.
    """

    code: str
    line: int
    start: int
    end: int
    slots: Mapping[str, str] = field(default_factory=dict)
    variant: str = ""
    changes: tuple[Change, ...] = ()
    exact: bool = True
    offered: bool = True
    related: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its parts: `body` is where it begins behind the dashes, `at` where its value."""

    number: int
    text: str
    indent: int
    body: int
    key: str
    value: str
    at: int

    @staticmethod
    def of(number: int, text: str) -> "Line":
        """Take a line apart.

        >>> line = Line.of(0, "  - text: Smith says: no")
        >>> line.indent, line.body, line.key, line.value, line.at
        (2, 4, 'text', 'Smith says: no', 10)
        """
        match = _LINE.match(text, 0, _LONGEST)
        if match is None:  # every part may be empty
            return Line(number, text, 0, 0, "", text, 0)
        key = (match["key"] or "").strip(" '\"")
        value = text[match.end() :].rstrip(" \t")
        return Line(
            number, text, len(match["indent"]), match.end("dashes"), key, value, match.end()
        )

    @property
    def is_item(self) -> bool:
        """Whether it begins with a dash."""
        return self.body > self.indent

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on it but a comment."""
        return not self.text.strip() or self.text.lstrip().startswith("#")

    @property
    def content(self) -> str:
        """The value without a comment behind it."""
        return uncommented(self.value)

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.at + len(self.content)


class Scene:
    """A trouble among its lines; `keys` are those of the format, of which `texts` hold prose."""

    def __init__(
        self,
        trouble: Trouble,
        lines: Sequence[str],
        keys: frozenset[str],
        texts: frozenset[str],
    ) -> None:
        self.trouble, self.lines, self.keys, self.texts = trouble, lines, keys, texts
        self.number = min(trouble.line, len(lines) - 1)
        self.column = trouble.column
        self.line = self.at(self.number)

    @property
    def rest(self) -> str:
        """What stands on the line from where the parser stopped."""
        return self.line.text[self.column :].strip()

    def at(self, number: int) -> Line:
        """Return a line, taken apart."""
        return Line.of(number, self.lines[number])

    def above(self, number: int) -> Line | None:
        """Return the nearest line above that has something on it."""
        for one in range(number - 1, max(-1, number - FAR), -1):
            line = self.at(one)
            if not line.is_blank:
                return line
        return None

    def is_structure(self, line: Line) -> bool:
        """Tell whether a line surely belongs to the map's structure, and not to a text."""
        return line.key in self.keys or line.is_item

    def last(self, number: int, owner: int) -> int:
        """Return the last line of a text that goes on below, indented more than its owner."""
        for below in range(number + 1, min(len(self.lines), number + FAR)):
            line = self.at(below)
            if line.text.strip() and (line.indent <= owner or self.is_structure(line)):
                break
            if line.text.strip():
                number = below
        return number

    def stretch(self, number: int, column: int) -> tuple[int, int]:
        """Return where the unquoted text around a column begins and ends, within any brackets."""
        line = self.at(number)
        if line.value[:1] not in ("[", "{") or column <= line.at:
            return (line.at, line.end) if line.at <= column else (column, column)
        starts = [match.end() for match in re.finditer(r"(?:[\[{,]|:\s)\s*", line.text[:column])]
        stop = _STOP.search(line.text, column)
        end = len(line.text[: stop.start() if stop else column].rstrip())
        return (starts[-1] if starts else column), end

    def passed_over(self, number: int) -> tuple[Change, ...]:
        """Return the changes that blank a line, and what stands below it."""
        indent = self.at(number).indent
        changes: list[Change] = []
        for below in range(number, len(self.lines)):
            text = self.lines[below]
            if below > number and text.strip() and len(text) - len(text.lstrip(" ")) <= indent:
                break
            if text.strip():
                changes.append((below, 0, len(text), " " * len(text)))
        return tuple(changes)

    def requoted(self, line: Line) -> tuple[Change, ...]:
        """Return the changes that put quotes around a value, and what goes on of it below."""
        return quoting(self.lines, line.number, line.at, self.last(line.number, line.body))


def quoting(lines: Sequence[str], first: int, start: int, last: int) -> tuple[Change, ...]:
    """Return the changes that put quotes around a text, from a column to the end of a line."""
    end = len(uncommented(lines[last][start if first == last else 0 :]))
    if first == last:
        return ((first, start, start + end, quoted(lines[first][start : start + end])),)
    parts = [lines[first][start:], *lines[first + 1 : last + 1]]
    mark = "'" if any('"' in part or "\\" in part for part in parts) else '"'
    inner = [
        (first + number, at.start() + (0 if number else start), "''")
        for number, part in enumerate(parts if mark == "'" else ())
        for at in re.finditer("'", part)
    ]
    doubled = [(number, column, column + 1, text) for number, column, text in inner]
    return ((first, start, start, mark), *doubled, (last, end, end, mark))


def uncommented(text: str) -> str:
    """Return a text without a comment behind it, and without space at its end.

    >>> uncommented("We are #1  # really?")
    'We are #1'
    """
    match = _COMMENT.search(text)
    return text[: match.start() if match else len(text)].rstrip()
