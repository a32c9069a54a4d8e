"""Find the members of a family: every value of a type, in every file of a folder.

A member is a value, not a side effect: nothing registers itself. A member's file binds one to a
name of the module; `members` collects them by type, ours first, then those of installed packages
with an entry point in the group `argmap.<family>`.
"""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType
from typing import Protocol, TypeVar

from argmap.errors import UnknownName


class Named(Protocol):
    """Anything that a family can hold."""

    @property
    def name(self) -> str:
        """What users call it; unique in its family."""


T = TypeVar("T", bound=Named)


def members(family: str, kind: type[T]) -> dict[str, T]:
    """Return the members of `argmap/<family>/`, by name, in order of name."""
    found: dict[str, T] = {}
    for module in _modules(family):
        for value in vars(module).values():
            if isinstance(value, kind):
                other = found.setdefault(value.name, value)
                if other is not value:
                    raise TypeError(f"two {family} are named {value.name!r}")
    return dict(sorted(found.items()))


def member(family: str, kind: type[T], name: str) -> T:
    """Return one member, or raise `UnknownName`, which says which there are.

    Of ours, only the file of that name is imported where there is one.
    """
    if name.replace("-", "_") in names(family):
        module = import_module(f"argmap.{family}.{name.replace('-', '_')}")
        for value in vars(module).values():
            if isinstance(value, kind) and value.name == name:
                return value
    known = members(family, kind)
    if name not in known:
        raise UnknownName(family, name, list(known))
    return known[name]


@cache
def names(family: str) -> tuple[str, ...]:
    """Return the names of our own modules in a family, without importing them."""
    package = import_module(f"argmap.{family}")
    return tuple(sorted(info.name for info in pkgutil.iter_modules(package.__path__)))


@cache
def _modules(family: str) -> tuple[ModuleType, ...]:
    ours = (import_module(f"argmap.{family}.{name}") for name in names(family))
    theirs = (point.load() for point in entry_points(group=f"argmap.{family}"))
    return (*ours, *theirs)
