"""The rows of what is due: talk is waited for, downtime is told in one message, and a change touches its own rows."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from messages.street import ChatAddress, ChatKind, Person, Platform, Role
from storage import Database, Store
from storage.tables import due
from tests.doubles.agenda import Agenda, daily, meeting, moment

JAN = Person(platform=Platform.PLAYGROUND, id="jan")
WASTE = "lindelaan: Denk aan het afval."


@pytest.fixture
def agenda(quick_database: Database) -> Agenda:
    return Agenda(quick_database)


async def talk(agenda: Agenda, at: str) -> None:
    def work(store: Store) -> None:
        for chat in store.chats.groups_of("lindelaan"):
            store.chats.change(chat, last_heard_at=moment(at))

    await agenda.database.write(work)


async def rows(database: Database) -> dict[str, datetime | None]:
    def work(store: Store) -> dict[str, datetime | None]:
        return {row.item: row.next_at for row in store._connection.execute(select(due))}

    return await database.read(work)


async def test_a_message_waits_until_nobody_has_spoken_for_five_minutes(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(18))
    await talk(agenda, "1 17:58")

    assert await agenda.announce("1 18:00") == []
    assert await rows(agenda.database) == {"afval": moment("1 18:03")}
    await talk(agenda, "1 18:02")
    assert await agenda.announce("1 18:03") == []
    assert await agenda.announce("1 18:07") == [f"1 18:07 {WASTE}"]

    (line,) = await agenda.decided()
    assert (line.outcome, line.reason, line.send_at) == ("moved", "busy", moment("1 18:07"))
    assert await rows(agenda.database) == {"afval": moment("2 18:00")}


async def test_it_does_not_wait_until_it_is_too_late(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(18))
    for minute in range(0, 118, 2):
        at = (moment("1 18:00") + timedelta(minutes=minute)).strftime("%d %H:%M")
        await talk(agenda, at)
        assert await agenda.announce(at) == []

    await talk(agenda, "1 19:59")
    assert await agenda.announce("1 19:59") == [f"1 19:59 {WASTE}"]


async def test_a_reminder_shortly_before_waits_for_nobody(agenda: Agenda) -> None:
    await agenda.begin("10 12:00", meeting(10))
    await talk(agenda, "10 16:29")

    assert len(await agenda.announce("10 16:30")) == 1


async def test_what_was_missed_is_told_in_one_message(agenda: Agenda) -> None:
    def meet(store: Store) -> None:
        store.people.grant(JAN, Role.ORGANISER, None, moment("1 12:00"))
        store.chats.meet(ChatAddress(Platform.PLAYGROUND, "jan"), ChatKind.PRIVATE, moment("1 12:00"))

    await agenda.begin("1 12:00", daily(18), daily(9, id_="glas"))
    await agenda.database.write(meet)

    said = await agenda.announce("3 18:30")

    (told,) = [line for line in said if " jan: " in line]
    assert "Ik was er niet van" in told
    assert "4 berichten zijn vervallen: afval (2×), glas (2×)" in told.replace("\u2068", "").replace("\u2069", "")
    assert f"3 18:30 {WASTE}" in said
    assert await agenda.announce("3 18:31") == []


async def test_what_was_missed_is_not_said_at_night(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(18, expires_after=timedelta(hours=20)))

    assert await agenda.announce("1 23:00") == [f"2 08:00 {WASTE}"]


async def test_a_change_looks_again_at_its_own_rows_only(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(18), daily(19, id_="glas"))
    await agenda.announce("1 12:00")

    await agenda.bring("1 13:00", daily(18), daily(20, id_="glas"))
    assert await rows(agenda.database) == {"afval": moment("1 18:00"), "glas": moment("1 12:59")}
    await agenda.announce("1 13:00")
    assert await rows(agenda.database) == {"afval": moment("1 18:00"), "glas": moment("1 20:00")}

    await agenda.bring("1 13:01", daily(18))
    await agenda.announce("1 13:01")
    assert await rows(agenda.database) == {"afval": moment("1 18:00"), "glas": None}


async def test_what_waits_is_still_said_when_its_text_is_mended(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(18))
    await talk(agenda, "1 17:59")
    assert await agenda.announce("1 18:00") == []

    await agenda.bring("1 18:03", daily(18, expires_after=timedelta(hours=3)))

    assert await agenda.announce("1 18:04") == [f"1 18:04 {WASTE}"]


async def test_how_often_was_sent_is_counted_again_where_that_is_not_known(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(18, times=2))
    assert len(await agenda.announce("1 18:00")) == 1
    await agenda.database.write(lambda store: store._connection.execute(due.update().values(sent=None)))

    assert [len(await agenda.announce(at)) for at in ("2 18:00", "3 18:00")] == [1, 0]
