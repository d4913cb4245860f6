"""The process's clock: it looks often, writes seldom, and says each thing once however many clocks there are."""

import asyncio
import gc
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.clock import Clock
from handlers import House
from messages.street import ChatAddress, ChatKind, Platform
from storage import Database
from storage.database import open_database
from storage.seal import Seal
from tests.doubles.agenda import Agenda, daily, made, meeting, moment
from tests.doubles.bot import SECRET
from tests.doubles.clock import FakeClock
from tests.doubles.patience import until
from tests.doubles.stored import NOON


def a_clock(database: Database, now: FakeClock) -> Clock:
    return Clock(database, lambda: House(address="https://bot.example.nl"), now)


@pytest.fixture
async def agenda(quick_database: Database) -> Agenda:
    agenda = Agenda(quick_database)
    await agenda.begin("1 12:00", daily(18))
    return agenda


async def test_what_is_due_is_said_at_the_next_look(agenda: Agenda, clock: FakeClock) -> None:
    watch = a_clock(agenda.database, clock)
    await watch.announce()

    for at in ("1 17:59", "1 18:00", "1 18:00", "1 18:01"):
        clock.now = moment(at)
        await watch.announce()

    assert await agenda.database.read(made) == ["1 18:00 lindelaan: Denk aan het afval."]


async def test_looking_costs_no_commit_while_nothing_is_due(agenda: Agenda, clock: FakeClock) -> None:
    commits: list[object] = []
    event.listen(agenda.database.writer.sync_engine, "commit", commits.append)
    watch = a_clock(agenda.database, clock)

    for _ in range(50):
        clock.advance(seconds=1)
        await watch.announce()

    assert len(commits) == 1


async def test_what_stays_is_looked_through_for_garbage_once(agenda: Agenda, clock: FakeClock) -> None:
    watch = a_clock(agenda.database, clock)

    frozen = []
    for at, items in (("1 17:00", [daily(18)]), ("1 18:00", []), ("1 19:00", [daily(20)])):
        gc.unfreeze()
        clock.now = moment(at)
        if items:
            await agenda.bring(at, *items)
        await watch.announce()
        frozen.append(gc.get_freeze_count() > 0)
    gc.unfreeze()

    assert frozen == [True, False, True]


async def test_new_content_is_seen_at_the_next_look(agenda: Agenda, clock: FakeClock) -> None:
    watch = a_clock(agenda.database, clock)
    await watch.announce()
    await agenda.bring("1 12:00", daily(12, minute=1))

    clock.advance(seconds=60)
    await watch.announce()

    assert await agenda.database.read(made) == ["1 12:01 lindelaan: Denk aan het afval."]


async def test_two_clocks_on_one_database_say_each_thing_once(
    database: Database, database_url: str, clock: FakeClock
) -> None:
    agenda = Agenda(database)
    await agenda.begin("1 12:00", daily(18), meeting(10))
    async with open_database(database_url, Seal(SECRET)) as other:
        clocks = [a_clock(each, clock) for each in (database, other, database, other)]

        for day in range(1, 11):
            for at in (f"{day} 12:00", f"{day} 18:00", f"{day} 19:30"):
                clock.now = moment(at)
                await asyncio.gather(*(each.announce() for each in clocks))

    said = await database.read(made)
    assert len([line for line in said if "afval" in line]) == 10
    assert len([line for line in said if "Borrel" in line]) == 3


async def test_a_clock_set_back_and_put_right_again_goes_on(agenda: Agenda, clock: FakeClock) -> None:
    watch = a_clock(agenda.database, clock)

    for at in ("1 18:00", "1 17:00", "1 17:30", "1 18:00", "2 18:00"):
        clock.now = moment(at)
        await watch.announce()

    assert len(await agenda.database.read(made)) == 2


async def test_what_could_not_be_stored_is_said_at_the_next_look(
    agenda: Agenda, clock: FakeClock, tmp_path: Path
) -> None:
    watch = a_clock(agenda.database, clock)
    await watch.announce()
    await agenda.database.write(lambda store: store._connection.exec_driver_sql("PRAGMA busy_timeout=10"))
    clock.now = moment("1 18:00")

    other = sqlite3.connect(tmp_path / "straatbot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await watch.announce()
    await watch.forget()
    other.execute("ROLLBACK")
    other.close()
    clock.advance(seconds=1)
    await watch.announce()

    assert await agenda.database.read(made) == ["1 18:00 lindelaan: Denk aan het afval."]


async def test_a_commit_that_failed_counts_for_nothing(agenda: Agenda, clock: FakeClock) -> None:
    watch = a_clock(agenda.database, clock)
    await watch.announce()
    clock.now = moment("1 18:00")

    @event.listens_for(agenda.database.writer.sync_engine, "commit", once=True)
    def fail(connection: object) -> None:
        raise OSError("the disk is gone")

    await watch.announce()
    assert await agenda.database.read(made) == []

    clock.advance(seconds=1)
    await watch.announce()
    assert await agenda.database.read(made) == ["1 18:00 lindelaan: Denk aan het afval."]


async def test_what_was_kept_long_enough_is_forgotten(agenda: Agenda, clock: FakeClock) -> None:
    watch = a_clock(agenda.database, clock)
    stranger = ChatAddress(Platform.TELEGRAM, "5")
    await agenda.database.write(lambda store: store.chats.meet(stranger, ChatKind.PRIVATE, NOON))

    clock.advance(days=89)
    await watch.forget()
    assert await agenda.database.read(lambda store: store.chats.find(stranger))

    clock.advance(days=2)
    await watch.forget()
    assert await agenda.database.read(lambda store: store.chats.find(stranger)) is None


async def test_started_it_looks_by_itself_until_it_is_stopped(agenda: Agenda, clock: FakeClock) -> None:
    watch = a_clock(agenda.database, clock)
    clock.now = moment("1 18:00")

    watch.start()
    await until(lambda: agenda.database.read(made))
    watch.stop()

    assert len(await agenda.database.read(made)) == 1
