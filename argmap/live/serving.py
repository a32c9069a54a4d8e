"""The live preview as a web application: a frame around each map, and news of what changes."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from itertools import count
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from argmap.live.guarding import Guard
from argmap.live.previewing import Preview
from argmap.phrasing import phrases

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self';"
    " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_MEDIA = {"live.js": "text/javascript", "live.css": "text/css"}
_SETTLE = 30  # milliseconds that files must be quiet before they are read
_TICK = 0.5  # seconds after which a stream of news looks whether it is to end
_ALIVE = 30  # ticks after which a browser is told that nothing has changed


class _Live:
    """The routes, and who waits for news."""

    def __init__(self, preview: Preview, language: str, leaving: Callable[[], bool]) -> None:
        self.preview, self.language, self.leaving = preview, language, leaving
        self.news = asyncio.Condition()
        self.stop = asyncio.Event()

    async def first(self, request: Request) -> Response:
        """Lead to the one map there is, or show the frame with a list of all."""
        names = list(self.preview.shown)
        if len(names) == 1:
            return RedirectResponse(request.url_for("map", name=names[0]).path)
        return self._frame()

    async def map(self, request: Request) -> Response:
        """Show the frame around a map."""
        known = request.path_params["name"] in self.preview.shown
        return self._frame() if known else Response("there is no such map\n", 404)

    def _frame(self) -> Response:
        words = phrases("live", self.language).words
        text = _asset("live.html")
        for key in sorted(words, key=len, reverse=True):
            text = text.replace(f"{{{key}}}", str(words[key]))
        return Response(
            text.replace("{language}", self.language),
            media_type="text/html",
            headers={"content-security-policy": _POLICY},
        )

    async def page(self, request: Request) -> Response:
        """Return the last good page of a map."""
        found = self.preview.shown.get(request.path_params["name"])
        if not found or not found.page:
            return Response("there is no page yet\n", 404)
        policy = {"content-security-policy": "frame-ancestors 'self'"}
        return Response(found.page, media_type="text/html", headers=policy)

    async def asset(self, request: Request) -> Response:
        """Return the frame's script or style."""
        name = request.url.path.removeprefix("/")
        return Response(_asset(name), media_type=_MEDIA[name])

    async def events(self, _: Request) -> Response:
        """Tell what there is, and again whenever something changes, as server-sent events."""
        return StreamingResponse(self._told(), media_type="text/event-stream")

    async def _told(self) -> AsyncIterator[str]:
        sent: dict[str, int] = {}
        for tick in count(1):
            if self.stop.is_set() or self.leaving():
                return
            now = {name: one.version for name, one in self.preview.shown.items()}
            if now != sent or not sent:
                yield self._message(sent)
                sent = now
            try:
                async with self.news:
                    await asyncio.wait_for(self.news.wait(), _TICK)
            except TimeoutError:
                if tick % _ALIVE == 0:
                    yield ": nothing new\n\n"

    def _message(self, sent: dict[str, int]) -> str:
        """Return all names, and all about the maps that are not as they were sent."""
        shown = self.preview.shown
        told: dict[str, Any] = {
            "names": [{"name": one.name, "title": one.title} for one in shown.values()],
            "maps": [one.told() for one in shown.values() if sent.get(one.name) != one.version],
        }
        return f"data: {json.dumps(told, ensure_ascii=True)}\n\n"

    async def watch(self) -> None:
        """Look again whenever a file changes, until told to stop."""
        while not self.stop.is_set():
            folders = await run_in_threadpool(self.preview.folders)
            watched = awatch(
                *folders, debounce=_SETTLE, step=_SETTLE // 3, stop_event=self.stop, recursive=True
            )
            async for _ in watched:
                if await run_in_threadpool(self.preview.refresh):
                    async with self.news:
                        self.news.notify_all()
                if await run_in_threadpool(self.preview.folders) - folders:
                    break


def application(
    preview: Preview, language: str, port: int, leaving: Callable[[], bool] = lambda: False
) -> Guard:
    """Return the live preview of some maps as an ASGI application, for a port of this machine.

    Streams of news end when it is `leaving`.
    """
    live = _Live(preview, language, leaving)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await run_in_threadpool(preview.refresh)
        task = asyncio.create_task(live.watch())
        yield
        live.stop.set()
        async with live.news:
            live.news.notify_all()
        await task

    routes = [
        Route("/", live.first),
        Route("/map/{name:path}", live.map, name="map"),
        Route("/page/{name:path}", live.page),
        Route("/events", live.events),
        *(Route(f"/{name}", live.asset) for name in _MEDIA),
    ]
    return Guard(Starlette(routes=routes, lifespan=lifespan), port)


def _asset(name: str) -> str:
    return files("argmap").joinpath("assets/live", name).read_text(encoding="utf-8")
