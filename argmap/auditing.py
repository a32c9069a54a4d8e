"""Check many files: each by itself, whatever happens in the others, and say what came of it."""

import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import BinaryIO, TextIO, TypeVar

from argmap.checking import examine
from argmap.choosing import Plan, plan
from argmap.codes import codes
from argmap.discovering import maps
from argmap.loading import Cache, Document, document, read
from argmap.outcome import Checked, Crash, Failed
from argmap.problems import Problem, Severity
from argmap.project import Project
from argmap.reporting import UNREADABLE, Style
from argmap.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and its content where that comes from elsewhere."""

    path: str
    content: bytes | None = None

    def read(self, cache: Cache, language: str) -> Document:
        """Return what it says."""
        if self.content is None:
            return read(self.path, cache=cache, language=language)
        return document(self.content, self.path, cache=cache, language=language)


def named(here: Project, stdin: BinaryIO, stdin_name: str, *, sift: bool = False) -> list[Source]:
    """Return the maps of a project; `-` among them is standard input.

    With `sift`, files that are named and are no maps are left out.
    """
    words = here.paths or (".",)
    sources = [Source(path) for path in maps((one for one in words if one != "-"), sift=sift)]
    if "-" in words:
        sources.append(Source(stdin_name or "-", stdin.read()))
    return sources


def audit(sources: Sequence[Source], here: Project, progress: TextIO) -> list[Checked]:
    """Return what is found in each file, under the settings that hold for it."""
    return list(watched(checks(sources, here), len(sources), progress))


def checks(sources: Iterable[Source], here: Project) -> Iterator[Checked]:
    """Yield what is found in each file."""
    plans: dict[tuple[str, ...], Plan] = {}
    for number, one in enumerate(sources):
        if number % _SHARED == 0:
            cache = Cache()
        ignored = here.ignored(one.path)
        if ignored not in plans:
            plans[ignored] = planned(here.settings, ignored)
        yield checked(one, plans[ignored], cache)


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
_SHARED = 100  # so many files share what they include, which is kept in memory so long


def planned(settings: Settings, ignored: tuple[str, ...]) -> Plan:
    """Return the plan for files in which some rules more are ignored."""
    return plan(replace(settings, ignore=settings.ignore + ignored))


def checked(source: Source, todo: Plan, cache: Cache) -> Checked:
    """Return what is found in one file; what goes wrong with it is part of that."""
    try:
        return examine(source.read(cache, todo.lang), todo)
    except Exception as error:
        told = f"{type(error).__name__}: {error}"
        crash = Crash("", source.path, told, traceback.format_exc())
        return Checked(source.path, crashes=(crash,))


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
    counts = Counter(one.code for one in found(files))
    rows = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    room = max((len(str(count)) for count in counts.values()), default=0)
    slugs = {one.code: one.slug for one in codes([name for name, _ in rows])} if rows else {}
    return "".join(f"{count:>{room}} {name} {slugs[name]}\n" for name, count in rows)
