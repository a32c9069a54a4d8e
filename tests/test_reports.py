"""The forms of output: each is what its standard asks, whatever a map says, and says all of it."""

import copy
import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import junitparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from standards import GITLAB, RDJSON, broken, broken_junit, broken_sarif

from argmap import cli
from argmap.checking import Checked, Crash
from argmap.plugins import names
from argmap.positions import Span
from argmap.problems import Edit, Fix, Problem, Related, Severity
from argmap.reporting import Style, report
from argmap.review.pinning import Ruler, fingerprints, rooted

JSON = ("gitlab", "json", "jsonl", "rdjson", "sarif")
FORMS = (*JSON, "concise", "full", "github", "junit", "markdown")
ODD = "ab |`*_[](){}<>&\"'#@$~:%,;=\\!\té国\u0301😀\x00\x1b\u2028\u202e\ufffe\udc80"


def written(name, files, **style):
    return report(name).write(files, Style(**style))


words = st.text(ODD, max_size=20)
paths = st.sampled_from(
    ["a.yaml", "maps/a,b c%.yaml", "../é|`x`.yaml", "-", "a:b#?.yaml", "\udc80\n.yaml"]
)


@st.composite
def spans(draw):
    line, column = draw(st.integers(1, 6)), draw(st.integers(1, 9))
    end = draw(st.integers(line, 7))
    return Span(line, column, end, draw(st.integers(column if end == line else 1, 12)))


@st.composite
def problems(draw):
    fix = st.builds(
        Fix, words, st.builds(Edit, spans(), words).map(lambda one: (one,)), st.booleans()
    )
    related = st.builds(Related, spans(), words, st.sampled_from(["", "other é.yaml"]))
    return Problem(
        code=draw(st.sampled_from(["AM001", "AM007", "AM103", "AM301", "AM799"])),
        severity=draw(st.sampled_from(Severity)),
        message=draw(words.filter(bool)),
        span=draw(spans()),
        path="a.yaml",
        help=draw(words),
        related=tuple(draw(st.lists(related, max_size=2))),
        fix=draw(st.none() | fix),
    )


crashes = st.builds(Crash, st.sampled_from(["", "AM103"]), paths, words, st.just(""))
lots = st.lists(
    st.builds(
        Checked,
        path=paths,
        text=st.text("ab\n\r国😀\u0301\t", max_size=40),
        problems=st.lists(problems(), max_size=3).map(tuple),
        crashes=st.lists(crashes, max_size=1).map(tuple),
    ),
    max_size=3,
    unique_by=lambda one: one.path,
)


def test_all_forms_are_tested():
    assert sorted(FORMS) == sorted(names("reports"))


@given(lots)
def test_the_same_findings_give_the_same_text_in_utf_8(files):
    for name in FORMS:
        shown = written(name, files)
        assert shown == written(name, files), name
        assert not shown or shown.endswith("\n"), name
        if name in JSON:
            shown.encode("utf-8")


# JSON


def test_json_of_the_corpus_has_every_key(faulty):
    found = json.loads(written("json", faulty))
    assert len(found) == sum(len(one.problems) for one in faulty)
    keys = [
        "code",
        "severity",
        "message",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "fix",
    ]
    assert {tuple(one) for one in found} == {tuple(keys)}


@given(lots)
def test_a_line_of_jsonl_is_an_item_of_json(files):
    lines = [json.loads(line) for line in written("jsonl", files).splitlines()]
    assert lines == json.loads(written("json", files))
    assert len(lines) == sum(len(one.problems) for one in files)


# GitHub


def commands(text):
    """Read workflow commands as a runner does."""
    for line in text.split("\n")[:-1]:
        name, properties, told = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()
        pairs = (one.split("=", 1) for one in properties.split(","))
        yield name, {key: unescaped(value) for key, value in pairs}, unescaped(told)


def unescaped(text):
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_github_reads_what_was_found_in_the_corpus(faulty):
    github_reads(faulty)


@given(lots)
def test_github_reads_what_was_found(files):
    github_reads(files)


