"""What one process commits wakes the others at once, and the poll is only for when PostgreSQL cannot tell."""

from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from sqlalchemy import text

from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.patience import until


class Waiting:
    """Counts how often it is woken."""

    def __init__(self, database: Database) -> None:
        self.woken = 0
        self._probes = 0
        database.after_commit("outbox", self._wake)
        database.after_commit("a probe", self._hear)

    def _wake(self) -> None:
        self.woken += 1

    def _hear(self) -> None:
        self._probes += 1

    async def until(self, woken: int) -> None:
        await until(lambda: self.woken >= woken)

    async def until_it_listens(self, other: Database) -> None:
        """It begins, or begins again, beside what else is done."""
        before = self._probes

        async def is_heard() -> bool:
            await other.write(lambda store: store.touched("a probe"))
            return self._probes > before

        await until(is_heard, rest=0.02)


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest.fixture
async def other(database_url: str) -> AsyncIterator[Database]:
    """The database as another process has it."""
    async with open_database(database_url, Seal(SECRET)) as opened:
        yield opened


@pytest.fixture
async def waiting(database: Database, other: Database) -> Waiting:
    waits = Waiting(database)
    await waits.until_it_listens(other)
    return waits


def add(store: Store) -> None:
    store.touched("outbox")


async def test_what_another_commits_wakes_us(waiting: Waiting, other: Database) -> None:
    await other.write(add)

    await waiting.until(1)


async def test_what_is_not_committed_or_of_no_interest_wakes_nobody(waiting: Waiting, other: Database) -> None:
    def fails(store: Store) -> None:
        store.touched("outbox")
        raise ValueError

    with suppress(ValueError):
        await other.write(fails)
    await other.write(lambda store: store.touched("content"))
    await other.write(add)
    await waiting.until(1)

    assert waiting.woken == 1


async def test_our_own_commit_wakes_us_once(waiting: Waiting, database: Database, other: Database) -> None:
    await database.write(add)
    await waiting.until(1)
    await other.write(add)
    await waiting.until(2)

    assert waiting.woken == 2


async def test_cut_off_it_listens_again(waiting: Waiting, other: Database) -> None:
    # It waits until that has happened, at most so many milliseconds.
    listeners = "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
    cut_off = text(f"{listeners} AND datname = current_database()")
    await other.write(lambda store: store._connection.execute(cut_off))

    await waiting.until_it_listens(other)
