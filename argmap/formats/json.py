"""The JSON form: the whole graph, resolved, as other programs want it.

Claims and arguments are lists; what a claim or an argument does not say is left out. Claims of
included maps stand among the others under their `name/id`, and `include` tells the names, so that
the form is sound without those files; in YAML they become references again.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Annotated, Any, TypeVar, get_type_hints

from pydantic import Field, ValidationError, create_model

from argmap.converting import Format, Read
from argmap.errors import Unsupported
from argmap.exchange.jsontext import Unread, locate, parse
from argmap.exchange.losing import Written, misread
from argmap.exchange.sayings import expected, odd, plain
from argmap.exchange.sounding import cracks, mended
from argmap.model import ArgMap, Argument, Citation, Claim, Share, Source, Spot, Value, Words
from argmap.positions import Path
from argmap.problems import Problem
from argmap.text import nearest
from argmap.transplanting import expectation
from argmap.tree import Expect

ALWAYS = frozenset(
    {"id", "text", "premises", "conclusion", "polarity", "title", "claims", "arguments"}
    | {"options", "thesis", "sources", "stakeholders"}
)  # keys that stand even where they are empty
ORDER = ("title", "claims", "arguments", "options", "thesis", "sources", "stakeholders")
KINDS = {
    "claim": "claims",
    "stakeholder": "stakeholders",
    "criterion": "criteria",
    "definition": "definitions",
}  # of translated things, by the key that they have in the form
Node = dict[str, Any]
T = TypeVar("T", Claim, Argument)


class _Expect(Expect):
    """Verdict tests, whose ids may be any that claims of the form have."""

    strength: dict[str, str | float] | None = None
    ranking: tuple[str, ...] | None = None


class _Said(Value):
    """What is said in one language: by id, and of the map itself."""

    map: dict[str, str] = Field(default_factory=dict)
    claims: dict[str, dict[str, str]] = Field(default_factory=dict)
    stakeholders: dict[str, dict[str, str]] = Field(default_factory=dict)
    criteria: dict[str, dict[str, str]] = Field(default_factory=dict)
    definitions: dict[str, dict[str, str]] = Field(default_factory=dict)


def _model(kind: type, **own: Any) -> type[Value]:
    """Return a model of what a dataclass holds, so that each new field is part of the form."""
    hints = get_type_hints(kind, include_extras=True)
    given: dict[str, Any] = {}
    for one in fields(kind):
        if one.default_factory is not MISSING:
            given[one.name] = (hints[one.name], Field(default_factory=one.default_factory))
        else:
            given[one.name] = (hints[one.name], ... if one.default is MISSING else one.default)
    del given["extra"]
    return create_model(kind.__name__, __base__=Value, **given | own)


_SHARE = (Share | None, None)
_Claim = _model(Claim, id=(Words, ...), confidence=_SHARE)
_Argument = _model(Argument, id=(Words, ...), strength=_SHARE)
_Form = _model(
    ArgMap,
    argmap=(Annotated[int, Field(ge=1, le=1)], ...),
    claims=(tuple[_Claim, ...], ...),  # type: ignore[valid-type]
    arguments=(tuple[_Argument, ...], ()),  # type: ignore[valid-type]
    expect=(_Expect | None, None),
    translations=(dict[str, _Said], {}),
)


_KEYS = {
    *_Form.model_fields,
    *_Claim.model_fields,
    *_Argument.model_fields,
    *Citation.model_fields,
    *Source.model_fields,
}


def read(text: str, path: str) -> Read:
    """Return the map of a JSON text; what cannot be is a problem, and left out."""
    try:
        parse(text, path)
        form: Any = _Form.model_validate_json(text)
    except Unread as error:
        return Read(None, (error.problem,))
    except ValidationError as error:
        told = {_place(one): _fault(one) for one in reversed(error.errors(include_url=False))}
        return Read(None, tuple(_problems(reversed(told.items()), text, path)))
    argmap = _map(form)
    faults = list(_faults(form, argmap))
    return Read(mended(argmap) if faults else argmap, tuple(_problems(faults, text, path)))


def write(argmap: ArgMap, path: str) -> Written:
    """Return a map as JSON, which holds all of it."""
    form: Node = {"argmap": 1} | dict.fromkeys(ORDER) | _written(argmap)
    form["claims"] = [_written(one) for one in argmap.claims.values()]
    form["arguments"] = [_written(one) for one in argmap.arguments.values()]
    if argmap.expect is not None:
        form["expect"] = expected(argmap.expect)
    if argmap.translations:
        form["translations"] = _translated(argmap.translations)
    text = _laid_out(form)
    try:
        _Form.model_validate_json(text)
    except ValidationError as error:
        raise Unsupported(f"the JSON form cannot hold this: {_fault(error.errors()[0])}") from error
    return Written(text, odd(argmap))


def _laid_out(form: Node) -> str:
    """Return the form as JSON with a line for each claim, argument, source and the like."""
    lines = [f"  {_line(key)}: {_spread(value)}" for key, value in form.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _spread(value: Any) -> str:
    if isinstance(value, dict) and value:
        inner = [f"{_line(key)}: {_line(one)}" for key, one in value.items()]
        return "{\n    " + ",\n    ".join(inner) + "\n  }"
    if isinstance(value, list) and any(isinstance(one, dict | list) for one in value):
        return "[\n    " + ",\n    ".join(map(_line, value)) + "\n  ]"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _written(thing: ArgMap | Claim | Argument) -> Node:
    """Return what a map, claim or argument says, without what it leaves open."""
    found: Node = {}
    for one in fields(thing):
        value = getattr(thing, one.name)
        empty = one.default_factory() if one.default_factory is not MISSING else one.default
        if one.name in ALWAYS or (value != empty and one.name not in _APART):
            found[one.name] = plain(value)
    found |= plain(thing.extra)
    return found


def _translated(translations: Mapping[str, Mapping[Spot, str]]) -> Node:
    """Return translations by language, kind, id and part: as a tree, since JSON has no tuples."""
    found: Node = {}
    for language, said in sorted(translations.items()):
        tree: dict[str, Node] = {name: {} for name in ("map", *KINDS.values())}
        for (kind, key, part), words in said.items():
            if kind == "map":
                tree["map"][part] = words
            else:
                tree[KINDS[kind]].setdefault(key, {})[part] = words
        found[language] = {name: one for name, one in tree.items() if one}
    return found


def _map(form: Any) -> ArgMap:
    given = {one.name: getattr(form, one.name) for one in fields(ArgMap) if one.name != "extra"}
    given["claims"] = {one.id: _filled(Claim, one) for one in form.claims}
    given["arguments"] = {one.id: _filled(Argument, one) for one in form.arguments}
    given["expect"] = expectation(form.expect)
    given["translations"] = {
        language: dict(_spots(said)) for language, said in form.translations.items()
    }
    return ArgMap(**given, extra=form.__pydantic_extra__ or {})


def _filled(kind: type[T], item: Value) -> T:
    given = {name: getattr(item, name) for name in type(item).model_fields}
    return kind(**given, extra=item.__pydantic_extra__ or {})


def _spots(said: _Said) -> Iterator[tuple[Spot, str]]:
    for part, words in said.map.items():
        yield ("map", "", part), words
    for kind, name in KINDS.items():
        for key, parts in getattr(said, name).items():
            for part, words in parts.items():
                yield (kind, key, part), words


def _faults(form: Any, argmap: ArgMap) -> Iterator[tuple[Path, str]]:
    """Yield what makes a map unsound: ids given twice, and references that lead nowhere."""
    places: dict[str, Path] = {}
    for name in ("claims", "arguments"):
        for number, one in enumerate(getattr(form, name)):
            if one.id in places:
                yield (name, number, "id"), f"the id {one.id!r} is given twice"
            places.setdefault(one.id, (name, number))
    for crack in cracks(argmap):
        place = (*places.get(crack.argument, ()), crack.part)
        if place[0] != "claims":  # an argument with the id of a claim: that is said already
            yield place if crack.number is None else (*place, crack.number), crack.message


def _problems(faults: Iterable[tuple[Path, str]], text: str, path: str) -> list[Problem]:
    found = (misread(said, locate(text, place), path) for place, said in faults)
    return sorted(found, key=lambda one: one.place)


def _place(error: Any) -> Path:
    """Return the keys that lead to a fault, without pydantic's names for the forms of a value."""
    return tuple(part for part in error["loc"] if isinstance(part, int) or not _LABEL.search(part))


