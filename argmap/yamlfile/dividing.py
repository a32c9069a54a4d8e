"""Divide work among processes: where there is enough of it, and with the same result."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_PART = 100  # so many items are done in one go
_MANY = 200  # fewer are done sooner than other processes have begun
_MOST = 61  # processes that Windows can wait for

T = TypeVar("T")
R = TypeVar("R")


def divided(
    work: Callable[[Sequence[T]], Sequence[R]], items: Sequence[T], jobs: int = 0
) -> Iterator[R]:
    """Yield what work makes of items, in their order; `jobs` is the number of processes, 0 any.

    >>> list(divided(sorted, [3, 1, 2]))
    [1, 2, 3]
    """
    jobs = min(jobs or (processors() if len(items) >= _MANY else 1), _MOST)
    size = min(_PART, -(-len(items) // jobs)) or 1
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    if jobs > 1 and len(parts) > 1:
        yield from _shared(work, parts, jobs)
    else:
        for part in parts:
            yield from work(part)


def processors() -> int:
    """Return how many processors there are for us."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shared(
    work: Callable[[Sequence[T]], Sequence[R]], parts: Sequence[Sequence[T]], jobs: int
) -> Iterator[R]:
    """Have other processes do the parts; what is left when one of them dies is done here."""
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import active_children  # noqa: PLC0415

    others = set(active_children())
    with ProcessPoolExecutor(min(jobs, len(parts)), initializer=_leave_to_us) as pool:
        waiting = [pool.submit(work, part) for part in parts]
        try:
            for number, one in enumerate(waiting):
                try:
                    found = one.result()
                except BrokenProcessPool:
                    found = work(parts[number])
                yield from found
        except BaseException:  # interrupted: nobody wants what they are still at
            for one in waiting:
                one.cancel()
            for child in set(active_children()) - others:
                child.terminate()
            raise


def _leave_to_us() -> None:
    """Let an interruption at the keyboard stop this process and not each of the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
