"""YAML as argmap reads it: a text to nodes that know where they stand, and nodes to plain data.

The reader is PyYAML's C parser with rules of its own: the scalars of YAML 1.2's core schema, so
that `yes`, `2025-11-22` and `12:30` are text for us as they are for an editor, and bounds on depth
and number of parts, so that no file can bring the program down. Where the C parser is not
installed, the pure-Python one gives the same results, twenty times as slowly.

A node's tag is its value here: `resolve` returns what a plain scalar means, and the parser keeps it
there, so that data is made without looking at any scalar twice. An explicit tag, which argmap does
not allow, is a text that is not the node's own.
"""

import re
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.nodes import MappingNode, Node, ScalarNode
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

from argmap.flaws import Flaw
from argmap.positions import NOWHERE, Span

_CParser: type[Any] | None
try:
    from yaml._yaml import CParser as _CParser
except ImportError:  # PyYAML was built without libyaml
    _CParser = None

MAX_BYTES, MAX_DEPTH, MAX_PARTS = 5_000_000, 64, 250_000

_LITERALS: dict[str, bool | None] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_LITERALS |= dict.fromkeys(("true", "True", "TRUE"), True)
_LITERALS |= dict.fromkeys(("false", "False", "FALSE"), False)
_NUMERIC = frozenset("+-.0123456789")
_WHOLE = re.compile(r"[-+]?[0-9]{1,18}\Z")
_BASED = re.compile(r"0(?:o[0-7]{1,18}|x[0-9a-fA-F]{1,15})\Z")
_FRACTION = re.compile(
    r"[-+]?(?:\.[0-9]{1,18}|[0-9]{1,18}(?:\.[0-9]{0,18})?)(?:[eE][-+]?[0-9]{1,3})?\Z"
)
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z|\.(?:nan|NaN|NAN)\Z")


class Halt(Exception):
    """A text that is not read any further; `flaw` says why."""

    def __init__(self, flaw: Flaw) -> None:
        self.flaw = flaw
        super().__init__(flaw.code)


def number(text: str) -> int | float | str:
    """Return the number that a plain scalar is in YAML 1.2, or the text itself.

    A number that no float could hold is text, so that it is reported and not rounded.

    >>> number("010"), number("0x1F"), number("1e3"), number("-.inf"), number("1_000")
    (10, 31, 1000.0, -inf, '1_000')
    """
    if _WHOLE.match(text):
        return int(text)
    if _FRACTION.match(text):
        return float(text)
    if _BASED.match(text):
        return int(text, 0)
    if _SPECIAL.match(text):
        return float(text.replace(".", "", 1))
    return text


class _Core:
    """What both parsers ask for while they make nodes."""

    depth = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Count the depth; deeper than the limit, the C parser would overflow its stack."""
        self.depth += 1
        if self.depth > MAX_DEPTH and parent is not None:
            raise Halt(Flaw("AM030", mark_span(parent.start_mark), {"limit": str(MAX_DEPTH)}))

    def ascend_resolver(self) -> None:
        """Leave a node."""
        self.depth -= 1

    def resolve(self, kind: type[Node], value: Any, implicit: tuple[bool, bool]) -> Any:
        """Return what a scalar without a tag means, and None for a collection."""
        if kind is ScalarNode:
            if implicit[0]:
                if value in _LITERALS:
                    return _LITERALS[value]
                if value[0] in _NUMERIC:
                    return number(value)
            return value
        return None


class _Bounded(_Core):
    """Counts the parts too, for texts that are long enough to have more than the limit."""

    parts = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Count the depth and the parts."""
        _Core.descend_resolver(self, parent, index)
        self.parts += 1
        if self.parts > MAX_PARTS and parent is not None:
            raise Halt(Flaw("AM034", mark_span(parent.start_mark), {"limit": str(MAX_PARTS)}))


