"""Empties the outbox of one bot on a platform: claims what may go now, sends it, and keeps what came of it.

The claim marks a delivery as `sending`, durably, just before the network call. So after a crash we know which ones may
have arrived, and those are never sent again blindly: no platform lets a sender repeat a request safely.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from bot.inbox import utc_now
from bot.pace import LIMITS, LONGEST, Limits, Pace, Place
from bot.platforms.base import PlatformAdapter
from bot.settling import Settling
from handlers import House
from messages.delivery import Delivery, DeliveryState
from messages.street import via
from storage import Database, Store, StoreUnavailable

log = logging.getLogger(__name__)

# Also the most that a crash may leave unknown. Telegram takes thirty a second: with fewer than that at once, an answer
# that takes longer than usual would slow us down.
AT_ONCE = 50
# How long to sleep at most: another process may have added something without waking us.
POLL = timedelta(seconds=1)
# How long what is under way may take when the bot stops.
LAST_CALL_SECONDS = 3.5


class Postman:
    def __init__(
        self,
        platform: PlatformAdapter,
        database: Database,
        house: Callable[[], House],
        now: Callable[[], datetime] = utc_now,
        limits: Limits | None = None,
    ) -> None:
        self._platform = platform
        self._database = database
        self._now = now
        self._limits = limits or LIMITS[platform.platform]
        self._pace = Pace(self._limits)
        self._settling = Settling(database, house, lambda: self._pace, now)
        self._wake = asyncio.Event()
        self._under_way: dict[asyncio.Task[None], Delivery] = {}
        # Claimed, perhaps, without our hearing that it was kept: their calls were never made.
        self._in_doubt: list[Delivery] = []
        database.after_commit("outbox", self._wake.set)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way, or is not kept yet."""
        return bool(self._under_way) or not self._settling.is_done

    async def take_over(self, *, from_another: bool) -> None:
        """Put in order what the last postman of this bot left, and begin with what it left of the allowance."""
        now, platform, bot = self._now(), self._platform.platform, self._platform.bot

        def recover(store: Store) -> tuple[int, int]:
            store.lost.never_begun(self._in_doubt)
            found = store.lost.recover(platform, bot)
            store.lost.by_a_clock_ahead(now)  # it may have been set back while nobody ran
            return found

        back, lost = await self._database.write(recover)
        self._in_doubt = []
        before = await self._database.read(lambda store: store.lost.sent_since(platform, now - LONGEST, bot))
        self._pace = Pace(self._limits)
        for sent in before:
            for _ in range(sent.pages):
                self._pace.sent(sent.chat, sent.kind, min(sent.at, now))
        if from_another:
            self._pace.take_over(now)
        found = {"platform": via(platform, bot), "claimed": back, "lost": lost}
        log.info("the outbox is ours", extra={"action": "outbox_taken"} | found)

    async def run(self) -> None:
        """Deliver until cancelled; what is under way then is finished first, or becomes unknown."""
        try:
            while True:
                # In this order, and in one commit: what may go now is known of what has arrived.
                _, claimed = await asyncio.gather(self._settling.keep_arrived(), self._claim())
                if claimed is not None:
                    self._in_doubt = []  # no sooner: who is cancelled before this puts back what was claimed
                for delivery in claimed or ():
                    self._start(delivery)
                if not claimed:
                    await self._sleep()
        finally:
            await self._finish()

    async def _finish(self) -> None:
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(LAST_CALL_SECONDS):
                    await asyncio.gather(self._put_back_in_doubt(), self._see_off())
        finally:
            for task in self._under_way:
                task.cancel()

    async def _see_off(self) -> None:
        """Keep what is under way as it ends."""
        while self.is_busy:
            if self._settling.is_done:
                await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
            await self._settling.keep_arrived()

    async def _put_back_in_doubt(self) -> None:
        """Also what a claim that was cancelled is still given: the database does that first."""
        with suppress(StoreUnavailable):
            await self._database.write(lambda store: store.lost.never_begun(self._in_doubt))

    async def _claim(self) -> list[Delivery] | None:
        """What is in the answer is being sent from now on, as the database knows it; None when that was not heard."""
        self._wake.clear()  # what is known until now is looked at here
        now = self._now()
        room = min(self._pace.room(now), AT_ONCE - sum(not task.done() for task in self._under_way))
        if room <= 0:
            return []
        resting, steady = self._pace.resting(now), self._pace.steady_room(now)
        platform, bot = self._platform.platform, self._platform.bot

        def take(store: Store) -> list[Delivery]:
            store.lost.never_begun(in_doubt)
            claimed = store.outbox.claim(platform, now, limit=room, resting=resting, not_urgent=steady, bot=bot)
            in_doubt.extend(claimed)
            return claimed

        in_doubt = self._in_doubt
        try:
            claimed = await self._database.write(take)
        except StoreUnavailable as problem:
            log.warning("the outbox cannot be read: %s", problem, extra={"action": "outbox_unavailable"})
        except Exception:
            log.exception("the outbox cannot be understood", extra={"action": "outbox_bug"})
        else:
            return claimed
        return None

    async def _sleep(self) -> None:
        """Until something is added, something under way ends, or the allowance opens."""
        now = self._now()
        opens_at = max(self._pace.opens_at(now), self._pace.steady_opens_at(now))
        wait = min(opens_at - now, POLL) if opens_at > now else POLL
        if self._pace.resting(now):
            wait = min(wait, timedelta(milliseconds=100))
        try:
            async with asyncio.timeout(wait.total_seconds()):
                await self._wake.wait()
        except TimeoutError:
            return

    def _start(self, delivery: Delivery) -> None:
        place = self._pace.begin(delivery.chat_key, delivery.chat_kind, self._now())
        task = asyncio.create_task(self._deliver(delivery, place))
        self._under_way[task] = delivery
        task.add_done_callback(partial(self._ended, place))

    def _ended(self, place: Place, task: asyncio.Task[None]) -> None:
        place.used(self._now())
        del self._under_way[task]
        if not task.cancelled() and (problem := task.exception()):
            log.error("a delivery could not be settled", exc_info=problem, extra={"action": "settle_failed"})

    async def _deliver(self, delivery: Delivery, place: Place) -> None:
        try:
            await self._send_a_page(delivery, place)
        except Exception as problem:
            # Unless it is settled, its chat would wait for it until the next start.
            log.exception("delivering failed in an unforeseen way", extra={"action": "send_bug"})
            await self._settling.settle(delivery, DeliveryState.UNKNOWN, type(problem).__name__)
        finally:
            self._wake.set()

    async def _send_a_page(self, delivery: Delivery, place: Place) -> None:
        """One page: the next one waits in the outbox, so that it keeps to the pace as well."""
        page = delivery.pages_sent
        if delivery.expires_at and self._now() > delivery.expires_at and not page:
            return await self._settling.settle(delivery, DeliveryState.DROPPED, "expired")
        pages = self._page_count(delivery)
        if pages is None:
            return await self._settling.settle(delivery, DeliveryState.FAILED, "unwritable")
        if page >= pages:
            state = DeliveryState.SENT if page else DeliveryState.DROPPED
            return await self._settling.settle(delivery, state, "empty")
        try:
            external_id = await self._platform.send(delivery, page)
        except Exception as problem:  # noqa: BLE001  every end of a call has its own meaning
            place.used(self._now())
            return await self._settling.went_wrong(delivery, problem)
        place.used(self._now())
        return self._settling.arrived(delivery, page, external_id, last=page == pages - 1)

    def _page_count(self, delivery: Delivery) -> int | None:
        try:
            return self._platform.page_count(delivery)
        except Exception:
            log.exception("a reply cannot be written down", extra={"action": "render_bug"})
            return None
