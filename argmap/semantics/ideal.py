"""Ideal semantics: the most that can be defended without taking sides.

The largest admissible set that is part of every preferred one (Dung, Mancarella & Toni 2007). It
is the largest that defends itself among what some admissible set accepts and none attacks
(theorem 2.1 there): whatever attacks it could be part of a preferred set that leaves it out.
"""

from argmap.evaluating import labelled
from argmap.reasoning.extending import Choice, engine
from argmap.reasoning.frameworks import Framework, grounded, islands, residue
from argmap.reasoning.labelling import IN, Effort, Labels
from argmap.reasoning.sharing import strongest


def ideal(framework: Framework, effort: Effort) -> Labels:
    """Return the labelling of the ideal set."""
    start = grounded(framework)
    accepted = [one for one, label in enumerate(start) if label == IN]
    rest, kept = residue(framework, start)
    for part in islands(rest):
        small = rest.part(part)
        possible = acceptable(small, effort)
        unopposed = [
            fine and not any(possible[a] for a in small.attackers[one])
            for one, fine in enumerate(possible)
        ]
        found = strongest(small, unopposed)
        accepted += [kept[part[one]] for one, label in enumerate(found) if label == IN]
    return grounded(framework, accepted)


def acceptable(framework: Framework, effort: Effort) -> list[bool]:
    """Tell of each argument whether some admissible set holds it."""
    search = engine(Choice(), framework, effort)
    found = [False] * framework.size
    while True:
        search.require([(one, IN) for one, known in enumerate(found) if not known])
        labels = search.solve()
        if labels is None:
            return found
        found = [known or label == IN for known, label in zip(found, labels, strict=True)]


SEMANTICS = labelled("ideal", Choice(single=ideal), code="ID", within=("complete",))
