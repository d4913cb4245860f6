"""Kills the clocks of a crowd of nodes while very much is due, and counts what has been decided to be said."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bot.inbox import utc_now
from messages.content import Announcement, AtQuietHours, Content, Schedule, Wording
from messages.street import ChatKind, ChatState, Platform, Street
from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from storage.tables import chats, deliveries, occurrences
from tests.doubles.bot import SECRET
from tests.doubles.nodes import Node, Nursery

ITEMS = 10  # announcements in each street
# Saved so long ago, due so long ago, and of use for so long.
SAVED, DUE, KEPT = timedelta(hours=2), timedelta(hours=1), timedelta(hours=12)
ORIGIN = "content_origin"
ENDS_WITHIN = 900  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """`distinct` chats and items among the deliveries; `killed` processes that had not finished."""

    occurrences: int
    deliveries: int
    distinct: int
    killed: int


async def kill_while_announcing(
    nursery: Nursery, url: str, folder: Path, *, nodes: int, number: int, kills: int, seed: int = 1
) -> Announced:
    """`number` occurrences that are due, in the empty database at `url`, and `nodes` clocks that decide them."""
    chance = Random(seed)
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(url, Seal(SECRET)))
        await _fill(database, number)
        crowd = [Node(nursery, url, folder, "clock") for _ in range(nodes)]
        for node in crowd:
            stack.push_async_callback(node.kill)
            await node.start()
        killed = 0
        async with asyncio.timeout(ENDS_WITHIN):
            # At moments spread over the work, whatever its speed.
            for part in sorted(chance.uniform(0, 0.95) for _ in range(kills)):
                await _until(lambda: _decided(database), int(part * number))
                node = chance.choice(crowd)
                await node.kill()
                killed += await _decided(database) < number
                await node.start()
            await _until(lambda: _decided(database), number)
        # Whatever is decided twice, is by now.
        await asyncio.sleep(1)
        return await database.read(lambda store: _announced(store, killed))


async def _until(reached: Callable[[], Awaitable[int]], number: int) -> None:
    while await reached() < number:  # noqa: ASYNC110 - by other processes
        await asyncio.sleep(number / 1_000_000)  # counting very many costs the others something


async def _fill(database: Database, number: int) -> None:
    """Streets with a group each, in each of which everything is due."""
    now = utc_now()
    streets = {one.id: one for one in (_street(n) for n in range(number // ITEMS))}
    items = {one.id: one for one in (_announcement(n, now - DUE) for n in range(ITEMS))}
    rows = [
        {
            "platform": Platform.TELEGRAM,
            "address_hash": f"hash of {street}",
            "address": "sealed",
            "kind": ChatKind.GROUP,
            "state": ChatState.LINKED,
            "street": street,
            "since": now - SAVED,
        }
        for street in streets
    ]

    def fill(store: Store) -> None:
        store.memory.set(ORIGIN, "tests")
        store.content.save(Content(streets=streets, announcements=items), now=now - SAVED)
        store.occurrences.all_decided_until(now - SAVED)
        store._connection.execute(chats.insert(), rows)

    await database.write(fill)


def _street(number: int) -> Street:
    return Street(id=f"straat-{number}", name=f"Straat {number}", quiet_hours=None)


def _announcement(number: int, at: datetime) -> Announcement:
    local = at.astimezone(ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None, microsecond=0)
    schedule = Schedule(starts_at=local, expires_after=KEPT, quiet_hours=AtQuietHours.SEND)
    return Announcement(id=f"tip-{number}", wordings=(Wording(text=f"Tip {number}."),), schedule=schedule)


async def _decided(database: Database) -> int:
    query = select(func.count()).select_from(occurrences)
    return await database.read(lambda store: store._connection.scalar(query) or 0)


def _announced(store: Store, killed: int) -> Announced:
    count = lambda query: store._connection.scalar(query) or 0  # noqa: E731
    said = select(deliveries.c.chat, deliveries.c.due_at, deliveries.c.body)
    return Announced(
        occurrences=count(select(func.count()).select_from(occurrences)),
        deliveries=count(select(func.count()).select_from(deliveries)),
        distinct=len({(row.chat, str(row.body)) for row in store._connection.execute(said)}),
        killed=killed,
    )
