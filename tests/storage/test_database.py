"""One writer, shared commits: what is said to be stored is stored, and what fails takes nothing with it."""

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import event, text

from storage import Database, Store, StoreUnavailable
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.patience import SECONDS
from tests.doubles.stored import a_chat, a_message


def remember(name: str, value: str = "yes") -> Callable[[Store], None]:
    return lambda store: store.memory.set(name, value)


def increment(store: Store) -> None:
    store.memory.set("count", str(int(store.memory.get("count") or 0) + 1))


async def recall(database: Database, name: str) -> str | None:
    return await database.read(lambda store: store.memory.get(name))


def count_commits(database: Database) -> list[object]:
    commits: list[object] = []
    event.listen(database.writer.sync_engine, "commit", commits.append)
    return commits


async def fail_at_commit(database: Database, engine: str) -> Callable[[Store], None]:
    """A unit of work that only the commit finds wrong: a message to a chat that does not exist."""
    if engine == "postgresql":
        later = "ALTER TABLE deliveries ALTER CONSTRAINT fk_deliveries_chat_chats DEFERRABLE INITIALLY DEFERRED"
        await database.write(lambda store: store._connection.execute(text(later)))

    def work(store: Store) -> None:
        if engine == "sqlite":
            store._connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        a_message(store, replace(a_chat(store), key=999), "an orphan")

    return work


async def test_a_unit_that_fails_takes_nothing_of_others_with_it(database: Database) -> None:
    def fail(store: Store) -> None:
        store.memory.set("half", "yes")
        raise KeyError("a bug")

    before, failed, after = await asyncio.gather(
        database.write(remember("before")),
        database.write(fail),
        database.write(remember("after")),
        return_exceptions=True,
    )

    assert (before, type(failed), after) == (None, KeyError, None)
    assert [await recall(database, name) for name in ("before", "half", "after")] == ["yes", None, "yes"]


async def test_a_wrong_statement_is_told_as_it_is_and_fails_alone(database: Database) -> None:
    def wrong(store: Store) -> None:
        a_message(store, replace(a_chat(store), key=999), "an orphan")

    failed, other = await asyncio.gather(
        database.write(wrong), database.write(remember("other")), return_exceptions=True
    )

    assert type(failed).__name__ == "IntegrityError"  # asking again would not help, so not StoreUnavailable
    assert other is None
    assert await recall(database, "other") == "yes"


async def test_units_that_arrive_together_share_a_commit(database: Database) -> None:
    commits = count_commits(database)

    await asyncio.gather(*(database.write(remember(str(number))) for number in range(60)))

    assert len(commits) <= 2


async def test_no_increment_of_three_hundred_at_once_is_lost(database: Database) -> None:
    await asyncio.gather(*(database.write(increment) for _ in range(300)))

    assert await recall(database, "count") == "300"


async def test_a_write_that_fails_at_commit_reaches_every_caller(own_database_url: str, engine: str) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:
        orphan = await fail_at_commit(database, engine)
        called: list[str] = []
        database.after_commit("outbox", lambda: called.append("outbox"))

        results = await asyncio.gather(
            *(database.write(work) for work in (remember("one"), orphan, remember("two"))), return_exceptions=True
        )

        assert [type(result) for result in results] == [StoreUnavailable] * 3
        assert await recall(database, "one") is None
        assert not called
        await database.write(remember("later"))
        assert await recall(database, "later") == "yes"


async def test_listeners_are_called_after_the_commit_only(database: Database) -> None:
    commits = count_commits(database)
    called: list[int] = []
    database.after_commit("outbox", lambda: called.append(len(commits)))

    def fail(store: Store) -> None:
        store.touched("outbox")
        raise KeyError

    await database.write(lambda store: store.touched("content"))
    with pytest.raises(KeyError):
        await database.write(fail)
    await database.write(lambda store: store.touched("outbox"))

    assert called == [2]  # the one that failed was never committed


async def test_a_listener_that_fails_does_not_stop_the_writer(database: Database) -> None:
    called: list[str] = []
    database.after_commit("outbox", lambda: {}["a bug"])
    database.after_commit("outbox", lambda: called.append("second"))

    await database.write(lambda store: store.touched("outbox"))
    await asyncio.wait_for(database.write(remember("after")), SECONDS)

    assert called == ["second"]


async def test_work_whose_caller_has_gone_is_still_done(database: Database) -> None:
    writing = asyncio.create_task(database.write(remember("name")))
    await asyncio.sleep(0)

    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    await database.write(lambda store: None)

    assert await recall(database, "name") == "yes"


async def test_closing_does_what_waits_and_refuses_what_comes_later(database: Database, database_url: str) -> None:
    waiting = [asyncio.create_task(database.write(remember(str(number)))) for number in range(100)]
    await asyncio.sleep(0)

    await database.close()

    assert await asyncio.wait_for(asyncio.gather(*waiting), SECONDS) == [None] * 100
    with pytest.raises(StoreUnavailable):
        await database.write(remember("too late"))
    async with open_database(database_url, Seal(SECRET)) as again:
        assert await recall(again, "99") == "yes"


async def test_two_processes_lose_no_increment_of_one_file(database: Database, database_url: str, engine: str) -> None:
    if engine != "sqlite":
        pytest.skip("on PostgreSQL units of work of two processes run side by side, and lock what they count")

    def other_process() -> None:
        async def count() -> None:
            async with open_database(database_url, Seal(SECRET)) as other:
                for _ in range(50):
                    await other.write(increment)

        asyncio.run(count())

    thread = threading.Thread(target=other_process)
    thread.start()
    for _ in range(50):
        await database.write(increment)
    await asyncio.to_thread(thread.join)

    assert await recall(database, "count") == "100"
