"""Find the comments of a YAML text: what follows a `#` that is within no text."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LIKE_ONE = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*")
Comment = tuple[int, str]  # where it begins, and what it says, the sign included


class Tokens:
    """What a text is made of: where its scalars, directives and the dashes of its lists are."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.dashes: list[int] = []
        self.solid: list[tuple[int, int, str]] = []  # from, to, and the mark it begins with
        self.directives: list[str] = []
        for token in yaml.scan(text, Loader=LOADER):
            self._note(token)

    def _note(self, token: Any) -> None:
        start, end = token.start_mark.index, token.end_mark.index
        if isinstance(token, yaml.BlockEntryToken):
            self.dashes.append(start)
        elif isinstance(token, yaml.ScalarToken):
            self.solid.append((start, end, token.style or ""))
        elif isinstance(token, yaml.DirectiveToken):
            self.directives.append(self.text[start:end].strip())
            self.solid.append((start, end, ""))

    def comments(self) -> Iterator[Comment]:
        """Yield the comments; one may follow the mark with which a text over several lines begins.

        >>> list(Tokens("a: b  # one\\nc: '# no'\\nd: | # two\\n  # no").comments())
        [(6, '# one'), (27, '# two')]
        """
        reached = 0
        for start, end, style in self.solid:
            yield from self._between(reached, start)
            if style in ("|", ">"):
                line = _LINE.match(self.text, start)
                yield from self._between(start, line.end() if line else start)
            reached = end
        yield from self._between(reached, len(self.text))

    def _between(self, start: int, end: int) -> Iterator[Comment]:
        while (mark := self.text.find("#", start, end)) >= 0:
            line = _LINE.match(self.text, mark)
            start = line.end() if line else end
            yield mark, self.text[mark:start].rstrip()


def comments(text: str) -> list[str]:
    """Return what the comments of a text say, in their order."""
    return [words for _, words in Tokens(text).comments()]


def is_lost(before: str, after: str, places: list[int]) -> bool:
    """Tell whether a comment is lost between two texts, apart from those around some places.

    In what cannot be read as YAML, a comment is what looks like one.

    >>> is_lost("a: 1 # one", "a: 1", []), is_lost("a: 1 # one", "a: 1", [6])
    (True, False)
    """
    try:
        old, new = list(Tokens(before).comments()), Counter(comments(after))
    except yaml.YAMLError:
        old = [(one.start(), one[0].rstrip()) for one in _LIKE_ONE.finditer(before)]
        return any(words not in after for start, words in old if not _is_at(start, words, places))
    meant = Counter(words for start, words in old if _is_at(start, words, places))
    return bool(Counter(words for _, words in old) - new - meant)


def _is_at(start: int, words: str, places: list[int]) -> bool:
    return any(start <= one < start + len(words) for one in places)
