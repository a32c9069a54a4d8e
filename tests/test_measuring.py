"""Widths and line breaks: nothing is lost, nothing is too wide."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.picture.measuring import balanced, width, wrap

PIECES = [
    "word", "a", "日本語の文章。", "「引用」", "שלום", "العربية", "😀", "👩‍👩‍👧‍👦", "🇲🇽", "e\u0301",
    "x" * 70, "half-hearted", "https://example.org/a/b?c=d", " ", "  ", "\n", "\t", "ไทย", "—",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=60)


def bare(text):
    return "".join(text.split())


@given(TEXTS, st.integers(20, 300), st.booleans())
def test_lines_hold_every_letter_in_order_and_fit(text, room, bold):
    lines = wrap(text, room, 13, bold=bold)
    assert bare("".join(lines)) == bare(text)
    for line in lines:
        assert line == line.strip(" \t")
        assert width(line, 13, bold=bold) <= room + 0.1 or is_one(line)


def is_one(line):
    """Tell whether a line is one character with its marks, or joined ones: it cannot be broken."""
    marks = ("Mn", "Me", "Cf", "Cc")
    letters = [c for c in line if unicodedata.category(c) not in marks]
    return len(letters) <= 1 or "\u200d" in line


@given(TEXTS, st.integers(60, 300))
def test_balanced_lines_are_no_more_than_need_be(text, room):
    lines = balanced(text, room, 13)
    assert len(lines) == len(wrap(text, room, 13))
    assert bare("".join(lines)) == bare(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_text_is_as_wide_as_its_parts_or_narrower_where_they_join(one, other):
    assert 0 <= width(one + other, 10) <= width(one, 10) + width(other, 10) + 0.001
    assert width(one, 20) == pytest.approx(2 * width(one, 10))


def test_bold_is_wider():
    assert width("Uniforms", 13, bold=True) > width("Uniforms", 13)


def test_a_huge_word_is_broken_in_good_time():
    assert len(wrap("a" * 100_000, 200, 13)) > 3000
