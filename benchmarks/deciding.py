"""What it costs to decide durably: beside python-telegram-bot's empty dispatch, a write to disk, and a long history."""

import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measure import Measure
from benchmarks.places import fdatasync, postgresql, sqlite
from benchmarks.questions import GROUPS, Deciding, PlainDispatch, bodies
from messages.delivery import DeliveryState
from messages.street import Platform
from storage import Store
from storage.tables import deliveries, heard

ROUNDS = 5
AT_ONCE = 64
LOT = 256
SINGLY = 50
HISTORY = 1_000_000
NOW = datetime.now(UTC)


async def deciding(folder: Path) -> AsyncIterator[Measure]:
    """Rounds of all in turn, so that they have the same machine."""
    async with AsyncExitStack() as stack:
        ours = Deciding(await stack.enter_async_context(sqlite(folder / "decided.db")))
        await ours.prepare()
        on_postgresql = await _on_postgresql(stack)
        plain = PlainDispatch()
        shares, other_shares, singly, disk = [], [], [], []
        for _ in range(ROUNDS):
            empty = await _seconds(plain.take(bodies(LOT)))
            shares.append(empty / await _seconds(ours.take(bodies(LOT), at_once=AT_ONCE)))
            if on_postgresql:
                other_shares.append(empty / await _seconds(on_postgresql.take(bodies(LOT), at_once=AT_ONCE)))
            singly += await ours.take(bodies(SINGLY), at_once=1)
            disk += fdatasync(folder, SINGLY)
    yield Measure("durable decision, 64 in flight, of PTB's empty dispatch", median(shares), 1.0, "higher")
    if other_shares:
        yield Measure("the same on PostgreSQL", median(other_shares), None, "higher")
    yield Measure("one in flight, p99, times one fdatasync", _p99(singly) / median(disk), 20, "lower")
    yield Measure("the same, p50", median(singly) / median(disk), None, "lower")
    yield Measure("one fdatasync, p99, times its p50", _p99(disk) / median(disk), None, "lower")


async def _on_postgresql(stack: AsyncExitStack) -> Deciding | None:
    try:
        database = await stack.enter_async_context(postgresql("decided"))
    except OSError:
        return None
    deciding = Deciding(database)
    await deciding.prepare()
    return deciding


async def with_history(folder: Path) -> AsyncIterator[Measure]:
    """One message from its body to `sent`, but for the network, in turn on a new store and on one of long ago."""
    async with sqlite(folder / "new.db") as new, sqlite(folder / "old.db") as old:
        stores = [Deciding(new), Deciding(old)]
        for one in stores:
            await one.prepare()
        await old.write(_with_history)
        for one in stores:
            await _one_message(one)
        taken: list[list[float]] = [[], []]
        for _ in range(SINGLY * 3):
            for place, one in enumerate(stores):
                taken[place].append(await _seconds(_one_message(one)))
    yield Measure(
        f"one message after {HISTORY:,}, times one at first", median(taken[1]) / median(taken[0]), 1.2, "lower"
    )


async def _one_message(deciding: Deciding) -> None:
    await deciding.take(bodies(1), at_once=1)
    claimed = await deciding.database.write(
        lambda store: store.outbox.claim(Platform.TELEGRAM, datetime.now(UTC), limit=2 * GROUPS)
    )
    for one in claimed:
        await deciding.database.write(lambda store, one=one: store.outbox.page_sent(one, 0, "1", last=True, now=NOW))


def _with_history(store: Store) -> None:
    """Of the last thirty days: longer ago nothing is kept."""
    apart = timedelta(days=29) / HISTORY
    for first in range(0, HISTORY, 10_000):
        numbers = range(first, first + 10_000)
        said = [_said(number, NOW - timedelta(days=29) + number * apart) for number in numbers]
        store._connection.execute(deliveries.insert(), said)
        told = [
            {"platform": "telegram", "external_hash": f"{n:032x}", "heard_at": s["made_at"]}
            for n, s in zip(numbers, said, strict=True)
        ]
        store._connection.execute(heard.insert(), told)


def _said(number: int, at: datetime) -> dict[str, Any]:
    return {
        "chat": number % GROUPS + 1,
        "platform": Platform.TELEGRAM,
        "cause": f"heard:telegram:{number:032x}",
        "urgency": 1 + number % 3,
        "state": DeliveryState.SENT,
        "body": {"parts": [{"text": "Bij de erfgrens is het maximum 40 dB. " * 8, "kind": "paragraph"}]},
        "due_at": at,
        "not_before": at,
        "pages_sent": 1,
        "external_id": str(number),
        "made_at": at,
        "settled_at": at,
    }


async def _seconds(work: Awaitable[object]) -> float:
    before = time.perf_counter()
    await work
    return time.perf_counter() - before


def _p99(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.99)]
