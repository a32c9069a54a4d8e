"""Abstract argumentation frameworks, plain or with necessities, and what follows without search.

A plain framework (Dung 1995) is a set of arguments and attacks between them. One with necessities
(AFN: Nouioua & Risch 2010; Nouioua 2013; Boudhar, Nouioua & Risch 2021) also says which arguments
an argument needs: of each of its groups, at least one. A set is coherent where its members can be
put in an order in which what each needs comes before it, so that nothing holds itself up.

With G(S) for the largest coherent set that S does not attack, a set S is complete exactly where
S = G(G(S)) and S is a part of G(S); then S is in, what is not in G(S) is out, the rest is
undecided. These are the partial stable models of the program `a <- one of each group, no
attacker`, and its well-founded model (Van Gelder, Ross & Schlipf 1991) is the grounded labelling.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.reasoning.labelling import IN, NOT_IN, NOT_OUT, OUT, UNDECIDED, Demand, Labels

Groups = Mapping[int, Sequence[Sequence[int]]]


@dataclass(frozen=True, slots=True)
class Framework:
    """Arguments 0 to n-1: who attacks each, and which groups each needs one member of."""

    attackers: Sequence[Sequence[int]]
    groups: Groups = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many arguments there are."""
        return len(self.attackers)

    def victims(self) -> list[list[int]]:
        """Return, by argument, whom it attacks."""
        found: list[list[int]] = [[] for _ in self.attackers]
        for victim, attackers in enumerate(self.attackers):
            for one in attackers:
                found[one].append(victim)
        return found

    def sources(self) -> list[list[int]]:
        """Return, by argument, all arguments that bear on it: attackers and what it needs."""
        found = [list(dict.fromkeys(one)) for one in self.attackers]
        for owner, groups in self.groups.items():
            found[owner] = list(dict.fromkeys((*found[owner], *(m for g in groups for m in g))))
        return found

    def part(self, kept: Sequence[int]) -> "Framework":
        """Return the framework of some arguments, numbered anew in the order given."""
        number = {old: new for new, old in enumerate(kept)}
        attackers = [[number[a] for a in self.attackers[old] if a in number] for old in kept]
        groups = {
            number[owner]: [[number[m] for m in group if m in number] for group in groups]
            for owner, groups in self.groups.items()
            if owner in number
        }
        return Framework(attackers, groups)


def grounded(framework: Framework, accepted: Iterable[int] = ()) -> list[int]:
    """Return the least complete labelling in which the accepted arguments are in.

    These must be none, or a set that defends itself. Takes time linear in the size of the
    framework, and as much again for each layer of arguments that only hold up each other.
    """
    labels = [UNDECIDED] * framework.size
    wave = _Wave(framework, labels)
    for one in accepted:
        labels[one] = IN
    wave.spread([*accepted, *wave.first()])
    while framework.groups:
        held = founded(framework, labels, NOT_OUT)
        loose = [one for one, label in enumerate(labels) if label == UNDECIDED and not held[one]]
        if not loose:
            break
        for one in loose:
            labels[one] = OUT
        wave.spread(loose)
    return labels


class _Wave:
    """Carries labels to whatever follows from them."""

    def __init__(self, framework: Framework, labels: list[int]) -> None:
        self.labels = labels
        self.waiting = [len(one) for one in framework.attackers]  # for attackers out, groups met
        self.victims = framework.victims()
        self.owner: list[int] = []
        self.left: list[int] = []  # by group, how many members are not out; 0 where it is met
        self.member: dict[int, list[int]] = {}
        for owner, groups in framework.groups.items():
            self.waiting[owner] += len(groups)
            for group in groups:
                for one in dict.fromkeys(group):
                    self.member.setdefault(one, []).append(len(self.owner))
                self.owner.append(owner)
                self.left.append(len(set(group)))

    def first(self) -> list[int]:
        """Label what waits for nothing, or for what cannot be, and return it."""
        for owner, left in zip(self.owner, self.left, strict=True):
            if not left:
                self.labels[owner] = OUT
        dead = [one for one in dict.fromkeys(self.owner) if self.labels[one] == OUT]
        free = [one for one, count in enumerate(self.waiting) if not count]
        for one in free:
            self.labels[one] = IN
        return dead + free

    def spread(self, queue: list[int]) -> None:
        """Label all that follows from the arguments in the queue."""
        labels, waiting, victims = self.labels, self.waiting, self.victims
        while queue:
            here = queue.pop()
            if self.member:
                self.pass_on(here, queue)
            if labels[here] == IN:
                for victim in victims[here]:
                    if labels[victim] == UNDECIDED:
                        labels[victim] = OUT
                        queue.append(victim)
            else:
                for freed in victims[here]:
                    waiting[freed] -= 1
                    if not waiting[freed] and labels[freed] == UNDECIDED:
                        labels[freed] = IN
                        queue.append(freed)

    def pass_on(self, here: int, queue: list[int]) -> None:
        """Label those who need the argument and now have what they need, or never will."""
        for group in self.member.get(here, ()):
            if not self.left[group]:
                continue
            owner = self.owner[group]
            if self.labels[here] == IN:
                self.left[group] = 0
                self.waiting[owner] -= 1
                settled, label = not self.waiting[owner], IN
            else:
                self.left[group] -= 1
                settled, label = not self.left[group], OUT
            if settled and self.labels[owner] == UNDECIDED:
                self.labels[owner] = label
                queue.append(owner)


