"""What a hand-out is asked for, and how it words a map: claims with their marks, cites, sources."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from argmap.classroom.citing import References
from argmap.classroom.pages import Heading, Item, Listing, Paragraph, Run, Runs, Sheet, runs
from argmap.errors import UnknownName
from argmap.graph import Graph
from argmap.model import ArgMap, Argument, Claim
from argmap.phrasing import Phrases, phrases, spoken
from argmap.translating import languages, translated

AXES = ("magnitude", "probability", "timeframe", "reversibility")


@dataclass(frozen=True)
class Request:
    """What is to be prepared: a map whose texts are in the language of the hand-out.

    `said` are the claims that the map has in it; the others stay in the map's own language.
    """

    map: ArgMap
    language: str
    said: frozenset[str] = frozenset()

    @cached_property
    def graph(self) -> Graph:
        """The map's graph."""
        return Graph(self.map)

    @cached_property
    def say(self) -> Phrases:
        """The words that argmap itself puts on the sheet."""
        return phrases("handouts", self.language)

    @cached_property
    def references(self) -> References:
        """The works that the map cites."""
        return References(self.map.sources, self.say)

    @property
    def spoken(self) -> str:
        """The language of the words that argmap puts on the sheet: as asked for, or English."""
        known = self.say.language
        return self.language if _base(self.language) == known else known

    def sheet(self, kind: str, *blocks: Any, **given: Any) -> Sheet:
        """Return a sheet of this map; `kind` is a phrase's key."""
        shown = tuple(block for block in blocks if block)
        return Sheet(
            kind=self.say(kind), title=self.map.title, blocks=shown, language=self.spoken, **given
        )

    def text(self, claim: Claim) -> Run:
        """Return a claim's text, marked where it is not in the language of the sheet."""
        own = self.language if claim.id in self.said else self.map.language
        return Run(claim.text, language="" if _base(own) == _base(self.spoken) else own)

    def quoted(self, key: str, *, label: bool = False) -> str:
        """Return a claim's text, or its label where there is one, in quotation marks."""
        claim = self.map.claims[key]
        return self.say("quote", text=(claim.name if label else claim.text).rstrip("."))

    def marks(self, claim: Claim, argument: Argument | None = None) -> Runs:
        """Return what else a claim carries, in brackets: whose, who says so, how sure, how far."""
        tactic = argument.tactic if argument else None
        parts = (
            self.say(tactic) if tactic else "",
            self.map.stakeholders.get(claim.stakeholder, claim.stakeholder),
            self.say("by", name=claim.by) if claim.by else "",
            self.say("qualified", words=claim.qualifier) if claim.qualifier else "",
            self.say("criterion", name=argument.criterion)
            if argument and argument.criterion
            else "",
            self.say("open") if claim.open else "",
            self.say("conceded") if claim.conceded else "",
            self.say("speech", name=claim.speech) if claim.speech else "",
            self.say("assignee", name=claim.assignee) if claim.assignee else "",
        )
        shown = [part for part in parts if part]
        return runs(" ", Run(f"({'; '.join(shown)})", "small")) if shown else ()

    def impact(self, claim: Claim) -> Runs:
        """Return what is at stake with a claim, in brackets: `magnitude 5; probability 0.3`."""
        given = ((axis, amount(claim, axis)) for axis in AXES)
        shown = [f"{self.say(axis).lower()} {words}" for axis, words in given if words]
        return runs(" ", Run(f"({'; '.join(shown)})", "small")) if shown else ()

    def cites(self, claim: Claim, *, section: bool = True) -> Runs:
        """Return the short cites of a claim, each with its place.

        Without `section`, a heading is left out where a page or a paragraph says as much.
        """
        by_work: dict[str, list[str]] = {}
        for cite in claim.cite:
            places = by_work.setdefault(self.references.short(cite), [])
            exact = cite.page is not None or cite.paragraph is not None
            if place := self.references.place(cite, section=section or not exact):
                places.append(place)
        shown = (f"{work}, {'; '.join(at)}" if at else work for work, at in by_work.items())
        words = "; ".join(shown)
        return runs(" ", Run(f"[{words}]", "cite")) if words else ()

    def claim(self, key: str, argument: Argument | None = None, *, label: bool = True) -> Runs:
        """Return all of a claim in a line: its label, text, marks, impact and cites."""
        claim = self.map.claims[key]
        lead = runs(Run(f"{claim.label}.", "strong"), " ") if label and claim.label else ()
        marks = runs(self.marks(claim, argument), self.impact(claim))
        return runs(lead, self.text(claim), marks, self.cites(claim))

    def definitions(self) -> tuple[Heading | Listing, ...]:
        """Return what the words of the map mean, under a heading."""
        items = tuple(
            Item(runs(Run(word, "strong"), ": ", text))
            for word, text in self.map.definitions.items()
        )
        return (Heading(2, runs(self.say("definitions"))), Listing(items)) if items else ()

    def sources(self, claims: set[str]) -> tuple[Heading | Listing, ...]:
        """Return the works that some claims cite, under a heading, by their short cites."""
        cited = {cite.source for key in claims for cite in self.map.claims[key].cite}
        works = {self.references.works[key] for key in cited if key in self.references.works}
        items = tuple(
            Item(runs(Run(work.short, "strong"), " ", Run(work.full, to=work.url)))
            for work in sorted(works, key=lambda work: (work.short.casefold(), work.full))
        )
        return (Heading(2, runs(self.say("sources"))), Listing(items)) if items else ()

    def note(self, key: str, **slots: object) -> Paragraph:
        """Return a phrase as small print."""
        return Paragraph(runs(self.say(key, **slots)), "note")


def request(argmap: ArgMap, language: str = "") -> Request:
    """Return a request for a map in a language, or in the map's own.

    Raises `UnknownName` for a language that neither the map nor argmap has words in.
    """
    language = language or argmap.language
    known = languages(argmap)
    if language not in known and phrases("handouts", language).language != language:
        raise UnknownName("languages", language, sorted({*known, *spoken("handouts")}))
    said = argmap.translations.get(language, {})
    texts = frozenset(key for sort, key, what in said if (sort, what) == ("claim", "text"))
    return Request(translated(argmap, language), language, texts)


def _base(language: str) -> str:
    """Return a language without its region: `es` of `es-MX`."""
    return language.partition("-")[0]


def amount(claim: Claim, axis: str) -> str:
    """Return one axis of a claim's impact as it is written, or nothing."""
    value = getattr(claim.impact, axis, None)
    return "" if value is None else f"{value:g}" if isinstance(value, float | int) else str(value)
