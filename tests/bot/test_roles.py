"""Several processes share one PostgreSQL database: each does its part, and none does another's."""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.doubles.bot import SECRET
from tests.doubles.telegram_server import TelegramServer

REPOSITORY = Path(__file__).parents[2]
STARTS_WITHIN = 30
TAKES_OVER_WITHIN = 10


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


class Process:
    """`straatbot run` with a role, on the test's database and pretended Telegram."""

    def __init__(self, role: str, url: str, server: TelegramServer, folder: Path) -> None:
        self.role, self.port, self.folder = role, free_port(), folder
        settings = {"SECRET_KEY": SECRET, "DATABASE_URL": url, "PLAYGROUND": "off", "PORT": str(self.port)}
        settings |= {"TELEGRAM_API_URL": server.url, "TELEGRAM_BOT_TOKEN": server.token, "UNDERSTANDING": "lexical"}
        self._environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY)} | settings
        self.log = folder / f"{role}-{self.port}.log"
        self.running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self.log.open("w") as log:
            self.running = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                "--role",
                self.role,
                cwd=self.folder,
                env=self._environment,
                stderr=log,
            )
        async with asyncio.timeout(STARTS_WITHIN), aiohttp.ClientSession() as session:
            while not await self._is_ready(session):
                assert self.running.returncode is None, self.log.read_text()
                await asyncio.sleep(0.05)

    async def kill(self) -> None:
        assert self.running
        with contextlib.suppress(ProcessLookupError):
            self.running.kill()
        await self.running.wait()

    async def _is_ready(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.get(f"http://127.0.0.1:{self.port}/ready") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


@asynccontextmanager
async def running(url: str, server: TelegramServer, folder: Path, *roles: str) -> AsyncIterator[list[Process]]:
    processes = [Process(role, url, server, folder) for role in roles]
    async with AsyncExitStack() as stack:
        for process in processes:
            stack.push_async_callback(process.kill)
            await process.start()
        yield processes


@pytest.fixture
def engine() -> str:
    return "postgresql"


async def test_who_listens_and_who_sends_answer_a_question_together(own_database_url: str, tmp_path: Path) -> None:
    async with TelegramServer() as server, running(own_database_url, server, tmp_path, "web", "postman"):
        fatma = server.private("Fatma")

        server.says(fatma, "Fatma", "/start")

        await server.until(lambda: server.sent(fatma), seconds=10)
        assert len(server.called("sendMessage")) == 1


async def test_when_the_sender_is_killed_another_takes_over_and_nothing_is_doubled(
    own_database_url: str, tmp_path: Path
) -> None:
    roles = ("web", "postman", "postman")
    async with TelegramServer() as server, running(own_database_url, server, tmp_path, *roles) as (_, first, second):
        assert "standing by" in second.log.read_text()
        fatma = server.private("Fatma")
        await first.kill()

        server.says(fatma, "Fatma", "/start")

        await server.until(lambda: server.sent(fatma), seconds=TAKES_OVER_WITHIN)
        await asyncio.sleep(0.3)
        assert len(server.called("sendMessage")) == 1


async def test_one_of_two_listens_and_when_it_is_killed_the_other_does(own_database_url: str, tmp_path: Path) -> None:
    async with TelegramServer() as server, running(own_database_url, server, tmp_path, "all", "all") as (first, _):
        fatma = server.private("Fatma")
        await first.kill()

        server.says(fatma, "Fatma", "/start")

        await server.until(lambda: server.sent(fatma), seconds=TAKES_OVER_WITHIN)
        assert all(call.status != 409 for call in server.called("getUpdates"))
