"""A platform whose every call ends as a test says, and a postman who works for it."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from starlette.routing import BaseRoute

from bot.platforms.base import Ear
from bot.postman import Postman
from handlers import House
from messages.delivery import Delivery
from messages.street import Chat, Identity, Platform
from storage import Database, Store
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until
from tests.doubles.stored import a_chat, a_message, row_of, states


@dataclass(frozen=True, slots=True)
class Late:
    """An error that comes once the event is set."""

    event: asyncio.Event
    error: Exception


Ending = Exception | asyncio.Event | Late


class FailingPlatform:
    """Sends what it is given, unless `will` said otherwise; an Event is a call that takes until it is set.

    `tried` holds every call and `said` those that succeeded: chat, cause and page.
    """

    def __init__(self, platform: Platform = Platform.PLAYGROUND, bot: str = "") -> None:
        self.platform = platform
        self.bot = bot
        self.tried: list[tuple[str, str, int]] = []
        self.said: list[tuple[str, str, int]] = []
        self.pages: dict[str, int | Exception] = {}
        self._endings: defaultdict[str, deque[Ending]] = defaultdict(deque)

    def will(self, chat: Chat, *endings: Ending) -> None:
        """How the next calls for this chat end, in order."""
        self._endings[chat.address.id].extend(endings)

    @property
    def causes(self) -> list[str]:
        """What was said, in order."""
        return [cause for _, cause, _ in self.said]

    @property
    def identity(self) -> Identity:
        return Identity(platform=self.platform, name="Straatbot")

    @property
    def account(self) -> str:
        return f"an account on {self.platform} {self.bot}"

    @property
    def listens_alone(self) -> bool:
        return False

    async def deafen(self) -> None: ...

    async def start(self, ear: Ear | None) -> None: ...

    async def stop(self) -> None: ...

    def routes(self) -> Sequence[BaseRoute]:
        return []

    async def check(self) -> list[str]:
        return []

    def page_count(self, delivery: Delivery) -> int:
        pages = self.pages.get(delivery.cause, 1)
        if isinstance(pages, Exception):
            raise pages
        return pages

    async def send(self, delivery: Delivery, page: int) -> str:
        self.tried.append((delivery.chat.id, delivery.cause, page))
        endings = self._endings[delivery.chat.id]
        ending = endings.popleft() if endings else None
        if isinstance(ending, asyncio.Event):
            await ending.wait()
        if isinstance(ending, Late):
            await ending.event.wait()
            raise ending.error
        if isinstance(ending, Exception):
            raise ending
        self.said.append((delivery.chat.id, delivery.cause, page))
        return str(len(self.said))


class WatchedPostman(Postman):
    """Counts how often it had nothing under way, and has found nothing that may go."""

    rests = 0

    async def _sleep(self) -> None:
        self.rests += not self.is_busy
        await super()._sleep()


class Round:
    """One postman at work, and what tests ask of the outbox meanwhile."""

    def __init__(self, database: Database, platform: FailingPlatform, clock: FakeClock) -> None:
        self.database = database
        self.platform = platform
        self.clock = clock
        self.postman = WatchedPostman(platform, database, lambda: House(address="https://bot.example.nl"), clock)

    async def chat(self, id_: str = "-1001", **options: Any) -> Chat:
        return await self.database.write(lambda store: a_chat(store, id_, platform=self.platform.platform, **options))

    async def put(self, chat: Chat, *causes: str, **options: Any) -> None:
        """Have these said, in this order; all are there at once."""

        def work(store: Store) -> None:
            for cause in causes:
                a_message(store, chat, cause, now=self.clock(), **options)

        await self.database.write(work)

    async def later(self, **time: float) -> None:
        """Let time pass; the postman looks again."""
        self.clock.advance(**time)
        await self.database.write(lambda store: store.touched("outbox"))

    async def state(self, cause: str) -> str:
        return (await self.database.read(states)).get(cause, "")

    async def error(self, cause: str) -> str | None:
        error: str | None = await self.database.read(lambda store: row_of(store, cause).error)
        return error

    async def until_state(self, cause: str, *states: str) -> None:
        """Until it is in one of these."""
        found = ""

        async def is_there() -> bool:
            nonlocal found
            found = await self.state(cause)
            return found in states

        with suppress(TimeoutError):
            await until(is_there)
        assert found in states  # as it was seen: the next moment it may be another

    async def until_called(self, times: int) -> None:
        """Until the platform was called so often, and what came of it is kept and counted."""
        await until(lambda: len(self.platform.tried) == times and not self.postman.is_busy)

    async def rested(self) -> None:
        """Until the postman has looked, from now on, and has found nothing that may go."""
        for _ in range(2):  # the first time it may have looked just before
            rests = self.postman.rests
            await self.database.write(lambda store: store.touched("outbox"))
            await until(lambda rests=rests: self.postman.rests > rests)


@asynccontextmanager
async def at_work(round_: Round) -> AsyncIterator[Round]:
    running = asyncio.create_task(round_.postman.run())
    try:
        yield round_
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
