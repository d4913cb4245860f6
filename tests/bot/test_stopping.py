"""A stop takes less than ten seconds, whatever is under way, and asking twice does no harm."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.clock import Clock
from bot.stopping import all_at_once, until_stopped
from handlers import House
from storage import Database
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.patience import SECONDS, until
from tests.doubles.ports import free_port
from tests.doubles.stored import states
from tests.doubles.telegram_server import TelegramServer


def ask_to_stop() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


async def test_work_that_ends_or_fails_by_itself_ends_so() -> None:
    async def fail() -> None:
        raise KeyError("a bug")

    await until_stopped(asyncio.sleep(0))
    with pytest.raises(KeyError):
        await until_stopped(fail())


async def test_asked_twice_it_still_puts_all_in_order() -> None:
    done = []

    async def work() -> None:
        try:
            await asyncio.sleep(10)
        finally:
            ask_to_stop()
            await asyncio.sleep(0.02)
            done.append("in order")

    asyncio.get_running_loop().call_later(0.02, ask_to_stop)
    await until_stopped(work())

    assert done == ["in order"]


async def test_what_does_not_stop_is_ended() -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()

    async def hang() -> None:
        try:
            await asyncio.sleep(10)
        finally:
            await ended.wait()

    loop.call_later(0.02, ask_to_stop)
    await until_stopped(hang(), seconds=0.05, end=lambda: loop.call_soon_threadsafe(ended.set) and None)

    assert ended.is_set()


async def test_things_stop_at_once_and_nobody_waits_long_for_the_slowest() -> None:
    stopped = []

    def stop(name: str, seconds: float) -> Callable[[], Awaitable[None]]:
        async def work() -> None:
            await asyncio.sleep(seconds)
            if name == "broken":
                raise OSError
            stopped.append(name)

        return work

    await all_at_once([stop("slow", 10), stop("quick", 0), stop("broken", 0)], seconds=0.05)

    assert stopped == ["quick"]


async def test_nothing_to_stop_is_no_trouble() -> None:
    await all_at_once([], seconds=1)


async def test_a_clock_that_is_slow_and_stopped_at_work_makes_no_noise(
    quick_database: Database, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = asyncio.Event()

    async def look(work: object) -> None:
        began.set()
        await asyncio.sleep(10)

    monkeypatch.setattr(quick_database, "read", look)
    clock = Clock(quick_database, lambda: House(address="http://bot"))
    clock.start()
    await began.wait()
    await asyncio.sleep(1.2)  # it is still looking when it is time to look again
    clock.stop()
    await asyncio.sleep(0.01)

    assert caplog.text == ""


@asynccontextmanager
async def started(folder: Path, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`straatbot run`, with nothing of the settings of this machine; what takes ten seconds to stop ends with 1."""
    own = {"PATH": os.environ["PATH"], "SECRET_KEY": SECRET, "PORT": str(free_port()), "UNDERSTANDING": "lexical"}
    repository = Path(__file__).parents[2]
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=own | settings | {"PYTHONPATH": str(repository)}
    )
    try:
        yield bot
    finally:
        with suppress(ProcessLookupError):
            bot.kill()
        await bot.wait()


async def test_a_bot_with_a_message_that_hangs_stops_in_ten_seconds(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        server.fails("sendMessage", hang=True)
        # Without the playground, in whose groups something of the demo may just be due.
        telegram = {"TELEGRAM_API_URL": server.url, "TELEGRAM_BOT_TOKEN": server.token}
        async with started(tmp_path, PLAYGROUND="off", **telegram) as bot:
            await until(lambda: server.called("getUpdates"))
            server.says(server.private("Fatma"), "Fatma", "/start")
            await until(lambda: server.called("sendMessage"))

            bot.send_signal(signal.SIGTERM)
            await asyncio.sleep(0.3)
            bot.send_signal(signal.SIGTERM)
            async with asyncio.timeout(SECONDS):
                status = await bot.wait()

    assert status == 0
    async with open_database(f"sqlite+aiosqlite:///{tmp_path}/data/straatbot.db", Seal(SECRET)) as database:
        assert set((await database.read(states)).values()) == {"sending"}  # and unknown, once it starts again


async def test_a_bot_that_is_still_starting_stops_as_well(tmp_path: Path) -> None:
    async with TelegramServer() as server:
        server.fails("getMe", hang=True)
        async with started(tmp_path, TELEGRAM_API_URL=server.url, TELEGRAM_BOT_TOKEN=server.token) as bot:
            await until(lambda: server.called("getMe"))

            bot.send_signal(signal.SIGTERM)
            async with asyncio.timeout(SECONDS):
                assert await bot.wait() == 0
