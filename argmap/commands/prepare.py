"""`argmap prepare`: hand-outs for a debate class, each kind with options of its own."""

import sys
from collections.abc import Callable, Sequence
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from argmap.audit.opening import opened, stem
from argmap.classroom.pages import Sheet
from argmap.cli import Command
from argmap.errors import Unsupported
from argmap.preparing import Handout, handouts, prepare
from argmap.printing import DEFAULT, Paper, paper
from argmap.saving import save

PRINTED = "html"  # what is written into a folder unless another format is asked for


def group() -> typer.Typer:
    """Return the application whose commands are the kinds of hand-outs."""
    built = typer.Typer(rich_markup_mode=None, subcommand_metavar="KIND FILE [OPTIONS]")
    built.callback(invoke_without_command=True)(run)
    for one in handouts().values():
        built.command(one.name, help=f"{one.gist[0].upper()}{one.gist[1:]}.")(_command(one))
    return built


def run(context: typer.Context) -> None:
    """Prepare a hand-out for a debate class from a map; without KIND list the kinds."""
    if context.invoked_subcommand is None:
        for one in handouts().values():
            print(f"{one.name:<12}{one.gist}")


def _asked(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A map, or - for standard input.")],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE or DIR", help="Where to write it.")
    ] = "",
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="NAME", help="markdown, html or word; else by the suffix."
        ),
    ] = "",
    lang: Annotated[
        str, typer.Option(metavar="LANG", help="The language: en, es, or another of the map's.")
    ] = "",
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Do not say what was written.")
    ] = False,
) -> None:
    """State the options that all kinds share."""


def _keyed(
    key: Annotated[bool, typer.Option("--key", help="The answers instead of the sheet.")] = False,
) -> None:
    """State the option of the kinds that come with a key."""


def _command(one: Handout) -> Callable[..., None]:
    """Return a command with the shared options and those of a hand-out."""

    def command(**words: Any) -> None:
        own = {option.name: words.pop(option.name) for option in one.options}
        only_key = words.pop("key", False)
        sheets = prepare(one.name, opened(words["file"]), language=words["lang"], **own)
        if only_key:
            sheets = tuple(sheet for sheet in sheets if sheet.key)
        if words["output"] in ("", "-"):
            _print(sheets, paper(words["form"] or DEFAULT), only_key=only_key)
        else:
            _save(one.name, sheets, **words)

    file, *others = signature(_asked, eval_str=True).parameters.values()
    keyed = signature(_keyed, eval_str=True).parameters.values() if one.keyed else ()
    own = (_option(option) for option in one.options)
    parameters = [file, *own, *keyed, *others]
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    return command


def _option(one: Parameter) -> Parameter:
    """Return an option of a hand-out as one of a command: a flag has no opposite."""
    kind, words = get_args(one.annotation)
    name = f"--{one.name.replace('_', '-')}"
    shown = one.name.upper() if kind in (str, int, float) else None
    option = typer.Option(name, metavar=shown, help=f"{words[0].upper()}{words[1:]}.")
    return one.replace(annotation=Annotated[kind, option], kind=Parameter.POSITIONAL_OR_KEYWORD)


def _print(sheets: Sequence[Sheet], on: Paper, *, only_key: bool) -> None:
    """Write the one sheet that was asked for to standard output."""
    shown = [sheet for sheet in sheets if sheet.key == only_key]
    if len(shown) > 1:
        names = ", ".join(sheet.name for sheet in shown)
        raise Unsupported(
            f"there are {len(shown)} sheets ({names}): choose one by --side, "
            "or write all of them with -o FILE or DIR"
        )
    content = on.write(shown[0])
    sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def _save(kind: str, sheets: Sequence[Sheet], **words: Any) -> None:
    """Write each sheet to a file of its own and say where."""
    output = Path(words["output"])
    folder = output.is_dir() or not output.suffix
    on = paper(words["form"] or (PRINTED if folder else ""), output)
    name = f"{stem(words['file'])}-{kind}{on.suffixes[0]}"
    base = output / name if folder else output
    alone = sum(not sheet.key for sheet in sheets) < 2 and not folder
    only_key = all(sheet.key for sheet in sheets)
    for sheet in sheets:
        name = "" if alone and (only_key or not sheet.key) else sheet.name
        path = base.with_stem(f"{base.stem}-{name}") if name else base
        save(path, on.write(sheet))
        if not words["quiet"]:
            print(f"wrote {path}", file=sys.stderr)


COMMAND = Command("prepare", group, group=True)
