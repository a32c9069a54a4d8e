"""A corpus of faulty maps: each says itself what is wrong with it, and where.

`tests/faulty/NAME.yaml` begins with comments: what happens in the file, then `# CODE line:column`
for each finding that is expected. Where comments would disturb the fault, as in a file of another
encoding, `NAME.txt` holds these lines without `# `. `profile: NAME` stands among them where it is
not `publish`. The maps in `parts/` are there to be included.

Every finding that is listed must be there, at its very place and with a remedy; and beside these
there may be warnings, but no error.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from argmap.checking import check
from argmap.problems import Problem, Severity
from argmap.review.choosing import Settings
from argmap.yamlfile.faults import faults

FOLDER = Path(__file__).parent / "faulty"
PATHS = sorted(FOLDER.glob("*.yaml"))
FINDING = re.compile(r"(AM\d{3}) (\d+):(\d+)")
assert len(PATHS) >= 230

Place = tuple[str, int, int]


@dataclass(frozen=True)
class Expected:
    """What should be found in a file."""

    findings: list[Place]
    profile: str


def expected(path: Path) -> Expected:
    """Return what a file, or the text beside it, says of its own faults."""
    beside = path.with_suffix(".txt")
    if beside.exists():
        lines = beside.read_text(encoding="utf-8").splitlines()
    else:
        head = re.match(r"(?:# .*\n)+", path.read_text(encoding="utf-8"))
        assert head, f"{path.name} does not say what is wrong with it"
        lines = [line[2:] for line in head[0].splitlines()]
    told = [match for line in lines if (match := FINDING.fullmatch(line))]
    named = [line.removeprefix("profile: ") for line in lines if line.startswith("profile: ")]
    places = sorted((one[1], int(one[2]), int(one[3])) for one in told)
    return Expected(places, named[0] if named else "publish")


def place(problem: Problem) -> Place:
    return problem.code, problem.span.line, problem.span.column


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_is_found_in_a_faulty_map(path: Path) -> None:
    wanted = expected(path)
    assert wanted.findings, f"{path.name} expects nothing"
    problems = check(path, Settings(profile=wanted.profile))
    codes = {code for code, _, _ in wanted.findings}
    found = [one for one in problems if one.severity is Severity.ERROR or one.code in codes]
    assert sorted(place(one) for one in found) == wanted.findings
    for one in found:
        assert one.message and "\n" not in one.message
        assert one.help or one.fix, f"{one.code} says no remedy"
        assert Path(one.path) == path


def test_every_fault_that_a_file_can_have_is_in_the_corpus() -> None:
    told = {code for path in PATHS for code, _, _ in expected(path).findings}
    asked = {code for code, fault in faults().items() if not fault.bad.startswith("$")}
    assert asked - told == set()


def test_no_text_is_left_over() -> None:
    assert {path.with_suffix(".yaml") for path in FOLDER.glob("*.txt")} <= set(PATHS)