def github_reads(files):
    """Hold what a runner reads against what was found."""
    found = list(commands(written("github", files)))
    every = [(one, problem) for one in files for problem in one.problems]
    assert len(found) == len(every)
    for (name, given_, told), (one, problem) in zip(found, every, strict=True):
        assert name == {"error": "error", "warning": "warning", "info": "notice"}[problem.severity]
        assert given_["file"] == rooted(one.path)
        assert given_["line"] == str(problem.span.line)
        assert (
            ("col" in given_)
            == ("endColumn" in given_)
            == (problem.span.line == problem.span.end_line)
        )
        assert told.startswith(f"{given_['file']}:{problem.span.line}:")
        assert f" {problem.code} {problem.message}" in told
        assert told.endswith(problem.fix.title if problem.fix else problem.help)


# GitLab


def test_gitlab_reads_the_report(faulty):
    found = json.loads(written("gitlab", faulty))
    assert broken(GITLAB, found) == []
    assert len({one["fingerprint"] for one in found}) == len(found)


@given(lots)
def test_gitlab_reads_any_report(files):
    inside = [one for one in files if ".." not in one.path]
    assert broken(GITLAB, json.loads(written("gitlab", inside))) == []


def test_a_spoilt_report_is_no_code_quality(faulty):
    (one, *_) = json.loads(written("gitlab", faulty))
    for spoilt in (
        one | {"severity": "grave"},
        one | {"more": 1},
        {key: value for key, value in one.items() if key != "fingerprint"},
        one | {"location": one["location"] | {"path": "./a.yaml"}},
    ):
        assert broken(GITLAB, [spoilt])


# fingerprints

LINE = Span(2, 3, 2, 7)


def found_in(text, *spans_, path="a.yaml", code="AM103"):
    made = [Problem(code, Severity.ERROR, "no", span, path) for span in spans_]
    return Checked(path, text, tuple(made))


def test_a_finding_is_known_again_when_its_line_moves():
    before = fingerprints(found_in("a\nb wett\n", LINE))
    assert before == fingerprints(found_in("new\n\na\n      b wett  \n", Span(4, 9, 4, 12)))
    assert before != fingerprints(found_in("a\nb wet\n", LINE))
    assert before != fingerprints(found_in("a\nb wett\n", LINE, code="AM104"))
    assert before != fingerprints(found_in("a\nb wett\n", LINE, path="b.yaml"))


def test_findings_that_are_alike_are_told_apart():
    text = "wett\nwett\nwett wett\n"
    places = [Span(1, 1, 1, 5), Span(2, 1, 2, 5), Span(3, 1, 3, 5), Span(3, 6, 3, 10)]
    assert len(set(fingerprints(found_in(text, *places)))) == 4
    assert fingerprints(found_in(text, *places))[:2] == fingerprints(found_in(text, *places[:2]))


# JUnit


def test_junit_is_what_its_readers_know(faulty):
    shown = written("junit", faulty)
    root = ElementTree.fromstring(shown)
    assert broken_junit(root) == []
    suite = next(iter(junitparser.JUnitXml.fromstring(shown.encode())))
    assert [case.name for case in suite] == [one.path for one in faulty]
    for case, one in zip(suite, faulty, strict=True):
        grave = any(problem.severity is Severity.ERROR for problem in one.problems)
        assert (not case.is_passed) == grave
        told = case.result[0].text if case.result else case.system_out or ""
        assert all(f"{problem.code} " in told for problem in one.problems)


@given(lots, st.sampled_from(Severity))
def test_junit_is_xml_whatever_a_map_says(files, grade):
    root = ElementTree.fromstring(written("junit", files, fail_on=grade).encode())
    assert broken_junit(root) == []
    for case, one in zip(root.iter("testcase"), files, strict=True):
        grave = any(problem.severity.rank <= grade.rank for problem in one.problems)
        unread = one.crashes or any(problem.code == "AM007" for problem in one.problems)
        assert (case.find("error") is not None) == bool(unread)
        assert (case.find("failure") is not None) == (grave and not unread)
        told = "".join(case.itertext())
        assert all(f" {problem.code} " in told for problem in one.problems)


