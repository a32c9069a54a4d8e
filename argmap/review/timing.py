"""Debate formats: which speeches there are, how long each is, and what may be new in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from argmap.text import slug

ANY, ANSWERS, NONE = NEW = ("any", "answers", "none")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Said = Mapping[str, str]  # language to text


@dataclass(frozen=True, slots=True)
class Speech:
    """One part of a debate. `new` says what may be heard for the first time: see `NEW`.

    `side` is pro or con; of questions, which both sides share, there is none.
    """

    id: str
    name: Said
    minutes: float
    kind: str = "constructive"
    side: str = ""
    speaker: int = 0
    new: str = ANY


@dataclass(frozen=True, slots=True)
class Debate:
    """One format. `verify` says that its sources disagree on some number."""

    slug: str
    name: Said
    speeches: tuple[Speech, ...]
    speakers: int = 1
    sides: Mapping[str, Said] | None = None
    order: str = "fixed"
    prep: Mapping[str, float] | None = None
    contentions: int = 0
    source: str = ""
    as_of: str = ""
    verify: bool = False

    def speech(self, name: str) -> Speech | None:
        """Return the speech that someone calls so, by id or by name, or None.

        >>> debate("pf").speech("ac").minutes, debate("bp").speech("Primer Ministro").id
        (4.0, 'PM')
        """
        wanted = slug(name)
        for one in self.speeches:
            if wanted in (slug(one.id), *(slug(text) for text in one.name.values())):
                return one
        return None

    def timed(self, minutes: Mapping[str, float]) -> "Debate":
        """Return the format with other lengths for some speeches, and further ones of one's own.

        >>> debate("pf").timed({"AC": 5}).speech("AC").minutes
        5
        """
        by_id = {one.id: minutes[name] for name in minutes if (one := self.speech(name))}
        own = [
            Speech(name, {"en": name}, minutes[name])
            for name in minutes
            if self.speech(name) is None
        ]
        kept = (replace(one, minutes=by_id.get(one.id, one.minutes)) for one in self.speeches)
        return replace(self, speeches=(*kept, *own))


@cache
def debates() -> tuple[str, ...]:
    """Return the names of the formats there are.

    >>> "pf" in debates(), "academico" in debates()
    (True, True)
    """
    found = (one.name for one in files("argmap").joinpath("debates").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


@cache
def debate(name: str) -> Debate:
    """Return the format of a name, which is one of `debates()`."""
    text = files("argmap").joinpath("debates", f"{name}.yaml").read_text(encoding="utf-8")
    data = yaml.load(text, Loader=_LOADER)
    return Debate(
        slug=name,
        name=data["name"],
        speeches=tuple(_speech(one) for one in data["speeches"]),
        speakers=int(data["speakers"]),
        sides=data["sides"],
        order=data["order"],
        prep={whose: float(minutes) for whose, minutes in data["prep"].items()},
        contentions=int(data["contentions"]),
        source=data["source"],
        as_of=data["as_of"],
        verify=data["verify"] == "true",
    )


def _speech(one: Mapping[str, str]) -> Speech:
    return Speech(
        id=one["id"],
        name=one["name"],  # type: ignore[arg-type]
        minutes=float(one["minutes"]),
        kind=one["kind"],
        side=one.get("side", ""),
        speaker=int(one.get("speaker", 0)),
        new=one.get("new", ANY),
    )


def likely(names: Sequence[str]) -> tuple[Debate, ...]:
    """Return the formats that have a speech for most of some names, if that is half of them.

    >>> [one.slug for one in likely(["1AC", "2NC"])], likely(["Monday", "Tuesday", "AC"])
    (['policy', 'policy-college'], ())
    """
    every = [debate(name) for name in debates()]
    known = {one.slug: sum(one.speech(name) is not None for name in names) for one in every}
    most = max(known.values())
    return tuple(one for one in every if known[one.slug] == most and 2 * most >= len(names))


def lengths(written: object) -> Mapping[str, float]:
    """Return the lengths of speeches that a user has set, or raise `ValueError`.

    >>> lengths(("AC=5", "final focus = 2.5"))
    {'AC': 5.0, 'final focus': 2.5}
    """
    found = {}
    for one in written if isinstance(written, tuple) else ():
        name, equals, minutes = one.partition("=")
        if not equals or not name.strip():
            raise ValueError(one)
        found[name.strip()] = float(minutes)
    return found
