"""Two maps side by side: what differs, which verdicts that changes, and all of it as data."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from argmap.model import ArgMap
from argmap.reasoning.ranking import ranking
from argmap.verdict import Standing
from argmap.versions.blaming import Cause, Judge, Turn, turns
from argmap.versions.differing import Difference, differences
from argmap.versions.matching import Match, match
from argmap.versions.replaying import Replay

SECONDS = 10.0  # for each semantics and map


@dataclass(frozen=True)
class Contrast:
    """Two maps, their differences, and the claims whose verdicts differ."""

    old: ArgMap
    new: ArgMap
    differences: tuple[Difference, ...]
    semantics: str
    turns: tuple[Turn, ...]
    shifts: tuple["Shift", ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """An option of both maps that ranks otherwise, by its id in both; 1 is best."""

    old: str
    new: str
    before: int | None
    after: int | None


def contrast(old: ArgMap, new: ArgMap, names: tuple[str, ...] = ()) -> Contrast:
    """Return what differs between two maps; `names` are of semantics, else the usual ones."""
    found = match(old, new)
    some = differences(old, new, found)
    judge = Judge((old, new), names, SECONDS)
    turned = turns(Replay(old, new, found), some, judge) if some else ()
    return Contrast(old, new, some, judge.name, turned, tuple(_shifts(old, new, found)))


def _shifts(old: ArgMap, new: ArgMap, found: Match) -> Iterator[Shift]:
    """Yield the options that rank otherwise among those that both maps have."""
    both = {key: found.claims.get(key) for key in old.options}
    kept = {key: now for key, now in both.items() if now in new.options}
    if len(kept) > 1:
        ranks = [
            {one.option: one.rank for one in ranking(replace(argmap, options=tuple(options)))}
            for argmap, options in ((old, kept.keys()), (new, kept.values()))
        ]
        for key, now in kept.items():
            if ranks[0][key] != ranks[1][now]:
                yield Shift(key, now, ranks[0][key], ranks[1][now])


def form(found: Contrast) -> dict[str, Any]:
    """Return a contrast as plain data; differences are numbered from 1."""
    return {
        "differences": [
            {"number": n, **_difference(one, found)} for n, one in enumerate(found.differences, 1)
        ],
        "semantics": found.semantics,
        "verdicts": [_turn(one) for one in found.turns],
        "ranks": [asdict(one) for one in found.shifts],
    }


def _difference(one: Difference, found: Contrast) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": one.kind, "thing": one.thing}
    data |= {key: value for key in ("old", "new") if (value := getattr(one, key))}
    if one.kind in {"added", "removed"}:
        argmap = found.new if one.kind == "added" else found.old
        data["claims"] = [{"id": key, "text": argmap.claims[key].text} for key in one.claims]
    if one.thing == "argument" and one.kind != "changed":
        if one.old:
            data["before"] = _argument(found.old, one.old)
        if one.new:
            data["after"] = _argument(found.new, one.new)
    if one.kind in {"reworded", "renamed", "changed"}:
        data |= {"field": one.field} if one.field else {}
        data |= {"before": one.before, "after": one.after}
    return data


def _argument(argmap: ArgMap, key: str) -> dict[str, Any]:
    one = argmap.arguments[key]
    return {
        "premises": list(one.premises),
        "polarity": one.polarity,
        "conclusion": one.conclusion,
    }


def _turn(one: Turn) -> dict[str, Any]:
    return {
        "old": one.old,
        "new": one.new,
        "before": _standing(one.before),
        "after": _standing(one.after),
        "because": {"label": _cause(one.label), "strength": _cause(one.strength)},
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {"label": one.label, "strength": one.strength}


def _cause(one: Cause | None) -> dict[str, Any] | None:
    return None if one is None else {"differences": [n + 1 for n in one.numbers], "how": one.how}
