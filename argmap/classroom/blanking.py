"""Which parts of a map a worksheet leaves out.

The choice follows from the seed and the ids of the claims alone, by a hash, so that one seed is one
sheet on every machine and in every version, and a new claim changes little.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Literal

from argmap.classroom.requesting import Request
from argmap.classroom.telling import Stop

Blanks = Literal["claims", "reasons", "attacks", "signs", "all"]


def lot(seed: int, what: str) -> bytes:
    """Return what things are shuffled by."""
    return blake2b(f"{seed}/{what}".encode("utf-8", "replace"), digest_size=8).digest()


def gaps(
    request: Request, stops: Sequence[Stop], blanks: str, share: float, seed: int
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the claims that are left out, and the arguments whose signs are."""
    above = {stop.claim: _above(stops, stop) for stop in stops if stop.claim and stop.again is None}
    eligible = [
        stop.claim
        for stop in stops
        if stop.parent is not None
        and stop.claim in above
        and stop.again is None
        and stop.role != "continued"
        and blanks in ("claims", "all", _sort(request, stop))
    ]
    said = _words(request)  # what is said twice is no secret
    texts = {one: request.map.claims[one].text.casefold().strip(" .") for one in eligible}
    eligible = [one for one in eligible if said.count(texts[one]) == 1]
    hidden = frozenset(_chosen(eligible, above, share, seed))
    if blanks not in ("signs", "all"):
        return hidden, frozenset()
    signed = {
        stop.argument: ""
        for stop in stops
        if stop.role in ("support", "attack") and stop.claim not in hidden
    }
    return hidden, frozenset(_chosen(list(signed), signed, share, seed))


def _above(stops: Sequence[Stop], stop: Stop) -> str:
    """Return the claim right above a stop."""
    while stop.parent is not None:
        stop = stops[stop.parent]
        if stop.claim:
            return stop.claim
    return ""


def _sort(request: Request, stop: Stop) -> str:
    """Return whether a claim serves as a reason or in an attack."""
    return (
        f"{'reason' if request.map.arguments[stop.argument].polarity == 'support' else 'attack'}s"
    )


def _words(request: Request) -> str:
    """Return all that a map says, its claims' texts once each."""
    map_ = request.map
    said = [map_.title, map_.question, *map_.stakeholders.values()]
    for word, meaning in map_.definitions.items():
        said += [word, meaning]
    for source in map_.sources.values():
        said += [str(source.title), str(source.author), str(source.publisher)]
    for one in map_.claims.values():
        said += [one.text, one.label, one.by, one.qualifier, one.speech, one.assignee]
        said += [str(cite.section) for cite in one.cite]
    return "\n".join(said).casefold()


def _chosen(keys: Sequence[str], above: Mapping[str, str], share: float, seed: int) -> list[str]:
    """Return a share of some keys by lot: as far as can be, none right above another."""
    wanted = max(1, round(share * len(keys))) if keys else 0
    near: set[str] = set()
    found, passed = list[str](), list[str]()
    for key in sorted(keys, key=lambda key: lot(seed, key)):
        if key in near or above[key] in found:
            passed.append(key)
        else:
            found.append(key)
            near.add(above[key])
    return (found + passed)[:wanted]
