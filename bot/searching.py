"""What got no answer: looked up where the platform can, else shown to a person; only safety is said again by itself."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from bot.platforms.base import PlatformAdapter
from handlers import House
from handlers.sending.unknown import repeat_for_safety, show
from messages.delivery import Delivery
from storage import Database, StoreUnavailable

log = logging.getLogger(__name__)

EVERY_SECONDS = 2.0
# When to look, counted from the call: a message may be in the platform's list only after a while.
LOOKS = (timedelta(minutes=1), timedelta(minutes=5))
# How long to go on when the platform does not even answer the question.
NO_LATER_THAN = timedelta(hours=1)


@runtime_checkable
class Findable(Protocol):
    """A platform that can tell what it sent."""

    async def find(self, delivery: Delivery, page: int, since: datetime) -> str | None:
        """The platform's id of the page that was sent at `since`; None when it is not there."""
        ...


class Searcher:
    def __init__(
        self,
        platform: PlatformAdapter,
        database: Database,
        house: Callable[[], House],
        now: Callable[[], datetime],
    ) -> None:
        self._platform = platform
        self._database = database
        self._house = house
        self._now = now

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.look()
            except StoreUnavailable as problem:
                log.warning("what got no answer cannot be read: %s", problem, extra={"action": "search_unavailable"})
            except Exception:
                log.exception("searching failed in an unforeseen way", extra={"action": "search_bug"})
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self) -> None:
        """Deal with every unknown delivery whose turn it is."""
        platform, bot, now = self._platform.platform, self._platform.bot, self._now()
        turn = await self._database.read(lambda store: store.lost.to_look_at(platform, now, bot))
        if not turn:
            return
        turn = await self._database.write(lambda store: repeat_for_safety(turn, now, self._house(), store))
        nowhere = turn
        if isinstance(self._platform, Findable):
            nowhere = [delivery for delivery in turn if not await self._found(self._platform, delivery)]
        await self._database.write(lambda store: show(nowhere, now, self._house(), store))

    async def _found(self, platform: Findable, delivery: Delivery) -> bool:
        """Whether it needs no person now: it is there, or will be looked for again."""
        now, since = self._now(), delivery.marked_at or self._now()
        if now < since + LOOKS[0]:
            return await self._again(delivery, since + LOOKS[0])
        try:
            found = await platform.find(delivery, delivery.pages_sent, since)
        except Exception as problem:  # noqa: BLE001  whatever it is, it has not been looked up
            told = {"action": "search_failed", "error": type(problem).__name__, "delivery": delivery.key}
            log.warning("a message could not be looked up", extra=told)
            return now < since + NO_LATER_THAN and await self._again(delivery, now + LOOKS[0])
        if found:
            return await self._keep(delivery, found)
        return now < since + LOOKS[-1] and await self._again(delivery, since + LOOKS[-1])

    async def _keep(self, delivery: Delivery, external_id: str) -> bool:
        page, now = delivery.pages_sent, self._now()
        last = page >= self._platform.page_count(delivery) - 1
        await self._database.write(
            lambda store: store.outbox.page_sent(delivery, page, external_id, last=last, now=now)
        )
        log.info("found", extra={"action": "found", "delivery": delivery.key})
        return True

    async def _again(self, delivery: Delivery, at: datetime) -> bool:
        await self._database.write(lambda store: store.lost.look_again(delivery, at))
        return True
