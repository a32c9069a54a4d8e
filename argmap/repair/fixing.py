"""Mend files: make the fixes of what is found in them, and write what has changed."""

import os
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import TextIO

from argmap.audit.auditing import watched
from argmap.audit.inspecting import planned
from argmap.audit.project import Project
from argmap.checking import examine
from argmap.linting import rules
from argmap.loading import Cache, Document, document
from argmap.phrasing import phrases
from argmap.repair.amending import difference
from argmap.repair.repairing import repaired
from argmap.review.choosing import Plan
from argmap.review.outcome import Checked, Crash
from argmap.saving import save
from argmap.yamlfile.supplying import Source

_PASSES = 3  # through all files, as what a map includes may be mended after it
_SHARED = 100  # so many files share what they include, which is kept in memory so long
_NO_TEXT = frozenset({"AM001", "AM002", "AM003", "AM007", "AM008", "AM009"})  # to be written again
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after, how many problems of it were fixed, and what is left to find."""

    source: Source
    checked: Checked
    before: str = ""
    after: str = ""
    fixed: int = 0

    @property
    def has_changed(self) -> bool:
        """Whether its text is another one than before."""
        return self.before != self.after


@dataclass(frozen=True)
class Mending:
    """What came of some files: they were mended, or it was only seen how they `would` be."""

    files: tuple[Mended, ...]
    would: bool = False

    @property
    def checked(self) -> list[Checked]:
        """What is left to find in each file."""
        return [one.checked for one in self.files]

    @property
    def has_changed(self) -> bool:
        """Whether any file is another one than before."""
        return any(one.has_changed for one in self.files)

    @property
    def output(self) -> bytes | None:
        """What goes to standard output: what would change, or what came from standard input."""
        if self.would:
            several = (difference(one.before, one.after, one.source.path) for one in self.files)
            return "".join(several).encode()
        return next(
            (one.source.content for one in self.files if one.source.content is not None), None
        )

    def told(self, lang: str) -> str:
        """Say in one line how many problems were fixed, or would be."""
        say, count = phrases("check", lang), sum(one.fixed for one in self.files)
        key = "would-fix" if self.would else "fixed"
        return say(f"{key}-one" if count == 1 else key, count=count)


def mend(
    sources: Sequence[Source],
    here: Project,
    progress: TextIO,
    *,
    unsafe: bool = False,
    write: bool = True,
) -> Mending:
    """Mend files under the settings that hold for each; `write` them, or only see what would be.

    Fixes that may change what a map says are `unsafe`.
    """
    mender = _Mender(here, unsafe=unsafe, write=write)
    files = [Mended(one, Checked(one.path)) for one in sources]
    for turn in range(_PASSES if write else 1):
        found = list(watched(mender.passed(files), len(files), progress))
        files = [
            replace(new, before=old.before, fixed=old.fixed + new.fixed) if turn else new
            for old, new in zip(files, found, strict=True)
        ]
        if not any(one.has_changed for one in found):
            break
    return Mending(tuple(mender.reported(one) for one in files), would=not write)


def rewritten(source: Source, text: str) -> Source:
    """Write a file, with the byte order mark that it had; what came from elsewhere is returned."""
    target = FilePath(os.path.realpath(source.path))
    old = target.read_bytes() if source.content is None else source.content
    content = (_MARK if old.startswith(_MARK) else b"") + text.encode()
    if source.content is not None:
        return replace(source, content=content)
    save(target, content)
    return source


class _Mender:
    """What mends files under the settings of a project."""

    def __init__(self, here: Project, *, unsafe: bool, write: bool) -> None:
        quiet = {rule.code for rule in rules().values() if rule.quiet}
        self.here, self.unsafe, self.write = here, unsafe, write
        self.plans: dict[tuple[str, ...], Plan] = {}
        self.settings = here.settings
        self.unsaid: set[str] = set()
        if not here.select:
            chosen = {rule.code for rule in planned(here.settings, ()).rules}
            self.unsaid = quiet - chosen
            select = (here.profile, *sorted(quiet))
            self.settings = replace(here.settings, select=select)

    def plan(self, path: str) -> Plan:
        """Return the plan for a file: the rules that are asked for, and the quiet ones."""
        ignored = self.here.ignored(path)
        if ignored not in self.plans:
            self.plans[ignored] = planned(self.settings, ignored)
        return self.plans[ignored]

    def passed(self, files: Sequence[Mended]) -> Iterator[Mended]:
        """Yield each file after one more turn."""
        cache = Cache()
        for number, old in enumerate(files, 1):
            new = self.turn(old.source, cache)
            if self.write and new.has_changed:
                new = replace(new, source=rewritten(new.source, new.after))
            if new.has_changed or number % _SHARED == 0:
                cache = Cache()
            yield new

    def turn(self, source: Source, cache: Cache) -> Mended:
        """Mend one file; what goes wrong with it does not stop the others."""
        try:
            return self.mended(source, cache)
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            crash = Crash("", source.path, why, traceback.format_exc())
            return Mended(source, Checked(source.path, crashes=(crash,)))

    def mended(self, source: Source, cache: Cache) -> Mended:
        """Mend one file; one that is no text in UTF-8 is left as it is."""
        todo = self.plan(source.path)
        first = source.read(cache, todo.lang)

        def read(text: str) -> Document:
            return document(text, source.path, cache=cache, language=todo.lang)

        if any(one.code in _NO_TEXT for one in first.problems):
            return Mended(source, examine(first, todo), first.text, first.text)
        found = repaired(first, read, todo, unsafe=self.unsafe)
        return Mended(source, found.checked, first.text, found.text, len(found.fixed))

    def reported(self, file: Mended) -> Mended:
        """Return a file without what only the quiet rules have found."""
        problems = tuple(one for one in file.checked.problems if one.code not in self.unsaid)
        return replace(file, checked=replace(file.checked, problems=problems))
