"""Builds everything from the settings, starts it in order and stops it in reverse."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

from bot.clock import Clock
from bot.inbox import Inbox, utc_now
from bot.library import Library
from bot.platforms.all import Streets, platforms_of
from bot.platforms.base import PlatformAdapter
from bot.postman import Postman
from bot.secret import secret_key
from bot.settings import Settings
from bot.web.health import health_routes
from bot.web.server import WebServer, listen_at, web_application
from handlers import House
from handlers.opening import open_house
from messages.street import Street
from storage import Database
from storage.database import open_database
from storage.migrate import migrate
from storage.seal import Seal

log = logging.getLogger(__name__)


class App:
    """The bot, put together but not yet started."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        platforms: Callable[[Streets], Sequence[PlatformAdapter]],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.settings = settings
        self.database = database
        self.now = now
        self.platforms = platforms(self.streets)
        self.library = Library(settings.default_language)
        self.inbox = Inbox(database, self.library, self.house, now)
        self.postmen = [Postman(platform, database, self.house, now) for platform in self.platforms]
        self.clock = Clock(database, now)
        self._up: set[str] = set()

    def house(self) -> House:
        identities = {platform.platform: platform.identity for platform in self.platforms}
        return House(
            address=self.settings.address, identities=identities, language=self.settings.default_language
        )

    async def streets(self) -> Sequence[Street]:
        content = await self.database.read(lambda store: store.content.published())
        return list(content.streets.values())

    def ready(self) -> dict[str, bool]:
        return {str(platform.platform): str(platform.platform) in self._up for platform in self.platforms}

    @asynccontextmanager
    async def started(self, *, keep_time: bool = True) -> AsyncIterator[None]:
        """Hears, speaks and keeps time for as long as the context lasts."""
        names = frozenset(platform.platform for platform in self.platforms)
        await self.database.write(
            lambda store: open_house(self.settings.organisers, names, self.now(), store)
        )
        async with AsyncExitStack() as stack:
            for postman in self.postmen:
                await stack.enter_async_context(_running(postman.run()))
            for platform in self.platforms:
                await platform.start(self.inbox)
                stack.push_async_callback(platform.stop)
                self._up.add(str(platform.platform))
            if keep_time:
                self.clock.start()
                stack.callback(self.clock.stop)
            yield


@asynccontextmanager
async def open_app(
    settings: Settings, platforms: Callable[[Streets], Sequence[PlatformAdapter]] | None = None
) -> AsyncIterator[App]:
    """The bot with its database open and its schema the newest, on the platforms of the settings or on these."""
    seal = Seal(secret_key(settings))
    await migrate(settings.database_url)
    async with open_database(settings.database_url, seal) as database:
        yield App(settings, database, platforms or partial(platforms_of, settings))


async def run(settings: Settings, announce: Callable[[str], None]) -> None:
    """Run until SIGTERM or SIGINT; `announce` is told what a person who starts the bot wants to know."""
    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    listening = listen_at(settings)
    async with open_app(settings) as app, app.started():
        routes = [route for platform in app.platforms for route in platform.routes()]
        health = health_routes(app.database, app.ready)
        web = web_application(routes, has_playground=settings.playground_on, health=health)
        server = WebServer(web)
        async with _running(server.serve(sockets=[listening])) as serving:
            for line in _welcome(settings):
                announce(line)
            await _first_of(stopping, serving)
            server.should_exit = True
            await asyncio.wait([serving], timeout=5)
    log.info("stopped", extra={"action": "stopped"})


def _welcome(settings: Settings) -> list[str]:
    lines = [f"Straatbot runs at {settings.address}."]
    if settings.playground_on:
        lines.append(f"Try it in the playground: {settings.address}/playground")
    if not settings.telegram_on and not settings.whatsapp_on:
        lines.append("Telegram and WhatsApp are off: see the README for how to turn them on.")
    return lines


async def _first_of(stopping: asyncio.Event, serving: "asyncio.Task[None]") -> None:
    waiting = asyncio.create_task(stopping.wait())
    await asyncio.wait([waiting, serving], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()


@asynccontextmanager
async def _running(work: Coroutine[Any, Any, None]) -> AsyncIterator["asyncio.Task[None]"]:
    """`work` beside what happens in the context, and cancelled after it."""
    task = asyncio.create_task(work)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
