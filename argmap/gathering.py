"""Walk the tree of a file, and gather its claims and arguments, with where each of them stands."""

from collections.abc import Mapping
from typing import Any

from argmap.model import Argument, Citation, Claim, Polarity, Spot
from argmap.positions import Path
from argmap.text import slug
from argmap.tree import (
    ClaimReason,
    Inference,
    LinkedReason,
    MapFile,
    Reasons,
    RefClaim,
    RefReason,
    Statement,
)

# A frozen dataclass sets each of its fields by a call, and a map has thousands of claims, of which
# most say little more than a text. So only what is said is set here; for the rest, the defaults
# stand in the class.
_TOLD = frozenset(
    {"kind", "stakeholder", "by", "basis", "confidence", "impact", "qualifier", "open", "conceded"}
    | {"tags", "note", "speech", "assignee"}
)  # what a claim says of itself in just the words of its mapping
_INFERRED = frozenset({"scheme", "strength", "criterion", "tactic", "answers"})
_OWN = _INFERRED | {"note", "tags"}


class Gatherer:
    """Walks a tree once, in the order of the document, and keeps what it comes across.

    `uses` holds (path, ref) of the places that refer to a claim written elsewhere. `clashes` says
    that an id which someone wrote had been derived for another claim before: then the walk is to
    be made again with the ids that were `written` as the `reserved` ones.
    """

    def __init__(self, tree: MapFile, reserved: frozenset[str]) -> None:
        self.tree, self.reserved = tree, reserved
        self.language = tree.language or "en"
        self.claims: dict[str, Claim] = {}
        self.arguments: dict[str, Argument] = {}
        self.places: dict[str, Path] = {}
        self.uses: list[tuple[Path, str]] = []
        self.repeated: list[tuple[Path, str, Path]] = []
        self.derived: set[str] = set()
        self.written: set[str] = set()
        self.numbers: dict[str, int] = {}
        self.clashes = False
        self.thesis = ""
        self.options: tuple[str, ...] = ()
        self.translations: dict[str, dict[Spot, str]] = {}

    def walk(self) -> None:
        """Read the roots and the listed claims."""
        tree = self.tree
        if tree.thesis is not None:
            self.thesis = self.root(tree.thesis, ("thesis",))
        self.options = tuple(
            self.root(one, ("options", number)) for number, one in enumerate(tree.options or ())
        )
        for key, item in (tree.claims or {}).items():
            self.written.add(key)
            self.listed(key, item, ("claims", key))

    def listed(self, key: str, item: Statement | str, path: Path) -> None:
        """Read a claim of `claims:`, whose id is its key."""
        if key in self.claims or key in self.arguments:
            self.repeated.append((path, key, self.places[key]))
            key = self.free(key, "-")
        self.claim(item, path, key)
        if not isinstance(item, str):
            self.reasons(key, item, path)

    def root(self, item: Any, path: Path) -> str:
        """Read a thesis, an option or a premise; return its claim's id."""
        if isinstance(item, RefClaim):
            self.uses.append(((*path, "ref"), item.ref))
            self.reasons(item.ref, item, path)
            return item.ref
        name = self.claim(item, path)
        if not isinstance(item, str):
            self.reasons(name, item, path)
        return name

    def claim(self, item: Any, path: Path, name: str = "") -> str:
        """Register a claim written in place, without what bears on it; return its id."""
        claim: Claim = object.__new__(Claim)
        known = claim.__dict__
        known["extra"] = {}
        if item.__class__ is str:
            name = name or self.derive(item)
            known["text"] = item
        else:
            text = item.text
            if not name:
                given = item.__dict__["id"]
                name = self.given(given, path) if given is not None else self.derive(self.own(text))
            known["text"] = text if text.__class__ is str else self.say(text, name, "text")
            self.fill(known, name, item)
        known["id"] = name
        self.claims[name] = claim
        self.places[name] = path
        return name

    def derive(self, text: str) -> str:
        """Return an id for a claim that has none, from its text."""
        name = slug(text)
        if name in self.claims or name in self.arguments or name in self.reserved:
            name = self.free(name, "-")
        self.derived.add(name)
        return name

    def given(self, name: str, path: Path) -> str:
        """Return an id that someone wrote, or one like it where it is taken."""
        self.written.add(name)
        if name in self.claims or name in self.arguments:
            self.clashes = self.clashes or name in self.derived
            self.repeated.append((path, name, self.places[name]))
            return self.free(name, "-")
        return name

    def free(self, name: str, mark: str) -> str:
        """Return `name` with a mark and the first number that makes it new."""
        number = self.numbers.get(name, 2)
        while (
            (new := f"{name}{mark}{number}") in self.claims
            or new in self.reserved
            or new in self.arguments
        ):
            number += 1
        self.numbers[name] = number + 1
        return new

    def fill(self, known: dict[str, Any], name: str, item: Statement) -> None:
        """Add what a mapping says of its claim."""
        written = item.__dict__
        for key in item.__pydantic_fields_set__ & _TOLD:
            known[key] = written[key]
        if item.cite:
            known["cite"] = tuple(
                Citation(source=one) if isinstance(one, str) else one for one in item.cite
            )
        if item.label:
            known["label"] = self.say(item.label, name, "label")
        if item.__pydantic_extra__:
            known["extra"] = item.__pydantic_extra__

    def reasons(self, conclusion: str, item: Reasons, path: Path) -> None:
        """Read what bears on a claim."""
        if item.support:
            for number, one in enumerate(item.support):
                self.reason(one, conclusion, "support", (*path, "support", number))
        if item.attack:
            for number, one in enumerate(item.attack):
                self.reason(one, conclusion, "attack", (*path, "attack", number))

    def reason(self, item: Any, conclusion: str, polarity: Polarity, path: Path) -> None:
        """Read one reason: its premises, its argument, what bears on either."""
        kind = item.__class__
        if kind is str:
            self.argument((self.claim(item, path),), conclusion, polarity, None, path)
            return
        if kind is LinkedReason:
            premises = tuple(
                self.root(one, (*path, "premises", number))
                for number, one in enumerate(item.premises)
            )
            self.inference(self.argument(premises, conclusion, polarity, item, path), item, path)
            return
        if kind is RefReason:
            premise = item.ref
            self.uses.append(((*path, "ref"), premise))
        else:
            premise = self.claim(item, path)
        name = self.argument((premise,), conclusion, polarity, item, path)
        if item.support or item.attack:
            self.reasons(premise, item, path)
        if item.warrant is not None or item.undercut:
            self.inference(name, item, path)

    def argument(
        self,
        premises: tuple[str, ...],
        conclusion: str,
        polarity: Polarity,
        item: Any,
        path: Path,
    ) -> str:
        """Register an argument; return its id."""
        name = f"{'+'.join(premises)}.{polarity}s.{conclusion}"
        kind = item.__class__
        if kind is LinkedReason and item.id is not None:
            name = self.given(item.id, path)
        if name in self.arguments:
            name = self.free(name, ".")
        argument: Argument = object.__new__(Argument)
        known = argument.__dict__
        known["id"], known["premises"], known["conclusion"] = name, premises, conclusion
        known["polarity"] = polarity
        known["answers"], known["extra"] = {}, {}
        if kind is ClaimReason:
            said = item.__pydantic_fields_set__
            if not _INFERRED.isdisjoint(said):
                known.update((key, getattr(item, key)) for key in said & _INFERRED)
        elif item is not None:  # it has no claim of its own: all that it says is the argument's
            known.update((key, getattr(item, key)) for key in item.__pydantic_fields_set__ & _OWN)
            known["extra"] = item.__pydantic_extra__ or {}
        self.arguments[name] = argument
        self.places[name] = path
        return name

    def inference(self, name: str, item: Inference, path: Path) -> None:
        """Read the warrant of an argument, and what undercuts it."""
        if isinstance(item.warrant, tuple):
            for number, one in enumerate(item.warrant):
                self.reason(one, name, "support", (*path, "warrant", number))
        elif item.warrant is not None:
            self.reason(item.warrant, name, "support", (*path, "warrant"))
        if item.undercut:
            for number, one in enumerate(item.undercut):
                self.reason(one, name, "attack", (*path, "undercut", number))

    def own(self, texts: str | Mapping[str, str]) -> str:
        """Return a text in the map's language, or else in the first that is given."""
        if isinstance(texts, str):
            return texts
        return texts.get(self.language) or next(iter(texts.values()))

    def say(self, text: str | Mapping[str, str], name: str, part: str, kind: str = "claim") -> str:
        """Return a text in the map's language, and remember the others."""
        if isinstance(text, str):
            return text
        for language, words in text.items():
            self.translations.setdefault(language, {})[kind, name, part] = words
        return self.own(text)
