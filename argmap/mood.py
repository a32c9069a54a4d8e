"""What a text does: it states something, asks, commands, cries out, or is a mere heading."""

import re
from collections.abc import Sequence
from typing import Literal

from argmap.clausing import finite
from argmap.wording import Words

Mood = Literal["statement", "question", "command", "cry", "capitals", "heading"]

_ENDS = " \t\n\"'”’»)]"
_SPANISH_OPENING = re.compile(r"\s*[\"“«(]*¿")


def mood(text: str, words: Sequence[str], lists: Words) -> Mood:
    """Say what a text does.

    >>> from argmap.wording import lists
    >>> texts = "Stop the wall", "Cartel violence", "It rains"
    >>> [mood(one, one.lower().split(), lists("en")) for one in texts]
    ['command', 'heading', 'statement']
    """
    if _asks(text, words, lists):
        return "question"
    if text.rstrip(_ENDS).endswith("!"):
        return "cry"
    if len(words) > 1 and text.isupper() and sum(map(str.isalpha, text)) > 7:
        return "capitals"
    verb = finite(words, lists)
    if _commands(words, verb, lists):
        return "command"
    return "statement" if verb >= 0 else "heading"


def _asks(text: str, words: Sequence[str], lists: Words) -> bool:
    """Tell whether a text ends or begins as a question does."""
    if text.rstrip(_ENDS).endswith("?") or _SPANISH_OPENING.match(text):
        return True
    if len(words) > 2 and words[0] in lists.several("asking"):
        words = words[1:]
    inverted = lists.several("asked-first"), lists.several("asked-next")
    return len(words) > 1 and all(
        word in those for word, those in zip(words, inverted, strict=False)
    )


def _commands(words: Sequence[str], verb: int, lists: Words) -> bool:
    """Tell whether a text begins as a command does."""
    if len(words) < 2 or words[0] not in lists.several("commands"):
        return False
    return verb <= 0 or words[1] in lists.several("objects")
