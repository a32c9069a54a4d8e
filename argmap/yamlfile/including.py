"""Which file an `include` means, and whether a map may read it; files are read here and only here.

A map comes from anywhere. What it includes must be a file of the same project, named from where the
map stands: no address on the web, nothing above the project's folder, nothing that a link leads
out to, and nothing that is no ordinary file, which might never end or never begin.
"""

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from pathlib import PurePosixPath, PureWindowsPath

from argmap.text import nearest
from argmap.yamlfile.yamltext import MAX_BYTES

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:(?=/|[^/\\]*@)")
_MARKERS = ("argmap.toml", "pyproject.toml", ".git")
_SEEN = 500  # so many names of a folder are compared with one that is not there


@dataclass(frozen=True)
class Refused(Exception):
    """A file that is not read; `code` and `variant` are those of a fault."""

    code: str
    slots: dict[str, str] = field(default_factory=dict)
    variant: str = ""


def real_path(path: str) -> str:
    """Return where a path leads, or the path itself where it leads nowhere at all."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def project_of(folder: FilePath) -> FilePath:
    """Return the nearest folder, from one upwards, that is a project's; or the folder itself."""
    for one in (folder, *folder.parents):
        if any((one / marker).exists() for marker in _MARKERS):
            return one
    return folder


def included_file(written: str, folder: FilePath, root: FilePath) -> FilePath:
    """Return the file that a map in a folder means by a path, or raise `Refused`.

    `folder` and `root` are real paths.
    """
    slots = {"file": written, "root": root.name or str(root)}
    if _ADDRESS.match(written):
        raise Refused("AM084", slots)
    if PurePosixPath(written).is_absolute() or PureWindowsPath(written).drive:
        raise Refused("AM081", slots)
    plain = FilePath(os.path.normpath(folder / written))
    if not plain.is_relative_to(root):
        raise Refused("AM082", slots)
    try:
        real = FilePath(os.path.realpath(plain))
        if not real.is_relative_to(root):
            raise Refused("AM083", slots | {"target": str(real)})
        mode = real.stat().st_mode
    except (OSError, ValueError):
        raise Refused("AM080", *_beside(written, plain, slots)) from None
    if not stat.S_ISREG(mode):
        raise Refused("AM085", slots, "directory" if stat.S_ISDIR(mode) else "")
    return real


def _beside(written: str, plain: FilePath, slots: dict[str, str]) -> tuple[dict[str, str], str]:
    """Return the slots and the variant for a file that is not there: which one was meant."""
    try:
        names = sorted(os.listdir(plain.parent))[:_SEEN]
    except (OSError, ValueError):
        return slots, ""
    stems = {one.rpartition(".")[0]: one for one in names if one.endswith((".yaml", ".yml"))}
    near = stems.get(nearest(plain.stem, stems) or "")
    if near is None:
        return slots, ""
    return slots | {"near": str(PurePosixPath(written).with_name(near))}, "near"


def contents(path: FilePath | str) -> bytes:
    """Return the bytes of an ordinary file, one more than the limit at most, or raise `Refused`."""
    slots = {"file": str(path)}
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            raise Refused("AM009", slots, "directory" if stat.S_ISDIR(mode) else "")
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Refused("AM007", *_beside(str(path), FilePath(path), slots)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Refused("AM008", slots | {"reason": reason}) from None
