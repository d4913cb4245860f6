"""Which of several bots is the first, however the setting changes: all chats of before are its."""

from collections.abc import Mapping

from handlers.several_bots import name_bots
from messages.street import ChatAddress, ChatKind, Platform
from storage import Database, Store
from tests.doubles.stored import NOON


def met_by(store: Store, bot: str) -> None:
    store.chats.meet(ChatAddress(Platform.TELEGRAM, "17", bot), ChatKind.PRIVATE, NOON)


async def named(database: Database, *numbers: str) -> Mapping[str, str]:
    return await database.write(lambda store: name_bots(numbers, store))


async def test_the_bot_that_is_alone_is_the_first(quick_database: Database) -> None:
    assert await named(quick_database, "1") == {"1": ""}


async def test_the_one_that_was_there_first_stays_it_wherever_its_token_stands(quick_database: Database) -> None:
    await named(quick_database, "1")

    assert await named(quick_database, "2", "1") == {"2": "2", "1": ""}


async def test_of_several_at_once_the_one_that_stands_first_is_the_first(quick_database: Database) -> None:
    assert await named(quick_database, "2", "1") == {"2": "", "1": "1"}


async def test_a_new_bot_that_is_alone_takes_the_place_of_the_one_that_was(quick_database: Database) -> None:
    await named(quick_database, "1")

    assert await named(quick_database, "3") == {"3": ""}
    assert await named(quick_database, "1") == {"1": ""}


async def test_the_second_does_not_speak_for_the_first_when_that_is_taken_away(quick_database: Database) -> None:
    await named(quick_database, "1", "2")
    await quick_database.write(lambda store: met_by(store, "2"))

    assert await named(quick_database, "2") == {"2": "2"}
    assert await named(quick_database, "1", "2") == {"1": "", "2": "2"}


async def test_without_telegram_there_is_none(quick_database: Database) -> None:
    assert await named(quick_database) == {}
