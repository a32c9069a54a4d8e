"""Do something again each time that files have changed, until somebody interrupts it."""

import os
import time
from collections.abc import Callable, Iterable

from argmap.audit.discovering import maps
from argmap.audit.project import Project
from argmap.errors import ArgmapError

State = dict[str, tuple[int, int]]

_PAUSE = 0.4  # seconds between looks


def follow(do: Callable[[], None], files: Callable[[], Iterable[str]]) -> None:
    """Do something, and again when one of some files has come, gone or changed.

    Returns when it is interrupted at the keyboard.
    """
    try:
        while True:
            before = state(files())
            do()
            while state(files()) == before:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return


def state(paths: Iterable[str]) -> State:
    """Return when each file was changed, and how long it is; nothing of one that is not there."""
    found = {}
    for path in paths:
        try:
            told = os.stat(path)
        except (OSError, ValueError):
            continue
        found[path] = told.st_mtime_ns, told.st_size
    return found


def watchable(look: Callable[[], Project]) -> list[str]:
    """Return the files that matter to a project: what may be a map, and what settings are in."""
    settings = ["argmap.toml", "pyproject.toml"]
    try:
        here = look()
    except ArgmapError:  # the settings are being written
        return settings
    settings += [str(one) for one in (here.source, here.words, here.baseline) if one]
    return settings + maps(here.paths or (".",), sift=True, look=lambda _: True)
