"""`argmap check`: every fault and finding in maps."""

import sys
from dataclasses import dataclass, replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

from typer import Argument, Exit, Option

from argmap.audit.auditing import audit, code, named, statistics
from argmap.audit.baselining import baseline as read_baseline
from argmap.audit.baselining import withheld, written
from argmap.audit.project import Project, graded, project, separated
from argmap.audit.remembering import memory
from argmap.audit.watching import follow, watchable
from argmap.cli import Command
from argmap.errors import ArgmapError, BadSetting
from argmap.phrasing import phrases
from argmap.plugins import names
from argmap.problems import Severity
from argmap.reporting import UNREADABLE, Style, report, style, summary
from argmap.review.outcome import Checked, Failed
from argmap.review.pinning import root
from argmap.saving import save
from argmap.text import printable

if TYPE_CHECKING:  # most checks mend nothing
    from argmap.repair.fixing import Mending

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
Known = Annotated[str, Option(metavar="FILE", help="Do not show findings that this lists.")]
Accept = Annotated[
    Path | None, Option(metavar="FILE", help="List there all that is found, as a baseline.")
]
Watch = Annotated[bool, Option("--watch", help="Check again whenever a file changes.")]
Jobs = Annotated[
    int, Option(metavar="N", min=0, help="So many processes; 0: as many as there is work for.")
]
Forget = Annotated[bool, Option("--no-cache", help="Check unchanged files, too.")]
Show = Annotated[bool, Option("--show-settings", help="Print the settings that hold, and stop.")]


_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


@dataclass(frozen=True)
class _Wish:
    """What was asked for: each option by its name."""

    paths: Words
    output_format: str
    output_file: Path | None
    select: Words
    ignore: Words
    severity: Words
    fail_on: Severity
    exit_zero: bool
    profile: str
    lang: str
    stdin_filename: str
    sift: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    baseline: str
    write_baseline: Path | None
    count: bool
    quiet: bool
    watch: bool
    jobs: int
    no_cache: bool
    isolated: bool
    show_settings: bool

    def here(self) -> Project:
        """Return the project with what the options say instead."""
        here = project(isolated=self.isolated)
        return here.given(
            paths=tuple(self.paths or ()),
            profile=self.profile,
            select=separated(self.select or ()),
            ignore=(*here.ignore, *separated(self.ignore or ())),
            severity={**here.severity, **graded(self.severity or ())},
            lang=self.lang,
            baseline=self.baseline,
        )


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
    baseline: Known = "",
    write_baseline: Accept = None,
    count: Count = False,
    quiet: Quiet = False,
    watch: Watch = False,
    jobs: Jobs = 0,
    no_cache: Forget = False,
    isolated: Isolated = False,
    show_settings: Show = False,
) -> None:
    """Find every fault in argument maps: in their form, structure, evidence, wording.

    Without PATH the project's maps are checked: the `paths` of its settings, or this folder.
    `argmap rule` explains the codes.
    """
    wish = _Wish(**locals())
    if show_settings:
        sys.stdout.write(wish.here().shown())
    elif watch:
        _watch(wish)
    else:
        here = wish.here()
        files, stream = _checked(wish, here)
        raise Exit(_shown(wish, here, files, stream))


def _checked(wish: _Wish, here: Project) -> tuple[list[Checked], TextIO]:
    """Check the files, and mend them; return what is left, and the stream on which to say so."""
    known = memory(here, off=wish.no_cache)
    sources = named(here, sys.stdin.buffer, wish.stdin_filename, sift=wish.sift, look=known.look)
    if not (wish.fix or wish.unsafe_fixes or wish.diff):
        return audit(sources, here, sys.stderr, known, wish.jobs), sys.stdout
    from argmap.repair.fixing import mend  # noqa: PLC0415  most checks mend nothing

    done = mend(sources, here, sys.stderr, unsafe=wish.unsafe_fixes, write=not wish.diff)
    stream = _told(done, here.lang, quiet=wish.quiet, forgiven=wish.exit_zero)
    return list(done.checked), stream


def _shown(wish: _Wish, here: Project, files: list[Checked], stream: TextIO) -> int:
    """Write what was found where it is wanted; return the exit code."""
    if wish.write_baseline:
        return _accepted(wish.write_baseline, here, files, quiet=wish.quiet)
    if here.baseline:
        files = withheld(files, read_baseline(here.baseline), here)
    write = statistics if wish.count else report(wish.output_format).write
    shape = Style(here.lang) if wish.output_file else style(stream, here.lang)
    text = write(files, replace(shape, root=root(), fail_on=wish.fail_on))
    _print(text, wish.output_file, stream)
    if not wish.quiet:
        print(summary(files, here.lang), file=sys.stderr)
    return code(files, None if wish.exit_zero else wish.fail_on)


def _accepted(target: Path, here: Project, files: list[Checked], *, quiet: bool) -> int:
    """Write a baseline of all that was found; tell what is not in it, as it cannot be read."""
    exit_code = code(files, None)
    text, count = written(files, target)
    save(target, text)
    for one in files:
        if any(problem.code in UNREADABLE for problem in one.problems):
            sys.stderr.write(report("concise").write([one], Style(here.lang)))
    if not quiet:
        key = "put-up-with-one" if count == 1 else "put-up-with"
        told = phrases("check", here.lang)(key, count=count, path=printable(str(target)))
        print(told, file=sys.stderr)
    return exit_code


def _watch(wish: _Wish) -> None:
    """Check again and again, whatever is wrong in between with files or settings."""
    if "-" in (wish.paths or ()):
        raise BadSetting("standard input cannot be watched")
    seen: dict[str, None] = {}

    def check() -> None:
        if sys.stdout.isatty():
            print(_CLEAR, end="", flush=True)
        lang = wish.lang
        try:
            here = wish.here()
            lang = here.lang
            files, stream = _checked(wish, here)
            seen.update(dict.fromkeys(name for one in files for name in one.includes))
            _shown(wish, here, files, stream)
        except (ArgmapError, Failed) as error:
            print(f"argmap: {printable(str(error))}", file=sys.stderr)
        print(phrases("check", lang)("watching"), file=sys.stderr, flush=True)

    follow(check, lambda: [*watchable(wish.here), *seen])


def _told(done: "Mending", lang: str, *, quiet: bool, forgiven: bool) -> TextIO:
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
