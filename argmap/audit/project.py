"""The settings of a project: what `[tool.argmap]` in pyproject.toml, or argmap.toml, says.

```toml
[tool.argmap]
paths = ["arguments"]        # the project's maps: files, folders, globs
profile = "classroom"        # novice, classroom, tournament, publish
select = ["publish", "AM2"]  # run these rules instead of the profile's
ignore = ["orphan"]
lang = "es"                  # of the messages
words = "our-words.yaml"     # word lists of the rules, over those of argmap
baseline = "findings.json"   # findings that are put up with for now
theme = "classic"
languages = ["en", "es"]     # in which pictures and hand-outs are made
output = "renders"

[tool.argmap.severity]
AM133 = "info"

[tool.argmap.thresholds]
max-words = 20

[tool.argmap.per-file-ignores]
"drafts/*" = ["AM1"]
```
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatchcase
from os.path import realpath, relpath
from pathlib import Path as FilePath
from typing import Any

from argmap.errors import BadSetting, Unreadable
from argmap.settings import Settings, Value
from argmap.text import nearest


@dataclass(frozen=True)
class Project:
    """Where a project is, and what it has set; `source` is the file that says so, if any does.

    Paths are relative to `root`, except that those of `paths` are as a user would write them now.
    """

    root: FilePath = field(default_factory=FilePath.cwd)
    source: FilePath | None = None
    paths: tuple[str, ...] = ()
    profile: str = "classroom"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    thresholds: Mapping[str, Value] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lang: str = "en"
    words: str = ""
    baseline: str = ""
    theme: str = ""
    languages: tuple[str, ...] = ()
    output: str = ""

    @property
    def settings(self) -> Settings:
        """What of it concerns the check of any file."""
        return Settings(
            self.profile,
            self.select,
            self.ignore,
            self.severity,
            self.thresholds,
            self.lang,
            self.words,
        )

    def given(self, **options: Any) -> "Project":
        """Return the project with what a command line says instead, where it says anything."""
        return replace(self, **{name: value for name, value in options.items() if value})

    def shown(self) -> str:
        """Return what holds, as it could stand in argmap.toml."""
        source = _shown(self.source) if self.source else "no file: these are the defaults"
        rows, tables = [f"# {source}"], []
        for key, name in _NAMES.items():
            value = getattr(self, name)
            if isinstance(value, Mapping):
                tables += [f"\n[{key}]", *(f"{_toml(k)} = {_toml(v)}" for k, v in value.items())]
            else:
                rows.append(f"{key} = {_toml(value)}")
        return "\n".join([*rows, *tables]) + "\n"

    def ignored(self, path: str) -> tuple[str, ...]:
        """Return what is not looked for in one file, by `per-file-ignores`."""
        if not self.per_file_ignores:
            return ()
        try:
            name = FilePath(realpath(path)).relative_to(realpath(self.root)).as_posix()
        except ValueError:
            name = FilePath(path).as_posix()
        return tuple(
            selector
            for pattern, selectors in self.per_file_ignores.items()
            if fnmatchcase(name, pattern) or fnmatchcase(FilePath(name).name, pattern)
            for selector in selectors
        )


def separated(words: Iterable[str]) -> tuple[str, ...]:
    """Return what is given several times, or apart by commas.

    >>> separated(["AM1,AM2", "orphan"])
    ('AM1', 'AM2', 'orphan')
    """
    return tuple(one.strip() for word in words for one in word.split(",") if one.strip())


def graded(words: Iterable[str]) -> dict[str, str]:
    """Return severities by selector, as a command line gives them; or raise `BadSetting`.

    >>> graded(["AM133=info,orphan=error"])
    {'AM133': 'info', 'orphan': 'error'}
    """
    found = {}
    for word in separated(words):
        selector, equals, grade = word.partition("=")
        if not equals:
            raise BadSetting(f"{word!r} grades nothing; write it as AM133=info")
        found[selector.strip()] = grade.strip()
    return found


def project(start: FilePath | str = ".", *, isolated: bool = False) -> Project:
    """Return the project around a folder; `isolated` heeds no file. Raises `BadSetting`."""
    if isolated:
        return Project()
    for folder in _upwards(FilePath(start).resolve()):
        for source in (folder / "argmap.toml", folder / "pyproject.toml"):
            table = _table(source) if source.is_file() else None
            if table is not None:
                return _project(source, table)
    return Project()


def _upwards(start: FilePath) -> Iterator[FilePath]:
    """Yield a folder and those around it, up to that of the repository."""
    for folder in (start, *start.parents):
        yield folder
        if (folder / ".git").exists():
            return


def _table(source: FilePath) -> dict[str, Any] | None:
    """Return what a file sets; None where a pyproject.toml does not speak of argmap."""
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"{_shown(source)}: {error}") from error
    except OSError as error:
        raise Unreadable(f"cannot read {_shown(source)}: {error.strerror}") from error
    if source.name == "argmap.toml":
        return data
    tools = data.get("tool", {})
    return tools.get("argmap") if isinstance(tools, dict) else None


def _shown(path: FilePath) -> str:
    return FilePath(relpath(path)).as_posix()


def _toml(value: Any) -> str:
    """Return a value as TOML, whose texts and lists are written like those of JSON.

    >>> _toml(("a", 1))
    '["a", 1]'
    """
    return json.dumps(value, ensure_ascii=False)


_NAMES = {one.name.replace("_", "-"): one.name for one in fields(Project)[2:]}


def _project(source: FilePath, table: Any) -> Project:
    """Return the project that a table sets."""
    where = _shown(source)
    if not isinstance(table, dict):
        raise BadSetting(f"{where}: `argmap` must be a table")
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _NAMES:
            near = nearest(key, _NAMES)
            hint = f"; did you mean {near!r}?" if near else f" (there are: {', '.join(_NAMES)})"
            raise BadSetting(f"{where}: no setting {key!r}{hint}")
        given[_NAMES[key]] = _value(where, key, value)
    found = Project(source.parent, source, **given)
    return replace(
        found,
        paths=tuple(_shown(found.root / one) for one in found.paths),
        words=_shown(found.root / found.words) if found.words else "",
        baseline=_shown(found.root / found.baseline) if found.baseline else "",
    )


def _value(where: str, key: str, value: Any) -> Any:
    """Return a setting in the form that `Project` holds, or raise `BadSetting`."""
    match key, value:
        case "paths" | "select" | "ignore" | "languages", list() if _are_texts(value):
            return tuple(value)
        case "profile" | "lang" | "words" | "baseline" | "theme" | "output", str():
            return value
        case "severity", dict() if _are_texts(value.values()):
            return value
        case "per-file-ignores", dict() if all(
            isinstance(one, list) and _are_texts(one) for one in value.values()
        ):
            return {pattern: tuple(one) for pattern, one in value.items()}
        case "thresholds", dict():
            return {
                name: tuple(one) if isinstance(one, list) else one for name, one in value.items()
            }
    raise BadSetting(f"{where}: {key} must be {_FORMS[key]}, not {value!r}")


def _are_texts(values: Any) -> bool:
    return all(isinstance(one, str) for one in values)


_LIST, _TEXT = "a list of texts", "a text"
_FORMS = {
    "paths": _LIST,
    "select": _LIST,
    "ignore": _LIST,
    "languages": _LIST,
    "profile": _TEXT,
    "lang": _TEXT,
    "words": _TEXT,
    "baseline": _TEXT,
    "theme": _TEXT,
    "output": _TEXT,
    "severity": 'a table of texts, as `AM133 = "info"`',
    "per-file-ignores": 'a table of lists, as `"drafts/*" = ["AM1"]`',
    "thresholds": "a table, as `max-words = 20`",
}
