"""All that is found out about the options of a map: a contest, of which tables are made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any

from argmap.deciding.dominating import dominated, idle
from argmap.deciding.doubting import Crux, cruxes
from argmap.deciding.flipping import Duel, Flip, Lever
from argmap.deciding.lensing import lenses, stakeholders, through
from argmap.deciding.ranging import Bounds, Spread
from argmap.deciding.sampling import Trials, tried_out
from argmap.evaluating import Semantics
from argmap.language.wording import lists
from argmap.model import ArgMap
from argmap.plugins import members
from argmap.reasoning.ranking import LEVEL, Cells, Ranked, Tally, ranked, ranks
from argmap.review.cells import is_as_now
from argmap.review.sourcing import carried
from argmap.translating import languages


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about options: whose view, by which semantics, with how much room for doubt."""

    semantics: str = ""
    stakeholder: str = ""
    spread: Spread = field(default_factory=Spread)
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Standing:
    """One option's result; what did not settle is None.

    `low` and `high` bound the score, as do `best` and `worst` the rank: they are exact, or what
    the scenarios showed. `margin` is the way down to the next option, `share` how often it wins.
    """

    option: str
    score: float | None
    rank: int | None
    cells: tuple[float | None, ...]
    margin: float | None = None
    low: float | None = None
    high: float | None = None
    exact: bool = False
    best: int | None = None
    worst: int | None = None
    firm: bool = False
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """The options of a map, compared; `standings` are from best to worst.

    `lows` and `highs` are the least and most of each cell, by option: `bounded`, or only seen.
    `lenses` are the ranks as each stakeholder sees the options, `winners` who comes first by each
    semantics. `founded` are the reasons that rest on a source or a basis. `lead` is that of the
    first option over the second one.
    """

    tally: Tally
    question: Question
    standings: tuple[Standing, ...]
    lows: Mapping[str, tuple[float, ...]]
    highs: Mapping[str, tuple[float, ...]]
    bounded: bool
    dominated: tuple[tuple[str, str], ...]
    idle: tuple[str, ...]
    cruxes: tuple[Crux, ...]
    lead: float | None
    by_weight: Flip | None
    by_confidence: Flip | None
    levers: tuple[Lever, ...]
    lenses: Mapping[str, Mapping[str, int | None]]
    winners: Mapping[str, tuple[str, ...]]
    founded: frozenset[str]
    as_now: str

    @property
    def map(self) -> ArgMap:
        """The map whose options these are."""
        return self.tally.map


def compare(argmap: ArgMap, question: Question | None = None) -> Contest:
    """Compare the options of a map; raises `Unsupported` where it has none."""
    question = question or Question()
    Tally(argmap)  # a map without options is told so first
    only = through(argmap, question.stakeholder) if question.stakeholder else None
    tally = Tally(argmap, question.semantics, only)
    cells = tally.cells(tally.bases)
    standings, lows, highs = _standings(tally, question, cells)
    duel = _duel(tally, standings)
    return Contest(
        tally=tally,
        question=question,
        standings=standings,
        lows=lows,
        highs=highs,
        bounded=Bounds(tally, question.spread).known,
        dominated=dominated(tally, cells),
        idle=idle(tally, cells),
        cruxes=cruxes(tally) if duel else (),
        lead=duel.now if duel else None,
        by_weight=duel.by_weight() if duel else None,
        by_confidence=duel.by_confidence() if duel else None,
        levers=tuple(duel.levers(question.spread)) if duel else (),
        lenses=_seen(argmap, tally.semantics),
        winners=_winners(argmap, only),
        founded=_founded(tally),
        as_now=_as_now(argmap),
    )


