"""Maps are loaded, and what is wrong with a file is said at its place, all of it.

`tests/loading/NAME.yaml` is a file with faults (or one that looks as if), `NAME.txt` what is said
about it: place, code, message, what to write instead. `pytest --update` writes it anew.
"""

import gc
import json
import os
import re
import stat
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutating import mutated

from argmap.errors import InvalidMap
from argmap.linting import Example
from argmap.loading import Cache, Document, document, load, read
from argmap.problems import Severity
from argmap.yamlfile.faults import LANGUAGES, faults
from argmap.yamlfile.yamltext import MAX_BYTES, MAX_PARTS

CASES = sorted((Path(__file__).parent / "loading").glob("*.yaml"))
MAPS = sorted((Path(__file__).parent / "maps").glob("*.yaml"))
assert len(CASES) >= 90 and MAPS
HEAD = "argmap: 1\ntitle: Uniforms\n"
ENCODED = {"AM001": "latin-1", "AM002": "utf-16"}  # examples that are not UTF-8


def said(found: Document) -> str:
    lines = [_line(one) for one in found.problems]
    if found.map is None:
        return "\n".join([*lines, "no map", ""])
    claims, arguments = len(found.map.claims), len(found.map.arguments)
    unknown = [one.ref for one in found.built.uses if not one.known]
    lines.append(f"claims: {claims}, arguments: {arguments}")
    lines += [f"unknown: {', '.join(unknown)}"] if unknown else []
    return "\n".join([*lines, ""])


def _line(problem) -> str:
    span, fix = problem.span, problem.fix
    place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    told = f"{place} {problem.code} {problem.message}\n    {problem.help}"
    for one in problem.related:
        told += f"\n    {one.span.line}:{one.span.column} {one.message}"
    if fix:
        told += f"\n    {'fix' if fix.safe else 'unsafe fix'}: {fix.title}"
        for edit in fix.edits:
            at = edit.span
            told += f"\n        {at.line}:{at.column}-{at.end_line}:{at.end_column} {edit.text!r}"
    return told


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_said_of_a_file(path, snapshot):
    found = document(path.read_bytes(), path.name)
    snapshot(path.with_suffix(".txt"), said(found))


def test_no_expectation_is_left_over():
    assert {one.stem for one in CASES} == {one.stem for one in CASES[0].parent.glob("*.txt")}


def test_every_fault_is_met_by_a_case_or_an_example():
    met = {one.code for path in CASES for one in document(path.read_bytes()).problems}
    asked = {code for code, one in faults().items() if one.bad.startswith("$")}
    included = {code for code in faults() if code >= "AM080"}
    assert set(faults()) - asked - included <= met


@pytest.mark.parametrize("code", faults())
def test_the_examples_of_a_fault(code, tmp_path):
    fault = faults()[code]
    if fault.bad.startswith("$"):
        assert fault.good.startswith("$")
        return
    found = _example(fault.bad, tmp_path / "bad", ENCODED.get(code, "utf-8"))
    assert [one.code for one in found.problems] == [code]
    assert found.problems[0].severity is fault.severity
    assert not _example(fault.good, tmp_path / "good", "utf-8").problems


def _example(text: str, folder: Path, encoding: str) -> Document:
    folder.mkdir()
    for name, content in Example(text).files.items():
        (folder / name).write_bytes(content.encode(encoding))
    return read(folder / "map.yaml", root=folder)


def test_everything_is_said_in_every_language():
    for path in CASES:
        english = document(path.read_bytes(), language="en-GB").problems
        spanish = document(path.read_bytes(), language="es-MX").problems
        assert [one.span for one in english] == [one.span for one in spanish]
        assert all(one.message != two.message for one, two in zip(english, spanish, strict=True))
    for code, fault in faults().items():
        for wording in (fault.message, fault.help, fault.why, fault.fix, fault.related):
            assert not wording or set(wording) == set(LANGUAGES), code
        for variant in fault.variants.values():
            assert set(variant.message) == set(variant.help) == set(LANGUAGES), code


