"""What a map and its claims say, as the plain data that a file holds."""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any

from argmap.exchange.identifying import Keys
from argmap.exchange.losing import lost, named
from argmap.model import ArgMap, Citation, Claim, Expectation, Spot, Value
from argmap.problems import Problem

Node = dict[str, Any]
LARGE = 10**18  # whole numbers from here on are read as text

CLAIM = (
    "kind", "stakeholder", "by", "cite", "basis", "confidence", "impact", "qualifier", "open",
    "conceded", "tags", "note", "speech", "assignee",
)  # fmt: skip


class Sayings:
    """The texts of one map, each in every language in which it is given."""

    def __init__(self, argmap: ArgMap, keys: Keys) -> None:
        self.language, self.keys = argmap.language, keys
        self.spots: dict[Spot, dict[str, str]] = {}
        for language, said in sorted(argmap.translations.items()):
            for spot, words in said.items():
                self.spots.setdefault(spot, {})[language] = words

    def said(self, kind: str, key: str, part: str, text: str) -> str | dict[str, str]:
        """Return a text, or the text by language where it is given in several.

        A text that is not given in the map's own language is read as the first one that is given.
        """
        others = self.spots.pop((kind, key, part), {})
        if not others:
            return text
        if self.language not in others:
            for language, words in others.items():
                if words == text:
                    return {language: words} | others
        return ({self.language: text} if text else {}) | {
            language: words for language, words in others.items() if language != self.language
        }

    def heading(self, claim: Claim, key: str) -> Node:
        """Return what a claim written in place says of itself, without what bears on it."""
        node: Node = {"id": key}
        if claim.label or ("claim", claim.id, "label") in self.spots:
            node["label"] = self.said("claim", claim.id, "label", claim.label)
        node["text"] = self.said("claim", claim.id, "text", claim.text or claim.label or claim.id)
        for name in CLAIM:
            value = getattr(claim, name)
            if value or (value == 0 and value is not False):
                node[name] = plain(value)
        if claim.stakeholder:
            node["stakeholder"] = self.keys.key("stakeholder", claim.stakeholder)
        if claim.cite:
            node["cite"] = [self.citation(one) for one in claim.cite]
        return node

    def citation(self, cite: Citation) -> Node | str:
        """Return a citation: the key of its source where it says no more."""
        source = self.keys.key("source", cite.source)
        found: Node = plain(cite) | {"source": source}
        return source if len(found) == 1 else found


def plain(value: Any) -> Any:
    """Return a value of the model as data for a file: lists, mappings, texts and numbers."""
    if isinstance(value, Value):
        found = {
            field.alias or name: plain(given)
            for name, field in type(value).model_fields.items()
            if (given := getattr(value, name)) != field.default
        }
        found |= plain(value.__pydantic_extra__ or {})
        return found
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value if _is_data(value) else str(value)


def expected(expect: Expectation, key: Callable[[str], str] = str) -> Node:
    """Return verdict tests as a file holds them; `key` says what the id of a claim becomes."""
    found: Node = {}
    for name, labels in expect.labels.items():
        found[name] = {
            label: [key(one) for one in ids] if isinstance(ids, list) else ids
            for label, ids in plain(labels).items()
        }
    if expect.strength:
        found["strength"] = {key(claim): one for claim, one in expect.strength.items()}
    if expect.ranking:
        found["ranking"] = [key(one) for one in expect.ranking]
    return found


def odd(argmap: ArgMap) -> tuple[Problem, ...]:
    """Return the keys of one's own that hold what is no data, and are written as text.

    >>> odd(ArgMap(extra={"x-a": [1, None], "x-b": 10**30}))[0].message
    "what is no plain data is written as text: key 'x-b'"
    """
    extras = [argmap.extra, *(one.extra for one in argmap.claims.values())]
    extras += [one.extra for one in argmap.arguments.values()]
    found = [repr(key) for own in extras for key, value in own.items() if not _is_data(value)]
    said = f"what is no plain data is written as text: {named('key', found)}"
    return (lost(said),) if found else ()


def _is_data(value: Any) -> bool:
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_data(one) for key, one in value.items())
    if isinstance(value, list | tuple):
        return all(map(_is_data, value))
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, int):
        return abs(value) < LARGE
    return value is None or isinstance(value, str)
