"""What is due is said once, in time or not at all: after downtime, and whatever the machine's clock does."""

from dataclasses import replace
from datetime import timedelta

import pytest

from messages.content import LeadTime
from messages.street import ChatKind, ChatState, Platform
from storage import Database, Store
from tests.doubles.agenda import Agenda, daily, made, meeting, moment
from tests.doubles.stored import a_chat

WASTE = "lindelaan: Denk aan het afval."


@pytest.fixture
def agenda(database: Database) -> Agenda:
    return Agenda(database)


@pytest.fixture
def quick_agenda(quick_database: Database) -> Agenda:
    return Agenda(quick_database)


def outcomes(lines: list[object]) -> list[tuple[str, str | None]]:
    return [(str(line.outcome), line.reason) for line in lines]  # type: ignore[attr-defined]


async def test_what_is_due_is_said_once(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(18))

    assert await agenda.announce("1 17:59") == []
    assert await agenda.announce("1 18:00") == [f"1 18:00 {WASTE}"]
    assert await agenda.announce("1 18:00") == []
    assert await agenda.announce("1 18:01") == []
    assert await agenda.announce("2 18:00") == [f"2 18:00 {WASTE}"]


async def test_an_event_is_announced_and_reminded_of(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", meeting(10))

    said = [await agenda.announce(at) for at in ("3 19:30", "9 19:30", "10 16:30", "10 19:30")]

    assert [len(each) for each in said] == [1, 1, 1, 0]
    assert all("Borrel" in each for each, *_ in said[:3])


async def test_two_occurrences_that_are_announced_at_one_moment_are_both_said_and_once(agenda: Agenda) -> None:
    weeks = (LeadTime(days=14), LeadTime(days=7))
    weekly = replace(meeting(17), repeats="FREQ=WEEKLY;COUNT=2", announce=weeks, reminders=())
    await agenda.begin("1 12:00", weekly)

    said = await agenda.announce("10 19:30")

    assert len(said) == 2
    assert await agenda.announce("10 19:31") == []
    assert [line.occurs_at.day for line in await agenda.decided() if line.send_at] == [17, 24]  # type: ignore[union-attr]


async def test_a_clock_that_never_ran_says_nothing_of_the_past(quick_agenda: Agenda) -> None:
    await quick_agenda.bring("1 12:00", daily(18))

    assert await quick_agenda.announce("2 18:30") == []
    assert await quick_agenda.decided() == []


async def test_what_was_missed_shortly_is_said_late(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", daily(18))

    assert await quick_agenda.announce("1 19:59") == [f"1 19:59 {WASTE}"]


async def test_what_was_missed_too_long_is_dropped_as_expired(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", daily(18))

    assert await quick_agenda.announce("1 20:01") == []

    assert outcomes(await quick_agenda.decided()) == [("dropped", "expired")]


async def test_of_days_that_were_missed_only_what_is_still_of_use_is_said(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", daily(18))

    assert await quick_agenda.announce("4 19:00") == [f"4 19:00 {WASTE}"]

    assert outcomes(await quick_agenda.decided()) == [("dropped", "expired")] * 3 + [("send", None)]


async def test_of_the_missed_messages_of_an_event_only_the_last_is_said(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", meeting(10))

    (said,) = await quick_agenda.announce("10 17:00")

    assert said.startswith("10 17:00")
    assert [line.due_at for line in await quick_agenda.decided() if line.send_at] == [moment("10 16:30")]
    assert outcomes(await quick_agenda.decided())[:2] == [("dropped", "expired")] * 2


async def test_a_reminder_that_was_missed_until_the_event_began_is_dropped(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("10 12:00", meeting(10))

    assert await quick_agenda.announce("10 19:31") == []

    assert outcomes(await quick_agenda.decided()) == [("dropped", "expired")]


async def test_a_clock_set_back_an_hour_says_nothing_twice_and_misses_nothing(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", daily(18), daily(18, minute=30, id_="glas"))
    assert len(await quick_agenda.announce("1 18:05")) == 1

    assert await quick_agenda.announce("1 17:05") == []
    assert await quick_agenda.announce("1 18:00") == []
    assert await quick_agenda.announce("1 18:30") == [f"1 18:30 {WASTE}"]


async def test_a_clock_set_forward_a_day_says_nothing_twice(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", daily(18))
    assert len(await quick_agenda.announce("1 18:00")) == 1

    assert len(await quick_agenda.announce("2 18:00")) == 1  # the clock was wrong
    assert [await quick_agenda.announce(at) for at in ("1 18:01", "2 17:59", "2 18:00", "2 18:01")] == [[]] * 4

    assert len(await quick_agenda.announce("3 18:00")) == 1


async def test_what_is_due_in_quiet_hours_goes_when_they_end(agenda: Agenda) -> None:
    await agenda.begin("1 12:00", daily(7, expires_after=timedelta(hours=3)))

    assert await agenda.announce("2 07:00") == [f"2 08:00 {WASTE}"]

    platform, before, after = Platform.PLAYGROUND, moment("2 07:59"), moment("2 08:00")
    assert await agenda.database.write(lambda store: store.outbox.claim(platform, before, limit=9)) == []
    assert len(await agenda.database.write(lambda store: store.outbox.claim(platform, after, limit=9))) == 1


async def test_what_expires_before_quiet_hours_end_is_dropped(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", daily(23))

    assert await quick_agenda.announce("2 09:00") == []

    assert outcomes(await quick_agenda.decided()) == [("dropped", "expired")]


async def test_new_content_says_nothing_of_before_it_came(agenda: Agenda) -> None:
    await agenda.begin("1 12:00")
    assert await agenda.announce("3 18:40") == []

    await agenda.bring("3 18:41", daily(18), meeting(4))

    assert await agenda.announce("3 18:41") == []
    assert await agenda.announce("4 16:30") != []


async def test_new_content_says_nothing_of_before_it_came_not_even_after_downtime(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00")

    await quick_agenda.bring("3 18:41", daily(18), meeting(4))

    assert await quick_agenda.announce("3 18:42") == []


async def test_what_was_just_due_when_its_text_was_mended_is_still_said(quick_agenda: Agenda) -> None:
    await quick_agenda.begin("1 12:00", daily(18))
    await quick_agenda.announce("1 17:59")

    await quick_agenda.bring("1 18:00", daily(18, expires_after=timedelta(hours=3)))

    assert await quick_agenda.announce("1 18:01") == [f"1 18:01 {WASTE}"]


@pytest.mark.parametrize("state", [ChatState.UNLINKED, ChatState.WAITING, ChatState.MUTED, ChatState.GONE])
async def test_only_linked_groups_are_spoken_in(quick_agenda: Agenda, state: ChatState) -> None:
    await quick_agenda.begin("1 12:00", daily(18))
    await quick_agenda.database.write(
        lambda store: a_chat(store, "other", platform=Platform.PLAYGROUND, street="lindelaan", state=state)
    )

    assert await quick_agenda.announce("1 18:00") == [f"1 18:00 {WASTE}"]


async def test_a_muted_group_gets_nothing_until_its_days_are_over(quick_agenda: Agenda) -> None:
    def mute(store: Store) -> None:
        (chat,) = store.chats.groups_of("lindelaan")
        store.chats.change(chat, muted_until=moment("3 12:00"))

    await quick_agenda.begin("1 12:00", daily(18))
    await quick_agenda.database.write(mute)

    assert [await quick_agenda.announce(at) for at in ("1 18:00", "2 18:00")] == [[], []]
    assert len(await quick_agenda.announce("3 18:00")) == 1


async def test_who_subscribed_gets_it_in_private_signed_and_who_stopped_does_not(quick_agenda: Agenda) -> None:
    def subscribe(store: Store) -> None:
        for name in ("Fatma", "Jan"):
            chat = a_chat(store, name, platform=Platform.PLAYGROUND, kind=ChatKind.PRIVATE)
            store.subscriptions.agree(chat, "lindelaan", asked_with="?", now=moment("1 12:00"))
        store.subscriptions.stop(chat, moment("1 12:01"))

    await quick_agenda.begin("1 12:00", daily(18))
    await quick_agenda.database.write(subscribe)

    said = await quick_agenda.announce("1 18:00")

    assert [line.split(":")[1] for line in said] == ["00 lindelaan", "00 Fatma"]
    (delivery,) = [
        each
        for each in await quick_agenda.database.write(
            lambda store: store.outbox.claim(Platform.PLAYGROUND, moment("1 18:00"), limit=9)
        )
        if each.chat_kind is ChatKind.PRIVATE
    ]
    assert "Lindelaan" in delivery.reply.parts[-1].text  # type: ignore[union-attr]
    assert await quick_agenda.database.read(made) == said
