"""A map in another of its languages."""

from collections.abc import Mapping
from dataclasses import replace

from argmap.model import ArgMap, Claim, Criterion, Spot


def languages(argmap: ArgMap) -> tuple[str, ...]:
    """Return the map's own language, then the others that anything in it is said in."""
    return (argmap.language, *sorted(set(argmap.translations) - {argmap.language}))


def translated(argmap: ArgMap, language: str) -> ArgMap:
    """Return the map with every text that is given in a language in that language.

    What is not given in it stays as it is; the map's `language` is then that of the rest.
    """
    said = argmap.translations.get(language, {})
    if not said:
        return argmap
    return replace(
        argmap,
        title=said.get(("map", "", "title"), argmap.title),
        summary=said.get(("map", "", "summary"), argmap.summary),
        question=said.get(("map", "", "question"), argmap.question),
        claims={key: _claim(claim, said) for key, claim in argmap.claims.items()},
        stakeholders={
            key: said.get(("stakeholder", key, "text"), text)
            for key, text in argmap.stakeholders.items()
        },
        criteria=tuple(
            Criterion(
                id=one.id, text=said.get(("criterion", one.id, "text"), one.text), weight=one.weight
            )
            for one in argmap.criteria
        ),
        definitions={
            key: said.get(("definition", key, "text"), text)
            for key, text in argmap.definitions.items()
        },
    )


def _claim(claim: Claim, said: Mapping[Spot, str]) -> Claim:
    text = said.get(("claim", claim.id, "text"), claim.text)
    label = said.get(("claim", claim.id, "label"), claim.label)
    return (
        replace(claim, text=text, label=label)
        if (text, label) != (claim.text, claim.label)
        else claim
    )
