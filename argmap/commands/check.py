"""`argmap check`: every fault and finding in maps."""

import sys
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, TextIO

from typer import Argument, Exit, Option

from argmap.auditing import audit, code, named, statistics
from argmap.cli import Command
from argmap.fixing import Mending, mend
from argmap.pinning import root
from argmap.plugins import names
from argmap.problems import Severity
from argmap.project import graded, project, separated
from argmap.reporting import Style, report, style, summary
from argmap.saving import save

Words = list[str] | None
Paths = Annotated[
    Words, Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")
]
Shape = Annotated[
    str, Option(metavar="NAME", help=f"How findings are written: {', '.join(names('reports'))}.")
]
Target = Annotated[Path | None, Option(metavar="FILE", help="Write the findings there.")]
Select = Annotated[
    Words, Option(metavar="RULES", help="Only these: codes, slugs, AM1, a profile, all.")
]
Ignore = Annotated[
    Words, Option(metavar="RULES", help="Never these; added to those of the settings.")
]
Grades = Annotated[Words, Option(metavar="RULE=GRADE", help="How grave a rule is: AM133=info.")]
FailOn = Annotated[Severity, Option(help="The least grave finding that makes the exit code 1.")]
Forgive = Annotated[bool, Option("--exit-zero", help="Exit with 0 whatever is found.")]
Profile = Annotated[
    str, Option(metavar="NAME", help="Whose rules: novice, classroom, tournament, publish.")
]
Lang = Annotated[str, Option(metavar="LANG", help="The language of messages: en, es.")]
Stdin = Annotated[str, Option(metavar="FILE", help="What standard input is the content of.")]
Sift = Annotated[
    bool, Option("--maps-only", help="Leave out files that are named and are no maps, or ignored.")
]
Count = Annotated[bool, Option("--statistics", help="Only count the findings of each rule.")]
Quiet = Annotated[bool, Option("-q", "--quiet", help="No summary.")]
Isolated = Annotated[bool, Option("--isolated", help="Heed no configuration file.")]
Fix = Annotated[
    bool, Option("--fix", help="Mend what can be mended without changing what a map says.")
]
Unsafe = Annotated[
    bool, Option("--unsafe-fixes", help="Mend, too, what may change what a map says.")
]
Diff = Annotated[bool, Option("--diff", help="Write nothing; print what the fixes would change.")]
Show = Annotated[bool, Option("--show-settings", help="Print the settings that hold, and stop.")]


def run(  # noqa: PLR0913, PLR0917  each is an option
    paths: Paths = None,
    output_format: Shape = "full",
    output_file: Target = None,
    select: Select = None,
    ignore: Ignore = None,
    severity: Grades = None,
    fail_on: FailOn = Severity.ERROR,
    exit_zero: Forgive = False,
    profile: Profile = "",
    lang: Lang = "",
    stdin_filename: Stdin = "",
    sift: Sift = False,
    fix: Fix = False,
    unsafe_fixes: Unsafe = False,
    diff: Diff = False,
    count: Count = False,
    quiet: Quiet = False,
    isolated: Isolated = False,
    show_settings: Show = False,
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
    done, stream = None, sys.stdout
    sources = named(here, sys.stdin.buffer, stdin_filename, sift=sift)
    if fix or unsafe_fixes or diff:
        done = mend(sources, here, sys.stderr, unsafe=unsafe_fixes, write=not diff)
        stream = _told(done, here.lang, quiet=quiet, forgiven=exit_zero)
    files = done.checked if done else audit(sources, here, sys.stderr)
    write = statistics if count else report(output_format).write
    shape = Style(here.lang) if output_file else style(stream, here.lang)
    _print(write(files, replace(shape, root=root(), fail_on=fail_on)), output_file, stream)
    if not quiet:
        print(summary(files, here.lang), file=sys.stderr)
    raise Exit(code(files, None if exit_zero else fail_on))


def _told(done: Mending, lang: str, *, quiet: bool, forgiven: bool) -> TextIO:
    """Say what was mended, and return the stream on which to say what is left."""
    if not quiet:
        print(done.told(lang), file=sys.stderr)
    if done.output is None:
        return sys.stdout
    sys.stdout.flush()
    sys.stdout.buffer.write(done.output)
    sys.stdout.buffer.flush()
    if done.would:
        raise Exit(code(done.checked, None) or int(done.has_changed and not forgiven))
    return sys.stderr


def _print(text: str, target: Path | None, stream: TextIO) -> None:
    """Write findings to a file or a stream: the same bytes on every machine, save to a terminal."""
    if target:
        save(target, text.encode("utf-8", "replace"))
        return
    if isinstance(stream, TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    stream.write(text)
    stream.flush()


COMMAND = Command("check", run)
