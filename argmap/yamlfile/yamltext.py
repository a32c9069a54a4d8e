"""YAML as argmap reads it: a text to nodes that know where they stand, and nodes to plain data.

The reader is PyYAML's C parser with rules of its own: the scalars of YAML 1.2's core schema, so
that `yes`, `2025-11-22` and `12:30` are text for us as they are for an editor, and bounds on depth
and number of parts, so that no file can bring the program down. Where the C parser is not
installed, the pure-Python one gives the same results, twenty times as slowly.

A node's tag is its value here: `resolve` returns what a plain scalar means, and the parser keeps it
there, so that data is made without looking at any scalar twice. An explicit tag, which argmap does
not allow, is a text that is not the node's own. Where there is none in a text, scalars are left to
`understood`, which passes over the keys: half of them, and all of them texts.
"""

import re
from collections.abc import Callable
from operator import is_
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from argmap.positions import NOWHERE, Span
from argmap.yamlfile.flaws import Flaw
from argmap.yamlfile.scanning import PureParser

_CParser: type[Any] | None
try:
    from yaml._yaml import CParser as _CParser
except ImportError:  # PyYAML was built without libyaml
    _CParser = None

MAX_BYTES, MAX_DEPTH, MAX_PARTS = 5_000_000, 64, 250_000
_FAR_RIGHT, _SIGNS = "\n" + " " * 60, 300

_LITERALS: dict[str, bool | None] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_LITERALS |= dict.fromkeys(("true", "True", "TRUE"), True)
_LITERALS |= dict.fromkeys(("false", "False", "FALSE"), False)
_LITERAL = frozenset(key[:1] for key in _LITERALS)
_NUMERIC = frozenset("+-.0123456789")
_TELLING = _LITERAL | _NUMERIC  # how a scalar begins that may be no text
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


def meaning(text: str) -> str | float | bool | None:
    """Return what a plain scalar is: a number, true or false, nothing, or the text itself."""
    return number(text) if text[:1] in _NUMERIC else _LITERALS.get(text, text)


class TooDeep(ValueError):
    """Nodes that are within each other more than so many times."""


class _Core:
    """What both parsers ask for while they make nodes.

    The first two are called around every node, and here they are what costs the least.
    """

    descend_resolver: Callable[..., Any] = is_
    ascend_resolver: Callable[..., Any] = bool

    def resolve(self, kind: type[Node], value: Any, implicit: tuple[bool, bool]) -> Any:
        """Return what a scalar without a tag means, and None for a collection."""
        if kind is ScalarNode:
            return meaning(value) if implicit[0] and value[:1] in _TELLING else value
        return None


class _Bare(_Core):
    """Makes nothing of scalars, at the least cost: whatever is given, `format` returns ""."""

    resolve: Callable[..., Any] = "".format


class _Guarded(_Core):
    """Counts the depth: far beyond the limit, the C parser would overflow its stack."""

    depth = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Enter a node."""
        self.depth += 1
        if self.depth > MAX_DEPTH and parent is not None:
            raise Halt(Flaw("AM030", mark_span(parent.start_mark), {"limit": str(MAX_DEPTH)}))

    def ascend_resolver(self) -> None:
        """Leave a node."""
        self.depth -= 1


class _Bounded(_Guarded):
    """Counts the parts too, for texts that are long enough to have more than the limit."""

    parts = 0

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Enter a node, one more."""
        _Guarded.descend_resolver(self, parent, index)
        self.parts += 1
        if self.parts > MAX_PARTS and parent is not None:
            raise Halt(Flaw("AM034", mark_span(parent.start_mark), {"limit": str(MAX_PARTS)}))


Parsers = tuple[type[Any], type[Any], type[Any]]  # without guard, with one, and for long texts


def _parsers(base: type[Any]) -> Parsers:
    return (
        type("Parser", (_Bare, base), {"__doc__": "Makes nodes, and nothing of scalars."}),
        type("GuardedParser", (_Guarded, base), {"__doc__": "Makes nodes, and looks how deep."}),
        type("LongParser", (_Bounded, base), {"__doc__": "Makes nodes, and counts them."}),
    )


