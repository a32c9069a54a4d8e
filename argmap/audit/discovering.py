"""Find the maps that are meant: files, folders, globs; what git ignores is left out."""

import glob
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from argmap.errors import Unreadable

Look = Callable[[str], bool]  # tells of a file whether it is a map

_HEAD = 65_536  # bytes in which a map shows that it is one
_BYTE_ORDER = b"\xef\xbb\xbf\xff\xfe"  # a file in another encoding is a map with a fault
_KEY = re.compile(rb"""^(?:\{\s*)?["']?argmap["']?[ \t]*:""", re.M)
_SUFFIXES = (".yaml", ".yml")
_GLOB = re.compile(r"[*?[]")


class NoMaps(Unreadable):
    """Nothing was found where maps were looked for."""


def is_map(path: FilePath | str) -> bool:
    """Tell whether a file looks like a map; what cannot be read does: its reader says so."""
    if not str(path).endswith(_SUFFIXES):
        return False
    try:
        with open(path, "rb") as stream:
            return says_map(stream.read(_HEAD))
    except OSError:
        return True


def says_map(head: bytes) -> bool:
    """Tell whether a file that begins so is a map: a key `argmap` stands at the left margin."""
    return bool(_KEY.search(head[:_HEAD].replace(b"\0", b"").lstrip(_BYTE_ORDER)))


def maps(words: Iterable[str], *, sift: bool = False, look: Look = is_map) -> list[str]:
    """Return the paths of all maps that words name, each once and in order.

    A file that is named is taken as it is, even where there is none, which its reader will say; in
    folders and globs only what looks like a map and is not ignored by git. Raises `NoMaps` for a
    folder or glob that leads to nothing. With `sift` what is named is no better than what is found,
    and there may be nothing.
    """
    found: dict[str, str] = {}
    for word in words:
        some = False
        for real, path in _named(word, look, sift=sift):
            some = True
            found.setdefault(real, path)
        if not some and not sift:
            raise NoMaps(_nothing(word))
    return sorted(found.values(), key=lambda path: path.split("/"))


def _nothing(word: str) -> str:
    if not word:
        return "no maps: a path is empty"
    if os.path.isdir(word):
        return f"no maps in the folder {word!r}: no .yaml file in it has a top-level `argmap:`"
    return f"no maps match {word!r}"


def _named(word: str, look: Look, *, sift: bool) -> Iterator[tuple[str, str]]:
    """Yield the maps that one word names: where each really is, and its path."""
    if not word:  # as from a variable that is not set: nobody means this whole folder by it
        return
    if os.path.isdir(word):
        yield from _inside(word, look)
        return
    is_glob = not os.path.exists(word) and _GLOB.search(word)
    for name in glob.iglob(word, recursive=True) if is_glob else (word,):
        path = FilePath(name).as_posix()
        if os.path.isdir(path):
            yield from _inside(path, look)
        elif not (is_glob or (sift and os.path.exists(path))) or (
            path.endswith(_SUFFIXES) and not ignored(path) and look(path)
        ):
            yield os.path.realpath(path), path


def _inside(folder: str, look: Look) -> Iterator[tuple[str, str]]:
    """Yield the maps in a folder and the folders in it, save hidden and ignored ones."""
    real = os.path.realpath(folder)
    outer = Ignored.above(real)
    if outer.holds(os.path.basename(real), folder=True):  # it is named all the same: it is meant
        outer = Ignored()
    start = FilePath(folder).as_posix()
    waiting = [("" if start == "." else f"{start.rstrip('/')}/", real, outer.below(real))]
    while waiting:
        prefix, place, ignored = waiting.pop()
        folders = []
        for entry in _entries(place):
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                if not name.startswith(".") and not ignored.holds(name, folder=True):
                    inner = os.path.join(place, name)
                    folders.append((f"{prefix}{name}/", inner, ignored.below(inner)))
            elif name.endswith(_SUFFIXES) and not ignored.holds(name) and not _leads_away(entry):
                path = prefix + name
                if look(path):
                    real = os.path.join(place, name)
                    yield os.path.realpath(real) if entry.is_symlink() else real, path
        waiting.extend(reversed(folders))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder, by name; nothing where that cannot be told."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _leads_away(entry: os.DirEntry[str]) -> bool:
    """Tell whether a link leads to a folder, in which there may be circles."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:  # it leads to itself: its reader will say so
        return False


def ignored(path: str) -> bool:
    """Tell whether git ignores a file."""
    above, name = os.path.split(path)
    folder = os.path.realpath(above or os.curdir)
    return Ignored.above(folder).below(folder).holds(name)


@dataclass(frozen=True, slots=True)
class Ignored:
    """What the `.gitignore` files around a folder, and in it, leave out of it.

    Each goes with the way from its own folder to this one; the nearest that speaks of a name
    decides.
    """

    specs: tuple[tuple[Any, str], ...] = ()

    @classmethod
    def above(cls, folder: str) -> "Ignored":
        """Return what the folders around one leave out, up to that of the repository."""
        outer: list[str] = []
        here = folder
        while not os.path.exists(os.path.join(here, ".git")):
            if os.path.dirname(here) == here:  # there is no repository
                return cls()
            here = os.path.dirname(here)
            outer.append(here)
        found = cls()
        for one in reversed(outer):
            found = found.below(one)
        return found

    def below(self, folder: str) -> "Ignored":
        """Return what is left out of a folder in this one."""
        name = os.path.basename(folder)
        specs = [(spec, f"{way}{name}/") for spec, way in self.specs]
        source = FilePath(folder, ".gitignore")
        if source.is_file():
            from pathspec import GitIgnoreSpec  # noqa: PLC0415  most folders need none

            text = source.read_text(encoding="utf-8", errors="replace")
            specs.insert(0, (GitIgnoreSpec.from_lines(text.splitlines()), ""))
        return Ignored(tuple(specs))

    def holds(self, name: str, *, folder: bool = False) -> bool:
        """Tell whether a file or folder in this one is left out."""
        for spec, way in self.specs:
            told = spec.check_file(f"{way}{name}/" if folder else way + name).include
            if told is not None:
                return bool(told)
        return False