def edited(text: str, edits) -> str:
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        begin = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        text = text[:begin] + edit.text + text[end:]
    return text


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_fix_mends_its_fault_and_makes_no_other(path):
    before = document(path.read_bytes())
    for problem in before.problems:
        if problem.fix is None or problem.code in ("AM005", "AM004"):
            continue
        after = document(edited(before.text, problem.fix.edits))
        assert len(after.problems) < len(before.problems), problem
        codes = [one.code for one in before.problems]
        codes.remove(problem.code)
        for one in after.problems:
            assert one.code in codes, (problem, one)


def test_all_fixes_together_leave_a_sound_map():
    text = HEAD + (
        "thesis:\n"
        "  text: Smith says: no\n"
        "  kind: polcy\n"
        "  suport: Uniforms cut costs.\n"
        "  attack:\n"
        "    - text: @home they are dull.\n"
        "      confidence: 70\n"
        "      open: yes\n"
        '    - "Law" and order.\n'
    )
    for _ in range(3):
        fixes = [one.fix for one in document(text).problems if one.fix]
        text = edited(text, [edit for fix in fixes for edit in fix.edits])
    assert not document(text).problems
    assert [one.text for one in document(text).map.claims.values()] == [
        "Smith says: no",
        "Uniforms cut costs.",
        "@home they are dull.",
        '"Law" and order.',
    ]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_sound_map_has_no_faults_and_every_thing_in_it_a_place(path):
    found = read(path)
    assert not found.problems and found.is_sound
    lines = found.text.splitlines()
    for claim in found.map.claims.values():
        if claim.id in found.built.places:
            span = found.locate((*found.built.places[claim.id], "text"))
            shown = "\n".join(lines[span.line - 1 : span.end_line])
            assert claim.text.split()[0] in shown


def test_places():
    found = document(
        "argmap: 1\n"
        "title: 😀 é 国\n"
        "thesis:\n"
        "  text: >-\n"
        "    Two lines\n"
        "    of text.\n"
        "\n"
        "  # a comment\n"
        "  support:\n"
        "    - One.\n"
        "    - text: Two.\n"
        "      kind: fact\n"
        "\n"
        "options: [{text: a}]\n"
    )

    def at(*path, key=False):
        span = found.locate(path, key=key)
        return span.line, span.column, span.end_line, span.end_column

    assert at("title") == (2, 8, 2, 13)
    assert at("title", key=True) == (2, 1, 2, 6)
    assert at("thesis", "text") == (4, 9, 6, 13)
    assert at("thesis", "support") == (10, 5, 12, 17)
    assert at("thesis", "support", 0) == (10, 7, 10, 11)
    assert at("thesis", "support", 0, "text") == (10, 7, 10, 11)
    assert at("thesis", "support", 1) == (11, 7, 12, 17)
    assert at("thesis", "support", 1, key=True) == (11, 7, 11, 11)
    assert at("thesis", "support", 9, "text") == at("thesis", "support")
    assert at("options", 0, "text") == (14, 18, 14, 19)
    assert at("nothing") == at() == (1, 1, 14, 21)


@given(
    st.sampled_from(CASES),
    st.lists(st.one_of(st.integers(-1, 3), st.sampled_from(["thesis", "text", "support", ""]))),
    st.booleans(),
)
def test_locate_never_raises(path, keys, key):
    found = document(path.read_bytes())
    span = found.locate(tuple(keys), key=key)
    assert span.line >= 1 and span.column >= 1


def test_nothing_that_anybody_types_brings_it_down():
    seeds = [path.read_bytes() for path in (*CASES, *MAPS)]
    seeds = [one for one in seeds if len(one) < 3000]
    for text in mutated(seeds, 1, 2000):
        found = document(text)
        lines = found.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for problem in found.problems:
            edits = problem.fix.edits if problem.fix else ()
            for span in (problem.span, *(one.span for one in (*problem.related, *edits))):
                assert span.line <= len(lines) and span.column <= len(lines[span.line - 1]) + 1
                assert (span.line, span.column) <= (span.end_line, span.end_column)
        for path in found.built.places.values() if found.built else ():
            found.locate(path)
            found.locate(path, key=True)


@given(st.text() | st.binary())
def test_any_text_is_read(text):
    found = document(text)
    assert found.problems or found.map


