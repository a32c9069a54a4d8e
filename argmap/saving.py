"""Write files so that none is ever half-written: to a temporary one, then renamed."""

import os
import tempfile
from pathlib import Path as FilePath

from argmap.errors import Unreadable


def save(path: FilePath | str, content: str | bytes) -> bool:
    """Write a file, making its folder; return False where it already held just that.

    Text is written as UTF-8 with the line ends that it has. Raises `Unreadable`.
    """
    path = FilePath(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # a pipe or a device, such as /dev/stdout, is not replaced
            return True
        path = FilePath(os.path.realpath(path)) if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            os.chmod(temporary, path.stat().st_mode if path.exists() else 0o666 & ~_umask())
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        raise Unreadable(f"cannot write {path}: {error.strerror or error}") from error
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
