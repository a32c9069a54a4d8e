"""Lay files out anew: read, format, see that nothing else has changed, write."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TextIO

from argmap.audit.auditing import watched
from argmap.loading import Cache, Document, document
from argmap.phrasing import phrases
from argmap.problems import Problem, Severity
from argmap.repair.amending import difference
from argmap.repair.fixing import rewritten
from argmap.repair.formatting import Unformatted, formatted
from argmap.reporting import UNREADABLE
from argmap.text import printable
from argmap.yamlfile.supplying import Source

_OF_OTHERS = "AM08"  # faults of maps that are included


@dataclass(frozen=True, slots=True)
class Reformatted:
    """A file before and after; `faults` keep it as it is, and so does `kept`: it would change."""

    source: Source
    before: str
    after: str
    faults: tuple[Problem, ...] = ()
    kept: bool = False

    @property
    def has_changed(self) -> bool:
        """Whether its text is another one than before."""
        return self.before != self.after

    @property
    def difference(self) -> str:
        """What has changed, as `diff -u` shows it."""
        return difference(self.before, self.after, self.source.path)


def reformat(
    sources: Sequence[Source], progress: TextIO, lang: str, *, write: bool = True
) -> list[Reformatted]:
    """Lay files out anew, and `write` those that change; one with errors is left as it is."""
    return list(watched(_each(sources, lang, write), len(sources), progress))


def _each(sources: Iterable[Source], lang: str, write: bool) -> Iterator[Reformatted]:
    for source in sources:
        found = _reformatted(source, lang)
        if write and found.has_changed:
            found = replace(found, source=rewritten(source, found.after))
        yield found


def _reformatted(source: Source, lang: str) -> Reformatted:
    before = source.read(Cache(), lang)
    faults = tuple(
        one
        for one in before.problems
        if one.severity is Severity.ERROR and not one.code.startswith(_OF_OTHERS)
    )
    if faults:
        return Reformatted(source, before.text, before.text, faults)
    try:
        text = formatted(before.text)
    except Unformatted:
        return Reformatted(source, before.text, before.text, kept=True)
    after = document(text, source.path, cache=Cache(), language=lang)
    if not _is_same(before, after):
        return Reformatted(source, before.text, before.text, kept=True)
    return Reformatted(source, before.text, text)


def _is_same(before: Document, after: Document) -> bool:
    """Tell whether two texts are the same map, in the same order, with the same flaws."""
    if before.built is None or after.built is None:
        return False
    codes = [sorted(one.code for one in each.problems) for each in (before, after)]
    maps = [(repr(each.map), each.derived) for each in (before.built, after.built)]
    return codes[0] == codes[1] and maps[0] == maps[1]


def written(files: Sequence[Reformatted], lang: str, *, diff: bool, check: bool) -> bytes:
    """Return what goes to standard output: differences, names, or what came from standard input."""
    changed = [one for one in files if one.has_changed]
    if diff:
        return "".join(one.difference for one in changed).encode()
    if check:
        say = phrases("fmt", lang)
        names = (say("would-format", name=printable(one.source.path)) for one in changed)
        return "".join(f"{name}\n" for name in names).encode()
    return b"".join(one.source.content for one in files if one.source.content is not None)


def complaints(files: Iterable[Reformatted], lang: str) -> Iterator[str]:
    """Say of each file that is left as it is why."""
    say = phrases("fmt", lang)
    for one in files:
        name = printable(one.source.path)
        for fault in one.faults:
            yield f"{name}:{fault.span.line}:{fault.span.column}: {fault.code} {fault.message}"
        if one.kept or (one.faults and not is_unreadable(one)):
            yield say("kept" if one.kept else "faulty", name=name)


def summed(files: Sequence[Reformatted], lang: str, *, write: bool) -> str:
    """Say in one line how many files were laid out anew, or would be, and how many not."""
    say = phrases("fmt", lang)
    changed = sum(one.has_changed for one in files)
    left = sum(bool(one.faults or one.kept) for one in files)
    counts = {
        "done" if write else "would": changed,
        "fine": len(files) - changed - left,
        "left": left,
    }
    return ", ".join(
        say(f"{key}-one" if count == 1 else key, count=count)
        for key, count in counts.items()
        if count
    )


def code(files: Sequence[Reformatted], *, write: bool) -> int:
    """Return the exit code: 2 for what could not be read, 1 for what is left or would change."""
    if any(is_unreadable(one) or one.kept for one in files):
        return 2
    return int(any(one.faults or (one.has_changed and not write) for one in files))


def is_unreadable(file: Reformatted) -> bool:
    """Tell whether there is nothing to be read where a file should be."""
    return any(one.code in UNREADABLE for one in file.faults)
