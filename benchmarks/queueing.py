"""What claiming and settling cost on PostgreSQL, in order and at the pace of each chat, beside plainer queues."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import asyncpg
from sqlalchemy import delete

from benchmarks.measure import Measure
from benchmarks.places import empty_postgresql, postgresql
from benchmarks.questions import FIRST_GROUP, HOUSE
from bot.pace import MINUTE, SECOND, Limit, Limits
from bot.postman import Postman
from messages.delivery import Delivery, Urgency
from messages.reply import Reply, say
from messages.street import ChatAddress, ChatKind, Platform
from storage import Database, Store
from storage.outbox import Outgoing
from storage.tables import deliveries

CHATS = 100
EACH = 10
LOT = 50
ROUNDS = 5
# Counted as ever, and never reached.
WIDE = Limits(token=Limit(10**6, SECOND), chat=Limit(10**6, SECOND), group=Limit(10**6, MINUTE))
PLAIN_TABLE = """
CREATE TABLE queue (key bigserial PRIMARY KEY, chat bigint, state text, body text);
CREATE INDEX ON queue (state, key);
"""
PLAIN_FILL = "INSERT INTO queue (chat, state, body) SELECT n % $1, 'waiting', 'Tip.' FROM generate_series(1, $2) n"
PLAIN_CLAIM = """
UPDATE queue SET state = 'sending' WHERE key IN (
  SELECT key FROM queue WHERE state = 'waiting' ORDER BY key LIMIT $1 FOR UPDATE SKIP LOCKED
) RETURNING key, chat, body
"""
PLAIN_SETTLE = "UPDATE queue SET state = 'sent' WHERE key = ANY($1)"


async def queueing(folder: Path) -> AsyncIterator[Measure]:
    """Messages a second; sending itself takes no time."""
    try:
        async with postgresql("ours") as database, empty_postgresql("plain") as address:
            plain = await asyncpg.connect(f"postgresql://{address}")
            await plain.execute(PLAIN_TABLE)
            ours, bare = [], []
            for _ in range(ROUNDS):
                ours.append(await _ours(database))
                bare.append(await _bare(plain))
            await plain.close()
    except OSError:
        return
    share = median(one / other for one, other in zip(ours, bare, strict=True))
    yield Measure("claim and settle, of a bare batched SKIP LOCKED", share, 0.25, "higher")
    yield Measure("the same, messages a second", median(ours), None, "higher")
    if find_spec("procrastinate"):
        rate = await _procrastinate()
        yield Measure("procrastinate with a lock for each chat, of the same", rate / median(bare), None, "higher")
        yield Measure("procrastinate, messages a second", rate, None, "higher")


class Instant:
    """A platform that takes a message in no time."""

    platform = Platform.TELEGRAM
    bot = ""

    def __init__(self) -> None:
        self.sent = 0

    def page_count(self, delivery: Delivery) -> int:
        return 1

    async def send(self, delivery: Delivery, page: int) -> str:
        self.sent += 1
        return str(self.sent)


async def _ours(database: Database) -> float:
    await database.write(_fill)
    platform = Instant()
    postman = Postman(platform, database, lambda: HOUSE, limits=WIDE)  # type: ignore[arg-type]

    async def run() -> None:
        working = asyncio.create_task(postman.run())
        while platform.sent < CHATS * EACH or postman.is_busy:  # noqa: ASYNC110 - what is kept tells nobody
            await asyncio.sleep(0.005)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)

    return await _rate(run)


def _fill(store: Store) -> None:
    now = datetime.now(UTC)
    store._connection.execute(delete(deliveries))
    chats = [
        store.chats.meet(ChatAddress(Platform.TELEGRAM, str(FIRST_GROUP - n)), ChatKind.GROUP, now).key
        for n in range(CHATS)
    ]
    reply: Reply = say("Tip.")
    made = [
        Outgoing(chat, Platform.TELEGRAM, reply, Urgency.BROADCAST, f"tip:{n}:{chat}", now, None)
        for n in range(EACH)
        for chat in chats
    ]
    store.outbox.add_all(made, now)


async def _bare(connection: asyncpg.Connection) -> float:
    await connection.execute("TRUNCATE queue")
    await connection.execute(PLAIN_FILL, CHATS, CHATS * EACH)

    async def run() -> None:
        while rows := await connection.fetch(PLAIN_CLAIM, LOT):
            await connection.execute(PLAIN_SETTLE, [row["key"] for row in rows])

    return await _rate(run)


async def _procrastinate() -> float:
    """https://procrastinate.readthedocs.io/en/stable/howto/advanced/locks.html; for the benchmarks alone."""
    from procrastinate import App, PsycopgConnector

    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    async with empty_postgresql("procrastinate") as address:
        app = App(connector=PsycopgConnector(conninfo=f"postgresql://{address}"))

        @app.task
        async def send(text: str) -> None:
            return None

        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            for chat in range(CHATS):
                await send.configure(lock=str(chat)).batch_defer_async(*({"text": "Tip."} for _ in range(EACH)))
            return await _rate(lambda: app.run_worker_async(concurrency=16, wait=False, install_signal_handlers=False))


async def _rate(run: Callable[[], Awaitable[object]]) -> float:
    before = time.perf_counter()
    await run()
    return CHATS * EACH / (time.perf_counter() - before)
