"""Findings as they are shown, and what `argmap check` does when something goes wrong."""

import re
import subprocess
import sys
from dataclasses import replace
from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import cli, loading
from argmap.audit.auditing import code
from argmap.checking import Checked, Crash
from argmap.linting import rules
from argmap.positions import Span
from argmap.problems import Edit, Fix, Problem, Related, Severity
from argmap.reporting import Style, report, summary
from argmap.text import columns

LINE = Span(2, 3, 2, 7)


def problem(span=LINE, **given):
    given = {"code": "AM199", "severity": Severity.ERROR, "message": "no good"} | given
    return Problem(span=span, path="a.yaml", **given)


def full(text, *problems, **style):
    return report("full").write([Checked("a.yaml", text, problems)], Style(**style))


def test_marks_stand_under_wide_and_narrow_characters():
    for before in ("ab", "\tb", "国境", "e\u0301x", "é😀"):
        text = f"a\n{before}wett"
        shown = full(text, problem(Span(2, len(before) + 1, 2, len(before) + 5)))
        row = next(row for row in shown.splitlines() if "wett" in row)
        marks = next(row for row in shown.splitlines() if "^" in row)
        assert columns(row[: row.index("wett")]) == columns(marks[: marks.index("^")])
        assert marks.count("^") == 4


def test_a_mark_is_at_least_one_wide_and_at_most_the_line():
    assert full("a\nb", problem(Span(2, 2, 2, 2))).count("^") == 1
    assert full("a\nbcd\nefg", problem(Span(2, 2, 3, 2))).count("^") == 2
    assert "^" not in full("", problem(Span(1, 1, 1, 1)))
    assert "^" not in full("a", problem(Span(9, 1, 9, 2)))


def test_other_places_are_shown_with_what_they_are():
    here = Related(Span(1, 1, 1, 3), "first here")
    there = Related(Span(7, 8, 7, 9), "included here", "other.yaml")
    text = "ab\n\n\n\n  cd\n"
    assert full(text, problem(Span(5, 3, 5, 5), related=(here, there), help="mend it")) == (
        "error[AM199]: no good\n"
        " --> a.yaml:5:3\n"
        "  |\n"
        "1 | ab\n"
        "  | -- first here\n"
        "...\n"
        "5 |   cd\n"
        "  |   ^^\n"
        "  |\n"
        "  = other.yaml:7:8: included here\n"
        "  = help: mend it\n"
        "\n"
    )


def test_the_fix_goes_before_the_help():
    fix = Fix("replace 'a' by 'b'", (Edit(LINE, "b"),))
    shown = full("a\nb wett", problem(help="mend it", fix=fix))
    assert "= help: replace 'a' by 'b'" in shown and "mend it" not in shown


def test_colours_and_links_are_for_terminals(tmp_path):
    path = tmp_path / "a map.yaml"
    path.write_text("a\nbcdefg\n")
    files = [Checked(str(path), "a\nbcdefg\n", (problem(),))]
    shown = report("full").write(files, Style(colour=True, links=True))
    assert "\x1b[31;1merror[AM199]\x1b[0m" in shown
    assert f"\x1b]8;;{path.as_uri()}\x1b\\{path}:2:3\x1b]8;;\x1b\\" in shown
    plain = re.sub(r"\x1b(\[[\d;]*m|\]8;;.*?\x1b\\)", "", shown)
    assert plain == report("full").write(files, Style())


def test_nothing_in_a_file_steers_the_terminal():
    shown = full("a\nb\x1b[2J\u202ewett\x9b", problem(), colour=False)
    assert not re.search(r"[\x1b\x9b\u202e]", shown)
    path = "a\x1b]0;\nx.yaml"
    for name in ("full", "concise"):
        shown = report(name).write([Checked(path, "a\nbcdefg", (problem(),))], Style())
        assert "\x1b" not in shown and "\nx" not in shown


