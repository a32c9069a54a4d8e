"""argmap in CI: the hooks, the Action, the matcher and the snippets do what they say."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from argmap.plugins import names
from argmap.reporting import Style, report

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
MATCHERS = json.loads((ROOT / "argmap-matcher.json").read_text(encoding="utf-8"))["problemMatcher"]
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SNIPPETS = dict(re.findall(r"^In `([^`]+)`:\n\n```yaml\n(.*?)^```", GUIDE, re.M | re.S))
BASH = shutil.which("bash")
needs_bash = pytest.mark.skipif(not BASH or os.name == "nt", reason="there is no bash")
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")

SOUND = """\
argmap: 1
title: A wet street
thesis:
  text: The street is wet.
  support:
    - It rained all night.
"""
FAULTY = """\
argmap: 1
title: A new road
thesis: {ref: nothing}
"""


def clean_environment(**more):
    """Return an environment without what a CI system or git around us says."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("GIT_", "GITHUB_", "CI_", "PRE_COMMIT", "RUNNER_"))
    }
    return kept | {"PYTHONUTF8": "1", "NO_COLOR": "1"} | more


def run(*words, cwd, **environment):
    return subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env=clean_environment(**environment),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture
def work(tmp_path):
    """A folder with a sound map, its picture, and YAML that is no map."""
    folder = tmp_path / "work"
    (folder / "maps").mkdir(parents=True)
    (folder / "maps" / "a b.yaml").write_text(SOUND, encoding="utf-8")
    (folder / "workflow.yml").write_text("on: push\njobs: {}\n", encoding="utf-8")
    for command in ("fmt", "render"):
        done = run(sys.executable, "-m", "argmap", command, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


# what the files are


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", ".github/workflows/maps.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_files_are_what_their_schemas_ask(schema, name, tmp_path):
    text = SNIPPETS.get(name) or (ROOT / name).read_text(encoding="utf-8")
    path = tmp_path / Path(name).name
    check = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path)
    path.write_text(text, encoding="utf-8")
    done = run(*check, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    spoilt = text.replace("steps:", "stages:").replace("script:", "scripts:")
    path.write_text(spoilt, encoding="utf-8")
    assert run(*check, cwd=tmp_path).returncode == 1


def test_hooks_are_what_pre_commit_asks(tmp_path):
    manifest = run(
        sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml",
        cwd=tmp_path,
    )  # fmt: skip
    assert manifest.returncode == 0, manifest.stdout
    path = tmp_path / "config.yaml"
    path.write_text(SNIPPETS[".pre-commit-config.yaml"], encoding="utf-8")
    config = run(sys.executable, "-m", "pre_commit", "validate-config", path, cwd=tmp_path)
    assert config.returncode == 0, config.stdout
    named = yaml.safe_load(SNIPPETS[".pre-commit-config.yaml"])["repos"][0]["hooks"]
    assert {one["id"] for one in named} == {one["id"] for one in HOOKS}
    assert all(one["entry"].split()[1] in names("commands") for one in HOOKS)


def test_the_guide_tells_of_every_input_and_every_form():
    rows = re.findall(r"^\| `([\w-]+)` \| ([^|]*?) \|", GUIDE, re.M)
    inputs = {name: default for name, default in rows if name in ACTION["inputs"]}
    assert set(inputs) == set(ACTION["inputs"])
    for name, default in inputs.items():
        given = ACTION["inputs"][name]["default"]
        assert (f"`{given}`" == default) if given else "`" not in default, name
    table = GUIDE.split("## Anywhere else")[1]
    forms = {name for row in re.findall(r"^\| (`.*?`) \|", table, re.M) for name in row.split("`")}
    assert set(names("reports")) <= forms


# the hooks


def commit_hooks(folder, tmp_path, *more):
    """Run the hooks by pre-commit in a repository, by the argmap that is here."""
    local = []
    for hook in HOOKS:
        command, rest = hook["entry"].split(" ", 1)
        assert command == "argmap"
        entry = f"'{sys.executable}' -m argmap {rest}"
        local.append(hook | {"entry": entry, "language": "system"})
    config = tmp_path / "config.yaml"
    config.write_text(json.dumps({"repos": [{"repo": "local", "hooks": local}]}), encoding="utf-8")
    assert run("git", "add", "-A", cwd=folder).returncode == 0
    return run(
        sys.executable, "-m", "pre_commit", "run", "-c", config, "--all-files", *more,
        cwd=folder, PRE_COMMIT_HOME=str(tmp_path / "home"),
    )  # fmt: skip


@needs_git
def test_hooks_pass_what_is_right_and_stop_what_is_not(work, tmp_path):
    assert run("git", "init", "-q", cwd=work).returncode == 0
    done = commit_hooks(work, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == len(HOOKS)
    (work / "maps" / "new.yaml").write_text(FAULTY, encoding="utf-8")
    done = commit_hooks(work, tmp_path, "argmap-check")
    assert done.returncode == 1
    assert "error[AM103]" in done.stdout and "maps/new.yaml:3:15" in done.stdout
    assert "workflow.yml" not in done.stdout
    text = "argmap: 1\nthesis: {text:   The street is wet.}\ntitle: A wet street\n"
    (work / "maps" / "new.yaml").write_text(text, encoding="utf-8")
    done = commit_hooks(work, tmp_path, "argmap-render-check")
    assert done.returncode == 1
    assert "maps/new.svg: there is no picture of maps/new.yaml" in done.stdout
    done = commit_hooks(work, tmp_path, "argmap-fmt")
    assert done.returncode == 1 and "files were modified by this hook" in done.stdout
    assert (work / "workflow.yml").read_text(encoding="utf-8") == "on: push\njobs: {}\n"
    assert (work / "maps" / "new.yaml").read_text(encoding="utf-8") != text
    assert commit_hooks(work, tmp_path, "argmap-fmt").returncode == 0
    assert run(sys.executable, "-m", "argmap", "render", cwd=work).returncode == 0
    assert commit_hooks(work, tmp_path).returncode == 0


# the Action


class Runner:
    """Plays the steps of the Action in a folder, as GitHub's runner does.

    Where the Action sets Python up, a stand-in for it notes what it is asked to install, and puts
    this very argmap into the environment that it is asked to make.
    """

    def __init__(self, tmp_path, folder, **inputs):
        defaults = {name: one["default"] for name, one in ACTION["inputs"].items()}
        assert set(inputs) <= {name.replace("-", "_") for name in defaults}
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        self.values = {f"inputs.{name}": value for name, value in (defaults | given).items()}
        self.folder, self.temp = folder, tmp_path / "temp"
        self.temp.mkdir()
        self.summary = self.temp / "summary.md"
        self.installed = self.temp / "installed"
        self.said, self.codes = {}, {}
        for step in ACTION["runs"]["steps"]:
            if self.holds(step.get("if", "")):
                self.play(step)

    def holds(self, condition):
        """Tell whether a step is played; without a condition only where none failed before it."""
        failed = any(self.codes.values())
        text = condition.strip().removeprefix("${{").removesuffix("}}").strip()
        for part in text.split(" && ") if text else ["success()"]:
            left, _, right = part.partition(" == ")
            if right:
                holds = self.values.get(left, "") == right.strip("'")
            else:
                holds = {"success()": not failed, "!cancelled()": True, "always()": True}[part]
            if not holds:
                return False
        return True

    def play(self, step):
        if step.get("uses", "").startswith("actions/setup-python@"):
            self.values["steps.python.outputs.python-path"] = str(self.python())
            return
        output = self.temp / "output"
        output.write_text("", encoding="utf-8")
        done = run(
            BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"],
            cwd=self.folder,
            RUNNER_TEMP=str(self.temp),
            GITHUB_ACTIONS="true",
            GITHUB_ACTION_PATH=str(ROOT),
            GITHUB_WORKSPACE=str(self.folder),
            GITHUB_OUTPUT=str(output),
            GITHUB_STEP_SUMMARY=str(self.summary),
            **{name: self.filled(value) for name, value in step.get("env", {}).items()},
        )  # fmt: skip
        self.said[step["name"]], self.codes[step["name"]] = done.stdout, done.returncode
        if "id" in step:
            for line in output.read_text(encoding="utf-8").splitlines():
                name, _, value = line.partition("=")
                self.values[f"steps.{step['id']}.outputs.{name}"] = value
            outcome = "failure" if done.returncode else "success"
            self.values[f"steps.{step['id']}.outcome"] = outcome

    def filled(self, text):
        return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: self.values[found[1]], str(text))

    def python(self):
        """Return a stand-in for Python: it makes environments, and notes what is installed."""
        argmap = self.script("argmap", f'exec "{sys.executable}" -m argmap "$@"')
        inner = self.script("pip", f'printf "%s\\n" "$@" >> "{self.installed}"')
        return self.script(
            "python",
            f'[ "$1 $2" = "-m venv" ] && mkdir -p "$3/bin" && '
            f'cp "{argmap}" "$3/bin/argmap" && cp "{inner}" "$3/bin/python"',
        )

    def script(self, name, text):
        path = self.temp / f"stand-in-{name}"
        path.write_text(f"#!/bin/bash\n{text}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path


def test_no_input_is_pasted_into_a_script():
    steps = ACTION["runs"]["steps"]
    scripts = [step["run"] for step in steps if "run" in step]
    assert len(scripts) >= 3
    assert not any("${{" in one for one in scripts)
    given = " ".join(str(step.get("env", "")) + str(step.get("with", "")) for step in steps)
    given += " ".join(step.get("if", "") for step in steps)
    for name in ACTION["inputs"]:
        assert f"inputs.{name}" in given, f"{name} does nothing"


@needs_bash
def test_the_action_passes_what_is_right(work, tmp_path):
    runner = Runner(tmp_path, work)
    assert set(runner.codes.values()) == {0}, runner.said
    assert len(runner.codes) == len(ACTION["runs"]["steps"]) - 1
    assert runner.installed.read_text(encoding="utf-8").splitlines()[-1] == str(ROOT)
    assert f"::add-matcher::{ROOT}/argmap-matcher.json" in runner.said["Install argmap"]
    assert "Checked 1 file: no problems" in runner.summary.read_text(encoding="utf-8")
    last = list(runner.said.values())[-1]
    assert re.findall("remove-matcher owner=(.+?)::", last) == [one["owner"] for one in MATCHERS]


@needs_bash
def test_the_action_fails_and_says_why(work, tmp_path):
    (work / "maps" / "new.yaml").write_text(FAULTY, encoding="utf-8")
    runner = Runner(tmp_path, work, sarif_file="out/argmap.sarif", version="9.8.7")
    assert runner.codes["Check the maps"] == 1
    assert "::error file=maps/new.yaml,line=3," in runner.said["Check the maps"]
    assert runner.codes["Check the pictures"] == 1
    assert list(runner.codes.values())[-1] == 0, "the matcher is taken away"
    log = json.loads((work / "out" / "argmap.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "AM103"
    assert "AM103" in runner.summary.read_text(encoding="utf-8")
    assert runner.installed.read_text(encoding="utf-8").splitlines()[-1] == "argmap==9.8.7"


@needs_bash
def test_the_action_does_what_its_inputs_say(work, tmp_path):
    (work / "maps" / "new.yaml").write_text(FAULTY, encoding="utf-8")
    (work / "maps" / "$(touch pwned).yaml").write_text(SOUND, encoding="utf-8")
    runner = Runner(
        tmp_path, work, paths="maps/a b.yaml\nmaps/$(touch pwned).yaml\n\n", profile="novice",
        render_check="false", summary="false", output_format="concise", fail_on="info",
    )  # fmt: skip
    assert runner.codes["Check the maps"] == 0, runner.said
    assert "Check the pictures" not in runner.codes
    assert not runner.summary.exists() and not (work / "pwned").exists()


@needs_bash
def test_the_action_stops_where_argmap_cannot_be_installed(work, tmp_path, monkeypatch):
    monkeypatch.setattr(Runner, "python", lambda self: self.script("python", "exit 1"))
    runner = Runner(tmp_path, work)
    assert runner.codes == {"Install argmap": 1}


# the matcher


def matched(line):
    """Return what a runner makes of a line: the owner, and what each group is."""
    for matcher in MATCHERS:
        (pattern,) = matcher["pattern"]
        if found := re.search(pattern["regexp"], line):
            parts = {key: found[group] for key, group in pattern.items() if key != "regexp"}
            return matcher["owner"], parts
    return None


def test_the_matcher_knows_every_concise_line(faulty):
    lines = report("concise").write(faulty, Style()).splitlines()
    problems = [(one, problem) for one in faulty for problem in one.problems]
    for line, (one, problem) in zip(lines, problems, strict=True):
        assert matched(line) == (
            "argmap",
            {
                "file": one.path,
                "line": str(problem.span.line),
                "column": str(problem.span.column),
                "code": problem.code,
                "message": problem.message,
            },
        )


def test_the_matcher_takes_nothing_else_for_a_finding(faulty):
    for name in ("full", "github"):
        lines = report(name).write(faulty, Style()).splitlines()
        if name == "full":
            assert not [line for line in lines if matched(line)]
    for line in ("Checked 2 files: 1 error", "drew a.svg", "a.yaml:7: no column"):
        assert matched(line) is None


def test_the_matcher_knows_what_is_said_of_pictures(work):
    render = (sys.executable, "-m", "argmap", "render", "--check")
    (work / "maps" / "a b.yaml").write_text(SOUND.replace("all", "the whole"), encoding="utf-8")
    (work / "maps" / "new.yaml").write_text(SOUND, encoding="utf-8")
    done = run(*render, cwd=work)
    assert done.returncode == 1
    found = [matched(line) for line in done.stdout.splitlines()]
    assert [owner for owner, _ in found] == ["argmap-render"] * 2
    assert [parts["file"] for _, parts in found] == ["maps/a b.svg", "maps/new.svg"]


# GitLab


@needs_bash
def test_the_steps_for_gitlab_run(work, tmp_path):
    job = yaml.safe_load(SNIPPETS[".gitlab-ci.yml"])["argmap"]
    shims = tmp_path / "bin"
    shims.mkdir()
    for name, text in (("argmap", f'exec "{sys.executable}" -m argmap "$@"'), ("pip", "true")):
        path = shims / name
        path.write_text(f"#!/bin/bash\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
    path = f"{shims}{os.pathsep}{os.environ['PATH']}"
    for text, code in ((SOUND, 0), (FAULTY, 1)):
        (work / "maps" / "a b.yaml").write_text(text, encoding="utf-8")
        done = run(
            BASH, "-eo", "pipefail", "-c", "\n".join(job["script"]),
            cwd=work, PATH=path, CI_PROJECT_DIR=str(work), **job["variables"],
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        issues, tests = job["artifacts"]["reports"].values()
        assert bool(json.loads((work / issues).read_text(encoding="utf-8"))) == bool(code)
        assert 'name="maps/a b.yaml"' in (work / tests).read_text(encoding="utf-8")
