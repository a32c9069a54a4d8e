"""`argmap site`: a folder of maps as a static site."""

import sys
from pathlib import Path as FilePath
from typing import Annotated

import typer

from argmap.audit.auditing import watched
from argmap.audit.project import project
from argmap.cli import Command
from argmap.drawing import Manner
from argmap.errors import Unsupported
from argmap.picture.theming import DEFAULT
from argmap.saving import save
from argmap.text import printable
from argmap.website.binding import site
from argmap.website.collecting import entries

_LIST = ".argmap-site"
"""In the folder of a site: which files we wrote, so that those of maps that are gone go too."""


def run(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders or globs.", metavar="[PATH]...")
    ] = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="Where.")] = "site",
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the first page is called.")] = "",
    look: Annotated[
        str, typer.Option("--theme", metavar="NAME or FILE", help="How pictures look.")
    ] = "",
    lang: Annotated[
        str, typer.Option(metavar="LANG", help="The language of the pages around the maps.")
    ] = "",
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")] = False,
) -> None:
    """Make a static site of maps: pictures, pages, outlines, sources, options, findings, search.

    It needs no server and asks none: the files work from a folder, a stick or any host. A map with
    errors has a page that says what they are, and the exit code is 1.
    """
    here = project().given(lang=lang)
    found = entries(paths or here.paths or (".",), here)
    folder = FilePath(output)
    if folder.exists() and not folder.is_dir():
        raise Unsupported(f"{output} is a file; a site is a folder")
    written: dict[str, bool] = {}
    pages = site(found, title, here.lang, Manner(theme=look or here.theme or DEFAULT))
    for files in watched(pages, len(found) + 1, sys.stderr):
        for name, content in files.items():
            written[name] = save(folder / name, content)
    _forget(folder, written)
    if not quiet:
        changed = sum(written.values())
        print(f"{printable(output)}: {len(written)} files, {changed} of them new", file=sys.stderr)
    raise typer.Exit(int(any(f"{one.folder}/page.html" not in written for one in found)))


def _forget(folder: FilePath, written: dict[str, bool]) -> None:
    """Take away what an earlier site left here that this one does not have, and nothing else."""
    listed = folder / _LIST
    before = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    for name in before:
        path = folder / name
        inside = path.resolve().is_relative_to(folder.resolve())
        if name and name not in written and inside and path.is_file():
            path.unlink()
            if path.parent != folder and not any(path.parent.iterdir()):
                path.parent.rmdir()
    save(listed, "".join(f"{name}\n" for name in sorted(written)))


COMMAND = Command("site", run)
