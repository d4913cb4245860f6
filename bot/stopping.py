"""Stopping: asked to at any moment, once or more often, the process ends within ten seconds."""

import asyncio
import logging
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

log = logging.getLogger(__name__)

# Nothing is lost by an end without manners: what was being sent is then unknown, like after a crash.
LAST_RESORT_SECONDS = 9.5


def _end() -> None:
    os._exit(1)


async def until_stopped(
    work: Coroutine[Any, Any, None], *, seconds: float = LAST_RESORT_SECONDS, end: Callable[[], None] = _end
) -> None:
    """Do `work` until SIGTERM or SIGINT, then cancel it; `end` the process when that takes longer than `seconds`."""
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    living, waiting = asyncio.create_task(work), asyncio.create_task(stopping.wait())
    await asyncio.wait([living, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if not living.done():
        with _last_resort(seconds, end):
            living.cancel()
            await asyncio.wait([living])
    if not living.cancelled():
        living.result()
    log.info("stopped", extra={"action": "stopped"})


@contextmanager
def _last_resort(seconds: float, end: Callable[[], None]) -> Iterator[None]:
    """In a thread: the event loop may be what hangs."""

    def give_up() -> None:
        log.error("stopping takes too long; ended", extra={"action": "stop_forced"})
        end()

    timer = threading.Timer(seconds, give_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


async def all_at_once(stops: Iterable[Callable[[], Awaitable[None]]], seconds: float) -> None:
    """Stop several things, and wait no longer than this for the slowest."""
    tasks = [asyncio.ensure_future(stop()) for stop in stops]
    if not tasks:
        return
    ended, late = await asyncio.wait(tasks, timeout=seconds)
    for task in late:
        task.cancel()
        log.warning("something did not stop in time", extra={"action": "stop_late"})
    for task in ended:
        if problem := task.exception():
            log.error("something did not stop well", exc_info=problem, extra={"action": "stop_failed"})
