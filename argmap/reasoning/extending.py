"""The outcomes that a semantics allows on a framework: one, one with a wish, all.

Every semantics here is a choice among labellings: of complete ones or of those of conflict-free
sets, all of them or those in which what is in (or what is decided) is as much as can be, or one
single labelling that is computed. What is grounded is settled first where that is sound; the rest
falls into islands, each searched alone, for their outcomes combine freely.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from argmap.reasoning.frameworks import Framework, ancestors, grounded, islands, residue
from argmap.reasoning.labelling import (
    DECIDED,
    IN,
    NOT_IN,
    UNDECIDED,
    Demand,
    Effort,
    Engine,
    Labels,
)
from argmap.reasoning.searching import Search
from argmap.reasoning.solving import Solver

SMALL = 24  # arguments that the own search is given where python-sat is at hand


@dataclass(frozen=True)
class Choice:
    """Which labellings a semantics allows.

    `aim` is the mask of labels of which there should be as much as can be, 0 for any labelling;
    `total` demands that all is decided; `local` says that what an argument is depends on nothing
    but what bears on it; `single` computes the one labelling that is allowed.
    """

    conflict_free: bool = False
    aim: int = 0
    total: bool = False
    local: bool = False
    single: Callable[[Framework, Effort], Labels] | None = None


def outcome(
    choice: Choice, framework: Framework, effort: Effort, wish: Demand | None = None
) -> list[int] | None:
    """Return an outcome, or one in which the wish comes true; None where there is none."""
    if choice.single:
        labels = list(choice.single(framework, effort))
        return None if wish and not labels[wish[0]] & wish[1] else labels
    start = [UNDECIDED] * framework.size if choice.conflict_free else grounded(framework)
    if wish and choice.local:
        return _from_below(choice, framework, effort, wish, start)
    if wish and start[wish[0]] != UNDECIDED and not choice.conflict_free:
        if not start[wish[0]] & wish[1]:
            return None
        wish = None
    return _completed(choice, framework, effort, wish, start)


def outcomes(choice: Choice, framework: Framework, effort: Effort) -> Iterator[list[int]]:
    """Yield every outcome once."""
    if choice.single:
        yield list(choice.single(framework, effort))
        return
    start = [UNDECIDED] * framework.size if choice.conflict_free else grounded(framework)
    rest, kept = residue(framework, start)
    parts = islands(rest)
    found: list[list[Labels]] = []
    for part in parts:
        found.append(list(_all(choice, rest.part(part), effort)))
        if not found[-1]:
            return
    at = [0] * len(parts)
    while True:
        effort.check()
        labels = list(start)
        for part, ones, number in zip(parts, found, at, strict=True):
            write(labels, kept, part, ones[number])
        yield labels
        turn = next((n for n in range(len(at)) if at[n] + 1 < len(found[n])), None)
        if turn is None:
            return
        at[: turn + 1] = [0] * turn + [at[turn] + 1]


def engine(choice: Choice, framework: Framework, effort: Effort) -> Engine:
    """Return a search for labellings of the kind among which a semantics chooses."""
    name = effort.engine
    if not name:
        name = "sat" if framework.size > SMALL and _has_solver() else "own"
    make = Search if name == "own" else Solver
    made = make(framework, effort, conflict_free=choice.conflict_free)
    if choice.total:
        for one in range(framework.size):
            made.require([(one, DECIDED)])
    return made


@cache
def _has_solver() -> bool:
    return find_spec("pysat") is not None


def _completed(
    choice: Choice, framework: Framework, effort: Effort, wish: Demand | None, start: list[int]
) -> list[int] | None:
    """Return an outcome that extends what is labelled already."""
    labels = list(start)
    if not wish and not choice.aim and not choice.total:
        return labels  # the least of the complete labellings
    rest, kept = residue(framework, start)
    for part in islands(rest):
        here = None
        if wish and wish[0] in (own := {kept[one]: n for n, one in enumerate(part)}):
            here = own[wish[0]], wish[1]
        small = rest.part(part)
        found = best(choice, engine(choice, small, effort), here)
        if found is None:
            return None
        write(labels, kept, part, found)
    return labels


def _from_below(
    choice: Choice, framework: Framework, effort: Effort, wish: Demand, start: list[int]
) -> list[int] | None:
    """Return an outcome with a wish: settled among what bears on it, then carried to the rest."""
    if start[wish[0]] != UNDECIDED:
        return (
            _completed(choice, framework, effort, None, start) if start[wish[0]] & wish[1] else None
        )
    rest, kept = residue(framework, start)
    argument = kept.index(wish[0])
    below = ancestors(rest, argument)
    part = rest.part(below)
    found = best(choice, engine(choice, part, effort), (below.index(argument), wish[1]))
    if found is None:
        return None
    accepted = [one for one, label in enumerate(start) if label == IN]
    accepted += [kept[one] for one, label in zip(below, found, strict=True) if label == IN]
    return _completed(choice, framework, effort, None, grounded(framework, accepted))


def best(choice: Choice, search: Engine, wish: Demand | None) -> Labels | None:
    """Return an outcome that meets a wish.

    The largest labelling with the wish is an outcome unless a larger one exists without it. That
    one is grown in turn, and from then on whatever is no larger than it is left out: of these,
    none that meets the wish is as large as can be.
    """
    given = [wish] if wish else []
    while (found := search.solve(given)) is not None:
        if not choice.aim:
            return found
        found = _grown(search, found, choice.aim, given)
        if not given:
            return found
        larger = search.solve(_keeping(found, choice.aim))
        if larger is None:
            return found
        _grown(search, larger, choice.aim, [])
    return None


def _grown(search: Engine, labels: Labels, aim: int, given: list[Demand]) -> Labels:
    """Return a labelling as large as can be that extends one; never again one that is no larger."""
    while True:
        search.require([(one, aim) for one, label in enumerate(labels) if not label & aim])
        larger = search.solve(given + _keeping(labels, aim))
        if larger is None:
            return labels
        labels = larger


def _keeping(labels: Labels, aim: int) -> list[Demand]:
    return [(one, aim) for one, label in enumerate(labels) if label & aim]


def _all(choice: Choice, framework: Framework, effort: Effort) -> Iterator[Labels]:
    """Yield every outcome of one island."""
    search = engine(choice, framework, effort)
    while (found := best(choice, search, None)) is not None:
        if choice.aim != DECIDED:
            yield found
            if not choice.aim:
                search.require(_otherwise(found))
            continue
        level = engine(choice, framework, effort)
        for one in _keeping(found, DECIDED):
            level.require([one])
        while (found := level.solve()) is not None:
            yield found
            level.require(_otherwise(found))


def _otherwise(labels: Labels) -> list[Demand]:
    """Demand another set of arguments that are in."""
    return [(one, NOT_IN if label == IN else IN) for one, label in enumerate(labels)]


def write(labels: list[int], kept: Sequence[int], part: Sequence[int], found: Labels) -> None:
    """Write the labels of a part of what was kept to where they belong."""
    for one, label in zip(part, found, strict=True):
        labels[kept[one]] = label
