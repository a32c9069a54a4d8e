"""Carneades: statements, arguments that are weighed, and issues that a proof standard resolves.

The grounded labelling of a Carneades argument evaluation structure (Gordon, Prakken & Walton 2007;
Gordon & Walton 2016, "Formalizing balancing arguments"): what is assumed is in, and other positions
on its issue are out. An argument can be weighed once its undercutter is in, or out and no premise
undecided; when undercut it weighs nothing. A statement is out when all its arguments can be weighed
and none weighs anything; one that is not at issue is in when some argument weighs something. An
issue is resolved when all arguments for all its positions can be weighed: that position wins whose
best argument beats the best of every other by the standard. Nobody wins a tie.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum
from typing import Any, Literal

from argmap.verdict import Label

Standard = Literal["PE", "CCE", "BRD"]
STANDARDS: Mapping[str, Standard] = {"PE": "PE", "CCE": "CCE", "BRD": "BRD"}
MARGIN, DOUBT = 0.5, 0.3  # by how much the winner must weigh more; how little all others must weigh
_TERM = re.compile(r"\s*([^(,\s]+)\s*\(\s*([^,]*?)\s*,\s*(.*?)\s*\)\s*$")


@dataclass(frozen=True, slots=True)
class Proof:
    """An argument: what it concludes from what, and how it is weighed.

    `weighing` is `linked`, `convergent`, `cumulative`, `factorized`, or a mapping with one key:
    `constant`, `criteria` or `preference`. `factor` scales the weight; `traits` are what a
    preference among arguments goes by.
    """

    conclusion: str
    premises: tuple[str, ...] = ()
    weighing: str | Mapping[str, Any] = "linked"
    undercutter: str = ""
    factor: float = 1.0
    traits: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Issue:
    """Positions that exclude each other, and the standard by which one of them wins."""

    positions: tuple[str, ...]
    standard: Standard = "PE"


@dataclass(frozen=True)
class Structure:
    """What is claimed, argued, at issue and assumed; `terms` are formulas that statements have."""

    statements: Sequence[str]
    proofs: Mapping[str, Proof]
    issues: Sequence[Issue] = ()
    assumed: frozenset[str] = frozenset()
    terms: Mapping[str, str] = field(default_factory=dict)


class Weighing:
    """Labels the statements of a structure, and weighs its arguments.

    >>> found = Weighing(Structure(["p", "q"], {"a": Proof("q", ("p",))}, assumed=frozenset("p")))
    >>> found.labels, found.weight("a")
    ({'p': 'in', 'q': 'in'}, 1.0)
    """

    def __init__(self, structure: Structure) -> None:
        self.structure, self.proofs = structure, structure.proofs
        self.labels: dict[str, Label] = dict.fromkeys(structure.statements, "undecided")
        self.into: dict[str, list[str]] = {key: [] for key in structure.statements}
        self.uses: dict[str, list[str]] = {key: [] for key in structure.statements}
        for name, proof in self.proofs.items():
            self.into[proof.conclusion].append(name)
            for one in {*proof.premises, proof.undercutter} - {""}:
                self.uses[one].append(proof.conclusion)
        self.issue = {one: issue for issue in structure.issues for one in issue.positions}
        self._run()

    def weight(self, name: str) -> float:
        """Return what an argument weighs; 0 while it cannot be weighed."""
        proof = self.proofs[name]
        if not self.is_ready(name) or self.labels.get(proof.undercutter) == "in":
            return 0.0
        return proof.factor * self._weighed(name, proof)

    def is_ready(self, name: str) -> bool:
        """Tell whether an argument can be weighed."""
        proof = self.proofs[name]
        undercut = self.labels.get(proof.undercutter, "out")
        if undercut != "out":
            return undercut == "in"
        return all(self.labels[one] != "undecided" for one in proof.premises)

    def _run(self) -> None:
        queue = [one for one in self.structure.statements if one in self.structure.assumed]
        for one in queue:
            self.labels[one] = "in"
        for issue in self.structure.issues:
            if any(self.labels[one] == "in" for one in issue.positions):
                open_ones = [one for one in issue.positions if self.labels[one] == "undecided"]
                self.labels.update(dict.fromkeys(open_ones, "out"))
        queue = list(self.structure.statements)
        for one in queue:
            if self.labels[one] == "undecided":
                for settled in self._settle(one):
                    queue += self._after(settled)

    def _after(self, settled: str) -> list[str]:
        """Return what the label of a statement may decide: conclusions, and rivals of these."""
        found = [settled, *self.uses[settled]]
        for one in list(found):
            if one in self.issue:
                found += self.issue[one].positions
                found += (other for p in self.issue[one].positions for other in self.uses[p])
        return [one for one in dict.fromkeys(found) if self.labels[one] == "undecided"]

    def _settle(self, one: str) -> Iterable[str]:
        """Label a statement, or its issue, where that can be done; return what was labelled."""
        names = self.into[one]
        if all(self.is_ready(name) and not self.weight(name) > 0 for name in names):
            self.labels[one] = "out"
            return (one,)
        issue = self.issue.get(one)
        if issue is None:
            if any(self.is_ready(name) and self.weight(name) > 0 for name in names):
                self.labels[one] = "in"
                return (one,)
            return ()
        rivals = [name for position in issue.positions for name in self.into[position]]
        if not all(self.is_ready(name) for name in rivals):
            return ()
        winner = self._winner(issue)
        for position in issue.positions:
            self.labels[position] = "in" if position == winner else "out"
        return issue.positions

    def _winner(self, issue: Issue) -> str | None:
        best = {
            one: max((self.weight(name) for name in self.into[one]), default=0.0)
            for one in issue.positions
        }
        for one, weight in best.items():
            others = [best[other] for other in best if other != one]
            if weight > 0 and all(_beats(issue.standard, weight, other) for other in others):
                return one
        return None

    def _weighed(self, name: str, proof: Proof) -> float:
        labels = [self.labels[one] for one in proof.premises]
        share = labels.count("in") / len(labels) if labels else 1.0
        if isinstance(proof.weighing, str):
            return self._plainly(proof, share)
        if "constant" in proof.weighing:
            return float(proof.weighing["constant"])
        if "criteria" in proof.weighing:
            return self._by_criteria(proof, proof.weighing["criteria"])
        ranked = share == 1 and self._by_preference(name, proof, proof.weighing["preference"])
        return float(ranked)

    def _plainly(self, proof: Proof, share: float) -> float:
        if proof.weighing == "cumulative":
            return share
        if proof.weighing == "convergent":
            return 1.0 if share and proof.premises else 0.0
        if share < 1:
            return 0.0
        if proof.weighing == "factorized" and proof.conclusion in self.issue:
            mentioned = {
                premise
                for position in self.issue[proof.conclusion].positions
                for name in self.into[position]
                for premise in self.proofs[name].premises
            }
            return len(proof.premises) / len(mentioned) if mentioned else 1.0
        return 1.0

    def _by_criteria(self, proof: Proof, rule: Mapping[str, Any]) -> float:
        """Weigh by hard constraints, which knock out, and soft ones, which add up."""
        hard = [proof.premises[n] for n in rule.get("hard") or () if n < len(proof.premises)]
        if any(self.labels[one] == "out" for one in hard):
            return 0.0
        soft: Mapping[str, Any] = rule.get("soft") or {}
        total = fsum(float(one["factor"]) for one in soft.values())
        gained = []
        for trait, one in soft.items():
            value = self._value(proof, trait)
            if value is None:
                return 0.0
            gained.append(float(one["factor"]) / total * float(one["values"].get(value, 0)))
        return fsum(gained)

    def _value(self, proof: Proof, trait: str) -> str | None:
        """Return the object of the premise `trait(subject, object)`, or of the rival that is in."""
        for premise in proof.premises:
            issue = self.issue.get(premise, Issue((premise,)))
            if (term := self._term(premise)) and term[0] == trait:
                for one in (premise, *issue.positions):
                    if self.labels[one] == "in" and (found := self._term(one)):
                        return found[1]
        return None

    def _term(self, statement: str) -> tuple[str, str] | None:
        match = _TERM.match(self.structure.terms.get(statement, statement))
        return (match[1], match[3]) if match else None

    def _by_preference(self, name: str, proof: Proof, rule: Sequence[Mapping[str, Any]]) -> float:
        """Weigh by rank among all arguments on the issue, the highest being 1."""
        if proof.conclusion not in self.issue:
            return 1.0
        rivals = [
            other for one in self.issue[proof.conclusion].positions for other in self.into[one]
        ]
        ranks = sorted({_rank(self.proofs[other], rule) for other in rivals})
        return (ranks.index(_rank(self.proofs[name], rule)) + 1) / len(ranks)


def _beats(standard: Standard, weight: float, other: float) -> bool:
    clear = weight > other and (standard == "PE" or weight - other > MARGIN)
    return clear and (standard != "BRD" or other < DOUBT)


def _rank(proof: Proof, rule: Sequence[Mapping[str, Any]]) -> tuple[tuple[bool, float, str], ...]:
    """Return a key by which the weaker of two arguments comes first."""
    found = []
    for one in rule:
        value, order = proof.traits.get(one["property"]), one.get("order", "ascending")
        if isinstance(order, Sequence) and not isinstance(order, str):
            place = list(order).index(value) if value in order else len(order)
            found.append((True, float(-place), ""))
        elif isinstance(value, int | float):
            found.append((True, float(value if order == "ascending" else -value), ""))
        else:
            text = "" if value is None else str(value)
            found.append((value is not None, 0.0, text if order == "ascending" else _flipped(text)))
    return tuple(found)


def _flipped(text: str) -> str:
    """Return a text that sorts the other way round."""
    return "".join(chr(0x10FFFF - ord(letter)) for letter in text) + chr(0x10FFFF)
