"""Which ids a file can hold, which it need not, and which belong to an included map."""

import re
from collections.abc import Callable, Iterable

from argmap.model import ArgMap, Argument
from argmap.text import slug
from argmap.tree import ID, REF

_NUMBERED = re.compile(r"\.(\d+)")


def is_id(key: str) -> bool:
    r"""Say whether an id can be written in a file.

    >>> is_id("us-disruption"), is_id("a.b"), is_id("a\n")
    (True, False, False)
    """
    return re.fullmatch(ID, key) is not None


def is_foreign(key: str, argmap: ArgMap) -> bool:
    """Say whether a claim is one of an included map, so that only a ref to it is written."""
    name, slash, _ = key.partition("/")
    return bool(slash) and name in argmap.include and re.fullmatch(REF, key) is not None


def is_foreign_argument(argument: Argument, argmap: ArgMap) -> bool:
    """Say whether an argument came with an included map, and not of a file's own reasons.

    Its premises and its conclusion alone do not tell: a map may add a reason of its own from one
    claim of an included map to another.
    """
    name, slash, _ = argument.id.partition("/")
    ends = (*argument.premises, argument.conclusion)
    return (
        bool(slash)
        and name in argmap.include
        and all(one.startswith(f"{name}/") for one in ends)
        and number(argument) == 0
    )


def derived(argument: Argument) -> str:
    """Return the id that an argument has when nobody gives it one and it is the only such."""
    return f"{'+'.join(argument.premises)}.{argument.polarity}s.{argument.conclusion}"


def number(argument: Argument) -> int:
    """Return which of the arguments with one derived id this is, from 1; 0 where its id is another.

    >>> number(Argument(id="a.supports.b.2", premises=("a",), conclusion="b"))
    2
    """
    base = derived(argument)
    if argument.id == base:
        return 1
    found = argument.id.startswith(base) and _NUMBERED.fullmatch(argument.id, len(base))
    return int(found[1]) if found else 0


def in_order(arguments: Iterable[Argument]) -> list[Argument]:
    """Return arguments so that those of one derived id are read with the numbers that they have."""
    every = list(arguments)
    first: dict[str, int] = {}
    for place, one in enumerate(every):
        first.setdefault(derived(one), place)
    return sorted(every, key=lambda one: (first[derived(one)], number(one)))


class Keys:
    """The keys that one map will have in a file; most are those that it has."""

    def __init__(self, argmap: ArgMap) -> None:
        self.map = argmap
        explicit = [key for key in argmap.arguments if is_id(key)]
        kinds = {
            "claim": changed((*explicit, *argmap.claims), self._fits),
            "source": changed(argmap.sources, self._fits),
            "stakeholder": changed(argmap.stakeholders, is_id),
            "criterion": changed((one.id for one in argmap.criteria), is_id),
        }
        self.changed = {kind: new for kind, new in kinds.items() if new}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def key(self, kind: str, key: str) -> str:
        """Return the key of a claim, source, stakeholder or criterion."""
        return self.changed[kind].get(key, key) if kind in self.changed else key

    def claim(self, key: str) -> str:
        """Return the key of a claim."""
        return self.key("claim", key)

    def is_foreign(self, key: str) -> bool:
        """Say whether a claim or source is one of an included map."""
        return is_foreign(key, self.map)

    def argument(self, name: str) -> str:
        """Return the id that the next argument of a derived id will have."""
        fresh = name
        if name in self._taken:
            count = self._numbers.get(name, 2)
            while (fresh := f"{name}.{count}") in self._taken:
                count += 1
            self._numbers[name] = count + 1
        self._taken.add(fresh)
        return fresh

    def _fits(self, key: str) -> bool:
        return is_id(key) or is_foreign(key, self.map)


def changed(keys: Iterable[str], fits: Callable[[str], bool]) -> dict[str, str]:
    """Return new keys for those that do not fit, made of the old ones.

    >>> changed(["a", "b c", "b-c", "é/è"], is_id)
    {'b c': 'b-c-2', 'é/è': 'e-e'}
    """
    every = list(keys)
    taken = {key for key in every if fits(key)}
    new: dict[str, str] = {}
    for key in every:
        if key not in taken:
            new[key] = _free(slug(key), taken)
            taken.add(new[key])
    return new


def _free(key: str, taken: set[str]) -> str:
    count = 2
    fresh = key
    while fresh in taken:
        fresh = f"{key}-{count}"
        count += 1
    return fresh
