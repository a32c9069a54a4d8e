"""The pages of one map: its own, and what leads on from it."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from argmap.classroom.requesting import Request, request
from argmap.deciding.comparing import Question, compare
from argmap.deciding.recounting import Recount
from argmap.drawing import Manner, draw
from argmap.errors import ArgmapError
from argmap.model import ArgMap
from argmap.phrasing import Phrases, phrases
from argmap.picture.crediting import safe_url
from argmap.preparing import prepare
from argmap.printing import paper
from argmap.problems import Severity
from argmap.tabulating import View, table
from argmap.website.collecting import Entry
from argmap.website.templating import items, link, page, text

Files = dict[str, str | bytes]


def leaves(entry: Entry, say: Phrases, manner: Manner) -> Files:
    """Return the files of one map, by their paths in the site.

    A map with errors has only a page that says what they are.
    """
    found: Files = {}
    failed = ""
    if entry.map is not None:
        try:
            found = _drawn(entry.map, manner)
        except ArgmapError as error:  # one map that cannot be drawn stops no other
            failed = str(error)
    found["index.html"] = _hub(entry, say, sorted(found), failed)
    return {f"{entry.folder}/{name}": content for name, content in found.items()}


def _drawn(argmap: ArgMap, manner: Manner) -> Files:
    """Return the picture of a map, and the pages that say the same."""
    (outline,) = prepare("outline", argmap)
    found = {
        "picture.svg": draw(argmap, manner=manner),
        "page.html": draw(argmap, "html", manner=manner),
        "outline.html": paper("html").write(outline),
    }
    if (options := _options(argmap, request(argmap))) is not None:
        found["options.html"] = options
    return found


def _options(argmap: ArgMap, asked: Request) -> str | bytes | None:
    """Return the table of the options, where there are options to compare."""
    if not argmap.options:
        return None
    try:
        recount = Recount(compare(asked.map, Question()), phrases("options", asked.language))
    except ArgmapError:
        return None
    return table("html").write(View(recount, asked.spoken))


def _hub(entry: Entry, say: Phrases, names: list[str], failed: str) -> str:
    """Return the page of a map: its picture, where one can go from here, sources, findings."""
    home = "../" * (entry.folder.count("/") + 1) + "index.html"
    known = entry.map or entry.document.map
    parts = [f"<h1>{text(entry.title)}</h1>\n"]
    if known and known.question:
        parts.append(f'<p class="question">{text(known.question)}</p>\n')
    if known and known.summary:
        parts.append(f"<p>{text(known.summary)}</p>\n")
    if failed:
        parts.append(f'<p class="error">{text(failed)}</p>\n')
    if entry.map and not failed:
        ways = [
            link(f"{key}.html", say(f"to-{key}"), "way")
            for key in ("page", "outline", "options")
            if f"{key}.html" in names
        ]
        parts.append(items(ways, "ways"))
        parts.append(
            f'<p class="picture"><a href="page.html"><img src="picture.svg" alt="'
            f'{text(say("picture", title=entry.title))}"></a></p>\n'
        )
    if entry.map:
        parts += [*_builds_on(entry, say), *_sources(entry.map, say)]
    parts += _findings(entry, say)
    top = f"<nav>{link(home, say('all'))}</nav>\n"
    language = known.language if known else say.language
    return page(entry.title, "".join(parts), language=language, top=top)


def _builds_on(entry: Entry, say: Phrases) -> Iterator[str]:
    """Yield the claims of other maps of the site that this one takes up, as links to them."""
    assert entry.map is not None
    up = "../" * (entry.folder.count("/") + 1)
    found = []
    for key, claim in entry.map.claims.items():
        name, slash, inner = key.partition("/")
        if slash and name in entry.builds_on:
            found.append(link(f"{up}{entry.builds_on[name]}/page.html#{inner}", claim.text))
    if found:
        yield f"<h2>{text(say('builds-on'))}</h2>\n"
        yield items(found)


def _sources(argmap: ArgMap, say: Phrases) -> Iterator[str]:
    """Yield the works that a map cites, with how many claims rest on each."""
    asked = request(argmap)
    cited = Counter(
        key for claim in argmap.claims.values() for key in {one.source for one in claim.cite}
    )
    rows = []
    for key, count in sorted(cited.items(), key=lambda one: (-one[1], one[0])):
        work = asked.references.works.get(key)
        if work:
            url = safe_url(work.url)
            outer = url.startswith(("http://", "https://"))
            words = (
                f'<a href="{text(url)}" rel="noreferrer">{text(work.full)}</a>'
                if outer
                else (text(work.full))
            )
            rows.append(f'{words} <span class="count">{text(_counted(say, "cited", count))}</span>')
    if rows:
        yield f"<h2>{text(say('sources'))}</h2>\n"
        yield items(rows)


def _findings(entry: Entry, say: Phrases) -> Iterator[str]:
    """Yield what `argmap check` says of the map, the worst first."""
    yield f"<h2>{text(say('findings'))}</h2>\n"
    if not entry.problems:
        yield f"<p>{text(say('fine'))}</p>\n"
        return
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    rows: list[Any] = sorted(entry.problems, key=lambda one: (order.index(one.severity), one.place))
    yield items(
        (
            f'<strong class="{one.severity.value}">{text(one.code)}</strong> {text(one.message)}'
            f' <span class="count">{text(say("place", line=one.span.line))}</span>'
            + (f'<br><span class="help">{text(one.help)}</span>' if one.help else "")
            for one in rows
        ),
        "findings",
    )


def _counted(say: Phrases, key: str, count: int) -> str:
    return say(f"{key}-one") if count == 1 else say(f"{key}-many", n=count)
