"""Pictures as files: which goes where, which are out of date, and drawing those anew."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as FilePath

from argmap.audit.opening import stem
from argmap.audit.project import Project
from argmap.drawing import (
    USUAL,
    Manner,
    Notify,
    Renderer,
    Sketch,
    renderer,
    renderers,
    sketch,
    verify,
)
from argmap.errors import ArgmapError, UnknownName, Unsupported
from argmap.loading import Cache
from argmap.model import ArgMap
from argmap.picture.splitting import sheets
from argmap.problems import Problem, Severity
from argmap.reporting import UNREADABLE
from argmap.saving import save
from argmap.text import slug
from argmap.translating import languages
from argmap.yamlfile.supplying import Source

_STAMP = re.compile(rb"argmap sha256:([0-9a-f]{64})")
_HEAD = 400  # bytes, at one end, in which a picture shows its stamp
LARGE = 60  # claims, from which sheets are easier to read than one picture
_GLOB = re.compile(r"[*?[]")


@dataclass(frozen=True)
class Wish:
    """What pictures are wanted: where (a file or a folder), of what form, in which language.

    `words` are the files, folders and globs by which the maps were named. `compare` is the file
    that the map `before` came from.
    """

    words: tuple[str, ...] = ()
    output: str = ""
    form: str = ""
    language: str = ""
    manner: Manner = field(default_factory=Manner)
    force: bool = False
    split: bool = False
    compare: str = ""

    def __post_init__(self) -> None:
        """Raise `Unsupported` for wishes that do not go together."""
        if self.split and (self.manner.scope or self.manner.view):
            raise Unsupported("--split draws all of a map; a part of one goes on one sheet")
        if self.split and (self.is_file or self.output == "-"):
            raise Unsupported("--split makes several files; give a folder")

    @property
    def is_whole(self) -> bool:
        """Whether all of a map goes into one picture."""
        return not self.split and not self.part

    @property
    def part(self) -> str:
        """What is added to the name of a map's file for a part or a view of it."""
        manner = self.manner
        usual = manner.verdicts == USUAL
        named = {
            "view": manner.view,
            "verdicts": "" if usual else manner.verdicts,
            "compare": stem(self.compare) if self.compare else "",
        }
        parts = [manner.scope.name, *(f"{key}-{slug(name)}" for key, name in named.items() if name)]
        parts += ["verdicts"] if usual else []
        return ".".join(part for part in parts if part)

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of the form, or of the file's suffix, or else SVG; or `UnknownName`."""
        if self.form or not self.is_file:
            return renderer(self.form or "svg")
        by_suffix = {one.suffix: one for one in renderers().values()}
        suffix = FilePath(self.output).suffix
        if suffix not in by_suffix:
            raise UnknownName("formats", suffix, by_suffix)
        return by_suffix[suffix]

    @property
    def is_file(self) -> bool:
        """Whether the output is one file, and not a folder to fill."""
        named = self.output and not self.output.endswith(("/", os.sep))
        return bool(named and FilePath(self.output).suffix and not os.path.isdir(self.output))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one picture; of a map that could not be drawn, why.

    `state` is drawn, current, stale or missing; former or removed, of what is no sheet any more; or
    invalid or unread, with problems; or failed. `claims` counts those of a map that is large,
    `includes` are the files that it includes, and those that they include.
    """

    source: str
    state: str
    path: FilePath = FilePath()
    problems: tuple[Problem, ...] = ()
    error: str = ""
    claims: int = 0
    includes: tuple[str, ...] = ()


def render(
    sources: Sequence[Source], wish: Wish, here: Project, notify: Notify, *, check: bool = False
) -> Iterator[Outcome]:
    """Draw what is not up to date and yield what came of each picture; `check` draws nothing.

    What is wrong with one map stops no other. Raises `UnknownName` for what no map can be drawn in.
    """
    verify(wish.manner, wish.renderer)
    bases, cache = _bases([one.path for one in sources], wish, here), Cache()
    for source in sources:
        try:
            argmap, problems = sound(source, cache, here)
            includes = _includes(source, cache, here) if argmap and argmap.include else ()
            if argmap is None:
                unread = any(one.code in UNREADABLE for one in problems)
                yield Outcome(source.path, "unread" if unread else "invalid", problems=problems)
                continue
            unfolded = wish.is_whole and wish.renderer.name != "html"  # a page folds by itself
            large = len(argmap.claims) if unfolded and len(argmap.claims) > LARGE else 0
            for path, made in _pictures(argmap, bases[source.path], wish, here, notify):
                state = _state(path, made, wish, check=check)
                yield Outcome(source.path, state, path, claims=large, includes=includes)
            if wish.split:
                for path in _former(argmap, bases[source.path], wish, here):
                    if not check:
                        path.unlink()
                    yield Outcome(source.path, "former" if check else "removed", path)
        except ArgmapError as error:
            yield Outcome(source.path, "failed", bases[source.path], error=str(error))


def _pictures(
    argmap: ArgMap, base: FilePath, wish: Wish, here: Project, notify: Notify
) -> Iterator[tuple[FilePath, Sketch]]:
    """Yield the pictures that a map is to have, each with its file; if it is split, the sheets."""
    for language, path in _paths(argmap, base, wish, here):
        made = sketch(argmap, language, wish.manner, notify)
        if not wish.split:
            yield path, made
            continue
        for one in sheets(made.map, made.diagram, wish.renderer.suffix):
            manner = replace(wish.manner, sheet=one)
            yield (
                _folder_of_sheets(path) / one.files[one.number],
                sketch(argmap, language, manner, notify),
            )


def _former(argmap: ArgMap, base: FilePath, wish: Wish, here: Project) -> Iterator[FilePath]:
    """Yield the pictures in the folders of a map's sheets that are none of its sheets any more."""
    for language, path in _paths(argmap, base, wish, here):
        made = sketch(argmap, language, wish.manner)
        current = sheets(made.map, made.diagram, wish.renderer.suffix)[0].files
        for one in sorted(_folder_of_sheets(path).glob(f"sheet-*{wish.renderer.suffix}")):
            ours = not wish.renderer.stamped or _stamp(one)
            if one.name not in current and ours:
                yield one


