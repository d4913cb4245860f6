"""Several bots on one platform: each has its own chats and messages, also where they are in the same place."""

from typing import Any

from sqlalchemy import text

from messages.delivery import DeliveryState
from messages.street import Chat, ChatAddress, ChatKind, ChatState, Platform
from storage import Database, Store
from storage.database import open_database
from storage.migrate import downgrade, migrate, on_writer
from storage.seal import Seal
from tests.doubles.bot import SECRET
from tests.doubles.stored import NOON, a_message, after, claim, states

FATMA = "17"
SECOND = "222"


def with_fatma(store: Store, bot: str = "") -> Chat:
    return store.chats.meet(ChatAddress(Platform.TELEGRAM, FATMA, bot), ChatKind.PRIVATE, NOON)


async def test_the_same_person_is_met_once_by_each_bot(database: Database) -> None:
    def work(store: Store) -> None:
        first, second = with_fatma(store), with_fatma(store, SECOND)

        assert first.key != second.key
        assert (with_fatma(store), with_fatma(store, SECOND)) == (first, second)
        assert (first.address.via, second.address.via) == ("telegram", "telegram:222")

    await database.write(work)


async def test_each_claims_what_goes_to_its_own_chats(database: Database) -> None:
    def work(store: Store) -> None:
        a_message(store, with_fatma(store), "by the first")
        a_message(store, with_fatma(store, SECOND), "by the second")

        assert [found.cause for found in claim(store, bot=SECOND)] == ["by the second"]
        assert claim(store, bot=SECOND) == []
        assert [found.chat.bot for found in claim(store)] == [""]

    await database.write(work)


async def test_who_takes_over_puts_in_order_what_its_own_bot_left(database: Database) -> None:
    def work(store: Store) -> None:
        for bot in ("", SECOND):
            a_message(store, with_fatma(store, bot), f"sending {bot}")
            claim(store, bot=bot)

        assert store.lost.recover(Platform.TELEGRAM, SECOND) == (0, 1)
        assert states(store) == {"sending ": DeliveryState.SENDING, f"sending {SECOND}": DeliveryState.UNKNOWN}
        assert [found.chat.bot for found in store.lost.to_look_at(Platform.TELEGRAM, after(hours=1), SECOND)] == [
            SECOND
        ]
        assert store.lost.to_look_at(Platform.TELEGRAM, after(hours=1)) == []
        assert len(store.lost.sent_since(Platform.TELEGRAM, after(minutes=-1), SECOND)) == 1

    await database.write(work)


async def test_what_two_bots_hear_under_one_id_is_heard_by_both(database: Database) -> None:
    """In private, Telegram numbers the messages of each bot by themselves."""

    def work(store: Store) -> None:
        first, second = with_fatma(store).address, with_fatma(store, SECOND).address

        assert store.heard.note(first, "17:1", NOON)
        assert store.heard.note(second, "17:1", NOON)
        assert store.heard.note(second, "17:1", NOON) is None

    await database.write(work)


async def test_a_group_that_moves_keeps_its_bot(database: Database) -> None:
    def work(store: Store) -> None:
        group = store.chats.meet(ChatAddress(Platform.TELEGRAM, "-1", SECOND), ChatKind.GROUP, NOON)

        moved = store.chats.move(group, ChatAddress(Platform.TELEGRAM, "-1009"))

        assert (moved.key, moved.address) == (group.key, ChatAddress(Platform.TELEGRAM, "-1009", SECOND))

    await database.write(work)


async def test_a_version_that_knows_one_bot_says_nothing_for_another(own_database_url: str) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:

        def fill(store: Store) -> None:
            for bot in ("", SECOND):
                a_message(store, with_fatma(store, bot), f"waits {bot}")

        await database.write(fill)

    await downgrade(own_database_url, "0009")
    held: list[Any] = await on_writer(
        own_database_url, lambda db: db.execute(text("SELECT cause FROM deliveries WHERE held")).all()
    )
    await migrate(own_database_url)

    assert held == [(f"waits {SECOND}",)]
    async with open_database(own_database_url, Seal(SECRET)) as database:
        assert [found.cause for found in await database.write(claim)] == ["waits "]
        chat = await database.write(with_fatma)
        assert chat.state is ChatState.LINKED
