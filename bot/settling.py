"""What became of a delivery is kept, however long the store is away; and each way in which it ended has its meaning."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from bot import metrics
from bot.pace import Pace
from bot.platforms.base import ChatGone, ChatMoved, ChatMuted, SendFailed, SlowDown, Unanswered, WindowClosed
from handlers import House
from handlers.chats.joining import lose_chat
from handlers.sending.knocking import knock
from messages.delivery import MIN_ATTEMPTS, Delivery, DeliveryState, may_be_tried, retry_after
from messages.street import ChatAddress, ChatState
from messages.trace import trace
from storage import Database, Store, StoreUnavailable
from storage.delivery_queries import PageSent

log = logging.getLogger(__name__)

T = TypeVar("T")

Arrived = tuple[Delivery, PageSent, datetime]

SECOND = timedelta(seconds=1)
# How long to wait for a store that is away.
AGAIN = timedelta(seconds=1)


class Settling:
    def __init__(
        self, database: Database, house: Callable[[], House], pace: Callable[[], Pace], now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._house = house
        self._pace = pace
        self._now = now
        self._arrived: list[Arrived] = []

    @property
    def is_done(self) -> bool:
        """Whether all that arrived is kept."""
        return not self._arrived

    def arrived(self, delivery: Delivery, page: int, external_id: str, *, last: bool) -> None:
        """To be kept by `keep_arrived`, all at once."""
        self._arrived.append((delivery, PageSent(delivery.key, page, external_id, last), self._now()))

    async def keep_arrived(self) -> None:
        """What has arrived until now; whoever is cancelled meanwhile may do it once more."""
        if not (some := list(self._arrived)):
            return
        kept = some if await self._are_kept(some) else [one for one in some if await self._is_kept_alone(one)]
        del self._arrived[: len(some)]
        for delivery, _, at in kept:
            metrics.note_sent(delivery, at)
            log.info("sent", extra={"action": "sent"} | _named(delivery))

    async def _are_kept(self, some: Sequence[Arrived]) -> bool:
        pages, latest = [page for _, page, _ in some], max(at for _, _, at in some)
        try:
            await self._keep(lambda store: store.outbox.pages_sent(pages, latest))
        except Exception:
            log.exception("what was sent could not be settled", extra={"action": "settle_failed"})
            return False
        return True

    async def _is_kept_alone(self, one: Arrived) -> bool:
        """What cannot be kept is for a person to look at: its chat must not wait for it until the next start."""
        if await self._are_kept([one]):
            return True
        try:
            await self.settle(one[0], DeliveryState.UNKNOWN, "unsettled")
        except Exception:
            log.exception("a delivery could not be settled", extra={"action": "settle_failed"})
        return False

    async def went_wrong(self, delivery: Delivery, problem: Exception) -> None:
        match problem:
            case SlowDown(after=after):
                await self._slow_down(delivery, after or SECOND, problem)
            case SendFailed(retry=True, after=after):
                await self._try_later(delivery, after or retry_after(delivery.attempts), problem)
            case SendFailed():
                await self.settle(delivery, DeliveryState.FAILED, str(problem))
            case ChatMoved(to=to) if delivery.attempts < MIN_ATTEMPTS:
                metrics.note_end(delivery, "moved")
                await self._keep(partial(_move, delivery, to, self._now()))
            case ChatMoved():
                await self.settle(delivery, DeliveryState.FAILED, str(problem))
            case WindowClosed():
                metrics.note_end(delivery, "held")
                await self._keep(partial(self._hold, delivery))
            case ChatGone() | ChatMuted():
                metrics.note_end(delivery, "failed")
                state = ChatState.GONE if isinstance(problem, ChatGone) else ChatState.MUTED
                await self._keep(partial(self._lose, delivery, state))
            case Unanswered():
                await self.settle(delivery, DeliveryState.UNKNOWN, str(problem))
            case _:
                log.error("sending failed in an unforeseen way", exc_info=problem, extra={"action": "send_bug"})
                await self.settle(delivery, DeliveryState.UNKNOWN, type(problem).__name__)

    async def settle(self, delivery: Delivery, state: DeliveryState, error: str) -> None:
        await self._keep(lambda store: store.outbox.settle(delivery, state, error, self._now()))
        metrics.note_end(delivery, str(state))
        log.warning("not sent", extra={"action": str(state), "error": error} | _named(delivery))

    async def put_back(self, delivery: Delivery, until: datetime, problem: Exception) -> None:
        await self._keep(lambda store: store.outbox.put_back(delivery, until, str(problem)))
        metrics.note_end(delivery, "retry")
        log.warning("will be tried again", extra={"action": "retry"} | _named(delivery))

    async def _slow_down(self, delivery: Delivery, after: timedelta, problem: Exception) -> None:
        now = self._now()
        metrics.note_slow_down(delivery)
        self._pace().refused(delivery.chat_key, now + after, now)
        await self.put_back(delivery, now + after, problem)

    async def _try_later(self, delivery: Delivery, after: timedelta, problem: Exception) -> None:
        until = self._now() + after
        if may_be_tried(delivery, until):
            await self.put_back(delivery, until, problem)
        else:
            await self.settle(delivery, DeliveryState.FAILED, str(problem))

    async def _keep(self, work: Callable[[Store], T]) -> T:
        """Store what became of a delivery: it must not be forgotten."""
        while True:
            try:
                return await self._database.write(work)
            except StoreUnavailable as problem:
                log.warning("a delivery cannot be settled yet: %s", problem, extra={"action": "settle_waits"})
                await asyncio.sleep(AGAIN.total_seconds())

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


def _move(delivery: Delivery, to: ChatAddress, now: datetime, store: Store) -> None:
    if chat := store.chats.get(delivery.chat_key):
        store.chats.move(chat, to)
    store.outbox.put_back(delivery, now, "chat_moved")


def _named(delivery: Delivery) -> dict[str, object]:
    """What the logs call it."""
    return {"delivery": delivery.key, "trace": trace(delivery.cause)}
