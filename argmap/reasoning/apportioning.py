"""How strong a claim is and whose doing that is; what would tip it, and what to find out first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from argmap.evaluating import Case, Semantics
from argmap.reasoning.contributing import Contributions, Share, contributions
from argmap.reasoning.probing import Probe
from argmap.reasoning.sloping import gradients
from argmap.reasoning.tipping import Goal, Tipping
from argmap.verdict import Label

Form = dict[str, Any]
LEVEL = 0.5
FEWEST, WORK = 5, 40_000  # claims whose contributions are told at least, and for what effort


@dataclass(frozen=True, slots=True)
class Tipped:
    """A change of one claim's base score that carries the strength to a level, or to a rival's.

    `exact` tells that no smaller change of that claim does.
    """

    claim: str
    before: float
    after: float
    exact: bool
    rival: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What the topic would be if an open claim proved true, and if it proved false."""

    claim: str
    if_true: float | None
    if_false: float | None
    label_if_true: Label | None = None
    label_if_false: Label | None = None

    @property
    def weight(self) -> tuple[bool, float]:
        """How much the answer matters: first whether it decides the label."""
        spread = abs((self.if_true or 0.0) - (self.if_false or 0.0))
        return self.label_if_true != self.label_if_false, spread


@dataclass(frozen=True, slots=True)
class Strength:
    """A strength, by ids: what each claim contributes, what tips it, and the certificate.

    `alone` is the strength without any of these claims; `orders` is 0 where Shapley shares are
    exact; `complete` tells that, of single changes of another claim, `tips` holds the least. There
    is no certificate in circles, where one formula can have several solutions.
    """

    semantics: str
    value: float
    base: float
    alone: float
    shares: Mapping[str, Share]
    orders: int
    tips: tuple[Tipped, ...]
    complete: bool
    certificate: Form | None


class Apportioning:
    """Apportions the strength of one claim under one semantics that has a formula."""

    def __init__(self, case: Case, claim: str, semantics: Semantics) -> None:
        if semantics.formula is None:
            raise ValueError(f"{semantics.name} has no formula")
        self.case, self.claim = case, claim
        self.name, self.formula = semantics.name, semantics.formula
        self.weights, self.numbers = case.weighted
        self.topic = self.numbers[claim]

    @cached_property
    def probe(self) -> Probe:
        """What the strength would be if something were otherwise."""
        return Probe(self.weights, self.formula, (self.topic,))

    @cached_property
    def players(self) -> dict[str, int]:
        """The other claims that bear on the claim."""
        return {
            key: self.numbers[key]
            for key in self.case.graph.map.claims
            if self.numbers[key] in self.probe.upstream and key != self.claim
        }

    @cached_property
    def counted(self) -> dict[str, int]:
        """The claims whose contributions are told: where circles make that long, only some.

        Those are told on whose confidence the strength depends most.
        """
        players = self.players
        cost = max(map(self.probe.cost, players.values()), default=1)
        most = max(FEWEST, WORK // cost)
        if len(players) <= most or self.probe.strength(self.topic) is None:
            return players
        values = self.probe.values
        slopes = gradients(self.weights, self.formula, self.topic, strengths=values)
        ranked = sorted(players, key=lambda key: -abs(slopes[players[key]] if slopes else 0.0))
        return {key: players[key] for key in ranked[:most]}

    def strength(self) -> Strength | None:
        """Return the strength and all that belongs to it; None where it does not settle."""
        players = self.counted
        found = contributions(self.weights, self.formula, self.topic, list(players.values()))
        if found is None:
            return None
        shares = {key: found.shares[number] for key, number in players.items()}
        ranked = sorted(shares, key=lambda key: -abs(shares[key].gradient or shares[key].removal))
        tips = tuple(self.tips(ranked))
        return Strength(
            semantics=self.name,
            value=found.strength,
            base=self.weights.bases[self.topic],
            alone=found.alone,
            shares=shares,
            orders=found.orders,
            tips=tips,
            complete=self.complete,
            certificate=None if self.probe.circles else self._form(found, shares, tips),
        )

    def tips(self, ranked: Sequence[str]) -> list[Tipped]:
        """Return the least changes: of the claim's own base score, of another's, past a rival.

        Where base scores have to be tried, those of the claims that matter most are.
        """
        players = {key: self.players[key] for key in dict.fromkeys((*ranked, *self.players))}
        level = Tipping(self.weights, self.formula, Goal(self.topic, LEVEL))
        found = [self._least(level, {self.claim: self.topic})]
        level.complete = True
        found.append(self._least(level, players))
        self.complete = level.complete
        if rival := self._rival():
            goal = Goal(self.topic, LEVEL, self.numbers[rival])
            past = Tipping(self.weights, self.formula, goal)
            others = {
                key: self.numbers[key]
                for key in self.case.graph.map.claims
                if self.numbers[key] in past.probe.upstream and key not in (self.claim, rival)
            }
            found.append(self._least(past, others, rival))
        return [one for one in found if one]

    def question(self, key: str) -> Question:
        """Return what the answer to an open question would do."""
        number = self.numbers[key]
        true = self.probe.known(number, 1.0).strength(self.topic)
        false = self.probe.known(number, 0.0).strength(self.topic)
        self.probe.again(number)
        return Question(key, true, false)

    def _least(self, tipping: Tipping, claims: Mapping[str, int], rival: str = "") -> Tipped | None:
        found = tipping.least(claims.values())
        if found is None:
            return None
        key = next(key for key, number in claims.items() if number == found.claim)
        return Tipped(key, found.before, found.after, found.exact, rival)

    def _rival(self) -> str:
        """Return the option that an option competes with: the best, or the next after the best."""
        options = [one for one in self.case.graph.map.options if one in self.numbers]
        if self.claim not in options or len(options) < 2:
            return ""
        probe = Probe(self.weights, self.formula, [self.numbers[one] for one in options])
        scored = {one: probe.strength(self.numbers[one]) for one in options if one != self.claim}
        known = {one: value for one, value in scored.items() if value is not None}
        return max(known, key=lambda one: known[one], default="")

    def _form(
        self, found: Contributions, shares: Mapping[str, Share], tips: tuple[Tipped, ...]
    ) -> Form:
        """Return what certifies the strength, on the claims that bear on it or on its rival."""
        kept = set(self.probe.upstream)
        for one in tips:
            if one.rival:
                kept |= Probe(self.weights, self.formula, (self.numbers[one.rival],)).upstream
        ids: dict[int, str] = {}
        for key, number in self.numbers.items():
            if number in kept:
                ids.setdefault(number, key)
        sides = {
            name: [
                [ids[source], ids[target], weight]
                for source, target, weight in zip(
                    side.sources, side.targets, side.weights, strict=True
                )
                if source in ids and target in ids
            ]
            for name, side in (
                ("attacks", self.weights.attacks),
                ("supports", self.weights.supports),
            )
        }
        return {
            "claim": self.claim,
            "semantics": self.name,
            "strength": found.strength,
            "alone": found.alone,
            "bases": {key: self.weights.bases[number] for number, key in ids.items()},
            **sides,
            "steps": {
                ids[step]: [ids[one] for one in premises]
                for step, premises in self.weights.premises.items()
                if step in ids
            },
            "shares": {
                key: {"removal": one.removal, "gradient": one.gradient, "shapley": one.shapley}
                | ({"error": one.error} if found.orders else {})
                for key, one in shares.items()
            },
            "tips": [
                {"claim": one.claim, "before": one.before, "after": one.after, "exact": one.exact}
                | ({"rival": one.rival} if one.rival else {"level": LEVEL})
                for one in tips
            ],
        }
