"""The work that processes share by turns: sending for a token, and asking a platform for what is new."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

from bot.alone import alone
from bot.platforms.base import Ear, PlatformAdapter
from bot.postman import Postman
from bot.searching import Searcher
from handlers import House
from messages.street import via
from storage import Database, StoreUnavailable
from storage.ownership import Ownership, ownership

log = logging.getLogger(__name__)

Tasks = list[asyncio.Task[None]]

SECONDS_TO_DEAFEN = 2.0
SENDING = "sending"


class Speaking:
    """One postman of all processes sends for a platform's account, and searches what got no answer."""

    def __init__(
        self,
        platform: PlatformAdapter,
        database: Database,
        house: Callable[[], House],
        now: Callable[[], datetime],
    ) -> None:
        self.postman = Postman(platform, database, house, now)
        self._platform = platform
        self._database = database
        self._searcher = Searcher(platform, database, house, now)

    async def run(self) -> None:
        """Until cancelled."""
        owned = owned_by(self._database, self._platform, SENDING)
        await alone(owned, self._send, f"sending on {via_of(self._platform)}")

    async def _send(self, from_another: bool) -> None:
        while True:
            try:
                await self.postman.take_over(from_another=from_another)
                break
            except StoreUnavailable as problem:
                log.warning("the outbox cannot be taken: %s", problem, extra={"action": "outbox_unavailable"})
                await asyncio.sleep(1)
        async with running(self._searcher.run()):
            await self.postman.run()


class Listening:
    """Hears a platform; where only one process may, the others stand by."""

    def __init__(self, platform: PlatformAdapter, database: Database, ear: Ear) -> None:
        self._platform = platform
        self._database = database
        self._ear = ear
        self._stopping = False
        self._stands_by = False

    @property
    def is_up(self) -> bool:
        """Whether the platform is heard: here, or by the process for which we stand by."""
        return self._stands_by or self._platform.is_up

    async def start(self, stack: AsyncExitStack) -> Tasks:
        """Returns once the platform is heard, or somebody else hears it; what goes on until `stack` is left."""
        if not self._platform.listens_alone:
            await self._platform.start(self._ear)
            return []
        owned = owned_by(self._database, self._platform, "listening")
        stack.push_async_callback(owned.give_back)
        hears = await owned.take()
        self._stands_by = not hears
        await self._platform.start(self._ear if hears else None)
        name = f"listening on {via_of(self._platform)}"
        work = alone(owned, partial(self._listen, started=hears), name, standing_by=self._stand_by, is_ours=hears)
        tasks = await stack.enter_async_context(running(work))
        stack.callback(self._stop)
        return tasks

    def _stop(self) -> None:
        self._stopping = True

    def _stand_by(self, stands_by: bool) -> None:
        self._stands_by = stands_by

    async def _listen(self, from_another: bool, *, started: bool) -> None:
        try:
            if from_another or not started:
                await self._platform.start(self._ear)
            await asyncio.Event().wait()
        finally:
            if not self._stopping:  # then the platform stops altogether
                async with asyncio.timeout(SECONDS_TO_DEAFEN):
                    await self._platform.deafen()


def via_of(platform: PlatformAdapter) -> str:
    return via(platform.platform, platform.bot)


def owned_by(database: Database, platform: PlatformAdapter, what: str) -> Ownership:
    return ownership(database.url, f"{what}:{platform.platform}:{platform.account}")


async def is_free(database: Database, platform: PlatformAdapter) -> bool:
    """Whether no process sends for the platform's account."""
    owned = owned_by(database, platform, SENDING)
    try:
        return await owned.take()
    finally:
        await owned.give_back()


@asynccontextmanager
async def running(*works: Coroutine[Any, Any, None]) -> AsyncIterator[Tasks]:
    """The works beside what happens in the context, and all cancelled after it."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
