"""Themes: how large and of what colour the things in a picture are. A theme is a file of data."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, NonNegativeFloat, PositiveFloat

from argmap.errors import UnknownName

DEFAULT = "paper"

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
    """A whole theme; `version` changes with whatever its file says."""

    name: str
    version: str
    page: PositiveFloat
    shapes: Mapping[str, Shape]
    light: Palette
    dark: Palette


@cache
def theme(name: str = DEFAULT) -> Theme:
    """Return a theme by name, or raise `UnknownName`."""
    if name not in themes():
        raise UnknownName("themes", name, themes())
    text = (files("argmap") / f"themes/{name}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    version = sha256(text.encode()).hexdigest()[:8]
    return Theme(name=name, version=version, **yaml.load(text, Loader=loader))


@cache
def themes() -> tuple[str, ...]:
    """Return the names of the themes there are."""
    folder = files("argmap") / "themes"
    found = (one.name for one in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))