def test_spoilt_xml_is_no_junit(faulty):
    for spoil in (
        lambda root: root.set("tests", "1"),
        lambda root: root[0].attrib.pop("name"),
        lambda root: ElementTree.SubElement(root[0], "skipping"),
        lambda root: ElementTree.SubElement(root[0][0], "testsuite"),
    ):
        root = ElementTree.fromstring(written("junit", faulty))
        spoil(root)
        assert broken_junit(root)


# SARIF


def places(result):
    for key in ("locations", "relatedLocations"):
        yield from (one["physicalLocation"] for one in result.get(key, ()))


def sliced(text, region):
    """Return what stands at a region, in a text as the standard reads it."""
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text)]
    starts = [0, *ends]
    units = text.encode("utf-16-le")

    def offset(line, column):
        return len(text[: starts[line - 1]].encode("utf-16-le")) + 2 * (column - 1)

    return slice(
        offset(region["startLine"], region["startColumn"]),
        offset(region["endLine"], region["endColumn"]),
    ), units


@pytest.mark.parametrize("lang", ["en", "es"])
def test_sarif_is_what_the_schema_and_the_standard_ask(faulty, lang):
    log = json.loads(written("sarif", faulty, lang=lang))
    assert broken_sarif(log) == []
    (run,) = log["runs"]
    assert len(run["results"]) == sum(len(one.problems) for one in faulty)
    for one in run["tool"]["driver"]["rules"]:
        assert one["helpUri"].endswith(one["id"])
        assert one["shortDescription"]["text"].endswith((".", "?"))
        assert len(one["fullDescription"]["text"]) <= 1024
        assert "```yaml" in one["help"]["markdown"]


def test_places_in_sarif_count_utf_16(faulty):
    texts = {one.path: one.text for one in faulty}
    looked = 0
    for result in json.loads(written("sarif", faulty))["runs"][0]["results"]:
        for place in places(result):
            text = texts.get(unquote(place["artifactLocation"]["uri"]))
            region = place["region"]
            if text and region["endLine"] <= len(Ruler(text).lines) and "startColumn" in region:
                where, units = sliced(text, region)
                assert units[where].decode("utf-16-le") == region["snippet"]["text"]
                looked += 1
    assert looked > 100
    wide = found_in("id: 😀é wett", Span(1, 8, 1, 12))
    (result,) = json.loads(written("sarif", [wide]))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (9, 13)
    assert region["snippet"]["text"] == "wett"


def applied(text, edits):
    """Make edits in a text, from its end backwards."""
    ruler = Ruler(text)
    for one in sorted(edits, key=lambda one: one.span, reverse=True):
        begin = ruler.starts[one.span.line - 1] + one.span.column - 1
        end = ruler.starts[one.span.end_line - 1] + one.span.end_column - 1
        text = text[:begin] + one.text + text[end:]
    return text


def test_fixes_give_the_same_text_in_every_form(faulty):
    seen = 0
    for one in faulty:
        results = json.loads(written("sarif", [one]))["runs"][0]["results"]
        diagnostics = json.loads(written("rdjson", [one]))["diagnostics"]
        for problem, result, diagnostic in zip(one.problems, results, diagnostics, strict=True):
            if not problem.fix:
                assert "fixes" not in result and "suggestions" not in diagnostic
                continue
            expected = applied(one.text, problem.fix.edits)
            (change,) = result["fixes"][0]["artifactChanges"]
            units = one.text.encode("utf-16-le")
            for edit in sorted(change["replacements"], key=place_of, reverse=True):
                where, _ = sliced(one.text, edit["deletedRegion"])
                new = edit["insertedContent"]["text"].encode("utf-16-le")
                units = units[: where.start] + new + units[where.stop :]
            assert units.decode("utf-16-le") == expected
            (suggestion,) = diagnostic["suggestions"]
            where = bytes_of(one.text, suggestion["range"])
            raw = one.text.encode()
            made = raw[: where.start] + suggestion["text"].encode() + raw[where.stop :]
            assert made.decode() == expected
            seen += 1
    assert seen > 20


