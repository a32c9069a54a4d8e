"""Themes: how large and of what colour the things in a picture are. A theme is a file of data.

One that `extends` another says only what is different; `scale` makes all of the picture larger, and
`always: light` (or `dark`) has one look whatever the viewer prefers.
"""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path as FilePath
from typing import Annotated, Any

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeFloat,
    PositiveFloat,
    ValidationError,
)

from argmap.errors import BadSetting, UnknownName, Unreadable

DEFAULT = "screen"
_DEEPEST = 8  # themes that extend one another

Colour = Annotated[str, Field(pattern="^#[0-9a-f]{6}$")]


def _paint(value: object) -> object:
    return (
        dict(zip(("fill", "line", "ink"), value, strict=False))
        if isinstance(value, list)
        else value
    )


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Shape(_Frozen):
    """The measures of one sort of box, in pixels."""

    text: PositiveFloat
    label: PositiveFloat = 13
    room: PositiveFloat = 200
    across: NonNegativeFloat = 0
    down: NonNegativeFloat = 0
    border: NonNegativeFloat = 1


class Paint(_Frozen):
    """The colours of one sort of box; its line is that of its links too."""

    fill: Colour
    line: Colour
    ink: Colour = ""


class Palette(_Frozen):
    """The colours of a picture in light or in dark."""

    paper: Colour
    ink: Colour
    quiet: Colour
    line: Colour
    question: Annotated[Paint, BeforeValidator(_paint)]
    thesis: Annotated[Paint, BeforeValidator(_paint)]
    option: Annotated[Paint, BeforeValidator(_paint)]
    support: Annotated[Paint, BeforeValidator(_paint)]
    attack: Annotated[Paint, BeforeValidator(_paint)]
    undercut: Annotated[Paint, BeforeValidator(_paint)]
    warrant: Annotated[Paint, BeforeValidator(_paint)]
    loose: Annotated[Paint, BeforeValidator(_paint)]
    badge: Annotated[Paint, BeforeValidator(_paint)]
    letter: Annotated[Paint, BeforeValidator(_paint)]

    def paints(self) -> Mapping[str, Paint]:
        """Return the colours of boxes, by sort."""
        return {key: value for key, value in self.__dict__.items() if isinstance(value, Paint)}


class Theme(_Frozen):
    """A whole theme; `version` changes with whatever its file says.

    All lengths are those of a picture whose `scale` is one.
    """

    name: str
    version: str
    page: PositiveFloat
    scale: PositiveFloat = 1
    shapes: Mapping[str, Shape]
    light: Palette
    dark: Palette


@cache
def themes() -> tuple[str, ...]:
    """Return the names of the themes there are."""
    folder = files("argmap") / "themes"
    found = (one.name for one in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


def theme(name: str = DEFAULT) -> Theme:
    """Return a theme by name, or that of a file whose name ends in `.yaml`.

    Raises `UnknownName`, `Unreadable` for a file, and `BadSetting` where it is no theme.
    """
    if not name.endswith((".yaml", ".yml")):
        return _known(name)
    try:
        text = FilePath(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"{name}: {getattr(error, 'strerror', 0) or 'it is not UTF-8'}") from error
    return _made(FilePath(name).stem, text, name)


@cache
def _known(name: str) -> Theme:
    return _made(name, _text(name), name)


def _text(name: str) -> str:
    if name not in themes():
        raise UnknownName("themes", name, themes())
    return (files("argmap") / f"themes/{name}.yaml").read_text("utf-8")


def _made(name: str, text: str, where: str) -> Theme:
    """Return the theme that a file says, with what it leaves to the themes that it extends."""
    texts = [text]
    found = _loaded(text, where)
    while base := found.pop("extends", ""):
        if len(texts) > _DEEPEST:
            raise BadSetting(f"{where}: extends itself")
        texts.append(_text(str(base)))
        found = _over(_loaded(texts[-1], str(base)), found)
    if look := found.pop("always", ""):
        found |= {"light": found.get(look), "dark": found.get(look)}
    version = sha256("".join(texts).encode()).hexdigest()[:8]
    try:
        return Theme(name=name, version=version, **found)
    except (TypeError, ValueError) as error:
        raise BadSetting(f"{where}: {_first(error)}") from error


def _loaded(text: str, where: str) -> dict[str, Any]:
    try:
        found = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise BadSetting(f"{where}: {' '.join(str(error).split())}") from error
    if not isinstance(found, dict):
        raise BadSetting(f"{where}: a theme is a mapping with `extends`, `shapes`, `light`, `dark`")
    return found


def _over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping with what another says over it, at any depth."""
    both = {
        key: _over(base[key], own[key])
        for key in base.keys() & own.keys()
        if isinstance(base[key], dict) and isinstance(own[key], dict)
    }
    return {**base, **own, **both}


def _first(error: Exception) -> str:
    """Return the first of the faults that were found, in a line: where, and what."""
    if isinstance(error, ValidationError):
        one = error.errors()[0]
        return f"{'.'.join(map(str, one['loc']))}: {one['msg']}"
    return str(error)
