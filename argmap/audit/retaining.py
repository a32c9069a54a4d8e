"""Remember which pictures are up to date, so that it is seen without reading a map.

What is kept of a run that went well: of each map its digest and those of what it includes, and of
each of its pictures what is in the file. While all of that is as it was, and argmap, its options
and the project's settings are, there is nothing to draw.
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path as FilePath
from typing import Any

from argmap.audit.discovering import NoMaps, maps
from argmap.audit.project import Project
from argmap.audit.remembering import FOLDER, key
from argmap.errors import Unreadable
from argmap.saving import save

FILE = "pictures.json"
_KEPT = 16  # so many ways to call it are remembered
_TICK = 20_000_000  # nanoseconds by which the clock of files may be late
_FILES = ("compare", "font", "embed")  # options that name files, which may change as well
_ELSEWHERE = ("force", "split")  # and those of which more must be looked at
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n"  # https://bford.info/cachedir/

Made = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Of each map the files that it includes, and its pictures."""


class Gallery:
    """The pictures that one way to call argmap makes of the maps of a project."""

    def __init__(self, here: Project, words: tuple[str, ...], options: Mapping[str, Any]) -> None:
        self.begun, self.words = time.time_ns() - _TICK, words
        folder = os.environ.get("ARGMAP_CACHE_DIR") or os.path.join(here.root, FOLDER)
        self.source = FilePath(folder, FILE)
        theme = options["theme"] or here.theme
        self.on = not (
            any(options[name] for name in (*_FILES, *_ELSEWHERE))
            or "-" in (*words, options["output"])
            or any(mark in theme for mark in "./\\")
        )
        self.token = _token(here, words, options) if self.on else ""

    def count(self) -> int | None:
        """Return how many pictures are up to date, or None where that must be looked into."""
        if not self.on:
            return None
        try:
            kept = _kept(self.source)[self.token]
            if [path for path, *_ in kept] != maps(self.words):
                return None
            files = [pair for _, *groups in kept for group in groups for pair in group]
            same = all(_digest(path) == digest for path, digest in files)
            return sum(len(pictures) for *_, pictures in kept) if same else None
        except (KeyError, TypeError, ValueError, NoMaps, OSError):
            return None

    def keep(self, made: Made) -> None:
        """Remember what was made of each map; a memory that cannot be written is none."""
        if not self.on or not made:
            return
        with suppress(OSError, Unreadable, TypeError):
            if list(made) != maps(self.words):
                return
            if any(_changed(path) > self.begun for key in made for path in (key, *made[key][0])):
                return
            entry = [
                [path, _digests((path, *includes)), _digests(pictures)]
                for path, (includes, pictures) in made.items()
            ]
            kept = _kept(self.source)
            if kept.pop(self.token, None) == entry:
                return
            kept = dict([*kept.items()][1 - _KEPT :]) | {self.token: entry}
            for name, text in ((".gitignore", "*\n"), ("CACHEDIR.TAG", _TAG)):
                if not self.source.with_name(name).exists():
                    save(self.source.with_name(name), text)
            save(self.source, json.dumps(kept, separators=(",", ":")))


def _token(here: Project, words: tuple[str, ...], options: Mapping[str, Any]) -> str:
    """Return a digest of what pictures hang on beside the maps."""
    plugins = sorted(
        (point.group, point.value, dist.version)
        for dist in distributions()
        for point in dist.entry_points
        if point.group.startswith("argmap.")
    )
    place = os.path.relpath(os.curdir, here.root)
    unseen = ("quiet", "check")
    asked = sorted((name, one) for name, one in options.items() if name not in unseen)
    told = (key(here), here.theme, here.languages, here.output, here.paths, place, words, asked)
    return blake2b(
        repr((told, plugins, sys.platform)).encode("utf-8", "surrogateescape")
    ).hexdigest()


def _digests(paths: Iterable[str]) -> list[list[str]]:
    return [[path, _digest(path)] for path in paths]


def _digest(path: str) -> str:
    return blake2b(FilePath(path).read_bytes(), digest_size=16).hexdigest()


def _changed(path: str) -> int:
    return os.stat(path).st_mtime_ns


def _kept(source: FilePath) -> dict[str, Any]:
    """Return what is kept, if that can be read at all."""
    try:
        found = json.loads(source.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
