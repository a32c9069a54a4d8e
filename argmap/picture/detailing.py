"""What is known of each claim and each step beyond the words of its box: the cards of a page.

Private notes are left out unless they are asked for, and who prepares what always: a page may go
to anyone.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from argmap.classroom.citing import References
from argmap.classroom.requesting import AXES, amount
from argmap.model import ArgMap, Argument, Citation, Claim
from argmap.phrasing import phrases
from argmap.picture.crediting import safe_url
from argmap.review.scheming import said, scheme
from argmap.verdict import Verdict

Fact = tuple[str, str]  # what it is, and its value, both in words
Card = Mapping[str, Any]


class Detailer:
    """Words the cards of a map in its language; verdicts only where there is one."""

    def __init__(
        self, argmap: ArgMap, language: str, verdict: Verdict | None = None, *, notes: bool = False
    ) -> None:
        self.map, self.language, self.verdict, self.notes = argmap, language, verdict, notes
        self.say = phrases("page", language)
        self.words = phrases("handouts", language)

    @cached_property
    def references(self) -> References:
        """The works that the map cites."""
        return References(self.map.sources, self.words)

    def claims(self) -> dict[str, Card]:
        """Return the card of each claim."""
        return {key: self._claim(claim) for key, claim in self.map.claims.items()}

    def arguments(self) -> dict[str, Card]:
        """Return of each step that has more than premises what that is."""
        cards = {key: self._argument(one) for key, one in self.map.arguments.items()}
        return {key: card for key, card in cards.items() if card}

    def works(self) -> dict[str, Card]:
        """Return the works that are cited, by their keys."""
        cited = dict.fromkeys(
            one.source for claim in self.map.claims.values() for one in claim.cite
        )
        found = {key: self.references.works[key] for key in cited if key in self.references.works}
        return {
            key: {"short": work.short, "full": work.full, "href": safe_url(work.url)}
            for key, work in found.items()
        }

    def _claim(self, claim: Claim) -> Card:
        card = {
            "text": claim.text,
            "label": claim.label,
            "facts": [fact for fact in self._facts(claim) if fact[1]],
            "cite": [self._cite(one) for one in claim.cite],
        }
        return {key: value for key, value in card.items() if value}

    def _facts(self, claim: Claim) -> Iterator[Fact]:
        say, states = self.say, (("open", claim.open), ("conceded", claim.conceded))
        yield say("stakeholder"), self.map.stakeholders.get(claim.stakeholder, claim.stakeholder)
        yield say("by"), claim.by
        yield say("kind"), say(f"kind-{claim.kind}") if claim.kind else ""
        yield say("basis"), say(f"basis-{claim.basis}") if claim.basis else ""
        yield say("qualifier"), claim.qualifier
        yield say("confidence"), "" if claim.confidence is None else f"{claim.confidence:g}"
        yield say("impact"), "; ".join(self._impact(claim))
        yield say("state"), ", ".join(self.words(key) for key, on in states if on)
        if self.verdict:
            yield say("evaluated"), self._standing(claim.id, self.verdict)
        if self.notes:
            yield (
                say("note"),
                " ".join((claim.note, *(one.note or "" for one in claim.cite))).strip(),
            )

    def _standing(self, key: str, verdict: Verdict) -> str:
        """Return how a claim comes off when the map is evaluated, and by which semantics."""
        standing = verdict[key]
        found = [self.say(standing.label)] if standing.label else []
        if standing.strength is not None:
            found.append(self.say("strength", number=f"{standing.strength:.2f}"))
        return f"{', '.join(found)} ({verdict.semantics})" if found else ""

    def _impact(self, claim: Claim) -> Iterator[str]:
        for axis in AXES:
            if value := amount(claim, axis):
                yield f"{self.words(axis).lower()} {value}"

    def _cite(self, cite: Citation) -> Card:
        found = {
            "work": cite.source,
            "place": self.references.place(cite),
            "quote": cite.quote or "",
        }
        return {key: value for key, value in found.items() if value}

    def _argument(self, one: Argument) -> Card:
        known = scheme(one.scheme) if one.scheme else None
        criterion = next((c.text for c in self.map.criteria if c.id == one.criterion), "")
        name = said(known.name, self.language) if known else one.scheme
        facts = (
            (self.say("criterion"), criterion or one.criterion),
            (self.say("scheme"), name),
            (self.say("tactic"), self.words(one.tactic) if one.tactic else ""),
            (self.say("weight"), "" if one.strength is None else f"{one.strength:g}"),
        )
        asks = known.asks(self.language) if known else {}
        answers = [[asks.get(key, key), claim] for key, claim in one.answers.items()]
        card = {"facts": [fact for fact in facts if fact[1]], "answers": answers}
        return {key: value for key, value in card.items() if value}
