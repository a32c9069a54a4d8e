"""Part of a map: what is drawn of it, what is folded away and where, and the way to it from above.

Nothing is lost: each claim is drawn, or counted in one fold, or counted as being elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256

from argmap.errors import Unsupported
from argmap.model import ArgMap
from argmap.text import slug

SIDES = ("pro", "con")
LONGEST = 60  # letters of a scope in a file's name


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a map is wanted; nothing given, all of it.

    `focus` is the claim on top, `depth` how many levels stand below what is on top (0: all).
    `side`, `stakeholder`, `criterion` and `tag` choose claims; what these bear on is drawn as
    well. Below the claims of `collapse` nothing is drawn.
    """

    focus: str = ""
    depth: int = 0
    side: str = ""
    stakeholder: str = ""
    criterion: str = ""
    tag: str = ""
    collapse: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))

    @property
    def name(self) -> str:
        """What a file of this scope is called after that of the map; each scope has its own.

        >>> Scope("us-loses", depth=2).name, Scope(tag="Ley").name
        ('focus-us-loses.depth-2', 'tag-ley-d610d6')
        """
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        given = {key: value for key, value in values.items() if value}
        texts = {
            key: "-".join(value) if isinstance(value, tuple) else str(value)
            for key, value in given.items()
        }
        parts = [f"{key}-{slug(text, LONGEST)}" for key, text in texts.items()]
        exact = all(slug(text, LONGEST) == text for text in texts.values())
        found = ".".join(parts)
        if exact and len(found) <= LONGEST and len(self.collapse) < 2:
            return found
        digest = sha256(repr(given).encode()).hexdigest()
        return f"{found[:LONGEST].rstrip('-.')}-{digest[:6]}"


WHOLE = Scope()
_LEVEL = "depth:"


def scoped(collapse: str, *, depth: int = 0, **names: str) -> Scope:
    """Return the scope that options ask for; `collapse` lists ids, and depths as `depth:2`.

    >>> scoped("a, b,depth:2")
    Scope(focus='', depth=2, side='', stakeholder='', criterion='', tag='', collapse=('a', 'b'))
    """
    folded = [part.strip() for part in collapse.split(",") if part.strip()]
    for part in [one for one in folded if one.startswith(_LEVEL)]:
        level = part.removeprefix(_LEVEL)
        if not level.isdecimal() or not int(level):
            raise Unsupported(f"--collapse {part}: a number of levels from 1 on is wanted")
        depth = min(depth or int(level), int(level))
        folded.remove(part)
    return Scope(depth=depth, collapse=tuple(dict.fromkeys(folded)), **names)


@dataclass(frozen=True, slots=True)
class Fold:
    """What is folded away at a claim: how many claims speak for it, and how many against.

    `again` counts reasons whose claims are drawn, or counted, in another place.
    """

    pro: int = 0
    con: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One claim on the way from the thesis down; `sign` says how it bears on the one before it."""

    claim: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """On which sheet a claim is drawn with all that bears on it, by number and file; 0 is first."""

    number: int
    file: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of several that show a map: the files of all, and where each claim is at home.

    `number` is that of its own file; the overview, which comes first, has the number 0.
    """

    files: tuple[str, ...]
    number: int
    scope: Scope
    homes: Mapping[str, Place]

    def leads(self, claim: str) -> Place | None:
        """Return where more of a claim is drawn than here."""
        found = self.homes.get(claim)
        return found if found and found.number != self.number else None


@dataclass(frozen=True, slots=True)
class Cut:
    """What a scope leaves of a map: the map that is drawn, folds by claim, the way to the focus.

    `elsewhere` counts claims that are neither drawn nor folded away below what is drawn. `sheet`
    is there where the map is split.
    """

    map: ArgMap
    focus: str = ""
    folds: Mapping[str, Fold] = field(default_factory=dict)
    path: tuple[Step, ...] = ()
    elsewhere: int = 0
    sheet: Sheet | None = None