def _fault(error: Any) -> str:
    """Return what is wrong in words."""
    last = next((part for part in reversed(_place(error)) if isinstance(part, str)), "")
    if error["type"] == "string_pattern_mismatch" and last == error["input"]:
        near = nearest(last, _KEYS)
        return f"unknown key {last!r}" + (f"; did you mean {near!r}?" if near else "")
    if error["type"] == "missing":
        return f"{last!r} is missing"
    if error["input"] is None:
        return f"{last!r} has no value"
    if last == "argmap":
        return "'argmap' should be 1, the version of the format"
    said: str = error["msg"].removeprefix("Input ").removeprefix("String ")
    return f"{repr(last) if last else 'the text'} {said[:1].lower()}{said[1:]}"


def detect(text: str) -> bool:
    """Say whether a text looks like the JSON form."""
    return bool(text.lstrip()[:1] == "{" and _OURS.search(text) and _CLAIMS.search(text))


_APART = frozenset({"expect", "translations", "extra"})
_LABEL = re.compile(r"^(?:str|int|float|constrained-\w+|function-before.*|tuple\[.*)$")
_OURS = re.compile(r'"argmap"\s*:\s*[0-9]')
_CLAIMS = re.compile(r'"claims"\s*:\s*\[')  # in a map file they are a mapping
FORMAT = Format("json", (".json",), read, write, detect)
