"""What stands on a hand-out, whatever it is written as: headings, paragraphs, lists, tables, lines.

A sheet is made of blocks, a block of runs. Nothing here says how it looks: a run's style and a
block's look name what a thing is, and each member of `papers/` (HTML, Markdown…) decides the rest.
All text is plain text; the writers escape it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Style = Literal["plain", "strong", "emphasis", "small", "cite", "sign", "read", "blank"]
"""`sign` is a word for a relation, `read` what is read aloud of a quote, `blank` a gap to fill."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one style.

    `to` leads to an `anchor` of the same sheet (`#c-2.1`) or to a page of the web; `language` is
    given where it is not the sheet's. The text of a `blank` is its number; its length is fixed.
    """

    text: str
    style: Style = "plain"
    to: str = ""
    language: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 2 to 6, for the sheet's title is level 1."""

    level: int
    content: Runs
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: of the text, small print (`note`), what is to be done (`task`), or a quote.

    A `lead` introduces what follows and stays on one page with it.
    """

    content: Runs
    look: Literal["text", "note", "task", "quote", "lead"] = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with its number where it has one, and what stands below it."""

    content: Runs
    blocks: "tuple[Block, ...]" = ()
    number: str = ""
    anchor: str = ""


Look = Literal["numbered", "counted", "bulleted", "boxes"]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: `numbered` by the items' own numbers, `counted` 1, 2, 3, `bulleted`, or `boxes`.

    `boxes` is a tree of boxes, each item one, those below it set in.
    """

    items: tuple[Item, ...]
    look: Look = "bulleted"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings; the first cell of each row is a heading too."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Empty lines to write on."""

    count: int = 2


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled gaps in one line: name, date, class."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that belong together and should not be torn apart; `framed` ones have a border."""

    blocks: "tuple[Block, ...]"
    framed: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, as SVG (`image/svg+xml`) or PNG (`image/png`), and what it shows in words."""

    data: bytes
    media: Literal["image/svg+xml", "image/png"]
    alt: str


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Listing | Table | Lines | Fields | Box | Picture | Break


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One finished hand-out.

    `kind` is what it is ("Brief"), `subtitle` whose or which, `name` what tells it from its
    fellows in a file name (`pro`, `key`); a `key` holds the answers of the sheet before it.
    """

    kind: str
    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    name: str = ""
    key: bool = False
    language: str = "en"
    landscape: bool = False


def runs(*parts: str | Run | Runs) -> Runs:
    """Join texts, runs and runs of runs.

    >>> runs("a", Run("b", "strong"), (Run("c"),))
    (Run(text='a', style='plain', to='', language=''), Run(text='b', style='strong', to='', \
language=''), Run(text='c', style='plain', to='', language=''))
    """
    found: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            found.extend([Run(part)] if part else [])
        elif isinstance(part, Run):
            found.append(part)
        else:
            found.extend(part)
    return tuple(found)


def nested(items: Sequence[tuple[int, Item]], look: Look = "numbered") -> tuple[Item, ...]:
    """Return items with depths (0, 1, 1, 2…) as items with lists below them.

    >>> first, *_ = nested([(0, Item(runs("a"))), (1, Item(runs("b")))])
    >>> text_of([Listing((first,))])
    'a\\nb'
    """
    waiting: dict[int, list[Item]] = {}
    for depth, item in reversed(items):
        below = waiting.pop(depth + 1, [])
        listing = (Listing(tuple(reversed(below)), look),) if below else ()
        waiting.setdefault(depth, []).append(replace(item, blocks=(*item.blocks, *listing)))
    return tuple(reversed(waiting.get(0, [])))


def plain(content: Runs) -> str:
    """Return the text of runs alone.

    >>> plain(runs("one ", Run("two", "strong")))
    'one two'
    """
    return "".join(run.text for run in content)


def text_of(blocks: Iterable[Block]) -> str:
    """Return all the text of blocks, a line for each piece, in reading order."""
    return "\n".join(piece for block in blocks for piece in _pieces(block))


def _pieces(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield plain(block.content)
        case Listing():
            for item in block.items:
                yield f"{item.number} {plain(item.content)}".strip()
                yield from (text_of([below]) for below in item.blocks)
        case Table():
            yield block.caption
            yield from (" | ".join(map(plain, row)) for row in (block.head, *block.rows))
        case Box():
            yield text_of(block.blocks)
        case Fields():
            yield " ".join(block.labels)
        case Picture():
            yield block.alt