def place_of(replacement):
    region = replacement["deletedRegion"]
    return region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]


def bytes_of(text, given_range):
    """Return where a range of reviewdog's format is in the bytes of a text."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    ends = (given_range["start"], given_range["end"])
    return slice(*(len(text[: starts[e["line"] - 1]].encode()) + e["column"] - 1 for e in ends))


@given(lots)
def test_sarif_holds_whatever_a_map_says(files):
    log = json.loads(written("sarif", files))
    assert broken_sarif(log) == []
    (run,) = log["runs"]
    assert run["invocations"][0]["executionSuccessful"] == (not any(one.crashes for one in files))
    every = [problem for one in files for problem in one.problems]
    for result, problem in zip(run["results"], every, strict=True):
        assert (
            result["level"]
            == {"error": "error", "warning": "warning", "info": "note"}[problem.severity]
        )
        told = result["message"]["text"]
        assert not re.search(r"(?<!\{)\{\d+\}", told), "that would be a placeholder"
        assert not re.search(r"(?<!\\)\[[^\[\]]*\]\(", told), "that would be a link"


def test_spoilt_logs_are_no_sarif(faulty):
    whole = json.loads(written("sarif", faulty[:5]))
    assert broken_sarif(whole) == []
    result = ("runs", 0, "results", 0)
    place = (*result, "locations", 0, "physicalLocation")
    for path, value in (
        ((*result, "level"), "info"),
        ((*result, "level"), None),
        ((*result, "severity"), "error"),
        ((*result, "ruleIndex"), 1),
        ((*place, "region", "startLine"), 0),
        ((*place, "region", "endLine"), 10**6),
        ((*place, "artifactLocation", "uri"), "a b.yaml"),
        ((*place, "artifactLocation", "uriBaseId"), "SRC"),
        (("runs", 0, "columnKind"), "bytes"),
    ):
        spoilt = copy.deepcopy(whole)
        *above, key = path
        target = spoilt
        for one in above:
            target = target[one]
        target[key] = value
        if value == 10**6:
            target["startLine"] = value + 1
        assert broken_sarif(spoilt), path


# reviewdog


def test_reviewdog_reads_the_report(faulty):
    found = json.loads(written("rdjson", faulty))
    assert broken(RDJSON, found) == []
    texts = {one.path: one.text for one in faulty}
    spots = [
        (texts.get(one["location"]["path"]), one["location"]["range"], problem)
        for one, problem in zip(
            found["diagnostics"], (p for one in faulty for p in one.problems), strict=True
        )
    ]
    for text, given_range, problem in spots:
        if problem.span.end_line <= len(Ruler(text).lines):
            where = bytes_of(text, given_range)
            assert text.encode()[where].decode() == Ruler(text).spanned(problem.span)


@given(lots)
def test_reviewdog_reads_any_report(files):
    found = json.loads(written("rdjson", files))
    assert broken(RDJSON, found) == []
    assert len(found["diagnostics"]) == sum(len(one.problems) for one in files)
    found["diagnostics"].append({"message": "no place"})
    assert broken(RDJSON, found)


def test_several_edits_are_one_suggestion_if_they_can_be():
    text = "é: 1\nb: 2\n"
    two = (Edit(Span(2, 1, 2, 2), "c"), Edit(Span(1, 1, 1, 2), "a"))
    assert Ruler(text).mended(Fix("both", two)) == (Span(1, 1, 2, 2), "a: 1\nc")
    assert Ruler(text).mended(Fix("clash", (two[0], Edit(Span(2, 1, 2, 5), "")))) is None
    assert Ruler(text).mended(Fix("none", ())) is None


# Markdown


class Page(HTMLParser):
    """What a page shows: the tags there are, where links lead, and the text of each cell."""

    def __init__(self, markdown):
        super().__init__()
        self.tags, self.links, self.cells = set(), [], []
        self.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown))

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for key, value in attrs if key in ("href", "src")]
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data):
        if self.cells:
            self.cells[-1] += data


PLAIN = {"p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "a"}


@given(lots)
def test_nothing_in_a_map_is_markup_on_the_page(files):
    shown = written("markdown", files)
    page = Page(shown)
    assert page.tags <= PLAIN
    assert all(re.fullmatch(r"https://argmap\.dev/rules/AM\d{3}", one) for one in page.links)
    every = [problem for one in files for problem in one.problems]
    assert len(page.cells) == 3 * len(every)
    assert not re.search(r"[@#]\w", re.sub(r"`[^`\n]*`|&#8203;", " ", shown)), "that calls somebody"
    assert not re.search(r"(?<!\()https?://|www\.", shown), "that would be a link on GitHub"
    for cell, problem in zip(page.cells[1::3], every, strict=True):
        told = re.sub(r"[^ab é国*_\[\]<>&|`]", "", problem.message)
        assert told.replace(" ", "") in re.sub(r"[^ab é国*_\[\]<>&|`]", "", cell).replace(" ", "")


def test_what_does_not_fit_into_a_comment_is_counted():
    many = found_in("wett\n", *(Span(1, 1, 1, 5),) * 2000)
    shown = written("markdown", [many, found_in("wett\n", LINE, path="b.yaml")])
    rows = len(re.findall(r"^\| 1:1", shown, re.M))
    assert len(shown) < 65_536 and rows > 100
    assert f"{2001 - rows} more findings are left out here" in shown
    assert "left out" not in written("markdown", [found_in("wett\n", LINE)])


def test_a_fault_of_ours_is_told_in_the_forms_that_outlast_the_run():
    crash = Crash("AM103", "a.yaml", "KeyError: 1", "")
    files = [Checked("a.yaml", crashes=(crash,))]
    for name in ("junit", "sarif", "markdown"):
        assert "rule AM103 failed on a.yaml: KeyError: 1" in written(name, files), name


# paths


def test_paths_are_those_of_the_repository(tmp_path, monkeypatch):
    folder = tmp_path / "work" / "maps"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    text = "argmap: 1\ntitle: T\nthesis: {ref: nothing}\n"
    Path("a.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "work"))
    expected = {"github": "file=maps/a.yaml,", "gitlab": '"maps/a.yaml"', "sarif": '"maps/a.yaml"'}
    for path in ("a.yaml", str(folder / "a.yaml"), os.path.join("..", "maps", "a.yaml")):
        for name, told in expected.items():
            assert told in said(name, path), name
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / "other"))
    assert '"uri": "a.yaml"' in said("sarif", "a.yaml")
    monkeypatch.chdir(tmp_path)
    outside = said("sarif", str(folder / "a.yaml"))
    assert '"uri": "work/maps/a.yaml"' in outside


def test_a_path_outside_of_the_sources_is_whole(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    path = tmp_path / "there é.yaml"
    path.write_text("argmap: 1\ntitle: T\nthesis: {ref: nothing}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    log = json.loads(said("sarif", str(path)))
    assert broken_sarif(log) == []
    (result, *_) = log["runs"][0]["results"]
    file = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert file == {"uri": path.as_uri()}


def said(name, path, *more):
    """Return what a run writes into a file, which fails as it does in any form."""
    target = Path("out")
    with pytest.raises(SystemExit) as stopped:
        cli.main(
            ["check", "-q", path, "--output-format", name, "--output-file", str(target), *more]
        )
    assert stopped.value.code == (0 if "--exit-zero" in more else 1)
    text = target.read_text(encoding="utf-8")
    target.unlink()
    return text


@pytest.mark.parametrize("name", FORMS)
def test_forms_keep_the_exit_code_and_standard_output_clean(name, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("argmap: 1\ntitle: T 😀\nthesis: {ref: no}\n", encoding="utf-8")
    assert said(name, "a.yaml") == said(name, "a.yaml", "--exit-zero")
    assert capsys.readouterr().out == ""
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", "a.yaml", "--output-format", name])
    assert stopped.value.code == 1
    streams = capsys.readouterr()
    assert streams.out == said(name, "a.yaml")
    assert streams.err == "Checked 1 file: 1 error\n"
