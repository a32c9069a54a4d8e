"""Other formats in and out: a format is a member of `formats/`, with its reader and its writer.

A reader makes the best of what it gets and says what it had to leave out; a writer says what its
format cannot hold. So nothing is lost in silence. Where several formats share a suffix, the text
itself decides.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from argmap.errors import InvalidMap, UnknownName, Unreadable, Unsupported
from argmap.exchange.losing import Written
from argmap.model import ArgMap
from argmap.plugins import member, members
from argmap.problems import Problem, Severity
from argmap.saving import save


@dataclass(frozen=True, slots=True)
class Read:
    """A map out of some format, as far as there is one, and what is wrong or was left out."""

    map: ArgMap | None
    problems: tuple[Problem, ...] = ()


def _never(text: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a map down.

    `read` gets a text and the path that it came from, and `write` the path that it goes to; None
    where the format goes one way only. A path ends in one of the `suffixes`, such as `.json`
    or, more telling, `.aif.json`. `detect` says whether a text looks like this format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Read] | None = None
    write: Callable[[ArgMap, str], Written] | None = None
    detect: Callable[[str], bool] = _never


def formats() -> dict[str, Format]:
    """Return all formats by name."""
    return members("formats", Format)


def read(text: str, path: str = "", name: str = "") -> Read:
    """Return the map in a text, by the format that is named, or that path and text suggest.

    >>> read('{"argmap": 1, "title": "Rain", "claims": [], "arguments": []}').map.title
    'Rain'
    """
    found = member("formats", Format, name) if name else _suggested(text, path)
    if found.read is None:
        raise Unsupported(f"{found.name} can be written but not read")
    return found.read(text, path)


def write(argmap: ArgMap, path: str = "", name: str = "") -> Written:
    """Return a map in the format that is named, or that the path suggests.

    >>> write(ArgMap(title="Rain"), "rain.yaml").text.splitlines()[-1]
    'title: Rain'
    """
    found = member("formats", Format, name) if name else _for(path)
    if found.write is None:
        raise Unsupported(f"{found.name} can be read but not written")
    written = found.write(argmap, path)
    try:
        written.text.encode()
    except UnicodeEncodeError as error:
        raise Unsupported("a text of the map holds half a character, which no file can") from error
    return written


def convert(
    source: FilePath | str, target: FilePath | str, *, was: str = "", to: str = ""
) -> tuple[Problem, ...]:
    """Write the map in a file to another file, in another format; return what is lost.

    Raises `InvalidMap` where the source has errors: half a map is not converted.
    """
    text = decoded(content(source), str(source))
    written = converted(text, str(source), str(target), was=was, to=to)
    save(target, written.text)
    return written.lost


def converted(text: str, source: str, target: str, *, was: str = "", to: str = "") -> Written:
    """Return a text in another format, with what reading left out and what writing cannot hold.

    `source` and `target` are paths, or `-`; they suggest the formats where none are named.
    """
    found = read(text, source, was)
    errors = tuple(one for one in found.problems if one.severity is Severity.ERROR)
    if found.map is None or errors:
        raise InvalidMap(errors or found.problems)
    written = write(_moved(found.map, source, target), target, to)
    return Written(written.text, (*found.problems, *written.lost))


def sound(text: str, path: str = "", name: str = "") -> ArgMap:
    """Return the map in a text of any format, or raise `InvalidMap` where it has errors."""
    found = read(text, path, name)
    errors = tuple(one for one in found.problems if one.severity is Severity.ERROR)
    if found.map is None or errors:
        raise InvalidMap(errors or found.problems)
    return found.map


def decoded(content: bytes, path: str = "") -> str:
    r"""Return the text of a file: UTF-8, or what an XML file says that it is.

    >>> decoded(b"\xef\xbb\xbfday"), decoded(b"<?xml version='1.0' encoding='latin-1'?>\xe9")[-1]
    ('day', 'é')
    """
    told = _ENCODING.match(content)
    try:
        return content.decode(told[1].decode() if told else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        wanted = error.encoding.upper()
        raise Unreadable(
            f"cannot read {path}: byte 0x{byte:02x} in line {line} is not {wanted}"
        ) from error
    except LookupError as error:
        raise Unreadable(f"cannot read {path}: {error}") from error


def content(path: FilePath | str) -> bytes:
    """Return what a file holds, or raise `Unreadable`."""
    try:
        return FilePath(path).read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot read {path}: {error.strerror or error}") from error


def _suggested(text: str, path: str) -> Format:
    """Return the format that a text to be read is in."""
    readable = [one for one in formats().values() if one.read]
    seen = [one for one in readable if one.detect(text)]
    best = _nearest(seen, path) or seen or _nearest(readable, path)
    return _only(best, path)


def _for(path: str) -> Format:
    """Return the format that a file is to be written in."""
    return _only(_nearest([one for one in formats().values() if one.write], path), path)


def _nearest(some: list[Format], path: str) -> list[Format]:
    """Return the formats with the longest suffix of a path; those that it is the own suffix of."""
    name = FilePath(path).name.lower()
    ranks = {
        one.name: max(
            (
                (len(suffix), suffix == one.suffixes[0])
                for suffix in one.suffixes
                if name.endswith(suffix)
            ),
            default=(0, False),
        )
        for one in some
    }
    best = max(ranks.values(), default=(0, False))
    return [one for one in some if best[0] and ranks[one.name] == best]


def _only(best: list[Format], path: str) -> Format:
    if len(best) == 1:
        return best[0]
    if best:
        names = " or ".join(one.name for one in best)
        raise Unsupported(f"{path or 'this'} could be {names}: say which with --from or --to")
    if path in ("", "-"):
        known = ", ".join(formats())
        raise Unsupported(f"no name tells the format: say one with --from or --to ({known})")
    raise UnknownName("formats", FilePath(path).suffix or path, list(formats()))


def _moved(argmap: ArgMap, source: str, target: str) -> ArgMap:
    """Return a map whose included files are still found from another folder."""
    here, there = (
        FilePath("" if path == "-" else path).absolute().parent for path in (source, target)
    )
    if here == there or not argmap.include:
        return argmap
    include = {name: _rebased(path, here, there) for name, path in argmap.include.items()}
    return replace(argmap, include=include)


def _rebased(path: str, here: FilePath, there: FilePath) -> str:
    if "://" in path or FilePath(path).is_absolute():
        return path
    try:
        return FilePath(os.path.relpath(here / path, there)).as_posix()
    except ValueError:  # another drive
        return (here / path).as_posix()


_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding=[\"']([A-Za-z0-9._-]+)[\"']")
