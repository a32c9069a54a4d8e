"""Follow the place of a validation error through the types of the format.

Pydantic's `loc` mixes keys with the names of union members: `("thesis", "written", "text")`. Read
beside the types it is exact which is which, and at its end it is known what could have stood there.
"""

from dataclasses import dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, Tag

from argmap.positions import Path
from argmap.tree import MapFile


@dataclass(frozen=True, slots=True)
class Trace:
    """Where an error is: the path of keys, the model around it, and whether a key is at fault."""

    path: Path = ()
    model: type[BaseModel] = MapFile
    key: bool = False


def trace(loc: tuple[str | int, ...]) -> Trace:
    """Return where the place of an error leads.

    >>> found = trace(("thesis", "written", "support", 0, "ref", "txt"))
    >>> found.path, found.model.__name__
    (('thesis', 'support', 0, 'txt'), 'RefReason')
    """
    found = Trace()
    kind: Any = MapFile
    for part in loc:
        if part == "[key]":
            return replace(found, key=True)
        kind = _bare(kind)
        if _is_union(kind):
            kind = _member(kind, part)
            if _is_model(kind):
                found = replace(found, model=kind)
            continue
        if _is_model(kind):
            found = replace(found, path=(*found.path, part), model=kind)
            kind = _fields(kind).get(str(part), Any)
        else:
            arguments = get_args(kind)
            found = replace(found, path=(*found.path, part))
            kind = arguments[1 if get_origin(kind) is dict else 0] if arguments else Any
    return found


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys that a model allows, in the order of the format.

    >>> keys_of(MapFile)[:2]
    ('argmap', 'title')
    """
    return tuple(_fields(model))


def holders(key: str) -> tuple[str, ...]:
    """Return the names of the models that allow a key, in the order of the format.

    >>> holders("premises")
    ('LinkedReason',)
    """
    return tuple(one.__name__ for one in _models() if key in _fields(one))


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model, include_extras=True)  # pydantic's own may not be complete yet
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def _bare(kind: Any) -> Any:
    """Return a type without marks and without None."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif _is_union(kind) and type(None) in get_args(kind):
            rest = tuple(one for one in get_args(kind) if one is not type(None))
            kind = rest[0] if len(rest) == 1 else Union[rest]  # noqa: UP007  # made of a tuple
        else:
            return kind


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _member(kind: Any, label: str | int) -> Any:
    """Return the member of a union that bears a tag; of others, only that it is no container."""
    for one in get_args(kind):
        if any(isinstance(mark, Tag) and mark.tag == label for mark in get_args(one)[1:]):
            return _bare(one)
    return next((one for one in get_args(kind) if get_origin(_bare(one)) is tuple), Any)


@cache
def _models() -> tuple[type[BaseModel], ...]:
    found: dict[type[BaseModel], None] = {}
    waiting: list[Any] = [MapFile]
    while waiting:
        kind = waiting.pop(0)
        if _is_model(kind):
            if kind not in found:
                found[kind] = None
                waiting.extend(_fields(kind).values())
        else:
            waiting.extend(get_args(kind))
    return tuple(found)


KEYS = frozenset(key for model in _models() for key in _fields(model))
PROSE = frozenset(
    {"text", "label", "title", "summary", "question", "qualifier", "note", "quote", "by"}
    | {"qualifications", "publisher", "container", "section"}
)