def _corpora() -> list[Path]:
    folder = os.environ.get("ARGMAP_CORPORA")
    if not folder:
        return []
    found = [one for one in sorted(Path(folder).rglob("*")) if one.suffix in (".yml", ".yaml")]
    found += sorted(Path(folder).rglob("*.argdown")) + sorted(Path(folder).rglob("*.json"))[:40]
    assert found
    return found


@pytest.mark.parametrize("path", _corpora(), ids=lambda path: path.name)
def test_files_of_other_programs_are_read_without_a_crash(path):
    found = read(path)
    assert found.problems


# Files


def codes(found: Document) -> list[str]:
    return [one.code for one in found.problems]


def test_a_file_that_is_not_there(tmp_path):
    (tmp_path / "uniforms.yaml").write_text(HEAD)
    found = read(tmp_path / "unifroms.yaml")
    assert codes(found) == ["AM007"] and found.built is None
    assert "uniforms.yaml" in found.problems[0].help
    assert codes(read(tmp_path / "far" / "away.yaml")) == ["AM007"]
    assert codes(read("\0")) == ["AM008"]
    with pytest.raises(InvalidMap, match="AM007"):
        load(tmp_path / "unifroms.yaml")


def test_a_folder_and_what_might_never_end(tmp_path):
    assert codes(read(tmp_path)) == ["AM009"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
        assert codes(read(tmp_path / "pipe.yaml")) == ["AM009"]
        assert codes(read("/dev/zero")) == ["AM009"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(HEAD)
    path.chmod(0)
    assert codes(read(path)) == ["AM008"]


def test_large_files(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert codes(read(path)) == ["AM003"]
    assert codes(document("#" * (MAX_BYTES + 1))) == ["AM003"]
    assert codes(document(HEAD + "x-a: [" + "1," * MAX_PARTS + "]\n")) == ["AM034"]
    claims = "".join(f"  c{n}: Claim number {n} is so.\n" for n in range(10_000))
    found = document(HEAD + "claims:\n" + claims)
    assert len(found.map.claims) == 10_000 and not found.problems


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "? " * 50_000,
        '"' * 100_000,
        HEAD + "x-a: " + " " * 1_000_000 + "b",
        HEAD + "thesis: " + "a: " * 100_000,
        HEAD + "thesis: " + "word " * 200_000 + ": no",
        HEAD + "thesis:\n  text: a\n" + "   b: c\n" * 20_000,
        HEAD + "".join(f"k{n}: *a{n}\n" for n in range(20_000)),
        HEAD + "claims:\n" + "".join(f"  c{n}: [7]\n" for n in range(20_000)),
        HEAD
        + "".join(
            f"x-{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" if n else "x-0: &a0 [1]\n" for n in range(200)
        ),
    ],
    ids=lambda text: f"{text[:30]!r}…",
)
def test_what_is_made_to_take_for_ever_does_not(text):
    tracemalloc.start()
    found = document(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.problems or found.map
    assert peak < 300_000_000


def test_warnings_do_not_keep_a_map_from_being_loaded(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(HEAD + "thesis: We are #1 in trade.\n")
    assert [one.severity for one in read(path).problems] == [Severity.WARNING]
    assert load(path).claims["we-are"].text == "We are"


def test_the_garbage_collector_is_left_as_it_was():
    document(HEAD)
    assert gc.isenabled()
    gc.disable()
    try:
        document("[")
        assert not gc.isenabled()
    finally:
        gc.enable()


# Includes

COSTS = (
    "argmap: 1\n"
    "title: Costs\n"
    "stakeholders: {families: Families}\n"
    "sources: {smith: {title: What Uniforms Cost}}\n"
    "thesis:\n"
    "  id: cheap\n"
    "  text: {en: Uniforms cut costs., es: Los uniformes abaratan.}\n"
    "  stakeholder: families\n"
    "  cite: [smith]\n"
    "  support:\n"
    "    - {id: few, text: One needs few of them., undercut: [Two is not few.]}\n"
    "claims: {aside: Nothing bears on this.}\n"
)
USES = HEAD + "include: {costs: costs.yaml}\nthesis: {ref: costs/cheap}\n"


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_claims_of_another_map_come_with_all_that_bears_on_them(tmp_path):
    write(tmp_path, map=USES, costs=COSTS)
    found = load(tmp_path / "map.yaml")
    assert set(found.claims) == {"costs/cheap", "costs/few", "costs/two-is-not-few"}
    assert found.thesis == "costs/cheap"
    assert "costs/few.supports.cheap" in found.arguments
    assert found.stakeholders == {"families": "Families"}
    assert found.sources["costs/smith"].title == "What Uniforms Cost"
    assert found.claims["costs/cheap"].cite[0].source == "costs/smith"
    assert found.translations["es"]["claim", "costs/cheap", "text"] == "Los uniformes abaratan."


def test_maps_within_maps(tmp_path):
    write(tmp_path, map=HEAD + "include: {b: b.yaml}\nthesis: {ref: b/costs/cheap}\n")
    write(tmp_path, b=USES, costs=COSTS)
    found = load(tmp_path / "map.yaml")
    assert "b/costs/few" in found.claims
    assert found.sources["b/costs/smith"].title == "What Uniforms Cost"
    assert found.claims["b/costs/cheap"].cite[0].source == "b/costs/smith"
    assert found.stakeholders == {"families": "Families"}


def _fault(tmp_path: Path, written: str) -> Document:
    project = tmp_path / "project"
    write(project / "maps", map=HEAD + f"include: {{other: {json.dumps(written)}}}\n", costs=COSTS)
    write(project, above=COSTS)
    write(tmp_path, secret=COSTS)
    return read(project / "maps" / "map.yaml", root=project)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("costs.yaml", None),
        ("../above.yaml", None),
        ("../maps/./costs.yaml", None),
        ("cost.yaml", "AM080"),
        ("nowhere/costs.yaml", "AM080"),
        ("costs.yaml/costs.yaml", "AM080"),
        ("a\0b", "AM080"),
        ("x" * 5000, "AM080"),
        ("/etc/passwd", "AM081"),
        ("/dev/stdin", "AM081"),
        ("C:\\maps\\costs.yaml", "AM081"),
        ("c:/maps/costs.yaml", "AM081"),
        ("../../secret.yaml", "AM082"),
        ("../../../../../../../../../../etc/passwd", "AM082"),
        ("https://example.org/costs.yaml", "AM084"),
        ("file:///etc/passwd", "AM084"),
        ("FTP://example.org/x", "AM084"),
        ("..", "AM085"),
        (".", "AM085"),
    ],
)
def test_which_files_may_be_included(tmp_path, written, code):
    found = _fault(tmp_path, written)
    assert codes(found) == ([code] if code else [])
    if code:
        assert found.problems[0].span.line == 3 and found.built is not None


def test_a_near_name_is_suggested(tmp_path):
    assert "costs.yaml" in _fault(tmp_path, "cost.yaml").problems[0].help


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_and_pipes(tmp_path):
    _fault(tmp_path, "costs.yaml")
    maps = tmp_path / "project" / "maps"
    (maps / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (maps / "in.yaml").symlink_to("costs.yaml")
    (maps / "loop.yaml").symlink_to("loop.yaml")
    os.mkfifo(maps / "pipe.yaml")
    assert stat.S_ISFIFO((maps / "pipe.yaml").stat().st_mode)
    assert codes(_fault(tmp_path, "out.yaml")) == ["AM083"]
    assert codes(_fault(tmp_path, "in.yaml")) == []
    assert codes(_fault(tmp_path, "loop.yaml")) == ["AM080"]
    assert codes(_fault(tmp_path, "pipe.yaml")) == ["AM085"]


def test_the_project_is_the_nearest_folder_that_says_so(tmp_path):
    write(tmp_path / "project" / "maps", map=HEAD + "include: {a: ../above.yaml}\n")
    write(tmp_path / "project", above=COSTS)
    path = tmp_path / "project" / "maps" / "map.yaml"
    assert codes(read(path)) == ["AM082"]
    (tmp_path / "project" / "argmap.toml").touch()
    assert codes(read(path)) == []


def test_circles(tmp_path):
    def include(name):
        return HEAD + f"include: {{other: {name}.yaml}}\n"

    write(tmp_path, a=include("b"), b=include("c"), c=include("a"), self=include("self"))
    write(tmp_path, outside=include("a"))
    for order in ("abc", "cab"):
        cache = Cache()
        for name in order:
            found = read(tmp_path / f"{name}.yaml", root=tmp_path, cache=cache)
            assert codes(found) == ["AM086"]
    assert "a.yaml → b.yaml → c.yaml → a.yaml" in read(tmp_path / "a.yaml").problems[0].message
    assert "self.yaml → self.yaml" in read(tmp_path / "self.yaml").problems[0].message
    assert codes(read(tmp_path / "outside.yaml")) == ["AM087"]


def test_long_chains(tmp_path):
    for number in range(40):
        other = f"include: {{n: m{number + 1}.yaml}}\n" if number < 39 else ""
        write(tmp_path, **{f"m{number}": HEAD + other})
    assert codes(read(tmp_path / "m0.yaml")) == ["AM088"]
    assert codes(read(tmp_path / "m30.yaml")) == []


def test_a_faulty_map_is_used_as_far_as_it_goes(tmp_path):
    write(tmp_path, map=USES, costs=COSTS.replace("title: Costs\n", "titel: Costs\nfoo: 1\n"))
    found = read(tmp_path / "map.yaml")
    assert codes(found) == ["AM087"]
    assert found.problems[0].related[0].path.endswith("costs.yaml")
    assert found.problems[0].related[0].span.line == 2
    assert "costs/cheap" in found.map.claims


def test_what_is_lost_with_a_map_is_not_reported_again(tmp_path):
    write(tmp_path, map=USES + "options: [{ref: nowhere}]\n", costs="[")
    found = read(tmp_path / "map.yaml")
    assert codes(found) == ["AM087"]
    assert [one.ref for one in found.built.uses if not one.known] == ["nowhere"]


def test_a_file_is_read_once_in_a_run(tmp_path):
    write(tmp_path, a=USES, b=USES, costs=COSTS)
    cache = Cache()
    first = read(tmp_path / "a.yaml", cache=cache)
    (tmp_path / "costs.yaml").unlink()
    assert not first.problems
    second = read(tmp_path / "b.yaml", cache=cache)
    assert codes(second) == ["AM080"]  # whether it is there is looked at each time
    write(tmp_path, costs="[")
    cache = Cache(parsed=dict(cache.parsed), documents={})
    assert not read(tmp_path / "b.yaml", cache=cache).problems
    assert codes(read(tmp_path / "b.yaml")) == ["AM087"]


def test_a_path_stays_as_it_was_written(tmp_path, monkeypatch):
    monkeypatch.chdir(write(tmp_path, map=USES, costs="["))
    cache = Cache()
    assert read("map.yaml", cache=cache).problems[0].related[0].path == "costs.yaml"
    assert read("./costs.yaml", cache=cache).problems[0].path == "./costs.yaml"
    assert document(USES, "map.yaml").problems[0].code == "AM087"
    assert document(USES).problems[0].code == "AM087"


# Building


def test_an_id_that_is_written_goes_before_one_that_is_derived():
    found = document(
        HEAD + "options:\n  - Uniforms cut costs.\n  - {id: uniforms-cut-costs, text: They do.}\n"
    )
    assert list(found.map.claims) == ["uniforms-cut-costs-2", "uniforms-cut-costs"]
    assert found.built.derived == {"uniforms-cut-costs-2"} and not found.built.repeated


def test_ids_given_twice_are_kept_apart():
    found = document(
        HEAD + "thesis: {id: a, text: One., support: [{id: b, premises: [{id: a, text: Two.}]}]}\n"
        "claims: {b: Three.}\n"
    )
    assert [(path, name) for path, name, _ in found.built.repeated] == [
        (("thesis", "support", 0, "premises", 0), "a"),
        (("claims", "b"), "b"),
    ]
    assert len({*found.map.claims, *found.map.arguments}) == 4


def test_same_texts_do_not_take_for_ever():
    found = document(HEAD + "options:\n" + "  - It is so.\n" * 5000)
    assert list(found.map.claims)[-1] == "it-is-so-5000"


def test_a_dangling_ref_leaves_its_argument_out():
    found = document(
        HEAD + "thesis: {id: a, text: One., support: [{ref: no, undercut: [Two.]}, Three.]}\n"
    )
    assert [one.premises for one in found.map.arguments.values()] == [("three",)]
    assert [(one.ref, one.known) for one in found.built.uses] == [("no", False)]
