"""From the tree in a file to the graph in memory: claims and arguments, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.gathering import Gatherer
from argmap.model import ArgMap, Argument, Claim, Criterion
from argmap.positions import Path
from argmap.transplanting import closure, expectation
from argmap.tree import MapFile


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
    found = Gatherer(tree, frozenset(tree.claims or ()))
    found.walk()
    if found.clashes:  # an id that someone wrote goes before one derived earlier in the file
        found = Gatherer(tree, frozenset(found.written))
        found.walk()
    return _assembled(found, included or {})


def _assembled(found: Gatherer, included: Mapping[str, ArgMap]) -> Built:
    """Return the map, with the claims of other maps that it refers to."""
    guest = closure(included, [ref for _, ref in found.uses if "/" in ref])
    claims = found.claims | guest.claims
    for language, said in guest.translations.items():
        found.translations.setdefault(language, {}).update(said)
    uses = tuple(Use(path, ref, ref in claims) for path, ref in found.uses)
    sound = all(one.known for one in uses)
    tree = found.tree
    stakeholders = {
        key: found.say(text, key, "text", "stakeholder")
        for key, text in (tree.stakeholders or {}).items()
    }
    made = ArgMap(
        title=found.say(tree.title, "", "title", "map"),
        claims=claims,
        arguments=(found.arguments if sound else _grounded(found.arguments, claims))
        | guest.arguments,
        thesis=found.thesis if found.thesis in claims else "",
        options=tuple(one for one in found.options if one in claims),
        language=found.language,
        summary=found.say(tree.summary or "", "", "summary", "map"),
        question=found.say(tree.question or "", "", "question", "map"),
        stakeholders=guest.stakeholders | stakeholders,
        criteria=tuple(
            Criterion(
                id=one.id,
                text=found.say(one.text, one.id, "text", "criterion"),
                weight=one.weight,
                **(one.__pydantic_extra__ or {}),
            )
            for one in tree.criteria or ()
        ),
        sources=(tree.sources or {}) | guest.sources,
        definitions={
            key: found.say(text, key, "text", "definition")
            for key, text in (tree.definitions or {}).items()
        },
        include=tree.include or {},
        expect=expectation(tree.expect),
        translations=found.translations,
        extra=tree.__pydantic_extra__ or {},
    )
    return Built(
        made, found.places, uses, tuple(found.repeated), frozenset(found.derived), included
    )


def _grounded(
    arguments: Mapping[str, Argument], claims: Mapping[str, Claim]
) -> dict[str, Argument]:
    """Return the arguments of which every premise and the conclusion exist."""
    kept: dict[str, Argument] = {}
    for one in arguments.values():
        if (one.conclusion in claims or one.conclusion in kept) and all(
            premise in claims for premise in one.premises
        ):
            kept[one.id] = one
    return kept
