"""Slopes of one strength by all base scores, with numpy, where nothing depends on itself."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

Columns = tuple[Sequence[int], Sequence[int], Sequence[float]]  # sources, targets, weights


def descend(
    values: Sequence[float],
    bases: Sequence[float],
    sides: tuple[Columns, Columns],
    topic: int,
    gather: str,
    slopes: Callable[[Any, Any, Any], tuple[Any, Any, Any]],
) -> list[float] | None:
    """Return by how much the topic's strength grows with each base score.

    None where this does not suit: circles, and long thin graphs. `sides` are attacks and supports,
    `values` the strengths; `slopes` has `stated` slopes, for arrays, or is asked one by one.
    """
    np: Any = import_module("numpy")
    now, base = np.array(values, dtype=float), np.array(bases, dtype=float)
    both = [_Side(np, now, *one, gather) for one in sides]
    met = np.flatnonzero(both[0].count + both[1].count)
    own, passing = np.ones(len(now)), [np.zeros(len(now)), np.zeros(len(now))]
    here = (base[met], both[0].sum[met], both[1].sum[met])
    if stated := getattr(slopes, "stated", None):
        found = stated(*here)
    else:
        rows = [slopes(*one) for one in zip(*(one.tolist() for one in here), strict=True)]
        found = np.array(rows, dtype=float).reshape(len(rows), 3).T
    own[met], passing[0][met], passing[1][met] = found
    for side, slope in zip(both, passing, strict=True):
        side.part *= slope[side.target]
    passed = _walk(np, both, topic, len(now))
    return None if passed is None else (passed * own).tolist()


def _walk(np: Any, sides: "list[_Side]", topic: int, size: int) -> Any:
    """Return what each argument passes on to the topic, wave by wave."""
    source, target, part = (
        np.concatenate([getattr(side, name) for side in sides])
        for name in ("source", "target", "part")
    )
    order = np.argsort(target, kind="stable")
    source, part = source[order], part[order]
    count = np.bincount(target, minlength=size)
    start = np.concatenate([[0], np.cumsum(count)])
    reached = np.zeros(size, dtype=bool)
    wave = np.array([topic])
    while len(wave):
        reached[wave] = True
        ends = source[_ranges(np, start[wave], count[wave])]
        wave = np.unique(ends[~reached[ends]])
    waiting = np.bincount(source[reached[target[order]]], minlength=size)
    if waiting[topic]:
        return None
    passed = np.zeros(size)
    passed[topic] = 1.0
    wave, done, waves = np.array([topic]), 1, 1
    while len(wave):
        here = _ranges(np, start[wave], count[wave])
        ends = source[here]
        np.add.at(passed, ends, part[here] * np.repeat(passed[wave], count[wave]))
        np.subtract.at(waiting, ends, 1)
        wave = np.unique(ends[waiting[ends] == 0])
        done, waves = done + len(wave), waves + 1
        if waves > 64 + size // 200:
            return None
    return passed if done == int(reached.sum()) else None


class _Side:
    """The attacks, or the supports: what they come to, and how much that heeds each of them."""

    def __init__(
        self, np: Any, now: Any, sources: Sequence[int], targets: Sequence[int],
        weights: Sequence[float], gather: str,
    ) -> None:  # fmt: skip
        size = len(now)
        source, target = (np.array(one, dtype=np.int64) for one in (sources, targets))
        order = np.argsort(target, kind="stable")
        self.source, self.target = source[order], target[order]
        weight = np.array(weights, dtype=float)[order]
        self.count = np.bincount(self.target, minlength=size)
        strength = now[self.source] * weight
        some = np.flatnonzero(self.count)
        start = np.concatenate([[0], np.cumsum(self.count)])[some]
        self.sum = np.full(size, 1.0 if gather == "product" else 0.0)
        part = np.ones(len(strength))
        if len(strength):
            part = getattr(self, f"_{gather}")(np, strength, start, some)
        self.part = part * weight

    def _product(self, np: Any, strength: Any, start: Any, some: Any) -> Any:
        left = 1 - strength
        zero = left == 0
        safe = np.where(zero, 1.0, left)
        whole, zeros = np.ones(len(self.sum)), np.zeros(len(self.sum))
        whole[some] = np.multiply.reduceat(safe, start)
        zeros[some] = np.add.reduceat(zero * 1.0, start)
        self.sum[some] = np.where(zeros[some] > 0, 0.0, whole[some])
        lone = zeros[self.target] - zero == 0  # nothing else leaves nothing open
        return -np.where(lone, whole[self.target] / safe, 0.0)

    def _sum(self, np: Any, strength: Any, start: Any, some: Any) -> Any:
        self.sum[some] = np.add.reduceat(strength, start)
        return np.ones(len(strength))

    def _top(self, np: Any, strength: Any, start: Any, some: Any) -> Any:
        self.sum[some] = np.maximum.reduceat(strength, start)
        is_top = strength == self.sum[self.target]
        many = np.zeros(len(self.sum))
        many[some] = np.add.reduceat(is_top * 1.0, start)
        return np.where(is_top, np.where(many[self.target] == 1, 1.0, 0.5), 0.0)

    def _count(self, np: Any, strength: Any, start: Any, some: Any) -> Any:
        there = (strength != 0) * 1.0
        many, total = np.zeros(len(self.sum)), np.zeros(len(self.sum))
        many[some], total[some] = np.add.reduceat(there, start), np.add.reduceat(strength, start)
        safe = np.where(many > 0, many, 1.0)
        self.sum[:] = many + total / safe
        return there / safe[self.target]


def _ranges(np: Any, starts: Any, counts: Any) -> Any:
    """Return the numbers from each start on, as many as its count, one run after another."""
    ends = np.cumsum(counts)
    return np.arange(int(counts.sum())) + np.repeat(starts - (ends - counts), counts)
