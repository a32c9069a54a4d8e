"""Why the label of a claim is what it is, with a certificate, and which answers would change it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from argmap.evaluating import Case, Semantics
from argmap.reasoning.defending import Defence, beside, defence
from argmap.reasoning.extending import Choice, outcome
from argmap.reasoning.frameworks import Framework, ancestors, grounded
from argmap.reasoning.framing import implying, is_assumed
from argmap.reasoning.grounding import Change, Form, Given, Ground, Told
from argmap.reasoning.labelling import IN, NOT_IN, OUT, UNDECIDED, Labels
from argmap.reasoning.turning import Answer, Field, flips
from argmap.reasoning.unfolding import Step, Unfolding
from argmap.verdict import Label

NAMES: Mapping[int, Label] = {IN: "in", OUT: "out", UNDECIDED: "undecided"}


class Voucher:
    """Vouches for the label of one claim."""

    def __init__(self, case: Case, claim: str) -> None:
        self.case, self.claim = case, claim
        framed = case.framed
        self.whole = framed.framework
        all_count = case.reading.support == "deductive"  # who attacks what a claim implies hits it
        number = framed.number[claim]
        self.kept = [*range(self.whole.size)] if all_count else ancestors(self.whole, number)
        self.topic = self.kept.index(framed.number[claim])

    @cached_property
    def framework(self) -> Framework:
        """The framework of all that may bear on the claim."""
        return self.whole.part(self.kept)

    @cached_property
    def ids(self) -> Sequence[str]:
        """The ids of what is in the framework: claims, and arguments that count on their own."""
        found: dict[int, str] = {}
        for key, number in self.case.framed.number.items():
            found.setdefault(number, key)
        return [found[number] for number in self.kept]

    @cached_property
    def labels(self) -> Labels:
        """The grounded labels."""
        return grounded(self.framework)

    def grounds(self, semantics: Semantics) -> list[Ground]:
        """Return why the claim has its label: one reason, or one each for outcomes that differ."""
        choice = semantics.choice
        if choice is None or choice.conflict_free:
            return []
        if self.labels[self.topic] != UNDECIDED:
            return [self.surely()]
        if not choice.single:
            return self.by_outcomes(choice)
        labels = self._in_part(outcome(choice, self.whole, self.case.effort))
        return [self.surely() if labels[self.topic] == UNDECIDED else self.of(labels)]

    def surely(self) -> Ground:
        """Return why the claim has its grounded label."""
        label = self.labels[self.topic]
        if label == UNDECIDED:
            chosen = [n for n, one in enumerate(self.labels) if one == IN]
            steps = Unfolding(self.framework, chosen, self.labels).hangs(self.topic)
            return self._ground(label, Defence(tuple(chosen), True), steps, sure=True)
        return self._shown(label, None)

    def by_outcomes(self, choice: Choice) -> list[Ground]:
        """Return a reason for each way in which outcomes judge the claim."""
        number = self.kept[self.topic]
        found = []
        for mask in (IN, NOT_IN):
            labels = outcome(choice, self.whole, self.case.effort, (number, mask))
            if labels is not None:
                found.append(self.of(self._in_part(labels)))
        return found

    def of(self, labels: Labels) -> Ground:
        """Return why the claim has its label in one outcome."""
        label = labels[self.topic]
        accepted = [n for n, one in enumerate(labels) if one == IN]
        if label == UNDECIDED:
            return self._ground(label, Defence(tuple(accepted), True), (), sure=False)
        return self._shown(label, accepted)

    def change(self) -> Change | None:
        """Return the fewest new answers with which the claim stands, or no longer stands."""
        found = flips(self.field, self.topic)
        if found is None:
            return None
        return Change(
            tuple(
                tuple(Given(one.sort, self.ids[one.claim]) for one in ones) for ones in found.sets
            ),
            found.least,
            found.every,
        )

    def if_known(self, key: str) -> tuple[Label, Label]:
        """Return the grounded labels of the claim if another proved true, and if false."""
        if key not in self.ids:
            label = NAMES[self.labels[self.topic]]
            return label, label
        one = self.ids.index(key)
        attackers, groups = list(self.framework.attackers), dict(self.framework.groups)
        attackers[one] = []
        groups.pop(one, None)
        true = grounded(Framework(attackers, groups))[self.topic]
        false = grounded(self.field.after([Answer(one, "attack")]))[self.topic]
        return NAMES[true], NAMES[false]

    @cached_property
    def field(self) -> Field:
        """Where new answers could be given."""
        graph, reading, framed = self.case.graph, self.case.reading, self.case.framed
        place = {number: n for n, number in enumerate(self.kept)}
        claims = [number for number in self.kept if number < len(graph.map.claims)]
        above = implying(graph, framed, reading)
        hits = {place[one]: [place[hit] for hit in above(one) if hit in place] for one in claims}
        needy = set()
        for one in claims if reading.support != "ignore" else ():
            groups = self.framework.groups.get(place[one], ())
            read = reading.support == "necessary" or not any(groups)
            if groups and read and not is_assumed(graph.map.claims[self.ids[place[one]]]):
                needy.add(place[one])
        return Field(self.framework, hits, frozenset(needy))

    def after(self, answers: Sequence[Given]) -> Form:
        """Return what certifies the label that the claim has with new answers."""
        number = {key: n for n, key in enumerate(self.ids)}
        given = [Answer(number[one.claim], one.sort) for one in answers]  # type: ignore[arg-type]
        framework = self.field.after(given)
        names = [*self.ids, *(f"new {n}" for n, _ in enumerate(given))]
        labels = grounded(framework)
        label = labels[self.topic]
        accepted = [n for n, one in enumerate(labels) if one == IN]
        if label != UNDECIDED:
            found = defence(framework, self.topic, falls=label == OUT)
            accepted = list(found.members) if found else accepted
        return {
            "answers": [
                {"hits": [self.ids[hit] for hit in self.field.hits[one.claim]]}
                if one.sort == "attack"
                else {"reason": self.ids[one.claim]}
                for one in given
            ],
            "set": [names[one] for one in accepted],
            "label": NAMES[label],
        }

    def _shown(self, label: int, among: Sequence[int] | None) -> Ground:
        found = defence(self.framework, self.topic, falls=label == OUT, among=among)
        if found is None:
            raise ValueError("a label that no set shows")  # cannot be: its outcome is such a set
        unfolding = Unfolding(self.framework, found.members, beside(self.framework, found.members))
        tell = unfolding.stands if label == IN else unfolding.falls
        return self._ground(label, found, tell(self.topic), sure=among is None)

    def _ground(self, label: int, found: Defence, steps: Sequence[Step], *, sure: bool) -> Ground:
        shown = tuple(self.ids[one] for one in found.members)
        told = tuple(
            Told(one.sort, self.ids[one.of], tuple(self.ids[by] for by in one.by)) for one in steps
        )
        name = NAMES[label]
        return Ground(name, sure, told, shown, found.exact, self._form(name, shown, sure))

    def _form(self, label: Label, shown: Sequence[str], sure: bool) -> Form:
        ids = self.ids
        return {
            "claim": self.claim,
            "label": label,
            "grounded": sure or label == "undecided",
            "set": list(shown),
            "arguments": list(ids),
            "attacks": [
                [ids[one], ids[victim]]
                for victim, ones in enumerate(self.framework.attackers)
                for one in ones
            ],
            "needs": [
                [ids[owner], [ids[one] for one in group]]
                for owner, groups in self.framework.groups.items()
                for group in groups
            ],
        }

    def _in_part(self, labels: Labels | None) -> list[int]:
        return [UNDECIDED if labels is None else labels[number] for number in self.kept]
