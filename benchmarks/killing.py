"""What a `kill -9` costs: a bot that dies again and again at any moment, and clocks that die while very much is due."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

from benchmarks.measure import Measure
from benchmarks.places import empty_postgresql
from storage.migrate import migrate
from tests.doubles.nodes import Nursery
from tests.faults.announcing import kill_while_announcing
from tests.faults.killing import kill_while_sending

KILLS = int(os.environ.get("KILLS", "100"))
CLOCK_KILLS = int(os.environ.get("CLOCK_KILLS", "6"))
OCCURRENCES = int(os.environ.get("OCCURRENCES", "100000"))
NODES = 4


async def kills(folder: Path) -> AsyncIterator[Measure]:
    """On SQLite; every message of every life is accounted for, here and at the pretended Telegram."""
    url = f"sqlite+aiosqlite:///{folder / 'killed.db'}"
    await migrate(url)
    with Nursery() as nursery:
        killed = await kill_while_sending(nursery, url, folder, kills=KILLS)
    found, most = killed.account, max(killed.in_flight)
    yield Measure(f"of {found.asked} messages in {KILLS} kills: lost", len(found.lost), 0, "lower")
    yield Measure("the same: said twice", len(found.doubled), 0, "lower")
    yield Measure(f"the same: unknown, for each kill (most in flight: {most})", killed.unknown_per_kill, most, "lower")
    yield Measure("the same: unknown, beyond what was in flight", found.unknown - sum(killed.in_flight), 0, "lower")


async def clocks(folder: Path) -> AsyncIterator[Measure]:
    """On PostgreSQL; each occurrence is one delivery, for each street has one group."""
    try:
        async with empty_postgresql("killed") as address:
            url = f"postgresql+asyncpg://{address}"
            await migrate(url)
            with Nursery() as nursery:
                found = await kill_while_announcing(
                    nursery, url, folder, nodes=NODES, number=OCCURRENCES, kills=CLOCK_KILLS
                )
    except OSError:
        return
    what = f"{OCCURRENCES:,} occurrences, {NODES} clocks, {found.killed} killed"
    yield Measure(f"{what}: deliveries", found.deliveries, OCCURRENCES, "higher")
    yield Measure("the same: missing", OCCURRENCES - found.distinct, 0, "lower")
    yield Measure("the same: said twice", found.deliveries - found.distinct, 0, "lower")
