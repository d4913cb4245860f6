"""Every Monday at nine the organisers hear that the bot lives; once, whatever happens."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import Row, select

from bot.clock import Clock
from handlers import House
from messages.delivery import DeliveryState, Urgency
from messages.street import Person, Platform, Role
from storage import Database, Store
from storage.database import open_database
from storage.seal import Seal
from storage.tables import deliveries
from tests.doubles.bot import SECRET
from tests.doubles.clock import FakeClock
from tests.doubles.stored import a_chat, a_message, reply_in, row_of, text_of

ANNA = Person(platform=Platform.TELEGRAM, id="7")
MONDAY = "2026-12-07T09:00:00+01:00"


@pytest.fixture
async def life(database: Database, clock: FakeClock) -> Clock:
    """The clock of a bot that has been running since Tuesday."""
    await database.write(lambda store: store.people.grant(ANNA, Role.ORGANISER, None, clock()))
    made = Clock(database, lambda: House(address="http://bot"), clock)
    await made.live()
    return made


def the_only_row(store: Store) -> Row[Any]:
    return store._connection.execute(select(deliveries)).one()


async def said(database: Database) -> list[str]:
    """What waits to be sent."""

    def texts(store: Store) -> list[str]:
        rows = store._connection.execute(select(deliveries).where(deliveries.c.state == "waiting"))
        return [text_of(store, row) for row in rows]

    return await database.read(texts)


async def test_on_monday_at_nine_and_not_before(life: Clock, database: Database, clock: FakeClock) -> None:
    for moment in ("2026-12-06T23:00:00+01:00", "2026-12-07T08:59:00+01:00"):
        clock.set(moment)
        await life.live()
    assert await said(database) == []

    clock.set(MONDAY)
    await life.live()

    assert await said(database) == ["Ik leef. Deze week: 0 vragen, 0 berichten verstuurd, 0 mislukt, 0 onbekend."]


async def test_it_counts_the_week(life: Clock, database: Database, clock: FakeClock) -> None:
    clock.set(MONDAY)
    now = clock()

    def a_week(store: Store) -> None:
        chat = a_chat(store)
        ends = [("heard:telegram:1", "sent"), ("heard:telegram:2", "read"), ("pressed:1:2", "sent")]
        ends += [("occurrence:1:1", "delivered"), ("occurrence:2:1", "failed"), ("occurrence:3:1", "unknown")]
        ends += [("heard:telegram:3", "failed"), ("occurrence:4:1", "dropped"), ("forward:heard:1", "sent")]
        for cause, state in ends:
            urgency = Urgency.EVENT if cause.startswith("occurrence") else Urgency.REPLY
            a_message(store, chat, cause, urgency=urgency, now=now)
            store.outbox._set([row_of(store, cause).key], state=DeliveryState(state), settled_at=now)
        a_message(store, chat, "heard:telegram:0", now=FakeClock("2026-11-25T12:00:00+01:00")())
        store.outbox._set([row_of(store, "heard:telegram:0").key], state=DeliveryState.SENT)

    await database.write(a_week)
    await life.live()

    assert await said(database) == [
        "Ik leef. Deze week: 4 vragen, 1 bericht verstuurd, 2 mislukt, 1 onbekend. "
        "Onbekend betekent: ik weet niet of het is aangekomen."
    ]


async def test_once_a_week_also_after_a_restart_and_when_two_processes_say_it(
    life: Clock, database: Database, database_url: str, clock: FakeClock
) -> None:
    clock.set(MONDAY)
    async with open_database(database_url, Seal(SECRET)) as other_database:
        other = Clock(other_database, lambda: House(address="http://bot"), clock)
        await asyncio.gather(life.live(), other.live(), life.live(), other.live())
    clock.advance(minutes=30)
    await Clock(database, lambda: House(address="http://bot"), clock).live()
    assert len(await said(database)) == 1

    clock.advance(days=7)
    await life.live()
    clock.advance(hours=1)
    await life.live()

    assert len(await said(database)) == 2


async def test_a_bot_that_was_off_says_it_when_it_is_back_but_not_at_night(
    life: Clock, database: Database, clock: FakeClock
) -> None:
    for moment in ("2026-12-08T23:30:00+01:00", "2026-12-09T03:00:00+01:00"):
        clock.set(moment)
        await life.live()
    assert await said(database) == []

    clock.set("2026-12-09T10:17:00+01:00")
    await life.live()

    assert len(await said(database)) == 1


async def test_a_bot_that_has_just_begun_says_nothing(database: Database, clock: FakeClock) -> None:
    clock.set("2026-12-09T10:17:00+01:00")
    await database.write(lambda store: store.people.grant(ANNA, Role.ORGANISER, None, clock()))
    await Clock(database, lambda: House(address="http://bot"), clock).live()

    assert await said(database) == []


async def test_it_is_not_said_when_it_is_old(life: Clock, database: Database, clock: FakeClock) -> None:
    """Such as on WhatsApp, where it may wait until the organiser writes."""
    clock.set(MONDAY)
    await life.live()

    row, reply = await database.read(lambda store: (the_only_row(store), reply_in(store, the_only_row(store))))

    assert row.expires_at == FakeClock("2026-12-08T09:00:00+01:00")()
    assert reply.silent


async def test_it_tells_how_many_questions_wait(life: Clock, database: Database, clock: FakeClock) -> None:
    def ask(store: Store) -> None:
        store.questions.keep("mag mijn duif", mark="x", chat=a_chat(store), street="lindelaan", now=clock())

    await database.write(ask)
    clock.set(MONDAY)
    await life.live()

    assert (await said(database))[0].endswith("Op één vraag wist ik geen antwoord: typ /vragen.")
