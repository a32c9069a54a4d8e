"""The maps of a site: each with its folder there, its findings, and the maps that it builds on."""

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from argmap.audit.discovering import maps
from argmap.audit.project import Project
from argmap.checking import check
from argmap.loading import Cache, Document, read
from argmap.model import ArgMap
from argmap.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """One map of a site. `folder` is where its pages are, `map` None where it has errors.

    `builds_on` gives, by the name under which it is included, the folder of each map of the site
    that this one includes.
    """

    path: str
    folder: str
    document: Document
    map: ArgMap | None
    problems: tuple[Problem, ...]
    builds_on: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The map's title, or its file's name."""
        return (self.document.map and self.document.map.title) or FilePath(self.path).stem


def entries(words: Iterable[str], here: Project) -> list[Entry]:
    """Return the maps that words name, each with its findings; a broken one stops no other."""
    cache, words = Cache(), list(words)
    listed = maps(words)
    folders = dict(zip(listed, _folders(listed, words), strict=True))
    homes = {os.path.realpath(path): folder for path, folder in folders.items()}
    return [_entry(path, folders[path], homes, cache, here) for path in listed]


def _entry(path: str, folder: str, homes: Mapping[str, str], cache: Cache, here: Project) -> Entry:
    found = read(path, cache=cache, language=here.lang)
    problems = check(found, here.settings)
    sound = found.is_sound and not any(one.severity is Severity.ERROR for one in problems)
    return Entry(
        path, folder, found, found.map if sound else None, problems, dict(_included(found, homes))
    )


def _included(found: Document, homes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, file in (found.map.include if found.map else {}).items():
        real = os.path.realpath(FilePath(found.path).parent / file)
        if real in homes:
            yield name, homes[real]


def _folders(paths: list[str], words: list[str]) -> Iterator[str]:
    """Yield a folder for each map: where it is below the folder that was named, by its name.

    >>> list(_folders(["maps/a.yaml", "maps/more/a.yaml"], ["maps"]))
    ['a', 'more/a']
    """
    tops = [FilePath(os.path.abspath(word)) for word in words if not glob.has_magic(word)]
    taken: set[str] = set()
    for path in paths:
        full = FilePath(os.path.abspath(path))
        above = (top for top in tops if top != full and full.is_relative_to(top))
        name = full.relative_to(next(above, full.parent)).with_suffix("").as_posix()
        while name.casefold() in taken or name.split("/")[0] == "index.html":
            name += "-"
        taken.add(name.casefold())
        yield name
