"""Sessions on the command line: `cli/*.md` say what is typed, and what comes of it.

A fenced block after a line that holds nothing but a file's name in backticks and a colon is that
file. In a block marked `console`, a line that begins with `$ ` is typed; what follows is what is
printed, on standard output and then on standard error, and at last `[exit N]` where N is not 0.
Besides `argmap` there are `cat FILE…` and `cd FOLDER`, and `< FILE` gives standard input. Every
session has a folder of its own. `pytest --update` writes the answers anew. All is typed to one
process, which must keep nothing between two commands.
"""

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from argmap.__main__ import main

SESSIONS = sorted((Path(__file__).parent / "cli").glob("*.md"))
assert SESSIONS

BLOCK = re.compile(
    r"(?:^`(?P<name>[^`\n]+)`:\n\n)?^(?P<fence>```+)(?P<kind>\w*)\n(?P<text>.*?)^(?P=fence)$",
    re.M | re.S,
)
FREE = {"COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "PYTHONIOENCODING", "GITHUB_ACTIONS"}


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session(path, tmp_path, snapshot):
    written = path.read_text(encoding="utf-8")
    assert "```console\n$ " in written, "a session types something"
    state = {"folder": tmp_path}
    snapshot(path, BLOCK.sub(lambda block: replayed(block, tmp_path, state), written))


def replayed(block, folder, state):
    """Return a block as it should be written; make the file that it gives."""
    if block["name"]:
        target = folder / block["name"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block["text"], encoding="utf-8", newline="\n")
    if block["kind"] != "console":
        return block[0]
    typed = re.findall(r"^\$ .*(?:(?<=\\)\n.*)*", block["text"], re.M)
    said = "".join(f"{line}\n{answer(line[2:], state)}" for line in typed)
    return f"{block['fence']}console\n{said}{block['fence']}"


def answer(line, state):
    """Return what a command prints."""
    words = shlex.split(line)
    settings = {}
    while re.match(r"[A-Z_]+=", words[0]):
        name, _, settings[name] = words.pop(0).partition("=")
    source = None
    if "<" in words:
        at = words.index("<")
        source = (state["folder"] / words[at + 1]).read_bytes()
        del words[at : at + 2]
    command, *rest = words
    if command == "cd":
        state["folder"] = state["folder"] / rest[0]
        return ""
    if command == "cat":
        return "".join((state["folder"] / name).read_text(encoding="utf-8") for name in rest)
    assert command == "argmap", f"no command {command!r} in sessions"
    return ran(rest, state["folder"], settings, source)


def ran(words, folder, settings, source):
    """Return what argmap prints, and its exit code unless it is 0."""
    coding = settings.get("PYTHONIOENCODING", "utf-8")
    given = {"stdin": source or b"", "stdout": b"", "stderr": b""}
    streams = {name: io.TextIOWrapper(io.BytesIO(one), coding) for name, one in given.items()}
    with pytest.MonkeyPatch.context() as here, pytest.raises(SystemExit) as done:
        here.chdir(folder)
        here.setattr(sys, "argv", ["argmap", *words])
        for name, stream in streams.items():
            here.setattr(sys, name, stream)
        for name in FREE:
            here.delenv(name, raising=False)
        for name, value in settings.items():
            here.setenv(name, value)
        main()
    said = "".join(held(streams[name]) for name in ("stdout", "stderr"))
    if said and not said.endswith("\n"):
        said += "\n"
    return said + (f"[exit {done.value.code}]\n" if done.value.code else "")


def held(stream):
    """Return what has been written to a stream."""
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8").replace("\r\n", "\n")
