"""What is documented holds: the README's sessions run, and every command is described there."""

import re
from pathlib import Path

from test_cli import BLOCK, replayed

from argmap.plugins import names

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def test_the_sessions_of_the_readme_run(tmp_path, snapshot):
    written = README.read_text(encoding="utf-8")
    assert "```console\n$ argmap" in written
    state = {"folder": tmp_path}
    snapshot(README, BLOCK.sub(lambda block: replayed(block, tmp_path, state), written))


def test_every_command_is_in_the_readme():
    table = re.findall(r"^\| `argmap (\w+)", README.read_text(encoding="utf-8"), re.M)
    assert table == [name for name in table if name in names("commands")], "no such command"
    assert set(table) == set(names("commands")), "a command is missing"


def test_what_the_readme_links_to_is_there():
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8"))
    assert links
    for link in links:
        assert link.startswith("https://") or (ROOT / link).exists(), link
