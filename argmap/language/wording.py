"""The word lists that rules look for in a text, by language; a school may lay its own over ours.

A list is one text with commas, or a list of texts, in `argmap/words/rules.<language>.yaml`. A
user's file holds the same by language; there a list takes the place of ours, and a mapping with
`add` and `drop` changes it:

    en:
      loaded:
        add: [drug war, war zone]
        drop: [swarms]
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import NamedTuple

import yaml

from argmap.errors import BadSetting
from argmap.text import nearest

Lists = Mapping[str, tuple[str, ...]]
Own = Mapping[str, "Words"]  # by language: ours with the user's changes

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SLOT = re.compile(r"\{([a-z][a-z-]*)\}")
_CASED = ("names",)
_COMMON = frozenset(
    {
        "a",
        "and",
        "are",
        "as",
        "at",
        "be",
        "for",
        "from",
        "has",
        "have",
        "in",
        "is",
        "it",
        "no",
        "of",
    }
    | {"on", "or", "the", "that", "this", "to", "which", "who", "with", "al", "como", "con", "de"}
    | {"del", "el", "en", "es", "la", "las", "lo", "los", "más", "para", "por", "que", "se", "su"}
)


class Mark(NamedTuple):
    """What a text with some word holds: by itself, it is in lists; or phrases with it may be."""

    alone: list[str]
    phrases: list[tuple[str, str]]  # the name of a list, and the phrase in it


class Words:
    """The lists of one language: those that are looked for, and those that grammar needs."""

    def __init__(self, language: str, lists: Lists) -> None:
        self.language, self.lists = language, lists
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._sets: dict[tuple[str, ...], frozenset[str]] = {}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.lists[name] if name in self.lists else _read("grammar", self.language)[name]

    @cached_property
    def marks(self) -> Mapping[str, "Mark"]:
        """What a text with a word may hold, by the word."""
        found: dict[str, Mark] = {}
        for name, phrases in self.lists.items():
            for phrase in phrases:
                word = _rarest(phrase)
                mark = found.setdefault(word, Mark([], []))
                if word != phrase:
                    mark.phrases.append((name, phrase))
                elif name not in mark.alone:
                    mark.alone.append(name)
        return found

    def several(self, *names: str) -> frozenset[str]:
        """Return what stands in any of some lists."""
        if names not in self._sets:
            self._sets[names] = frozenset(one for name in names for one in self[name])
        return self._sets[names]

    def heads(self, *names: str) -> frozenset[str]:
        """Return the words with which the phrases of some lists begin."""
        key = ("heads", *names)
        if key not in self._sets:
            self._sets[key] = frozenset(one.split()[0] for one in self.several(*names))
        return self._sets[key]

    def pattern(self, template: str) -> re.Pattern[str]:
        r"""Return a regular expression in which `{name}` is any phrase of that list.

        >>> found = lists("en").pattern("{reasoning}").search("Rain as a  result wets us.")
        >>> found[0]
        'as a  result'
        """
        if template not in self._patterns:
            source = _SLOT.sub(lambda slot: self._any(slot[1]), template)
            self._patterns[template] = re.compile(source, re.IGNORECASE)
        return self._patterns[template]

    def _any(self, name: str) -> str:
        """Return a regular expression for a list; by first letters, it is half as slow."""
        by_letter: dict[str, list[str]] = {}
        for one in sorted(self[name], key=lambda one: (-len(one), one)):
            source = re.escape(one[1:]).replace("\\ ", r"\s+").replace("'", "['’]")
            by_letter.setdefault(re.escape(one[0]), []).append(source)
        sources = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
        return rf"(?<![\w-])(?:{'|'.join(sources)})(?![\w-])" if by_letter else r"(?!)"


def _rarest(phrase: str) -> str:
    """Return the word by which a phrase is best told to be in a text."""
    return max(phrase.split(), key=lambda word: (word not in _COMMON, len(word)))


def lists(language: str, own: Own = MappingProxyType({})) -> Words | None:
    """Return the word lists of a language, or None where there are none.

    >>> "because" in lists("en-GB")["reasoning"], lists("tlh")
    (True, None)
    """
    base = language.partition("-")[0]
    if base in own:
        return own[base]
    return _ours(base) if base in languages() else None


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have word lists.

    >>> languages()
    ('en', 'es')
    """
    found = (one.name.split(".") for one in files("argmap").joinpath("words").iterdir())
    return tuple(sorted(name[1] for name in found if name[0] == "rules" and len(name) == 3))


def own(path: FilePath | str) -> Own:
    """Read a user's word lists and lay them over ours, or raise `BadSetting`."""
    try:
        written = yaml.load(FilePath(path).read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise BadSetting(f"the word lists {path}: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadSetting(f"the word lists {path} are no YAML: {error}") from error
    if not isinstance(written, dict):
        raise BadSetting(f"the word lists {path} should hold lists by language")
    return {
        language: Words(language, _merged(language, changes, f"{path}: {language}"))
        for language, changes in written.items()
    }


@cache
def _ours(language: str) -> Words:
    return Words(language, _read("rules", language))


@cache
def _read(name: str, language: str) -> Lists:
    file = files("argmap").joinpath("words", f"{name}.{language}.yaml")
    read = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
    return {key: tuple(_phrases(one, cased=key in _CASED)) for key, one in read.items()}


def _phrases(value: str | Iterable[str], *, cased: bool) -> Iterator[str]:
    """Yield the phrases of a list as a user may write it, in small letters and single spaces."""
    for one in value.split(",") if isinstance(value, str) else value:
        if phrase := " ".join(one.replace("’", "'").split()):
            yield phrase if cased else phrase.lower()


def _merged(language: str, changes: object, where: str) -> Lists:
    """Return our lists of a language with a user's changes."""
    if language not in languages():
        raise BadSetting(f"{where}: word lists are for {', '.join(languages())}")
    found = dict(_read("rules", language))
    if not isinstance(changes, dict):
        raise BadSetting(f"{where}: should hold lists by name")
    for name, value in changes.items():
        if name not in found:
            near = nearest(name, found)
            hint = f"; did you mean {near!r}?" if near else ""
            raise BadSetting(f"{where}: no word list {name!r}{hint}")
        found[name] = tuple(_changed(found[name], value, f"{where}: {name}", name in _CASED))
    return found


def _changed(ours: tuple[str, ...], value: object, where: str, cased: bool) -> Iterable[str]:
    if not isinstance(value, dict):
        return _phrases(_listed(value, where), cased=cased)
    if not set(value) <= {"add", "drop"}:
        raise BadSetting(f"{where}: should be a list, or have `add` and `drop`")
    added = _phrases(_listed(value.get("add", ""), where), cased=cased)
    dropped = set(_phrases(_listed(value.get("drop", ""), where), cased=cased))
    return (one for one in dict.fromkeys((*ours, *added)) if one not in dropped)


def _listed(value: object, where: str) -> str | list[str]:
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    raise BadSetting(f"{where}: should be a list of words")
