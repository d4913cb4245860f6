"""What happens to a group: joined, removed, muted, moved, newcomers, topics, the night."""

from collections.abc import AsyncIterator

import pytest

from bot.platforms.base import ChatGone, ChatMoved
from messages.content import Content
from messages.incoming import Change
from messages.street import ChatAddress, Platform
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import Groups, running_groups

GROUP, ORGANISER, FATMA = "-100", "1", "3"
TIP = "Tip: radiatorfolie kost weinig in Lindelaan."


@pytest.fixture
async def groups(quick_database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Groups]:
    """In one group, which is linked to the Lindelaan; one organiser."""
    async with running_groups(quick_database, clock, street_content, organisers=f"telegram:{ORGANISER}") as running:
        await running.changes(GROUP, Change.JOINED)
        await running.hears(GROUP, ORGANISER, "/koppel lindelaan")
        yield running


async def test_a_linked_group_gets_the_messages_of_its_street(groups: Groups) -> None:
    sent = await groups.later(days=1)

    assert TIP in [message.text for message in sent if message.chat == GROUP]


async def test_when_it_is_removed_the_organiser_hears_it_once_and_nothing_goes_to_the_group(groups: Groups) -> None:
    told = await groups.changes(GROUP, Change.LEFT)
    again = await groups.changes(GROUP, Change.LEFT)
    later = await groups.later(days=1)

    assert [message.chat for message in told] == [ORGANISER]
    assert told[0].text.startswith("Ik ben uit een groep van Lindelaan gehaald.")
    assert again == later == []


async def test_what_was_waiting_for_a_group_is_dropped_when_it_is_removed(groups: Groups) -> None:
    groups.clock.set("2026-12-02T22:29:00+01:00")
    await groups.later(minutes=5)  # decided at night, for the morning
    await groups.changes(GROUP, Change.LEFT)
    await groups.changes(GROUP, Change.JOINED)

    sent = await groups.later(hours=10)

    assert "Goedemorgen! Trek een trui aan." not in [message.text for message in sent]


async def test_a_bot_that_comes_back_goes_on_as_before(groups: Groups) -> None:
    await groups.changes(GROUP, Change.LEFT)

    [hello] = await groups.changes(GROUP, Change.JOINED)
    [agenda] = await groups.hears(GROUP, FATMA, "/agenda")

    assert hello.text == "Ik ben er weer, voor Lindelaan. Alles gaat verder zoals het was."
    assert agenda.text.startswith("Agenda Lindelaan")


async def test_a_muted_bot_tells_the_organiser_and_goes_on_when_it_may(groups: Groups) -> None:
    [told] = await groups.changes(GROUP, Change.MUTED)
    while_muted = await groups.later(days=1)
    await groups.changes(GROUP, Change.UNMUTED)
    afterwards = await groups.later(days=1)

    assert told.chat == ORGANISER
    assert told.text.startswith("Ik mag niet meer schrijven in een groep van Lindelaan.")
    assert while_muted == []
    assert TIP in [message.text for message in afterwards]


async def test_a_removal_that_nobody_told_is_found_out_by_sending(groups: Groups) -> None:
    groups.platform.closed[GROUP] = ChatGone()

    sent = await groups.hears(GROUP, FATMA, "/agenda")

    assert [message.chat for message in sent] == [ORGANISER]


async def test_a_group_that_moved_keeps_its_street_and_what_was_waiting(groups: Groups) -> None:
    groups.clock.set("2026-12-02T22:29:00+01:00")
    await groups.later(minutes=5)  # decided at night, for the morning
    await groups.changes(GROUP, Change.MOVED, to="-999")

    sent = await groups.later(hours=10)
    [agenda] = await groups.hears("-999", FATMA, "/agenda")

    assert ("-999", "Goedemorgen! Trek een trui aan.") in [(message.chat, message.text) for message in sent]
    assert agenda.text.startswith("Agenda Lindelaan")


async def test_a_move_that_nobody_told_is_found_out_by_sending(groups: Groups) -> None:
    groups.platform.closed[GROUP] = ChatMoved(ChatAddress(Platform.TELEGRAM, "-999"))

    [agenda] = await groups.hears(GROUP, FATMA, "/agenda")

    assert (agenda.chat, agenda.text.split("\n")[0]) == ("-999", "Agenda Lindelaan")


async def test_newcomers_who_come_together_get_one_welcome(groups: Groups) -> None:
    [welcome] = await groups.changes(GROUP, Change.NEWCOMERS, newcomers=("Ali", "Fatma", "Jan"))

    assert welcome.text.startswith("Welkom Ali, Fatma en Jan! Hier hoor je over energie in onze straat: Lindelaan.")
    assert "Het straatcontact is Henk." in welcome.text
    assert "Ik ben een bot" in welcome.text


async def test_a_crowd_is_not_named_one_by_one(groups: Groups) -> None:
    [welcome] = await groups.changes(GROUP, Change.NEWCOMERS, newcomers=tuple("abcdef"))

    assert welcome.text.startswith("Welkom allemaal!")


async def test_a_name_cannot_dress_up_as_something_else(groups: Groups) -> None:
    [welcome] = await groups.changes(GROUP, Change.NEWCOMERS, newcomers=("**[gratis](https://example.org)**",))

    assert welcome.text.startswith("Welkom **[gratis](https://example.org)**!")


async def test_there_is_no_second_welcome_within_a_day(groups: Groups) -> None:
    await groups.changes(GROUP, Change.NEWCOMERS, newcomers=("Ali",))
    groups.clock.advance(hours=23)
    assert await groups.changes(GROUP, Change.NEWCOMERS, newcomers=("Fatma",)) == []

    groups.clock.advance(hours=1, minutes=1)
    assert len(await groups.changes(GROUP, Change.NEWCOMERS, newcomers=("Jan",))) == 1


async def test_newcomers_in_a_group_that_is_not_linked_are_left_alone(groups: Groups) -> None:
    await groups.changes("-200", Change.JOINED)

    assert await groups.changes("-200", Change.NEWCOMERS, newcomers=("Ali",)) == []


async def test_an_answer_goes_to_the_topic_in_which_was_asked(groups: Groups) -> None:
    [answer] = await groups.hears(GROUP, FATMA, "/agenda", thread="42")

    assert answer.delivery.thread == "42"
    assert answer.delivery.reply_to is not None


async def test_an_answer_at_night_makes_no_sound_and_one_by_day_does(groups: Groups) -> None:
    [by_day] = await groups.hears(GROUP, FATMA, "/agenda")
    groups.clock.set("2026-12-02T01:12:00+01:00")
    [at_night] = await groups.hears(GROUP, FATMA, "/agenda")
    [alarm] = await groups.hears(GROUP, FATMA, "ik ruik gas")

    assert (by_day.delivery.reply.silent, at_night.delivery.reply.silent) == (False, True)
    assert not alarm.delivery.reply.silent


async def test_money_worries_in_a_group_get_a_link_to_a_private_chat(groups: Groups) -> None:
    [offer] = await groups.hears(GROUP, FATMA, "@straatbot ik kan de rekening niet betalen")
    [answer] = await groups.hears(FATMA, FATMA, f"/start {offer.links[0].partition('start=')[2]}")

    assert offer.text == "Daar help ik je graag mee, zonder dat iedereen meeleest. Tik hieronder:"
    assert "Bel je leverancier" in answer.text
