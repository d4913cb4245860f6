"""Builds everything from the settings, starts it in order and stops it in reverse."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from datetime import datetime
from functools import partial

from starlette.applications import Starlette

import messages.markup
from bot.clock import Clock
from bot.duty import Duty
from bot.inbox import Inbox, utc_now
from bot.library import Library
from bot.memory import give_back_memory
from bot.platforms.all import Streets, platforms_of
from bot.platforms.base import PlatformAdapter
from bot.secret import fits, secret_key
from bot.settings import Settings, SettingsError
from bot.shared_work import Listening, Speaking, Tasks, running, via_of
from bot.stopping import all_at_once, until_stopped
from bot.understanding import announce as announce_understanding
from bot.web.health import health_routes
from bot.web.metrics import metrics_routes
from bot.web.server import WebServer, listen_at, web_application
from handlers import House
from handlers.chats.several_bots import name_bots, note_bots
from handlers.steering.opening import open_house
from messages.content import Content
from messages.street import Street
from storage import Database, Store
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
        duty: Duty = Duty.ALL,
    ) -> None:
        self.duty = duty
        self.settings = settings
        self.database = database
        self.now = now
        self.platforms = platforms(self.streets)
        self.library = Library(settings.default_language, settings.understanding, settings.data_folder)
        self.inbox = Inbox(database, self.library, self.house, now)
        self.speaking = [Speaking(platform, database, self.house, now) for platform in self.platforms]
        self.listening = {via_of(one): Listening(one, database, self.inbox) for one in self.platforms}
        self.clock = Clock(database, self.house, now)
        self.at_work: Tasks = []

    def house(self) -> House:
        identities = {(platform.platform, platform.bot): platform.identity for platform in self.platforms}
        return House(
            address=self.settings.address,
            identities=identities,
            language=self.settings.default_language,
            timezone=self.settings.default_timezone,
        )

    async def streets(self) -> Sequence[Street]:
        content = await self.database.read(lambda store: store.content.published())
        return list(content.streets.values())

    async def read_in(self) -> None:
        """Loads all that the bot can do, and makes the understanding, before the first message needs them."""
        if not self.duty.listens:
            return
        content = await self.database.read(lambda store: store.content.published())
        # A thread of its own, that a stop need not wait for.
        threading.Thread(target=self._prepare, args=(content,), daemon=True).start()

    def _prepare(self, content: Content) -> None:
        import handlers.router  # noqa: F401

        messages.markup.parser()
        self.library.prepare(content)
        give_back_memory()

    def ready(self) -> dict[str, bool]:
        """Which platforms are heard, by name; each bot of one by its own."""
        if not self.duty.listens:
            return {}
        return {name: listening.is_up for name, listening in self.listening.items()}

    def _open_house(self, store: Store) -> None:
        names = frozenset(platform.platform for platform in self.platforms)
        open_house(self.settings.organisers, names, self.now(), store)
        note_bots(self.house(), self.now(), store)

    @asynccontextmanager
    async def started(self, *, keep_time: bool = True) -> AsyncIterator[None]:
        """Hears, speaks and keeps time, whatever of it is our duty, for as long as the context lasts."""
        await self.database.write(self._open_house)
        async with AsyncExitStack() as stack:
            started: list[PlatformAdapter] = []
            stack.push_async_callback(lambda: all_at_once([one.stop for one in started], SECONDS_FOR_PLATFORMS))
            # The postmen stop before the platforms, through which they finish what is under way.
            speaking = [one.run() for one in self.speaking] if self.duty.delivers else []
            self.at_work = list(await stack.enter_async_context(running(*speaking)))
            for platform in self.platforms:
                started.append(platform)
                if self.duty.listens:
                    self.at_work += await self.listening[via_of(platform)].start(stack)
                else:
                    await platform.start(None)
            if keep_time and self.duty.keeps_time:
                self.clock.start()
                stack.callback(self.clock.stop)
            yield


@asynccontextmanager
async def open_app(
    settings: Settings,
    platforms: Callable[[Streets], Sequence[PlatformAdapter]] | None = None,
    duty: Duty = Duty.ALL,
) -> AsyncIterator[App]:
    """The bot with its database open and its schema the newest, on the platforms of the settings or on these."""
    with for_nobody_else():
        seal = Seal(secret_key(settings))
        await migrate(settings.database_url)
    async with open_database(settings.database_url, seal) as database:
        if not await database.write(lambda store: fits(seal, store)):
            raise SettingsError("SECRET_KEY: the database was made with another key; put that one back")
        numbers = list(settings.telegram_tokens)
        bots = await database.write(lambda store: name_bots(numbers, store))
        yield App(settings, database, platforms or partial(platforms_of, settings, bots=bots), duty=duty)


@contextmanager
def for_nobody_else() -> Iterator[None]:
    """What is made meanwhile (the folder, the key, the database) only we can read."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


async def run(settings: Settings, announce: Callable[[str], None], duty: Duty = Duty.ALL) -> None:
    """Run until SIGTERM or SIGINT; `announce` is told what a person who starts the bot wants to know."""
    await until_stopped(_live(settings, announce, duty))


async def _live(settings: Settings, announce: Callable[[str], None], duty: Duty) -> None:
    """Until cancelled, or until something that should go on has ended: then raises what ended it."""
    listening = listen_at(settings)
    announce_understanding(settings.understanding)
    async with open_app(settings, duty=duty) as app, app.started():
        server = WebServer(_web(app))
        # Who asks before all is read in is understood by words: a start does not wait for it.
        async with running(server.serve(sockets=[listening])) as serving, running(app.read_in()):
            for line in _welcome(settings) if duty.listens else ():
                announce(line)
            try:
                ended, _ = await asyncio.wait([*serving, *app.at_work], return_when=asyncio.FIRST_COMPLETED)
            finally:
                server.should_exit = True
                await asyncio.wait(serving, timeout=SECONDS_FOR_WEB)
            for task in ended:
                task.result()


def _web(app: App) -> Starlette:
    routes = [route for platform in app.platforms for route in platform.routes()] if app.duty.listens else []
    health = [*health_routes(app.database, app.ready), *metrics_routes(app.database, app.ready, app.now)]
    return web_application(routes, has_playground=app.settings.playground_on and app.duty.listens, health=health)


def _welcome(settings: Settings) -> list[str]:
    lines = [f"Straatbot runs at {settings.address}."]
    if settings.playground_on:
        lines.append(f"Try it in the playground: {settings.address}/playground")
    if not settings.telegram_on and not settings.whatsapp_on:
        lines.append("Telegram and WhatsApp are off: see the README for how to turn them on.")
    return lines
