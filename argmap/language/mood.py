"""What a text does: it states something, asks, commands, cries out, or is a mere heading."""

import re
from collections.abc import Sequence
from typing import Literal

from argmap.language.clausing import finite, has_verb
from argmap.language.wording import Words

Mood = Literal["statement", "question", "command", "cry", "capitals", "heading"]

_ENDS = " \t\n\"'”’»)]"
_SPANISH_OPENING = re.compile(r"\s*[\"“«(]*¿")


def mood(text: str, words: Sequence[str], lists: Words, *, bare: bool = False) -> Mood:
    """Say what a text does; one that is `bare` has no sign but a full stop at its end.

    >>> from argmap.language.wording import lists
    >>> texts = "Stop the wall", "Cartel violence", "It rains"
    >>> [mood(one, one.lower().split(), lists("en")) for one in texts]
    ['command', 'heading', 'statement']
    """
    plain = (bare or not ("?" in text or "¿" in text or "!" in text)) and not text.isupper()
    if plain and words and words[0] not in lists.several("commands", "asking", "asked-first"):
        return "statement" if has_verb(words, lists) else "heading"  # most texts, by far
    if _asks(text, words, lists):
        return "question"
    if shout := _shouts(text, words):
        return shout
    if words and words[0] in lists.several("commands") and _commands(words, lists):
        return "command"
    return "statement" if has_verb(words, lists) else "heading"


def _commands(words: Sequence[str], lists: Words) -> bool:
    """Tell whether words that begin with a verb of command go on like one."""
    if len(words) < 2:
        return False
    return words[1] in lists.several("objects") or finite(words, lists) <= 0


def _shouts(text: str, words: Sequence[str]) -> Literal["", "cry", "capitals"]:
    """Tell whether a text ends with an exclamation mark, or is in capitals."""
    if "!" in text and text.rstrip(_ENDS).endswith("!"):
        return "cry"
    loud = text.isupper() and len(words) > 1 and sum(map(str.isalpha, text)) > 7
    return "capitals" if loud else ""


def _asks(text: str, words: Sequence[str], lists: Words) -> bool:
    """Tell whether a text ends or begins as a question does."""
    if "?" in text and text.rstrip(_ENDS).endswith("?"):
        return True
    if "¿" in text and _SPANISH_OPENING.match(text):
        return True
    if not words or words[0] not in lists.several("asking", "asked-first"):
        return False
    inverted = words[1:] if words[0] in lists.several("asking") else words
    return (
        len(inverted) > 1
        and inverted[0] in lists.several("asked-first")
        and inverted[1] in lists.several("asked-next")
    )
