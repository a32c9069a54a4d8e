"""What a live preview shows of each map: the last page that could be drawn, and what is wrong."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from argmap.audit.discovering import maps
from argmap.audit.project import Project
from argmap.audit.watching import State, state
from argmap.checking import check
from argmap.drawing import Manner, renderer, sketch
from argmap.errors import ArgmapError
from argmap.loading import Cache, Document, read
from argmap.model import ArgMap
from argmap.problems import Problem, Severity

_AROUND = 2  # lines of the file that are shown above and below a fault


@dataclass(frozen=True, slots=True)
class Shown:
    """One map: its last good page (none, if there never was one) and what is wrong with it now.

    `version` is another whenever either has changed. `stale` says that the page is older than the
    text.
    """

    name: str
    title: str
    version: int
    page: bytes = b""
    stale: bool = False
    problems: tuple[Mapping[str, Any], ...] = ()

    def told(self) -> dict[str, Any]:
        """Return what a browser is told of it, as JSON has it."""
        return {
            "name": self.name,
            "title": self.title,
            "version": self.version,
            "drawn": bool(self.page),
            "stale": self.stale,
            "problems": list(self.problems),
        }


@dataclass
class Preview:
    """The maps that some words name, as they are now; `refresh` looks again."""

    words: tuple[str, ...]
    here: Project
    manner: Manner
    shown: dict[str, Shown] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    _states: dict[str, State] = field(default_factory=dict)

    def refresh(self) -> list[str]:
        """Read what has changed; return the names of what is shown otherwise than before."""
        names = {FilePath(path).as_posix(): path for path in maps(self.words, sift=True)}
        gone = self.shown.keys() - names.keys()
        for name in gone:
            del self.shown[name]
            self._states.pop(name, None)
        self.changed = sorted(gone)
        for name, path in names.items():
            if self._is_other(name, path):
                self._look(name, path)
        return self.changed

    def folders(self) -> set[str]:
        """Return the folders of all files that something shown depends on."""
        return {
            os.path.dirname(os.path.abspath(path)) for one in self._states.values() for path in one
        }

    def _is_other(self, name: str, path: str) -> bool:
        before = self._states.get(name)
        if before is None or self.shown[name].stale:  # what it lacks may be there by now
            return True
        return state({path, *before}) != before

    def _look(self, name: str, path: str) -> None:
        """Read one map and draw it, if it can be drawn."""
        seen, cache = state([path]), Cache()
        before = self.shown.get(name, Shown(name, FilePath(path).stem, 0))
        found = read(path, cache=cache, language=self.here.lang)
        self._states[name] = state(cache.parsed) | seen
        page, title, faults = before.page, before.title, tuple(_problems(found, self.here))
        failed = not found.is_sound
        if found.is_sound and found.map:
            try:
                page, title = _page(found.map, self.manner), found.map.title or title
            except ArgmapError as error:
                failed, faults = True, (*faults, _alone(str(error)))
        if (page, failed, faults) != (before.page, before.stale, before.problems):
            self.shown[name] = Shown(name, title, before.version + 1, page, failed, faults)
            self.changed.append(name)


def _page(argmap: ArgMap, manner: Manner) -> bytes:
    made = renderer("html").render(sketch(argmap, manner=manner))
    return made.encode() if isinstance(made, str) else made


def _problems(found: Document, here: Project) -> Iterator[dict[str, Any]]:
    """Yield what `argmap check` would say, the worst first, each with its lines of the file."""
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    problems = check(found, here.settings)
    for one in sorted(problems, key=lambda problem: order.index(problem.severity)):
        yield {
            "code": one.code,
            "severity": one.severity.value,
            "message": one.message,
            "help": one.help,
            "line": one.span.line,
            "column": one.span.column,
            "text": _lines(found, one),
        }


def _lines(found: Document, problem: Problem) -> list[list[Any]]:
    """Return the lines around a fault, each with its number."""
    if problem.path != found.path:
        return []
    lines, at = found.text.splitlines(), problem.span.line
    first = max(at - 1 - _AROUND, 0)
    return [[number, text] for number, text in enumerate(lines[first : at + _AROUND], first + 1)]


def _alone(message: str) -> dict[str, Any]:
    """Return what is wrong with no place in the file."""
    return {
        "code": "",
        "severity": "error",
        "message": message,
        "help": "",
        "line": 0,
        "column": 0,
        "text": [],
    }
