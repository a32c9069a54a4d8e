"""From the tree in a file to the graph in memory: claims and arguments, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    holds (path, id, first path) of ids given twice; `derived` the ids that no one wrote.
    """

    map: ArgMap
    places: Mapping[str, Path] = field(default_factory=dict)
    uses: tuple[Use, ...] = ()
    repeated: tuple[tuple[Path, str, Path], ...] = ()
    derived: frozenset[str] = frozenset()


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
        if key in self.claims:
            self.repeated.append((path, key, self.places[key]))
            key = self.free(key)
        self.places[key] = path
        if isinstance(item, str):
            self.claims[key] = Claim(id=key, text=item)
        else:
            self.claims[key] = self.filled(key, item)
            self.reasons(key, item, path)

    def root(self, item: Any, path: Path) -> str:
        """Read a thesis, an option, a premise or a warrant; return its claim's id."""
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
            name = self.name(item, None, path)
            self.claims[name] = Claim(id=name, text=item)
        else:
            text = item.text if isinstance(item.text, str) else self.own(item.text)
            name = self.name(text, item.id, path)
            self.claims[name] = self.filled(name, item)
        self.places[name] = path
        return name

    def name(self, text: str, given: str | None, path: Path) -> str:
        """Return a claim's id: the given one, or one derived from its text."""
        if given is None:
            derived = slug(text)
            if derived in self.claims or derived in self.arguments or derived in self.reserved:
                derived = self.free(derived)
            self.derived.add(derived)
            return derived
        self.written.add(given)
        if given in self.claims or given in self.arguments:
            self.clashes = self.clashes or given in self.derived
            self.repeated.append((path, given, self.places[given]))
            return self.free(given)
        return given

    def free(self, name: str) -> str:
        """Return `name` with the first number that makes it new."""
        number = 2
        while (new := f"{name}-{number}") in self.claims or new in self.reserved:
            number += 1
        return new

    def filled(self, name: str, item: Statement) -> Claim:
        """Return the claim that a mapping writes."""
        given = {key: value for key, value in item.__dict__.items() if key in _PLAIN and value}
        if item.confidence is not None:
            given["confidence"] = item.confidence
        if item.cite:
            given["cite"] = tuple(
                Citation(source=one) if isinstance(one, str) else one for one in item.cite
            )
        if item.label is not None:
            given["label"] = self.say(item.label, ("claim", name, "label"))
        return Claim(
            id=name,
            text=self.say(item.text, ("claim", name, "text")),
            extra=item.__pydantic_extra__ or {},
            **given,
        )

    def reasons(self, conclusion: str, item: Reasons, path: Path) -> None:
        """Read what bears on a claim."""
        for number, one in enumerate(item.support or ()):
            self.reason(one, conclusion, "support", (*path, "support", number))
        for number, one in enumerate(item.attack or ()):
            self.reason(one, conclusion, "attack", (*path, "attack", number))

    def reason(self, item: Any, conclusion: str, polarity: Polarity, path: Path) -> None:
        """Read one reason: its premises, its argument, what bears on either."""
        if isinstance(item, LinkedReason):
            premises = tuple(
                self.root(one, (*path, "premises", number))
                for number, one in enumerate(item.premises)
            )
            self.inference(self.argument(premises, conclusion, polarity, item, path), item, path)
            return
        if isinstance(item, RefClaim):
            premise = item.ref
            self.uses.append(((*path, "ref"), premise))
        else:
            premise = self.claim(item, path)
        if isinstance(item, str):
            self.argument((premise,), conclusion, polarity, None, path)
            return
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
        name = f"{'+'.join(premises)}.{polarity}s.{conclusion}"
        given: dict[str, Any] = {}
        if isinstance(item, LinkedReason):
            if item.id is not None:
                name = self.name("", item.id, path)
            given = {"tags": item.tags or ()}
        if isinstance(item, LinkedReason | RefReason):  # what others carry is the claim's
            given |= {"note": item.note or "", "extra": item.__pydantic_extra__ or {}}
        if name in self.arguments:
            name = self.free_argument(name)
        if item is not None:
            given |= {k: v for k, v in item.__dict__.items() if k in _INFERENCE and v is not None}
        self.arguments[name] = Argument(
            id=name, premises=premises, conclusion=conclusion, polarity=polarity, **given
        )
        self.places[name] = path
        return name

    def free_argument(self, name: str) -> str:
        """Return an argument's name with the first number that makes it new."""
        number = 2
        while (new := f"{name}.{number}") in self.arguments:
            number += 1
        return new

    def inference(self, name: str, item: Inference, path: Path) -> None:
        """Read the warrant of an argument, and what undercuts it."""
        place = (*path, "warrant")
        if isinstance(item.warrant, tuple):
            for number, one in enumerate(item.warrant):
                self.reason(one, name, "support", (*place, number))
        elif item.warrant is not None:
            self.reason(item.warrant, name, "support", place)
        for number, one in enumerate(item.undercut or ()):
            self.reason(one, name, "attack", (*path, "undercut", number))

    def own(self, texts: Mapping[str, str]) -> str:
        """Return a text in the map's language, or else in the first that is given."""
        return texts.get(self.language) or next(iter(texts.values()))

    def say(self, text: str | Mapping[str, str], spot: Spot) -> str:
        """Return a text in the map's language, and remember the others."""
        if isinstance(text, str):
            return text
        for language, words in text.items():
            self.translations.setdefault(language, {})[spot] = words
        return self.own(text)

    def built(self, included: Mapping[str, ArgMap]) -> Built:
        """Return the map, with the claims of other maps that it refers to."""
        guest = closure(included, [ref for _, ref in self.uses if "/" in ref])
        self.claims |= guest.claims
        claims = self.claims
        arguments = {}
        for one in self.arguments.values():
            if all(premise in claims for premise in one.premises) and (
                one.conclusion in claims or one.conclusion in arguments
            ):
                arguments[one.id] = one
        tree = self.tree
        stakeholders = {
            key: self.say(text, ("stakeholder", key, "text"))
            for key, text in (tree.stakeholders or {}).items()
        }
        made = ArgMap(
            title=self.say(tree.title, ("map", "", "title")),
            claims=claims,
            arguments=arguments | guest.arguments,
            thesis=self.thesis if self.thesis in claims else "",
            options=tuple(one for one in self.options if one in claims),
            language=self.language,
            summary=self.say(tree.summary or "", ("map", "", "summary")),
            question=self.say(tree.question or "", ("map", "", "question")),
            stakeholders=guest.stakeholders | stakeholders,
            criteria=tuple(
                Criterion(
                    id=one.id,
                    text=self.say(one.text, ("criterion", one.id, "text")),
                    weight=one.weight,
                    **(one.__pydantic_extra__ or {}),
                )
                for one in tree.criteria or ()
            ),
            sources=(tree.sources or {}) | guest.sources,
            definitions={
                key: self.say(text, ("definition", key, "text"))
                for key, text in (tree.definitions or {}).items()
            },
            include=tree.include or {},
            expect=expectation(tree.expect),
            translations=self.translations,
            extra=tree.__pydantic_extra__ or {},
        )
        uses = tuple(Use(path, ref, ref in claims) for path, ref in self.uses)
        return Built(made, self.places, uses, tuple(self.repeated), frozenset(self.derived))


_PLAIN = frozenset(
    "kind stakeholder by basis impact qualifier open conceded tags note speech assignee".split()
)
_INFERENCE = frozenset("scheme strength criterion tactic answers".split())
