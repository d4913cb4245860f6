"""Whatever the database suffers while the bot is at work: nothing is lost or doubled, and it goes on by itself."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from random import Random

import asyncpg
import pytest
from sqlalchemy import make_url

from storage import Database, StoreUnavailable
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.telegram_chats import Limits
from tests.doubles.telegram_server import TelegramServer
from tests.doubles.wire import Wire
from tests.faults.account import Account, account
from tests.faults.bot_on_telegram import bot_on_telegram
from tests.faults.killing import all_settled, ask
from tests.faults.size import TROUBLES

CHANCE = Random(2)
AT_ONCE = 4
SECONDS = 0.3  # that a trouble lasts at most, and a rest from it


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(limits=Limits(token=(1000, 1))) as opened:
        yield opened


async def suffers(database: Database, server: TelegramServer, trouble: Callable[[], Awaitable[None]]) -> Account:
    """What became of what was asked before, during and after each trouble."""
    asked: list[str] = []
    async with bot_on_telegram(database, server):
        for _ in range(TROUBLES):
            asked += ask(server, AT_ONCE, CHANCE)
            await asyncio.sleep(CHANCE.uniform(0, SECONDS))
            await trouble()
        await all_settled(database, server)
    found = await account(database, server, asked)
    print(found)
    return found


def assert_right(found: Account) -> None:
    assert (found.lost, found.doubled) == ((), ())
    assert found.sent + found.unknown >= found.asked
    assert found.sent > 0


async def pragma(database: Database, what: str) -> None:
    """Until it is heard: it shares its commit with what the bot is writing, which may fail."""
    while True:
        with suppress(StoreUnavailable):
            await database.write(lambda store: store._connection.exec_driver_sql(f"PRAGMA {what}"))
            return


async def test_locked_by_somebody_else(quick_database: Database, server: TelegramServer) -> None:
    await pragma(quick_database, "busy_timeout=20")
    file = make_url(quick_database.url).database or ""

    async def locked() -> None:
        other = sqlite3.connect(file, isolation_level=None, timeout=5, check_same_thread=False)
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        await asyncio.sleep(CHANCE.uniform(0, SECONDS))
        other.execute("ROLLBACK")
        other.close()

    assert_right(await suffers(quick_database, server, locked))


async def test_a_full_disk(quick_database: Database, server: TelegramServer) -> None:
    async def full() -> None:
        await pragma(quick_database, "max_page_count=1")  # that is: not one more than there are
        ask(server, 1, CHANCE, ["x" * 4000])
        await asyncio.sleep(CHANCE.uniform(0, SECONDS))
        await pragma(quick_database, "max_page_count=1000000")

    assert_right(await suffers(quick_database, server, full))


class Server:
    """PostgreSQL, as its administrator sees it."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self.name = str(self._url.database)

    async def do(self, *statements: str) -> None:
        url = self._url.set(drivername="postgresql", database="postgres")
        connection = await asyncpg.connect(url.render_as_string(hide_password=False))
        for statement in statements:
            await connection.execute(statement)
        await connection.close()

    @property
    def cut_everybody(self) -> str:
        return f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{self.name}'"  # noqa: S608


@pytest.fixture
def engine() -> str:
    return "postgresql"


async def test_a_server_that_restarts(database: Database, database_url: str, server: TelegramServer) -> None:
    postgresql = Server(database_url)

    async def restarts() -> None:
        await postgresql.do(postgresql.cut_everybody)

    assert_right(await suffers(database, server, restarts))


async def test_a_server_that_stays_away_for_a_while(own_database_url: str, server: TelegramServer) -> None:
    postgresql = Server(own_database_url)

    async def away() -> None:
        await postgresql.do(f"ALTER DATABASE {postgresql.name} ALLOW_CONNECTIONS false", postgresql.cut_everybody)
        await asyncio.sleep(CHANCE.uniform(0, SECONDS))
        await postgresql.do(f"ALTER DATABASE {postgresql.name} ALLOW_CONNECTIONS true")

    async with open_database(own_database_url, Seal(SECRET)) as database:
        assert_right(await suffers(database, server, away))


async def test_a_server_that_another_replaces(own_database_url: str, server: TelegramServer) -> None:
    """Who comes back too soon finds one that may only be read, and has to look for the new one."""
    postgresql = Server(own_database_url)
    only_read = f"ALTER DATABASE {postgresql.name} SET default_transaction_read_only"

    async def replaced() -> None:
        await postgresql.do(f"{only_read} = on", postgresql.cut_everybody)
        with suppress(StoreUnavailable):
            while True:
                await database.write(lambda store: store.memory.set("name", "value"))
        await postgresql.do(f"{only_read} = off")  # for new connections

    async with open_database(own_database_url, Seal(SECRET)) as database:
        assert_right(await suffers(database, server, replaced))


@asynccontextmanager
async def by_wire(url: str) -> AsyncIterator[tuple[str, Wire]]:
    """The database, and what it is reached by."""
    parts = make_url(url)
    async with Wire(str(parts.host), int(parts.port or 5432)) as wire:
        yield parts.set(host="127.0.0.1", port=wire.port).render_as_string(hide_password=False), wire


# What is in the statement whose commit gets no answer; a connection that is new says it in full.
UNHEARD = {
    "claimed": b"attempts=(deliveries.attempts + ",
    "arrived": b"pages_sent=",
    "heard": b"INTO heard",
}


@pytest.mark.parametrize("what", UNHEARD)
async def test_a_commit_of_which_nobody_hears(what: str, database_url: str, server: TelegramServer) -> None:
    """It has happened, and is told as if it had not."""
    async with by_wire(database_url) as (url, wire), open_database(url, Seal(SECRET)) as database:

        async def unheard() -> None:
            wire.cuts_after = CommitOf(UNHEARD[what])
            await asyncio.sleep(SECONDS)
            wire.cuts_after = lambda said: False

        assert_right(await suffers(database, server, unheard))


class CommitOf:
    """Whether this is the commit, once, of a transaction in which something was said."""

    def __init__(self, what: bytes) -> None:
        self._what = what
        self._said = self._done = False

    def __call__(self, said: bytes) -> bool:
        self._said |= self._what in said
        if self._done or not self._said or b"COMMIT" not in said:
            return False
        self._done = True
        return True
