"""How maps are checked, as a user sets it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How maps are checked.

    A selector is a code, a slug, the beginning of codes (`AM2`), a profile or `all`. With `select`
    those rules are run, else those of the profile; never those of `ignore`. `severity` is by
    selector. `words` is a file of word lists, see `argmap.language.wording`.
    """

    profile: str = "classroom"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    thresholds: Mapping[str, Value] = field(default_factory=dict)
    lang: str = "en"
    words: str = ""
