"""Papers: what a sheet says arrives as text, whatever it says, and nothing else does."""

import base64
import hashlib
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from argmap.classroom.pages import (
    Box,
    Break,
    Fields,
    Heading,
    Item,
    Lines,
    Listing,
    Paragraph,
    Picture,
    Run,
    Sheet,
    Table,
    nested,
    runs,
)
from argmap.errors import UnknownName
from argmap.printing import paper, papers
from argmap.text import printable

VOID = {"meta", "img"}
AWKWARD = [
    "<script>",
    "</style>",
    "]]>",
    "&amp;",
    "*a*",
    "_a_",
    "`a`",
    "[a](b)",
    "# a",
    "1. a",
    "- a",
]
AWKWARD += [
    "~~a~~",
    "$a$",
    "https://a.org",
    "www.a.org",
    "a@b.org",
    "|",
    "---",
    "===",
    "\\",
    "'",
    '"',
]
AWKWARD += [
    "\u202e",
    "\x1b[2J",
    "\0",
    "{}",
    "%s",
    "+ a",
    "> a",
    "![a](b)",
    "<!--",
    "a\nb",
    "\t",
    "#",
]
texts = st.lists(st.sampled_from(AWKWARD) | st.text(max_size=6), max_size=5).map("".join)


class Reader(HTMLParser):
    """Takes a page apart: its tags, its text outside of styles; complains of what does not nest."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.words, self.said = [], [], [], {}
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said.setdefault(self.open[-1] if self.open else "", []).append(data)
        if "style" not in self.open and "title" not in self.open:
            self.words.append(data)


def squeezed(text):
    return " ".join(printable(text).split())


def sheet(*blocks, **given):
    return Sheet(kind="Kind", title=given.pop("title", "Title"), blocks=blocks, **given)


@given(texts, texts, texts)
def test_text_of_html_is_text(one, two, three):
    page = paper("html").write(
        sheet(
            Heading(2, runs(one)),
            Listing((Item(runs(Run(two, "strong"), " ", three), number=one),), "boxes"),
            Table((runs(one),), ((runs(two),),), caption=three),
            title=two,
            subtitle=three,
        )
    )
    read = Reader(page)
    expected = [
        "html",
        "head",
        "meta",
        "meta",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "p",
        "h1",
    ]
    expected += ["main", "h2", "ul", "li", "div", "p"] + ["span"] * bool(one) + ["strong"]
    expected += ["table"] + ["caption"] * bool(three) + ["thead", "tr", "th", "tbody", "tr", "th"]
    assert [tag for tag, _ in read.tags] == expected
    found = squeezed("".join(read.words))
    assert all(squeezed(part) in found for part in (one, two, three))


@given(texts)
def test_html_lets_nothing_in_but_its_own_style(title):
    page = paper("html").write(sheet(Paragraph(runs(title)), title=title, landscape=True))
    read = Reader(page)
    policy = next(a["content"] for t, a in read.tags if a.get("http-equiv"))
    digest = base64.b64encode(
        hashlib.sha256("".join(read.said["style"]).encode()).digest()
    ).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; ")
    assert not [a for _, a in read.tags if any(key.startswith("on") or key == "style" for key in a)]
    assert "".join(read.said["style"]).count("}") == "".join(read.said["style"]).count("{")


def markdown_text(source):
    """Return the text of Markdown, block by block, and the kinds of all its tokens."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    blocks, kinds = [], set()
    for token in parser.parse(source):
        kinds.add(token.type)
        if token.type == "inline":
            kinds.update(child.type for child in token.children)
            parts = ("\n" if c.type == "softbreak" else c.content for c in token.children)
            blocks.append(squeezed("".join(parts)))
        elif token.content:
            blocks.append(f"({token.type}) {token.content}")
    return blocks, kinds


TEXT_ONLY = {"inline", "text", "text_special", "softbreak"}


