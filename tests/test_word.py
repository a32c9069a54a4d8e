"""Word files: all of a sheet is there, in its order, with real headings, links and no clock."""

import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.classroom.pages import (
    Box,
    Break,
    Fields,
    Heading,
    Item,
    Lines,
    Listing,
    Paragraph,
    Run,
    Sheet,
    Table,
    runs,
    text_of,
)
from argmap.errors import ToolMissing
from argmap.loading import load
from argmap.preparing import handouts, prepare
from argmap.printing import paper
from argmap.text import printable

docx = pytest.importorskip("docx")
ROOT = Path(__file__).parent.parent
STRIKES = ROOT / "arguments/strikes-debate.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(made):
    """Return the document's XML."""
    with zipfile.ZipFile(BytesIO(made)) as package:
        return ElementTree.fromstring(package.read("word/document.xml"))


def said(made):
    """Return all words, in order, without spaces."""
    return squeezed("".join(one.text or "" for one in body(made).iter(f"{W}t")))


def squeezed(text):
    return re.sub(r"\s+", "", printable(text))


def sheet(*blocks):
    return Sheet(kind="Brief", title="School uniforms", blocks=blocks)


@pytest.fixture(scope="module", params=sorted(handouts()))
def sheets(request):
    side = {"side": "con"} if "side" in [o.name for o in handouts()[request.param].options] else {}
    return prepare(request.param, load(STRIKES), **side)


def test_all_words_of_a_hand_out_are_there_in_order(sheets):
    for one in sheets:
        found = said(paper("word").write(one))
        at = 0
        for line in text_of(one.blocks).splitlines():
            for word in re.findall(r"[^\W\d_]{4,}", line):
                at = found.find(word, max(at - 200, 0))
                assert at >= 0, (word, line)


def test_the_same_sheet_gives_the_same_bytes(sheets):
    for one in sheets:
        made = paper("word").write(one)
        assert made == paper("word").write(one)
        with zipfile.ZipFile(BytesIO(made)) as package:
            assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            core = package.read("docProps/core.xml").decode()
        assert "2000-01-01" in core and "python-docx" not in core


def test_every_link_within_leads_to_a_bookmark(sheets):
    for one in sheets:
        found = body(paper("word").write(one))
        names = [mark.get(f"{W}name") for mark in found.iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
        for link in found.iter(f"{W}hyperlink"):
            if link.get(f"{W}anchor"):
                assert link.get(f"{W}anchor") in names


def test_headings_tables_and_the_foot_are_words_own():
    made = docx.Document(
        BytesIO(
            paper("word").write(
                sheet(
                    Heading(2, runs("Reasons"), "here"),
                    Paragraph(runs("See ", Run("there", to="#here"), ".")),
                    Table((runs("A"), runs("B")), ((runs("1"), runs("2")),), "Costs"),
                    Box((Paragraph(runs("Kept together.")),)),
                    Listing((Item(runs("first"), (Lines(2),), "1.1"),), "numbered"),
                    Fields(("Name", "Date")),
                    Break(),
                )
            )
        )
    )
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"] == ["Reasons"]
    assert made.paragraphs[1].style.name == "Title"
    first = made.tables[0]
    assert [cell.text for cell in first.rows[0].cells] == ["A", "B"]
    assert first.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
    assert made.tables[1].rows[0].cells[0].text == "Kept together."
    foot = made.sections[0].footer.paragraphs[0]
    assert "School uniforms" in foot.text and "PAGE" in foot._p.xml


def test_the_answers_are_on_the_key_alone():
    pupils, key = prepare("worksheet", load(STRIKES))
    hidden = said(paper("word").write(pupils))
    assert key.key and said(paper("word").write(key)) != hidden
    assert "________" in hidden


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40), st.text(max_size=20))
def test_whatever_a_claim_says_is_text(text, to):
    made = paper("word").write(
        sheet(
            Heading(2, runs(text), to),
            Paragraph(runs(Run(text, "strong", to=to), Run(text, "blank"))),
            Listing((Item(runs(text), number=text, anchor=f"{to}x"),)),
        )
    )
    assert squeezed(text).replace("\ufffe", "") in said(made)
    for link in body(made).iter(f"{W}hyperlink"):
        assert to.startswith(("#", "http://", "https://"))
        assert link is not None


def test_word_that_is_not_installed_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ToolMissing, match="office"):
        paper("word").write(sheet())
