"""Text or file to map."""

from dataclasses import dataclass
from pathlib import Path as FilePath

import yaml

from argmap.building import Built, build
from argmap.errors import InvalidMap
from argmap.model import ArgMap
from argmap.positions import NOWHERE, Path, Span
from argmap.problems import Problem
from argmap.tree import MapFile


@dataclass(frozen=True)
class Document:
    """One file as far as it could be read: its text, its graph, and what is wrong with it.

    `built` is None where not even half a map could be made of it. `path` is as the user wrote it.
    """

    text: str
    path: str = ""
    built: Built | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def map(self) -> ArgMap | None:
        """The map, or None."""
        return self.built.map if self.built else None

    def locate(self, path: Path, *, key: bool = False) -> Span:
        """Return where the value (or the key) at a path of keys stands, or the nearest above it."""
        return NOWHERE


def read(path: FilePath | str) -> Document:
    """Read a file as far as it goes; never raises for what the file says."""
    text = FilePath(path).read_text(encoding="utf-8")
    tree = MapFile.model_validate(yaml.safe_load(text))
    included = {
        name: load(FilePath(path).parent / other) for name, other in (tree.include or {}).items()
    }
    return Document(text, str(path), build(tree, included))


def load(path: FilePath | str) -> ArgMap:
    """Return the map in a file, or raise `InvalidMap` with the errors in it."""
    found = read(path)
    if found.map is None:
        raise InvalidMap(found.problems)
    return found.map
