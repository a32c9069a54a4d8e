"""Check many files: each by itself, whatever happens in the others, and say what came of it."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from time import monotonic
from typing import BinaryIO, TextIO, TypeVar

from argmap.audit.discovering import Look, is_map, maps
from argmap.audit.project import Project
from argmap.audit.remembering import Memory
from argmap.problems import Problem, Severity
from argmap.reporting import UNREADABLE, Style
from argmap.review.outcome import Checked, Failed
from argmap.yamlfile.supplying import Source

T = TypeVar("T")


def named(
    here: Project,
    stdin: BinaryIO,
    stdin_name: str,
    *,
    sift: bool = False,
    look: Look = is_map,
) -> list[Source]:
    """Return the maps of a project; `-` among them is standard input.

    With `sift`, files that are named and are no maps are left out; `look` tells what is one.
    """
    words = here.paths or (".",)
    gc.disable()  # what a look recalls is no garbage, however much it is
    try:
        paths = maps((one for one in words if one != "-"), sift=sift, look=look)
    finally:
        gc.enable()
    sources = [Source(path) for path in paths]
    if "-" in words:
        sources.append(Source(stdin_name or "-", stdin.read()))
    return sources


def audit(
    sources: Sequence[Source], here: Project, progress: TextIO, known: Memory, jobs: int = 0
) -> list[Checked]:
    """Return what is found in each file, under the settings that hold for it.

    What is `known` of files is not found anew. `jobs` is the number of processes, 0 any.
    """
    found = _checks(sources, here, known, jobs)
    return list(watched(found, len(sources), progress))


def _checks(
    sources: Sequence[Source], here: Project, known: Memory, jobs: int
) -> Iterator[Checked]:
    recalled = [known.recall(one.path) if one.content is None else None for one in sources]
    rest = [one for one, old in zip(sources, recalled, strict=True) if not old]
    fresh = _anew(rest, here, jobs) if rest else iter(())
    try:
        for old in recalled:
            if old:
                yield old
            else:
                known.note(new := next(fresh))
                yield new
    finally:
        known.save()


def _anew(sources: Sequence[Source], here: Project, jobs: int) -> Iterator[Checked]:
    """Yield what is found in files of which nothing is known."""
    from argmap.audit.inspecting import inspected, planned  # noqa: PLC0415  and these take long
    from argmap.yamlfile.dividing import divided  # noqa: PLC0415  most often nothing has changed,

    planned(here.settings, ())  # what is wrong with the settings is said here and now
    gc.freeze()
    return divided(partial(inspected, here), sources, jobs)


def watched(files: Iterable[T], total: int, stream: TextIO) -> Iterator[T]:
    """Pass files on, and tell on a terminal how far it is, where it takes more than a second."""
    begun, told = monotonic(), False
    for number, one in enumerate(files, 1):
        if stream.isatty() and monotonic() - begun > _PATIENCE:
            told = True
            print(f"\r{number}/{total}", end="", file=stream, flush=True)
        yield one
    if told:
        print("\r\x1b[K", end="", file=stream, flush=True)


_PATIENCE = 1.0  # seconds


def found(files: Iterable[Checked]) -> list[Problem]:
    """Return the problems of all files."""
    return [problem for one in files for problem in one.problems]


def code(files: Sequence[Checked], fail_on: Severity | None) -> int:
    """Return the exit code: 2 for a file that could not be read, 1 for what is grave enough.

    Raises `Failed` where the check itself went wrong.
    """
    if crashes := [crash for one in files for crash in one.crashes]:
        raise Failed(crashes)
    if any(one.code in UNREADABLE for one in found(files)):
        return 2
    if fail_on is None:
        return 0
    return int(any(one.severity.rank <= fail_on.rank for one in found(files)))


def statistics(files: Sequence[Checked], _: Style) -> str:
    """Return how often each code was found, the most frequent first."""
    from argmap.review.codes import codes  # noqa: PLC0415  it needs every rule

    counts = Counter(one.code for one in found(files))
    rows = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    room = max((len(str(count)) for count in counts.values()), default=0)
    slugs = {one.code: one.slug for one in codes([name for name, _ in rows])} if rows else {}
    return "".join(f"{count:>{room}} {name} {slugs[name]}\n" for name, count in rows)
