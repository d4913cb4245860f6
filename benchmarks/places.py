"""Where it is measured: a SQLite file on this disk, a PostgreSQL database of its own, and the disk itself."""

import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg

from storage import Database
from storage.database import open_database
from storage.migrate import migrate
from storage.seal import Seal

SECRET = "a secret of the benchmarks, longer than thirty-two characters"  # noqa: S105 - of no bot
SEAL = Seal(SECRET)
# The same server as that of the tests.
POSTGRES = os.environ.get("TEST_POSTGRES", "postgres@127.0.0.1:5432")
PAGE = b"x" * 4096


@asynccontextmanager
async def sqlite(file: Path) -> AsyncIterator[Database]:
    url = f"sqlite+aiosqlite:///{file}"
    await migrate(url)
    async with open_database(url, SEAL) as database:
        yield database


@asynccontextmanager
async def postgresql(name: str) -> AsyncIterator[Database]:
    """Raises OSError where no server answers."""
    async with empty_postgresql(name) as address:
        url = f"postgresql+asyncpg://{address}"
        await migrate(url)
        async with open_database(url, SEAL) as database:
            yield database


@asynccontextmanager
async def empty_postgresql(name: str) -> AsyncIterator[str]:
    """A database without a table, as user@host:port/name; gone afterwards."""
    name = f"straatbot_measured_{name}_{os.getpid()}"
    await _admin(f"CREATE DATABASE {name}")
    try:
        yield f"{POSTGRES}/{name}"
    finally:
        await _admin(f"DROP DATABASE {name} WITH (FORCE)")


async def _admin(statement: str) -> None:
    connection = await asyncpg.connect(f"postgresql://{POSTGRES}/postgres")
    await connection.execute(statement)
    await connection.close()


def fdatasync(folder: Path, times: int) -> list[float]:
    """Seconds that a page takes to reach the disk, as often as asked."""
    taken = []
    file = os.open(folder / "page", os.O_CREAT | os.O_RDWR)
    for place in range(times):
        os.pwrite(file, PAGE, place * len(PAGE))
        before = time.perf_counter()
        os.fdatasync(file)
        taken.append(time.perf_counter() - before)
    os.close(file)
    return taken
