"""A whole site: its first page with all maps and a search over all claims, and each map's pages."""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.drawing import Manner
from argmap.phrasing import Phrases, phrases, spoken
from argmap.problems import Severity
from argmap.website.collecting import Entry
from argmap.website.leafing import Files, leaves
from argmap.website.templating import asset, items, link, page, text


def site(entries: list[Entry], title: str, language: str, manner: Manner) -> Iterator[Files]:
    """Yield the files of a site by their paths, map by map, and its first page last."""
    say = phrases("site", language if language in spoken("site") else "en")
    drawn: set[str] = set()
    for entry in entries:
        made = leaves(entry, say, manner)
        drawn |= {entry.folder} if f"{entry.folder}/page.html" in made else set()
        yield made
    yield {"index.html": _first(entries, drawn, title or say("title"), say)}


def _first(entries: list[Entry], drawn: set[str], title: str, say: Phrases) -> str:
    """Return the first page; without a script all of it is there but the search."""
    search = (
        f'<form role="search" id="search" hidden><label for="words">{text(say("search"))}</label> '
        '<input type="search" id="words" autocomplete="off">'
        '<p id="count" role="status"></p></form>\n<ul role="list" id="found"></ul>\n'
    )
    cards = items((_card(one, say, drawn=one.folder in drawn) for one in entries), "cards")
    data = {
        "claims": [row for one in entries if one.folder in drawn for row in _claims(one)],
        "one": say("found-one"),
        "many": say("found-many"),
        "most": say("found-most"),
        "none": say("found-none"),
    }
    body = f"<h1>{text(title)}</h1>\n{search}{cards}"
    return page(title, body, language=say.language, script=asset("site.js"), data=data)


def _card(entry: Entry, say: Phrases, *, drawn: bool) -> str:
    """Return what the first page shows of a map."""
    errors = sum(one.severity is Severity.ERROR for one in entry.problems)
    known = entry.document.map
    parts = []
    if drawn:
        parts.append(
            f'<img src="{text(entry.folder)}/picture.svg" alt="" loading="lazy" width="320">'
        )
    parts.append(f"<h2>{link(f'{entry.folder}/index.html', entry.title)}</h2>")
    if known and (known.question or known.summary):
        parts.append(f"<p>{text(known.question or known.summary)}</p>")
    told = [say("claims-many", n=len(known.claims))] if known else []
    told += [say("errors", n=errors)] if errors else []
    parts.append(f'<p class="count">{text(" · ".join(told))}</p>')
    return "".join(parts)


def _claims(entry: Entry) -> Iterable[dict[str, Any]]:
    """Yield each claim of a map that is its own, as the search finds it."""
    if entry.map is None:
        return
    for key, claim in entry.map.claims.items():
        if "/" not in key:
            spot = ("claim", key, "text")
            others = [said[spot] for said in entry.map.translations.values() if spot in said]
            also = dict.fromkeys((claim.label, *others))
            yield {
                "at": f"{entry.folder}/page.html",
                "id": key,
                "map": entry.title,
                "text": claim.text,
                "also": " ".join(one for one in also if one and one != claim.text),
            }
