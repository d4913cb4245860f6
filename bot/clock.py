"""The process's clock: APScheduler wakes a handful of fixed jobs, and the database knows what is due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.inbox import utc_now
from handlers import House
from handlers.announcing import announce_due
from handlers.retention import forget_old
from handlers.sign_of_life import WEEK, is_time, say_alive
from messages.plan import next_due
from storage import Database, Store, StoreUnavailable

log = logging.getLogger(__name__)

# Even when nothing seems due, look again: the clock of the machine may have been set.
SWEEP = timedelta(minutes=1)


class Clock:
    def __init__(self, database: Database, house: Callable[[], House], now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._house = house
        self._now = now
        self._next: datetime | None = None
        self._swept: datetime | None = None
        self._version = -1
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        for seconds, job in ((1, self.announce), (60, self.live), (3600, self.forget)):
            self._scheduler.add_job(_until_stopped, "interval", [job], seconds=seconds, max_instances=1, coalesce=True)

    def start(self) -> None:
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def announce(self) -> None:
        """Say what is due; cheap while nothing is."""
        try:
            if await self._is_time():
                made, self._next, self._swept, self._version = await self._database.write(self._announce)
                log.debug("looked what is due", extra={"action": "announced", "deliveries": made})
        except StoreUnavailable:
            log.exception("what is due cannot be read", extra={"action": "clock_unavailable"})

    async def forget(self) -> None:
        """Delete what has been kept long enough."""
        try:
            await self._database.write(lambda store: forget_old(self._now(), store))
        except StoreUnavailable:
            log.exception("what is old cannot be deleted", extra={"action": "retention_unavailable"})

    async def live(self) -> None:
        """Once a week, tell the organisers so; two processes that do it at once tell it once."""
        now, house = self._now(), self._house()
        try:
            if await self._database.read(lambda store: is_time(now, house, store)):
                week = await self._database.read(lambda store: store.figures.week(now - WEEK))
                await self._database.write(lambda store: say_alive(week, now, house, store))
        except StoreUnavailable:
            log.exception("the sign of life cannot be given", extra={"action": "sign_of_life_unavailable"})

    async def _is_time(self) -> bool:
        now = self._now()
        version = await self._database.read(lambda store: store.content.version)
        swept = self._swept is not None and abs(now - self._swept) < SWEEP
        return version != self._version or not swept or (self._next is not None and self._next <= now)

    def _announce(self, store: Store) -> tuple[int, datetime | None, datetime, int]:
        """How many messages it made; and when something is due next, as seen when and from which content."""
        now = self._now()
        content = store.content.published()
        made = announce_due(content, now, store)
        dues = [next_due(street, content, now) for street in content.streets.values()]
        return made, min((due for due in dues if due), default=None), now, store.content.version


async def _until_stopped(job: Callable[[], Awaitable[None]]) -> None:
    """At a stop APScheduler cancels what runs, and would take that for an error."""
    with suppress(asyncio.CancelledError):
        await job()
