"""Find the maps that are meant: files, folders, globs; what git ignores is left out."""

import glob
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from typing import Any

from argmap.errors import Unreadable

_HEAD = 65_536  # bytes in which a map shows that it is one
_BYTE_ORDER = b"\xef\xbb\xbf\xff\xfe"  # a file in another encoding is a map with a fault
_KEY = re.compile(rb"""^(?:\{\s*)?["']?argmap["']?[ \t]*:""", re.M)
_SUFFIXES = (".yaml", ".yml")
_GLOB = re.compile(r"[*?[]")


class NoMaps(Unreadable):
    """Nothing was found where maps were looked for."""


def maps(words: Iterable[str], *, sift: bool = False) -> list[str]:
    """Return the paths of all maps that words name, each once and in order.

    A file that is named is taken as it is, even where there is none, which its reader will say; in
    folders and globs only what looks like a map and is not ignored by git. Raises `NoMaps` for a
    folder or glob that leads to nothing. With `sift` what is named is no better than what is found,
    and there may be nothing.
    """
    found: dict[str, str] = {}
    for word in words:
        here = list(_named(word, sift=sift))
        if not here and not sift:
            raise NoMaps(_nothing(word))
        for path in here:
            found.setdefault(os.path.realpath(path), path)
    return sorted(found.values(), key=lambda path: path.split("/"))


def _nothing(word: str) -> str:
    if os.path.isdir(word):
        return f"no maps in the folder {word!r}: no .yaml file in it has a top-level `argmap:`"
    return f"no maps match {word!r}"


def _named(word: str, *, sift: bool) -> Iterator[str]:
    """Yield the maps that one word names."""
    if os.path.isdir(word):
        yield from _inside(FilePath(word))
    elif sift and os.path.exists(word):
        path = FilePath(word)
        if is_map(path) and not Ignored(path.parent).holds(path):
            yield path.as_posix()
    elif os.path.exists(word) or not _GLOB.search(word):
        yield FilePath(word).as_posix()
    else:
        for name in glob.iglob(word, recursive=True):
            path = FilePath(name)
            if path.is_dir():
                yield from _inside(path)
            elif is_map(path) and not Ignored(path.parent).holds(path):
                yield path.as_posix()


def _inside(folder: FilePath) -> Iterator[str]:
    """Yield the maps in a folder and the folders in it, save hidden and ignored ones."""
    ignored = Ignored(folder)
    if ignored.holds(folder, folder=True):  # it is named all the same, so only what is in it counts
        ignored.specs.clear()
    for here, folders, files in os.walk(folder):
        place = FilePath(here)
        ignored.enter(place)
        folders[:] = [
            one
            for one in sorted(folders)
            if not one.startswith(".") and not ignored.holds(place / one, folder=True)
        ]
        for name in sorted(files):
            path = place / name
            if name.endswith(_SUFFIXES) and not ignored.holds(path) and is_map(path):
                yield path.as_posix()


def is_map(path: FilePath) -> bool:
    """Tell whether a file looks like a map: a key `argmap` stands at the left margin."""
    if path.suffix not in _SUFFIXES:
        return False
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return True  # whoever reads it will say what is wrong
    return bool(_KEY.search(head.replace(b"\0", b"").lstrip(_BYTE_ORDER)))


class Ignored:
    """What the `.gitignore` files around and in a folder leave out."""

    def __init__(self, folder: FilePath) -> None:
        self.specs: dict[FilePath, Any] = {}
        above = []
        start = FilePath(os.path.realpath(folder))
        for one in (start, *start.parents):
            above.append(one)
            if (one / ".git").exists():
                break
        else:
            above = above[:1]
        for one in reversed(above):
            self.enter(one)

    def enter(self, folder: FilePath) -> None:
        """Heed the `.gitignore` of a folder."""
        folder = FilePath(os.path.realpath(folder))
        source = folder / ".gitignore"
        if folder not in self.specs and source.is_file():
            from pathspec import GitIgnoreSpec  # noqa: PLC0415  most folders need none

            text = source.read_text(encoding="utf-8", errors="replace")
            self.specs[folder] = GitIgnoreSpec.from_lines(text.splitlines())

    def holds(self, path: FilePath, *, folder: bool = False) -> bool:
        """Tell whether a path is left out; the nearest `.gitignore` that speaks of it decides."""
        if not self.specs:
            return False
        path = FilePath(os.path.realpath(path.parent)) / path.name
        for here, spec in sorted(self.specs.items(), key=lambda one: -len(one[0].parts)):
            if path.is_relative_to(here):
                name = path.relative_to(here).as_posix() + ("/" if folder else "")
                told = spec.check_file(name).include
                if told is not None:
                    return bool(told)
        return False
