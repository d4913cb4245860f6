"""The process's clock: APScheduler wakes a handful of fixed jobs, and the database knows what is due."""

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.inbox import utc_now
from handlers import House
from handlers.asking.several_lines import TOGETHER
from handlers.sending.announcing import Looked, announce_due
from handlers.sending.retention import forget_old
from handlers.sending.sign_of_life import WEEK, is_time, say_alive
from messages.content import Content
from storage import Database, StoreUnavailable

log = logging.getLogger(__name__)
# It warns of each look that is left out, or late, because a machine is slow: the next one sees all the same.
logging.getLogger("apscheduler").setLevel(logging.ERROR)

# Even when nothing seems due, look again: the clock of the machine may have been set.
SWEEP = timedelta(minutes=1)
A_SECOND = timedelta(seconds=1)


class Clock:
    def __init__(self, database: Database, house: Callable[[], House], now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._house = house
        self._now = now
        self._swept: datetime | None = None
        self._content: Content | None = None
        self._turn = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        for seconds, job in ((1, self.announce), (30, self.forget_lines), (60, self.live), (3600, self.forget)):
            self._scheduler.add_job(_until_stopped, "interval", [job], seconds=seconds, max_instances=1, coalesce=True)

    def start(self) -> None:
        self._scheduler.start()
        self._watching = asyncio.create_task(self._watch(), name="clock of the machine")

    def stop(self) -> None:
        self._watching.cancel()
        self._scheduler.shutdown(wait=False)

    async def _watch(self) -> None:
        """Where the clock of the machine is set back, the scheduler would sleep until it is as late again."""
        last = utc_now()
        while True:
            await asyncio.sleep(1)
            now = utc_now()
            if now < last:
                await self._look_again(now)
            last = now

    async def _look_again(self, now: datetime) -> None:
        log.warning("the clock of the machine was set back", extra={"action": "clock_set_back"})
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=now)
        try:
            await self._database.write(lambda store: store.lost.by_a_clock_ahead(self._now()))
        except Exception:  # who watches goes on watching
            log.exception("what waits for the time before cannot be let go", extra={"action": "clock_bug"})

    async def announce(self) -> None:
        """Say what is due; cheap while nothing is."""
        async with self._turn:
            try:
                next_at = await self._database.read(lambda store: store.due.next_at())
                if self._is_time(next_at):
                    await self._announce_all()
                elif next_at and next_at - self._now() < A_SECOND:
                    self._wake_at(next_at)
            except StoreUnavailable:
                log.exception("what is due cannot be read", extra={"action": "clock_unavailable"})

    def _is_time(self, next_at: datetime | None) -> bool:
        now = self._now()
        swept = self._swept is not None and abs(now - self._swept) < SWEEP
        return not swept or (next_at is not None and next_at <= now)

    async def _announce_all(self) -> None:
        """In batches; between two of them whatever else is to be written has its turn."""
        now, house = self._now(), self._house()
        looked = Looked(0, more=True)
        made = 0
        while looked.more:
            looked = await self._database.write(lambda store: announce_due(now, house, store))
            made += looked.made
        self._swept = now
        await self._settle_down()
        log.debug("looked what is due", extra={"action": "announced", "deliveries": made})

    async def _settle_down(self) -> None:
        """What stays is not looked through for garbage again: with 10,000 streets that held up the loop for 150 ms."""
        content = await self._database.read(lambda store: store.content.published())
        if content is not self._content:
            self._content = content
            gc.collect(1)
            gc.freeze()

    def _wake_at(self, moment: datetime) -> None:
        """At the very moment, and not at the next look: the look of each second is only for what others bring."""
        at = utc_now() + (moment - self._now())
        self._scheduler.add_job(
            _until_stopped,
            "date",
            [self.announce],
            run_date=at,
            id="due",
            replace_existing=True,
            misfire_grace_time=None,
        )

    async def forget(self) -> None:
        """Delete what has been kept long enough."""
        try:
            await self._database.write(lambda store: forget_old(self._now(), store))
        except StoreUnavailable:
            log.exception("what is old cannot be deleted", extra={"action": "retention_unavailable"})

    async def forget_lines(self) -> None:
        """What somebody typed last is kept for seconds; where nobody speaks any more, this deletes it."""
        before = self._now() - TOGETHER
        try:
            if await self._database.read(lambda store: store.lines.are_older(before)):
                await self._database.write(lambda store: store.lines.forget_before(before))
        except StoreUnavailable:
            log.exception("the last lines cannot be deleted", extra={"action": "retention_unavailable"})

    async def live(self) -> None:
        """Once a week, tell the organisers so; two processes that do it at once tell it once."""
        now, house = self._now(), self._house()
        try:
            if await self._database.read(lambda store: is_time(now, house, store)):
                week = await self._database.read(lambda store: store.figures.week(now - WEEK))
                await self._database.write(lambda store: say_alive(week, now, house, store))
        except StoreUnavailable:
            log.exception("the sign of life cannot be given", extra={"action": "sign_of_life_unavailable"})


async def _until_stopped(job: Callable[[], Awaitable[None]]) -> None:
    """At a stop APScheduler cancels what runs, and would take that for an error."""
    with suppress(asyncio.CancelledError):
        await job()
