"""Explain one claim of a map: why its verdict is what it is, and what would change it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from argmap.errors import UnknownName
from argmap.evaluating import Case, chosen
from argmap.model import ArgMap
from argmap.reasoning.apportioning import Apportioning, Question, Strength
from argmap.reasoning.certifying import certified
from argmap.reasoning.grounding import Change, Ground
from argmap.reasoning.hearing import Hearing
from argmap.reasoning.labelling import Effort
from argmap.reasoning.reckoning import reckoned
from argmap.reasoning.vouching import Voucher
from argmap.text import nearest
from argmap.verdict import Reading, Support, Verdict

SPREAD = 1e-9
LOOKS, FEWEST = 200_000, 16  # claims labelled in all for open questions, and questions at least


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """Why a claim has its verdict, and what would change it.

    `grounds` are the reasons for its label: one, or one for each way in which outcomes judge it.
    `change` are the new answers after which it stands, or no longer stands. `questions` are the
    open claims whose answer matters, first the one that matters most. Of `passed_over` more it was
    not looked at whether they decide the label.
    """

    claim: str
    verdict: Verdict
    reading: Reading
    grounds: tuple[Ground, ...] = ()
    change: Change | None = None
    strength: Strength | None = None
    questions: tuple[Question, ...] = ()
    passed_over: int = 0
    certificate: dict[str, Any]

    @property
    def is_certified(self) -> bool:
        """Whether the certificate holds, by a check that knows nothing of how it was found."""
        labels, strength = self.certificate["labels"], self.certificate["strength"]
        return all(map(certified, labels)) and (strength is None or reckoned(strength))


def explain(
    argmap: ArgMap,
    claim: str,
    semantics: str | Iterable[str] = (),
    *,
    support: Support = "necessary",
    needs_support: bool = False,
    seconds: float = 10.0,
) -> Explanation:
    """Return why a claim has its verdict; `semantics` are as for `evaluate`.

    >>> from argmap.model import Argument, Claim
    >>> claims = {one: Claim(id=one, text=one) for one in "ab"}
    >>> arguments = {"x": Argument(id="x", premises=("b",), conclusion="a", polarity="attack")}
    >>> found = explain(ArgMap(claims=claims, arguments=arguments), "a")
    >>> found.verdict.labels["a"], [(one.sort, one.by) for one in found.grounds[0].steps]
    ('out', [('attacked', ('b',)), ('free', ())])
    >>> found.change.sets, found.is_certified
    (((Given(sort='attack', claim='b'),),), True)
    """
    return _Account(
        argmap, claim, _names(semantics), Reading(support, needs_support), seconds
    ).all()


def found(argmap: ArgMap, name: str) -> str:
    """Return the id of a claim from its id, or the unique beginning of its id or text.

    >>> from argmap.model import Claim
    >>> street = ArgMap(claims={"wet": Claim(id="wet", text="The street is wet.")})
    >>> found(street, "the street"), found(street, "w")
    ('wet', 'wet')
    """
    if name in argmap.claims:
        return name
    start = " ".join(name.casefold().split())
    fitting = [
        key
        for key, claim in argmap.claims.items()
        if start
        and any(
            " ".join(one.casefold().split()).startswith(start)
            for one in (key, claim.text, claim.label)
        )
    ]
    if len(fitting) == 1:
        return fitting[0]
    texts = {one.text: key for key, one in argmap.claims.items()}
    near = nearest(name, texts)
    raise UnknownName("claims", name, fitting or ([texts[near]] if near else argmap.claims))


def _names(semantics: str | Iterable[str]) -> list[str]:
    given = semantics.split(",") if isinstance(semantics, str) else semantics
    return [name for one in given if (name := one.strip())]


class _Account:
    """Puts together what is to be said of one claim."""

    def __init__(
        self, argmap: ArgMap, claim: str, names: Sequence[str], reading: Reading, seconds: float
    ) -> None:
        self.claim, self.passed_over = claim, 0
        self.case = Case(argmap, reading, Effort(seconds))
        judges = chosen(self.case, names)
        self.labels = next(one for one in judges if one.gives == "labels")
        self.grades = next(one for one in judges if one.gives == "strengths")

    def all(self) -> Explanation:
        """Return the explanation."""
        labels, grades = self.labels.judge(self.case), self.grades.judge(self.case)
        verdict = replace(
            labels,
            semantics=f"{self.labels.name}, {self.grades.name}",
            strengths=grades.strengths,
            bases=grades.bases,
            notes=labels.notes + grades.notes,
        )
        apportioning = Apportioning(self.case, self.claim, self.grades)
        strength = apportioning.strength()
        grounds = self.grounds(labels)
        change = self.change() if grounds else None
        questions = tuple(self.questions(apportioning))
        return Explanation(
            claim=self.claim,
            verdict=verdict,
            reading=self.case.reading,
            grounds=tuple(grounds),
            change=change,
            strength=strength,
            questions=questions,
            passed_over=self.passed_over,
            certificate={
                "labels": [self.form(one, change) for one in grounds],
                "strength": strength and strength.certificate,
            },
        )

    @cached_property
    def looks(self) -> int:
        """How many open claims are looked at for what they do to the label."""
        return max(FEWEST, LOOKS // max(1, len(self.case.graph.map.claims)))

    @cached_property
    def voucher(self) -> Voucher:
        """Who vouches for the label."""
        return Voucher(self.case, self.claim)

    @cached_property
    def hearing(self) -> Hearing:
        """Who tells of the label where it comes from proof standards."""
        return Hearing(self.case, self.claim)

    def change(self) -> Change | None:
        """Return the fewest new answers, where these can be told."""
        if self.labels.name == "carneades":
            return self.hearing.change(self.labels)
        return self.voucher.change() if self.labels.name == "grounded" else None

    def grounds(self, labels: Verdict) -> list[Ground]:
        """Return the reasons for the label, as far as there are any."""
        if self.labels.name == "carneades":
            return [self.hearing.ground()]
        none = any(note.key == "no-outcome" for note in labels.notes)
        if self.labels.choice is None or none or self.claim not in labels.labels:
            return []
        return self.voucher.grounds(self.labels)

    def form(self, ground: Ground, change: Change | None) -> dict[str, Any]:
        """Return a certificate of a label, with those of the labels after new answers."""
        if self.labels.name == "carneades":
            return ground.certificate
        flips = [self.voucher.after(one) for one in change.sets] if change else []
        return {**ground.certificate, "flips": flips}

    def questions(self, apportioning: Apportioning) -> list[Question]:
        """Return the open questions that matter, first the one that matters most."""
        claims = self.case.graph.map.claims
        asked = [apportioning.question(key) for key in apportioning.players if claims[key].open]
        if self.labels.name == "grounded":
            asked.sort(key=lambda one: one.weight, reverse=True)
            judged = []
            for one in asked[: self.looks]:
                true, false = self.voucher.if_known(one.claim)
                judged.append(replace(one, label_if_true=true, label_if_false=false))
            self.passed_over = len(asked) - len(judged)
            asked = [*judged, *asked[self.looks :]]
        asked.sort(key=lambda one: one.weight, reverse=True)
        return [one for one in asked if one.weight > (False, SPREAD)]
