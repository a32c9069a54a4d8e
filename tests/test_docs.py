"""What is documented holds: the README's sessions run, and every command is described there."""

import re
from importlib import import_module
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from test_cli import BLOCK, replayed

from argmap.evaluating import evaluate
from argmap.loading import load
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


VERDICTS = ROOT / "docs" / "verdicts.md"
TABLE = re.compile(r"(?<=^<!-- table: )(?P<name>\w+)( -->\n).*?(?=<!-- end -->)", re.M | re.S)
READINGS = ("necessary", "deductive", "ignore", "carneades")
YEAR = re.compile(r"\(([^()]*\b(?:19|20)\d\d\b[^()]*)\)")


def test_what_is_said_of_verdicts_holds(snapshot):
    written = VERDICTS.read_text(encoding="utf-8")
    assert [one["name"] for one in TABLE.finditer(written)] == ["readings", "semantics"]
    tables = {"readings": by_reading, "semantics": by_name}
    written = TABLE.sub(lambda found: f"{found['name']} -->\n{tables[found['name']]()}\n", written)
    assert written.count("```console\n$ ") > 3
    with TemporaryDirectory() as folder:
        maps = Path(folder) / "arguments"
        copytree(ROOT / "arguments", maps, ignore=ignore_patterns("*.svg", "*.html"))
        state = {"folder": Path(folder)}
        snapshot(VERDICTS, BLOCK.sub(lambda one: replayed(one, Path(folder), state), written))


def by_reading():
    """The claims of the debate whose verdict depends on how support is read, and the verdicts."""
    argmap = load(ROOT / "arguments" / "strikes-debate.yaml")
    labels = {one: evaluate(argmap, support=one).labels for one in READINGS}
    told = {"in": "stands", "out": "falls", "undecided": "in the balance"}
    rows = {
        key: tuple(told[labels[one][key]] for one in READINGS)
        for key in argmap.claims
        if len({labels[one][key] for one in READINGS}) > 1
    }
    assert argmap.thesis not in rows
    assert {"targets-in-reach", "violence-not-down", "economic-loss", "lives-lost"} <= set(rows)
    assert all(row[0] == row[3] for row in rows.values())
    lines = [f"| claim | {' | '.join(f'`{one}`' for one in READINGS)} |", "|---" * 5 + "|"]
    groups = {}
    for key, row in rows.items():
        groups.setdefault(row, []).append(f"`{key}`")
    lines += [f"| {', '.join(keys)} | {' | '.join(row)} |" for row, keys in groups.items()]
    return "\n".join(lines)


def by_name():
    """All semantics, by what their own first lines say of them."""
    lines = ["| `--semantics` | gives | code | in one sentence | source |", "|---" * 5 + "|"]
    for name in names("semantics"):
        found = import_module(f"argmap.semantics.{name.replace('-', '_')}")
        title, _, sentence = found.__doc__.split("\n\n")[0].partition(": ")
        assert sentence.endswith("."), f"{name}: no sentence after its name"
        source = YEAR.search(" ".join(found.__doc__.split()))
        assert source, f"{name}: no source"
        one = found.SEMANTICS
        said = f"*{title}*: {' '.join(sentence.split())}"
        lines.append(f"| `{one.name}` | {one.gives} | {one.code} | {said} | {source[1]} |")
    assert len(lines) > 15
    return "\n".join(lines)
