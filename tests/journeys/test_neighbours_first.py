"""A question to nobody in particular is for the neighbours first; the bot answers when nobody does, and seldom."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from messages.content import Content
from messages.incoming import Incoming
from messages.street import ChatAddress, ChatKind, Person, Platform
from storage import Database, Store
from storage.answer_tables import answers
from storage.tables import deliveries
from tests.doubles.bot import Bot, running_bot
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import running_groups

GROUP = "lindelaan"
QUESTION, ANSWER = "maakt een warmtepomp veel geluid?", "Bij de erfgrens hoogstens 40 dB"
ANOTHER = "werken mijn pannen op inductie?"
A_MINUTE_AND_A_HALF = 90


@pytest.fixture
async def street(database: Database, clock: FakeClock, street_content: Content) -> AsyncIterator[Bot]:
    """The bot with the small content of the dialogues, on both kinds of database."""
    async with running_bot(database, clock, street_content) as running:
        yield running


async def test_what_nobody_answers_is_answered_after_a_minute_and_a_half_as_a_reply(street: Bot) -> None:
    assert await street.says(GROUP, "Fatma", QUESTION) == []
    await street.later(seconds=A_MINUTE_AND_A_HALF - 1)
    assert street.said(GROUP) == []

    await street.later(seconds=1)

    asked, answered = street.playground.transcript.since(chat=GROUP)
    assert answered.text.startswith(ANSWER)
    assert answered.reply_to == asked.id


async def test_when_a_neighbour_speaks_meanwhile_the_bot_stays_silent_for_good(street: Bot) -> None:
    await street.says(GROUP, "Fatma", QUESTION)
    await street.later(seconds=A_MINUTE_AND_A_HALF - 1)

    await street.says(GROUP, "Jan", "valt mee hoor, ik hoor de mijne nooit")
    await street.later(minutes=60)

    assert street.said(GROUP) == []
    assert await street.app.database.read(reasons) == ["neighbours_talk"]


async def test_more_of_the_asker_is_no_answer_of_a_neighbour(street: Bot) -> None:
    await street.says(GROUP, "Fatma", QUESTION)
    await street.says(GROUP, "Fatma", "ik zit er echt over te denken")

    await street.later(seconds=A_MINUTE_AND_A_HALF)

    assert len(street.said(GROUP)) == 1


@pytest.mark.parametrize("never_mind", ["laat maar", "Laat maar!", "ik weet het al", "nvm"])
async def test_who_needs_no_answer_any_more_gets_none(quick_bot: Bot, never_mind: str) -> None:
    await quick_bot.says(GROUP, "Fatma", QUESTION)

    await quick_bot.says(GROUP, "Fatma", never_mind)
    await quick_bot.later(minutes=5)

    assert quick_bot.said(GROUP) == []


async def test_who_speaks_to_the_bot_answers_nobody(street: Bot) -> None:
    await street.says(GROUP, "Fatma", QUESTION)

    [pans] = await street.says(GROUP, "Jan", f"@straatbot {ANOTHER}")
    await street.later(seconds=A_MINUTE_AND_A_HALF)

    assert pans.startswith("Blijft een magneet plakken?")
    assert street.said(GROUP)[1].startswith(ANSWER)


async def test_who_then_asks_the_bot_itself_gets_one_answer_at_once(street: Bot) -> None:
    await street.says(GROUP, "Fatma", QUESTION)

    [answer] = await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.later(minutes=5)

    assert answer.startswith(ANSWER)
    assert street.said(GROUP) == [answer]


async def test_danger_waits_for_nobody(street: Bot) -> None:
    [answer] = await street.says(GROUP, "Fatma", "ik ruik gas in de gang")

    assert answer.startswith("Ramen open.")


@pytest.mark.parametrize("seconds", [0, 10])
async def test_a_street_has_a_wait_of_its_own(
    quick_database: Database, clock: FakeClock, street_content: Content, seconds: int
) -> None:
    own = replace(street_content.streets[GROUP], neighbours_first=timedelta(seconds=seconds))
    content = replace(street_content, streets={**street_content.streets, GROUP: own})
    async with running_bot(quick_database, clock, content) as bot:
        await bot.says(GROUP, "Fatma", QUESTION)
        await bot.later(seconds=seconds)

        assert len(bot.said(GROUP)) == 1


async def test_what_waits_survives_a_restart(database: Database, clock: FakeClock, street_content: Content) -> None:
    async with running_bot(database, clock, street_content) as before:
        await before.says(GROUP, "Fatma", QUESTION)

    async with running_bot(database, clock, street_content) as after:
        await after.later(seconds=A_MINUTE_AND_A_HALF)

        assert len(after.said(GROUP)) == 1


async def test_after_the_bot_was_away_the_talk_has_gone_on(street: Bot) -> None:
    await street.says(GROUP, "Fatma", QUESTION)

    street.clock.advance(seconds=A_MINUTE_AND_A_HALF, minutes=6)
    await street.later(seconds=1)

    assert street.said(GROUP) == []
    assert await street.app.database.read(reasons) == ["expired"]


async def test_a_question_that_is_heard_late_is_not_answered_unasked(street: Bot) -> None:
    await heard_late(street, QUESTION)
    await street.later(minutes=2)

    assert street.said(GROUP) == []


async def test_in_another_topic_the_neighbours_talk_about_something_else(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with running_groups(quick_database, clock, street_content, organisers="telegram:9") as groups:
        await groups.hears("-100", "9", "/koppel lindelaan")
        await groups.hears("-100", "5", QUESTION, addressed=False, thread="1")

        await groups.hears("-100", "6", "wie heeft er een ladder", addressed=False, thread="2")
        [answer] = await groups.later(seconds=A_MINUTE_AND_A_HALF)

        assert answer.text.startswith(ANSWER)
        assert (answer.delivery.thread, answer.delivery.reply_to) == ("1", "-100:2")


async def test_after_an_answer_it_keeps_quiet_for_ten_minutes_however_much_is_said(street: Bot) -> None:
    await answered_once(street)
    for number in range(8):
        await street.says(GROUP, "Jan", f"haha ja {number}")

    assert not await is_answered_later(street, ANOTHER)


async def test_within_the_hour_the_neighbours_have_to_talk_in_between(street: Bot) -> None:
    await answered_once(street)
    await street.later(minutes=20)

    assert not await is_answered_later(street, ANOTHER)
    for number in range(4):
        await street.says(GROUP, "Jan", f"haha ja {number}")
    assert await is_answered_later(street, ANOTHER)


async def test_after_an_hour_another_talk_has_begun(street: Bot) -> None:
    await answered_once(street)
    await street.later(minutes=61)

    assert await is_answered_later(street, ANOTHER)


async def test_what_is_asked_of_the_bot_is_always_answered(street: Bot) -> None:
    await answered_once(street)

    [answer] = await street.says(GROUP, "Ali", f"@straatbot {ANOTHER}")

    assert answer.startswith("Blijft een magneet plakken?")


async def test_two_hundred_messages_in_a_second_do_not_break_its_manners(street: Bot) -> None:
    said = [QUESTION, ANOTHER, "haha ja", "wie heeft er een ladder?", "hoe weet ik of ik een spouwmuur heb?"]

    await asyncio.gather(
        *(street.playground.say(GROUP, f"Buur {number % 23}", said[number % len(said)]) for number in range(200))
    )
    await street.says(GROUP, "Fatma", f"@straatbot {QUESTION}")
    await street.later(seconds=A_MINUTE_AND_A_HALF)

    assert 1 <= len(street.said(GROUP)) <= 2
    assert street.said(GROUP)[0].startswith(ANSWER)


async def test_who_asked_is_not_known_for_long(street: Bot) -> None:
    await street.says(GROUP, "Fatma", QUESTION)
    assert await street.app.database.read(marks) != [""]

    await street.later(hours=3)
    await street.app.clock.forget()

    assert await street.app.database.read(marks) == [""]


async def answered_once(bot: Bot) -> None:
    await bot.says(GROUP, "Fatma", QUESTION)
    await bot.later(seconds=A_MINUTE_AND_A_HALF)
    assert len(bot.said(GROUP)) == 1


async def is_answered_later(bot: Bot, text: str) -> bool:
    before = len(bot.said(GROUP))
    await bot.says(GROUP, "Ali", text)
    await bot.later(minutes=3)
    return len(bot.said(GROUP)) > before


async def heard_late(bot: Bot, text: str) -> None:
    """What a platform kept while the bot was away."""
    incoming = Incoming(
        chat=ChatAddress(Platform.PLAYGROUND, GROUP),
        chat_kind=ChatKind.GROUP,
        sender=Person(platform=Platform.PLAYGROUND, id="Fatma"),
        external_id="late",
        text=text,
        heard_at=bot.clock() - timedelta(hours=2),
        addressed=False,
        street=GROUP,
    )
    await bot.app.inbox.heard(incoming)
    await bot.delivered()


def reasons(store: Store) -> list[str]:
    """Why what was not said was not."""
    dropped = select(deliveries.c.error).where(deliveries.c.state == "dropped").order_by(deliveries.c.key)
    return list(store._connection.scalars(dropped))


def marks(store: Store) -> list[str]:
    return list(store._connection.scalars(select(answers.c.by_hash)))