PURE = _parsers(PureParser)
FAST = _parsers(_CParser) if _CParser else PURE


def nodes(
    text: str, parsers: Parsers = FAST, *, quick: bool = False
) -> tuple[Node | None, Span | None]:
    """Return the root node of a text, and where a second document begins, if one does.

    Raises `Halt`, and `yaml.YAMLError` for what is no YAML. With `quick`, which is for a text that
    `is_harmless`, nodes may be deeper than the limit, and scalars are not `understood`.
    """
    guard = 2 if len(text) > MAX_PARTS else 0 if quick else 1
    parser = parsers[guard](text)
    try:
        if not parser.check_node():
            return None, None
        root = parser.get_node()
        more = parser.peek_event().start_mark.line if parser.check_node() else None
        return root, more if more is None else _boundary(text, more)
    finally:
        parser.dispose()


def is_harmless(text: str) -> bool:
    """Tell whether nothing in a text is so much or so deep that it could do harm to read it.

    Every level takes a bracket, a dash or a question mark, or a column further to the right; a
    column may begin two.
    """
    if len(text) > MAX_PARTS or _FAR_RIGHT in text or text.startswith(_FAR_RIGHT[1:]):
        return False
    signs = text.count("[") + text.count("{") + text.count("-") + text.count("?")
    if signs >= _SIGNS:  # many are within words; to look for two characters takes longer
        signs += text.count("- ") - text.count("-") + text.count("? ") - text.count("?")
    return signs < _SIGNS


def _boundary(text: str, line: int) -> Span:
    """Return the mark between two documents that is nearest above a line, counted from 0."""
    lines = re.split(r"\r\n|\r|\n", text)
    last = min(line, len(lines) - 1)
    found = next((n for n in range(last, -1, -1) if lines[n][:3] in ("---", "...")), last)
    return Span(found + 1, 1, found + 1, 4)


def plain(node: Node, left: int = MAX_DEPTH - 1) -> Any:
    """Return the data of a node that has been put in order: dicts, lists, scalars.

    Raises `TypeError` or `ValueError` where a key is no scalar, or is given twice; `TooDeep` where
    there is something within more than `left` collections.
    """
    if node.__class__ is ScalarNode:
        return node.tag
    if not left and node.value:
        raise TooDeep
    if node.__class__ is MappingNode:
        made = {
            key.value: one.tag if one.__class__ is ScalarNode else plain(one, left - 1)
            for key, one in node.value
        }
        if len(made) != len(node.value):
            raise ValueError("a key is given twice")
        return made
    return [one.tag if one.__class__ is ScalarNode else plain(one, left - 1) for one in node.value]


def understood(node: Node, left: int = MAX_DEPTH - 1) -> Any:
    """Return the data of a node that was read quickly, and note in scalars what each is.

    Raises what `plain` raises, which says the same of it from then on.
    """
    if node.__class__ is not MappingNode:
        return _listed(node, left)
    if not left and node.value:
        raise TooDeep
    made: dict[str, Any] = {}
    for key, one in node.value:
        if one.__class__ is ScalarNode:
            text = one.value
            told = one.style or text[:1] not in _TELLING  # written out: it is done so very often
            one.tag = made[key.value] = text if told else meaning(text)  # type: ignore[assignment]
        else:
            made[key.value] = understood(one, left - 1)
    if len(made) != len(node.value):
        raise ValueError("a key is given twice")
    return made


def _listed(node: Node, left: int) -> Any:
    """Return the data of a node that is no mapping, as `understood` does."""
    if node.__class__ is ScalarNode:
        node.tag = node.value if node.style else meaning(node.value)  # type: ignore[assignment]
        return node.tag
    if not left and node.value:
        raise TooDeep
    return [understood(one, left - 1) for one in node.value]


def mark_span(mark: yaml.Mark | None) -> Span:
    """Return the place of one character."""
    if mark is None:
        return NOWHERE
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
