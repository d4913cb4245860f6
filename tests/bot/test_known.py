"""A message is read by what was known of its chat; when that is so no more, it is read anew."""

from dataclasses import replace

from sqlalchemy import func, select

from bot.inbox import Inbox
from bot.library import Library
from bot.settings import UnderstandingBy
from handlers import House
from messages.content import Audience, Content, FAQEntry
from messages.incoming import Incoming
from messages.street import ChatAddress, ChatKind, Person, Platform, Street
from storage import Database
from storage.tables import deliveries
from tests.doubles.clock import FakeClock
from tests.doubles.stored import a_chat

STREETS = {name: Street(id=name, name=name.title()) for name in ("lindelaan", "beukenlaan")}
QUESTION = "Wanneer wordt het oud papier opgehaald?"
GROUP = ChatAddress(Platform.TELEGRAM, "-1001")


def entry(id_: str, answer: str, street: str) -> FAQEntry:
    return FAQEntry(id=id_, question=QUESTION, answer=answer, audience=Audience(streets=(street,)))


FAQS = {
    "papier-linde": entry("papier-linde", "Op dinsdag.", "lindelaan"),
    "papier-beuk": entry("papier-beuk", "Op vrijdag.", "beukenlaan"),
}


class Neighbour:
    """Asks the same in the group of one street, and hears what that leads to."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self._database, self._clock = database, clock
        house = House(address="https://bot.example.nl")
        self._inbox = Inbox(database, Library("nl", UnderstandingBy.LEXICAL), lambda: house, clock)
        self._asked = 0

    async def asks(self, *, again: bool = False) -> str:
        self._asked += not again
        self._clock.advance(hours=5)
        sender = Person(platform=Platform.TELEGRAM, id="5", name="Fatma")
        await self._inbox.heard(
            Incoming(
                chat=GROUP,
                chat_kind=ChatKind.GROUP,
                sender=sender,
                external_id=str(self._asked),
                text=QUESTION,
                heard_at=self._clock(),
                addressed=True,
            )
        )
        last = select(deliveries.c.body).order_by(deliveries.c.key.desc()).limit(1)
        return str(await self._database.read(lambda store: store._connection.scalar(last)))


async def a_neighbour(database: Database, clock: FakeClock) -> Neighbour:
    content = Content(streets=STREETS, faqs=FAQS)
    await database.write(lambda store: store.content.save(content, now=clock()))
    await database.write(lambda store: a_chat(store, GROUP.id, street="lindelaan"))
    return Neighbour(database, clock)


async def test_a_changed_answer_is_given_at_once(database: Database, clock: FakeClock) -> None:
    neighbour = await a_neighbour(database, clock)
    assert "dinsdag" in await neighbour.asks()

    changed = {**FAQS, "papier-linde": replace(FAQS["papier-linde"], answer="Op zaterdag.")}
    await database.write(lambda store: store.content.save(Content(streets=STREETS, faqs=changed), now=clock()))

    assert "zaterdag" in await neighbour.asks()


async def test_a_group_that_went_to_another_street_hears_the_answer_of_that_one(
    database: Database, clock: FakeClock
) -> None:
    neighbour = await a_neighbour(database, clock)
    assert "dinsdag" in await neighbour.asks()

    await database.write(
        lambda store: store.chats.change(store.chats.meet(GROUP, ChatKind.GROUP, clock()), street="beukenlaan")
    )

    assert "vrijdag" in await neighbour.asks()


async def test_what_was_heard_before_leaves_no_trace(database: Database, clock: FakeClock) -> None:
    neighbour = await a_neighbour(database, clock)
    await neighbour.asks()
    before = await database.read(lambda store: store.chats.find(GROUP))

    await neighbour.asks(again=True)

    assert await database.read(lambda store: store.chats.find(GROUP)) == before
    count = select(func.count()).select_from(deliveries)
    assert await database.read(lambda store: store._connection.scalar(count)) == 1
