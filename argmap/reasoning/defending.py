"""The smallest set of arguments that shows why one is accepted, or rejected.

A set is strongly admissible where its members can be brought in one after another, each when all
that attacks it has been switched off and all that it needs has been met by those before it
(Baroni & Giacomin 2007; Caminada & Dunne 2019, "Strong admissibility revisited"). An argument is in
the grounded extension exactly where some such set holds it, and out exactly where some such set
switches it off. For other semantics a set that defends itself does (admissible: Dung 1995).

To find a smallest one, what still blocks the members is looked at: of all that could clear one
obstacle, at least one must be added. Obstacles that no addition has in common each cost one, so
sets that are too large are given up early. What takes more than `STATES` sets is answered with a
set from which nothing can be left out, though another might be smaller.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from argmap.reasoning.frameworks import Framework, founded, grounded
from argmap.reasoning.labelling import IN, NOT_OUT, OUT, UNDECIDED

STATES = 1_500

Chosen = frozenset[int]


@dataclass(frozen=True, slots=True)
class Defence:
    """A set that shows it, in order of number; `exact` where no smaller one does."""

    members: tuple[int, ...]
    exact: bool


def defence(
    framework: Framework, argument: int, *, falls: bool = False, among: Iterable[int] | None = None
) -> Defence | None:
    """Return a smallest set that shows that an argument stands, or that it falls.

    `among` are the members of an outcome: then the set defends itself, and is a part of these.
    Without it, the set is strongly admissible, and part of the grounded extension.

    >>> defence(Framework([[1], [2], []]), 0)
    Defence(members=(0, 2), exact=True)
    >>> defence(Framework([[], [0], [1], [2]]), 3, falls=True)
    Defence(members=(0, 2), exact=True)
    """
    strong = among is None
    pool = [n for n, label in enumerate(grounded(framework)) if label == IN] if strong else among
    search = _Search(framework, frozenset(pool or ()), argument, falls, strong)
    return search.run()


def derivation(framework: Framework, alive: Sequence[bool], argument: int) -> list[int]:
    """Return an argument and, of what is alive, all that it needs, one for each group.

    >>> derivation(Framework([[], [], []], {0: [[1, 2]]}), [True, False, True], 0)
    [0, 2]
    """
    if not framework.groups:
        return [argument]
    order = {one: n for n, one in enumerate(_in_order(framework, alive))}
    found = {argument: None}
    queue = [argument]
    for here in queue:
        for group in framework.groups.get(here, ()):
            if not any(one in found and order[one] < order[here] for one in group if one in order):
                first = min((one for one in group if one in order), key=lambda one: order[one])
                found[first] = None
                queue.append(first)
    return list(found)


def held(framework: Framework, chosen: Chosen) -> list[int]:
    """Return what follows when only chosen arguments can be accepted, one after another."""
    attackers = [ones if n in chosen else [*ones, n] for n, ones in enumerate(framework.attackers)]
    return grounded(Framework(attackers, framework.groups))


def beside(framework: Framework, chosen: Iterable[int]) -> list[int]:
    """Return what a set switches off as out, and the rest as undecided."""
    members = frozenset(chosen)
    hit = [not members.isdisjoint(ones) for ones in framework.attackers]
    alive = founded(framework, [OUT if one else UNDECIDED for one in hit], NOT_OUT)
    return [UNDECIDED if one else OUT for one in alive]


def _in_order(framework: Framework, alive: Sequence[bool]) -> list[int]:
    """Return what is alive, each after something of each group that it needs."""
    left = {
        one: [set(group) for group in framework.groups.get(one, ())]
        for one, is_alive in enumerate(alive)
        if is_alive
    }
    users: dict[int, list[int]] = {}
    for one, groups in left.items():
        for member in {m for group in groups for m in group}:
            users.setdefault(member, []).append(one)
    queue = [one for one, groups in left.items() if not groups]
    done = set(queue)
    for here in queue:
        for user in users.get(here, ()):
            left[user] = [group for group in left[user] if here not in group]
            if not left[user] and user not in done:
                done.add(user)
                queue.append(user)
    return queue


class _Search:
    """Looks for a smallest set with which an argument stands, or falls."""

    def __init__(
        self, framework: Framework, pool: Chosen, argument: int, falls: bool, strong: bool
    ) -> None:
        self.framework, self.pool, self.argument = framework, pool, argument
        self.falls = falls
        self.labels: Callable[[Chosen], list[int]] = self._strong if strong else self._own
        self.states = 0

    def run(self) -> Defence | None:
        """Return the smallest set, or one from which nothing can be left out."""
        if not self.is_shown(self.pool):
            return None
        least = self.thinned()
        start: Chosen = frozenset() if self.falls else frozenset((self.argument,))
        size = len(start)
        while size < len(least):
            self.seen: set[Chosen] = set()
            found = self.within(start, size)
            if found is not None:
                return Defence(tuple(sorted(found)), True)
            if self.states > STATES:
                return Defence(tuple(sorted(least)), False)
            size += 1
        return Defence(tuple(sorted(least)), True)

    def is_shown(self, chosen: Chosen) -> bool:
        """Tell whether a set shows it."""
        labels = self.labels(chosen)
        if self.falls:
            return labels[self.argument] == OUT and all(labels[one] == IN for one in chosen)
        return all(labels[one] == IN for one in {*chosen, self.argument})

    def thinned(self) -> Chosen:
        """Return a set that shows it, from which no single member can be left out."""
        kept = self.grounds(self.pool)
        size = len(kept)
        while size > 1:  # first many at once: of a large map, most have nothing to do with it
            size = (size + 3) // 4
            order = [
                one for one in sorted(kept, reverse=True) if self.falls or one != self.argument
            ]
            for start in range(0, len(order), size):
                part = kept.intersection(order[start : start + size])
                if part:
                    fewer = self.grounds(kept - part)
                    if self.labels(fewer)[self.argument] == (OUT if self.falls else IN):
                        kept = fewer
        return kept

    def grounds(self, chosen: Chosen) -> Chosen:
        """Return the largest part of a set whose members are all accepted by it."""
        while True:
            labels = self.labels(chosen)
            fewer = frozenset(one for one in chosen if labels[one] == IN)
            if fewer == chosen:
                return chosen
            chosen = fewer

    def within(self, chosen: Chosen, size: int) -> Chosen | None:
        """Return a set of at most this size that holds the chosen ones and shows it."""
        if chosen in self.seen or self.states > STATES:
            return None
        self.seen.add(chosen)
        self.states += 1
        labels = self.labels(chosen)
        ways = self.obstacles(chosen, labels)
        if not ways:
            return chosen
        fresh = [one for one in ways if not chosen.intersection(one)]
        if len(chosen) + max(1, _apart(fresh)) > size:
            return None
        if fresh:
            options = min(fresh, key=len)
        else:  # the chosen ones wait for each other: something from outside must begin
            options = list(dict.fromkeys(one for way in ways for one in way))
        for one in options:
            if one not in chosen and (found := self.within(chosen | {one}, size)) is not None:
                return found
        return None

    def obstacles(self, chosen: Chosen, labels: list[int]) -> list[list[int]]:
        """Return, for what blocks the chosen ones, all that could clear it; empty if shown."""
        found = []
        alive = [label != OUT for label in labels]
        if self.falls and alive[self.argument]:
            found.append(self.clearing(alive, self.argument))
        for one in sorted(chosen):
            if labels[one] == IN:
                continue
            for attacker in self.framework.attackers[one]:
                if alive[attacker]:
                    found.append(self.clearing(alive, attacker))
            for group in self.framework.groups.get(one, ()):
                if not any(labels[member] == IN for member in group):
                    found.append([member for member in group if member in self.pool])
        return found

    def clearing(self, alive: Sequence[bool], argument: int) -> list[int]:
        """Return all that attacks an argument or what it needs in one way to stand."""
        return list(
            dict.fromkeys(
                one
                for needed in derivation(self.framework, alive, argument)
                for one in self.framework.attackers[needed]
                if one in self.pool
            )
        )

    def _strong(self, chosen: Chosen) -> list[int]:
        return held(self.framework, chosen)

    def _own(self, chosen: Chosen) -> list[int]:
        """Label what the chosen ones accept, and what they switch off, all at once."""
        framework = self.framework
        alive = [label != OUT for label in beside(framework, chosen)]
        own = [IN if one in chosen else OUT for one in range(framework.size)]
        coherent = founded(framework, own, IN)
        return [
            OUT
            if not alive[one]
            else IN
            if coherent[one] and not any(alive[a] for a in framework.attackers[one])
            else UNDECIDED
            for one in range(framework.size)
        ]


def _apart(ways: Iterable[Sequence[int]]) -> int:
    """Return how many of these have, one by one, nothing in common with those counted before."""
    taken: set[int] = set()
    count = 0
    for one in sorted(ways, key=len):
        if taken.isdisjoint(one):
            taken.update(one)
            count += 1
    return count
