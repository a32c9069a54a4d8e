"""The words that argmap itself puts on paper, in the reader's language.

A word list is `argmap/words/<name>.<language>.yaml`: keys to phrases, with `{slots}`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

FALLBACK = "en"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one list in one language.

    >>> phrases("handouts", "es")("see", place="2.1")
    'véase 2.1'
    """

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **slots: object) -> str:
        """Return a phrase with its slots filled."""
        return self.words[key].format_map(slots) if slots else self.words[key]

    def __contains__(self, key: str) -> bool:
        return key in self.words


@cache
def phrases(name: str, language: str = FALLBACK) -> Phrases:
    """Return a word list in a language, or in English where there is none in that language.

    >>> phrases("handouts", "es-MX").language, phrases("handouts", "de").language
    ('es', 'en')
    """
    folder = files("argmap").joinpath("words")
    wanted = (language, language.partition("-")[0], FALLBACK)
    found = next(one for one in wanted if folder.joinpath(f"{name}.{one}.yaml").is_file())
    text = folder.joinpath(f"{name}.{found}.yaml").read_text(encoding="utf-8")
    words = yaml.load(text, Loader=_LOADER)
    return Phrases(found, MappingProxyType(words))


def spoken(name: str) -> tuple[str, ...]:
    """Return the languages that a word list is in.

    >>> spoken("handouts")
    ('en', 'es')
    """
    names = (one.name.split(".") for one in files("argmap").joinpath("words").iterdir())
    return tuple(sorted(parts[1] for parts in names if parts[0] == name))
