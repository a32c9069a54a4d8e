"""The old map with some of the differences made: what it would say if nothing else had changed.

The ids are those of the new map; what the new one does not have begins with `- `.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from argmap.exchange.sounding import mended
from argmap.model import ArgMap, Argument, Claim
from argmap.versions.differing import Difference
from argmap.versions.matching import Match

GONE = "- "
Thing = TypeVar("Thing", Claim, Argument)


class Replay:
    """Two maps, and what leads from the one to the other."""

    def __init__(self, old: ArgMap, new: ArgMap, found: Match) -> None:
        self.old, self.new, self.found = old, new, found
        self.claims = {
            self.key(key): replace(one, id=self.key(key)) for key, one in old.claims.items()
        }
        self.arguments = {self.key(key): self._argument(one) for key, one in old.arguments.items()}

    def key(self, old: str) -> str:
        """Return what an id of the old map is here."""
        return self.found.new(old) or GONE + old

    def after(self, some: Iterable[Difference]) -> ArgMap:
        """Return the old map with some of the differences made.

        An argument that is added brings the claims that it needs; one that undercuts what is not
        there is left out.
        """
        claims, arguments = dict(self.claims), dict(self.arguments)
        gone: set[str] = set()
        for one in some:
            if one.kind == "removed":
                arguments.pop(GONE + one.old, None)
                gone.update(GONE + key for key in one.claims)
            elif one.kind in {"added", "moved"}:
                self._place(one, claims, arguments)
            else:
                self._say(one, claims, arguments)
        if gone:
            touched = {key for it in arguments.values() for key in (*it.premises, it.conclusion)}
            claims = {key: it for key, it in claims.items() if key not in gone or key in touched}
        return mended(replace(self.old, claims=claims, arguments=arguments, thesis="", options=()))

    def _argument(self, one: Argument) -> Argument:
        return replace(
            one,
            id=self.key(one.id),
            premises=tuple(map(self.key, one.premises)),
            conclusion=self.key(one.conclusion),
            answers={question: self.key(key) for question, key in one.answers.items()},
        )

    def _place(
        self, one: Difference, claims: dict[str, Claim], arguments: dict[str, Argument]
    ) -> None:
        """Add an argument or claim, or move an argument to where it is now."""
        needed = list(one.claims)
        if one.thing == "argument":
            now = self.new.arguments[one.new]
            if one.kind == "added":
                arguments[one.new] = now
            else:
                arguments[one.new] = replace(
                    arguments[one.new],
                    premises=now.premises,
                    conclusion=now.conclusion,
                    polarity=now.polarity,
                )
            needed += [*now.premises, now.conclusion]
        for key in needed:
            if key in self.new.claims:
                claims.setdefault(key, self.new.claims[key])

    def _say(
        self, one: Difference, claims: dict[str, Claim], arguments: dict[str, Argument]
    ) -> None:
        """Say of a claim or argument what is said of it now."""
        if one.kind == "reworded" and not one.field:
            claims[one.new] = replace(claims[one.new], text=one.after)
        elif one.kind == "changed" and one.thing == "claim":
            claims[one.new] = _said(claims[one.new], self.new.claims[one.new], one.field)
        elif one.kind == "changed" and one.thing == "argument":
            arguments[one.new] = _said(arguments[one.new], self.new.arguments[one.new], one.field)


def _said(thing: Thing, now: Thing, field: str) -> Thing:
    """Return a thing with one field as it is now; a field that is none is a key of `extra`."""
    if hasattr(now, field):
        return replace(thing, **{field: getattr(now, field)})
    extra = {key: value for key, value in thing.extra.items() if key != field}
    if field in now.extra:
        extra[field] = now.extra[field]
    return replace(thing, extra=extra)
