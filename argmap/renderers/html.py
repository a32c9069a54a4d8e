"""The page in which one walks through a map: one file, which loads nothing and runs nothing else.

Without its script it is the picture and an outline that says as much. The script draws the picture
from data, so that branches can be opened and closed. The policy in the head lets through just this
script and these styles, by their hashes; whatever a map says is text or data.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from html import escape
from importlib.resources import files
from typing import Any

from argmap.drawing import USUAL, Layout, Renderer, Sketch, renderer
from argmap.errors import Unsupported
from argmap.evaluating import evaluate
from argmap.hypertext import is_right_to_left, seal
from argmap.phrasing import phrases
from argmap.picture.branching import Branch
from argmap.picture.colouring import printed_sheet, style_sheet
from argmap.picture.describing import clean
from argmap.picture.detailing import Detailer
from argmap.picture.embedding import nodes
from argmap.picture.hanging import trees
from argmap.picture.legending import legend
from argmap.picture.outlining import outline
from argmap.picture.stacking import AROUND, arrange
from argmap.plugins import member
from argmap.text import printable
from argmap.translating import languages, translated
from argmap.verdict import Verdict

MANY = 150  # claims; of more than that, the page shows only the uppermost at first
_SCRIPTS = ("map", "tidy", "ink", "view", "touch", "walk", "card", "search", "practice", "page")
_LEGEND = 340.0  # how wide the room of the legend is
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # what could turn the writing round
_STYLE = re.compile("<style>.*?</style>\n?", re.DOTALL)  # the page has all of the picture's


def render(sketch: Sketch) -> str:
    """Return the page of a map in the sketch's language, with all others to switch to."""
    if sketch.view or sketch.direction == "right":
        raise Unsupported("a page has no regions and no directions; ask for svg")
    tree = replace(sketch, layout=member("layouts", Layout, "tree"))
    others = [one for one in languages(sketch.map) if one != sketch.language]
    verdict = _verdict(sketch)
    books = [_Book(tree, verdict)]
    for other in others:
        map_ = translated(sketch.map, other)
        books.append(_Book(replace(tree, map=map_, language=other), verdict))
    return "".join(_page(tree, books))


@dataclass(frozen=True)
class _Book:
    """A map in one language, as words and as data."""

    sketch: Sketch
    verdict: Verdict | None

    @cached_property
    def rows(self) -> list[Branch]:
        """The trees, arranged as in the picture."""
        sketch = self.sketch
        rows = trees(sketch.diagram, sketch.fitted, sketch.theme)
        arrange(rows, sketch.theme.page, AROUND)
        return rows

    def data(self) -> Mapping[str, Any]:
        """Return all that the script needs."""
        sketch, diagram = self.sketch, self.sketch.diagram
        press = sketch.press
        details = Detailer(sketch.map, sketch.language, self.verdict, notes=press.notes)
        drawn = {box.claim for box in diagram.boxes}
        return {
            "language": sketch.language,
            "rtl": is_right_to_left(sketch.language),
            "title": diagram.title,
            "scale": sketch.theme.scale,
            "say": dict(phrases("page", sketch.language).words),
            "nodes": nodes(self.rows, diagram, sketch.fitted, sketch.theme),
            "claims": {key: card for key, card in details.claims().items() if key in drawn},
            "arguments": details.arguments(),
            "works": details.works(),
        }

    def words(self, *, first: bool) -> Iterator[str]:
        """Yield what the map says in words: what it is about, its outline, its sources."""
        language, diagram = self.sketch.language, self.sketch.diagram
        say = phrases("page", language)
        tag = "section" if first else "details"
        yield f'<{tag} class="words" data-language="{_safe(language)}" lang="{_safe(language)}"'
        yield f"{_direction(language)}>\n"
        yield "" if first else f"<summary>{_safe(_named(language))}</summary>\n"
        yield '<div class="about">\n'
        yield "" if first else f"<h2>{_safe(diagram.title)}</h2>\n"
        yield f'<p class="question">{_safe(diagram.question)}</p>\n' if diagram.question else ""
        yield f"<p>{_safe(diagram.summary)}</p>\n" if diagram.summary else ""
        yield f'<p class="counts">{_safe(diagram.description)}</p>\n{self._legend()}</div>\n'
        yield f'<div class="outline">\n<h2>{_safe(say("outline"))}</h2>\n'
        words = phrases("handouts", language)
        yield from outline(self.rows, diagram, words, anchored=first)
        yield "</div>\n"
        if diagram.credits:
            yield f'<div class="sources">\n<h2>{_safe(say("sources"))}</h2>\n<ul>\n'
            for one in diagram.credits:
                link = f'<a href="{_safe(one.href)}" target="_blank" rel="noopener noreferrer">'
                text = _safe(one.text)
                yield f"<li>{link}{text}</a></li>\n" if one.href else f"<li>{text}</li>\n"
            yield "</ul>\n</div>\n"
        yield f"</{tag}>\n"

    def _legend(self) -> str:
        rows = self.sketch.diagram.legend
        parts, high = legend(rows, self.sketch.theme, (0, 0), _LEGEND, 1)
        if not parts:
            return ""
        words = _safe("; ".join(words for _, words in rows))
        return (
            f'<svg class="legend" role="img" aria-label="{words}" width="{_LEGEND:g}"'
            f' height="{high:g}" viewBox="0 0 {_LEGEND:g} {high:g}">{"".join(parts)}</svg>\n'
        )


