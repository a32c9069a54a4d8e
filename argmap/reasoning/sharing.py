"""What all outcomes of a semantics have in common, without a look at each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.reasoning.extending import Choice, best, engine, write
from argmap.reasoning.frameworks import Framework, founded, grounded, islands, residue
from argmap.reasoning.labelling import (
    ANY,
    DECIDED,
    IN,
    NOT_IN,
    NOT_OUT,
    OUT,
    UNDECIDED,
    Demand,
    Effort,
    Engine,
    Labels,
    NotDecided,
)

_MIXED = (IN | OUT, NOT_OUT, ANY)  # sometimes in, and sometimes not


@dataclass(frozen=True)
class Shared:
    """The labels that each argument has in any outcome, as masks.

    A mask of several labels may lack others, but never IN. `none` tells that there is no outcome
    at all; `sure` of which arguments the mask is known.
    """

    masks: list[int]
    sure: list[bool]
    none: bool = False


def shared(choice: Choice, framework: Framework, effort: Effort) -> Shared:
    """Return what all outcomes have in common, as far as there is time to find it out."""
    size = framework.size
    if choice.single:
        try:
            return Shared(list(choice.single(framework, effort)), [True] * size)
        except NotDecided:
            return Shared([0] * size, [False] * size)
    start = [UNDECIDED] * size if choice.conflict_free else grounded(framework)
    rest, kept = residue(framework, start)
    sure = [choice.conflict_free or one != UNDECIDED for one in start]
    masks, none = list(start), False
    for part in islands(rest):
        survey = _Survey(choice, rest.part(part), effort)
        none = not survey.run() or none
        write(masks, kept, part, survey.masks)
        for one, known in zip(part, survey.sure, strict=True):
            sure[kept[one]] = known
    if none:
        return Shared([UNDECIDED] * size, [True] * size, none)
    return Shared(masks, sure)


def strongest(framework: Framework, candidates: Sequence[bool]) -> list[int]:
    """Return the labelling of the largest complete set that grows from a set of candidates.

    The largest set of candidates that defends itself is taken; none of them attacks another.
    """
    chosen = _defended(framework, candidates)
    while framework.groups:
        labels = [IN if one else UNDECIDED for one in chosen]
        against = [
            OUT if one == UNDECIDED and any(chosen[a] for a in framework.attackers[n]) else one
            for n, one in enumerate(labels)
        ]
        alive = founded(framework, against, NOT_OUT)
        held = founded(framework, labels, IN)
        kept = [
            held[n] and not any(alive[a] for a in framework.attackers[n])
            for n in range(framework.size)
        ]
        if kept == chosen:
            break
        chosen = kept
    return grounded(framework, [n for n, one in enumerate(chosen) if one])


def _defended(framework: Framework, candidates: Sequence[bool]) -> list[bool]:
    """Return the candidates that are left when those go whose attackers no candidate attacks.

    With needs, an attacker may also be disarmed by what takes away what it needs: all stay.
    """
    chosen = list(candidates)
    if framework.groups:
        return chosen
    victims = framework.victims()
    hits = [sum(chosen[a] for a in attackers) for attackers in framework.attackers]
    alive = [one for one, count in enumerate(hits) if not count]
    while alive:
        for lost in (one for one in victims[alive.pop()] if chosen[one]):
            chosen[lost] = False
            for freed in victims[lost]:
                hits[freed] -= 1
                if not hits[freed]:
                    alive.append(freed)
    return chosen


class _Survey:
    """Asks, of what had one label or was never in so far, for an outcome where it is otherwise."""

    def __init__(self, choice: Choice, framework: Framework, effort: Effort) -> None:
        self.choice, self.framework, self.effort = choice, framework, effort
        self.masks = [0] * framework.size
        self.sure = [False] * framework.size

    @cached_property
    def any(self) -> Engine:
        """A search for any labelling of the kind, as large as can be or not."""
        return engine(replace(self.choice, aim=0), self.framework, self.effort)

    def run(self) -> bool:
        """Find out what can be found out in time; return whether there is any outcome."""
        try:
            if not self.noted(self.found(None)):
                self.masks = [UNDECIDED] * self.framework.size
                self.sure = [True] * self.framework.size
                return False
            for one in range(self.framework.size):
                self.ask(one)
                self.sure[one] = True
        except NotDecided:
            known = zip(self.sure, self.masks, strict=True)
            self.sure = [sure or bool(mask & (mask - 1)) for sure, mask in known]
        return True

    def ask(self, one: int) -> None:
        """Find out which labels an argument has, as far as that matters."""
        if self.choice.aim == IN:
            self.ask_in_part(one)
            return
        while self.masks[one] not in _MIXED:
            wish = one, IN if self.masks[one] == NOT_IN else ANY ^ self.masks[one]
            if not self.noted(self.found(wish)):
                return

    def ask_in_part(self, one: int) -> None:
        """Ask any complete labelling first: what it decides, a larger one decides likewise."""
        for label in (IN, OUT):
            if not self.masks[one] & label and self.masks[one] not in _MIXED:
                self.noted(self.any.solve([(one, label)]), DECIDED)
        if self.masks[one] in (IN, OUT):
            self.noted(self.found((one, UNDECIDED)))

    def found(self, wish: Demand | None) -> Labels | None:
        """Return an outcome that meets a wish."""
        if not self.choice.aim:
            return self.any.solve([wish] if wish else [])
        return best(self.choice, engine(self.choice, self.framework, self.effort), wish)

    def noted(self, labels: Labels | None, mask: int = ANY) -> bool:
        """Take note of the labels in an outcome, if there is one."""
        if labels is None:
            return False
        self.masks = [old | new & mask for old, new in zip(self.masks, labels, strict=True)]
        return True
