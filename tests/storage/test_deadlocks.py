"""Two processes on one PostgreSQL that want the same chats do not get in each other's way."""

import asyncio
from functools import partial

import pytest
from sqlalchemy import func, select

from messages.street import Chat
from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import a_chat


def change_slowly(chat: Chat, store: Store) -> None:
    store.chats.change(chat, language="en")
    store._connection.execute(select(func.pg_sleep(0.3)))


async def test_processes_that_wait_for_each_other_both_get_through(
    database: Database, database_url: str, engine: str
) -> None:
    """They take two chats in opposite order: PostgreSQL ends one of both, and that one is done again."""
    if engine == "sqlite":
        pytest.skip("SQLite lets one writer in")
    one, two = await database.write(lambda store: (a_chat(store, "1"), a_chat(store, "2")))

    async with open_database(database_url, Seal(SECRET)) as other:
        await asyncio.gather(
            *(database.write(partial(change_slowly, chat)) for chat in (one, two)),
            *(other.write(partial(change_slowly, chat)) for chat in (two, one)),
        )

    changed = await database.read(lambda store: [store.chats.get(chat.key) for chat in (one, two)])
    assert [chat and chat.language for chat in changed] == ["en", "en"]


async def test_a_shared_commit_takes_chats_in_the_same_order_everywhere(database: Database) -> None:
    taken: list[str] = []

    await asyncio.gather(
        *(database.write(lambda store, one=one: taken.append(one), place=one) for one in ("b", "c", "a", "d", "a"))
    )

    assert taken == ["a", "a", "b", "c", "d"]
