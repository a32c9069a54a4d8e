"""Sources as rules look at them: which a file lists, who stands behind them, who cites them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit

import yaml

from argmap.graph import Graph
from argmap.language.dating import When, when
from argmap.linting import Scan
from argmap.model import Citation, Claim, Source
from argmap.positions import Path

LAW = frozenset({"bill", "legal_case", "legislation", "regulation", "treaty"})
PERSONAL = frozenset({"interview", "personal_communication", "speech", "manuscript", "hearing"})
TIMELESS = LAW | {"classic"}

_ODD = re.compile(r"(?i)^(?:the|el|la|los|las)\s|[&\d]")


class Cited(NamedTuple):
    """One citation that is written in the file: whose, of what, and where it stands."""

    claim: Claim
    citation: Citation
    path: Path
    work: Source | None


def cited(scan: Scan) -> tuple[Cited, ...]:
    """Return the citations that are written in a file, in its order."""
    sources = scan.map.sources
    return tuple(
        Cited(claim, one, (*path, "cite", number), sources.get(one.source))
        for claim, path in scan.claims
        for number, one in enumerate(claim.cite)
    )


def quoted(scan: Scan) -> tuple[Cited, ...]:
    """Return the citations that give the source's own words, or a part of them to be read."""
    return tuple(one for one in scan.once(cited) if one.citation.quote or one.citation.read)


def own(scan: Scan) -> tuple[tuple[str, Source, Path], ...]:
    """Return the sources that are written in a file, with their keys and places."""
    return tuple(
        (key, one, ("sources", key)) for key, one in scan.map.sources.items() if "/" not in key
    )


def authors(source: Source) -> tuple[str, ...]:
    """Return the names of a source's authors."""
    one = source.author
    return () if one is None else (one,) if isinstance(one, str) else one


def is_body(name: str) -> bool:
    """Tell whether a name is rather that of an institution than of a person.

    >>> [is_body(one) for one in ("INEGI", "Ministry of Economy", "The Guardian", "Statista")]
    [True, True, True, True]
    >>> [is_body(one) for one in ("Ana Ruiz", "Ruiz, Ana", "María de la Luz Gómez", "A. J. Smith")]
    [False, False, False, False]
    """
    words = name.lower().replace(",", " ").split()
    if not 2 <= len(words) <= 5 or (name.isupper() and "." not in name):
        return True
    return bool(_ODD.search(name)) or not known("bodies").isdisjoint(words)


def is_at(url: str | None, sites: str) -> bool:
    """Tell whether an address is of one of the sites of a list, or of a part of one.

    >>> is_at("https://en.wikipedia.org/wiki/School", "wikis"), is_at("https://notx.com", "posts")
    (True, False)
    """
    return not known(sites).isdisjoint(_domains(url))


@cache
def known(name: str) -> frozenset[str]:
    """Return one of the lists of words and sites."""
    return _lists()[name]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = files("argmap").joinpath("words", "sources.yaml").read_text(encoding="utf-8")
    read = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {key: frozenset(one.strip() for one in value.split(",")) for key, value in read.items()}


@lru_cache(maxsize=2048)
def host(url: str | None) -> str:
    """Return the name of the machine in an address, without `www.`; nothing where there is none.

    >>> host("https://www.Example.org:443/a"), host("example.org/a"), host("http://[")
    ('example.org', 'example.org', '')
    """
    try:
        name = urlsplit(url if "//" in (url or "") else f"//{url or ''}").hostname or ""
    except ValueError:
        return ""
    return str(name).removeprefix("www.")


@lru_cache(maxsize=2048)
def _domains(url: str | None) -> tuple[str, ...]:
    """Return the name of the machine in an address, and those of what it is a part of."""
    parts = host(url).split(".")
    return tuple(".".join(parts[n:]) for n in range(len(parts) - 1))


def outlet(source: Source) -> str:
    """Return where a source came out, for telling outlets apart: as written, else the host."""
    return source.container or source.publisher or host(source.url)


def newest(sources: Mapping[str, Source]) -> When | None:
    """Return the latest date on which any source came out or was looked at."""
    dates = (when(date) for one in sources.values() for date in (one.date, one.accessed))
    return max((date for date in dates if date), default=None)


def sourced(scan: Scan) -> frozenset[str]:
    """Return the claims and arguments that cite a source, or rest on something that does."""
    return carried(scan.graph, (claim.id for claim in scan.map.claims.values() if claim.cite))


def carried(graph: Graph, claims: Iterable[str]) -> frozenset[str]:
    """Return some claims, and all claims and arguments that rest on any of them."""
    queue = list(claims)
    found = set(queue)
    for here in queue:
        if here in graph.map.arguments:
            one = graph.map.arguments[here]
            above = [one.conclusion] if one.polarity == "support" else []
        else:
            above = [one.id for one in graph.used.get(here, ())]
        new = [one for one in above if one not in found]
        found.update(new)
        queue += new
    return frozenset(found)


def backing(graph: Graph, claim: str) -> tuple[str, ...]:
    """Return the claims that a claim rests on: what supports it, and what supports that, and so on.

    What supports an inference, as its warrant, is among them.
    """
    found: dict[str, None] = {}
    queue = [claim]
    for here in queue:
        for one in graph.supports.get(here, ()):
            new = [premise for premise in one.premises if premise not in found and premise != claim]
            found.update(dict.fromkeys(new))
            queue += [one.id, *new]
    return tuple(found)
