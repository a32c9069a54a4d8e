"""`argmap check`: every fault and finding in maps."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from argmap import auditing
from argmap.checking import Failed
from argmap.cli import Command
from argmap.problems import Severity
from argmap.project import graded, project, separated
from argmap.reporting import Style, report, style
from argmap.saving import save


def run(  # noqa: PLR0913, PLR0917  each is an option
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, globs, or - for standard input.", metavar="[PATH]..."),
    ] = None,
    output_format: Annotated[
        str, typer.Option(metavar="NAME", help="How findings are written: full, concise, json.")
    ] = "full",
    output_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write findings there.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Only these: codes, slugs, AM1, a profile, all."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Never these; added to the settings'.")
    ] = None,
    severity: Annotated[
        list[str] | None, typer.Option(metavar="RULE=GRADE", help="Grade a rule differently.")
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option(help="The least grave finding that makes the exit code 1.")
    ] = Severity.ERROR,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    profile: Annotated[
        str, typer.Option(help="Which rules: novice, classroom, tournament, publish.")
    ] = "",
    lang: Annotated[str, typer.Option(help="The language of messages: en, es.")] = "",
    stdin_filename: Annotated[
        str, typer.Option(metavar="FILE", help="What standard input is the content of.")
    ] = "",
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Only count the findings of each rule.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No summary.")] = False,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="Heed no configuration file.")
    ] = False,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Print the settings that hold, and stop.")
    ] = False,
) -> None:
    """Find every fault in argument maps: in their form, structure, evidence, wording.

    Without PATH the project's maps are checked: the `paths` of its settings, or this folder.
    `argmap rule` explains the codes.
    """
    here = project(isolated=isolated)
    here = here.given(
        paths=tuple(paths or ()),
        profile=profile,
        select=separated(select or ()),
        ignore=(*here.ignore, *separated(ignore or ())),
        severity={**here.severity, **graded(severity or ())},
        lang=lang,
    )
    if show_settings:
        sys.stdout.write(here.shown())
        return
    files = list(auditing.audit(here, sys.stdin.buffer, stdin_filename, sys.stderr))
    shape = style(sys.stdout, here.lang)
    write = auditing.statistics if statistics else report(output_format).write
    if output_file:
        save(output_file, write(files, Style(here.lang)))
    else:
        sys.stdout.write(write(files, shape))
        sys.stdout.flush()
    if not quiet:
        print(auditing.summary(files, here.lang), file=sys.stderr)
    for one in files:
        if one.unread:
            print(f"argmap: {one.unread}", file=sys.stderr)
    if crashes := [crash for one in files for crash in one.crashes]:
        raise Failed(crashes)
    raise typer.Exit(auditing.code(files, None if exit_zero else fail_on))


COMMAND = Command("check", run)
