"""What things are called in a comparison of options, and how its numbers are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from argmap.deciding.comparing import Contest, Standing
from argmap.deciding.ranging import Spread
from argmap.deciding.sampling import SCENARIOS
from argmap.model import Argument
from argmap.phrasing import Phrases
from argmap.reasoning.ranking import OTHER
from argmap.text import one_line

SIGNS = ((0.8, "++"), (0.6, "+"), (0.4, "±"), (0.2, "−"))
NOTHING = "∅"
SEEN = "≈"


@dataclass(frozen=True)
class Denoted:
    """A contest and the words to tell it in."""

    contest: Contest
    say: Phrases

    @property
    def scenarios(self) -> str:
        """How many scenarios there are, as it is written."""
        return f"{SCENARIOS:,}".replace(",", self.say("thousands"))

    def option(self, key: str) -> str:
        """Return what an option is called, in quotation marks."""
        return self.say("quote", text=self.named(key))

    def named(self, key: str) -> str:
        """Return what a claim is called, in one line."""
        return one_line(self.contest.map.claims[key].name).rstrip(".")

    def who(self, key: str) -> str:
        """Return the name of a stakeholder."""
        return one_line(self.contest.map.stakeholders.get(key, key))

    def column(self, key: str) -> str:
        """Return the text of a criterion."""
        return one_line(self._texts[key]).rstrip(".") if key else self.say("other-title")

    def head(self, key: str) -> str:
        """Return the short name of a criterion."""
        return key if key != OTHER else self.say("other")

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {one.id: one.text for one in self.contest.tally.columns}

    def joined(self, names: Iterable[str]) -> str:
        """Return names as a list in a sentence."""
        *some, last = names
        return self.say("and", first=", ".join(some), last=last) if some else last

    def cell(self, value: float | None) -> str:
        """Return what a cell is worth, with its sign."""
        return self.say("unsettled") if value is None else f"{sign(value)} {value:.2f}"

    def score(self, one: Standing) -> str:
        """Return a score, never without its range."""
        if one.score is None:
            return self.say("unsettled")
        return f"{one.score:.2f} ({'' if one.exact else SEEN}{one.low:.2f}–{one.high:.2f})"

    def rank(self, one: Standing) -> str:
        """Return a rank with its range."""
        if one.rank is None:
            return self.say("unsettled")
        still = one.best == one.worst
        told = self.say("always") if still else f"{one.best}–{one.worst}"
        return f"{one.rank} ({'' if one.firm else SEEN}{told})"

    def range(self, one: Standing) -> str:
        """Return the range of a score, in words."""
        low, high = f"{one.low:.2f}", f"{one.high:.2f}"
        return ("" if one.exact else f"{SEEN} ") + self.say("to", low=low, high=high)

    def share(self, share: float | None) -> str:
        """Return a share in percent; what is not quite all or nothing is not said to be so."""
        if share is None:
            return self.say("unsettled")
        number = round(100 * share)
        if number == 0 and share > 0:
            return self.say("less-than", number=1)
        if number == 100 and share < 1:
            return self.say("more-than", number=99)
        return self.say("percent", number=number)

    def reasons(self, option: str, column: str) -> tuple[Argument, ...]:
        """Return the reasons in a cell, those for the option first."""
        return self.contest.tally.reasons.get((option, column), ())

    def is_full(self) -> bool:
        """Tell whether there is a reason in every cell."""
        contest = self.contest
        return len(contest.tally.reasons) == len(contest.standings) * len(contest.tally.columns)

    def called(self, reason: Argument) -> str:
        """Return the ids of a reason's premises; a mark where it rests on nothing."""
        mark = "" if reason.id in self.contest.founded else "°"
        return " + ".join(map(one_line, reason.premises)) + mark

    def worth(self, reason: Argument) -> float | None:
        """Return how much a reason counts."""
        tally = self.contest.tally
        return tally.worth(reason, self._strengths)

    @cached_property
    def _strengths(self) -> list[float | None]:
        return self.contest.tally.strengths(self.contest.tally.bases)

    def all_reasons(self) -> Iterator[Argument]:
        """Yield every reason at an option."""
        return (one for ones in self.contest.tally.reasons.values() for one in ones)

    def room(self) -> dict[str, str]:
        """Return how much may change, in words."""
        spread: Spread = self.contest.question.spread
        percent = self.say("percent", number=f"{100 * spread.weights:g}")
        return {"weights": percent, "confidences": f"{spread.confidences:g}"}


def sign(value: float) -> str:
    """Return a cell's strength as a sign.

    >>> [sign(value) for value in (1, 0.75, 0.5, 0.3, 0.1)]
    ['++', '+', '±', '−', '−−']
    """
    return next((mark for least, mark in SIGNS if value >= least), "−−")
