"""Kills the bot again and again while it hears webhooks and answers, and counts what has become of every message."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import select, text

from messages.delivery import DeliveryState
from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from storage.tables import deliveries
from tests.doubles.bot import SECRET
from tests.doubles.fault_proxy import Fate, FaultProxy
from tests.doubles.nodes import Node, Nursery
from tests.doubles.patience import SECONDS, until
from tests.doubles.telegram_chats import Limits
from tests.doubles.telegram_server import TelegramServer
from tests.faults.account import Account, account
from tests.faults.bot_on_telegram import a_street

WEBHOOK_SECRET = "a-secret-of-the-tests"
# Alarms among the questions: only these are said again by themselves.
QUESTIONS = ("/help", "/privacy", "wat kost een warmtepomp", "ik ruik gas")
AT_ONCE = 6  # new messages for each life of the bot
STILLBORN = 0.2  # the share that is killed while it starts, or just after
LONGEST_START = 0.5  # seconds
LONGEST_LIFE = 0.2  # seconds from the first message that it sends
SLOWEST_ANSWER = 0.08
NAMES = count(1)
UNDER_WAY = (DeliveryState.WAITING, DeliveryState.CLAIMED, DeliveryState.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Killed:
    """`in_flight` is how many messages were marked as being sent at each kill; `refused` counts 429s."""

    kills: int
    account: Account
    in_flight: tuple[int, ...]
    refused: int

    @property
    def unknown_per_kill(self) -> float:
        return self.account.unknown / self.kills


async def kill_while_sending(nursery: Nursery, url: str, folder: Path, *, kills: int, seed: int = 1) -> Killed:
    """On the empty database at `url`, which has the newest schema; the bot's log goes into `folder`.

    Kills on until a message was in flight at one of them.
    """
    chance = Random(seed)
    async with AsyncExitStack() as stack:
        # The bot keeps its own pace; here more is let through, so that a kill never meets an idle bot.
        server = await stack.enter_async_context(TelegramServer(limits=Limits(token=(1000, 1))))
        proxy = await stack.enter_async_context(SlowRoad(server.url, chance))
        database = await stack.enter_async_context(open_database(url, Seal(SECRET)))
        await database.write(a_street)
        node = Node(nursery, url, folder, settings=by_webhook(proxy.url, server.token))
        stack.push_async_callback(node.kill)
        asked: list[str] = []
        in_flight = []
        lost: set[int] = set()
        sessions = await database.read(_sessions)
        while len(in_flight) < kills or not any(in_flight):
            asked += ask(server, AT_ONCE, chance)
            proxy.speaks.clear()
            await node.start()
            if chance.random() < STILLBORN:
                await asyncio.sleep(chance.uniform(0, LONGEST_START))
            else:
                async with asyncio.timeout(SECONDS):
                    await proxy.speaks.wait()
                await asyncio.sleep(chance.uniform(0, LONGEST_LIFE))
            await node.kill()
            # What the bot had said COMMIT to, the server may still be doing.
            await until(lambda: is_over(database, sessions))
            marked = await database.read(being_sent) - lost
            in_flight.append(len(marked))
            lost |= marked
        await node.start()
        await all_settled(database, server)
        assert await node.stop() == 0
        refused = sum(call.status == 429 for call in server.calls)
        found = await account(database, server, asked)
        return Killed(kills=len(in_flight), account=found, in_flight=tuple(in_flight), refused=refused)


class SlowRoad(FaultProxy):
    """To Telegram, whose answers take their time; `speaks` is set by each message of the bot's."""

    def __init__(self, server_url: str, chance: Random) -> None:
        super().__init__(server_url, self._fate)
        self.speaks = asyncio.Event()
        self._chance = chance

    def _fate(self, path: str) -> Fate:
        if path.lower().endswith("/sendmessage"):
            self.speaks.set()
        return Fate(late=self._chance.uniform(0, SLOWEST_ANSWER))


def by_webhook(telegram_url: str, token: str) -> dict[str, str]:
    """Settings of a bot that Telegram calls; a `Node` knows its own address."""
    settings = {"TELEGRAM_API_URL": telegram_url, "TELEGRAM_BOT_TOKEN": token}
    return settings | {"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": WEBHOOK_SECRET}


def ask(server: TelegramServer, number: int, chance: Random, questions: Sequence[str] = QUESTIONS) -> list[str]:
    """So many new people ask one of these each, in private; the ids of their chats."""
    chats = [server.private(f"Person {next(NAMES)}") for _ in range(number)]
    for chat in chats:
        server.says(chat, chat.title, chance.choice(questions))
    return [str(chat.id) for chat in chats]


async def all_settled(database: Database, server: TelegramServer) -> None:
    """Telegram has brought everything, and nothing waits or is under way; however long, as long as it moves."""
    left, clock = (-1, -1), asyncio.get_running_loop().time
    until = clock() + SECONDS
    while left != (0, 0):
        now_left = len(server.pending), len(await database.read(_under_way))
        if now_left != left:
            left, until = now_left, clock() + SECONDS
        assert clock() < until, f"{left[0]} are not brought and {left[1]} not settled"
        await asyncio.sleep(0.05)


async def is_over(database: Database, sessions: int) -> bool:
    """Whether the server has no more sessions than these."""
    return await database.read(_sessions) <= sessions


def _sessions(store: Store) -> int:
    """How many the server has; SQLite has no server."""
    if store._connection.dialect.name == "sqlite":
        return 0
    query = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
    return store._connection.scalar(query) or 0


def being_sent(store: Store) -> set[int]:
    return _keys(store, DeliveryState.SENDING)


def _under_way(store: Store) -> set[int]:
    return _keys(store, *UNDER_WAY)


def _keys(store: Store, *states: DeliveryState) -> set[int]:
    return set(store._connection.scalars(select(deliveries.c.key).where(deliveries.c.state.in_(states))))
