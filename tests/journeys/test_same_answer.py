"""A group that has an answer is not given it again: the bot points to it. And at night it makes no sound."""

from collections.abc import AsyncIterator

import pytest

from messages.content import Content
from storage import Database
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import Groups, running_groups

GROUP, TELEGRAM_GROUP, ORGANISER = "lindelaan", "-100", "9"
QUESTION, ANSWER = "maakt een warmtepomp veel geluid?", "Bij de erfgrens hoogstens 40 dB"


@pytest.fixture
async def street(database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Bot]:
    async with running_bot(database, clock, street_content) as running:
        yield running


@pytest.fixture
async def groups(quick_database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Groups]:
    organiser = f"telegram:{ORGANISER}"
    async with running_groups(quick_database, clock, street_content, organisers=organiser) as running:
        await running.hears(TELEGRAM_GROUP, ORGANISER, "/koppel lindelaan")
        yield running


async def test_who_asks_the_same_is_pointed_to_the_answer_that_is_there(street: Bot) -> None:
    [answer] = await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.later(hours=1, minutes=5)

    [pointer] = await street.says(GROUP, "Ali", f"@straatbot {QUESTION}")

    assert answer.startswith(ANSWER)
    assert pointer == "Zie mijn antwoord van 12.00 uur hierboven."
    first, second = street.playground.heard_back(GROUP)
    assert second.reply_to == first.id


async def test_a_meeting_is_told_of_in_full_once_and_then_in_a_line(street: Bot) -> None:
    [told] = await street.says(GROUP, "Fatma", "@straatbot wanneer is de borrel?")
    await street.later(minutes=5)

    [line] = await street.says(GROUP, "Ali", "@straatbot waar is de borrel ook alweer?")
    [again] = await street.says(GROUP, "Ali", "@straatbot hoe laat begint dat?")
    [other] = await street.says(GROUP, "Jan", "@straatbot wanneer is het energiecafé?")

    assert told.startswith("Buurtborrel")
    assert line == again == "Buurtborrel: vr 4 dec, 17.00–19.00 uur, Pleintje"
    assert other.startswith("Energiecafé")


async def test_a_meeting_that_was_moved_meanwhile_is_told_of_anew(street: Bot) -> None:
    await street.says(GROUP, "Fatma", "@straatbot wanneer is de borrel?")
    await street.says("lindelaan/Henk", "Henk", "/verplaats borrel naar vr 4 dec 18.00")
    await street.says("lindelaan/Henk", "Henk", "ja")

    [told] = await street.says(GROUP, "Ali", "@straatbot wanneer is de borrel?")

    assert "18.00" in told


async def test_in_private_a_meeting_is_told_of_as_often_as_somebody_asks(street: Bot) -> None:
    for _ in range(2):
        [told] = await street.says("lindelaan/Fatma", "Fatma", "wanneer is de borrel?")
        assert told.startswith("Buurtborrel")


async def test_in_another_topic_the_answer_is_not_above_and_is_given_there(groups: Groups) -> None:
    await groups.hears(TELEGRAM_GROUP, "3", QUESTION, thread="7")

    [answer] = await groups.hears(TELEGRAM_GROUP, "4", QUESTION, thread="8")
    [pointer] = await groups.hears(TELEGRAM_GROUP, "5", QUESTION, thread="8")

    assert answer.text.startswith(ANSWER)
    assert pointer.text.startswith("Zie mijn antwoord van")


async def test_overheard_it_says_nothing(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.later(hours=2)

    await street.says(GROUP, "Ali", QUESTION)
    await street.later(minutes=5)

    assert len(street.said(GROUP)) == 1


async def test_after_hours_the_answer_has_scrolled_away_and_is_given_again(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.later(hours=4, minutes=1)

    [again] = await street.says(GROUP, "Ali", f"@straatbot {QUESTION}")

    assert again.startswith(ANSWER)


async def test_in_another_language_it_is_another_answer(street: Bot) -> None:
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")

    [english] = await street.says(GROUP, "Ali", "@straatbot is a heat pump noisy at night?")

    assert english.startswith("At most 40 dB at night.")


async def test_in_private_everybody_gets_the_answer_as_often_as_they_like(street: Bot) -> None:
    for _ in range(2):
        [answer] = await street.says("lindelaan/Fatma", "Fatma", QUESTION)

        assert ANSWER in answer


async def test_ten_who_ask_at_once_get_one_answer_and_one_pointer(street: Bot) -> None:
    for number in range(10):
        await street.says(GROUP, f"Buur {number}", f"@straatbot {QUESTION}")

    assert len(street.said(GROUP)) == 2


async def test_at_night_an_answer_makes_no_sound_and_by_day_it_does(groups: Groups) -> None:
    for at, silent in (("2026-12-01T23:00:00+01:00", True), ("2026-12-02T12:00:00+01:00", False)):
        groups.clock.set(at)
        [answer] = await groups.hears(TELEGRAM_GROUP, "5", QUESTION)

        assert answer.text.startswith(ANSWER)
        assert answer.delivery.reply.silent is silent
        assert answer.delivery.reply_to


async def test_what_is_said_when_the_night_has_begun_makes_no_sound(groups: Groups) -> None:
    groups.clock.set("2026-12-01T21:29:00+01:00")
    await groups.hears(TELEGRAM_GROUP, "5", QUESTION, addressed=False)

    [answer] = await groups.later(seconds=90)

    assert answer.delivery.reply.silent


async def test_danger_is_told_aloud_at_any_hour(groups: Groups) -> None:
    groups.clock.set("2026-12-01T03:00:00+01:00")

    [answer] = await groups.hears(TELEGRAM_GROUP, "5", "ik ruik gas", addressed=False)

    assert not answer.delivery.reply.silent
