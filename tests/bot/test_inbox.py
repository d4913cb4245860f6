"""What is heard is decided once; the decision and the reply are stored together or not at all."""

import asyncio

import pytest
from sqlalchemy import select, text

from bot.inbox import Inbox
from bot.library import Library
from handlers import House
from messages.content import Content
from messages.incoming import Change, ChatChange, Incoming
from messages.street import ChatAddress, ChatKind, ChatState, Person, Platform, Street
from storage import Database, StoreUnavailable
from storage.database import open_database
from storage.seal import Seal
from storage.tables import deliveries, heard
from tests.doubles.bot import SECRET
from tests.doubles.clock import FakeClock
from tests.doubles.stored import a_chat, claim, states

CONTENT = Content(streets={"lindelaan": Street(id="lindelaan", name="Lindelaan")})
GROUP = ChatAddress(Platform.TELEGRAM, "-1001")
FATMA = Person(platform=Platform.TELEGRAM, id="5", name="Fatma")


def said(text_: str, external_id: str = "1", *, chat: ChatAddress = GROUP, clock: FakeClock) -> Incoming:
    kind = ChatKind.GROUP if chat == GROUP else ChatKind.PRIVATE
    return Incoming(
        chat=chat, chat_kind=kind, sender=FATMA, external_id=external_id, text=text_, heard_at=clock(), addressed=True
    )


async def an_inbox(database: Database, clock: FakeClock) -> Inbox:
    await database.write(lambda store: store.content.save(CONTENT, now=clock()))
    await database.write(lambda store: a_chat(store, GROUP.id, street="lindelaan"))
    return Inbox(database, Library(), lambda: House(address="https://bot.example.nl"), clock)


async def count(database: Database, table: object) -> int:
    return len(await database.read(lambda store: store._connection.execute(select(table)).all()))  # type: ignore[call-overload]


async def test_the_same_message_twice_is_answered_once(database: Database, clock: FakeClock) -> None:
    inbox = await an_inbox(database, clock)

    await asyncio.gather(*(inbox.heard(said("/help", clock=clock)) for _ in range(5)))
    clock.advance(hours=20)
    await inbox.heard(said("/help", clock=clock))

    assert len(await database.read(states)) == 1


async def test_the_same_message_heard_by_two_processes_is_answered_once(
    database: Database, database_url: str, clock: FakeClock
) -> None:
    inbox = await an_inbox(database, clock)
    async with open_database(database_url, Seal(SECRET)) as other_database:
        other = Inbox(other_database, Library(), lambda: House(address="https://bot.example.nl"), clock)

        for number in range(10):
            message = said("/help", str(number), clock=clock)
            await asyncio.gather(inbox.heard(message), other.heard(message))

    assert len(await database.read(states)) == 10


async def test_other_messages_are_answered_each(database: Database, clock: FakeClock) -> None:
    inbox = await an_inbox(database, clock)

    for number in range(3):
        await inbox.heard(said("/help", str(number), clock=clock))

    assert len(await database.read(states)) == 3


async def test_when_the_reply_cannot_be_stored_nothing_was_heard(
    own_database_url: str, engine: str, clock: FakeClock
) -> None:
    async with open_database(own_database_url, Seal(SECRET)) as database:
        inbox = await an_inbox(database, clock)
        await database.write(lambda store: store._connection.execute(text("ALTER TABLE deliveries RENAME TO away")))
        private = ChatAddress(Platform.TELEGRAM, FATMA.id)

        with pytest.raises(Exception, match="deliveries"):
            await inbox.heard(said("/help", clock=clock, chat=private))

        assert await count(database, heard) == 0
        assert await database.read(lambda store: store.chats.find(private)) is None
        await database.write(lambda store: store._connection.execute(text("ALTER TABLE away RENAME TO deliveries")))
        await inbox.heard(said("/help", clock=clock, chat=private))
        assert (await count(database, heard), await count(database, deliveries)) == (1, 1)


async def test_when_the_store_is_away_the_platform_hears_of_it(quick_database: Database, clock: FakeClock) -> None:
    inbox = await an_inbox(quick_database, clock)
    await quick_database.close()

    with pytest.raises(StoreUnavailable):
        await inbox.heard(said("/help", clock=clock))


async def test_who_writes_in_private_opens_the_window_and_gets_what_waited(
    database: Database, clock: FakeClock
) -> None:
    inbox = await an_inbox(database, clock)
    private = ChatAddress(Platform.TELEGRAM, FATMA.id)
    await inbox.heard(said("/help", clock=clock, chat=private))
    (held,) = await database.write(lambda store: claim(store, clock()))
    await database.write(lambda store: store.outbox.hold(held))

    clock.advance(days=2)
    await inbox.heard(said("Lees", "2", clock=clock, chat=private))

    (released,) = await database.write(lambda store: claim(store, clock()))
    assert (released.key, released.last_heard_at) == (held.key, clock())


async def test_who_had_blocked_the_bot_and_writes_again_is_there_again(database: Database, clock: FakeClock) -> None:
    inbox = await an_inbox(database, clock)
    private = ChatAddress(Platform.TELEGRAM, FATMA.id)
    await inbox.heard(said("/help", clock=clock, chat=private))
    left = ChatChange(chat=private, chat_kind=ChatKind.PRIVATE, change=Change.LEFT, external_id="2", heard_at=clock())
    await inbox.heard(left)
    gone = await database.read(lambda store: store.chats.find(private))

    await inbox.heard(said("/help", "3", clock=clock, chat=private))

    back = await database.read(lambda store: store.chats.find(private))
    assert gone
    assert back
    assert (gone.state, back.state) == (ChatState.GONE, ChatState.LINKED)


async def test_the_same_change_twice_is_noted_once(database: Database, clock: FakeClock) -> None:
    inbox = await an_inbox(database, clock)
    change = Change.NEWCOMERS
    come = ChatChange(
        chat=GROUP,
        chat_kind=ChatKind.GROUP,
        change=change,
        external_id="2",
        heard_at=clock(),
        newcomers=("Ali", "Jan"),
    )

    await asyncio.gather(inbox.heard(come), inbox.heard(come))

    assert len(await database.read(states)) == 1
