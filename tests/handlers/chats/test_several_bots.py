"""Which of several bots is the first, however the setting changes: all chats of before are its."""

from collections.abc import Mapping
from datetime import timedelta

from handlers.chats.several_bots import name_bots, note_bots
from handlers.house import House
from handlers.sending.retention import forget_old
from messages.street import Chat, ChatAddress, ChatKind, Identity, Platform
from storage import Database, Store
from tests.doubles.stored import NOON, a_message, states

LONG_AFTER = NOON + timedelta(days=31)


def met_by(store: Store, bot: str) -> Chat:
    return store.chats.meet(ChatAddress(Platform.TELEGRAM, "17", bot), ChatKind.PRIVATE, NOON)


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


async def test_what_waits_for_a_bot_without_a_token_is_forgotten_like_all_that_is_old(database: Database) -> None:
    here = Identity(platform=Platform.TELEGRAM, name="@straatbot")

    def work(store: Store) -> None:
        for bot in ("", "2"):
            a_message(store, met_by(store, bot), f"waits for {bot}")
        forget_old(LONG_AFTER, store)
        assert len(states(store)) == 2

        note_bots(House(address="", identities={(Platform.TELEGRAM, ""): here}), NOON, store)
        forget_old(NOON, store)
        assert len(states(store)) == 2

        forget_old(LONG_AFTER, store)
        assert list(states(store)) == ["waits for "]

    await database.write(work)
