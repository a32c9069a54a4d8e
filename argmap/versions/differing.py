"""What differs between two maps, one difference at a time, in terms of claims and arguments.

Comments, layout, the order of siblings and what YAML can write in two ways are no differences.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from pydantic import BaseModel

from argmap.model import ArgMap, Argument, Claim
from argmap.versions.matching import Match

Kind = Literal["added", "removed", "moved", "reworded", "renamed", "changed"]
_STRUCTURE = frozenset({"id", "text", "premises", "conclusion", "polarity"})
_PARTS = ("stakeholders", "sources", "definitions", "include", "extra")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference.

    `old` and `new` are ids, the same thing's in both maps. What is added or removed is the
    argument of that id, with the `claims` that came or went with it, or a claim alone. Of what is
    reworded, renamed or changed, `before` and `after` are what was and is said; `field` is which
    part of `thing` that is, for texts in another language than the map's with the language.
    """

    kind: Kind
    thing: str = "claim"
    old: str = ""
    new: str = ""
    claims: tuple[str, ...] = ()
    field: str = ""
    before: Any = None
    after: Any = None


def differences(old: ArgMap, new: ArgMap, found: Match) -> tuple[Difference, ...]:
    """Return what differs: what came, what went, what was moved, and what is said otherwise."""
    return (
        *_come(new, set(found.claims.values()), set(found.arguments.values()), "added"),
        *_come(old, set(found.claims), set(found.arguments), "removed"),
        *_moved(old, new, found),
        *_claims(old, new, found),
        *_arguments(old, new, found),
        *_map(old, new, found),
    )


def _come(
    argmap: ArgMap, claims: set[str], arguments: set[str], kind: Kind
) -> Iterator[Difference]:
    """Yield what is in one map alone: each argument with the claims that it was written for."""
    fresh = {key for key in argmap.claims if key not in claims}
    for key, one in argmap.arguments.items():
        if key in arguments:
            continue
        brought = tuple(dict.fromkeys(it for it in one.premises if it in fresh))
        fresh.difference_update(brought)
        yield _one(kind, "argument", key, brought)
    for key in (key for key in argmap.claims if key in fresh):
        yield _one(kind, "claim", key, (key,))


def _one(kind: Kind, thing: str, key: str, claims: tuple[str, ...]) -> Difference:
    old, new = ("", key) if kind == "added" else (key, "")
    return Difference(kind=kind, thing=thing, old=old, new=new, claims=claims)


def _moved(old: ArgMap, new: ArgMap, found: Match) -> Iterator[Difference]:
    """Yield the arguments that lead from or to something else now, or in another sense."""
    for before, after in found.arguments.items():
        one, other = old.arguments[before], new.arguments[after]
        was = (
            one.polarity,
            found.new(one.conclusion),
            {found.claims.get(key, "") for key in one.premises},
        )
        if was != (other.polarity, other.conclusion, set(other.premises)):
            yield Difference(kind="moved", thing="argument", old=before, new=after)


def _claims(old: ArgMap, new: ArgMap, found: Match) -> Iterator[Difference]:
    for before, after in found.claims.items():
        for kind, field, was, now in _of_a_claim(old, new, before, after):
            yield Difference(
                kind=kind, old=before, new=after, field=field, before=was, after=now
            )  # fmt: skip


def _of_a_claim(
    old: ArgMap, new: ArgMap, before: str, after: str
) -> Iterator[tuple[Kind, str, Any, Any]]:
    one, other = old.claims[before], new.claims[after]
    if one.text != other.text:
        yield "reworded", "", one.text, other.text
    for language, was, now in _translations(old, new, ("claim", before, after, "text")):
        yield "reworded", language, was, now
    if before != after and one.text == other.text:
        yield "renamed", "", before, after
    for field, was, now in _said(one, other):
        yield "changed", field, was, now
    for language, was, now in _translations(old, new, ("claim", before, after, "label")):
        yield "changed", f"label.{language}", was, now


def _arguments(old: ArgMap, new: ArgMap, found: Match) -> Iterator[Difference]:
    for before, after in found.arguments.items():
        one, other = old.arguments[before], new.arguments[after]
        for field, was, now in _said(one, other, found):
            yield Difference(
                kind="changed", thing="argument", old=before, new=after,
                field=field, before=was, after=now,
            )  # fmt: skip


