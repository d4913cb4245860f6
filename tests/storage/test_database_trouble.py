"""A database that is locked, full, unreachable or cut off: StoreUnavailable, and well again afterwards."""

import asyncio
import sqlite3
from collections.abc import Callable

import asyncpg
import pytest
from sqlalchemy import make_url, text

from storage import Database, Store, StoreUnavailable
from storage.database import open_database
from storage.ownership import ownership
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.patience import SECONDS


def remember(name: str, value: str = "yes") -> Callable[[Store], None]:
    return lambda store: store.memory.set(name, value)


async def recall(database: Database, name: str) -> str | None:
    return await database.read(lambda store: store.memory.get(name))


async def test_a_locked_file_is_unavailable_until_it_is_free(
    database: Database, database_url: str, engine: str
) -> None:
    if engine != "sqlite":
        pytest.skip("only SQLite locks the whole database")
    await database.write(lambda store: store._connection.exec_driver_sql("PRAGMA busy_timeout=50"))
    other = sqlite3.connect(make_url(database_url).database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreUnavailable, match="locked"):
        await database.write(remember("while locked"))
    other.execute("ROLLBACK")
    await database.write(remember("when free"))

    assert await recall(database, "while locked") is None
    assert await recall(database, "when free") == "yes"
    other.close()


async def test_a_full_disk_loses_nothing_that_was_said_to_be_stored(database: Database, engine: str) -> None:
    if engine != "sqlite":
        pytest.skip("SQLite undoes the whole transaction when the disk is full")
    pages = await database.write(lambda store: store._connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    await database.write(lambda store: store._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}"))

    results = await asyncio.gather(
        database.write(remember("small")),
        database.write(remember("large", "x" * 100_000)),
        database.write(remember("small too")),
        return_exceptions=True,
    )

    assert isinstance(results[1], StoreUnavailable)
    for name, result in (("small", results[0]), ("small too", results[2])):
        assert (await recall(database, name) == "yes") == (result is None)
    await database.write(lambda store: store._connection.exec_driver_sql("PRAGMA max_page_count=100000"))
    await database.write(remember("large", "x" * 100_000))


async def test_a_database_that_cannot_be_reached_is_unavailable_and_comes_back(
    own_database_url: str, engine: str
) -> None:
    if engine != "postgresql":
        pytest.skip("SQLite has no server")
    url = make_url(own_database_url)
    everybody = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")

    async def allow(database: Database, allowed: str) -> None:
        alter = text(f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS {allowed}")
        await database.write(lambda store: store._connection.execute(alter))
        await database.write(lambda store: store._connection.execute(everybody, {"name": url.database}))

    server = url.set(database="postgres").render_as_string()
    async with open_database(server, Seal(SECRET)) as admin, open_database(own_database_url, Seal(SECRET)) as database:
        await database.write(remember("before"))
        await allow(admin, "false")

        with pytest.raises(StoreUnavailable):
            await asyncio.wait_for(database.write(remember("meanwhile")), SECONDS)
        with pytest.raises(StoreUnavailable):
            await recall(database, "before")

        await allow(admin, "true")
        await database.write(remember("after"))
        assert [await recall(database, name) for name in ("before", "meanwhile", "after")] == ["yes", None, "yes"]


async def test_a_connection_lost_while_it_is_made_is_unavailable(
    database_url: str, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if engine != "postgresql":
        pytest.skip("SQLite has no connection to lose")

    async def lost(*_: object, **__: object) -> None:
        raise asyncpg.InterfaceError("connection is closed")

    monkeypatch.setattr(asyncpg.Connection, "set_type_codec", lost)
    async with open_database(database_url, Seal(SECRET)) as database:
        with pytest.raises(StoreUnavailable):
            await recall(database, "name")
        with pytest.raises(StoreUnavailable):
            await database.write(remember("name"))
    assert not await ownership(database_url, "a token").take()


async def test_a_connection_lost_halfway_is_told_to_every_caller(database: Database, engine: str) -> None:
    if engine != "postgresql":
        pytest.skip("SQLite has no connection to lose")

    def cut_off(store: Store) -> None:
        store._connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    results = await asyncio.gather(database.write(remember("before")), database.write(cut_off), return_exceptions=True)

    assert all(isinstance(result, StoreUnavailable) for result in results)
    await database.write(remember("after"))
    assert await recall(database, "before") is None


async def test_connections_that_the_server_has_ended_are_replaced_unheard(database: Database, engine: str) -> None:
    if engine != "postgresql":
        pytest.skip("SQLite has no connection to lose")
    url = make_url(database.url)
    admin = await asyncpg.connect(url.set(drivername="postgresql", database="postgres").render_as_string(False))

    for number in range(20):
        await database.write(remember("name", str(number)))
        await recall(database, "name")
        await admin.fetch("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", url.database)

        assert await recall(database, "name") == str(number)
        await admin.fetch("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", url.database)
        await database.write(remember("name", "after"))

    await admin.close()
