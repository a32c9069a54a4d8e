"""Claims of one map in another: what a `ref` to an included map brings along."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from argmap.model import ArgMap, Argument, Claim, Expectation, Labels, Source, Spot
from argmap.tree import Expect

_SEMANTICS = (
    "grounded", "complete", "preferred", "stable",
    "semi_stable", "stage", "ideal", "eager", "carneades",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guest:
    """Parts of included maps under the ids that they have in the including one."""

    claims: dict[str, Claim] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    stakeholders: dict[str, str] = field(default_factory=dict)
    translations: dict[str, dict[Spot, str]] = field(default_factory=dict)


def closure(included: Mapping[str, ArgMap], refs: Iterable[str]) -> Guest:
    """Return the claims that `refs` name, with everything that bears on them.

    A claim comes with its reasons, theirs, and the undercuts and warrants between them, and with
    what it is called in other languages. The sources of all included maps come along as
    `name/key`, for citations may name them; stakeholders keep their keys, so that the same one
    in two maps is one. What a map includes itself is part of it: `a/b/id` is claim `id` of map
    `b` of map `a`.
    """
    guest = Guest()
    wanted: dict[str, dict[str, None]] = {}
    for ref in refs:
        name, _, claim = ref.partition("/")
        if name in included and claim in included[name].claims:
            wanted.setdefault(name, {})[claim] = None
    for name, other in included.items():
        guest.sources.update((f"{name}/{key}", source) for key, source in other.sources.items())
        if name in wanted:
            _transplant(guest, name, other, list(wanted[name]))
    return guest


def _transplant(guest: Guest, name: str, other: ArgMap, claims: list[str]) -> None:
    bearing: dict[str, list[Argument]] = {}
    for one in other.arguments.values():
        bearing.setdefault(one.conclusion, []).append(one)
    kept = dict.fromkeys(claims)
    queue = list(claims)
    arguments: dict[str, Argument] = {}
    while queue:
        for one in bearing.get(queue.pop(), ()):
            arguments[one.id] = one
            queue.append(one.id)
            new = [premise for premise in one.premises if premise not in kept]
            kept.update(dict.fromkeys(new))
            queue.extend(new)
    for key in (key for key in other.claims if key in kept):
        guest.claims[f"{name}/{key}"] = _renamed(other.claims[key], name)
    _transplant_words(guest, name, other, kept)
    for one in (one for one in other.arguments.values() if one.id in arguments):
        guest.arguments[f"{name}/{one.id}"] = replace(
            one,
            id=f"{name}/{one.id}",
            premises=tuple(f"{name}/{premise}" for premise in one.premises),
            conclusion=f"{name}/{one.conclusion}",
            criterion="",
            answers={question: f"{name}/{claim}" for question, claim in one.answers.items()},
        )


def _transplant_words(guest: Guest, name: str, other: ArgMap, kept: Collection[str]) -> None:
    """Bring along who speaks in the claims that are kept, and what they are in other languages."""
    speaking = {other.claims[key].stakeholder for key in kept}
    for stakeholder, text in other.stakeholders.items():
        if stakeholder in speaking:
            guest.stakeholders.setdefault(stakeholder, text)
    for language, said in other.translations.items():
        for (kind, key, part), words in said.items():
            if kind == "claim" and key in kept:
                guest.translations.setdefault(language, {})[kind, f"{name}/{key}", part] = words


def _renamed(claim: Claim, name: str) -> Claim:
    cite = tuple(one.model_copy(update={"source": f"{name}/{one.source}"}) for one in claim.cite)
    return replace(claim, id=f"{name}/{claim.id}", cite=cite)


def expectation(written: Expect | None) -> Expectation | None:
    """Return the verdict tests of a map, by the names that semantics have for users."""
    if written is None:
        return None
    labels: dict[str, Labels] = {
        name.replace("_", "-"): value
        for name in _SEMANTICS
        if (value := getattr(written, name)) is not None
    }
    return Expectation(labels, written.strength or {}, written.ranking or ())
