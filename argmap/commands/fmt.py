"""`argmap fmt`: maps in one layout."""

import sys
from typing import Annotated

from typer import Argument, Exit, Option

from argmap.audit.auditing import named
from argmap.audit.project import project
from argmap.cli import Command
from argmap.repair.reformatting import code, complaints, reformat, summed, written

Words = list[str] | None
Paths = Annotated[
    Words, Argument(metavar="PATH", help="Files, folders, globs, or - for standard input.")
]
Check = Annotated[
    bool, Option("--check", help="Write nothing; exit with 1 if a file would change.")
]
Diff = Annotated[bool, Option("--diff", help="Write nothing; print what would change.")]
Sift = Annotated[
    bool, Option("--maps-only", help="Leave out files that are named and are no maps, or ignored.")
]
Lang = Annotated[str, Option(metavar="LANG", help="The language of messages: en, es.")]
Quiet = Annotated[bool, Option("-q", "--quiet", help="No summary.")]
Isolated = Annotated[bool, Option("--isolated", help="Heed no configuration file.")]


def run(  # noqa: PLR0913, PLR0917  each is an option
    paths: Paths = None,
    check: Check = False,
    diff: Diff = False,
    sift: Sift = False,
    lang: Lang = "",
    quiet: Quiet = False,
    isolated: Isolated = False,
) -> None:
    """Lay argument maps out in one way: order of keys, indentation, width of lines, quotes.

    Comments stay where they belong, and what a map says stays as it is. Without PATH these are the
    project's maps. A file with errors is left alone. From - the result goes to standard output.
    """
    here = project(isolated=isolated).given(paths=tuple(paths or ()), lang=lang)
    sources = named(here, sys.stdin.buffer, "", sift=sift)
    write = not (check or diff)
    files = reformat(sources, sys.stderr, here.lang, write=write)
    sys.stdout.flush()
    sys.stdout.buffer.write(written(files, here.lang, diff=diff, check=check))
    sys.stdout.buffer.flush()
    for line in complaints(files, here.lang):
        print(line, file=sys.stderr)
    if not quiet:
        print(summed(files, here.lang, write=write), file=sys.stderr)
    raise Exit(code(files, write=write))


COMMAND = Command("fmt", run)
