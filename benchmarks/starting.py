"""How long the bot takes to be ready, and what it then holds in memory; Telegram is on, words alone understand."""

import asyncio
import os
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median

import aiohttp

from benchmarks.measure import Measure
from tests.doubles.telegram_server import TelegramServer

STARTS = 7
# The understanding is made after the start, beside it.
SECONDS_TO_SETTLE = 3


async def starting(folder: Path) -> AsyncIterator[Measure]:
    """The first start, which makes the database, is not counted: a bot is restarted far more often."""
    async with TelegramServer() as telegram:
        settings = {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'started.db'}",
            "UNDERSTANDING": "lexical",
            "PLAYGROUND": "off",
        }
        ready, held = [], []
        for start in range(STARTS + 1):
            seconds, megabytes = await _started(folder, settings)
            if start:
                ready.append(seconds)
                held.append(megabytes)
    imports = [await _python("import bot.app") - await _python("pass") for _ in range(STARTS)]
    yield Measure("start to ready, ms", median(ready) * 1000, 600, "lower")
    yield Measure("of which imports of the bot itself, ms", median(imports) * 1000, None, "lower")
    yield Measure("memory, MB", median(held), 70, "lower")


async def _started(folder: Path, settings: dict[str, str]) -> tuple[float, float]:
    """Seconds until `/ready` says so, and megabytes once all is settled."""
    port = _free_port()
    before = time.perf_counter()
    async with _running(folder, settings | {"PORT": str(port)}) as process:
        await _until_ready(f"http://127.0.0.1:{port}/ready")
        seconds = time.perf_counter() - before
        await asyncio.sleep(SECONDS_TO_SETTLE)
        return seconds, _memory(process.pid)


@asynccontextmanager
async def _running(folder: Path, settings: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    """In a folder without a `.env`."""
    root = Path(__file__).parent.parent
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root), **settings}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        await process.wait()


async def _until_ready(url: str) -> None:
    async with asyncio.timeout(60), aiohttp.ClientSession() as session:
        while not await _is_ready(session, url):  # noqa: ASYNC110 - it is another process
            await asyncio.sleep(0.005)


async def _is_ready(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(url) as response:
            return response.status == 200
    except aiohttp.ClientError:
        return False


async def _python(code: str) -> float:
    before = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", code, cwd=Path(__file__).parent.parent)
    await process.wait()
    return time.perf_counter() - before


def _memory(process: int) -> float:
    """What the process holds in memory, in MB."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
