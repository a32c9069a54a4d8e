"""The search for labellings that needs nothing installed: propagate, branch, go back.

Every argument holds the set of labels that it may still have. What its attackers may be narrows
it, and it narrows them (the labelling conditions of Caminada 2006 as constraints). A group of
needed arguments is an argument of its own that all its members attack and that attacks its owner:
in where all members are out, out where one is in. In a search for conflict-free sets the arguments
proper are free to be undecided, and their attackers need only not be in.
"""

from collections.abc import Iterator, Sequence

from argmap.reasoning.frameworks import Framework, loop
from argmap.reasoning.labelling import ANY, IN, NOT_IN, OUT, UNDECIDED, Demand, Effort, Labels

_CHOICES = {mask: [one for one in (IN, OUT, UNDECIDED) if mask & one] for mask in range(8)}


class Search:
    """Finds complete labellings of a framework, or those of its conflict-free sets."""

    def __init__(
        self, framework: Framework, effort: Effort, *, conflict_free: bool = False
    ) -> None:
        self.framework, self.effort = framework, effort
        self.weak: list[list[int]] = [list(dict.fromkeys(one)) for one in framework.attackers]
        self.strong: list[list[int]] = [[] for _ in self.weak]
        self.free = [conflict_free] * framework.size
        if not conflict_free:
            self.weak, self.strong = self.strong, self.weak
        for owner, groups in framework.groups.items():
            for group in groups:
                self.strong[owner].append(len(self.strong))
                self.strong.append(list(dict.fromkeys(group)))
                self.weak.append([])
                self.free.append(False)
        self.victims: list[list[int]] = [[] for _ in self.strong]
        for victim, attackers in enumerate(zip(self.weak, self.strong, strict=True)):
            for one in {*attackers[0], *attackers[1]}:
                self.victims[one].append(victim)
        self.clauses: list[Sequence[Demand]] = []
        self.watching: list[list[int]] = [[] for _ in self.strong]
        self.order = sorted(range(framework.size), key=lambda one: -len(self.victims[one]))
        self.may = [ANY] * len(self.strong)
        self.trail: list[tuple[int, int]] = []

    def require(self, demands: Sequence[Demand]) -> None:
        """Demand that at least one of these is met, now and ever after."""
        for one, _ in demands:
            self.watching[one].append(len(self.clauses))
        self.clauses.append(demands)

    def solve(self, demands: Sequence[Demand] = ()) -> Labels | None:
        """Return a labelling that meets all of these as well, or None where there is none."""
        for found in self.walk(demands):
            clause = loop(self.framework, found)
            if clause is None:
                return found
            self.require(clause)
        return None

    def walk(self, demands: Sequence[Demand]) -> Iterator[list[int]]:
        """Yield labellings, in which arguments may yet hold up each other."""
        self.may = [ANY] * len(self.strong)
        self.trail = []
        good = all(self.narrow(*one) for one in demands)
        good = good and all(self.unit(number) for number in range(len(self.clauses)))
        good = good and self.settle(list(range(len(self.may))))
        choices: list[tuple[int, int, int]] = []  # argument, labels yet to try, length of trail
        while True:
            self.effort.check()
            if good:
                open_one = next(
                    (one for one in self.order if self.may[one] & (self.may[one] - 1)), -1
                )
                if open_one >= 0:
                    choices.append((open_one, self.may[open_one], len(self.trail)))
                else:
                    yield self.may[: self.framework.size]
            while choices and not choices[-1][1]:
                choices.pop()
            if not choices:
                return
            one, labels, length = choices.pop()
            self.undo(length)
            label = _CHOICES[labels][0]
            choices.append((one, labels & ~label, length))
            good = self.narrow(one, label) and self.settle([one])

    def undo(self, length: int) -> None:
        """Take back what was narrowed since the trail had this length."""
        while len(self.trail) > length:
            one, before = self.trail.pop()
            self.may[one] = before

    def narrow(self, one: int, mask: int) -> bool:
        """Keep only the labels in the mask; False where none is left."""
        before = self.may[one]
        if before & mask != before:
            self.trail.append((one, before))
            self.may[one] = before & mask
        return bool(before & mask)

    def settle(self, changed: list[int]) -> bool:
        """Carry what changed to all that it narrows; False where something has no label left."""
        while changed:
            here = changed.pop()
            start = len(self.trail)
            for number in self.watching[here]:
                if not self.unit(number):
                    return False
            if not (self.judge(here) and all(self.judge(one) for one in self.victims[here])):
                return False
            changed += {one for one, _ in self.trail[start:]}
        return True

    def unit(self, number: int) -> bool:
        """Hold to the one demand of a clause that can still be met, where it is the only one."""
        last = None
        for one, mask in self.clauses[number]:
            if not self.may[one] & ~mask:
                return True
            if self.may[one] & mask:
                if last is not None:
                    return True
                last = one, mask
        return last is not None and self.narrow(*last)

    def judge(self, one: int) -> bool:
        """Narrow an argument by its attackers, and these by it."""
        may, strong, weak = self.may, self.strong[one], self.weak[one]
        mask = 0
        if all(may[a] & OUT for a in strong) and all(may[a] & NOT_IN for a in weak):
            mask |= IN
        if any(may[a] & IN for a in strong) or any(may[a] & IN for a in weak):
            mask |= OUT
        if all(may[a] & NOT_IN for a in strong) and all(may[a] & NOT_IN for a in weak):
            mask |= UNDECIDED if self.free[one] or any(may[a] & UNDECIDED for a in strong) else 0
        return self.narrow(one, mask) and self.press(one)

    def press(self, one: int) -> bool:
        """Narrow the attackers of an argument to what its own labels leave them."""
        label, strong, weak = self.may[one], self.strong[one], self.weak[one]
        good = True
        if not label & OUT:
            good = all(self.narrow(a, NOT_IN) for a in weak)
            good = good and all(self.narrow(a, OUT if label == IN else NOT_IN) for a in strong)
        elif label == OUT:
            good = self.single((*strong, *weak), IN)
        if good and label == UNDECIDED and not self.free[one]:
            good = self.single(strong, UNDECIDED)
        return good

    def single(self, attackers: Sequence[int], label: int) -> bool:
        """Give a label that one of the attackers must have to the only one that can have it."""
        able = [a for a in attackers if self.may[a] & label]
        return len(able) > 1 or (bool(able) and self.narrow(able[0], label))