class _PureParser(Reader, Scanner, Parser, Composer):
    """The parser in Python, with the C parser's notion of where a tab may stand."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip space, comments and line breaks; tabs too, but not before what can be a key."""
        while True:
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain_spaces(self, indent: int, start_mark: yaml.Mark) -> list[str] | None:
        """Read the space within a plain scalar, which may hold tabs behind the indentation."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        if self.peek(length) not in "\r\n":
            blank: str = self.prefix(length)
            self.forward(length)
            return [blank] if blank else []
        self.forward(length)
        self.scan_line_break()  # type: ignore[no-untyped-call]
        self.allow_simple_key = True
        breaks = []
        while not self._at_document_mark() and self.peek() in " \t\r\n":
            if self.peek() == "\t" and self.column < indent:
                raise ScannerError(None, start_mark, "a tab in the indentation", self.get_mark())
            if self.peek() in " \t":
                self.forward()
            else:
                breaks.append(self.scan_line_break())  # type: ignore[no-untyped-call]
        if self._at_document_mark():
            return None
        return breaks or [" "]

    def scan_plain(self) -> ScalarToken:
        """Read a plain scalar; between brackets, it may have a question mark in it."""
        start = end = self.get_mark()
        chunks: list[str] = []
        spaces: list[str] | None = []
        while spaces is not None and self.peek() != "#":
            length = self._plain_length(start)
            if not length:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(self.indent + 1, start)
            if not spaces or (not self.flow_level and self.column < self.indent + 1):
                break
        return ScalarToken("".join(chunks), True, start, end)

    def _plain_length(self, start: yaml.Mark) -> int:
        length = 0
        while (char := self.peek(length)) not in "\0 \t\r\n":
            behind = self.peek(length + 1)
            if char == ":" and behind in "\0 \t\r\n":
                break
            if self.flow_level and char == ":" and behind in ",?[]{}":
                raise ScannerError("while scanning a plain scalar", start, "a ':'", self.get_mark())
            if self.flow_level and char in ",[]{}":
                break
            length += 1
        return length

    def scan_directive(self) -> Any:
        """Read a directive, of which there are two."""
        if self.prefix(6).split()[0] not in ("%YAML", "%TAG"):
            mark = self.get_mark()
            raise ScannerError("while scanning a directive", mark, "an unknown one", mark)
        return super().scan_directive()

    def scan_flow_scalar(self, style: str) -> Any:
        """Read a quoted scalar; half a surrogate pair cannot be written again."""
        token = super().scan_flow_scalar(style)
        if any("\ud800" <= char <= "\udfff" for char in token.value):
            raise ScannerError(None, token.start_mark, "an unpaired surrogate", token.start_mark)
        return token

    def _at_document_mark(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in "\0 \t\r\n"


Parsers = tuple[type[Any], type[Any]]  # for short texts, and for long ones


def _parsers(base: type[Any]) -> Parsers:
    return (
        type("Parser", (_Core, base), {"__doc__": "Makes nodes, and looks at their depth."}),
        type("LongParser", (_Bounded, base), {"__doc__": "Makes nodes, and counts them."}),
    )


PURE = _parsers(_PureParser)
FAST = _parsers(_CParser) if _CParser else PURE


def nodes(text: str, parsers: Parsers = FAST) -> tuple[Node | None, Span | None]:
    """Return the root node of a text, and where a second document begins, if one does.

    Raises `Halt`, and `yaml.YAMLError` for what is no YAML.
    """
    parser = parsers[len(text) > MAX_PARTS](text)
    try:
        if not parser.check_node():
            return None, None
        root = parser.get_node()
        more = parser.peek_event().start_mark.line if parser.check_node() else None
        return root, more if more is None else _boundary(text, more)
    finally:
        parser.dispose()


def _boundary(text: str, line: int) -> Span:
    """Return the mark between two documents that is nearest above a line, counted from 0."""
    lines = re.split(r"\r\n|\r|\n", text)
    last = min(line, len(lines) - 1)
    found = next((n for n in range(last, -1, -1) if lines[n][:3] in ("---", "...")), last)
    return Span(found + 1, 1, found + 1, 4)


def plain(node: Node) -> Any:
    """Return the data of a node that has been put in order: dicts, lists, scalars.

    Raises `TypeError` or `ValueError` where a key is no scalar, or is given twice.
    """
    if node.__class__ is MappingNode:
        made = {
            key.value: one.tag if one.__class__ is ScalarNode else plain(one)
            for key, one in node.value
        }
        if len(made) != len(node.value):
            raise ValueError("a key is given twice")
        return made
    if node.__class__ is ScalarNode:
        return node.tag
    return [one.tag if one.__class__ is ScalarNode else plain(one) for one in node.value]


def mark_span(mark: yaml.Mark | None) -> Span:
    """Return the place of one character."""
    if mark is None:
        return NOWHERE
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
