"""Judge a map: which claims stand, and how strongly, under any of the semantics there are.

A semantics is one file of `argmap/semantics/`. It judges a *case*, a map together with how it is
read, and returns a verdict: labels, or strengths. `labelled` makes a semantics of a choice among
labellings, `graded` one of a formula for strengths.

For labels, see `framing` on how a map becomes attacks and needs. For strengths, a claim's base
score is its `confidence`, or 0.5. An argument counts as much as the weakest of its premises, times
its `strength` where it has one. What undercuts or warrants an argument changes that factor by
DF-QuAD's formula, whichever formula the claims have: others cannot lower what begins at 1. A
reading that demands support takes a claim without any to begin at 0, unless its confidence is
given; one that ignores support leaves supporting arguments out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from argmap.errors import Unsupported
from argmap.graph import Graph
from argmap.model import ArgMap, Argument, Claim
from argmap.plugins import member
from argmap.reasoning.cycles import is_cyclic
from argmap.reasoning.extending import Choice
from argmap.reasoning.framing import BASE, Framed, frame, stands_alone
from argmap.reasoning.grading import Bonds, Formula, Weights, grade
from argmap.reasoning.labelling import IN, OUT, Effort
from argmap.reasoning.sharing import shared
from argmap.verdict import Label, Note, Reading, Support, Verdict

_LABEL: Mapping[int, Label] = {IN: "in", OUT: "out"}


class Case:
    """A map to be judged, how it is read, and how long that may take."""

    def __init__(self, argmap: ArgMap, reading: Reading, effort: Effort) -> None:
        self.graph, self.reading, self.effort = Graph(argmap), reading, effort

    @cached_property
    def framed(self) -> Framed:
        """The map as attacks and needs."""
        return frame(self.graph, self.reading)

    @cached_property
    def weighted(self) -> tuple[Weights, Mapping[str, int]]:
        """The map as base scores and bonds, and the number of each id that has a strength."""
        return _weights(self.graph, self.reading)


@dataclass(frozen=True)
class Semantics:
    """One way to judge: its name, what it gives, and how.

    `within` names semantics whose outcomes include all of this one's; `code` is its name in the
    competitions of argument solvers. `choice` and `formula` are there where they say it all.
    """

    name: str
    gives: Literal["labels", "strengths"]
    judge: Callable[[Case], Verdict]
    within: tuple[str, ...] = ()
    code: str = ""
    choice: Choice | None = None
    formula: Formula | None = None


def labelled(
    name: str, choice: Choice, *, code: str = "", within: tuple[str, ...] = ()
) -> Semantics:
    """Return the semantics that a choice among labellings makes."""
    return Semantics(name, "labels", lambda case: _labels(name, choice, case), within, code, choice)


def graded(name: str, formula: Formula) -> Semantics:
    """Return the semantics that a formula for strengths makes."""
    return Semantics(
        name, "strengths", lambda case: _strengths(name, formula, case), formula=formula
    )


def evaluate(
    argmap: ArgMap,
    semantics: str | Iterable[str] = (),
    *,
    support: Support = "necessary",
    needs_support: bool = False,
    seconds: float = 10.0,
) -> Verdict:
    """Return the verdict on a map: labels of one semantics and strengths of another.

    `semantics` names them, in a list or with commas between; the first of each sort counts. In
    place of what is not named come grounded labels (Carneades' where support is read its way) and
    strengths by DF-QuAD, or by quadratic energy where something depends on itself.
    """
    case = Case(argmap, Reading(support, needs_support), Effort(seconds))
    asked = semantics.split(",") if isinstance(semantics, str) else semantics
    names = [name.strip() for name in asked if name.strip()]
    return merged([one.judge(case) for one in chosen(case, names)])


def chosen(case: Case, names: Iterable[str]) -> list[Semantics]:
    """Return the semantics of these names, and the usual ones of a sort that is not among them."""
    found = [member("semantics", Semantics, name) for name in dict.fromkeys(names)]
    given = {one.gives for one in found}
    if "labels" not in given:
        usual = "carneades" if case.reading.support == "carneades" else "grounded"
        found.append(member("semantics", Semantics, usual))
    if "strengths" not in given:
        usual = "quadratic-energy" if is_cyclic(case.weighted[0].sources()) else "df-quad"
        found.append(member("semantics", Semantics, usual))
    return found


def merged(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the first labels and the first strengths as one verdict."""
    found = list(verdicts)
    labels = next((one for one in found if one.labels), found[0])
    strengths = next((one for one in found if one.strengths), found[-1])
    return Verdict(
        semantics=", ".join(dict.fromkeys((labels.semantics, strengths.semantics))),
        labels=labels.labels,
        strengths=strengths.strengths,
        bases=strengths.bases,
        possible=labels.possible,
        notes=labels.notes + (strengths.notes if strengths is not labels else ()),
    )


def _labels(name: str, choice: Choice, case: Case) -> Verdict:
    if case.reading.support == "carneades":
        raise Unsupported(
            f"{name} cannot read support as Carneades does (it can: necessary, deductive, ignore)"
        )
    found = shared(choice, case.framed.framework, case.effort)
    numbers = case.framed.number
    notes = []
    if found.none:
        notes.append(Note("no-outcome", {"semantics": name}))
    late = sum(not found.sure[numbers[key]] for key in case.graph.map.claims)
    if late:
        slots = {"semantics": name, "count": late, "seconds": f"{case.effort.seconds:g}"}
        notes.append(Note("not-decided", slots))
    return Verdict(
        semantics=name,
        labels={
            key: _LABEL.get(found.masks[n], "undecided")
            for key, n in numbers.items()
            if found.sure[n]
        },
        possible=frozenset(key for key, n in numbers.items() if found.masks[n] & IN),
        notes=tuple(notes),
    )


def _strengths(name: str, formula: Formula, case: Case) -> Verdict:
    weights, numbers = case.weighted
    found = grade(weights, formula)
    strengths = {
        key: value for key, n in numbers.items() if (value := found.strengths[n]) is not None
    }
    lost = sum(key not in strengths for key in case.graph.map.claims)
    slots = {
        "semantics": name,
        "count": lost,
        "steps": found.steps,
        "residual": f"{found.residual:.2g}",
    }
    return Verdict(
        semantics=name,
        strengths=strengths,
        bases={key: weights.bases[n] for key, n in numbers.items()},
        notes=(Note("not-settled", slots),) if lost else (),
    )


def _weights(graph: Graph, reading: Reading) -> tuple[Weights, dict[str, int]]:
    """Return base scores and bonds; arguments of several premises, or disputed, are steps."""
    claims = graph.map.claims
    bases = [_base(graph, claim, reading) for claim in claims.values()]
    numbers = {key: n for n, key in enumerate(claims)}
    premises: dict[int, tuple[int, ...]] = {}
    attacks, supports = Bonds(), Bonds()
    read = [
        one
        for one in graph.map.arguments.values()
        if reading.support != "ignore" or one.polarity == "attack"
    ]
    for one in read:
        if len(set(one.premises)) > 1 or one.id in graph.bearing:
            numbers[one.id] = len(bases)
            premises[len(bases)] = tuple(numbers[premise] for premise in one.premises)
            bases.append(_factor(one))
    for one in (one for one in read if one.conclusion in numbers):
        bonds = attacks if one.polarity == "attack" else supports
        if one.id in numbers:
            bonds.add(numbers[one.id], numbers[one.conclusion])
        else:
            bonds.add(numbers[one.premises[0]], numbers[one.conclusion], _factor(one))
    return Weights(bases, attacks, supports, premises), numbers


def _base(graph: Graph, claim: Claim, reading: Reading) -> float:
    if claim.confidence is not None:
        return float(claim.confidence)
    bare = reading.needs_support and not graph.into(claim.id, "support")
    return 0.0 if bare and not stands_alone(claim, reading) else BASE


def _factor(argument: Argument) -> float:
    return 1.0 if argument.strength is None else float(argument.strength)
