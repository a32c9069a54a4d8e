"""Pages that are generated from the code are those that it gives now: rules, and help texts."""

from pathlib import Path

import pytest
from test_cli import ran

from argmap.plugins import names
from argmap.reporting import Style
from argmap.review.codes import codes
from argmap.review.glossing import explained

DOCS = Path(__file__).parent.parent / "docs"
ALL = codes()
FAMILIES = {
    "0": "The file itself",
    "1": "Structure",
    "2": "Evidence and sources",
    "3": "Wording",
    "4": "Readiness for debate",
    "5": "Options and criteria",
    "6": "Languages",
}


def page(code):
    """Return what `argmap rule CODE` says, as a page."""
    head, _, rest = explained(code, Style(width=88)).partition("\n")
    return f"# {head}\n\n{rest}"


def index():
    """Return the list of all codes."""
    lines = [
        "# The codes of `argmap check`",
        "",
        "What `argmap rule CODE` prints, a page for each code. How to silence one, and how to",
        "choose among them, is in [the settings](../settings.md). How often each was wrong is on",
        "its page; what would be wrong too often we [left out](../rules-left-out.md). The six maps",
        "are those of `arguments/`; microtexts, AIF and Argdown are arguments others collected;",
        "what was written for a rule, and the maps of a class, stand in `tests/rules/` and",
        "`tests/measured/`.",
    ]
    for family, title in FAMILIES.items():
        lines += [
            "",
            f"## AM{family}xx: {title}",
            "",
            "| code | name | severity | what |",
            "|---|---|---|---|",
        ]
        for one in ALL:
            if one.family == family:
                what = one.what.replace("|", "\\|")
                lines.append(
                    f"| [{one.code}]({one.code}.md) | {one.slug} | {one.severity} | {what} |"
                )
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("code", ALL, ids=lambda one: one.code)
def test_the_page_of_a_code_is_what_the_command_says(code, snapshot):
    (DOCS / "rules").mkdir(parents=True, exist_ok=True)
    snapshot(DOCS / "rules" / f"{code.code}.md", page(code))


def test_there_is_a_page_for_each_code_and_no_other(snapshot):
    snapshot(DOCS / "rules" / "README.md", index())
    assert {one.family for one in ALL} <= set(FAMILIES)
    pages = {path.stem for path in (DOCS / "rules").glob("AM*.md")}
    assert pages == {one.code for one in ALL}


def test_the_help_pages_are_those_of_the_commands(snapshot):
    parts = ["# The commands\n\nWhat `argmap COMMAND --help` prints.\n"]
    for name in names("commands"):
        command = name.replace("_", "-")
        said = ran([command, "--help"], DOCS, {"COLUMNS": "88"}, None)
        body = "\n".join(line.rstrip() for line in said.strip().splitlines())
        parts.append(f"\n## argmap {command}\n\n```text\n{body}\n```\n")
    snapshot(DOCS / "commands.md", "".join(parts))
