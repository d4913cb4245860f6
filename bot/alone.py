"""Work that one process at a time may do; the others stand by, and take over within seconds of its death."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from storage.ownership import Ownership

log = logging.getLogger(__name__)

# How often whoever stands by tries, and the owner looks whether it still is.
EVERY_SECONDS = 2.0


async def alone(
    owned: Ownership,
    work: Callable[[bool], Coroutine[Any, Any, None]],
    name: str,
    every: float = EVERY_SECONDS,
    standing_by: Callable[[bool], None] = lambda stands_by: None,
    *,
    is_ours: bool = False,
) -> None:
    """Do `work` whenever it is ours, for ever; it is told whether another process may have done it just before.

    What `work` raises ends this as well. `standing_by` is told when we begin and cease to wait for another. `is_ours`
    says that it was taken already: then `work` begins in any case, and so is stopped when it is ours no more.
    """
    waited = False
    try:
        while True:
            if is_ours or await owned.take():
                is_ours = False
                standing_by(False)
                await _while_ours(owned, work(waited), every)
                log.warning("%s: the database does not confirm that it is ours", name, extra={"action": "given_up"})
            elif not waited:
                log.warning("%s: another process does it; standing by", name, extra={"action": "standing_by"})
            waited = True
            standing_by(True)
            await asyncio.sleep(every)
    finally:
        await owned.give_back()


async def _while_ours(owned: Ownership, work: Coroutine[Any, Any, None], every: float) -> None:
    """Until it is ours no more; then the work is stopped."""
    working = asyncio.create_task(work)
    try:
        while not working.done():
            await asyncio.wait([working], timeout=every)
            if not working.done() and not await owned.take():
                return
        working.result()
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
