"""Options against criteria: what each reason is worth, the score of each option, and their order.

The reasons given at an option itself stand in cells, by criterion; those without a criterion are in
a column of their own, which weighs 1. A cell is worth the strength that the option would have if
nothing but the reasons in the cell bore on it, so 0.5 is neither for nor against, and a cell
without a reason keeps the option's confidence. A score is the mean of the cells, each counted as
often as its criterion weighs. Reasons have the strengths that the whole map gives them.
"""

from collections.abc import Collection, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum

from argmap.errors import Unsupported
from argmap.evaluating import Case, Semantics, chosen
from argmap.model import ArgMap, Argument, Criterion
from argmap.plugins import members
from argmap.reasoning.cycles import blocks, is_cyclic
from argmap.reasoning.grading import Bonds, Formula, Scales, Weights, gathered, grade, heeded
from argmap.reasoning.labelling import Effort
from argmap.verdict import Reading

LEVEL = 1e-9  # scores that differ by less are a tie
OTHER = ""  # the column of the reasons without a criterion
Cells = Sequence[Sequence[float | None]]  # by option and column; None did not settle


@dataclass(frozen=True, slots=True)
class Ranked:
    """One option's place: 1 is best, options with the same rank tie; None where none is known."""

    option: str
    score: float | None
    rank: int | None


def ranking(argmap: ArgMap, semantics: str = "") -> tuple[Ranked, ...]:
    """Return the options from best to worst, those that tie in the order of the file.

    Without a semantics, strengths are by DF-QuAD, or by quadratic energy where something depends
    on itself. Options whose strengths do not settle come last, as do all where all weights are 0.
    """
    tally = Tally(argmap, semantics)
    scores = tally.scores(tally.cells(tally.bases), tally.weights)
    return ranked(tally.options, scores)


def ranked(options: Sequence[str], scores: Sequence[float | None]) -> tuple[Ranked, ...]:
    """Return options from best to worst by their scores.

    >>> [(one.option, one.rank) for one in ranked("abcd", [0.3, 0.5, None, 0.3])]
    [('b', 1), ('a', 2), ('d', 2), ('c', None)]
    """
    places = ranks(scores)
    found = [Ranked(*one) for one in zip(options, scores, places, strict=True)]
    return tuple(sorted(found, key=lambda one: (one.rank is None, one.rank)))


def ranks(scores: Sequence[float | None]) -> list[int | None]:
    """Return the rank of each score: one more than how many are better."""
    known = [one for one in scores if one is not None]
    return [
        None if mine is None else 1 + sum(one > mine + LEVEL for one in known) for mine in scores
    ]


def weighted(row: Sequence[float | None], weights: Sequence[float]) -> float | None:
    """Return the mean of an option's cells by their weights; None where it has none.

    >>> weighted([0.75, 0.25, None], [2, 1, 0]), weighted([0.5], [0])
    (0.5833333333333334, None)
    """
    total = fsum(weights)
    counted = [(value, weight) for value, weight in zip(row, weights, strict=True) if weight]
    if not total or any(value is None for value, _ in counted):
        return None
    return fsum(weight * value for value, weight in counted if value is not None) / total