def _standings(
    tally: Tally, question: Question, cells: Cells
) -> tuple[tuple[Standing, ...], dict[str, tuple[float, ...]], dict[str, tuple[float, ...]]]:
    found = Bounds(tally, question.spread)
    bounds = found if found.known else None
    tried = tried_out(tally, question.spread, question.seed, bounds)
    lows, highs = bounds.cells if bounds else (tried.lows, tried.highs)
    order = ranked(tally.options, tally.scores(cells, tally.weights))
    rows = dict(zip(tally.options, map(tuple, cells), strict=True))
    standings = []
    for one, after in zip_longest(order, order[1:]):
        standing = Standing(one.option, one.score, one.rank, rows[one.option])
        if one.score is not None:
            below = (
                None if after is None or after.score is None else max(one.score - after.score, 0)
            )
            standing = replace(standing, margin=below, **_limits(tally, one, tried, bounds))
        standings.append(standing)
    return tuple(standings), _keyed(tally, lows), _keyed(tally, highs)


def _keyed(tally: Tally, rows: Sequence[Sequence[float]]) -> dict[str, tuple[float, ...]]:
    return dict(zip(tally.options, map(tuple, rows), strict=True))


def _limits(tally: Tally, one: Ranked, tried: Trials, bounds: Bounds | None) -> dict[str, Any]:
    """Return within what an option's score and rank stay, and how often it wins."""
    option = tally.options.index(one.option)
    low, high = min(tried.scores[option]), max(tried.scores[option])
    best, worst = min(tried.ranks[option]), max(tried.ranks[option])
    exact = bounds is not None and bounds.is_exact(option)
    if bounds is not None and exact:
        low, high = bounds.score(option) or (low, high)
    return {
        "low": low,
        "high": high,
        "exact": exact,
        "best": best,
        "worst": worst,
        "firm": bounds is not None and (best, worst) == bounds.rank(option),
        "share": tried.share(option),
    }


def _duel(tally: Tally, standings: Sequence[Standing]) -> Duel | None:
    """Return the lead of the first option over the second, where both have a score."""
    if len(standings) < 2 or standings[1].score is None:
        return None
    return Duel(tally, standings[0].option, standings[1].option)


def _seen(argmap: ArgMap, semantics: str) -> dict[str, dict[str, int | None]]:
    """Return the ranks of the options for all, and as each stakeholder sees them."""
    if not stakeholders(argmap):
        return {}
    found = {}
    for key, only in {"": None, **lenses(argmap)}.items():
        tally = Tally(argmap, semantics, only)
        scores = tally.scores(tally.cells(tally.bases), tally.weights)
        places = ranks(scores) if only is None or only else [None] * len(scores)
        found[key] = dict(zip(tally.options, places, strict=True))
    return found


def _winners(argmap: ArgMap, only: frozenset[str] | None) -> dict[str, tuple[str, ...]]:
    """Return the options that come first by each semantics that reads supports and attacks."""
    found = {}
    for name, one in members("semantics", Semantics).items():
        if one.formula and not one.formula.attacks_only:
            tally = Tally(argmap, name, only)
            scores = tally.scores(tally.cells(tally.bases), tally.weights)
            places = zip(tally.options, ranks(scores), strict=True)
            found[name] = tuple(option for option, rank in places if rank == 1)
    return {key: options for key, options in found.items() if options}


def _founded(tally: Tally) -> frozenset[str]:
    """Return the reasons at options that rest on a source, a basis or somebody's word."""
    claims = tally.map.claims
    given = [one.id for one in claims.values() if one.cite or one.basis or one.by]
    carrying = carried(tally.case.graph, given)
    return frozenset(
        one.id
        for ones in tally.reasons.values()
        for one in ones
        if not carrying.isdisjoint((one.id, *one.premises))
    )


def _as_now(argmap: ArgMap) -> str:
    """Return the option that leaves things as they are, in any language of the map, or nothing."""
    spoken = [lists(one) for one in languages(argmap)]
    for key in argmap.options:
        if any(is_as_now(argmap.claims[key], words) for words in spoken):
            return key
    return ""


def is_tie(contest: Contest) -> bool:
    """Tell whether the first two options have the same score."""
    return contest.lead is not None and contest.lead <= LEVEL
