"""Scenarios: the options scored again and again, weights and confidences drawn within a spread.

What is drawn depends on the seed, on ids and on nothing else: not on the order of the file, nor on
the machine or the version of Python, which promises that `random.random` stays as it is.
"""

from collections.abc import Iterator, Sequence
from random import Random

from argmap.deciding.ranging import Bounds, Corner, Spread, sides
from argmap.reasoning.ranking import Tally, ranks

SCENARIOS = 1_000


def scenarios(tally: Tally, spread: Spread, seed: int) -> Iterator[Corner]:
    """Yield base scores and weights, each drawn evenly between the least and the most it can be."""
    source = Random(seed)
    lots = sides(tally, spread)
    order = sorted(range(len(tally.columns)), key=lambda n: tally.columns[n].id)
    for _ in range(SCENARIOS):
        bases = tuple(
            low + (high - low) * source.random() if low < high else low for low, high in lots
        )
        weights = [0.0] * len(order)
        for n in order:
            share = 1 + spread.weights * (2 * source.random() - 1)
            weights[n] = tally.weights[n] * share
        yield Corner(bases, tuple(weights))


def tried_out(tally: Tally, spread: Spread, seed: int, bounds: Bounds | None) -> "Trials":
    """Return what all scenarios show, and what is best and worst for each option where known."""
    tried = Trials(tally)
    for one in scenarios(tally, spread, seed):
        tried.run(one)
    if bounds is not None and any(tally.weights):
        for n in range(len(tally.options)):
            for corner in bounds.corners(n):
                tried.run(corner, counts=False)
    return tried


class Trials:
    """Keeps count of what scenarios showed."""

    def __init__(self, tally: Tally) -> None:
        self.tally, count = tally, len(tally.options)
        cells = tally.cells(tally.bases)
        self.lows = [[1.0 if one is None else one for one in row] for row in cells]
        self.highs = [[0.0 if one is None else one for one in row] for row in cells]
        self.scores: list[list[float]] = [[] for _ in range(count)]
        self.ranks: list[list[int]] = [[] for _ in range(count)]
        self.wins = [0.0] * count
        self.counted = 0
        self._note(tally.scores(cells, tally.weights))

    def run(self, corner: Corner, *, counts: bool = True) -> None:
        """Score the options once more; `counts` says whether the winner has won a scenario."""
        cells = self.tally.cells(corner.bases)
        for lows, highs, row in zip(self.lows, self.highs, cells, strict=True):
            for n, value in enumerate(row):
                if value is not None:
                    lows[n], highs[n] = min(lows[n], value), max(highs[n], value)
        places = self._note(self.tally.scores(cells, corner.weights))
        first = [n for n, rank in enumerate(places) if rank == 1]
        if counts and first:
            self.counted += 1
            for n in first:
                self.wins[n] += 1 / len(first)

    def _note(self, scores: Sequence[float | None]) -> list[int | None]:
        places = ranks(scores)
        for n, (score, rank) in enumerate(zip(scores, places, strict=True)):
            if score is not None and rank is not None:
                self.scores[n].append(score)
                self.ranks[n].append(rank)
        return places

    def share(self, option: int) -> float:
        """Return in how many of the scenarios an option won; a tie is shared."""
        return self.wins[option] / self.counted if self.counted else 0.0
