"""An announcement to 10,000 groups on a strict Telegram with the published limits, and who asks something meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.measure import Measure
from benchmarks.places import SEAL, sqlite
from benchmarks.questions import QUESTIONS, STREET
from bot.app import App
from bot.platforms.all import platforms_of
from bot.settings import Settings
from messages.delivery import Urgency
from messages.reply import say
from messages.street import ChatKind, ChatState, Platform
from storage import Database, Store
from storage.outbox import Outgoing
from storage.tables import chats
from tests.doubles.telegram_chats import Limits
from tests.doubles.telegram_server import TelegramServer

GROUPS = 10_000
# The whole takes 334 seconds at best. A minute of it tells as much: the longest of the limits is a minute.
SECONDS = 60
LIMITS = Limits(token=(30, 1), chat=(1, 1), group=(20, 60))
ASKED = 30
_names = count(1)


async def broadcast(folder: Path) -> AsyncIterator[Measure]:
    async with (
        TelegramServer(limits=LIMITS) as telegram,
        sqlite(folder / "broadcast.db") as database,
        _bot(telegram, database),
    ):
        await _asked(telegram, 2)
        idle = await _asked(telegram, ASKED)
        groups = [telegram.group(f"Straat {number}", supergroup=True).id for number in range(GROUPS)]
        await database.write(lambda store: _announce(groups, store))
        first = len(telegram.all_sent)
        await telegram.until(lambda: len(telegram.all_sent) > first)
        meanwhile, sent = await _during(telegram, len(telegram.all_sent) - 1)
        refused = sum(call.status == 429 for call in telegram.calls)
    permitted = LIMITS.token[0] * SECONDS
    yield Measure(f"of the permitted rate used, in {SECONDS} s of a broadcast", sent / permitted, 0.97, "higher")
    yield Measure("429s in it", refused, 0, "lower")
    yield Measure("a reply during it, p95, times one when idle", _p95(meanwhile) / _p95(idle), 2, "lower")
    yield Measure("a reply when idle, p95, ms", _p95(idle) * 1000, None, "lower")


async def _during(telegram: TelegramServer, before: int) -> tuple[list[float], int]:
    """How long replies took, and how many messages were accepted, in the seconds from the first one on."""
    ends = time.monotonic() + SECONDS
    taken = await _asked(telegram, ASKED, pause=(SECONDS - 5) / ASKED)
    await asyncio.sleep(max(0.0, ends - time.monotonic()))
    return taken, len(telegram.all_sent) - before


async def _asked(telegram: TelegramServer, times: int, pause: float = 0.1) -> list[float]:
    """Seconds from a question in private until its answer is there, each by another neighbour."""
    taken = []
    for number in range(times):
        name = f"Buur {next(_names)}"
        chat = telegram.private(name)
        before = time.perf_counter()
        telegram.says(chat, name, QUESTIONS[number])
        await telegram.until(lambda chat=chat: len(chat.messages) > 1, seconds=30)
        taken.append(time.perf_counter() - before)
        await asyncio.sleep(max(0.0, pause - taken[-1]))
    return taken


@asynccontextmanager
async def _bot(telegram: TelegramServer, database: Database) -> AsyncIterator[App]:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        telegram_bot_token=telegram.token,  # type: ignore[arg-type]
        telegram_api_url=telegram.url,
        playground="off",  # type: ignore[arg-type]
    )
    app = App(settings, database, lambda streets: platforms_of(settings, streets))
    async with app.started(keep_time=False):
        yield app


def _announce(groups: list[int], store: Store) -> None:
    """As the clock does it: one delivery for each chat, in one transaction."""
    now = datetime.now(UTC)
    linked = {"platform": Platform.TELEGRAM, "kind": ChatKind.GROUP, "state": ChatState.LINKED, "street": STREET}
    rows = [
        linked | {"address_hash": SEAL.hash(str(group)), "address": SEAL.close(str(group)), "since": now}
        for group in groups
    ]
    store._connection.execute(chats.insert(), rows)
    reply = say("Zaterdag is er een energiecafé in het buurthuis.")
    to = [chat.key for chat in store.chats.groups_of(STREET)]
    made = [
        Outgoing(chat, Platform.TELEGRAM, reply, Urgency.BROADCAST, f"occurrence:1:{chat}", now, None) for chat in to
    ]
    store.outbox.add_all(made, now)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]
