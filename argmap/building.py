"""From the tree in a file to the graph in memory: claims and arguments, and where they stand."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any

from argmap.model import ArgMap, Argument, Citation, Claim, Criterion, Polarity, Spot
from argmap.positions import Path
from argmap.text import slug
from argmap.transplanting import closure, expectation
from argmap.tree import Inference, LinkedReason, MapFile, Reasons, RefClaim, RefReason, Statement


@dataclass(frozen=True, slots=True)
class Use:
    """One place that refers to a claim written elsewhere; `known` tells whether it exists."""

    path: Path
    ref: str
    known: bool


@dataclass(frozen=True, slots=True)
class Built:
    """A map, and where in its file each thing of it stands.

    `places` leads from the id of a claim or argument of this very file to its path; `repeated`
    holds (path, id, first path) of ids given twice; `derived` the ids that no one wrote;
    `included` the maps that it includes, as far as they could be read, by name.
    """

    map: ArgMap
    places: Mapping[str, Path] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    repeated: tuple[tuple[Path, str, Path], ...] = ()
    derived: frozenset[str] = frozenset()
    included: Mapping[str, ArgMap] = field(default_factory=dict)


def build(tree: MapFile, included: Mapping[str, ArgMap] | None = None) -> Built:
    """Return the graph of a tree; `included` holds the maps that it includes, by name.

    A ref that leads nowhere leaves its argument out, so that the graph is always sound.
    """
    builder = _Builder(tree, frozenset(tree.claims or ()))
    builder.walk()
    if builder.clashes:  # an id that someone wrote goes before one derived earlier in the file
        builder = _Builder(tree, frozenset(builder.written) | frozenset(tree.claims or ()))
        builder.walk()
    return builder.built(included or {})


# A frozen dataclass sets each of its fields by a call. A map has thousands of claims, of which
# most say little more than a text, so they are filled from a table of the defaults instead.
_CLAIM = {one.name: "" if one.default is MISSING else one.default for one in fields(Claim)}
_ARGUMENT = {one.name: "" if one.default is MISSING else one.default for one in fields(Argument)}
_PLAIN = frozenset(
    "kind stakeholder by basis impact qualifier open conceded tags note speech assignee".split()
)
_INFERENCE = frozenset("scheme strength criterion tactic answers".split())


class _Builder:
    """Walks the tree once, in the order of the document."""

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
        self.register(key, item, path)
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

    def claim(self, item: Any, path: Path) -> str:
        """Register a claim written in place, without what bears on it; return its id."""
        if isinstance(item, str):
            name = self.derive(item)
        elif item.id is None:
            name = self.derive(item.text if isinstance(item.text, str) else self.own(item.text))
        else:
            name = self.given(item.id, path)
        self.register(name, item, path)
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

    def register(self, name: str, item: Any, path: Path) -> None:
        """Make a claim of a text, or of the mapping that writes it."""
        claim: Claim = object.__new__(Claim)
        known = claim.__dict__
        known.update(_CLAIM)
        known["id"] = name
        known["extra"] = {}
        if isinstance(item, str):
            known["text"] = item
        else:
            self.fill(known, item)
        self.claims[name] = claim
        self.places[name] = path

    def fill(self, known: dict[str, Any], item: Statement) -> None:
        """Add what a mapping says of its claim."""
        written = item.__dict__
        text = written["text"]
        known["text"] = text if isinstance(text, str) else self.say(text, known["id"], "text")
        for key in item.__pydantic_fields_set__:
            if key in _PLAIN:
                known[key] = written[key]
            elif key == "confidence":
                known[key] = item.confidence
            elif key == "cite":
                known[key] = tuple(
                    Citation(source=one) if isinstance(one, str) else one for one in item.cite or ()
                )
            elif key == "label" and item.label:
                known[key] = self.say(item.label, known["id"], key)
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
        if isinstance(item, str):
            self.argument((self.claim(item, path),), conclusion, polarity, None, path)
            return
        if isinstance(item, LinkedReason):
            premises = tuple(
                self.root(one, (*path, "premises", number))
                for number, one in enumerate(item.premises)
            )
            self.inference(self.argument(premises, conclusion, polarity, item, path), item, path)
            return
        if isinstance(item, RefReason):
            premise = item.ref
            self.uses.append(((*path, "ref"), premise))
        else:
            premise = self.claim(item, path)
        name = self.argument((premise,), conclusion, polarity, item, path)
        self.reasons(premise, item, path)
        self.inference(name, item, path)

    def argument(
        self,
        premises: tuple[str, ...],
        conclusion: str,
        polarity: Polarity,
        item: Inference | None,
        path: Path,
    ) -> str:
        """Register an argument; return its id."""
        first = premises[0] if len(premises) == 1 else "+".join(premises)
        name = f"{first}.{polarity}s.{conclusion}"
        if isinstance(item, LinkedReason) and item.id is not None:
            name = self.given(item.id, path)
        if name in self.arguments:
            name = self.free(name, ".")
        argument: Argument = object.__new__(Argument)
        known = argument.__dict__
        known.update(_ARGUMENT)
        known["id"], known["premises"], known["conclusion"] = name, premises, conclusion
        known["polarity"] = polarity
        known["answers"], known["extra"] = {}, {}
        if item is not None:
            _infer(known, item)
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

    def own(self, texts: Mapping[str, str]) -> str:
        """Return a text in the map's language, or else in the first that is given."""
        return texts.get(self.language) or next(iter(texts.values()))

    def say(self, text: str | Mapping[str, str], name: str, part: str, kind: str = "claim") -> str:
        """Return a text in the map's language, and remember the others."""
        if isinstance(text, str):
            return text
        for language, words in text.items():
            self.translations.setdefault(language, {})[kind, name, part] = words
        return self.own(text)

    def built(self, included: Mapping[str, ArgMap]) -> Built:
        """Return the map, with the claims of other maps that it refers to."""
        guest = closure(included, [ref for _, ref in self.uses if "/" in ref])
        claims = self.claims = self.claims | guest.claims
        for language, said in guest.translations.items():
            self.translations.setdefault(language, {}).update(said)
        uses = tuple(Use(path, ref, ref in claims) for path, ref in self.uses)
        sound = all(one.known for one in uses)
        tree = self.tree
        stakeholders = {
            key: self.say(text, key, "text", "stakeholder")
            for key, text in (tree.stakeholders or {}).items()
        }
        made = ArgMap(
            title=self.say(tree.title, "", "title", "map"),
            claims=claims,
            arguments=(self.arguments if sound else self.grounded()) | guest.arguments,
            thesis=self.thesis if self.thesis in claims else "",
            options=tuple(one for one in self.options if one in claims),
            language=self.language,
            summary=self.say(tree.summary or "", "", "summary", "map"),
            question=self.say(tree.question or "", "", "question", "map"),
            stakeholders=guest.stakeholders | stakeholders,
            criteria=tuple(
                Criterion(
                    id=one.id,
                    text=self.say(one.text, one.id, "text", "criterion"),
                    weight=one.weight,
                    **(one.__pydantic_extra__ or {}),
                )
                for one in tree.criteria or ()
            ),
            sources=(tree.sources or {}) | guest.sources,
            definitions={
                key: self.say(text, key, "text", "definition")
                for key, text in (tree.definitions or {}).items()
            },
            include=tree.include or {},
            expect=expectation(tree.expect),
            translations=self.translations,
            extra=tree.__pydantic_extra__ or {},
        )
        return Built(
            made, self.places, uses, tuple(self.repeated), frozenset(self.derived), included
        )

    def grounded(self) -> dict[str, Argument]:
        """Return the arguments of which every premise and the conclusion exist."""
        kept: dict[str, Argument] = {}
        for one in self.arguments.values():
            if (one.conclusion in self.claims or one.conclusion in kept) and all(
                premise in self.claims for premise in one.premises
            ):
                kept[one.id] = one
        return kept


def _infer(known: dict[str, Any], item: Inference) -> None:
    """Add what a reason says of its argument; the rest of a claim written in place is the claim's."""
    written = item.__dict__
    for key in item.__pydantic_fields_set__:
        if key in _INFERENCE:
            known[key] = written[key]
    if isinstance(item, LinkedReason | RefReason):
        known["note"] = item.note or ""
        known["extra"] = item.__pydantic_extra__ or {}
    if isinstance(item, LinkedReason):
        known["tags"] = item.tags or ()
