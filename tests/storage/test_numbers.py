"""The number of a row that is gone is never given to another, also in a database that was made before this was so."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from messages.street import ChatAddress, ChatKind, Platform
from storage import Database, Store
from storage.database import open_database
from storage.migrate import downgrade, migrate
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import NOON, a_chat, a_message, claim

LATER = NOON + timedelta(days=400)


def a_draft(store: Store) -> int:
    key = store.drafts.add(a_chat(store), "mark", {"line": "elke dinsdag"}, NOON)
    store.drafts.remove(key)
    return key


def a_question(store: Store) -> int:
    chat = a_chat(store)
    key = store.questions.keep("Mag dat?", mark="mark", chat=chat, street=None, now=NOON)
    store.questions.remove([key])
    return key


def a_delivery(store: Store) -> int:
    chat = a_chat(store)
    a_message(store, chat, "a message")
    (delivery,) = claim(store)
    store.chats.erase(chat)
    return delivery.key


def a_forgotten_chat(store: Store) -> int:
    chat = store.chats.meet(ChatAddress(Platform.TELEGRAM, "17"), ChatKind.PRIVATE, NOON)
    assert store.chats.forget_unused(LATER) == 1
    return chat.key


THINGS = pytest.mark.parametrize("thing", [a_draft, a_question, a_delivery, a_forgotten_chat])


@THINGS
async def test_the_number_of_what_was_removed_is_never_given_again(
    database: Database, thing: Callable[[Store], int]
) -> None:
    first = await database.write(thing)

    assert await database.write(thing) > first


@THINGS
async def test_a_database_of_before_gives_no_number_again_either(
    own_database_url: str, thing: Callable[[Store], int]
) -> None:
    await downgrade(own_database_url, "0008")
    await migrate(own_database_url)

    async with open_database(own_database_url, Seal(SECRET)) as database:
        first = await database.write(thing)
        second = await database.write(thing)

    assert second > first
