"""How strong a claim is, in sentences: whose doing that is, what would tip it, what to find out."""

from collections.abc import Callable, Iterator, Mapping

from argmap.reasoning.accounting import Explanation
from argmap.reasoning.apportioning import LEVEL, Question, Strength, Tipped
from argmap.reasoning.contributing import Share
from argmap.reasoning.mentioning import Naming, number

NONE, LITTLE = 1e-9, 0.005  # what is nothing, and what nobody notices
WAYS: Mapping[str, Callable[[Share], float]] = {
    "removal": lambda share: share.removal,
    "gradient": lambda share: share.gradient or 0.0,
    "shapley": lambda share: share.shapley,
}


class Scales:
    """Tells of strengths."""

    def __init__(self, told: Explanation, name: Naming) -> None:
        self.told, self.name, self.say = told, name, name.manner.say
        self.label = told.verdict.labels.get(told.claim)

    def strength(self) -> Iterator[str]:
        """Yield how strong the claim is, whose doing that is, and what would tip it."""
        found = self.told.strength
        if found is None:
            yield self.say("unsettled")
            return
        yield self.say("value", value=number(found.value), base=number(found.base))
        side = "in" if found.value > LEVEL else "out"
        if self.label in ("in", "out") and side != self.label and not _is_even(found):
            yield self.say("at-odds")
        yield from self.shares(found)
        if self.name.manner.every:
            yield from self.tips(found)

    def shares(self, found: Strength) -> Iterator[str]:
        """Yield which claims matter most."""
        gains = {key: one.removal for key, one in found.shares.items()}
        if gains and NONE < max(map(abs, gains.values())) < LITTLE:
            yield self.say("adds-little")
            return
        most = max(gains, key=lambda key: gains[key], default="")
        least = min(gains, key=lambda key: gains[key], default="")
        does = bool(gains) and gains[most] >= LITTLE
        takes = bool(gains) and gains[least] <= -LITTLE
        slots = {
            "most": self.name.claim(most) if does else "",
            "least": self.name.claim(least) if takes else "",
            "less": number(found.value - gains[most]) if does else "",
            "more": number(found.value - gains[least]) if takes else "",
        }
        key = "both-ways" if does and takes else "adds" if does else "takes-away"
        yield self.say(key if does or takes else "adds-nothing", **slots)
        if (does or takes) and self.name.manner.every:
            yield from self.differences(found)

    def differences(self, found: Strength) -> Iterator[str]:
        """Yield where other ways of counting put another claim first."""
        removal, gradient, shapley = (_top(found.shares, way) for way in WAYS.values())
        small = [] if set(removal) & set(gradient) else gradient
        fair = [] if set(removal) & set(shapley) else shapley
        names = {
            "small": self.name.claim(small[0]) if small else "",
            "fair": self.name.claim(fair[0]) if fair else "",
        }
        if small and fair:
            yield self.say("differ-same" if small[0] == fair[0] else "differ", **names)
        elif small or fair:
            yield self.say("differ-small" if small else "differ-fair", **names)

    def tips(self, found: Strength) -> Iterator[str]:
        """Yield which least changes of trust would carry the strength across a line."""
        for one in found.tips:
            by_trial = "" if one.exact else " " + self.say("by-trial")
            slots = {"before": number(one.before), "after": number(one.after, up=_is_up(one))}
            way = "up" if _is_up(one) else "down"
            if one.claim != self.told.claim:
                rival = self.name.claim(one.rival) if one.rival else ""
                key = "tip-rival" if rival else "tip"
                claim = self.name.claim(one.claim)
                yield self.say(f"{key}-{way}", claim=claim, rival=rival, **slots) + by_trial
            else:
                yield self.say(f"tip-own-{way}", **slots) + by_trial
        is_found = any(one.claim != self.told.claim and not one.rival for one in found.tips)
        if found.shares and found.complete and not is_found and not _is_even(found):
            yield self.say("tip-none")

    def question(self) -> Iterator[str]:
        """Yield which open question to look into first."""
        asked = [one for one in self.told.questions if _is_felt(one)]
        if not asked:
            if self.told.questions and self.name.manner.every:
                yield self.say("ask-nothing")
            return
        first = asked[0]
        claim = self.name.place(first.claim)
        if first.label_if_true != first.label_if_false:
            yield self.say("ask-label", claim=claim)
        else:
            values = [number(one or 0.0) for one in (first.if_true, first.if_false)]
            yield self.say("ask", claim=claim, true=values[0], false=values[1])
        if asked[1:] and self.name.manner.every:
            keys = [one.claim for one in asked[1:]]
            yield self.say("more-questions", claims=self.name.listed(keys, places=True))
        if self.told.passed_over:
            yield self.say("ask-not-looked", count=self.told.passed_over)


def _top(shares: Mapping[str, Share], way: Callable[[Share], float]) -> list[str]:
    """Return the claims that matter most in one way of counting; none where none does."""
    sizes = {key: abs(way(one)) for key, one in shares.items()}
    top = max(sizes.values(), default=0.0)
    return [key for key, size in sizes.items() if size >= top - NONE and top > NONE]


def _is_felt(one: Question) -> bool:
    """Tell whether the answer to a question changes the label, or the strength as it is shown."""
    if one.label_if_true != one.label_if_false:
        return True
    values = {number(value or 0.0) for value in (one.if_true, one.if_false)}
    return one.weight >= (False, LITTLE) and len(values) > 1


def _is_up(one: Tipped) -> bool:
    return one.after > one.before


def _is_even(found: Strength) -> bool:
    return abs(found.value - LEVEL) <= NONE
