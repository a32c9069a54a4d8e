"""Sources, dates, addresses, figures and quotes, whatever people write into them."""

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.checking import check
from argmap.language.dating import is_before, is_possible, when
from argmap.language.figures import figures, ranges, values
from argmap.language.verbatim import departure, gap, parts, words
from argmap.linting import rules
from argmap.review.choosing import Settings
from argmap.review.sourcing import host, is_at

TEXTS = st.text(max_size=60) | st.text(alphabet="0123456789.,-/ %$[]()…“”abcd\n", max_size=40)
OWN = [code for code in rules() if code[:3] in ("AM2", "AM5")]
ADDRESS = st.lists(
    st.sampled_from(["https://", "example.org", "/a", "?", "&", "id=7", "utm_source=x", "#p", " "]),
    max_size=9,
).map("".join)  # fmt: skip


@given(TEXTS)
def test_figures_are_where_they_are_said_to_be(text):
    for one in figures(text):
        assert text[one.start : one.end] == one.text and one.values
        assert set(one.values) <= values(text)
    assert all(low <= high for low, high in ranges(text))


@given(TEXTS)
def test_the_parts_of_a_text_and_its_ellipses_are_the_whole_of_it(text):
    rest = text
    for part in parts(text):
        assert part in rest
        rest = rest[rest.index(part) + len(part) :]
    assert gap(text) == "" or len(parts(text)) > 1


@given(TEXTS, st.sampled_from(["en.wikipedia.org", "x.com", "example.org"]))
def test_a_site_is_told_by_its_host_alone(text, site):
    assert host(f"https://www.{site}:443/{text}".split("@")[0]) == site
    assert not is_at(f"https://example.org/{text}", "wikis")
    assert is_at(f"https://{site}/", "wikis") == ("wikipedia" in site)


@given(TEXTS)
def test_a_date_that_is_read_is_compared_and_judged(text):
    if (date := when(text)) is not None:
        assert not is_before(date, date)
        assert len(date) > 1 or is_possible(date)


@given(TEXTS, st.data())
def test_any_stretch_of_a_quote_is_verbatim(quote, data):
    whole = words(quote)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert departure(whole[start:end], whole) is None
    found = departure([*whole[start:end], "§"], whole)
    assert found is not None and found[0] >= end - start


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=3),
    st.lists(st.integers(1, 12), min_size=1, max_size=3),
)
def test_a_date_is_before_another_or_not(one, other):
    assert not (is_before(tuple(one), tuple(other)) and is_before(tuple(other), tuple(one)))
    assert not is_before(tuple(one), tuple(one))


def written(sources, folder, **thesis):
    path = folder / "map.yaml"
    found = {
        "argmap": 1,
        "title": "T",
        "sources": sources,
        "thesis": {"text": "A claim.", **thesis},
    }
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


@given(ADDRESS)
def test_a_mended_address_is_clean_and_otherwise_the_same(tmp_path_factory, url):
    path = written({"a": {"title": "A", "url": url}} if url else {}, tmp_path_factory.mktemp("url"))
    found = [one for one in check(path, Settings(select=("AM225",))) if one.fix and one.fix.safe]
    for problem in found:
        (edit,) = problem.fix.edits
        clean = json.loads(edit.text) if edit.text.startswith('"') else edit.text
        assert "utm_source" not in clean.partition("#")[0]
        assert clean.count("id=7") == url.count("id=7") and clean.endswith("#p") == url.endswith(
            "#p"
        )
        again = check(written({"a": {"title": "A", "url": clean}}, path.parent))
        assert not [one for one in again if one.code == "AM225" and one.fix and one.fix.safe]


def test_a_work_that_is_listed_twice_can_be_merged(tmp_path):
    record = {"title": "A", "author": "Ana Ruiz", "date": 2024}
    cite = ["b", {"source": "b", "page": 4}, {"source": "b"}, "a"]
    path = written({"a": record, "b": record}, tmp_path, cite=cite)
    (problem,) = check(path, Settings(select=("AM224",)))
    assert problem.fix is not None and not problem.fix.safe
    text = path.read_text(encoding="utf-8")
    for edit in sorted(problem.fix.edits, key=lambda one: one.span, reverse=True):
        assert edit.span.line == edit.span.end_line == 1
        text = text[: edit.span.column - 1] + edit.text + text[edit.span.end_column - 1 :]
    path.write_text(text, encoding="utf-8")
    assert check(path, Settings(select=("AM224", "AM230"))) == ()
    merged = yaml.safe_load(text)
    assert list(merged["sources"]) == ["a"]
    assert merged["thesis"]["cite"] == ["a", {"source": "a", "page": 4}, "a", "a"]


@pytest.mark.parametrize("lang", ["en", "es", "tlh"])
@pytest.mark.parametrize(
    "odd", ["{0}", "%s", "\\", "'\"", "“", "1" * 400, "…", "[", "a\u202eb", "٣٤"]
)
def test_odd_texts_break_no_rule(odd, lang, tmp_path):
    keys = ("title", "author", "publisher", "url", "doi", "date", "accessed")
    source = dict.fromkeys(keys, odd)
    cite = [{"source": "a", "quote": odd, "read": [odd], "note": odd}, {"source": "none"}]
    path = written({"a": source}, tmp_path, cite=cite, by=odd, support=[odd])
    text = path.read_text(encoding="utf-8").replace(
        '"title": "T"', f'"title": "T", "language": "{lang}"'
    )
    path.write_text(text, encoding="utf-8")
    check(path, Settings(select=tuple(OWN)))
