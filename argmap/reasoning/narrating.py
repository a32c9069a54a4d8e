"""An explanation in sentences that a student understands."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from argmap.model import ArgMap
from argmap.reasoning.accounting import Explanation
from argmap.reasoning.grounding import Given, Ground, Told, heaviest
from argmap.reasoning.mentioning import STEPS, Manner, Naming, number
from argmap.reasoning.proving import STANDARDS
from argmap.reasoning.scaling import Scales
from argmap.reasoning.terming import terms


def narrated(argmap: ArgMap, told: Explanation, manner: Manner) -> Iterator[str]:
    """Yield the lines of an explanation: the least that answers, or all of it."""
    teller = _Teller(argmap, told, manner)
    yield from teller.shaped("", [teller.verdict()])
    gap = True
    for heading, sentences in teller.sections():
        if sentences:
            if gap or manner.every or heading == "technical":
                yield ""
            yield from teller.shaped(manner.say(heading), sentences)
            gap = heading == "why"


class _Teller:
    def __init__(self, argmap: ArgMap, told: Explanation, manner: Manner) -> None:
        self.told, self.manner, self.say = told, manner, manner.say
        self.name = Naming(argmap, manner, told.claim)
        self.map = argmap
        self.label = told.verdict.labels.get(told.claim)
        self.labels_by, _ = told.verdict.semantics.split(", ")
        self.untold = 0

    def shaped(self, heading: str, sentences: Sequence[str]) -> Iterator[str]:
        """Yield a heading and its sentences, as a list where there are several."""
        bold = f"\x1b[1m{heading}\x1b[0m" if self.manner.colour else heading
        if len(sentences) == 1:
            lines = self._wrapped(f"{heading} {sentences[0]}".strip(), "")
            yield bold + lines[0][len(heading) :]
            yield from lines[1:]
            return
        yield bold
        for one in sentences:
            yield from self._wrapped(f"- {one}", "  ")

    def verdict(self) -> str:
        """Return the verdict in a sentence."""
        notes = {note.key: note.slots for note in self.told.verdict.notes}
        key: str = self.label or "unknown"
        if "no-outcome" in notes:
            key = "no-outcome"
        elif len(self.told.grounds) > 1 and self.label == "undecided":
            key = "split"
        elif self.told.grounds and not self.told.grounds[0].grounded:
            key = "everywhere" if self.label == "in" else "nowhere"
        slots = {
            "semantics": self.labels_by,
            "seconds": notes.get("not-decided", {}).get("seconds"),
        }
        return self.say(key, claim=self.name.claim(self.told.claim), **slots)

    def sections(self) -> Iterator[tuple[str, list[str]]]:
        """Yield headings and what belongs below them."""
        yield "why", list(self.why())
        yield "change", list(self.change())
        scales = Scales(self.told, self.name)
        strength = list(scales.strength())
        yield "strength", strength if self.manner.every else [" ".join(strength)]
        question = list(scales.question())
        together = self.manner.every or not question
        yield "question", question if together else [" ".join(question)]
        if self.manner.technical:
            yield "technical", list(terms(self.told, self.say))

    def why(self) -> Iterator[str]:
        """Yield why the label is what it is."""
        grounds = self.told.grounds
        if not grounds and self.label and not self.told.verdict.notes:
            yield self.say("no-steps", semantics=self.labels_by)
        if len(grounds) == 1 and grounds[0].grounded:
            yield from self.steps(grounds[0], STEPS)
        else:
            for place, ground in enumerate(grounds):
                yield from self.view("other-view" if place else "one-view", ground)
        if self.untold:
            yield self.more()

    def more(self) -> str:
        """Return how many steps were left out, once."""
        count, self.untold = self.untold, 0
        return self.say("more-steps" if count > 1 else "more-step", count=count)

    def view(self, view: str, ground: Ground) -> Iterator[str]:
        """Yield the steps to a label in one outcome."""
        steps = self.steps(ground, 1) if ground.steps else [self.say("left-open")]
        first, *rest = steps
        yield f"{self.say(view)} {_lower(first) if first[:1].isalpha() else first}"
        yield from rest

    def steps(self, ground: Ground, most: int) -> Iterator[str]:
        """Yield the steps to a label, the first of them unless all are wanted."""
        free = _free(ground.steps, self.map)
        told = [one for one in ground.steps if self._is_worth_it(one)]
        last = told[-1:] if told and told[-1].sort in (*STANDARDS, "circle") else []
        told = told[: len(told) - len(last)]
        if self.manner.every:
            most = len(told)
        elif last and last[0].sort in STANDARDS:
            told = heaviest(told)
        self.untold += max(0, len(told) - most)
        for one in [*told[:most], *last]:
            if one in last and self.untold:
                yield self.more()
            said = [self.sentence(one, ground, free)]
            if one.sort == "attacked" and one.of == self.told.claim:
                said += self.others(one)
            yield " ".join(said)

    def others(self, one: Told) -> Iterator[str]:
        """Yield what else speaks against the claim and stands."""
        known = {one.by[0], *_premises(self.map, one.by[0])}
        keys = [
            other.id
            for other in self.map.into(one.of)
            if other.polarity == "attack"
            and self.told.verdict.labels.get(other.id) == "in"
            and not known.issuperset(other.premises)
        ]
        if keys:
            claims = self.name.listed(keys)
            yield self.say("also" if len(keys) == 1 else "also-many", claims=claims)
        reasons = [other for other in self.map.into(one.of) if other.polarity == "support"]
        stands = [other for other in reasons if self.told.verdict.labels.get(other.id) == "in"]
        if reasons and not stands and self.told.reading.support == "necessary":
            yield self.say("also-lacking")

    def sentence(self, one: Told, ground: Ground, free: frozenset[str]) -> str:
        """Return a step as a sentence."""
        name = self.name
        if one.sort in STANDARDS or one.sort.partition("-")[0] in ("pro", "con", "trust"):
            return self._weighed(one, ground)
        if one.sort == "circle":
            key = "circle" if one.by else "circle-alone"
            return self.say(key, members=name.listed([one.of, *one.by]))
        if one.sort in ("answered", "baseless"):
            return self._met(one, free)
        key = self._key(one.sort, one.of)
        of = "" if key.endswith("-it") else name.subject(one.of)
        if one.sort == "lacking" and len(one.by) > 1:
            by = name.listed(one.by)
        else:
            by = self._by(one.by[0], one.of, free) if one.by else ""
        return _capital(self.say(key, of=of, by=by).replace(",.", "."))

    def _met(self, one: Told, free: frozenset[str]) -> str:
        """Return how an attack is met."""
        attacker, rest = one.by[0], one.by[1:]
        undercut = one.sort == "answered" and attacker in self.map.arguments
        sort = one.sort if rest else "groundless"
        key = "answered-by-step" if undercut else self._key(sort, one.of)
        of = "" if key.endswith("-it") else self.name.subject(one.of)
        slots = {"of": of, "attacker": self._by(attacker, one.of, frozenset())}
        if one.sort == "answered":
            slots["killer"] = self._by(rest[0], attacker, free)
        else:
            slots["needs"] = self.name.listed(rest)
        return _capital(self.say(key, **slots).replace(",.", "."))

    def _weighed(self, one: Told, ground: Ground) -> str:
        """Return what an argument weighs, or what a proof standard asks."""
        if one.sort in STANDARDS:
            weights = {sort: [0.0] for sort in ("pro", "con", "trust")}
            for step in ground.steps:
                weights.get(step.sort, []).append(step.weight or 0.0)
            sides = {
                "pro": number(max(weights["pro"] + weights["trust"])),
                "con": number(max(weights["con"])),
            }
            return self.say(one.sort, **sides)
        slots = {"by": self.name.thing(one.by[0]) if one.by else ""}
        if one.weight is not None:
            return _capital(self.say(one.sort, weight=number(one.weight), **slots))
        key = one.sort
        if one.by[1:] and key.endswith("-fails"):
            alone = set(self.map.arguments[one.by[0]].premises) == {one.by[1]}
            in_claims = "-itself" if alone else "-as"
            key += in_claims if one.by[1] in self.map.claims else "-undercut"
            slots["cause"] = "" if alone else self.name.thing(one.by[1])
        return _capital(self.say(key, **slots))

    def change(self) -> Iterator[str]:
        """Yield what would change the label."""
        change = self.told.change
        if change is None:
            if self.labels_by in ("grounded", "carneades") and self.told.grounds:
                yield self.say("hopeless" if self.labels_by == "grounded" else "no-single")
            return
        size = len(change.sets[0])
        how = "either" if size == 1 else "joined"
        answers = self.answers([one for ones in change.sets for one in ones], how)
        if size == 1 and change.least:
            yield self.say("breaks" if self.label == "in" else "settles", answers=answers)
        else:
            key = "takes" if change.least else "takes-perhaps"
            yield self.say(key, count=size, answers=answers)

    def answers(self, given: Sequence[Given], how: str) -> str:
        """Return new answers as a list: attacks on these claims, reasons for those."""
        parts = []
        for sort, one, many in (
            ("attack", "attack-on", "attacks-on"),
            ("reason", "reason-for", "reasons-for"),
        ):
            keys = [given_.claim for given_ in given if given_.sort == sort]
            if keys:
                claims = self._with_this(keys, how)
                several = len(keys) > 1 and how == "joined"
                parts.append(self.say(many if several else one, claims=claims))
        return self.name.joined(parts, how)

    def _with_this(self, keys: Sequence[str], how: str) -> str:
        """Return a list of claims in which the claim asked about is first, and named as such."""
        if self.told.claim not in keys:
            return self.name.listed(keys, how, places=True)
        others = [key for key in keys if key != self.told.claim]
        this = self.say("this-claim")
        if len(others) < 2:
            return self.name.joined([this, *map(self.name.place, others)], how)
        return self.say("between").join((this, self.name.listed(others, how, places=True)))

    def _key(self, sort: str, of: str) -> str:
        """Return the phrase for a step about the claim asked about, an argument, or a claim."""
        if of == self.told.claim and f"{sort}-it" in self.say:
            return f"{sort}-it"
        if of in self.map.arguments and f"{sort}-step" in self.say:
            return f"{sort}-step"
        return sort

    def _by(self, key: str, of: str, free: frozenset[str]) -> str:
        """Return who makes it so, and that nobody attacks it where that is all there is to say."""
        name = self.name.thing(key)
        if not self._is_direct(key, of):
            name = self.say("indirect", claim=name)
        return self.say("unattacked", claim=name) if key in free else name

    def _is_direct(self, key: str, of: str) -> bool:
        """Tell whether one bears on the other in the map itself, not by what it supports."""
        if self.told.reading.support != "deductive" or of in self.map.arguments:
            return True
        return any(key in (one.id, *one.premises) for one in self.map.into(of)) or (
            key in self.map.arguments and self.map.arguments[key].conclusion == of
        )

    def _is_worth_it(self, one: Told) -> bool:
        """Tell whether a step says more than the sentences about others do."""
        if one.sort == "free":
            return one.of == self.told.claim
        if one.sort == "waiting" and one.by == (one.of,):
            return False  # the circle that comes next says so
        if one.sort in ("rests", "hoping", "lacking") and one.of in self.map.arguments:
            premises = self.map.arguments[one.of].premises
            return one.sort != "rests" or one.by[0] not in premises
        return True

    def _wrapped(self, text: str, indent: str) -> list[str]:
        if not self.manner.width:
            return [text]
        width = max(20, self.manner.width)
        return wrap(text, width, subsequent_indent=indent, break_on_hyphens=False)


def _premises(argmap: ArgMap, key: str) -> tuple[str, ...]:
    return argmap.arguments[key].premises if key in argmap.arguments else ()


def _free(steps: Sequence[Told], argmap: ArgMap) -> frozenset[str]:
    """Return what nobody attacks and what needs no reason, or only such premises."""
    found = {one.of for one in steps if one.sort == "free"}
    disputed = {one.of for one in steps if one.sort in ("answered", "baseless")}
    for key in {one.of for one in steps if one.of in argmap.arguments}:
        if key not in disputed and found.issuperset(argmap.arguments[key].premises):
            found.add(key)
    return frozenset(found)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