def _page(sketch: Sketch, books: list[_Book]) -> Iterator[str]:
    diagram, language = sketch.diagram, sketch.language
    style = style_sheet(sketch.theme) + printed_sheet(sketch.theme) + _asset("page.css")
    data = {
        "start": language,
        "many": MANY,
        "books": {book.sketch.language: book.data() for book in books},
    }
    picture = _still(sketch)
    yield f'<!doctype html>\n<html class="argmap" lang="{_safe(language)}"{_direction(language)}>\n'
    yield f'<head>\n<meta charset="utf-8">\n{_policy(style, _script())}'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"<title>{_safe(diagram.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield _frame(diagram.title, books)
    yield f"<main>\n<noscript>{picture}</noscript>\n{_stage(language)}"
    yield '<div class="text" data-ui="text">\n'
    for number, book in enumerate(books):
        yield from book.words(first=number == 0)
    yield f'</div>\n</main>\n<script type="application/json" data-ui="map">{_json(data)}</script>\n'
    yield f"<script>{_script()}</script>\n</body>\n</html>\n"


def _still(sketch: Sketch) -> str:
    """Return the picture as a part of the page, whose style sheet has all of its own."""
    picture = _TURNING.sub(" ", str(renderer("svg").render(sketch)))
    picture = _STYLE.sub("", picture[picture.index("<svg") :], count=1)
    name = _safe(sketch.diagram.title)
    return f'<div class="still" role="region" tabindex="0" aria-label="{name}">{picture}</div>'


def _frame(title: str, books: list[_Book]) -> str:
    """Return the bar above the map; what needs the script is hidden until that runs."""
    say = phrases("page", books[0].sketch.language)
    known = [book.sketch.language for book in books]
    options = "".join(
        f'<option value="{_safe(one)}" lang="{_safe(one)}">{_safe(_named(one))}</option>'
        for one in known
    )
    bar = _asset("bar.html").replace("{languages}", options if len(known) > 1 else "")
    for key in say.words:
        bar = bar.replace(f"{{say:{key}}}", _safe(say(key)))
    return f"<header>\n<h1>{_safe(title)}</h1>\n{bar}</header>\n"


def _stage(language: str) -> str:
    stage, say = _asset("stage.html"), phrases("page", language)
    for key in say.words:
        stage = stage.replace(f"{{say:{key}}}", _safe(say(key)))
    return stage


def _policy(style: str, script: str) -> str:
    """Return the rule by which a browser lets through this style and this script alone."""
    content = (
        f"default-src 'none'; script-src {seal(script)}; style-src {seal(style)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">\n'


def _json(data: Any) -> str:
    """Return data as JSON that no parser of HTML takes for markup."""
    text = clean(json.dumps(_plain(data), ensure_ascii=False, separators=(",", ":")))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _plain(value: Any) -> Any:
    """Return data in which no text can turn the writing round or steer anything."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {printable(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _verdict(sketch: Sketch) -> Verdict | None:
    """Return the verdict on a map, if one is asked for or the map says how much anything counts."""
    claims, arguments = sketch.map.claims.values(), sketch.map.arguments.values()
    weighed = any(one.confidence is not None for one in claims)
    if sketch.verdicts or weighed or any(one.strength is not None for one in arguments):
        return evaluate(sketch.map, "" if sketch.verdicts == USUAL else sketch.verdicts)
    return None


def _named(language: str) -> str:
    """Return what a language calls itself; of one that we do not speak, its code."""
    say = phrases("page", language)
    return say("language") if language.startswith(say.language) else language


def _direction(language: str) -> str:
    return ' dir="rtl"' if is_right_to_left(language) else ""


def _safe(text: str) -> str:
    return escape(printable(clean(text)), quote=True)


@cache
def _script() -> str:
    parts = "".join(_asset(f"{name}.js") for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


@cache
def _asset(name: str) -> str:
    return (files("argmap") / f"assets/page/{name}").read_text("utf-8")


RENDERER = Renderer("html", ".html", render, takes=frozenset(("notes",)))
