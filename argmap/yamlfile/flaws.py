"""What is wrong at one place of a file, before it is put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.positions import Span
from argmap.problems import Edit

MOST = 300  # so many flaws of a kind are noted in one file: who has more, has another problem


@dataclass(frozen=True, slots=True)
class Phrase:
    """A slot that is said differently in each language: a key of the table's `phrases`."""

    key: str
    slots: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault that was met at one place, not yet in words.

    `edits` would mend it; they are `safe` where they cannot change what the map says. `related`
    is a second place, in another file where `elsewhere` names one.
    """

    code: str
    span: Span
    slots: Mapping[str, str | Phrase] = field(default_factory=dict)
    variant: str = ""
    edits: tuple[Edit, ...] = ()
    safe: bool = True
    related: Span | None = None
    elsewhere: str = ""


def shown(text: str, limit: int = 60) -> str:
    """Return what somebody wrote as it can stand in a message: on one line, and not too long.

    >>> shown("Uniforms\\n  cut costs"), shown("x" * 99, 5)
    ('Uniforms cut costs', 'xxxx…')
    """
    line = " ".join(text[: limit * 8].split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