def _folder_of_sheets(path: FilePath) -> FilePath:
    """Return the folder that the sheets go to in place of one picture."""
    return path.with_name(f"{path.stem}.sheets")


def _stamp(path: FilePath) -> str:
    """Return the stamp in a file, or nothing where there is none."""
    try:
        content = path.read_bytes()
    except OSError:
        return ""
    found = _STAMP.search(content[:_HEAD]) or _STAMP.search(content[-_HEAD:])
    return found[1].decode() if found else ""


def sound(source: Source, cache: Cache, here: Project) -> tuple[ArgMap | None, tuple[Problem, ...]]:
    """Return the map in a file, or None and the errors in it."""
    found = source.read(cache, here.lang)
    errors = tuple(one for one in found.problems if one.severity is Severity.ERROR)
    return (None if errors else found.map), errors


def _includes(source: Source, cache: Cache, here: Project) -> tuple[str, ...]:
    from argmap.audit.inspecting import included  # noqa: PLC0415  few maps include others

    return included(source.read(cache, here.lang), cache)


def is_current(path: FilePath, made: Sketch, by: Renderer) -> bool:
    """Tell whether a file is the picture that would be drawn, if need be by drawing it."""
    if by.stamped:
        return _stamp(path) == made.stamp
    try:
        content = path.read_bytes()
    except OSError:
        return False
    drawn = by.render(made)
    return content == (drawn.encode() if isinstance(drawn, str) else drawn)


def _state(path: FilePath, made: Sketch, wish: Wish, *, check: bool) -> str:
    if not wish.force and is_current(path, made, wish.renderer):
        return "current"
    if check:
        return "stale" if path.exists() else "missing"
    save(path, wish.renderer.render(made))
    return "drawn"


def _bases(sources: Sequence[str], wish: Wish, here: Project) -> dict[str, FilePath]:
    """Return where the picture of each map goes, without a suffix.

    A folder is filled as the folder of the maps is. Without a wish pictures go to the project's
    output folder, or, where there is none, beside their maps. Raises `Unsupported` where two maps
    would have one picture.
    """
    if wish.is_file:
        if len(sources) > 1:
            raise Unsupported(f"{len(sources)} maps do not go into one file; give a folder")
        return {source: FilePath(wish.output).with_suffix("") for source in sources}
    found: dict[FilePath, str] = {}
    for source in sources:
        base = _folder(source, wish, here) / _inner(source, wish, here)
        if base in found:
            raise Unsupported(f"{found[base]} and {source} would have one picture, {base}")
        found[base] = source
    return {source: base for base, source in found.items()}


def _folder(source: str, wish: Wish, here: Project) -> FilePath:
    """Return the folder that is filled."""
    if wish.output:
        return FilePath(wish.output)
    if here.output and _is_within(source, here.root):
        return FilePath(os.path.relpath(here.root / here.output))
    return FilePath(source).parent


def _inner(source: str, wish: Wish, here: Project) -> FilePath:
    """Return where in its folder the picture of a map goes: where the map is in its own."""
    path, name = FilePath(source), FilePath(stem(source))
    if not (wish.output or here.output):
        return name
    words = wish.words if wish.output else (*here.paths, *wish.words)
    above = [folder for folder in map(_root, words) if _is_within(source, folder)]
    return path.resolve().relative_to(above[0].resolve()).parent / name if above else name


def _root(word: str) -> FilePath:
    """Return the folder in which what a word names is looked for."""
    path = FilePath(word)
    while _GLOB.search(str(path)) or path.is_file():
        path = path.parent
    return path


def _is_within(source: str, folder: FilePath) -> bool:
    return FilePath(source).resolve().is_relative_to(folder.resolve())


def _paths(
    argmap: ArgMap, base: FilePath, wish: Wish, here: Project
) -> Iterable[tuple[str, FilePath]]:
    """Yield the languages in which a map is drawn, each with its file.

    That is the map's own, or those of the project that the map is in. All but the map's own are
    part of the file's name, save where one file was asked for.
    """
    suffix = FilePath(wish.output).suffix if wish.is_file else wish.renderer.suffix
    own = argmap.language
    wanted = [one for one in here.languages if one in languages(argmap)] or [own]
    for language in [wish.language] if wish.language else wanted:
        plain = language == own or (wish.is_file and bool(wish.language))
        infix = "" if plain else f".{language}"
        part = f".{wish.part}" if wish.part and not wish.is_file else ""
        yield language, base.with_name(f"{base.name}{part}{infix}{suffix}")
