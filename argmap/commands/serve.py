"""`argmap serve`: maps as pages that follow their files."""

import socket
import webbrowser
from typing import Annotated

import typer

from argmap.audit.project import project
from argmap.cli import Command
from argmap.drawing import Manner
from argmap.errors import ToolMissing, Unsupported
from argmap.phrasing import spoken
from argmap.picture.theming import DEFAULT

HOST = "127.0.0.1"
PORT = 8421


def run(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Files, folders or globs.", metavar="[PATH]...")
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 for any that is free.")
    ] = PORT,
    look: Annotated[
        str, typer.Option("--theme", metavar="NAME or FILE", help="How it looks.")
    ] = "",
    lang: Annotated[
        str, typer.Option(metavar="LANG", help="The language of what is said about maps.")
    ] = "",
    browse: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Show maps in the browser, and again whenever their files change.

    While a text is broken, the last good page stays, and what is wrong is shown below it. Only
    browsers on this machine are answered. Ctrl-C stops it.
    """
    here = project().given(paths=tuple(paths or ()), lang=lang)
    try:
        import uvicorn  # noqa: PLC0415  optional packages

        from argmap.live.serving import application  # noqa: PLC0415
    except ImportError as error:
        raise ToolMissing(str(error.name), "pip install 'argmap[serve]'") from None
    from argmap.live.previewing import Preview  # noqa: PLC0415

    taken = _taken(port)
    manner = Manner(theme=look or here.theme or DEFAULT)
    preview = Preview(here.paths or (".",), here, manner)
    preview.refresh()
    language = here.lang if here.lang in spoken("live") else "en"
    number = taken.getsockname()[1]
    servers: list[uvicorn.Server] = []
    app = application(preview, language, number, lambda: servers[0].should_exit)
    config = uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=3)
    servers.append(uvicorn.Server(config))
    address = f"http://{HOST}:{number}/"
    print(f"{len(preview.shown)} maps at {address}  (Ctrl-C stops)", flush=True)
    if browse:
        webbrowser.open(address)
    servers[0].run(sockets=[taken])


def _taken(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine, or raise `Unsupported`."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError as error:
        made.close()
        raise Unsupported(
            f"port {port} cannot be had ({error.strerror}); --port names another"
        ) from error
    return made


COMMAND = Command("serve", run)
