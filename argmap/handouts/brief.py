"""The brief: one side's case to speak from, what will come against it, and what to answer.

In the words of debate: contentions with tag, cite, warrant and impact; a block for each contention
of the other side; frontlines for what they answer to ours. What nobody has answered yet is said so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from argmap.classroom.answering import TURNS, Exchange
from argmap.classroom.pages import (
    Block,
    Box,
    Heading,
    Item,
    Lines,
    Listing,
    Paragraph,
    Run,
    Runs,
    Sheet,
    nested,
    plain,
    runs,
    text_of,
)
from argmap.classroom.requesting import Request
from argmap.classroom.sides import Case, case, fellows, names, replies, voices
from argmap.classroom.telling import Stop, numbers, tell_arguments
from argmap.classroom.weighing import weighing
from argmap.model import Argument, Citation
from argmap.preparing import Handout, Side

DEEPEST = 6  # levels of reasons that are set in


def write(request: Request, *, side: Side = "") -> tuple[Sheet, ...]:
    """Return the brief of a side, or those of both sides, or of all options."""
    if side:
        return (_Brief(request, case(request.graph, side)).sheet(),)
    known = [one for one in names(request.graph) if one not in request.map.stakeholders]
    found = [case(request.graph, one) for one in known or [""]]
    return tuple(_Brief(request, one).sheet() for one in found)


def _supports(argument: Argument) -> bool:
    return argument.polarity == "support"


@dataclass(frozen=True)
class _Brief:
    """A brief in the making."""

    request: Request
    case: Case

    def sheet(self) -> Sheet:
        """Return the finished brief."""
        one = self.case
        if one.stance == "option":
            who = self.request.map.claims[one.name].name
        elif one.stance == "stakeholder":
            who = self.request.map.stakeholders[one.name]
        else:
            who = self.request.say(f"side-{one.stance}")
        cited = {key for side in self.voices for key in side} | {one.root} - {""}
        body = [*self.own(), *self.blocks(), *self.frontlines()]
        blocks = (
            *self.opening(), *self.missing(body), *self.request.definitions(), *body,
            *weighing(self.request, *self.voices), *self.settled(), *self.request.sources(cited),
        )  # fmt: skip
        return self.request.sheet("brief", *blocks, subtitle=who, name=one.name.replace("/", "-"))

    @cached_property
    def voices(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The claims for this side, and those against it."""
        return voices(self.request.graph, self.case)

    @cached_property
    def stops(self) -> list[Stop]:
        """Our contentions and all that backs them, in order."""
        return tell_arguments(self.request.graph, self.case.ours, DEEPEST, _supports)

    @cached_property
    def labels(self) -> list[str]:
        """The numbers of our contentions and of what backs them: C1, C1.1…"""
        return numbers(self.stops, self.request.say("contention-prefix"))

    @cached_property
    def exchange(self) -> Exchange:
        """Words claims and answers; introduces each author once."""
        claims, works = self.request.map.claims, self.request.references.works
        order = [stop.claim for stop in self.stops if stop.claim]
        order += [key for side in self.voices for key in side]
        known: set[str] = set()
        introduced: dict[str, str] = {}
        for key in dict.fromkeys(order):
            for cite in claims[key].cite:
                work = works.get(cite.source)
                if work and work.short not in known:
                    known.add(work.short)
                    if work.qualifications:
                        introduced[key] = f"{work.short}: {work.qualifications}"
        return Exchange(self.request, introduced)

    def opening(self) -> Iterator[Block]:
        """Yield the resolution and where we stand, what is still to be prepared, the words."""
        say, one = self.request.say, self.case
        if one.stance in ("option", "stakeholder") and self.request.map.question:
            yield Paragraph(runs(Run(say("question"), "strong"), " ", self.request.map.question))
        if one.root:
            claim = self.request.map.claims[one.root]
            lead = Run(say("we-stand-for" if one.stance == "option" else "resolution"), "strong")
            yield Paragraph(runs(lead, " ", self.request.text(claim)))
        yield Paragraph(runs(say(f"stance-{one.stance}")))

    def missing(self, body: Sequence[Block]) -> Iterator[Block]:
        """Yield where answers are still missing, and how many."""
        say = self.request.say
        here, places = "", list[str]()
        for block in body:
            if isinstance(block, Heading) and block.level == 3:
                here = re.split("[:,]", plain(block.content))[0]
            places += [here] * text_of([block]).split("\n").count(say("no-answer"))
        if places:
            listed = "; ".join(f"{one} ({places.count(one)})" for one in dict.fromkeys(places))
            yield Box((Paragraph(runs(Run(say("to-prepare"), "strong"), f" {listed}.")),))

    def own(self) -> Iterator[Block]:
        """Yield our contentions, each with all that backs it."""
        say = self.request.say
        yield Heading(2, runs(say("our-case")))
        if not self.case.ours:
            yield Box((Paragraph(runs(say("no-contention")), "task"), Lines(4)), framed=False)
        starts = [here for here, stop in enumerate(self.stops) if stop.depth == 0]
        for here, end in pairwise([*starts, len(self.stops)]):
            yield from self.contention(range(here, end))

    def contention(self, part: range) -> Iterator[Block]:
        """Yield one contention, or what is too deep to stand within one."""
        stop = self.stops[part.start]
        if stop.role == "continued":
            place = self.request.say("continued", place=self.labels[stop.parent or 0])
            yield Heading(3, runs(f"{self.labels[part.start]} {place}"))
        else:
            argument = self.request.map.arguments[stop.argument]
            yield self.heading("contention", stop.step, argument)
            if not stop.claim:
                yield Paragraph(runs(self.request.say("together"), ":"), "lead")
            else:
                yield Paragraph(self.line(stop, tag=True))
                yield from self.cards(stop.claim)
            if others := fellows(self.request.graph, argument):
                names = ", ".join(self.request.quoted(one, label=True) for one in others)
                yield self.request.note(f"also-{argument.polarity}", names=names)
        items = [(self.stops[here].depth - 1, self.item(here)) for here in part[1:]]
        if items:
            yield Listing(nested(items), "numbered")

    def heading(self, key: str, number: int, argument: Argument) -> Heading:
        """Return the heading of a contention or block: its number, what it is about, its label."""
        title, label = self.request.say(key, number=number), self.exchange.label(argument)
        if argument.conclusion != self.case.root:
            target = self.request.quoted(self.request.graph.target(argument), label=True)
            title += ", " + self.request.say(f"onto-{argument.polarity}", name=target)
        return Heading(3, runs(f"{title}: {label}" if label else title))

    def item(self, here: int) -> Item:
        """Return one reason, warrant or impact below a contention."""
        stop, say = self.stops[here], self.request.say
        if not stop.claim:
            return Item(runs(Run(say("together") + ":", "sign")), number=self.labels[here])
        kind = self.request.map.claims[stop.claim].kind or ""
        role = f"role-{'warrant' if stop.role == 'warrant' else kind}"
        lead = runs(Run(say(role) + ":", "sign"), " ") if role in say else ()
        cards = () if stop.again is not None else tuple(self.cards(stop.claim))
        return Item(runs(lead, self.line(stop)), cards, self.labels[here])

    def line(self, stop: Stop, *, tag: bool = False) -> Runs:
        """Return a claim in a line; where it was told before, its text and where that was."""
        words, *rest = self.exchange.claim(stop.claim)
        rest += self.request.impact(self.request.map.claims[stop.claim])
        text = Run(words.text, "strong" if tag else "plain", language=words.language)
        if stop.again is None:
            return runs(text, tuple(rest))
        return runs(
            text, " ", Run(f"({self.request.say('see', place=self.labels[stop.again])})", "small")
        )

    def cards(self, key: str) -> Iterator[Block]:
        """Yield the quotes of a claim, with what is read aloud marked."""
        for cite in self.request.map.claims[key].cite:
            if cite.quote:
                cited = Run(f"[{self.request.references.short(cite)}]", "cite")
                yield Paragraph(runs(_read(cite), " ", cited), "quote")

    def blocks(self) -> Iterator[Block]:
        """Yield a block for each contention of the other side: what they say, what we answer."""
        say = self.request.say
        if self.case.theirs:
            yield Heading(2, runs(say("against-us")))
        for number, one in enumerate(self.case.theirs, 1):
            yield self.heading("block", number, one)
            self.exchange.place = say("block", number=number)
            yield Paragraph(runs(Run(say("they-say"), "strong"), " ", self.exchange.said(one)))
            yield from self.exchange.answers(one)

    def frontlines(self) -> Iterator[Block]:
        """Yield what they answer to each of our contentions, and our second line."""
        say, seen, quiet = self.request.say, set[str](), list[str]()
        names: dict[str, str] = {}
        for stop, label in zip(self.stops, self.labels, strict=True):
            names.setdefault(stop.claim or stop.argument, label)
            names.setdefault(stop.argument, label)
        found = [(one, replies(self.request.graph, one)) for one in self.case.ours]
        if found:
            yield Heading(2, runs(say("second-line")))
        for number, (one, answers) in enumerate(found, 1):
            fresh = [two for two in answers if two.id not in seen]
            seen.update(two.id for two in fresh)
            if not answers:
                quiet.append(f"{say('contention-prefix')}{number}")
                continue
            yield self.heading("frontline", number, one)
            self.exchange.place = say("frontline", number=number)
            if fresh:
                yield Paragraph(runs(say("they-answer")), "lead")
                yield Listing(self.exchange.items(fresh, one, names, TURNS - 1), "numbered")
            if len(fresh) < len(answers):
                yield self.request.note("answered-above")
        if quiet:
            yield Paragraph(runs(say("quiet", places=", ".join(quiet))))

    def settled(self) -> Iterator[Block]:
        """Yield what is conceded, what is still open, and what makes no difference."""
        say, claims = self.request.say, self.request.map.claims
        ours, theirs = self.voices
        spoken = dict.fromkeys((*ours, *theirs))
        groups = {
            "granted-us": [key for key in ours if claims[key].conceded and key not in theirs],
            "granted-them": [key for key in theirs if claims[key].conceded],
            "unsettled": [key for key in spoken if claims[key].open],
            "common": [key for one in self.case.common for key in one.premises],
        }
        for name, keys in groups.items():
            if keys:
                yield Heading(2, runs(say(name)))
                yield self.request.note(f"about-{name}")
                yield Listing(tuple(Item(self.exchange.claim(key)) for key in keys))


def _read(cite: Citation) -> Runs:
    """Return a quote with the stretches that are read aloud marked."""
    quote, found = cite.quote or "", list[Run]()
    place = 0
    for stretch in sorted(cite.read or (), key=quote.find):
        start = quote.find(stretch, place)
        if start >= 0:
            found += [Run(quote[place:start]), Run(stretch, "read")]
            place = start + len(stretch)
    return runs(tuple(run for run in (*found, Run(quote[place:])) if run.text))


HANDOUT = Handout("brief", "one side's case, the answers it will meet, and its own", write)
