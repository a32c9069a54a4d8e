"""Argumentation schemes and their critical questions: data that anyone may use or add to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from argmap.text import nearest

FALLBACK = "en"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Said = Mapping[str, str]  # language to text


@dataclass(frozen=True, slots=True)
class Scheme:
    """One form of argument: what it is called, how it goes, and what is to be asked of it.

    `questions` holds the critical questions by key: `answers` of a reason name them so.
    """

    slug: str
    name: Said
    gist: Said
    questions: Mapping[str, Said]
    aliases: tuple[str, ...] = ()

    def asks(self, language: str) -> Mapping[str, str]:
        """Return the critical questions in a language, or in English, by key.

        >>> schemes()["popular-opinion"].asks("es-MX")["majority"]
        '¿Qué demuestra que la mayoría lo piensa?'
        """
        return {key: said(text, language) for key, text in self.questions.items()}


def said(text: Said, language: str) -> str:
    """Return a text in a language, or in English where there is none in that language.

    >>> said({"en": "sign", "es": "indicio"}, "de")
    'sign'
    """
    return text.get(language) or text.get(language.partition("-")[0]) or text[FALLBACK]


@cache
def schemes() -> Mapping[str, Scheme]:
    """Return all schemes by slug: every file of `argmap/schemes/`, in order of name.

    >>> len(schemes()), schemes()["sign"].name["en"]
    (36, 'Argument from sign')
    """
    found: dict[str, Scheme] = {}
    folder = files("argmap").joinpath("schemes")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".yaml"):
            data = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
            for slug, one in data.items():
                aliases = tuple(one.get("aliases", ()))
                scheme = Scheme(slug, one["name"], one["gist"], one["questions"], aliases)
                found.setdefault(slug, scheme)
    return MappingProxyType(found)


def scheme(name: str) -> Scheme | None:
    """Return the scheme of a slug or alias, or None.

    >>> scheme("abduction").slug, scheme("hunch")
    ('best-explanation', None)
    """
    return _named().get(name)


def likeliest(name: str) -> str | None:
    """Return the slug or alias that was probably meant, or None.

    >>> likeliest("expert-opinon"), likeliest("argument-from-analogy"), likeliest("hunch")
    ('expert-opinion', 'analogy', None)
    """
    bare = name.removeprefix("argument-").removeprefix("from-").removesuffix("-argument")
    return bare if bare in _named() else nearest(bare, _named())


@cache
def _named() -> Mapping[str, Scheme]:
    found = {alias: one for one in schemes().values() for alias in one.aliases}
    return MappingProxyType(found | dict(schemes()))
