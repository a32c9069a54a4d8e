"""Text or file to map, with everything that is wrong with it.

A file goes through these stages, each of which hands a frozen value to the next: bytes to text
(`decoding`), text to nodes (`recovering`), nodes to a tree (`validating`; these three are
`parsing`), trees to a graph (`building`). What is wrong is noted on the way and never stops the
rest.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path as FilePath

from argmap.building import Built, build
from argmap.errors import InvalidMap
from argmap.model import ArgMap
from argmap.positions import NOWHERE, Path, Span
from argmap.problems import Problem, Severity
from argmap.yamlfile.faults import problem
from argmap.yamlfile.flaws import MOST, Flaw, shown
from argmap.yamlfile.including import Refused, contents, included_file, project_of, real_path
from argmap.yamlfile.parsing import Parsed, parsed
from argmap.yamlfile.placing import Layout
from argmap.yamlfile.recovering import reading

_LONGEST = 20  # maps that include each other in a row


@dataclass(frozen=True)
class Document:
    """One file as far as it could be read: its text, its graph, and what is wrong with it.

    `built` is None where not even half a map could be made of it. `path` is as the user wrote it.
    `problems` are the faults of the file as such, AM001 to AM099. `mended` are the paths where the
    map says something that the text does not, because the text there is at fault: whatever else
    is found at or below them may be no more than that.
    """

    text: str
    path: str = ""
    built: Built | None = None
    problems: tuple[Problem, ...] = ()
    mended: tuple[Path, ...] = ()
    _read: Layout | None = field(default=None, repr=False, compare=False)

    @cached_property
    def _layout(self) -> Layout | None:
        """Where everything stands: of a text without a fault, it may have to be read again."""
        return self._read or reading(self.text).layout

    @property
    def map(self) -> ArgMap | None:
        """The map, or None."""
        return self.built.map if self.built else None

    @property
    def is_sound(self) -> bool:
        """Whether there is a map, and no error in it."""
        return self.built is not None and not any(
            one.severity is Severity.ERROR for one in self.problems
        )

    @property
    def layout(self) -> Layout | None:
        """The nodes of a text without a fault; None of others, some of which may be lost."""
        return None if self.problems else self._layout

    def locate(self, path: Path, *, key: bool = False) -> Span:
        """Return where the value (or the key) at a path of keys stands, or the nearest above it."""
        return self._layout.span(path, key=key) if self._layout else NOWHERE

    def is_collection(self, path: Path) -> bool:
        """Tell whether keys or items stand at a path, and no text."""
        return self._layout is not None and self._layout.spot(path).is_collection


@dataclass
class Cache:
    """What has been read in one run, so that a file which many maps include is read once.

    It does not notice that a file changes: a program that goes on for long takes a new one for
    each round.
    """

    parsed: dict[str, Parsed] = field(default_factory=dict)
    links: dict[str, tuple[str, ...]] = field(default_factory=dict)
    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    placed: list[tuple[str, str]] = field(default_factory=list)  # with places, and no flaw

    def forget_places(self) -> None:
        """Let go of where things stand in texts, ten times as much as maps; it is had again."""
        for real, language in self.placed:
            self.parsed[real] = replace(self.parsed[real], layout=None)
            self.documents[real, language] = replace(self.documents[real, language], _read=None)
        self.placed.clear()


def read(
    path: FilePath | str,
    *,
    root: FilePath | str | None = None,
    cache: Cache | None = None,
    language: str = "en",
) -> Document:
    """Read a file as far as it goes; what is wrong with it, or keeps it from being read, is in it.

    What it includes must be below `root`: the project that it is in, or else its own folder.
    `language` is that of the problems.
    """
    reader = _Reader(root, cache, language)
    reader.cache.forget_places()
    with _undisturbed():
        return reader.file(str(path))


def document(
    text: bytes | str,
    path: FilePath | str = "",
    *,
    root: FilePath | str | None = None,
    cache: Cache | None = None,
    language: str = "en",
) -> Document:
    """Read a text that is, or will be, in a file at a path; else like `read`.

    >>> found = document("argmap: 1\\ntitle: Uniforms\\nthesis: Uniforms cut costs.")
    >>> list(found.map.claims), found.locate(("thesis",))
    (['uniforms-cut-costs'], Span(line=3, column=9, end_line=3, end_column=28))
    """
    with _undisturbed():
        return _Reader(root, cache, language).finished(parsed(text), str(path))


def load(
    path: FilePath | str, *, root: FilePath | str | None = None, cache: Cache | None = None
) -> ArgMap:
    """Return the map in a file, or raise `InvalidMap` with the errors in it."""
    found = read(path, root=root, cache=cache)
    if found.map is None or not found.is_sound:
        raise InvalidMap([one for one in found.problems if one.severity is Severity.ERROR])
    return found.map


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector out: a map is thousands of new objects, and none of them garbage.

    That saves a sixth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Reader:
    """Reads files, and what they include, for one call or one run."""

    def __init__(self, root: FilePath | str | None, cache: Cache | None, language: str) -> None:
        self.root = os.path.realpath(root) if root is not None else None
        self.cache = cache if cache is not None else Cache()
        self.language = language

    def file(self, path: str) -> Document:
        """Return a file as a document; a file that is read already keeps its path of now."""
        real = real_path(path)
        known = self.cache.documents.get((real, self.language))
        if known is None:
            parsed = self.parsed(real, path)
            known = self.finished(parsed, path)
            self.cache.documents[real, self.language] = known
            if not parsed.flaws:
                self.cache.placed.append((real, self.language))
        if known.path == path:
            return known
        problems = tuple(replace(one, path=path) for one in known.problems)
        return replace(known, path=path, problems=problems)

    def parsed(self, real: str, path: str) -> Parsed:
        """Return a file by itself."""
        if real not in self.cache.parsed:
            try:
                found = parsed(contents(path))
            except Refused as no:
                found = Parsed("", flaws=(Flaw(no.code, NOWHERE, no.slots, no.variant),))
            self.cache.parsed[real] = found
        return self.cache.parsed[real]

    def finished(self, file: Parsed, path: str) -> Document:
        """Return the document of a file, with what it includes."""
        flaws, built = list(file.flaws), None
        if file.tree is not None:
            included: dict[str, ArgMap] = {}
            missing: set[str] = set()
            for name, written in islice((file.tree.include or {}).items(), MOST):
                found, flaw = self.included(path, name, written)
                if flaw:
                    missing.add(name)
                    layout = file.layout or reading(file.text).layout
                    span = layout.span(("include", name)) if layout else NOWHERE
                    flaws.append(replace(flaw, span=span))
                if found:
                    included[name] = found
            built = _without_lost(build(file.tree, included), file.lost, missing)
        problems = (problem(one, path, self.language) for one in flaws)
        ordered = tuple(sorted(problems, key=lambda one: one.place))
        return Document(file.text, path, built, ordered, file.mended, file.layout)

    def included(self, path: str, name: str, written: str) -> tuple[ArgMap | None, Flaw | None]:
        """Return a map that is included, as far as it can be read, and what is wrong with it."""
        folder = FilePath(real_path(os.path.dirname(path) or "."))
        root = self.project(folder)
        slots = {"name": name, "file": shown(written)}
        try:
            real = str(included_file(written, folder, root))
        except Refused as no:
            told = {key: shown(value) for key, value in no.slots.items()}
            return None, Flaw(no.code, NOWHERE, slots | told, no.variant)
        here = real_path(path) if path else ""
        loop = self.way(real, here)
        if loop:
            names = [os.path.relpath(one, root) for one in (here, *loop)]
            return None, Flaw("AM086", NOWHERE, {**slots, "chain": " → ".join(names)})
        if self.is_long(real, _LONGEST):
            return None, Flaw("AM088", NOWHERE, {**slots, "limit": str(_LONGEST)})
        other = self.file(os.path.normpath(os.path.join(os.path.dirname(path), written)))
        if other.is_sound:
            return other.map, None
        errors = [one for one in other.problems if one.severity is Severity.ERROR]
        slots["first"] = errors[0].message if errors else ""
        place = errors[0].span if errors else NOWHERE
        return other.map, Flaw("AM087", NOWHERE, slots, related=place, elsewhere=other.path)

    def project(self, folder: FilePath) -> FilePath:
        """Return the folder that includes may not leave."""
        if self.root is None:
            return project_of(folder)
        return FilePath(self.root) if folder.is_relative_to(self.root) else folder

    def way(self, start: str, goal: str) -> tuple[str, ...]:
        """Return the files on the way by which a map includes another, or nothing."""
        before = {start: ""}
        queue = [start]
        for here in queue:
            if here == goal:
                steps = [here]
                while before[steps[-1]]:
                    steps.append(before[steps[-1]])
                return tuple(reversed(steps))
            for other in self.links(here):
                if other not in before:
                    before[other] = here
                    queue.append(other)
        return ()

    def is_long(self, real: str, limit: int) -> bool:
        """Tell whether maps include each other from a file on in more steps than a limit."""
        seen, row = {real}, {real}
        for _ in range(limit):
            row = {other for one in row for other in self.links(one)} - seen
            if not row:
                return False
            seen |= row
        return True

    def links(self, real: str) -> tuple[str, ...]:
        """Return the files that a file includes, as far as it may."""
        if real not in self.cache.links:
            tree = self.parsed(real, real).tree
            folder = FilePath(os.path.dirname(real))
            found = []
            for written in ((tree.include or {}) if tree else {}).values():
                try:
                    found.append(str(included_file(written, folder, self.project(folder))))
                except Refused:
                    continue
            self.cache.links[real] = tuple(found)
        return self.cache.links[real]


def _without_lost(built: Built, lost: frozenset[str], missing: set[str]) -> Built:
    """Leave out the uses of claims that are only unknown because of a fault reported already."""
    if not lost and not missing:
        return built
    uses = tuple(
        one
        for one in built.uses
        if one.known or (one.ref not in lost and one.ref.partition("/")[0] not in missing)
    )
    return replace(built, uses=uses)
