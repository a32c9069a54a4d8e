"""The worksheet: the map as a tree of boxes with gaps to fill, and a key with the answers.

No part of an answer is on the sheet: the lines are of one length, the order of the boxes does not
tell a sign, and a claim whose words stand elsewhere in the map is never a gap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal

from argmap.classroom.blanking import Blanks, gaps, lot
from argmap.classroom.pages import (
    Block,
    Fields,
    Heading,
    Item,
    Lines,
    Listing,
    Paragraph,
    Run,
    Runs,
    Sheet,
    nested,
    runs,
)
from argmap.classroom.requesting import Request
from argmap.classroom.telling import Stop, letters, tell
from argmap.errors import UnknownName, Unsupported
from argmap.model import Claim
from argmap.preparing import Handout, Seed

Level = Literal["easy", "medium", "hard"]
DEEPEST = 6
GLYPHS = {"support": "+", "attack": "−", "undercut": "×", "warrant": "∵", "premise": "&"}


def write(  # noqa: PLR0913 - each is an option that teachers choose by name
    request: Request,
    *,
    blanks: Annotated[Blanks, "what is missing: claims, or signs, or both (all)"] = "claims",
    share: Annotated[float, "how much of it is missing, from 0 to 1"] = 0.3,
    level: Annotated[Level, "hints: labels and sources, sources alone, or none"] = "medium",
    word_bank: Annotated[bool, "list the answers on the sheet, shuffled"] = False,
    claim: Annotated[str, "only what bears on this claim, by its id"] = "",
    seed: Seed = 1,
) -> tuple[Sheet, ...]:
    """Return a worksheet and its key."""
    if not 0 < share <= 1:
        raise Unsupported(f"a share is above 0 and at most 1, not {share:g}")
    if claim and claim not in request.map.claims:
        raise UnknownName("claims", claim, request.map.claims)
    stops = tell(request.graph, (claim,) if claim else (), DEEPEST)
    hidden, unsigned = gaps(request, stops, blanks, share, seed)
    if not hidden and not unsigned:
        raise Unsupported(f"there are no {blanks} in this map that could be left out")
    made = _Worksheet(request, stops, hidden, unsigned, level, word_bank, seed)
    return made.sheet(), made.key()


@dataclass(frozen=True)
class _Worksheet:
    """A worksheet and its key in the making."""

    request: Request
    stops: Sequence[Stop]
    hidden: frozenset[str]
    unsigned: frozenset[str]
    level: str
    word_bank: bool
    seed: int

    @cached_property
    def order(self) -> list[int]:
        """The stops as on the sheet: where a sign is missing, it and its fellows are shuffled."""
        below: dict[int | None, list[int]] = {}
        for here, stop in enumerate(self.stops):
            below.setdefault(None if stop.depth == 0 else stop.parent, []).append(here)
        found: list[int] = []
        stack = below.pop(None)[::-1]
        while stack:
            found.append(here := stack.pop())
            children = below.get(here, [])
            if any(self.stops[one].argument in self.unsigned for one in children):
                children = sorted(
                    children, key=lambda one: lot(self.seed, self.stops[one].argument)
                )
            stack.extend(reversed(children))
        return found

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each gap, by the id of the claim or argument, in the order of the sheet."""
        gaps: dict[str, None] = {}
        for stop in (self.stops[here] for here in self.order):
            for key in (stop.argument, stop.claim):
                if key in (self.unsigned if key == stop.argument else self.hidden):
                    gaps.setdefault(key)
        return {key: str(number) for number, key in enumerate(gaps, 1)}

    @cached_property
    def bank(self) -> dict[str, str]:
        """The letter of each missing claim in the word bank."""
        shuffled = sorted(self.hidden, key=lambda key: lot(self.seed, f"bank/{key}"))
        return {key: letters(place).upper() for place, key in enumerate(shuffled, 1)}

    def sheet(self) -> Sheet:
        """Return the sheet for the student."""
        say = self.request.say
        version = say("version", number=self.seed)
        fields = Fields((say("name"), say("class"), say("date")))
        blocks = (fields, *self.tasks(), *self.answers(), *self.tree(), *self.request.definitions())
        return self.request.sheet("worksheet", *blocks, subtitle=version)

    def tasks(self) -> Iterator[Block]:
        """Yield what is to be done."""
        say = self.request.say
        roles = dict.fromkeys(stop.role for stop in self.stops)
        shown = [say("task-read"), *(say(f"task-{role}") for role in GLYPHS if role in roles)]
        yield Paragraph(runs(" ".join(shown)), "task")
        if self.hidden:
            yield Paragraph(runs(say("task-claims")), "task")
        if self.unsigned:
            yield Paragraph(runs(say("task-signs")), "task")
        points = say("points", number=len(self.numbers))
        yield Paragraph(runs(Run(points, "strong")), "task")

    def answers(self) -> Iterator[Block]:
        """Yield the word bank, where one is asked for."""
        if self.word_bank and self.hidden:
            items = tuple(
                Item(runs(self.request.text(self.request.map.claims[key])), number=letter)
                for key, letter in self.bank.items()
            )
            yield Heading(2, runs(self.request.say("word-bank")))
            yield Listing(items, "numbered")

    def tree(self) -> Iterator[Block]:
        """Yield the boxes; what is too deep to be set in follows under a heading of its own."""
        part: list[tuple[int, Item]] = []
        yield Heading(2, runs(self.request.say("the-map")))
        for here in self.order:
            stop = self.stops[here]
            if stop.depth == 0 and part:
                yield Listing(nested(part, "boxes"), "boxes")
                part = []
            if stop.role == "continued":
                yield Heading(2, runs(self.request.say("continuing")))
            part.append((stop.depth, self.box(stop, here)))
        yield Listing(nested(part, "boxes"), "boxes")

    @cached_property
    def first(self) -> dict[str, int]:
        """Where each claim stands first on the sheet: there is room for a missing one."""
        places = {self.stops[here].claim: here for here in reversed(self.order)}
        return {claim: here for claim, here in places.items() if claim}

    def box(self, stop: Stop, here: int) -> Item:
        """Return one box."""
        sign = self.sign(stop)
        if not stop.claim:
            joint = Run(f"{self.request.say('linked')}:", "small")
            return Item(runs(sign, joint))
        claim = self.request.map.claims[stop.claim]
        if stop.claim not in self.hidden:
            lead = (
                runs(Run(f"{self.request.say(stop.role)}:", "strong"), " ")
                if _leads(stop)
                else sign
            )
            return Item(runs(lead, self.request.text(claim), self.marks(stop, claim)))
        number = Run(f"({self.numbers[stop.claim]})", "strong")
        if here != self.first[stop.claim]:
            return Item(runs(sign, number, " ", Run(self.request.say("same"), "small")))
        return Item(runs(sign, number, self.hint(claim)), (Lines(2),))

    def sign(self, stop: Stop) -> Runs:
        """Return what a box is to the one above it, or a question in its place."""
        say = self.request.say
        if stop.role not in GLYPHS:
            return ()
        if stop.argument in self.unsigned and stop.role != "premise":
            number = Run(f"({self.numbers[stop.argument]})", "strong")
            return runs(number, " ", Run(say("which-sign"), "sign"), " ")
        return runs(Run(f"{GLYPHS[stop.role]} {say(f'does-{stop.role}')}:", "sign"), " ")

    def marks(self, stop: Stop, claim: Claim) -> Runs:
        """Return what else a box says; nothing that would tell a sign."""
        again = runs(" ", Run(f"({self.request.say('above')})", "small"))
        return again if stop.again is not None else self.request.marks(claim)

    def hint(self, claim: Claim) -> Runs:
        """Return what helps to find a missing claim."""
        label = claim.label if self.level == "easy" and claim.label != claim.text else ""
        cites = self.request.cites(claim, section=False) if self.level != "hard" else ()
        return runs(runs(" ", Run(f"{label}", "emphasis")) if label else (), cites)

    def key(self) -> Sheet:
        """Return the answers."""
        say = self.request.say
        items = tuple(Item(self.answer(key), number=number) for key, number in self.numbers.items())
        subtitle = f"{say('key')}, {say('version', number=self.seed).lower()}"
        blocks = (Listing(items, "numbered"), *self.request.sources(set(self.hidden)))
        return self.request.sheet("worksheet", *blocks, subtitle=subtitle, name="key", key=True)

    def answer(self, key: str) -> Runs:
        """Return the answer to a gap, and what it does in the map."""
        if key in self.unsigned:
            argument = self.request.map.arguments[key]
            answer = Run(self.request.say(f"does-{argument.polarity}"), "strong")
            return runs(answer, " – ", self.relation(key, self.quoted(argument.premises)))
        letter = f" ({self.bank[key]})" if self.word_bank else ""
        stop = next(one for one in self.stops if one.claim == key and one.argument)
        claim = self.request.map.claims[key]
        text = Run(claim.text, "strong", language=self.request.text(claim).language)
        fellows = [one for one in self.request.map.arguments[stop.argument].premises if one != key]
        extra = self.request.say("with", others=self.quoted(fellows)) if fellows else ""
        does = self.relation(stop.argument, self.request.say("it"))
        return runs(
            text, letter, " – ", does, f" ({extra})" if extra else "", self.request.cites(claim)
        )

    def relation(self, key: str, what: str) -> str:
        """Return what an argument does to what it bears on, in a sentence."""
        argument, say = self.request.map.arguments[key], self.request.say
        if argument.conclusion not in self.request.map.arguments:
            onto = self.quoted([argument.conclusion])
            return say(f"key-{argument.polarity}", what=what, onto=onto)
        step = self.request.map.arguments[argument.conclusion]
        onto = self.quoted([self.request.graph.target(step)])
        kind = "warrant" if argument.polarity == "support" else "undercut"
        return say(f"key-{kind}", what=what, premise=self.quoted(step.premises), onto=onto)

    def quoted(self, keys: Sequence[str]) -> str:
        """Return claims in quotation marks."""
        texts = (self.request.quoted(key) for key in keys)
        return f" {self.request.say('joint')} ".join(texts)


def _leads(stop: Stop) -> bool:
    return stop.role in ("root", "option", "part", "loose")


HANDOUT = Handout(
    "worksheet", "the map with gaps to fill, and a key with the answers", write, keyed=True
)
