"""A map in words, for those who hear a picture: what each box, line and joint is called."""

import re
from collections.abc import Iterable
from typing import cast

from argmap.classroom.citing import References
from argmap.graph import Graph
from argmap.model import ArgMap, Argument, Claim
from argmap.phrasing import phrases
from argmap.picture.crediting import marks, numbered, safe_url
from argmap.picture.diagram import Credit, Crumb, Folded, Sign
from argmap.picture.scoping import Cut, Fold, Place, Step

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SHORT = 80  # letters that name a claim within the name of another


def clean(text: str) -> str:
    """Return a text without what no XML file can hold.

    >>> clean("a\\0b") == "a\\N{REPLACEMENT CHARACTER}b"
    True
    """
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


class Describer:
    """Says in a language what is in one map."""

    def __init__(self, cut: Cut, graph: Graph, language: str, whole: ArgMap) -> None:
        self.cut, self.map, self.graph, self.all = cut, cut.map, graph, whole.claims
        self.say = phrases("picture", language)
        self.references = References(self.map.sources, phrases("handouts", language))
        self.numbers = numbered(self.map.claims.values(), self.map.sources)

    def short(self, key: str) -> str:
        """Return a few words that name a claim, the question, or an argument's premises."""
        if key in self.map.arguments:
            return " + ".join(self.short(premise) for premise in self.map.arguments[key].premises)
        claim = self.all.get(key)
        words = clean(claim.name if claim else self.map.question).strip()
        if len(words) <= _SHORT:
            return words
        return words[: _SHORT + 1].rpartition(" ")[0][:_SHORT] or words[:_SHORT]

    def upper(self, argument: Argument | None) -> str:
        """Return a few words that name what an argument bears on in the end."""
        return self.short(self.graph.target(argument) if argument else "")

    def whose(self, claim: Claim) -> str:
        """Return the name of the stakeholder of a claim."""
        return clean(self.map.stakeholders.get(claim.stakeholder, claim.stakeholder))

    def states(self, claim: Claim) -> tuple[str, ...]:
        """Return the words that qualify a claim: how sure it is, whether open or conceded."""
        found = [clean(claim.qualifier)] if claim.qualifier else []
        found += [self.say("open")] if claim.open else []
        return (*found, self.say("conceded")) if claim.conceded else tuple(found)

    def criterion(self, argument: Argument | None) -> str:
        """Return on what an argument judges an option, or nothing."""
        name = argument.criterion if argument else ""
        return clean(next((one.text for one in self.map.criteria if one.id == name), name))

    def mark(self, claim: Claim) -> str:
        """Return who says a claim, and where it is found, as short as can be."""
        return clean(
            ", ".join(part for part in (claim.by, marks(claim.cite, self.numbers)) if part)
        )

    def href(self, claim: Claim) -> str:
        """Return the address of what a claim cites first, or nothing."""
        source = self.map.sources.get(claim.cite[0].source) if claim.cite else None
        return clean(safe_url(source.url)) if source and source.url else ""

    def name(self, claim: Claim, key: str, argument: Argument | None, number: int) -> str:
        """Return what a screen reader says of a box; `key` says which part the claim plays."""
        whose = self.whose(claim)
        said = self.say(
            f"name-{key}",
            text=clean(f"{claim.label}. {claim.text}" if claim.label else claim.text),
            number=number,
            upper=self.upper(argument),
            whose=f" ({whose})" if whose else "",
        )
        parts = [said, *self.states(claim)]
        if criterion := self.criterion(argument):
            parts.append(self.say("name-criterion", criterion=criterion))
        for cite in claim.cite:
            place = (self.references.short(cite), self.references.place(cite))
            source = clean(", ".join(part for part in place if part)).rstrip(".")
            parts.append(self.say("name-source", source=source))
        return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)

    def link(self, sign: Sign, lower: str, argument: Argument | None) -> str:
        """Return what a line says."""
        return self.say(f"link-{sign}", lower=self.short(lower), upper=self.upper(argument))

    def joint(self, sign: Sign, argument: Argument) -> str:
        """Return what a joint says."""
        return self.say(f"joint-{sign}", upper=self.upper(argument))

    def counted(self, key: str, number: int) -> str:
        """Return `1 claim` or `2 claims`."""
        return self.say(f"{key}-{'one' if number == 1 else 'many'}", n=number)

    def folded(self, fold: Fold, place: Place | None = None) -> Folded:
        """Return what is folded away at a box, in short and as it is read out."""
        text: list[str] = []
        name: list[str] = []
        for number, key, spoken in (
            (fold.pro, "pro", "support"),
            (fold.con, "con", "attack"),
            (fold.again, "again", "again"),
        ):
            if number:
                short = "more" if text and key == "con" else "one" if number == 1 else "many"
                text.append(self.say(f"fold-{key}-{short}", n=number))
                name.append(self.counted(spoken, number))
        short, said = ", ".join(text), self.say("name-fold", counts=", ".join(name))
        if not place:
            return Folded(fold.pro, fold.con, fold.again, short, said)
        where = self.say("on-sheet", n=place.number) if place.number else self.say("overview")
        said = f"{said} {self.say('name-sheet', sheet=where)}"
        return Folded(fold.pro, fold.con, fold.again, f"→ {where}: {short}", said, place.file)

    def sheet(self) -> tuple[str, str]:
        """Return which of several sheets this is, and where the overview is."""
        sheet = self.cut.sheet
        if not sheet:
            return "", ""
        many = len(sheet.files) - 1
        if not sheet.number:
            return self.say("sheets", counts=self.counted("sheet", many)), ""
        return self.say("sheet", n=sheet.number, total=many), sheet.files[0]

    def crumb(self, step: Step) -> Crumb:
        """Return one claim on the way to what the picture is about."""
        place = self.cut.sheet.leads(step.claim) if self.cut.sheet else None
        href = place.file if place else ""
        return Crumb(step.claim, self.short(step.claim), cast(Sign, step.sign), href)

    def elsewhere(self) -> str:
        """Return how much of the map the picture neither shows nor folds away, or nothing."""
        number = self.cut.elsewhere
        return self.say("elsewhere", counts=self.counted("claims", number)) if number else ""

    def whole(self) -> str:
        """Return what the picture shows, in two sentences."""
        kinds = [
            one.polarity if one.conclusion in self.map.claims else f"step-{one.polarity}"
            for one in self.map.arguments.values()
        ]
        counts = [self.counted("claims", len(self.map.claims))]
        for kind, key in (
            ("support", "support"),
            ("attack", "attack"),
            ("step-attack", "undercut"),
        ):
            if number := kinds.count(kind):
                counts.append(self.counted(key, number))
        said = self.say("description", counts=", ".join(counts))
        roots = " / ".join(self.short(root) for root in self.map.roots)
        said = f"{said} {self.say('about', roots=roots)}" if roots else said
        folds = self.cut.folds.values()
        away = sum(fold.pro + fold.con for fold in folds)
        parts = [said]
        if away:
            parts.append(self.say("away", counts=self.counted("claims", away)))
        if elsewhere := self.elsewhere():
            parts.append(elsewhere)
        if way := self.way():
            parts.append(way)
        return " ".join(parts)

    def way(self) -> str:
        """Return the way from the thesis to what is drawn, or nothing."""
        way = " › ".join(self.short(step.claim) for step in self.cut.path)
        return self.say("way", way=way.rstrip(".")) if len(self.cut.path) > 1 else ""

    def credits(self) -> Iterable[Credit]:
        """Yield the sources that are cited, as the foot of the picture names them."""
        for key, number in self.numbers.items():
            work = self.references.works[key]
            text = work.full if len(self.numbers) == 1 else f"[{number}] {work.full}"
            yield Credit(clean(text), clean(safe_url(work.url)))