class Tally:
    """The options of a map in numbers: how cells and scores follow from confidences and weights.

    With `only`, the ids of arguments, other reasons are left out of the cells.
    """

    def __init__(
        self, argmap: ArgMap, semantics: str = "", only: Collection[str] | None = None
    ) -> None:
        if not argmap.options:
            raise Unsupported("the map has no options to compare: it needs `options:`")
        self.map, self.only = argmap, only
        self.case = Case(argmap, Reading(), Effort(10.0))
        self.semantics, self.formula = _formula(self.case, semantics)
        self.options = tuple(dict.fromkeys(argmap.options))

    def narrowed(self, *options: str) -> "Tally":
        """Return a tally of some of the options, on the same columns."""
        found = copy(self)
        kept = ("map", "only", "case", "semantics", "formula", "columns")
        found.__dict__ = {name: getattr(self, name) for name in kept}
        found.options = options
        return found

    @cached_property
    def columns(self) -> tuple[Criterion, ...]:
        """The criteria, and a column for the reasons without one where there are such."""
        known = {one.id for one in self.map.criteria}
        direct = (one for option in self.options for one in self.case.graph.into(option))
        if known and all(one.criterion in known for one in direct if self.is_read(one)):
            return self.map.criteria
        return (*self.map.criteria, Criterion.model_construct(id=OTHER, text="", weight=1))

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """The weight of each column."""
        return tuple(float(one.weight) for one in self.columns)

    @cached_property
    def reasons(self) -> Mapping[tuple[str, str], tuple[Argument, ...]]:
        """The reasons in each cell, by option and column, those for it first."""
        known = {one.id for one in self.map.criteria}
        found: dict[tuple[str, str], list[Argument]] = {}
        for option in self.options:
            for one in self.case.graph.into(option):
                if self.is_read(one):
                    column = one.criterion if one.criterion in known else OTHER
                    found.setdefault((option, column), []).append(one)
        return {
            key: tuple(sorted(ones, key=lambda one: one.polarity, reverse=True))
            for key, ones in found.items()
        }

    def is_read(self, argument: Argument) -> bool:
        """Tell whether a reason counts here."""
        return self.only is None or argument.id in self.only

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The ids of the claims and steps that the cells depend on, in order of id.

        The order does not depend on that of the file, nor does anything that is drawn by it.
        """
        whole, numbers = self.case.weighted
        found = {one.premises[0] for ones in self.reasons.values() for one in ones}
        found |= {one.id for ones in self.reasons.values() for one in ones if one.id in numbers}
        names = {number: key for key, number in numbers.items()}
        sources = whole.sources()
        queue = list(found)
        for here in queue:
            new = {names[n] for n in sources[numbers[here]]} - found
            found |= new
            queue.extend(new)
        return tuple(sorted(found))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each of the keys."""
        return {key: place for place, key in enumerate(self.keys)}

    @cached_property
    def web(self) -> Weights:
        """What the cells depend on, as base scores and bonds between the keys."""
        whole, numbers = self.case.weighted
        place = {numbers[key]: number for key, number in self.numbers.items()}
        return Weights(
            [whole.bases[numbers[key]] for key in self.keys],
            _kept(whole.attacks, place),
            _kept(whole.supports, place),
            {
                place[n]: tuple(place[one] for one in premises)
                for n, premises in whole.premises.items()
                if n in place
            },
        )

    @cached_property
    def bases(self) -> tuple[float, ...]:
        """The base score of each of the keys, as the map has it."""
        return tuple(self.web.bases)

    def strengths(self, bases: Sequence[float]) -> list[float | None]:
        """Return the strength of each of the keys under some base scores.

        What is needed for that is kept where nothing depends on itself: it is done over and over.
        """
        if not self._order:
            return grade(replace(self.web, bases=bases), self.formula).strengths
        scales = self._scales
        scales.weights = replace(scales.weights, bases=bases)
        values = scales.values = list(bases)
        for one in self._order:
            values[one] = scales.strength(one)
        return list(values)

    @cached_property
    def _order(self) -> list[int]:
        """The keys, each after all that it depends on; none where something goes in a circle."""
        sources = self.web.sources()
        return [] if is_cyclic(sources) else [block[0] for block in blocks(sources)]

    @cached_property
    def _scales(self) -> Scales:
        return Scales(heeded(self.web, self.formula), self.formula, list(self.bases))

    def cells(self, bases: Sequence[float]) -> list[list[float | None]]:
        """Return what each cell is worth under some base scores."""
        return self.filled(self.strengths(bases))

    def filled(self, strengths: Sequence[float | None]) -> list[list[float | None]]:
        """Return what each cell is worth under some strengths."""
        return [
            [self._cell(option, one.id, strengths) for one in self.columns]
            for option in self.options
        ]

    def _cell(self, option: str, column: str, strengths: Sequence[float | None]) -> float | None:
        sides: dict[str, list[float]] = {"attack": [], "support": []}
        for one in self.reasons.get((option, column), ()):
            worth = self.worth(one, strengths)
            if worth is None:
                return None
            sides[one.polarity].append(worth)
        return self.influenced(option, sides["attack"], sides["support"])

    def worth(self, reason: Argument, strengths: Sequence[float | None]) -> float | None:
        """Return how much a reason at an option counts; None where that did not settle."""
        if reason.id in self.numbers:
            return strengths[self.numbers[reason.id]]
        found = strengths[self.numbers[reason.premises[0]]]
        share = 1.0 if reason.strength is None else float(reason.strength)
        return None if found is None else found * share

    def influenced(self, option: str, attacks: list[float], supports: list[float]) -> float:
        """Return an option's strength under some attacks and supports alone."""
        base = self.base(option)
        supports = [] if self.formula.attacks_only else supports
        if not attacks and not supports:
            return base
        gather = self.formula.gather
        return self.formula.influence(base, gathered(gather, attacks), gathered(gather, supports))

    def base(self, option: str) -> float:
        """Return the base score of an option."""
        whole, numbers = self.case.weighted
        return whole.bases[numbers[option]]

    def scores(self, cells: Cells, weights: Sequence[float]) -> list[float | None]:
        """Return the score of each option."""
        return [weighted(row, weights) for row in cells]


def _kept(bonds: Bonds, place: Mapping[int, int]) -> Bonds:
    """Return the bonds between what is kept, by the new numbers, in an order that is their own."""
    rows = zip(bonds.sources, bonds.targets, bonds.weights, strict=True)
    kept = sorted((place[s], place[t], w) for s, t, w in rows if s in place and t in place)
    found = Bonds()
    for one in kept:
        found.add(*one)
    return found


def _formula(case: Case, name: str) -> tuple[str, Formula]:
    """Return the semantics by which strengths are computed: the one of a name, or the usual one."""
    found = chosen(case, [name] if name else [])
    usual = next(one for one in found if one.gives == "strengths")
    if (name and found[0] is not usual) or usual.formula is None:
        known = [key for key, one in members("semantics", Semantics).items() if one.formula]
        raise Unsupported(
            f"{name or usual.name} gives no strengths to compare options by "
            f"(what does: {', '.join(known)})"
        )
    return usual.name, usual.formula
