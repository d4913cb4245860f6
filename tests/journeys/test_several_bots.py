"""Streets spread over two bots of one installation: each street hears its own, and nobody hears both."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from messages.content import Announcement, Content, Schedule, Wording
from messages.incoming import Change
from messages.street import Person, Platform
from storage import Database
from tests.doubles.clock import FakeClock
from tests.doubles.group_platform import US, GroupPlatform, Groups, running_bots

LINDELAAN, EIKENLAAN = "-100", "-200"
ORGANISER, HENK, FATMA = "1", "2", "3"
SECOND = "222"
TIP = "Radiatorfolie scheelt meteen."
LATER = 20  # minutes
OTHER_NAME = replace(US, name="@straatbot2", link="https://t.me/straatbot2?start={text}")


def first() -> GroupPlatform:
    return GroupPlatform()


def second() -> GroupPlatform:
    return GroupPlatform(bot=SECOND, identity=OTHER_NAME)


def with_a_tip(content: Content, clock: FakeClock) -> Content:
    """Said in every street, once nobody has been talking for a while."""
    local = (clock() + timedelta(minutes=LATER)).astimezone(ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None)
    tip = Announcement(id="tip", wordings=(Wording(text=TIP),), schedule=Schedule(starts_at=local))
    return replace(content, events={}, announcements={tip.id: tip})


@asynccontextmanager
async def bots(
    database: Database, clock: FakeClock, content: Content, *running: GroupPlatform
) -> AsyncIterator[Sequence[Groups]]:
    organisers = f"telegram:{ORGANISER}"
    async with running_bots(database, clock, content, organisers, running) as groups:
        yield groups


async def subscribe(bot: Groups) -> None:
    for said in ("Lindelaan", "aanmelden"):
        await bot.hears(FATMA, FATMA, said)
    await bot.presses(FATMA, FATMA, "Ja")


@pytest.fixture
async def two(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> AsyncIterator[tuple[Groups, Groups]]:
    """Two streets, each linked to its own bot; the organiser spoke to the first."""
    async with bots(quick_database, clock, street_content, first(), second()) as (one, other):
        await one.hears(ORGANISER, ORGANISER, "/start")
        for bot, group, street in ((one, LINDELAAN, "lindelaan"), (other, EIKENLAAN, "eikenlaan")):
            await bot.changes(group, Change.JOINED, overhears=False)
            await bot.hears(group, ORGANISER, f"/koppel {street}")
        yield one, other


async def test_an_announcement_to_both_streets_comes_by_the_bot_of_each(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    content = with_a_tip(street_content, clock)
    async with bots(quick_database, clock, content, first(), second()) as (one, other):
        for bot, group, street in ((one, LINDELAAN, "lindelaan"), (other, EIKENLAAN, "eikenlaan")):
            await bot.hears(group, ORGANISER, f"/koppel {street}")

        by_one, by_other = len(one.platform.sent), len(other.platform.sent)
        await one.later(minutes=LATER)

        assert [(sent.chat, sent.text) for sent in one.platform.sent[by_one:]] == [(LINDELAAN, TIP)]
        assert [(sent.chat, sent.text) for sent in other.platform.sent[by_other:]] == [(EIKENLAAN, TIP)]


async def test_each_street_is_shown_its_own_bot(two: tuple[Groups, Groups]) -> None:
    one, other = two

    for bot, group, name in ((one, LINDELAAN, "straatbot"), (other, EIKENLAAN, "straatbot2")):
        [offer] = await bot.hears(group, FATMA, "ik kan de rekening niet betalen")

        assert [link.partition("?")[0] for link in offer.links] == [f"https://t.me/{name}"]


async def test_who_writes_to_both_bots_has_a_conversation_with_each(two: tuple[Groups, Groups]) -> None:
    for bot in two:
        [answer] = await bot.hears(FATMA, FATMA, "/taal en")

        assert answer.chat == FATMA


@pytest.mark.parametrize("last", [0, 1])
async def test_who_subscribed_with_both_bots_gets_a_message_once_by_the_one_spoken_to_last(
    quick_database: Database, clock: FakeClock, street_content: Content, last: int
) -> None:
    async with bots(quick_database, clock, with_a_tip(street_content, clock), first(), second()) as both:
        for bot in both:
            await subscribe(bot)
        clock.advance(seconds=1)
        await both[last].hears(FATMA, FATMA, "agenda")
        await both[0].later(minutes=LATER)

        subscribed = await quick_database.read(lambda store: store.subscriptions.of_street("lindelaan"))
        assert [chat.address.bot for chat in subscribed] == [both[last].platform.bot]
        tips = [sum(sent.text.startswith(TIP) for sent in bot.in_chat(FATMA)) for bot in both]
        assert (sum(tips), tips[last]) == (1, 1)


async def test_a_stop_to_one_bot_stops_the_other_too(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with bots(quick_database, clock, with_a_tip(street_content, clock), first(), second()) as (one, other):
        for bot in (one, other):
            await subscribe(bot)
        await one.hears(FATMA, FATMA, "stop")
        await one.later(minutes=LATER)

        assert [sent for bot in (one, other) for sent in bot.in_chat(FATMA) if sent.text.startswith(TIP)] == []


async def test_an_organiser_hears_from_the_bot_that_they_wrote_to_last(two: tuple[Groups, Groups]) -> None:
    one, other = two
    one.clock.advance(minutes=LATER)
    await other.hears(ORGANISER, ORGANISER, "/start")
    before = len(one.platform.sent)

    [told] = await other.changes(EIKENLAAN, Change.LEFT)

    assert (told.chat, len(one.platform.sent)) == (ORGANISER, before)


async def test_of_two_bots_in_one_group_the_one_that_is_linked_speaks(two: tuple[Groups, Groups]) -> None:
    one, other = two

    assert await other.changes(LINDELAAN, Change.JOINED, overhears=False) == []
    for said in ("/agenda", "/koppel eikenlaan", "@straatbot2 maakt een warmtepomp geluid"):
        assert await other.hears(LINDELAAN, ORGANISER, said) == []
    assert len(await one.hears(LINDELAAN, FATMA, "maakt een warmtepomp geluid")) == 1


async def test_but_both_tell_of_danger(two: tuple[Groups, Groups]) -> None:
    _, other = two
    await other.changes(LINDELAAN, Change.JOINED, overhears=False)

    [answer] = await other.hears(LINDELAAN, FATMA, "@straatbot2 ik ruik gas")

    assert "0800-9009" in answer.text


async def test_a_group_goes_to_another_bot_when_the_first_is_taken_out(two: tuple[Groups, Groups]) -> None:
    one, other = two
    await other.changes(LINDELAAN, Change.JOINED, overhears=False)
    await one.changes(LINDELAAN, Change.LEFT)

    [greeting] = await other.hears(LINDELAAN, ORGANISER, "/koppel lindelaan")

    assert greeting.text.startswith("Gelukt! Deze groep hoort nu bij Lindelaan.")


async def test_what_is_kept_is_told_and_erased_for_both_bots(
    two: tuple[Groups, Groups], quick_database: Database
) -> None:
    one, other = two
    await other.hears(FATMA, FATMA, "Eikenlaan")
    await other.hears(FATMA, FATMA, "aanmelden")
    await other.presses(FATMA, FATMA, "Ja")

    [kept] = await one.hears(FATMA, FATMA, "/mijngegevens")
    await one.hears(FATMA, FATMA, "/vergeet")
    await one.presses(FATMA, FATMA, "Ja, wis alles")

    assert "Eikenlaan" in kept.text
    fatma = Person(platform=Platform.TELEGRAM, id=FATMA)
    chats = await quick_database.read(lambda store: store.chats.all_private_of(fatma))
    assert len(chats) == 2
    for chat in chats:
        assert await quick_database.read(lambda store, chat=chat: store.subscriptions.of_chat(chat)) == []


async def test_a_bot_that_comes_back_leaves_its_group_to_the_one_that_took_its_place(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    content = with_a_tip(street_content, clock)
    async with bots(quick_database, clock, content, first(), second()) as (_, other):
        await other.hears(LINDELAAN, ORGANISER, "/koppel lindelaan")

    async with bots(quick_database, clock, content, first()) as (one,):
        clock.advance(minutes=LATER)
        await one.app.clock.announce()
        await one.changes(LINDELAAN, Change.JOINED, overhears=False)
        [greeting] = await one.hears(LINDELAAN, ORGANISER, "/koppel lindelaan")

    async with bots(quick_database, clock, content, first(), second()) as (one, other):
        await other.delivered()

        assert greeting.text.startswith("Gelukt!")
        assert await other.hears(LINDELAAN, FATMA, "/agenda") == []
        assert [sent.text for sent in other.in_chat(LINDELAAN)] == []


async def test_without_its_token_a_bot_keeps_what_it_has_to_say_and_the_organisers_know(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    async with bots(quick_database, clock, street_content, first(), second()) as (one, other):
        await one.hears(ORGANISER, ORGANISER, "/start")
        await other.hears(EIKENLAAN, ORGANISER, "/koppel eikenlaan")

    async with bots(quick_database, clock, street_content, first()) as (one,):
        await one.later(minutes=LATER)

    assert [sent.text for sent in one.in_chat(ORGANISER)] == [
        f"De sleutel van bot {SECOND} staat niet meer in mijn instellingen. Die bot zit nog in één gesprek."
        " Wat ik daar wil zeggen, blijft wachten tot de sleutel terug is, of tot het te laat is."
    ]


async def test_what_waited_for_a_bot_is_said_when_its_token_is_back(
    quick_database: Database, clock: FakeClock, street_content: Content
) -> None:
    content = with_a_tip(street_content, clock)
    async with bots(quick_database, clock, content, first(), second()) as (_, other):
        await other.hears(EIKENLAAN, ORGANISER, "/koppel eikenlaan")

    async with bots(quick_database, clock, content, first()) as (one,):
        clock.advance(minutes=LATER)
        await one.app.clock.announce()
        assert one.in_chat(EIKENLAAN) == []

    async with bots(quick_database, clock, content, first(), second()) as (one, other):
        await other.delivered()

        assert [sent.text for sent in other.in_chat(EIKENLAAN)] == [TIP]
        assert one.in_chat(EIKENLAAN) == []
