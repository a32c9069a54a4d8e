"""A contest in words: what it shows, in sentences that need no schooling in numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.deciding.comparing import Standing, is_tie
from argmap.deciding.denoting import Denoted
from argmap.deciding.doubting import Crux
from argmap.deciding.flipping import Flip
from argmap.reasoning.ranking import LEVEL

PAIRS = ((0, 1), (0, 2), (1, 2))  # the leading pairs, whose trade-offs are told


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and sentences."""

    heading: str
    sentences: tuple[str, ...]


class Recount(Denoted):
    """A contest told in sentences."""

    def sections(self) -> Iterator[Section]:
        """Yield what the contest shows, the most important first; what is empty is left out."""
        for heading, told in (
            ("result", self._result()),
            ("trade-offs", self._trades()),
            ("flips", self._flips()),
            ("cruxes", self._cruxes()),
            ("others", self._others()),
        ):
            if sentences := tuple(told):
                yield Section(self.say(heading), sentences)

    def notes(self) -> Section:
        """Return how the table is to be read."""
        say, contest = self.say, self.contest
        told = [say("cell-is")]
        if not self.is_full():
            told.append(say("cell-none"))
        if any(one.id not in contest.founded for one in self.all_reasons()):
            told.append(say("unfounded"))
        told.append(say("score-is", semantics=contest.tally.semantics))
        told.append(say("range-is", **self.room()))
        slots = {"count": self.scenarios, "seed": contest.question.seed}
        told.append(say("wins-is", **slots))
        scored = [one for one in contest.standings if one.score is not None]
        if not all(one.exact and one.firm for one in scored):
            told.append(say("sampled-is", **slots))
        return Section(say("notes"), (*told, say("yours")))

    def _result(self) -> Iterator[str]:
        say, contest = self.say, self.contest
        if who := contest.question.stakeholder:
            yield say("through", who=self.who(who))
        if not contest.tally.reasons:
            yield say("no-reasons")
        lost = [self.option(one.option) for one in contest.standings if one.score is None]
        if lost:
            unweighed = not any(contest.tally.weights)
            yield say("no-weights") if unweighed else say("unscored", options=self.joined(lost))
        yield from self._leader()
        yield from self._dominated()
        if contest.idle and len(contest.standings) > 1:
            key = "idle" if len(contest.idle) == 1 else "idle-several"
            yield say(key, criteria=self._criteria(contest.idle))
        if len(contest.standings) > 1 and not contest.as_now:
            yield say("no-as-now")

    def _leader(self) -> Iterator[str]:
        say, scored = self.say, [one for one in self.contest.standings if one.score is not None]
        if not scored:
            return
        first = scored[0]
        slots = {
            "first": self.option(first.option),
            "score": f"{first.score:.2f}",
            "range": self.range(first),
        }
        if len(self.contest.standings) == 1:
            yield say("alone", **slots)
            return
        if is_tie(self.contest):
            tied = [self.option(one.option) for one in scored if one.rank == 1]
            yield say("tie", options=self.joined(tied), **slots)
        elif len(scored) > 1:
            next_ones = [self.option(one.option) for one in scored if one.rank == 2]
            key = "leads" if len(next_ones) == 1 else "leads-several"
            second, lead = self.joined(next_ones), f"{first.margin:.2f}"
            yield say(key, second=second, lead=lead, **slots)
        for one in scored if is_tie(self.contest) else scored[:1]:
            if one.rank == 1:
                share = self.share(one.share)
                count = self.scenarios
                name = self.option(one.option)
                yield say("wins", first=name, share=share, count=count, **self.room())

    def _dominated(self) -> Iterator[str]:
        """Yield the options that another has the better of, each beside the best such one."""
        order = [one.option for one in self.contest.standings]
        for worse in order:
            better = [one for one in order if (one, worse) in self.contest.dominated]
            if better:
                names = {"worse": self.option(worse), "better": self.option(better[0])}
                yield self.say("dominated", **names)

    def _trades(self) -> Iterator[str]:
        standings = [one for one in self.contest.standings if None not in one.cells]
        for first, second in PAIRS:
            if second < len(standings):
                yield " ".join(self._trade(standings[first], standings[second]))

    def _trade(self, one: Standing, other: Standing) -> Iterator[str]:
        columns = self.contest.tally.columns
        gains = [(a or 0) - (b or 0) for a, b in zip(one.cells, other.cells, strict=True)]
        sides = list(zip(columns, gains, strict=True))
        ours = [column.id for column, gain in sides if gain > LEVEL]
        theirs = [column.id for column, gain in sides if gain < -LEVEL]
        level = [column.id for column, gain in sides if abs(gain) <= LEVEL]
        names = {"one": self.option(one.option), "other": self.option(other.option)}
        if ours and theirs:
            told = {"ones": self._criteria(ours), "others": self._criteria(theirs)}
            yield self.say("better", **names, **told)
        elif ours or theirs:
            if theirs:
                names = {"one": names["other"], "other": names["one"]}
            yield self.say("only-better", **names, ones=self._criteria(ours or theirs))
        else:
            yield self.say("level", **names)
            return
        if level:
            yield self.say("level-on", criteria=self._criteria(level))

    def _criteria(self, keys: Sequence[str]) -> str:
        return self.joined(self.say("quote", text=self.column(key)) for key in keys)

    def _flips(self) -> Iterator[str]:
        contest, say = self.contest, self.say
        if contest.lead is None:
            return
        first, second = (self.option(one.option) for one in contest.standings[:2])
        names = {"first": first, "second": second}
        if is_tie(contest):
            if contest.levers:
                yield say("already-level", **names)
            return
        for sort, flip in (("weight", contest.by_weight), ("confidence", contest.by_confidence)):
            if flip is None:
                yield say(f"{sort}-none", **names)
            else:
                yield self._flip(sort, flip, names)

    def _flip(self, sort: str, flip: Flip, names: dict[str, str]) -> str:
        way = "up" if flip.enough > flip.now else "down"
        what = self._criteria([flip.what]) if sort == "weight" else self.option(flip.what)
        slots = {"criterion" if sort == "weight" else "claim": what}
        numbers = {"now": f"{flip.now:g}", "enough": f"{flip.enough:g}"}
        return self.say(f"{sort}-{way}", **names, **slots, **numbers)

    def _cruxes(self) -> Iterator[str]:
        if self.contest.lead is None:
            return
        if not self.contest.cruxes:
            yield self.say("crux-none")
        before = tuple(one.option for one in self.contest.standings if one.rank == 1)
        for one in self.contest.cruxes:
            key = "crux-true" if one.reversed else "crux-false"
            slots = {"claim": self.option(one.claim), "strength": f"{one.strength:.2f}"}
            yield self.say(key, **slots, then=self._then(one, before))

    def _then(self, crux: Crux, before: tuple[str, ...]) -> str:
        if set(crux.winners) == set(before):
            options = zip(crux.ranks, self.contest.tally.options, strict=True)
            order = [
                self.say("place", rank=rank, option=self.named(key))
                for rank, key in sorted(options, key=lambda one: one[0])
            ]
            return self.say("then-order", order=self.say("semicolon").join(order))
        winners = self.joined(map(self.option, crux.winners))
        return self.say("then-wins" if len(crux.winners) == 1 else "then-tie", winners=winners)

    def _others(self) -> Iterator[str]:
        """Yield who comes first by each other semantics, those that agree together."""
        if self.contest.lead is None:
            return
        before = tuple(one.option for one in self.contest.standings if one.rank == 1)
        by_winners: dict[tuple[str, ...], list[str]] = {}
        for name, winners in self.contest.winners.items():
            if name != self.contest.tally.semantics:
                by_winners.setdefault(winners, []).append(name)
        for winners, names in sorted(by_winners.items(), key=lambda one: one[0] != before):
            same = set(winners) == set(before) and len(winners) == 1
            key = "same-winner" if same else "other-winner"
            key = "tied-winners" if len(winners) > 1 else key
            said = self.joined(map(self.option, winners))
            yield self.say(key, semantics=self.joined(names), winners=said)
