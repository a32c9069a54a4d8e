"""Many files in one run: what is remembered, shared out among processes, or watched.

Whatever the cache or other processes do, what is said must be what a check of everything by one
process says.
"""

import io
import json
import multiprocessing
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Thread

import pytest

from argmap import cli
from argmap.__main__ import main as started
from argmap.audit import inspecting
from argmap.audit.remembering import FOLDER
from argmap.linting import rules
from argmap.yamlfile.dividing import divided

HERE = Path(__file__).parent
CORPUS = sorted((HERE / "faulty").glob("*.yaml"))
assert len(CORPUS) > 100
OLD = 1_000_000_000  # seconds: what was changed just now is not remembered
SOUND = "argmap: 1\ntitle: Uniforms\nthesis:\n  id: buy\n  text: The school should buy uniforms.\n"
WRONG = SOUND + "  kind: polcy\n  attack:\n    - ref: nobody\n"
INCLUDING = (
    "argmap: 1\ntitle: Costs\ninclude: {other: b.yaml}\nthesis:\n  text: Uniforms cost little.\n"
    "  support:\n    - ref: other/buy\n"
)
FORKED = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods() or sys.version_info >= (3, 14),
    reason="other processes do not see what a test has changed here",
)

Said = tuple[int, str, str]


@dataclass
class Project:
    """A folder with maps in it, and `argmap check` in it."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    looked: list[str] = field(default_factory=list)  # at these files the last check did look

    def write(self, name: str, text: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        os.utime(path, (OLD, OLD))

    def check(self, *words: str) -> Said:
        self.looked.clear()
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as stopped:
            cli.main(["check", "--output-format", "json", *words])
        told = self.capsys.readouterr()
        assert "Traceback" not in told.err
        return int(stopped.value.code or 0), told.out, told.err

    def agrees(self, *words: str) -> Said:
        """Check with the cache and without it: what is said is the same."""
        found = self.check(*words)
        looked = list(self.looked)
        assert found == self.check("--no-cache", *words)
        self.looked[:] = looked
        return found

    def kept(self) -> list[Path]:
        return sorted((self.folder / FOLDER).glob("*.json"))


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Project:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARGMAP_CACHE_DIR", raising=False)
    (tmp_path / ".git").mkdir()
    made = Project(tmp_path, capsys)
    for name, text in (("a.yaml", INCLUDING), ("b.yaml", SOUND), ("c.yaml", WRONG)):
        made.write(name, text)
    real = inspecting.checked

    def checked(source, todo, cache):
        made.looked.append(source.path)
        return real(source, todo, cache)

    monkeypatch.setattr(inspecting, "checked", checked)
    return made


# What is remembered


def test_what_has_not_changed_is_not_looked_at_again(project: Project) -> None:
    first = project.check()
    assert project.looked == ["a.yaml", "b.yaml", "c.yaml"]
    assert project.check() == first
    assert project.looked == []
    assert project.agrees("c.yaml")[0] == 1
    assert first[0] == 1 and {"AM061", "AM103"} <= {one["code"] for one in json.loads(first[1])}


def with_words(project: Project) -> None:
    project.write("words.yaml", "en:\n  absolutes: [little]\n")
    project.write("argmap.toml", 'words = "words.yaml"\n')


CHANGES: dict[str, tuple[Callable[[Project], object], tuple[str, ...], list[str]]] = {
    "a text": (lambda one: one.write("b.yaml", WRONG), (), ["a.yaml", "b.yaml"]),
    "a text of the same length": (
        lambda one: one.write("c.yaml", WRONG.replace("polcy", "plicy")),
        (),
        ["c.yaml"],
    ),
    "the time alone": (lambda one: os.utime("c.yaml", (OLD + 9, OLD + 9)), (), []),
    "a name": (lambda one: os.rename("c.yaml", "d.yaml"), (), ["d.yaml"]),
    "a name, of what is included": (lambda one: os.rename("b.yaml", "d.yaml"), (), [*"ad"]),
    "two names": (
        lambda one: [os.rename(f"{a}.yaml", f"{b}.yaml") for a, b in ("cx", "bc", "xb")],
        (),
        [*"abc"],
    ),
    "a new file": (lambda one: one.write("d.yaml", WRONG), (), ["d.yaml"]),
    "a file less": (lambda one: os.unlink("c.yaml"), (), []),
    "the included file is gone": (lambda one: os.unlink("b.yaml"), (), ["a.yaml"]),
    "the profile": (lambda one: None, ("--profile", "publish"), [*"abc"]),
    "the rules": (lambda one: None, ("--select", "AM103"), [*"abc"]),
    "a severity": (lambda one: None, ("--severity", "AM103=info"), [*"abc"]),
    "the language": (lambda one: None, ("--lang", "es"), [*"abc"]),
    "a threshold": (
        lambda one: one.write("argmap.toml", "[thresholds]\nmax-words = 3\n"),
        (),
        [*"abc"],
    ),
    "what is ignored in a file": (
        lambda one: one.write("argmap.toml", '[per-file-ignores]\n"c.yaml" = ["AM103"]\n'),
        (),
        [*"abc"],
    ),
    "words": (with_words, (), [*"abc"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_stale_is_said_after_a_change_of(change: str, project: Project) -> None:
    project.check()
    make, words, looked = CHANGES[change]
    make(project)
    project.agrees(*words)
    assert project.looked == [f"{one}.yaml" if len(one) == 1 else one for one in looked]


def test_what_is_remembered_is_said_as_in_the_folder_that_one_is_in(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("argmap.toml", 'profile = "tournament"\n')
    project.write("deep/b.yaml", SOUND)
    for path in CORPUS:
        if path.stem.startswith(("unmet", "include", "source", "dangling", "duplicate", "typo")):
            project.write(f"deep/{path.name}", path.read_bytes())
    for folder in (project.folder, project.folder / "deep", project.folder):
        monkeypatch.chdir(folder)
        for form in ("full", "json"):
            project.agrees("--output-format", form)
            project.agrees("--output-format", form, str(project.folder / "deep"))


def test_words_that_change_or_are_gone_are_heeded(project: Project) -> None:
    with_words(project)
    found = [project.agrees()]
    project.write("words.yaml", "en:\n  absolutes: [uniforms]\n")
    found.append(project.agrees())
    assert found[0] != found[1] and project.looked
    (project.folder / "words.yaml").unlink()
    code, out, err = project.agrees()
    assert (code, out) == (2, "") and "words.yaml" in err


def test_a_map_that_a_map_includes_that_it_includes(project: Project) -> None:
    project.write("b.yaml", SOUND.replace("thesis:", "include: {deep: c.yaml}\nthesis:"))
    project.write("c.yaml", SOUND)
    project.agrees()
    project.write("c.yaml", WRONG)
    project.agrees()
    assert project.looked == ["a.yaml", "b.yaml", "c.yaml"]


def test_any_changes_in_a_row(project: Project) -> None:
    chance = random.Random(20251122)
    texts = [SOUND, WRONG, INCLUDING, INCLUDING.replace("b.yaml", "c.yaml"), "", "argmap: 1\n"]
    names = ["a.yaml", "b.yaml", "c.yaml", "d/e.yaml", "d/f.yml"]
    options = [(), ("--profile", "novice"), ("--select", "AM1"), ("a.yaml",), ("d", "b.yaml")]
    said = set()
    for _ in range(40):
        name = chance.choice(names)
        match chance.randrange(5):
            case 0 if (project.folder / name).exists():
                (project.folder / name).unlink()
            case 1 if (project.folder / name).exists():
                (project.folder / "d").mkdir(exist_ok=True)
                os.replace(name, chance.choice(names))
            case _:
                project.write(name, chance.choice(texts))
        said.add(project.agrees(*chance.choice(options)))
    assert len(said) > 20


def test_a_file_that_was_changed_just_now_is_looked_at_again(project: Project) -> None:
    project.write("c.yaml", SOUND)
    os.utime("c.yaml", (time.time() + 60, time.time() + 60))  # this check takes less than a minute
    project.check()
    project.check()
    assert project.looked == ["c.yaml"], "its time does not tell it from what it will be"


def test_the_cache_is_left_alone_if_it_is_not_wanted(project: Project) -> None:
    project.check("--no-cache")
    assert not (project.folder / FOLDER).exists()


def test_standard_input_is_not_remembered(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, expected in ((WRONG, 1), (SOUND, 0)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert project.check("-", "--stdin-filename", "c.yaml", "--select", "AM103")[0] == expected


SPOILT = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"a.yaml":3,"b.yaml":null}',
    b'{"c.yaml":[]}', b'{"c.yaml":{}}', b'{"c.yaml":["x",[],0]}',
]  # fmt: skip


@pytest.mark.parametrize("content", SPOILT, ids=range(len(SPOILT)))
def test_a_cache_that_is_none_counts_for_nothing(content: bytes, project: Project) -> None:
    first = project.check()
    (kept,) = project.kept()
    kept.write_bytes(content)
    assert project.check() == first
    assert project.looked == ["a.yaml", "b.yaml", "c.yaml"]
    assert project.check() == first
    assert project.looked == [], "it is mended"


def test_a_cache_with_wrong_things_in_it_breaks_nothing(project: Project) -> None:
    project.check()
    (kept,) = project.kept()
    whole, chance = json.loads(kept.read_text()), random.Random(20251122)
    odd = [None, True, -1, 10**30, "", "x", [], {}, [[]], {"a": []}, 0.5, ["x", "y"]]
    for _ in range(150):
        kept.write_text(json.dumps(_spoilt(whole, chance, odd)))
        assert project.check()[0] in (0, 1)


def _spoilt(value: object, chance: random.Random, odd: list[object]) -> object:
    """Return a value with one part of it, at any depth, turned into something else."""
    if isinstance(value, dict | list) and value and chance.random() < 0.85:
        made = value.copy()
        key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
        made[key] = _spoilt(made[key], chance, odd)
        return made
    return chance.choice(odd)


def test_a_cache_that_cannot_be_written_is_none(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = project.check("--no-cache")
    (project.folder / FOLDER).write_text("a file")
    assert project.check() == first
    assert (project.folder / FOLDER).read_text() == "a file"
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(project.folder / "c.yaml" / "cache"))
    assert project.check() == first
    monkeypatch.setenv("ARGMAP_CACHE_DIR", str(project.folder / "elsewhere"))
    assert project.check() == first
    assert list((project.folder / "elsewhere").glob("*.json"))


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_left_half_written(
    error: BaseException, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.check()
    (kept,) = project.kept()
    before = kept.read_bytes()
    project.write("c.yaml", SOUND)

    def fails(*_: object) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fails)
        assert project.check()[0] in (0, 130)
    assert kept.read_bytes() == before
    assert {one.name for one in (project.folder / FOLDER).iterdir()} == {
        ".gitignore", "CACHEDIR.TAG", kept.name,
    }  # fmt: skip
    assert project.agrees()[0] == 0


def test_several_checks_at_once(project: Project) -> None:
    for number in range(40):
        project.write(f"m{number}.yaml", chancy(number))
    command = [sys.executable, "-m", "argmap", "check", "--output-format", "concise"]
    pipe = subprocess.PIPE
    for _ in range(2):
        running = [subprocess.Popen(command, stdout=pipe, stderr=pipe) for _ in range(3)]
        said = {(*one.communicate(timeout=120), one.returncode) for one in running}
        assert len(said) == 1 and b"Traceback" not in next(iter(said))[1]
    (kept,) = project.kept()
    assert len(json.loads(kept.read_text())) == 43
    assert len(list((project.folder / FOLDER).iterdir())) == 3, "no temporary file is left"


def chancy(number: int) -> str:
    return (SOUND, WRONG, INCLUDING, "argmap: 1\n")[number % 4]


# Shared out among processes


def corpus(project: Project) -> None:
    for path in CORPUS:
        project.write(f"maps/{path.name}", path.read_bytes())
    for path in sorted((HERE / "faulty" / "parts").glob("*.yaml")):
        (project.folder / "maps" / "parts").mkdir(exist_ok=True)
        project.write(f"maps/parts/{path.name}", path.read_bytes())


def test_several_processes_say_the_same_in_the_same_order(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus(project)
    paths = [str(path.relative_to(project.folder)) for path in (project.folder / "maps").glob("*")]
    said = []
    for jobs in ("1", "2", "3"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
        words = ["--no-cache", "--profile", "publish", "-", "--stdin-filename", "maps/zz.yaml"]
        said.append(project.check("--jobs", jobs, *words, *paths))
    assert said[0] == said[1] == said[2]
    found = json.loads(said[0][1])
    assert len({one["path"] for one in found}) > 230
    assert {one["code"] for one in found if one["path"] == "maps/zz.yaml"} >= {"AM061", "AM103"}


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Callable[[], object]], None]]:
    """Make the rule AM104 do something else than to look at a map."""

    def make(act: Callable[[], object]) -> None:
        every = dict(rules())

        def check(_: object) -> Iterator[object]:
            act()
            yield from ()

        every["AM104"] = replace(every["AM104"], check=check)
        monkeypatch.setattr("argmap.review.choosing.rules", lambda: every)

    yield make


@FORKED
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_of_ours_in_a_process_is_told_in_a_line(
    jobs: str, project: Project, failing: Callable[[Callable[[], object]], None]
) -> None:
    corpus(project)
    failing(lambda: 1 // 0)
    code, out, err = project.check("--no-cache", "--jobs", jobs, "-q", "maps")
    assert code == 3 and {one["code"] for one in json.loads(out)} > {"AM046", "AM103"}
    assert re.fullmatch(r"argmap: Failed: rule AM104 failed on maps/.*\n", err)
    assert "ZeroDivisionError" in err and "please report it" in err and len(err) < 1000


@FORKED
def test_what_a_dead_process_left_is_done_here(
    project: Project, failing: Callable[[Callable[[], object]], None]
) -> None:
    corpus(project)
    here = os.getpid()
    failing(lambda: None)
    expected = project.check("--no-cache", "--jobs", "1", "maps")
    failing(lambda: None if os.getpid() == here else os._exit(7))
    assert project.check("--no-cache", "--jobs", "2", "maps") == expected


def slowly(items: Sequence[Path]) -> Sequence[Path]:
    if items[0].name != "first":
        time.sleep(20)
        items[0].write_text("done")
    return items


def test_an_interruption_does_not_wait_for_other_processes(tmp_path: Path) -> None:
    found = divided(slowly, [tmp_path / "first", tmp_path / "second", tmp_path / "third"], 3)
    assert next(found).name == "first"
    before = multiprocessing.active_children()
    assert before
    found.close()
    assert not set(multiprocessing.active_children()) & set(before)
    assert not list(tmp_path.iterdir())


# Odd files


def test_files_that_are_none(project: Project) -> None:
    os.symlink("loop.yaml", "loop.yaml")
    os.mkfifo("pipe.yaml")
    os.mkdir("empty")
    os.mkdir("deep")
    os.symlink("..", "deep/up")
    project.write("deep/x.yaml", SOUND)
    project.write("line\nbreak 😀.yaml", WRONG)
    project.write("[odd].yaml", SOUND)
    code, out, _ = project.agrees()
    told = {(one["path"], one["code"]) for one in json.loads(out)}
    assert code == 2 and {("loop.yaml", "AM008"), ("pipe.yaml", "AM009")} < told
    assert {path for path, _ in told if "😀" in path} == {"line\nbreak 😀.yaml"}
    assert project.check("-q", "empty") == (
        2,
        "",
        "argmap: no maps in the folder 'empty': no .yaml file in it has a top-level `argmap:`\n",
    )
    assert project.check("-q", "*.yml") == (2, "", "argmap: no maps match '*.yml'\n")
    assert project.check("-q", "") == (2, "", "argmap: no maps: a path is empty\n")
    assert project.check("-q", "deep", "[odd].yaml", "--select", "AM1", "--ignore", "AM118")[0] == 0


def test_a_file_that_goes_while_it_is_checked(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = inspecting.checked

    def checked(source, todo, cache):
        if source.path == "b.yaml":
            os.unlink("c.yaml")
        return real(source, todo, cache)

    monkeypatch.setattr(inspecting, "checked", checked)
    code, out, _ = project.check()
    assert code == 2
    assert [one["code"] for one in json.loads(out) if one["path"] == "c.yaml"] == ["AM007"]


def test_a_file_that_may_not_be_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    real, opened = os.open, io.open

    def refuses(path, *rest, **given):
        if str(path).endswith("c.yaml"):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *rest, **given)

    def refused(path, *rest, **given):
        if str(path).endswith("c.yaml"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *rest, **given)

    monkeypatch.setattr(os, "open", refuses)
    monkeypatch.setattr("builtins.open", refused)
    code, out, _ = project.check()
    (told,) = (one for one in json.loads(out) if one["path"] == "c.yaml")
    assert code == 2
    assert told["message"] == "`c.yaml` cannot be read: Permission denied"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("argmap check c.yaml -q >&-", (1, "")),
        ("argmap check c.yaml -q --select AM061 <&- | head -1", (0, "error[AM061]: ")),
        ("argmap check c.yaml -q >/dev/full", (2, "argmap: No space left on device")),
        ("argmap check c.yaml -q --output-file /dev/full", (2, "argmap: cannot write /dev/full: ")),
        (
            "argmap check c.yaml -q --output-format concise --output-file /dev/stdout",
            (1, "c.yaml:"),
        ),
        ("mkdir x; cd x; rmdir ../x; argmap check -q", (2, "argmap: the folder that you are in ")),
        ("argmap check -q - <&-", (1, "error[AM006]: the file is empty")),
    ],
)
def test_what_a_shell_can_do_to_a_command(
    command: str, expected: tuple[int, str], project: Project
) -> None:
    if not Path("/dev/full").exists() or not Path("/dev/stdout").exists():
        pytest.skip("there are no such devices")
    whole = command.replace("argmap", f"'{sys.executable}' -m argmap")
    done = subprocess.run(
        ["sh", "-c", whole], capture_output=True, text=True, timeout=60, check=False
    )
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    assert (done.returncode, said[: len(expected[1])]) == expected
    assert bool(said) == bool(expected[1])


def test_an_interruption_is_silent(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["argmap", "check"])
    for place in ("argmap.cli.main", "argmap.commands.check._checked"):
        with monkeypatch.context() as patched, pytest.raises(SystemExit) as stopped:
            patched.setattr(place, interrupted)
            started()
        assert stopped.value.code == 130
    assert project.capsys.readouterr() == ("", "")


def test_a_report_goes_where_a_link_leads(project: Project) -> None:
    os.symlink("c.json", "link.json")
    project.check("--output-file", "link.json")
    assert Path("link.json").is_symlink()
    assert json.loads(Path("c.json").read_text())


# Watched


class Watch:
    """`argmap check --watch` as it goes on, and what it says from round to round."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-m", "argmap", "check", "--watch", "--output-format", "concise"]
        self.process = subprocess.Popen(
            [*command, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.said: list[str] = []
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line.rstrip("\n"))

    def until(self, sign: str) -> list[str]:
        """Wait for a round in which a line holds a sign; return what was said since the last."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            ready = [n for n, line in enumerate(self.said) if "Ctrl" in line]
            if ready and any(sign in line for line in self.said[: ready[-1]]):
                found = self.said[: ready[-1] + 1]
                del self.said[: ready[-1] + 1]
                return found
            assert self.process.poll() is None, self.said
            time.sleep(0.05)
        raise AssertionError(f"no {sign!r} in {self.said}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


@pytest.mark.skipif(sys.platform == "win32", reason="an interruption is sent otherwise there")
def test_a_watch_sees_whatever_happens_to_files(project: Project) -> None:
    watch = Watch("--select", "AM103")
    try:
        assert any(line.startswith("c.yaml:6:9: AM061") for line in watch.until("Checked 3 files"))
        Path("c.yaml").write_text(SOUND)
        assert not any("AM061" in line for line in watch.until("no problems"))
        Path("d.yaml").write_text(WRONG)
        watch.until("d.yaml:8:12: AM103")
        Path("b.yaml").write_bytes(b"argmap: 1\ntitle: [\xff\n")
        watch.until("AM087")
        Path("b.yaml").write_text(SOUND)
        assert not any("AM087" in line for line in watch.until("d.yaml:8:12: AM103"))
        Path("d.yaml").unlink()
        watch.until("Checked 3 files: no problems")
        Path("argmap.toml").write_text("select = [")
        watch.until("argmap: argmap.toml: ")
        Path("argmap.toml").write_text('ignore = ["AM103"]\n')
        watch.until("Checked 3 files: no problems")
        for name in "abc":
            Path(f"{name}.yaml").unlink()
        watch.until("no maps")
        Path("a.yaml").write_text(SOUND)
        watch.until("Checked 1 file: no problems")
    finally:
        code = watch.stop()
    assert code in (0, 130)
    assert not any("Traceback" in line or "Interrupt" in line for line in watch.said)