@given(texts, texts, texts)
def test_text_of_markdown_is_text(one, two, three):
    written = paper("markdown").write(
        sheet(
            Heading(2, runs("x", one)),
            Paragraph(runs(two, "x")),
            Paragraph(runs("x", three), "quote"),
            Listing((Item(runs(one, "x")), Item(runs(two, "x"), (Paragraph(runs("x", three)),)))),
            Listing((Item(runs(three, "x")),), "counted"),
            Table((runs("x", one), runs("x")), ((runs("x", two), runs("x", three)),)),
        )
    )
    blocks, kinds = markdown_text(written)
    one_x, two_x, three_x = (squeezed(part + "x") for part in (one, two, three))
    x_one, x_two, x_three = (squeezed("x" + part) for part in (one, two, three))
    assert blocks == [
        "Title", "Kind", x_one, two_x, x_three, one_x, two_x, x_three, three_x,
        x_one, "x", x_two, x_three,
    ]  # fmt: skip
    structure = {f"{name}_{end}" for name in ("heading", "paragraph", "blockquote", "strong",
                 "bullet_list", "ordered_list", "list_item", "table", "thead", "tbody", "tr", "th",
                 "td") for end in ("open", "close")}  # fmt: skip
    assert kinds <= TEXT_ONLY | structure


def opened(content):
    """Return what a file says, as one text, whatever its form."""
    if isinstance(content, str):
        return content
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = ("word/document.xml", "word/_rels/document.xml.rels")
        return "".join(package.read(name).decode() for name in parts)


@pytest.mark.parametrize("name", papers())
def test_every_block_and_style_is_written(name):
    styles = ("plain", "strong", "emphasis", "small", "cite", "sign", "read", "blank")
    picture = Picture(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "a drawing")
    inner = Listing((Item(runs("under")),), "counted")
    full = sheet(
        Heading(2, runs("head"), "anchor"),
        *(
            Paragraph(runs(f"look {look}"), look)
            for look in ("text", "note", "task", "quote", "lead")
        ),
        Paragraph(runs(*(Run(f"style {style} ", style) for style in styles))),
        Paragraph(runs(Run("away", to="https://example.org/?a=1&b=2"), Run("up", to="#anchor"))),
        Paragraph(runs(Run("bad", to="javascript:alert(1)"))),
        Listing((Item(runs("over"), (inner, Lines(2)), number="1", anchor="i"),), "numbered"),
        Listing(
            nested([(0, Item(runs("box"))), (1, Item(runs("inbox"), (Lines(1),)))], "boxes"),
            "boxes",
        ),
        Box((Paragraph(runs("framed")),)),
        Box((Paragraph(runs("whole")),), framed=False),
        Fields(("Name", "Date")),
        picture,
        Break(),
        Paragraph(runs(Run("palabra", language="es"))),
        key=True,
        language="en",
    )
    written = paper(name).write(full)
    assert written == paper(name).write(full)
    written = opened(written)
    for words in ("head", "look quote", "style cite", "away", "over", "under", "inbox", "framed",
                  "whole", "Name", "a drawing", "palabra"):  # fmt: skip
        assert words in written
    assert "https://example.org/?a=1" in written
    assert not re.search(r"(href=\"|\]\(<?)javascript", written)


def test_html_is_marked_for_those_who_hear_it():
    page = paper("html").write(
        sheet(
            Heading(2, runs("Part")),
            Table((runs("a"), runs("b")), ((runs("c"), runs("d")),), caption="What"),
            Paragraph(runs(Run("hola", language="es"))),
            language="he",
        )
    )
    read = Reader(page)
    assert ("html", {"lang": "he", "dir": "rtl"}) in read.tags
    assert [a["scope"] for t, a in read.tags if t == "th"] == ["col", "col", "row"]
    assert ("span", {"lang": "es"}) in read.tags
    assert [t for t, _ in read.tags if t in ("header", "main", "h1", "h2")] == [
        "header",
        "h1",
        "main",
        "h2",
    ]


def test_gaps_are_all_of_one_length():
    for one in papers().values():
        sheets = [sheet(Paragraph(runs(Run(n, "blank"), " x"))) for n in ("1", "2")]
        blank = [opened(one.write(each)) for each in sheets]
        assert blank[0].replace("(1)", "(2)") == blank[1]


def test_a_format_is_found_by_name_or_suffix():
    assert paper().name == "markdown"
    assert paper(path="a/b.HTML").name == "html"
    assert paper("markdown", "b.html").name == "markdown"
    with pytest.raises(UnknownName, match=r"no format '\.pdf'"):
        paper(path="a.pdf")
    with pytest.raises(UnknownName, match="no format 'htlm'; did you mean 'html'"):
        paper("htlm")
