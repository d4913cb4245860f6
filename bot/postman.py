"""Empties the outbox of one platform: claims what may go now, marks it, sends it, and keeps what came of it.

A delivery is marked as `sending`, durably, just before the network call. So after a crash we know which ones may
have arrived, and those are never sent again blindly: no platform lets a sender repeat a request safely.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from bot import metrics
from bot.inbox import utc_now
from bot.pace import LIMITS, Pace
from bot.platforms.base import (
    ChatGone,
    ChatMoved,
    ChatMuted,
    PlatformAdapter,
    SendFailed,
    SlowDown,
    Unanswered,
    WindowClosed,
)
from handlers import House
from handlers.joining import lose_chat
from handlers.knocking import knock
from messages.delivery import MAX_ATTEMPTS, Delivery, DeliveryState, retry_after
from messages.street import ChatAddress, ChatState
from messages.trace import trace
from storage import Database, Store, StoreUnavailable

log = logging.getLogger(__name__)

T = TypeVar("T")

AT_ONCE = 16
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
    ) -> None:
        self._platform = platform
        self._database = database
        self._house = house
        self._now = now
        self._pace = Pace(LIMITS[platform.platform])
        self._wake = asyncio.Event()
        self._under_way: set[asyncio.Task[None]] = set()
        database.after_commit("outbox", self._wake.set)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._under_way)

    async def run(self) -> None:
        """Deliver until cancelled; what is under way then is finished first, or becomes unknown."""
        try:
            while True:
                self._wake.clear()
                claimed = await self._claim()
                for delivery in claimed:
                    self._start(delivery)
                if not claimed:
                    await self._sleep()
        finally:
            await self._finish()

    async def _finish(self) -> None:
        if self._under_way:
            _, late = await asyncio.wait(self._under_way, timeout=LAST_CALL_SECONDS)
            for task in late:
                task.cancel()

    async def _claim(self) -> list[Delivery]:
        now = self._now()
        room = min(self._pace.room(now), AT_ONCE - len(self._under_way))
        if room <= 0:
            return []
        resting = self._pace.resting(now)
        platform = self._platform.platform
        try:
            return await self._database.write(
                lambda store: store.outbox.claim(platform, now, limit=room, resting=resting)
            )
        except StoreUnavailable as problem:
            log.warning("the outbox cannot be read: %s", problem, extra={"action": "outbox_unavailable"})
        except Exception:
            log.exception("the outbox cannot be understood", extra={"action": "outbox_bug"})
        return []

    async def _sleep(self) -> None:
        """Until something is added, something under way ends, or the allowance opens."""
        now = self._now()
        wait = POLL
        if self._pace.room(now) <= 0:
            wait = min(max(self._pace.opens_at(now) - now, timedelta(milliseconds=50)), POLL)
        if self._pace.resting(now):
            wait = min(wait, timedelta(milliseconds=100))
        try:
            async with asyncio.timeout(wait.total_seconds()):
                await self._wake.wait()
        except TimeoutError:
            return

    def _start(self, delivery: Delivery) -> None:
        self._pace.sent(delivery.chat_key, delivery.chat_kind, self._now())
        task = asyncio.create_task(self._deliver(delivery))
        self._under_way.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._wake.set()
        if not task.cancelled() and (problem := task.exception()):
            log.error("a delivery could not be settled", exc_info=problem, extra={"action": "settle_failed"})

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            await self._send_a_page(delivery)
        except Exception as problem:
            # Unless it is settled, its chat would wait for it until the next start.
            log.exception("delivering failed in an unforeseen way", extra={"action": "send_bug"})
            await self._settle(delivery, DeliveryState.UNKNOWN, type(problem).__name__)

    async def _send_a_page(self, delivery: Delivery) -> None:
        """One page: the next one waits in the outbox, so that it keeps to the pace as well."""
        page = delivery.pages_sent
        if delivery.expires_at and self._now() > delivery.expires_at and not page:
            return await self._settle(delivery, DeliveryState.DROPPED, "expired")
        pages = self._page_count(delivery)
        if pages is None:
            return await self._settle(delivery, DeliveryState.FAILED, "unwritable")
        if page >= pages:
            return await self._settle(delivery, DeliveryState.SENT if page else DeliveryState.DROPPED, "empty")
        try:
            marked = await self._database.write(lambda store: store.outbox.mark_sending(delivery, self._now()))
        except StoreUnavailable as problem:
            return await self._put_back(delivery, self._now(), problem)
        if not marked:
            return None
        try:
            external_id = await self._platform.send(delivery, page)
        except Exception as problem:  # noqa: BLE001  every end of a call has its own meaning
            return await self._went_wrong(delivery, problem)
        last, now = page == pages - 1, self._now()
        await self._keep(lambda store: store.outbox.page_sent(delivery, page, external_id, last=last, now=now))
        metrics.note_sent(delivery, now)
        log.info("sent", extra={"action": "sent"} | _named(delivery))
        return None

    def _page_count(self, delivery: Delivery) -> int | None:
        try:
            return self._platform.page_count(delivery)
        except Exception:
            log.exception("a reply cannot be written down", extra={"action": "render_bug"})
            return None

    async def _keep(self, work: Callable[[Store], T]) -> T:
        """Store what became of a delivery, however long the store is away: it must not be forgotten."""
        while True:
            try:
                return await self._database.write(work)
            except StoreUnavailable as problem:
                log.warning("a delivery cannot be settled yet: %s", problem, extra={"action": "settle_waits"})
                await asyncio.sleep(POLL.total_seconds())

    async def _went_wrong(self, delivery: Delivery, problem: Exception) -> None:
        now = self._now()
        match problem:
            case SlowDown(after=after):
                metrics.note_slow_down(delivery)
                until = now + (after or SECOND)
                self._pace.halt(delivery.chat_key, until)
                await self._put_back(delivery, until, problem)
            case SendFailed(retry=True, after=after) if delivery.attempts < MAX_ATTEMPTS:
                await self._put_back(delivery, now + (after or retry_after(delivery.attempts)), problem)
            case SendFailed():
                await self._settle(delivery, DeliveryState.FAILED, str(problem))
            case ChatMoved(to=to) if delivery.attempts < MAX_ATTEMPTS:
                metrics.note_end(delivery, "moved")
                await self._keep(partial(_move, delivery, to, now))
            case ChatMoved():
                await self._settle(delivery, DeliveryState.FAILED, str(problem))
            case WindowClosed():
                metrics.note_end(delivery, "held")
                await self._keep(partial(self._hold, delivery))
            case ChatGone():
                metrics.note_end(delivery, "failed")
                await self._keep(partial(self._lose, delivery, ChatState.GONE))
            case ChatMuted():
                metrics.note_end(delivery, "failed")
                await self._keep(partial(self._lose, delivery, ChatState.MUTED))
            case Unanswered():
                await self._settle(delivery, DeliveryState.UNKNOWN, str(problem))
            case _:
                log.error("sending failed in an unforeseen way", exc_info=problem, extra={"action": "send_bug"})
                await self._settle(delivery, DeliveryState.UNKNOWN, type(problem).__name__)

    async def _put_back(self, delivery: Delivery, until: datetime, problem: Exception) -> None:
        await self._keep(lambda store: store.outbox.put_back(delivery, until, str(problem)))
        metrics.note_end(delivery, "retry")
        log.warning("will be tried again", extra={"action": "retry"} | _named(delivery))

    async def _settle(self, delivery: Delivery, state: DeliveryState, error: str) -> None:
        await self._keep(lambda store: store.outbox.settle(delivery, state, error, self._now()))
        metrics.note_end(delivery, str(state))
        log.warning("not sent", extra={"action": str(state), "error": error} | _named(delivery))

    def _hold(self, delivery: Delivery, store: Store) -> None:
        if delivery.cause.startswith("knock:"):
            return store.outbox.settle(delivery, DeliveryState.DROPPED, "no_template", self._now())
        store.outbox.hold(delivery)
        if chat := store.chats.get(delivery.chat_key):
            knock(chat, self._now(), self._house(), store)
        return None

    def _lose(self, delivery: Delivery, state: ChatState, store: Store) -> None:
        store.outbox.settle(delivery, DeliveryState.FAILED, f"chat_{state}", self._now())
        chat = store.chats.get(delivery.chat_key)
        if chat:
            lose_chat(chat, state, store.content.published(), self._house(), store, self._now())


SECOND = timedelta(seconds=1)


def _move(delivery: Delivery, to: ChatAddress, now: datetime, store: Store) -> None:
    if chat := store.chats.get(delivery.chat_key):
        store.chats.move(chat, to)
    store.outbox.put_back(delivery, now, "chat_moved")


def _named(delivery: Delivery) -> dict[str, object]:
    """What the logs call it."""
    return {"delivery": delivery.key, "trace": trace(delivery.cause)}
