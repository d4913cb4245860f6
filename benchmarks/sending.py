"""What the process itself spends on one message to Telegram, beside aiohttp alone and PTB's own transport."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import aiohttp
from telegram import Bot
from telegram.request import HTTPXRequest

from benchmarks.measure import Measure
from benchmarks.questions import TOKEN
from bot.platforms.telegram import TelegramAdapter
from messages.delivery import Delivery, Urgency
from messages.reply import say
from messages.street import ChatAddress, ChatKind, Platform

ROUNDS = 5
SENDS = 480
AT_ONCE = 16
CHAT = "-1001000000000"
TEXT = "Bij de erfgrens is het maximum 40 dB tussen 19.00 en 7.00 uur. Overdag is het 45 dB."
FIELDS = {"chat_id": CHAT, "text": TEXT, "parse_mode": "HTML", "disable_notification": "true"}

Send = Callable[[], Awaitable[object]]


async def sending(folder: Path) -> AsyncIterator[Measure]:
    """All over connections that are kept, sixteen at once; the server has a process of its own."""
    with _server() as address:
        adapter = TelegramAdapter(token=TOKEN, api_url=address)
        await adapter.start(None)
        delivery = _delivery()
        async with aiohttp.ClientSession() as session, HTTPXRequest(connection_pool_size=AT_ONCE) as request:
            theirs = Bot(TOKEN, f"{address}/bot", request=request)
            ways: list[Send] = [
                lambda: _bare(session, f"{address}/bot{TOKEN}/sendMessage"),
                lambda: adapter.send(delivery, 0),
                lambda: theirs.send_message(CHAT, TEXT, parse_mode="HTML"),
            ]
            bare, ours, plain = await _in_turn(ways)
        await adapter.stop()
    yield Measure("CPU of one Telegram send, times bare aiohttp", ours / bare, 2.5, "lower")
    yield Measure("the same with PTB's own transport", plain / bare, None, "lower")


async def _in_turn(ways: list[Send]) -> list[float]:
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(ROUNDS):
        for place, way in enumerate(ways):
            taken[place].append(await _cpu(way))
    return [median(one) for one in taken]


async def _cpu(send: Send) -> float:
    """Seconds of the processor for one send."""
    before = time.process_time()
    await asyncio.gather(*(_some(send) for _ in range(AT_ONCE)))
    return (time.process_time() - before) / SENDS


async def _some(send: Send) -> None:
    for _ in range(SENDS // AT_ONCE):
        await send()


async def _bare(session: aiohttp.ClientSession, url: str) -> int:
    async with session.post(url, data=FIELDS) as response:
        return int(json.loads(await response.read())["result"]["message_id"])


def _delivery() -> Delivery:
    return Delivery(
        key=1,
        chat=ChatAddress(Platform.TELEGRAM, CHAT),
        chat_kind=ChatKind.GROUP,
        reply=say(TEXT, silent=True),
        urgency=Urgency.BROADCAST,
        cause="benchmark",
        due_at=datetime.now(UTC),
    )


@contextmanager
def _server() -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.answering"]
    with subprocess.Popen(command, cwd=Path(__file__).parent.parent, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout  # noqa: S101
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.terminate()
