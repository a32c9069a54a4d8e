"""Remember what was found in files, so that those that have not changed are not checked again.

Findings are kept by a file's path, with a digest of what it holds and of what it includes; all of
them in one file, whose name is a digest of what else they hang on: argmap itself, installed rules,
the settings. It is read as a stranger's would be: what is not as it should be counts for nothing.
"""

import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path as FilePath
from typing import Any

from argmap.audit.discovering import says_map
from argmap.audit.project import Project
from argmap.errors import Unreadable
from argmap.repair.packing import packed, unpacked
from argmap.review.outcome import Checked
from argmap.saving import save
from argmap.version import __version__

FOLDER = ".argmap_cache"
_FORM = "1"  # of what is kept
_LARGEST = 5_000_000  # bytes of a file that is remembered
_KEPT = 8  # so many settings are remembered
_TICK = 20_000_000  # nanoseconds by which the clock of files may be late
_ELSEWHERE = ("AM007", "AM008", "AM009", "AM08", "AM144", "AM15")  # hang on more than files hold
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n"  # https://bford.info/cachedir/


class Memory:
    """What was found before in the files of a project; without a folder, nothing is remembered."""

    def __init__(self, here: Project, folder: str) -> None:
        self.begun = time.time_ns() - _TICK
        self.folder, self.root = folder, here.root
        self.source = FilePath(folder, f"{key(here)}.json") if folder else FilePath()
        way = FilePath(os.path.relpath(os.curdir, here.root)).as_posix()
        self.prefix = "" if way == os.curdir else f"{way}/"
        self.kept = _kept(self.source) if folder else {}
        self.known: dict[str, Checked] = {}
        self.digests: dict[str, str] = {}
        self.changed = False

    def look(self, path: str) -> bool:
        """Tell whether a file looks like a map; on the way, recall what was found in it."""
        content = _content(path)
        if content is None:
            return True  # whoever reads it will say what is wrong
        if self.folder and len(content) < _LARGEST:
            self.digests[path] = digest = _digest(content)
            found = _recalled(self.kept.get(self.prefix + path), path, digest, content)
            if found:
                self.known[path] = found
        return says_map(content)  # what was named once may be none all the same

    def recall(self, path: str) -> Checked | None:
        """Return what was found in a file that has not changed since."""
        if self.folder and path not in self.digests:
            self.look(path)
        return self.known.get(path)

    def note(self, found: Checked) -> None:
        """Remember what was found in a file, where that hangs on nothing else."""
        if found.crashes or found.path not in self.digests:
            return
        if any(one.code.startswith(_ELSEWHERE) for one in found.problems):
            return
        if any(_changed(one) > self.begun for one in (found.path, *found.includes)):
            return
        with suppress(OSError):
            includes = _includes(found.path, found.includes)
            said = [packed(one) for one in found.problems]
            entry = [self.digests[found.path], includes, found.silenced, said]
            self.kept[self.prefix + found.path] = entry
            self.changed = True

    def save(self) -> None:
        """Write what is new; a cache that cannot be written is none."""
        if not self.changed:
            return
        kept = {path: one for path, one in self.kept.items() if self._is_there(path)}
        text = json.dumps(kept, ensure_ascii=True, separators=(",", ":"))
        with suppress(Unreadable, OSError):
            save(FilePath(self.folder, ".gitignore"), "*\n")
            save(FilePath(self.folder, "CACHEDIR.TAG"), _TAG)
            save(self.source, text)
            self._tidy()

    def _is_there(self, path: str) -> bool:
        known = path.startswith(self.prefix) and path[len(self.prefix) :] in self.digests
        return known or os.path.exists(os.path.join(self.root, path))

    def _tidy(self) -> None:
        """Forget what was found under settings of long ago."""
        files = FilePath(self.folder).glob("*.json")
        for one in sorted(files, key=lambda one: -one.stat().st_mtime)[_KEPT:]:
            one.unlink()


def memory(here: Project, *, off: bool = False) -> Memory:
    """Return the memory of a project: in its root, or where `ARGMAP_CACHE_DIR` says."""
    folder = os.environ.get("ARGMAP_CACHE_DIR") or os.path.join(here.root, FOLDER)
    return Memory(here, "" if off else folder)


def key(here: Project) -> str:
    """Return a digest of what findings hang on beside the files that are checked."""
    settings = here.settings
    words = _content(settings.words) if settings.words else b""
    state = "none" if words is None else _digest(words)  # words that are not there are a fault
    told = (
        (
            _FORM,
            __version__,
            sys.version_info[:2],
            os.environ.get("ARGMAP_CACHE_DIR") and here.root,
        ),
        (settings.profile, settings.select, settings.ignore, settings.lang),
        sorted(settings.severity.items()),
        sorted(settings.thresholds.items()),
        sorted(here.per_file_ignores.items()),
        (settings.words, state),
        sorted(_stamps(os.path.dirname(os.path.dirname(__file__)))),
        sorted(_plugins()),
    )
    return _digest(repr(told).encode("utf-8", "surrogateescape"))


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield which files argmap consists of, and which state of each."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                told = entry.stat()
                yield entry.path, told.st_size, told.st_mtime_ns


def _plugins() -> Iterator[tuple[str, str, int]]:
    """Yield which rules others have installed, and which state of each."""
    for point in entry_points(group="argmap.rules"):
        version = point.dist.version if point.dist else ""
        with suppress(ImportError, ValueError):
            found = find_spec(point.module)
            yield point.value, version, _changed(found.origin or "") if found else 0


def _changed(path: str) -> int:
    """Return when a file was last changed, in nanoseconds; 0 where there is none."""
    try:
        return os.stat(path).st_mtime_ns
    except (OSError, ValueError):
        return 0


def _content(path: str) -> bytes | None:
    """Return what an ordinary file holds."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(path, "rb") as stream:
            return stream.read(_LARGEST)
    except (OSError, ValueError):
        return None


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:32]  # processors have instructions for this one


def _kept(source: FilePath) -> dict[str, Any]:
    """Return what is kept in a file, if that can be read at all."""
    try:
        found = json.loads(source.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _includes(path: str, includes: tuple[str, ...]) -> list[list[str]]:
    """Return what a file includes, by the way there, and the project that it may not leave."""
    if not includes:
        return []
    folder = os.path.dirname(path) or os.curdir
    found = [["", _project(folder)]]
    for one in includes:
        content = _content(one)
        if content is None:
            raise FileNotFoundError(one)
        found.append([os.path.relpath(one, folder), _digest(content)])
    return found


def _project(folder: str) -> str:
    from argmap.yamlfile.including import project_of  # noqa: PLC0415  few maps include others

    real = os.path.realpath(folder)
    return os.path.relpath(project_of(FilePath(real)), real)


def _recalled(entry: Any, path: str, digest: str, content: bytes) -> Checked | None:
    """Return what an entry says of a file, if it is about its present state."""
    try:
        if entry is None or entry[0] != digest:
            return None
        _, includes, silenced, said = entry
        names = tuple(os.path.join(os.path.dirname(path), way) for way, _ in includes[1:])
        if includes and _includes(path, names) != includes:
            return None
        problems = tuple(unpacked(one, path) for one in said)
        text = content.decode().removeprefix("\ufeff") if problems else ""
        return Checked(path, text, problems, int(silenced), includes=names)
    except (TypeError, ValueError, LookupError, OSError):
        return None
