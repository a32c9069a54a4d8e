"""The search for labellings with python-sat, for frameworks that are large and knotty.

Two variables an argument: it is in, it is out. In (for complete labellings) where all attackers
are out and each group has a member in; out where an attacker is in or a group wholly out (the
encodings compared by Cerutti, Giacomin & Vallati 2014). For conflict-free sets, being in only
demands that no attacker is in.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from argmap.errors import ToolMissing
from argmap.reasoning.frameworks import Framework, loop
from argmap.reasoning.labelling import (
    DECIDED,
    IN,
    NOT_IN,
    NOT_OUT,
    OUT,
    UNDECIDED,
    Demand,
    Effort,
    Labels,
)

_PATIENCE = 2000  # conflicts between two looks at the clock


class Solver:
    """Finds complete labellings of a framework, or those of its conflict-free sets."""

    def __init__(
        self, framework: Framework, effort: Effort, *, conflict_free: bool = False
    ) -> None:
        self.framework, self.effort = framework, effort
        self.top = 2 * framework.size
        self.decided: dict[int, int] = {}
        clauses: list[list[int]] = []
        for one, attackers in enumerate(framework.attackers):
            groups = [self.group(group, clauses) for group in framework.groups.get(one, ())]
            met, dead = [in_ for in_, _ in groups], [out for _, out in groups]
            x, y = 2 * one + 1, 2 * one + 2
            outs = [2 * a + 2 for a in attackers]
            clauses.append([-x, -y])
            clauses += ([-x, -(a - 1) if conflict_free else a] for a in outs)
            clauses += ([-x, a] for a in met)
            clauses += ([y, -(a - 1)] for a in outs)
            clauses += ([y, -a] for a in dead)
            clauses.append([-y, *(a - 1 for a in outs), *dead])
            if not conflict_free:
                clauses.append([x, *(-a for a in outs), *(-a for a in met)])
        self.sat = _solver(clauses)
        self.sat.set_phases(range(1, 2 * framework.size, 2))

    def group(self, members: Sequence[int], clauses: list[list[int]]) -> tuple[int, int]:
        """Return variables for a group having a member in, and for its being wholly out."""
        if len(members) == 1:
            return 2 * members[0] + 1, 2 * members[0] + 2
        met, dead = self.top + 1, self.top + 2
        self.top = dead
        clauses.append([-met, *(2 * m + 1 for m in members)])
        clauses += ([met, -(2 * m + 1)] for m in members)
        clauses.append([dead, *(-(2 * m + 2) for m in members)])
        clauses += ([-dead, 2 * m + 2] for m in members)
        return met, dead

    def require(self, demands: Sequence[Demand]) -> None:
        """Demand that at least one of these is met, now and ever after."""
        clause: list[int] = []
        for one, mask in demands:
            clause += self.either(one, mask)
        self.sat.add_clause(clause or [self.top + 1])
        if not clause:
            self.sat.add_clause([-(self.top + 1)])

    def either(self, one: int, mask: int) -> list[int]:
        """Return the literals of which one holds where an argument has a label of the mask."""
        x, y = 2 * one + 1, 2 * one + 2
        return {IN: [x], OUT: [y], NOT_IN: [-x], NOT_OUT: [-y], DECIDED: [x, y]}[mask]

    def every(self, one: int, mask: int) -> list[int]:
        """Return the literals that all hold where an argument has a label of the mask."""
        x, y = 2 * one + 1, 2 * one + 2
        if mask == UNDECIDED:
            return [-x, -y]
        if mask != DECIDED:
            return self.either(one, mask)
        if one not in self.decided:
            self.top += 1
            self.decided[one] = self.top
            self.sat.add_clause([-self.top, x, y])
        return [self.decided[one]]

    def solve(self, demands: Sequence[Demand] = ()) -> Labels | None:
        """Return a labelling that meets all of these as well, or None where there is none."""
        given = [literal for one in demands for literal in self.every(*one)]
        while self.satisfied(given):
            labels = self.labels()
            clause = loop(self.framework, labels) if self.framework.groups else None
            if clause is None:
                return labels
            self.require(clause)
        return None

    def satisfied(self, given: list[int]) -> bool:
        """Tell whether there is a model, with a look at the clock now and then."""
        answer = None
        while answer is None:
            self.effort.check()
            self.sat.conf_budget(_PATIENCE)
            answer = self.sat.solve_limited(assumptions=given)
        return bool(answer)

    def labels(self) -> list[int]:
        """Return the labels in the last model."""
        model = self.sat.get_model()
        return [
            IN if model[2 * one] > 0 else OUT if model[2 * one + 1] > 0 else UNDECIDED
            for one in range(self.framework.size)
        ]


def _solver(clauses: list[list[int]]) -> Any:
    try:
        solvers = import_module("pysat.solvers")
    except ImportError:
        raise ToolMissing("python-sat", "pip install 'argmap[solver]'") from None
    return solvers.Cadical153(bootstrap_with=clauses)
