"""Strengths of many arguments at once, with numpy, where nothing depends on itself."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

Columns = tuple[Sequence[int], Sequence[int], Sequence[float]]  # sources, targets, weights


def sweep(
    values: list[float],
    attacks: Columns,
    supports: Columns,
    gather: str,
    influence: Callable[[float, float, float], float],
) -> bool:
    """Turn base scores into strengths, in place; False, and nothing done, where this does not suit.

    It does not suit circles, nor long thin graphs, where there is little to do at once.
    """
    np: Any = import_module("numpy")
    size = len(values)
    sides = [_Side(np, size, *one, gather) for one in (attacks, supports)]
    waiting = sides[0].count + sides[1].count
    wave = np.flatnonzero(waiting == 0)
    waves = [wave]
    done = len(wave)
    while done < size:
        for side in sides:
            np.subtract.at(waiting, side.reached(wave), 1)
        candidates = np.unique(np.concatenate([side.reached(wave) for side in sides]))
        wave = candidates[waiting[candidates] == 0]
        waves.append(wave)
        done += len(wave)
        if not len(wave) or len(waves) > 64 + size // 200:
            return False
    now = np.array(values, dtype=float)
    for wave in waves[1:]:
        bases = now[wave].tolist()
        attack, support = (side.gathered(now, wave).tolist() for side in sides)
        now[wave] = [influence(*one) for one in zip(bases, attack, support, strict=True)]
    values[:] = now.tolist()
    return True


class _Side:
    """The attacks, or the supports, by source and by target."""

    def __init__(
        self, np: Any, size: int, sources: Sequence[int], targets: Sequence[int],
        weights: Sequence[float], gather: str,
    ) -> None:  # fmt: skip
        self.np, self.gather = np, gather
        source, target = (np.array(one, dtype=np.int64) for one in (sources, targets))
        self.count = np.bincount(target, minlength=size)
        order = np.argsort(target, kind="stable")
        self.source, self.weight = source[order], np.array(weights, dtype=float)[order]
        self.start = np.concatenate([[0], np.cumsum(self.count)])
        order = np.argsort(source, kind="stable")
        self.target = target[order]
        self.out = np.bincount(source, minlength=size)
        self.first = np.concatenate([[0], np.cumsum(self.out)])

    def reached(self, wave: Any) -> Any:
        """Return what the arguments of a wave lead to."""
        return self.target[_ranges(self.np, self.first[wave], self.out[wave])]

    def gathered(self, now: Any, wave: Any) -> Any:
        """Return, for each argument of a wave, what this side comes to."""
        np, count = self.np, self.count[wave]
        here = _ranges(np, self.start[wave], count)
        found = now[self.source[here]] * self.weight[here]
        if self.gather == "product":
            found = 1 - found
        segment = np.repeat(np.arange(len(wave)), count)
        found = found[np.lexsort((found, segment))]
        result = np.full(len(wave), 1.0 if self.gather == "product" else 0.0)
        some = count > 0
        if len(found):
            starts = np.concatenate([[0], np.cumsum(count)])[:-1][some]
            result[some] = self.reduced(found, starts)
        return result

    def reduced(self, found: Any, starts: Any) -> Any:
        """Return one number for each run of numbers."""
        np = self.np
        if self.gather == "product":
            return np.multiply.reduceat(found, starts)
        if self.gather == "top":
            return np.maximum.reduceat(found, starts)
        total = np.add.reduceat(found, starts)
        if self.gather == "sum":
            return total
        many = np.add.reduceat((found != 0).astype(float), starts)
        return many + np.divide(total, many, out=np.zeros_like(total), where=many > 0)


def _ranges(np: Any, starts: Any, counts: Any) -> Any:
    """Return the numbers from each start on, as many as its count, one run after another."""
    total = int(counts.sum())
    ends = np.cumsum(counts)
    return np.arange(total) + np.repeat(starts - (ends - counts), counts)
