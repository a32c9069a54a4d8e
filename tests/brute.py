"""What a framework's extensions are, straight from the definitions, over all sets of arguments.

Slow, short, and written without a look at the code under test: the other side of every comparison.
A framework is a number of arguments, a set of attacks (attacker, victim), and a list of needs
(argument, set of arguments of which one must be accepted). Without needs it is Dung's.
"""

from itertools import combinations


class Brute:
    def __init__(self, size, attacks, needs=()):
        self.size, self.attacks = size, set(attacks)
        self.needs = [(owner, frozenset(group)) for owner, group in needs]
        self.sets = [
            frozenset(one) for k in range(size + 1) for one in combinations(range(size), k)
        ]
        self.coherent_sets = [one for one in self.sets if self.is_coherent(one)]
        self.known = {}

    def is_coherent(self, members):
        """Some order of the members has, before each, one of each group that it needs."""
        placed, left = set(), set(members)
        while left:
            ready = {
                one for one in left if all(g & placed for owner, g in self.needs if owner == one)
            }
            if not ready:
                return False
            placed |= ready
            left -= ready
        return True

    def hits(self, members, one):
        return any((m, one) in self.attacks for m in members)

    def is_conflict_free(self, members):
        return not any(self.hits(members, one) for one in members)

    def switched_off(self, members):
        """The arguments of which every coherent set that holds them is attacked by the members."""
        if members not in self.known:
            hit = {other for other in range(self.size) if self.hits(members, other)}
            safe = [c for c in self.coherent_sets if not c & hit]
            self.known[members] = frozenset(range(self.size)).difference(*safe)
        return self.known[members]

    def defends(self, members, one):
        off = self.switched_off(members)
        return self.is_coherent(members | {one}) and all(
            attacker in off for attacker, victim in self.attacks if victim == one
        )

    def coherent_conflict_free(self):
        return [one for one in self.coherent_sets if self.is_conflict_free(one)]

    def admissible(self):
        return [s for s in self.coherent_conflict_free() if all(self.defends(s, one) for one in s)]

    def complete(self):
        return [
            s
            for s in self.admissible()
            if all(one in s for one in range(self.size) if self.defends(s, one))
        ]

    def grounded(self):
        found = self.complete()
        return [s for s in found if all(s <= other for other in found)]

    def well_founded(self):
        """What the logic program that the framework is makes true, and what it does not make false.

        Who has, of each group that it needs, one member, and no attacker, is true. True is what
        follows when all that may be true attacks; what may be true is what follows when only
        what is true attacks (the alternating fixpoint of Van Gelder 1989).
        """

        def follows(attackers):
            true = set()
            while True:
                more = {
                    one
                    for one in range(self.size)
                    if not any((a, one) in self.attacks for a in attackers)
                    and all(group & true for owner, group in self.needs if owner == one)
                }
                if more == true:
                    return true
                true = more

        true = set()
        while True:
            possible = follows(true)
            more = follows(possible)
            if more == true:
                return frozenset(true), frozenset(possible)
            true = more

    def preferred(self):
        return largest(self.admissible(), lambda s: s)

    def stable(self):
        everything = frozenset(range(self.size))
        return [s for s in self.coherent_conflict_free() if s | self.switched_off(s) == everything]

    def range(self, members):
        return members | self.switched_off(members)

    def semi_stable(self):
        return largest(self.complete(), self.range)

    def stage(self):
        return largest(self.coherent_conflict_free(), self.range)

    def ideal(self):
        return self.within_all(self.preferred())

    def eager(self):
        return self.within_all(self.semi_stable())

    def within_all(self, extensions):
        fitting = [s for s in self.admissible() if all(s <= other for other in extensions)]
        return largest(fitting, lambda s: s)

    def extensions(self, semantics):
        found = getattr(self, semantics.replace("-", "_"))()
        return sorted(found, key=sorted)


def largest(sets, measure):
    sizes = [measure(s) for s in sets]
    return [s for s, size in zip(sets, sizes, strict=True) if not any(size < o for o in sizes)]
