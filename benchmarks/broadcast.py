"""An announcement to 10,000 groups on a strict Telegram with the published limits, and who asks something meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from benchmarks.measure import Measure
from benchmarks.places import SEAL, SECRET, sqlite
from benchmarks.questions import QUESTIONS, STREET
from bot.settings import UnderstandingBy
from messages.delivery import Urgency
from messages.reply import say
from messages.street import ChatKind, ChatState, Platform
from storage import Store
from storage.outbox import Outgoing
from storage.tables import chats
from tests.doubles.nodes import Node, Nursery, nodes
from tests.doubles.patience import until
from tests.doubles.telegram_chats import Limits
from tests.doubles.telegram_server import TelegramServer

GROUPS = 10_000
# The whole takes 334 seconds at best. A minute of it tells as much: the longest of the limits is a minute.
SECONDS = 60
LIMITS = Limits(token=(30, 1), chat=(1, 1), group=(20, 60))
ASKED = 100
_names = count(1)


async def broadcast(folder: Path) -> AsyncIterator[Measure]:
    """The bot has a process of its own, as Telegram has; what is measured is then not what both take together."""
    with Nursery() as nursery:
        async with TelegramServer(limits=LIMITS) as telegram, sqlite(folder / "broadcast.db") as database:
            async with nodes(Node(nursery, database.url, folder, settings=_settings(telegram))):
                await _asked(telegram, 2)
                idle = await _asked(telegram, ASKED)
                groups = [telegram.group(f"Straat {number}", supergroup=True).id for number in range(GROUPS)]
                await database.write(lambda store: _announce(groups, store))
                first = len(telegram.all_sent)
                await until(lambda: len(telegram.all_sent) > first)
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
        telegram.says(chat, name, QUESTIONS[number % len(QUESTIONS)])
        await until(lambda chat=chat: len(chat.messages) > 1)
        taken.append(time.perf_counter() - before)
        await asyncio.sleep(max(0.0, pause - taken[-1]))
    return taken


def _settings(telegram: TelegramServer) -> dict[str, str]:
    where = {"TELEGRAM_API_URL": telegram.url, "TELEGRAM_BOT_TOKEN": telegram.token}
    return where | {"SECRET_KEY": SECRET, "UNDERSTANDING": UnderstandingBy.AUTO}


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