def founded(framework: Framework, labels: Labels, mask: int) -> list[bool]:
    """Tell of each argument whether it is in the largest coherent set with labels in `mask`."""
    held = [bool(label & mask) for label in labels]
    needy = {owner: groups for owner, groups in framework.groups.items() if groups and held[owner]}
    missing = {owner: len(groups) for owner, groups in needy.items()}
    uses: dict[int, list[tuple[int, int]]] = {}
    for owner, groups in needy.items():
        held[owner] = False
        for number, group in enumerate(groups):
            for one in group:
                uses.setdefault(one, []).append((owner, number))
    queue = [one for one in uses if held[one]]
    met: set[tuple[int, int]] = set()
    for here in queue:
        for use in uses.get(here, ()):
            if use not in met:
                met.add(use)
                missing[use[0]] -= 1
                if not missing[use[0]]:
                    held[use[0]] = True
                    queue.append(use[0])
    return held


def loop(framework: Framework, labels: Labels) -> list[Demand] | None:
    """Return a demand that arguments which only hold up each other break, and all others meet.

    None where every argument that is in, and every one that is not out, has a foundation. This is
    a loop formula (Lin & Zhao 2004): one of the loose arguments is not in, or the group that
    leaves one of them without foundation has a member in from outside.
    """
    for mask, outside in ((IN, NOT_IN), (NOT_OUT, OUT)):
        held = founded(framework, labels, mask)
        loose = [one for one, label in enumerate(labels) if label & mask and not held[one]]
        if loose:
            inside = set(loose)
            lacking = (
                next(group for group in framework.groups[one] if not any(held[m] for m in group))
                for one in loose
            )
            helpers = {m for group in lacking for m in group} - inside
            return [(one, outside) for one in loose] + [(m, mask) for m in sorted(helpers)]
    return None


def residue(framework: Framework, labels: Labels) -> tuple[Framework, list[int]]:
    """Return the framework of what is undecided, and the numbers its arguments had before."""
    kept = [one for one, label in enumerate(labels) if label == UNDECIDED]
    open_groups = {
        owner: [group for group in groups if not any(labels[m] == IN for m in group)]
        for owner, groups in framework.groups.items()
        if labels[owner] == UNDECIDED
    }
    open_groups = {owner: groups for owner, groups in open_groups.items() if groups}
    return Framework(framework.attackers, open_groups).part(kept), kept


def islands(framework: Framework) -> list[list[int]]:
    """Return the parts of a framework between which nothing bears on anything."""
    links: list[list[int]] = [[] for _ in range(framework.size)]
    for one, sources in enumerate(framework.sources()):
        for other in sources:
            links[one].append(other)
            links[other].append(one)
    seen = [False] * framework.size
    found = []
    for start in range(framework.size):
        if not seen[start]:
            found.append(sorted(_reach(links, start, seen)))
    return found


def ancestors(framework: Framework, argument: int) -> list[int]:
    """Return, in order, an argument and all that bears on it, directly or through others."""
    return sorted(_reach(framework.sources(), argument, [False] * framework.size))


def _reach(links: Sequence[Sequence[int]], start: int, seen: list[bool]) -> list[int]:
    seen[start] = True
    queue = [start]
    for here in queue:
        for other in links[here]:
            if not seen[other]:
                seen[other] = True
                queue.append(other)
    return queue