@given(
    st.text(alphabet="ab 国é\u0301😀\t", min_size=1, max_size=120),
    st.integers(0, 119),
    st.integers(1, 40),
    st.integers(24, 90),
)
def test_long_lines_are_cut_around_what_is_marked(line, start, length, width):
    start = min(start, len(line) - 1)
    end = min(len(line), start + length)
    shown = full(f"x\n{line}", problem(Span(2, start + 1, 2, end + 1)), width=width)
    rows = shown.splitlines()
    (row,) = (row for row in rows if row.startswith("2 |"))
    (marks,) = (row for row in rows if "^" in row)
    assert columns(row) <= width and columns(marks) <= width + combining(line[start]) // 100
    at = columns(marks[: marks.index("^")])
    padded = row + " " * width
    under = next(n for n in range(len(padded)) if columns(padded[:n]) == at and n >= at // 2)
    if not combining(line[start]):
        assert padded[under:].lstrip("\u0301")[0] == line[start].replace("\t", " ")


def test_concise_marks_what_can_be_mended_safely():
    safe = Fix("t", (Edit(LINE, "b"),))
    files = [
        Checked(
            "a.yaml", "", tuple(problem(fix=one) for one in (safe, replace(safe, safe=False), None))
        )
    ]
    assert report("concise").write(files, Style()) == (
        "a.yaml:2:3: AM199 no good [*]\na.yaml:2:3: AM199 no good\na.yaml:2:3: AM199 no good\n"
    )


def test_the_summary_counts_in_words():
    fix = Fix("t", (Edit(LINE, "b"),))
    one = Checked("a.yaml", "", (problem(), problem(severity=Severity.INFO, fix=fix)), silenced=2)
    none = Checked("b.yaml")
    assert summary([none], "en") == "Checked 1 file: no problems"
    assert summary([one, none], "en") == (
        "Checked 2 files: 1 error, 1 info (1 fixable, 2 silenced)"
    )
    failed = Checked("c.yaml", crashes=(Crash("AM103", "c.yaml", "KeyError", ""),))
    assert summary([failed], "en") == "Checked 1 file: no problems; the check of 1 file failed"
    assert summary([one, one], "es") == (
        "2 archivos revisados: 2 errores, 2 notas (2 con arreglo, 4 silenciados)"
    )


@pytest.mark.parametrize(
    ("severity", "fail_on", "expected"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("info", "info", 1),
        ("error", None, 0),
    ],
)
def test_exit_codes(severity, fail_on, expected):
    files = [Checked("a.yaml", "", (problem(severity=Severity(severity)),))]
    assert code(files, fail_on and Severity(fail_on)) == expected
    gone = Checked("b.yaml", "", (problem(code="AM007"),))
    assert code([*files, gone], None) == 2


def run(*words):
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", *words])
    return stopped.value.code


@pytest.fixture
def two(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        text = "argmap: 1\ntitle: T\nthesis: {ref: nothing}\n"
        (tmp_path / f"{name}.yaml").write_text(text)


def test_a_fault_of_ours_is_told_and_stops_nothing(two, monkeypatch, capsys):
    every = dict(rules())

    def fails(scan):
        raise ZeroDivisionError("by\nnothing")
        yield

    every["AM104"] = replace(every["AM104"], check=fails)
    monkeypatch.setattr("argmap.review.choosing.rules", lambda: every)
    assert run("--output-format", "concise", "a.yaml", "b.yaml") == 3
    said = capsys.readouterr()
    assert said.out.count("AM103") == 2
    assert "rule AM104 failed on a.yaml: ZeroDivisionError: by" in said.err
    assert "please report it" in said.err and "Traceback" not in said.err


def test_a_file_that_cannot_be_taken_in_stops_nothing(two, monkeypatch, capsys):
    real = loading.read

    def read(path, **given):
        if path == "a.yaml":
            raise RuntimeError("a fault in the reader")
        return real(path, **given)

    monkeypatch.setattr(loading, "read", read)
    assert run("--output-format", "concise", "a.yaml", "b.yaml") == 3
    said = capsys.readouterr()
    assert "b.yaml:3:15: AM103" in said.out
    assert "reading failed on a.yaml: RuntimeError: a fault in the reader" in said.err


def test_a_file_that_cannot_be_opened_stops_nothing(two, capsys, tmp_path):
    (tmp_path / "c.yaml").symlink_to("c.yaml")
    (tmp_path / "d.yaml").mkdir()
    (tmp_path / "d.yaml" / "e.yaml").write_text("argmap: 1")
    assert run("--output-format", "concise", "b.yaml", "c.yaml", "gone.yaml", "d.yaml") == 2
    said = capsys.readouterr().out
    for text in ("b.yaml:3:15: AM103", "c.yaml:1:1: AM00", "gone.yaml:1:1: AM007"):
        assert text in said
    assert "d.yaml/e.yaml:1:1: AM043" in said


def test_crashes_say_what_and_where():
    assert str(Crash("", "", "KeyError: 1", "")) == "reading failed on the text: KeyError: 1"


def test_what_is_not_needed_is_not_imported(two):
    script = (
        "import sys; from argmap.cli import main\n"
        "try: main(['check', '-q', 'a.yaml'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'rich', 'pathspec', 'graphviz', 'wasmtime', 'networkx', 'numpy'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
