"""Which claims a name in a file could mean, its own and those of the maps that it includes."""

from collections.abc import Iterator

from argmap.building import Built
from argmap.text import nearest


def names(built: Built) -> Iterator[str]:
    """Yield what a `ref` may say: ids of claims, and `name/id` for those of included maps."""
    yield from (key for key in built.map.claims if "/" not in key)
    for name, other in built.included.items():
        yield from (f"{name}/{key}" for key in other.claims)


def meant(built: Built, ref: str) -> str | None:
    """Return the claim that a ref to nothing probably means: its id elsewhere, or a near one."""
    last = ref.rpartition("/")[2]
    same = [one for one in names(built) if one.rpartition("/")[2] == last]
    return same[0] if len(same) == 1 else nearest(ref, names(built))


def is_unread(built: Built, name: str) -> bool:
    """Tell whether a name with a slash leads into an included map that could not be read."""
    include, slash, _ = name.partition("/")
    return bool(slash) and include in built.map.include and include not in built.included


def is_known(built: Built, name: str) -> bool:
    """Tell whether a name means a claim of the map or of one that it includes."""
    include, _, rest = name.partition("/")
    other = built.included.get(include)
    return name in built.map.claims or (other is not None and rest in other.claims)
