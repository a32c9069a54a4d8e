"""The command line: gathers `argmap/commands/`, and turns errors into exit codes.

Exit codes: 0 fine; 1 findings; 2 could not do it; 3 a fault of argmap's own.
"""

import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from argmap.errors import ArgmapError, InvalidMap
from argmap.plugins import member, members, names
from argmap.text import printable
from argmap.version import __version__

HELP = "Argument maps in YAML: checked, drawn, weighed, and prepared for debate. Offline, no AI."
REPORT = "this is a fault of argmap's own; please report it with the command and the file"


@dataclass(frozen=True)
class Command:
    """One subcommand: its function's signature is the command's, its docstring the help.

    Of a `group`, which has subcommands of its own, `run` returns the application of these.
    """

    name: str
    run: Callable[..., Any]
    group: bool = False


def app(wanted: str = "") -> typer.Typer:
    """Build the application; with the name of a command of ours, of that command alone.

    Importing one command and not all of them is what keeps the start short.
    """
    built = typer.Typer(
        help=HELP, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False
    )
    built.callback(no_args_is_help=True)(_shared)
    if wanted.replace("-", "_") in names("commands"):
        found = [member("commands", Command, wanted)]
    else:
        found = list(members("commands", Command).values())
    for one in found:
        if one.group:
            built.add_typer(one.run(), name=one.name)
        else:
            built.command(one.name)(one.run)
    return built


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"argmap {__version__}")
        raise typer.Exit


def _shared(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True)
    ] = False,
) -> None:
    __doc__ = HELP  # noqa: F841


_shared.__doc__ = HELP


def main(words: list[str] | None = None) -> None:
    """Run the command line and exit with its code; an `ArgmapError` is one line."""
    words = list(sys.argv[1:] if words is None else words)
    _open_streams()
    debug = "--debug" in words
    words = [word for word in words if word != "--debug"]
    try:
        app(words[0] if words else "")(words, prog_name="argmap")
    except Exception as error:
        if debug and not isinstance(error, InvalidMap | BrokenPipeError):
            traceback.print_exc()
        sys.exit(_told(error))


def _told(error: Exception) -> int:
    """Say in a line what went wrong; return the exit code."""
    match error:
        case InvalidMap():  # findings, as of `argmap check`
            for one in error.problems:
                place = printable(f"{one.path}:{one.span.line}:{one.span.column}")
                print(f"{place}: {one.code} {one.message}", file=sys.stderr)
            return 1
        case ArgmapError():
            print(f"argmap: {printable(str(error))}", file=sys.stderr)
            return 2
        case BrokenPipeError():
            _hush()
            return 0
        case OSError():  # a full disk, a folder that is gone: nothing that we could mend
            _hush()
            print(f"argmap: {_why(error)}", file=sys.stderr)
            return 2
    kind = type(error).__name__
    print(f"argmap: {kind}: {error} ({REPORT}; --debug shows more)", file=sys.stderr)
    return 3


def _open_streams() -> None:
    """Put something in the place of standard streams that whoever started us has closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _hush() -> None:
    """Let nothing more be written to a standard output that does not take it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _why(error: OSError) -> str:
    """Say what the system does not do for us."""
    try:
        os.getcwd()
    except OSError:
        return "the folder that you are in is no longer there"
    where = f"{error.filename}: " if error.filename else ""
    return printable(f"{where}{error.strerror or error}")
