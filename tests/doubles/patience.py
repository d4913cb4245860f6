"""Waiting for what happens by itself: as long as a busy machine needs, but not for ever."""

import asyncio
import inspect
from collections.abc import Callable

# It only ends a hang: whatever is waited for takes far less, unless it never comes.
SECONDS = 90.0
# Between two looks.
REST = 0.002


async def until(condition: Callable[[], object], *, rest: float = REST) -> None:
    """`condition` may be a coroutine function; with `rest`, in seconds, what is costly is asked less often."""
    async with asyncio.timeout(SECONDS):
        while not await _is_so(condition):  # noqa: ASYNC110 - most of what is waited for has no Event
            await asyncio.sleep(rest)


async def _is_so(condition: Callable[[], object]) -> bool:
    found = condition()
    return bool(await found if inspect.isawaitable(found) else found)
