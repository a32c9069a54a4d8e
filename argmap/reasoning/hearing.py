"""Why Carneades judges a claim as it does, and which single answer would change that.

Steps, beside those of `unfolding`: `given`, nobody disputes it and it needs no reason; `pro` and
`con`, the argument `by[0]` counts for or against it, with a weight; `pro-fails` and `con-fails`, it
does not count, since `by[1]` is out, or what disputes the step is in; `pro-waits` and `con-waits`,
whether it counts is open, since `by[1]` is; `trust`, what it is worth on its own; and the proof
standard: `PE`, `CCE` or `BRD`, with `unmet` where nobody meets it yet, or `unopposed`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.evaluating import Case, Semantics
from argmap.model import Argument, Claim
from argmap.reasoning.grounding import Change, Form, Given, Ground, Told
from argmap.reasoning.labelling import Effort
from argmap.reasoning.pleading import (
    argument,
    denial,
    statement,
    structure,
    trust,
    undercutter,
)
from argmap.reasoning.proving import Issue, Weighing

TRIALS, FEWEST = 150, 16  # single answers that are tried
WORK = 100_000  # claims judged in all for that


class Hearing:
    """Tells why Carneades judges one claim as it does."""

    def __init__(self, case: Case, claim: str) -> None:
        self.case, self.claim = case, claim
        self.structure = structure(case.graph, case.reading)
        self.found = Weighing(self.structure)
        self.own, self.other = statement(claim), denial(claim)
        self.issue: Issue | None = self.found.issue.get(self.own)

    def ground(self) -> Ground:
        """Return why the claim has its label."""
        label = self.found.labels[self.own]
        steps = tuple(self.steps())
        return Ground(label, True, steps, (), True, self.form())

    def steps(self) -> Iterator[Told]:
        """Yield what counts for the claim and against it, and the standard that decides."""
        if self.own in self.structure.assumed:
            yield Told("given", self.claim)
            return
        sides = [*self.side("pro", self.own), *self.side("con", self.other)]
        yield from sorted(sides, key=lambda one: one.weight is None)
        if self.issue is None:
            if not self.found.into[self.own]:
                yield Told("bare", self.claim)
            return
        yield Told(self.issue.standard, self.claim)

    def side(self, sort: str, conclusion: str) -> Iterator[Told]:
        """Yield each argument for a statement, and whether it counts."""
        for name in self.found.into.get(conclusion, ()):
            weight = self.found.weight(name)
            key = name[2:]
            if name == trust(self.claim):
                yield Told("trust", self.claim, (), weight)
            elif not self.found.is_ready(name):
                yield Told(f"{sort}-waits", self.claim, (key, *self._cause(key, "undecided")))
            elif weight > 0:
                yield Told(sort, self.claim, (key,), weight)
            else:
                yield Told(f"{sort}-fails", self.claim, (key, *self._cause(key, "out")))

    def form(self) -> Form:
        """Return what certifies that the label follows from the arguments and the standard."""
        sides = {"pro": self.own, "con": self.other}
        return {
            "claim": self.claim,
            "label": self.found.labels[self.own],
            "assumed": self.own in self.structure.assumed,
            "standard": self.issue.standard if self.issue else None,
            **{
                side: [
                    {
                        "argument": name[2:],
                        "decided": self.found.is_ready(name),
                        "weight": self.found.weight(name),
                    }
                    for name in self.found.into.get(conclusion, ())
                ]
                for side, conclusion in sides.items()
            },
            "rivals": self._rivals(),
        }

    def change(self, judge: Semantics) -> Change | None:
        """Return the single answers with which the claim stands, or no longer stands."""
        before = self.found.labels[self.own] == "in"
        found = [(one,) for one in self._singles() if (self._after(judge, one) == "in") != before]
        return Change(tuple(found), True, False) if found else None

    def _rivals(self) -> list[Form]:
        """Return how the other positions on a declared issue stand."""
        others = [] if self.issue is None else self.issue.positions
        return [
            {
                "position": one,
                "decided": all(map(self.found.is_ready, self.found.into[one])),
                "weight": max(map(self.found.weight, self.found.into[one]), default=0.0),
            }
            for one in others
            if one not in (self.own, self.other)
        ]

    def _cause(self, key: str, label: str) -> tuple[str, ...]:
        """Return a premise with a label, or what disputes the step; nothing where neither is so."""
        one = self.case.graph.map.arguments[key]
        for premise in one.premises:
            if self.found.labels[statement(premise)] == label:
                return (premise,)
        wanted = "in" if label == "out" else label
        if self.found.labels.get(undercutter(key)) == wanted:
            return tuple(
                other.id
                for other in self.case.graph.into(key, "attack")
                if self.found.labels.get(undercutter(key)) == wanted
                and (label != "out" or self.found.weight(argument(other.id)) > 0)
            )[:1]
        return ()

    def _singles(self) -> Iterable[Given]:
        graph = self.case.graph
        near = {self.claim: None}
        queue = [self.claim]
        for here in queue:
            for one in graph.into(here):
                new = [key for key in (*one.premises, one.id) if key not in near]
                near.update(dict.fromkeys(new))
                queue += new
        claims = [key for key in near if key in graph.map.claims]
        every = [Given(sort, key) for key in claims for sort in ("attack", "reason")]
        return every[: max(FEWEST, min(TRIALS, WORK // len(graph.map.claims)))]

    def _after(self, judge: Semantics, one: Given) -> str | None:
        """Return the label of the claim after a new answer that nobody disputes."""
        argmap = self.case.graph.map
        key, link = "\x00new", "\x00by"  # no id of a file begins like this
        claims = {**argmap.claims, key: Claim(id=key, text="new", basis="data")}
        polarity = "attack" if one.sort == "attack" else "support"
        new = Argument(id=link, premises=(key,), conclusion=one.claim, polarity=polarity)  # type: ignore[arg-type]
        changed = replace(argmap, claims=claims, arguments={**argmap.arguments, link: new})
        case = Case(changed, self.case.reading, Effort(self.case.effort.seconds))
        return judge.judge(case).labels.get(self.claim)