def _said(
    one: Claim | Argument, other: Claim | Argument, found: Match | None = None
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields in which two of a kind differ; of `extra`, each key."""
    for field in fields(one):
        if field.name in _STRUCTURE:
            continue
        was, now = plain(getattr(one, field.name)), plain(getattr(other, field.name))
        if field.name == "answers" and found:
            was = {question: found.new(claim) or claim for question, claim in was.items()}
        if field.name == "extra":
            yield from _keys(was, now)
        elif was != now:
            yield field.name, was, now


def _keys(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for key in dict.fromkeys((*was, *now)):
        if was.get(key) != now.get(key) or (key in was) != (key in now):
            yield key, was.get(key), now.get(key)


def plain(value: Any) -> Any:
    """Return a value without what makes no difference: the order of tags and citations."""
    if isinstance(value, BaseModel):
        return {key: plain(one) for key, one in value.model_dump().items() if one is not None}
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return sorted((plain(one) for one in value), key=repr)
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return value


def _translations(
    old: ArgMap, new: ArgMap, spot: tuple[str, str, str, str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the other languages in which a text differs, with what it was and is in them."""
    sort, before, after, part = spot
    own = {old.language, new.language}
    for language in sorted({*old.translations, *new.translations} - own):
        was = old.translations.get(language, {}).get((sort, before, part), "")
        now = new.translations.get(language, {}).get((sort, after, part), "")
        if was != now:
            yield language, was, now


def _map(old: ArgMap, new: ArgMap, found: Match) -> Iterator[Difference]:
    """Yield what differs in what belongs to no single claim."""
    for thing, field, was, now in (
        *_heads(old, new, found),
        *_parts(old, new),
        *_other_words(old, new),
        *(("expect", *one) for one in _keys(_expectation(old, found), _expectation(new))),
    ):
        yield Difference(kind="changed", thing=thing, field=field, before=was, after=now)


def _heads(old: ArgMap, new: ArgMap, found: Match) -> Iterator[tuple[str, str, Any, Any]]:
    for field in ("title", "language", "summary", "question"):
        if getattr(old, field) != getattr(new, field):
            yield "map", field, getattr(old, field), getattr(new, field)
    thesis = found.claims.get(old.thesis, old.thesis)
    if thesis != new.thesis:
        yield "map", "thesis", thesis, new.thesis
    options = sorted(found.claims.get(key, key) for key in old.options)
    if options != sorted(new.options):
        yield "map", "options", options, sorted(new.options)


def _parts(old: ArgMap, new: ArgMap) -> Iterator[tuple[str, str, Any, Any]]:
    for part in _PARTS:
        for key, was, now in _keys(plain(getattr(old, part)), plain(getattr(new, part))):
            yield part, key, was, now
    was, now = ({one.id: plain(one) for one in argmap.criteria} for argmap in (old, new))
    for key, *both in _keys(was, now):
        yield "criteria", key, *both


def _other_words(old: ArgMap, new: ArgMap) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield what is said otherwise in other languages, and not in a claim."""
    spots = {
        spot
        for argmap in (old, new)
        for said in argmap.translations.values()
        for spot in said
        if spot[0] != "claim"
    }
    for sort, key, part in sorted(spots):
        for language, was, now in _translations(old, new, (sort, key, key, part)):
            yield sort, ".".join(one for one in (key, part, language) if one), was, now


def _expectation(argmap: ArgMap, found: Match | None = None) -> dict[str, Any]:
    """Return the verdict tests of a map, in the ids of the new map."""
    if argmap.expect is None:
        return {}

    def now(key: str) -> str:
        return (found.new(key) if found else "") or key

    tests: dict[str, Any] = {}
    for name, labels in argmap.expect.labels.items():
        said = labels.model_dump(by_alias=True)
        tests[name] = {
            label: sorted(map(now, keys)) if isinstance(keys, tuple) else keys
            for label, keys in said.items()
            if keys
        }
    if argmap.expect.strength:
        tests["strength"] = {now(key): one for key, one in argmap.expect.strength.items()}
    if argmap.expect.ranking:
        tests["ranking"] = list(map(now, argmap.expect.ranking))
    return tests
