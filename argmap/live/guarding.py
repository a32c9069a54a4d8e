"""Who may ask a live preview: the browser on this machine, from the preview's own pages, only."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

HOSTS = ("127.0.0.1", "localhost", "[::1]")
_HEADERS = {
    b"cache-control": b"no-store",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"x-frame-options": b"SAMEORIGIN",
}


class Guard:
    """Refuses whatever a foreign page, or a foreign name for this machine, could ask.

    A page that has its own name resolved to this machine sends that name as Host, and a page that
    asks across origins says so in Origin or Sec-Fetch-Site.
    """

    def __init__(self, app: App, port: int) -> None:
        self.app = app
        self.hosts = {f"{host}:{port}" for host in HOSTS}
        if port == 80:
            self.hosts |= set(HOSTS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer that it is refused."""
        if scope["type"] == "lifespan" or (scope["type"] == "http" and self.allows(scope)):
            await self.app(scope, receive, _with_headers(send))
            return
        if scope["type"] == "http":
            head = {"type": "http.response.start", "status": 403, "headers": [*_HEADERS.items()]}
            await send(head)
            await send({"type": "http.response.body", "body": b"refused\n"})

    def allows(self, scope: Scope) -> bool:
        """Tell whether a request comes from this machine's browser and the preview's own pages."""
        headers = {
            key.decode("latin-1"): value.decode("latin-1").casefold()
            for key, value in scope["headers"]
        }
        host = headers.get("host", "")
        own = headers.get("sec-fetch-site", "none") in ("none", "same-origin")
        return (
            scope["method"] in ("GET", "HEAD")
            and host in self.hosts
            and headers.get("origin", f"http://{host}") == f"http://{host}"
            and (own or headers.get("sec-fetch-mode") == "navigate")
            and ".." not in _steps(scope.get("raw_path", b"").decode("latin-1"))
        )


def _steps(path: str) -> list[str]:
    """Return the steps of a path, however they are written."""
    for code, sign in (("%2e", "."), ("%2f", "/"), ("%5c", "/"), ("\\", "/")):
        path = path.casefold().replace(code, sign)
    return path.split("/")


def _with_headers(send: Send) -> Send:
    async def sent(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            own = {key for key, _ in message["headers"]}
            more = [one for one in _HEADERS.items() if one[0] not in own]
            message = {**message, "headers": [*message["headers"], *more]}
        await send(message)

    return sent
