"""JSON text to plain data, with the place of every value: for all formats that are written in it.

Stricter than Python's own reader where that would lose something in silence: a key given twice,
numbers that JSON does not know, halves of characters.
"""

import json
import re
from contextlib import suppress
from typing import Any

from argmap.exchange.losing import unread
from argmap.positions import NOWHERE, Path, Span
from argmap.problems import Problem

_STRING = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,?[ \t\n\r]*")
_BARE = re.compile(r"[^\s,\]}]*")
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


class Unread(Exception):
    """A text that is no JSON; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


def parse(text: str, path: str = "") -> Any:
    """Return what a JSON text says, or raise `Unread`.

    >>> parse('{"a": [1, 2.5, null]}')
    {'a': [1, 2.5, None]}
    >>> parse('{"a": 1, "a": 2}')
    Traceback (most recent call last):
    argmap.exchange.jsontext.Unread: the key 'a' is given twice
    """
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        here = span(text, error.pos, error.pos + 1)
        raise Unread(unread(f"this is not JSON: {_lower(error.msg)}", here, path)) from error
    except _Twice as error:
        again = _Walk(text).again
        raise Unread(unread(str(error), span(text, *again) if again else NOWHERE, path)) from error
    except RecursionError as error:
        raise Unread(unread("this is nested too deep", NOWHERE, path)) from error
    except _NoNumber as error:
        raise Unread(unread(str(error), NOWHERE, path)) from error
    except ValueError as error:
        raise Unread(unread("a number has thousands of digits", NOWHERE, path)) from error
    if _HALF.search(text) and not _is_whole(data):
        raise Unread(unread("an escape stands for half a character", NOWHERE, path))
    return data


def locate(text: str, path: Path) -> Span:
    """Return where the value at a path of keys stands in a JSON text, or the nearest above it.

    >>> locate('{"a": [1, 22]}', ("a", 1))
    Span(line=1, column=11, end_line=1, end_column=13)
    """
    found = _Walk(text).places
    while path and path not in found:
        path = path[:-1]
    return span(text, *found[path]) if path in found else NOWHERE


def span(text: str, start: int, end: int) -> Span:
    """Return a stretch of a text, given by offsets, in lines and columns."""

    def place(offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)

    return Span(*place(start), *place(end))


class _Twice(ValueError):
    """A key that is given twice."""


class _NoNumber(ValueError):
    """A number that JSON does not know."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Twice(f"the key {next(key for key in keys if keys.count(key) > 1)!r} is given twice")
    return found


def _refuse(name: str) -> Any:
    raise _NoNumber(f"this is not JSON: {name} is no number there")


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _is_whole(data: Any) -> bool:
    try:
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


class _Walk:
    """Where each value of a JSON text stands, and the first key that is given twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Path, tuple[int, int]] = {}
        self.again: tuple[int, int] | None = None
        with suppress(ValueError, IndexError, RecursionError):  # what was walked so far is good
            self.value(0, ())

    def value(self, at: int, path: Path) -> int:
        """Note a value and all in it; return where it ends."""
        start = at = self.after(at)
        mark = self.text[at]
        if mark == "{":
            at = self.members(at + 1, path)
        elif mark == "[":
            at = self.items(at + 1, path)
        elif mark == '"':
            at = _STRING.raw_decode(self.text, at)[1]
        else:
            at = self.after(at, _BARE)
        self.places.setdefault(path, (start, at))
        return at

    def members(self, at: int, path: Path) -> int:
        """Note the members of an object."""
        at = self.after(at)
        while self.text[at] != "}":
            start = at
            key, at = _STRING.raw_decode(self.text, at)
            if (*path, key) in self.places and not self.again:
                self.again = start, at
            at = self.after(self.value(self.after(at) + 1, (*path, key)), _COMMA)
        return at + 1

    def items(self, at: int, path: Path) -> int:
        """Note the items of an array."""
        at, number = self.after(at), 0
        while self.text[at] != "]":
            at = self.after(self.value(at, (*path, number)), _COMMA)
            number += 1
        return at + 1

    def after(self, at: int, skipped: re.Pattern[str] = _SPACE) -> int:
        """Return where something ends that may stand here."""
        found = skipped.match(self.text, at)
        return found.end() if found else at
