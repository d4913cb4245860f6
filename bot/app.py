"""Builds everything from the settings, starts it in order and stops it in reverse."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from starlette.applications import Starlette

from bot.clock import Clock
from bot.inbox import Inbox, utc_now
from bot.library import Library
from bot.platforms.all import Streets, platforms_of
from bot.platforms.base import PlatformAdapter
from bot.postman import Postman
from bot.secret import fits, secret_key
from bot.settings import Settings, SettingsError
from bot.stopping import all_at_once, until_stopped
from bot.web.health import health_routes
from bot.web.metrics import metrics_routes
from bot.web.server import WebServer, listen_at, web_application
from handlers import House
from handlers.opening import open_house
from messages.street import Street
from storage import Database
from storage.database import open_database
from storage.migrate import migrate
from storage.seal import Seal

# Together with the postmen's last call these stay below the ten seconds that a stop may take.
SECONDS_FOR_WEB = 2.5
SECONDS_FOR_PLATFORMS = 2.5


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
        self.clock = Clock(database, self.house, now)
        self.at_work: list[asyncio.Task[None]] = []

    def house(self) -> House:
        identities = {platform.platform: platform.identity for platform in self.platforms}
        return House(
            address=self.settings.address,
            identities=identities,
            language=self.settings.default_language,
            timezone=self.settings.default_timezone,
        )

    async def streets(self) -> Sequence[Street]:
        content = await self.database.read(lambda store: store.content.published())
        return list(content.streets.values())

    def ready(self) -> dict[str, bool]:
        """Which platforms are heard, by name."""
        return {str(platform.platform): platform.is_up for platform in self.platforms}

    @asynccontextmanager
    async def started(self, *, keep_time: bool = True) -> AsyncIterator[None]:
        """Hears, speaks and keeps time for as long as the context lasts."""
        names = frozenset(platform.platform for platform in self.platforms)
        await self.database.write(lambda store: open_house(self.settings.organisers, names, self.now(), store))
        async with AsyncExitStack() as stack:
            started: list[PlatformAdapter] = []
            stack.push_async_callback(lambda: all_at_once([one.stop for one in started], SECONDS_FOR_PLATFORMS))
            # The postmen stop before the platforms, through which they finish what is under way.
            self.at_work = await stack.enter_async_context(_running(*(postman.run() for postman in self.postmen)))
            for platform in self.platforms:
                started.append(platform)
                await platform.start(self.inbox)
            if keep_time:
                self.clock.start()
                stack.callback(self.clock.stop)
            yield


@asynccontextmanager
async def open_app(
    settings: Settings, platforms: Callable[[Streets], Sequence[PlatformAdapter]] | None = None
) -> AsyncIterator[App]:
    """The bot with its database open and its schema the newest, on the platforms of the settings or on these."""
    with for_nobody_else():
        seal = Seal(secret_key(settings))
        await migrate(settings.database_url)
    async with open_database(settings.database_url, seal) as database:
        if not await database.write(lambda store: fits(seal, store)):
            raise SettingsError("SECRET_KEY: the database was made with another key; put that one back")
        yield App(settings, database, platforms or partial(platforms_of, settings))


@contextmanager
def for_nobody_else() -> Iterator[None]:
    """What is made meanwhile (the folder, the key, the database) only we can read."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


async def run(settings: Settings, announce: Callable[[str], None]) -> None:
    """Run until SIGTERM or SIGINT; `announce` is told what a person who starts the bot wants to know."""
    await until_stopped(_live(settings, announce))


async def _live(settings: Settings, announce: Callable[[str], None]) -> None:
    """Until cancelled, or until something that should go on has ended: then raises what ended it."""
    listening = listen_at(settings)
    async with open_app(settings) as app, app.started():
        server = WebServer(_web(app))
        async with _running(server.serve(sockets=[listening])) as serving:
            for line in _welcome(settings):
                announce(line)
            try:
                ended, _ = await asyncio.wait([*serving, *app.at_work], return_when=asyncio.FIRST_COMPLETED)
            finally:
                server.should_exit = True
                await asyncio.wait(serving, timeout=SECONDS_FOR_WEB)
            for task in ended:
                task.result()


def _web(app: App) -> Starlette:
    routes = [route for platform in app.platforms for route in platform.routes()]
    health = [*health_routes(app.database, app.ready), *metrics_routes(app.database, app.ready, app.now)]
    return web_application(routes, has_playground=app.settings.playground_on, health=health)


def _welcome(settings: Settings) -> list[str]:
    lines = [f"Straatbot runs at {settings.address}."]
    if settings.playground_on:
        lines.append(f"Try it in the playground: {settings.address}/playground")
    if not settings.telegram_on and not settings.whatsapp_on:
        lines.append("Telegram and WhatsApp are off: see the README for how to turn them on.")
    return lines


@asynccontextmanager
async def _running(*works: Coroutine[Any, Any, None]) -> AsyncIterator["list[asyncio.Task[None]]"]:
    """The works beside what happens in the context, and all cancelled after it."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
