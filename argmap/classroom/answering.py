"""Who answers what, as blocks of a sheet: an argument, its reasons, answers, what comes back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.classroom.pages import Block, Box, Item, Lines, Listing, Paragraph, Run, Runs, runs
from argmap.classroom.requesting import Request
from argmap.classroom.sides import backing, replies, tactic
from argmap.classroom.telling import letters
from argmap.model import Argument

TURNS = 4  # how often an exchange goes to and fro before it is cut short
Names = Mapping[str, str]  # what claims and arguments are called where an exchange stands


@dataclass
class Exchange:
    """Words exchanges, one after the other; what has been told in one is referred to in the next.

    `introduced` says, for a claim, who is cited there for the first time. `told` holds where the
    answers to an argument stand; `place` is what the present place is called.
    """

    request: Request
    introduced: Mapping[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    place: str = ""

    def label(self, argument: Argument) -> str:
        """Return the labels of an argument's premises."""
        claims = self.request.map.claims
        return " + ".join(claims[one].label for one in argument.premises if claims[one].label)

    def granted(self, argument: Argument) -> bool:
        """Return whether all that an argument says is conceded."""
        return all(self.request.map.claims[one].conceded for one in argument.premises)

    def claim(self, key: str) -> Runs:
        """Return a claim's text with its marks, its cites, and whom it introduces."""
        claim = self.request.map.claims[key]
        who = self.introduced.get(key)
        extra = runs(" ", Run(f"– {who}", "small")) if who else ()
        text, marks = self.request.text(claim), self.request.marks(claim)
        return runs(text, marks, self.request.cites(claim, section=False), extra)

    def said(self, argument: Argument) -> Runs:
        """Return what an argument says in one line, linked premises joined."""
        found: Runs = ()
        for place, key in enumerate(argument.premises):
            joint = runs(" ", Run(self.request.say("joint"), "sign"), " ") if place else ()
            found = runs(found, joint, self.claim(key))
        return found

    def reasons(self, argument: Argument) -> tuple[tuple[Block, ...], Names]:
        """Return what backs an argument as a list, and what its items are called: a, b, c."""
        say, items, names = self.request.say, list[Item](), dict[str, str]()
        for place, one in enumerate(backing(self.request.graph, argument)[1:], 1):
            warrant = one.conclusion in self.request.map.arguments
            lead = runs(Run(say("role-warrant") + ":", "sign"), " ") if warrant else ()
            items.append(Item(runs(lead, self.said(one)), number=letters(place)))
            names |= dict.fromkeys((one.id, *one.premises), letters(place))
        return ((Listing(tuple(items), "numbered"),) if items else ()), names

    def answers(self, argument: Argument) -> Iterator[Block]:
        """Yield the reasons of an argument of theirs, and our answers or room for them."""
        say = self.request.say
        reasons, names = self.reasons(argument)
        yield from reasons
        if self.granted(argument):
            yield Paragraph(runs(Run(say("we-concede"), "strong")))
        if found := replies(self.request.graph, argument):
            yield Paragraph(runs(say("we-answer")), "lead")
            yield Listing(self.items(found, argument, names), "numbered")
        elif not self.granted(argument):
            yield self.room(3)

    def room(self, lines: int) -> Box:
        """Return room for the answer that is missing."""
        no_answer = Paragraph(runs(self.request.say("no-answer")), "lead")
        return Box((no_answer, Lines(lines)), framed=False)

    def items(
        self, answers: Sequence[Argument], to: Argument, names: Names, turns: int = TURNS
    ) -> tuple[Item, ...]:
        """Return answers as items; they are ours where `turns`, those left, are even."""
        found = []
        for number, one in enumerate(answers, 1):
            head = self.head(one, to, names)
            if one.id in self.told:
                see = self.request.say("see", place=self.told[one.id])
                found.append(Item(runs(head, " ", Run(f"({see})", "small")), number=str(number)))
            else:
                found.append(Item(head, self.sequel(one, turns), str(number)))
        return tuple(found)

    def head(self, one: Argument, to: Argument, names: Names) -> Runs:
        """Return how an argument answers, what it says, and what it is aimed at."""
        how = self.request.say(f"tactic-{tactic(self.request.graph, one)}")
        return runs(Run(f"{how}:", "sign"), " ", self.said(one), self.aim(one, to, names))

    def sequel(self, one: Argument, turns: int) -> tuple[Block, ...]:
        """Return what follows an answer: its reasons, what comes back, or room for it."""
        self.told[one.id] = self.place
        say, ours = self.request.say, turns % 2 == 0
        below, names = self.reasons(one)
        back = replies(self.request.graph, one)
        if back and turns > 1:
            lead = Paragraph(runs(say("they-come-back" if ours else "we-reply")), "lead")
            below += (lead, Listing(self.items(back, one, names, turns - 1), "numbered"))
        elif back:
            below += (self.request.note("goes-on"),)
        elif not ours and not self.granted(one):
            below += (self.room(2),)
        if not below:
            del self.told[one.id]  # nothing to refer to
        return below

    def aim(self, answer: Argument, to: Argument, names: Names) -> Runs:
        """Return what an answer is aimed at, unless it is the argument's one premise or step."""
        target, arguments = answer.conclusion, self.request.map.arguments
        if not to.premises[1:] and target in (to.id, *to.premises):
            return ()
        if target not in names and target in arguments:
            target = arguments[target].premises[0]
        name = names.get(target) or self.request.quoted(target, label=True)
        return runs(" ", Run(f"({self.request.say('aimed-at', name=name)})", "small"))
